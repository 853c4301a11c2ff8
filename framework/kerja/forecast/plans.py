"""A node made ready for many people: its law, its shares summed up, the keys of its draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.forecast.draws import DURATION, OUTCOME, Luck
from kerja.forecast.laws import Quantiles
from kerja.forecast.scheme import NOWHERE, Node, Payment, Scheme
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LATE = -1


@dataclass(frozen=True, slots=True)
class Plan:
    """What a node does to a person, in one world.

    `bounds` are the shares summed up, without the last; `columns` the outcome that lies between
    two of them, the late as `LATE`. `is_late_by_time` where the deadline decides who is late.
    `frees` where a place is free again when the node ends on its usual way.
    """

    at: int
    node: Node
    law: Quantiles
    deadline: float
    bounds: Floats
    columns: tuple[int, ...]
    duration_key: int
    outcome_key: int
    payments: tuple[Payment, ...]
    stages: tuple[int, ...]
    frees: bool
    is_remembered: bool
    may_return: bool

    @property
    def is_late_by_time(self) -> bool:
        """True if the deadline, and no share, decides who is late."""
        return self.node.late is not None and self.node.late.share == 0.0

    @property
    def outcomes(self) -> tuple[int, ...]:
        """The outcomes that are possible, the late by time among them."""
        may_be_late = self.has_deadline and LATE not in self.columns
        return (*self.columns, LATE) if may_be_late else self.columns

    @property
    def has_deadline(self) -> bool:
        """True if there is a deadline of known length."""
        return self.deadline < float("inf") and self.node.late is not None


def plans(scheme: Scheme, world: World, luck: Luck) -> tuple[Plan, ...]:
    """Return the plan of every node of a scheme."""
    remembered = {node.since for node in scheme.nodes}
    returning = _returning(scheme)
    return tuple(
        _plan(at, scheme, world, luck=luck, remembered=remembered, returning=returning)
        for at in range(len(scheme.nodes))
    )


def _plan(
    at: int, scheme: Scheme, world: World, *, luck: Luck, remembered: set[int], returning: set[int]
) -> Plan:
    import numpy as np

    node = scheme.nodes[at]
    row = world.shares[at]
    a, b, c = world.laws[at]
    law = Quantiles(node.law.name, float(a), float(b), float(c), node.law.sample)
    taken = [column for column in (*range(len(node.ways)), LATE) if row[column] > 0]
    return Plan(
        at=at,
        node=node,
        law=law,
        deadline=float(world.deadlines[at]),
        bounds=np.cumsum([row[column] for column in taken])[:-1],
        columns=tuple(taken),
        duration_key=luck.key(DURATION, node.salt),
        outcome_key=luck.key(OUTCOME, node.salt),
        payments=tuple(one for one in scheme.payments if one.node == at and one.amount),
        stages=tuple(i for i, stage in enumerate(scheme.milestones) if at in stage.nodes),
        frees=at in scheme.rounds.freed_at,
        is_remembered=at in remembered,
        may_return=at in returning and (law.constant is None or len(taken) > 1),
    )


def onward(node: Node) -> tuple[int, ...]:
    """Return every node that may follow a node."""
    branches = (*node.ways, *((node.late,) if node.late is not None else ()))
    found = [target for way in branches for target in (way.to, way.used_up if way.at_most else -1)]
    return tuple(dict.fromkeys(target for target in found if target != NOWHERE))


def ranks(scheme: Scheme) -> tuple[int, ...]:
    """Return an order of the nodes: each before those that follow it, but for ways back."""
    seen: set[int] = set()
    after: list[int] = []
    stack: list[tuple[int, list[int]]] = [(0, list(onward(scheme.nodes[0])))]
    seen.add(0)
    while stack:
        at, following = stack[-1]
        fresh = next((target for target in following if target not in seen), None)
        if fresh is None:
            after.append(at)
            stack.pop()
        else:
            seen.add(fresh)
            stack.append((fresh, list(onward(scheme.nodes[fresh]))))
    place = {at: position for position, at in enumerate(reversed(after))}
    return tuple(place.get(at, len(place)) for at in range(len(scheme.nodes)))


def reach(scheme: Scheme, start: int, *, through_draws: bool = True) -> set[int]:
    """Return the nodes that can be reached from a node, itself only by a way back."""
    found: set[int] = set()
    waiting = [start]
    while waiting:
        node = scheme.nodes[waiting.pop()]
        for target in onward(node):
            if target not in found:
                found.add(target)
                if through_draws or scheme.nodes[target].kind != "draw":
                    waiting.append(target)
    return found


def _returning(scheme: Scheme) -> set[int]:
    """Return the nodes that a person may come to more than once."""
    after_fork: set[int] = set()
    for at, node in enumerate(scheme.nodes):
        if node.kind == "fork":
            after_fork |= reach(scheme, at)
    return after_fork | {at for at in range(len(scheme.nodes)) if at in reach(scheme, at)}
