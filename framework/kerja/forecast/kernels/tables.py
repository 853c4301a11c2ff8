"""A scheme in one world as tables, and the memory of a run, as the compiled walk reads them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kerja.forecast.kernels.draws import CONSTANT, TABLE, UNIFORM
from kerja.forecast.laws import Quantiles, table_of
from kerja.forecast.ledger import Ledger
from kerja.forecast.loops import Loops
from kerja.forecast.plans import LATE, Plan
from kerja.forecast.scheme import NOWHERE, Branch
from kerja.forecast.tally import Tally
from kerja.forecast.tokens import Tokens

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Shorts = NDArray[np.int32]
Small = NDArray[np.uint8]

BLOCK = 1 << 13
"""Persons who walk at once."""


NODE = np.dtype(
    [
        *((name, np.int64) for name in (
            "kind", "rank", "cut", "law", "table", "since", "late", "by_time", "columns",
            "outcomes", "visits", "loop", "rows", "remembered", "stages", "cost",
            "first_payment", "last_payment",
        )),
        *((name, np.float64) for name in ("a", "b", "run_days", "deadline")),
        ("duration_key", np.uint64),
        ("outcome_key", np.uint64),
    ]
)  # fmt: skip
"""A node. Rows and positions are -1 where there is none.

`kind`: `PASSED`, `AN_END`, or `A_CUT` where people meet, whose number is `cut`. `late`: the outcome
of the late; `columns`: outcomes that are drawn. `cost`: the account of the unit cost.
"""
WAY = np.dtype(
    [
        *((name, np.int64) for name in ("to", "at_most", "used_up", "row", "is_usual")),
        ("bound", np.float64),
    ]
)
"""What an outcome leads to; `bound`: the shares summed up to it."""
PAYMENT = np.dtype([("account", np.int64), ("units", np.int64), ("delay", np.float64)])
PASSED, AN_END, A_CUT = 0, 1, 2


class Steps(NamedTuple):
    """What nodes do: `nodes`, `ways` [nodes, outcomes], `payments`; quantiles [laws, 2, cells].

    `order`: positions of nodes, each before those that follow it but for ways back.
    """

    horizon: float
    order: Ints
    nodes: NDArray[np.void]
    ways: NDArray[np.void]
    payments: NDArray[np.void]
    middle: Floats
    low: Floats
    high: Floats


class Memory(NamedTuple):
    """Who has been where, what was counted, and rows in which people wait to be moved on.

    `totals`: [3, nodes] visits begun, ended as usual, ended late. `someone`, `moment`: [2 × nodes
    + outcomes + 2, block] persons and moments: for each node those who come from without and from
    within its loop; those for whom a way is used up; then from the end backwards those who come
    and those of each outcome. `sizes`: of the rows of nodes, and last the first rank at which
    somebody is. `found`: [outcomes]. `visits`, `done`, `chance`, `column`: [block].
    """

    totals: Floats
    left: Ints
    accounts: NDArray[np.int64]
    owed: Shorts
    promised: Ints
    flags: Small
    counts: NDArray[np.uint8]
    ended: Floats
    someone: Shorts
    moment: Floats
    sizes: Ints
    found: Ints
    visits: NDArray[np.uint8]
    done: Floats
    chance: Floats
    column: NDArray[np.uint8]


def outcomes_of(plan: Plan) -> tuple[int, ...]:
    """Return the outcomes of a node in the order of its rows: those that are drawn come first."""
    return tuple(dict.fromkeys((*plan.columns, LATE, *range(len(plan.node.ways)))))


def steps_of(
    plans: tuple[Plan, ...],
    loops: Loops,
    ranks: tuple[int, ...],
    *,
    ledger: Ledger,
    tokens: Tokens,
    horizon: float,
) -> Steps:
    """Return the tables of plans."""
    laws = {plan.law for plan in plans if code_of(plan.law) == TABLE}
    tabled = sorted(laws, key=lambda law: (law.name, law.a, law.b, law.c, law.sample))
    tables = [table_of(law) for law in tabled] or [table_of(Quantiles("exponential", 1, 0, 0))]
    nodes = np.zeros(len(plans), dtype=NODE)
    ways = np.zeros((len(plans), max(len(outcomes_of(plan)) for plan in plans)), dtype=WAY)
    cuts = [plan.at for plan in plans if plan.node.is_cut]
    order = np.argsort(np.array(ranks), kind="stable")
    nodes["rank"][order] = np.arange(len(plans))
    first = 0
    for plan in plans:
        node, law = nodes[plan.at], plan.law
        node["kind"] = A_CUT if plan.node.is_cut else PASSED if plan.node.ways else AN_END
        node["cut"] = cuts.index(plan.at) if plan.node.is_cut else -1
        node["law"], node["table"] = code_of(law), tabled.index(law) if law in laws else 0
        node["a"], node["b"] = law.a if law.constant is None else law.constant, law.b
        node["duration_key"], node["outcome_key"] = plan.duration_key, plan.outcome_key
        node["run_days"] = plan.node.run_days
        node["deadline"] = plan.deadline if plan.has_deadline else np.inf
        node["since"] = tokens.remembered.get(plan.node.since, -1)
        node["late"], node["by_time"] = outcomes_of(plan).index(LATE), plan.is_late_by_time
        node["columns"], node["outcomes"] = len(plan.columns), len(outcomes_of(plan))
        node["visits"] = loops.visits.get(plan.at, -1)
        node["loop"], node["rows"] = loops.of[plan.at], loops.rows_of(plan.at)
        node["remembered"] = tokens.remembered.get(plan.at, -1)
        node["stages"] = sum(1 << stage for stage in plan.stages)
        node["cost"] = ledger.number("steps", plan.node.unit_cost)
        node["first_payment"], first = first, first + len(_bookings(plan, ledger))
        node["last_payment"] = first
        for outcome, column in enumerate(outcomes_of(plan)):
            branch = _branch(plan, column)
            way = ways[plan.at, outcome]
            way["to"], way["at_most"], way["used_up"] = branch.to, branch.at_most, branch.used_up
            way["row"] = loops.ways.get((plan.at, column), -1)
            way["is_usual"] = column == 0
        ways["bound"][plan.at, : plan.bounds.size] = plan.bounds
    return Steps(
        horizon,
        order,
        nodes,
        ways,
        np.array(
            [one for plan in plans for one in _bookings(plan, ledger)],
            dtype=PAYMENT,
        ),
        *(
            np.stack(part)
            for part in zip(*((t.middle, t.low, t.high) for t in tables), strict=True)
        ),
    )


def memory_of(steps: Steps, tally: Tally, ledger: Ledger, tokens: Tokens) -> Memory:
    """Return the memory of a run, which is that of its books."""
    nodes, width = steps.ways.shape
    rows = 2 * nodes + width + 2
    return Memory(
        totals=tally.totals,
        left=tally.left,
        accounts=ledger.accounts,
        owed=ledger.owed,
        promised=ledger.promised,
        flags=tally.flags.view(np.uint8),
        counts=tokens.counts.view(np.uint8),
        ended=tokens.ended_at,
        someone=np.empty((rows, BLOCK), dtype=np.int32),
        moment=np.empty((rows, BLOCK)),
        sizes=np.array([0] * (2 * nodes) + [nodes]),
        found=np.zeros(width, dtype=np.int64),
        visits=np.empty(BLOCK, dtype=np.uint8),
        done=np.empty(BLOCK),
        chance=np.empty(BLOCK),
        column=np.empty(BLOCK, dtype=np.uint8),
    )


def _bookings(plan: Plan, ledger: Ledger) -> list[tuple[int, int, float]]:
    """Return what is booked when a node ends on its usual way: account, units, delay."""
    found = [
        (ledger.number(one.kind, one.amount), ledger.units(one.amount), one.delay)
        for one in plan.payments
    ]
    return [*found, (ledger.freed_row, 0, 0.0)] if plan.frees else found


def _branch(plan: Plan, column: int) -> Branch:
    found = plan.node.late if column == LATE else plan.node.ways[column]
    return found or Branch(NOWHERE)


def code_of(law: Quantiles) -> int:
    """Return what kind of law it is."""
    if law.constant is not None:
        return CONSTANT
    return UNIFORM if law.name == "uniform" else TABLE
