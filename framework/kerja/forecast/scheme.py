"""The compiled plan of a programme: what the engines run, in numbers and positions alone.

A scheme is written once and read by every engine. What is not certain is a `Slot`: the position of
an input in `Scheme.inputs`, whose value a world gives. `kerja.forecast.world.settle` turns scheme
and values into plain arrays, for one world or for many at once.

The meaning of a scheme, which all engines keep:

- A person arrives, does the first node, and follows the ways. Time is in days from `calendar.first`
  and runs to `calendar.days`; what would happen at or after that is not counted.
- A node lasts as its law says. A node that `queues` is first waited for in the order of arrival: of
  `servers`, each serves one person at a time; a `pace` lets one person begin every 1/pace days.
  With `run_days`, a person first waits for the next day that is a multiple of it.
- The outcome is drawn by the shares of the ways and, last, of the late. If the share of the late
  is the number 0.0, time alone decides: whoever is not done when the deadline ends leaves for
  `late` at that moment. Else the share alone decides: the late leave at the deadline (when the
  node would be done, if it has none), all others are done by then. In both cases whoever still
  stands in line at the deadline, or has stood there for longer than `patience`, leaves for `late`.
- A way taken `at_most` times leads to `used_up` afterwards. A fork takes all ways at once; a join
  waits for all that `leads_in`. The unit cost falls due when a node is begun.
- A draw holds whoever arrived before the day of a round, until a round gives them a place. Those
  not drawn take the second way at that moment; without one they wait for the next round.
- In a lottery with `strata` (groups) every combination of them is drawn apart: it is given places
  in proportion to those who wait in it, by the largest remainders.
- With a `household` cap, whoever is next in the order of a round and whose household has as many
  places as it may, those of the same round included, is passed over. Households are geometric in
  size. Whoever was once given a place counts for good, and once.
- A round opens only if paid + committed + places × package stays within the money of its fiscal
  year that is not kept back. Paid and committed are what was so by the evening before. A place
  commits the package; paying benefits spends of it; the rest is free when the person leaves.
- Whenever a node of `freed_at` ends on its usual way, a place is free again. A round that opens
  offers those freed by the evening before on top of its quota, as many as there is money for; the
  rest is left to the next. What nobody takes then is gone. Of several draws the first takes them.
- Benefits are paid when a node ends on its usual way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kerja.profile import Range
from kerja.profile.journey import StepKind

NOWHERE = -1
"""Position of a node that does not exist: the way leads out of the programme."""

LawName = Literal["constant", "exponential", "uniform", "lognormal", "gamma", "pert", "empirical"]
Method = Literal["lottery", "ranking", "first-come", "all"]
Kind = Literal["training", "cash", "survey", "steps"]
KINDS: tuple[Kind, ...] = ("training", "cash", "survey", "steps")
"""Kinds of cash: courses, cash to people, paid surveys, unit costs of the steps."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A number that a world gives: that of the input at `index`, times `times`."""

    index: int
    times: float = 1.0


Value = float | Slot
"""A number that is known, or one that a world gives."""


@dataclass(frozen=True, slots=True)
class Input:
    """A number that is not certain.

    `key` is its dotted path in the profile, `shape` how values spread over the range,
    `is_unknown` true where nobody says anything, so that the range is all that is possible.
    """

    key: str
    range: Range
    shape: Literal["uniform", "triangular", "pert"] = "pert"
    unit: Literal["share", "days", "persons", "money"] = "share"
    is_unknown: bool = False


