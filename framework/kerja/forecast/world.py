"""A world: one value for every uncertain input, and the plain numbers that a scheme has in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.forecast.scheme import Node, Scheme, Slot, Value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class World:
    """The numbers of a scheme in one world, or in many.

    Every array may have a first axis more than is written here: one entry a world.

    `shares`: [nodes, outcomes], the ways in order, then zeros, the late in the last column; a row
    sums to one (to zero for an end or a fork). `laws`: [nodes, 3], the parameters a, b, c.
    `deadlines`: [nodes], infinite for none. `people`: persons who come in all. `quota`: places of a
    round, infinite where not known. `groups`: [groups], shares. `applicants`: persons of a
    household who apply, one where it does not matter.
    """

    values: Floats
    shares: Floats
    laws: Floats
    deadlines: Floats
    people: Floats
    quota: Floats
    groups: Floats
    applicants: Floats

    def at(self, number: int) -> World:
        """Return one of many worlds."""
        return World(
            self.values[number], self.shares[number], self.laws[number], self.deadlines[number],
            self.people[number], self.quota[number], self.groups[number],
            self.applicants[number],
        )  # fmt: skip


def base_values(scheme: Scheme) -> tuple[float, ...]:
    """Return the value of every input in the base world: the likeliest, or the middle."""
    return tuple(
        one.range.mode if one.range.mode is not None else (one.range.low + one.range.high) / 2
        for one in scheme.inputs
    )


def settle(scheme: Scheme, values: Sequence[float] | Floats) -> World:
    """Return the numbers of a scheme for values of its inputs.

    Args:
        scheme: the compiled plan.
        values: [inputs] for one world, or [worlds, inputs] for many.
    """
    import numpy as np

    given = np.asarray(values, dtype=np.float64)
    lead = given.shape[:-1]

    def of(value: Value | None, otherwise: float = 0.0) -> Floats:
        if isinstance(value, Slot):
            found: Floats = given[..., value.index] * value.times
            return found
        return np.full(lead, otherwise if value is None else value)

    def rows(listed: list[Floats], *shape: int) -> Floats:
        return np.stack(listed, axis=-1).reshape(*lead, *shape) if listed else np.zeros(
            (*lead, *shape)
        )  # fmt: skip

    nodes, household = scheme.nodes, scheme.rounds.household
    width = max((len(node.ways) for node in nodes), default=0) + 1
    shares = rows(
        [part for node in nodes for part in _outcomes(node, width, of)], len(nodes), width
    )
    laws = rows([of(part) for n in nodes for part in (n.law.a, n.law.b, n.law.c)], len(nodes), 3)
    return World(
        values=given,
        shares=shares,
        laws=laws,
        deadlines=rows([of(node.deadline, float("inf")) for node in nodes], len(nodes)),
        people=of(scheme.arrivals.per_year) * sum(scheme.arrivals.weeks),
        quota=of(scheme.rounds.quota, float("inf")),
        groups=rows([of(group.share) for group in scheme.groups], len(scheme.groups)),
        applicants=of(household.applicants if household is not None else 1.0),
    )


def _outcomes(node: Node, width: int, of: _Reader) -> list[Floats]:
    """Return the shares of a node's outcomes, each an array over worlds.

    What is given is scaled down where it sums to more than one; what it leaves goes first to the
    outcomes `of_rest`, then to those without a share. Where there is neither, all are scaled up.
    """
    import numpy as np

    zero = of(None)
    if not node.ways or node.kind == "fork":
        return [zero] * width
    branches = [*node.ways, *([node.late] if node.late is not None else [])]
    given = [of(None if way.of_rest else way.share) for way in branches]
    total = np.sum(given, axis=0)
    takes_rest = [way for way in branches if way.share is None or way.of_rest]
    over = np.where(total > 1, total, 1.0) if takes_rest else np.where(total > 0, total, 1.0)
    found = [part / over for part in given]
    rest = np.maximum(0.0, 1.0 - total / over)
    for position, way in enumerate(branches):
        if way.of_rest:
            found[position] = rest * of(way.share)
            rest = rest - found[position]
    last = [position for position, way in enumerate(branches) if way.share is None]
    for position in last:
        found[position] = found[position] + rest / len(last)
    late = found.pop() if node.late is not None else zero
    return [*found, *([zero] * (width - 1 - len(found))), late]


if TYPE_CHECKING:
    from typing import Protocol

    class _Reader(Protocol):
        def __call__(self, value: Value | None, otherwise: float = 0.0) -> Floats: ...