CASH_AT_LEAST = "cash is at least"


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is not known: the field to fill in, what it means, and what was done instead."""

    path: str
    what: str
    taken: str

    @property
    def lowers_cash(self) -> bool:
        """True if cash is counted without what this would cost."""
        return self.taken.endswith(CASH_AT_LEAST)


@dataclass(frozen=True, slots=True)
class Law:
    """How long something lasts, in days.

    constant (a); exponential (mean a); uniform (a to b); lognormal (median a, sigma b of the
    logarithm); gamma (shape a, mean b); pert (low a, mode b, high c; weight 4 on the mode);
    empirical (`sample`: equally likely values, evenly between neighbours).
    """

    name: LawName = "constant"
    a: Value = 0.0
    b: Value = 0.0
    c: Value = 0.0
    sample: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """A way on. `share` None is what the other outcomes leave; `at_most` 0 is no limit.

    With `of_rest`, `share` is a part of what the outcomes with a share of their own leave, and
    those `of_rest` before it: a share of which nothing is known never presses one that is.
    """

    to: int
    share: Value | None = None
    at_most: int = 0
    used_up: int = NOWHERE
    of_rest: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """One step. `ways` are in the workflow's order, the usual one first; none for an end.

    `late` is where a missed deadline leads, with the share of the late (0.0 if it follows from time
    alone); `deadline` in days (None: none, or not known), from
    the end of the node `since`, or from the beginning of this one. `salt` names the step in
    the keys of its draws, so that the same step has the same luck in another scheme.
    """

    id: str
    name: str
    kind: StepKind
    ways: tuple[Branch, ...] = ()
    late: Branch | None = None
    deadline: Value | None = None
    since: int = NOWHERE
    law: Law = Law()
    servers: int = 0
    pace: float = 0.0
    patience: float = float("inf")
    run_days: float = 0.0
    unit_cost: float = 0.0
    leads_in: int = 1
    salt: int = 0

    @property
    def queues(self) -> bool:
        """True if people may wait here for one another."""
        return bool(self.servers or self.pace)

    @property
    def is_cut(self) -> bool:
        """True if what happens to one person here depends on the others."""
        return self.queues or self.kind == "draw"


@dataclass(frozen=True, slots=True)
class Payment:
    """A benefit paid whenever `node` ends on its usual way, `delay` days later."""

    node: int
    amount: float
    kind: Kind
    delay: float = 0.0
    benefit: str = ""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Who comes: `per_year` persons times the sum of `weeks`, spread over weeks as these are.

    `weeks` are parts of a year's arrivals; within a week people come evenly.
    """

    per_year: Value
    weeks: tuple[float, ...]
    shape: str = "even over the year"


@dataclass(frozen=True, slots=True)
class Household:
    """How many members of a household are given a place at most, and how many apply on average."""

    cap: int
    applicants: Value


@dataclass(frozen=True, slots=True)
class Rounds:
    """The days on which places are given (whole days from the first), and how.

    `quota` is the places of a round, None where not known: then every person in the draw wins
    with the share of its first way. `methods` are taken in turn. `package` is what a place
    commits. `freed_at` are the nodes that give a place back, `strata` positions of groups.
    """

    days: tuple[int, ...] = ()
    quota: Value | None = None
    methods: tuple[Method, ...] = ("lottery",)
    package: float = 0.0
    freed_at: tuple[int, ...] = ()
    strata: tuple[int, ...] = ()
    household: Household | None = None


@dataclass(frozen=True, slots=True)
class FiscalPart:
    """A fiscal year, or what of it lies within the time: first day, ceiling (None: not known).

    `kept` is what no round may promise: a reserve, and the fixed cost of the office.
    """

    name: str
    first: int
    ceiling: float | None = None
    kept: float = 0.0

    @property
    def free(self) -> float | None:
        """The money that rounds may promise; None if it is not known."""
        return None if self.ceiling is None else self.ceiling - self.kept


@dataclass(frozen=True, slots=True)
class Calendar:
    """The time of a forecast: the first date (ISO 8601), its length in days, months and years."""

    first: str
    days: int
    month_names: tuple[str, ...]
    month_starts: tuple[int, ...]
    years: tuple[FiscalPart, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A stage of the funnel: persons for whom one of `nodes` ended on its usual way."""

    name: str
    nodes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """People of whom results are counted apart, and their share of those who come."""

    name: str
    share: Value


@dataclass(frozen=True, slots=True)
class Scheme:
    """A programme as the engines run it.

    `nodes[0]` is the start. `assumed` says in sentences what was taken that nobody said.
    """

    nodes: tuple[Node, ...]
    arrivals: Arrivals
    calendar: Calendar
    rounds: Rounds = Rounds()
    payments: tuple[Payment, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    groups: tuple[Group, ...] = ()
    inputs: tuple[Input, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    assumed: tuple[str, ...] = ()
    currency: str = ""
    positions: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found = {node.id: position for position, node in enumerate(self.nodes)}
        object.__setattr__(self, "positions", found)

    def node(self, name: str) -> Node:
        """Return the node of a step.

        Raises:
            KeyError: there is none.
        """
        return self.nodes[self.positions[name]]

    @property
    def has_ceiling(self) -> bool:
        """True if money can stop a round."""
        return any(year.ceiling is not None for year in self.calendar.years)
