"""Ways back in a scheme: which nodes a person may come to again, and what is counted there."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.forecast.plans import Plan, reach
from kerja.forecast.scheme import NOWHERE, Scheme


@dataclass(frozen=True, slots=True)
class Loops:
    """What is remembered of each person about visits and ways taken, in rows of small numbers.

    Nodes that lead to one another are a loop. What was counted in a loop means nothing outside it:
    all loops use the same rows, and a person's begin anew whenever the person comes in. Where
    things are done side by side a person may be in two loops at once: then nothing is shared, and
    all nodes are one loop that nobody comes into.

    `of`: the loop of each node, `NOWHERE` for none. `visits`: the row in which visits to a node
    are counted; `ways` that of a way, by node and column. `rows`: rows of each loop.
    """

    of: tuple[int, ...]
    visits: dict[int, int]
    ways: dict[tuple[int, int], int]
    rows: tuple[int, ...]

    def stays(self, origin: int, target: int) -> bool:
        """Tell whether who goes from one node to another stays within a loop."""
        loop = self.of[origin]
        return loop != NOWHERE and loop == self.of[target]

    def holds(self, at: int) -> bool:
        """Tell whether a node is part of a loop."""
        return self.of[at] != NOWHERE

    def rows_of(self, at: int) -> int:
        """Return how many rows the loop of a node uses, 0 where there is none."""
        return self.rows[self.of[at]] if self.of[at] != NOWHERE else 0


def loops(scheme: Scheme, plans: tuple[Plan, ...]) -> Loops:
    """Return the loops of a scheme."""
    has_forks = any(node.kind == "fork" for node in scheme.nodes)
    of = (0,) * len(scheme.nodes) if has_forks else _loops(scheme)
    rows = [0] * (max(of, default=NOWHERE) + 1)
    visits: dict[int, int] = {}
    ways: dict[tuple[int, int], int] = {}
    for plan in plans:
        loop = of[plan.at]
        if loop == NOWHERE:
            continue
        if plan.may_return:
            visits[plan.at] = rows[loop]
            rows[loop] += 1
        branches = [*enumerate(plan.node.ways)]
        for column, way in branches:
            if way.at_most and way.to != NOWHERE and of[way.to] == loop:
                ways[plan.at, column] = rows[loop]
                rows[loop] += 1
    return Loops(of, visits, ways, tuple(rows))


def _loops(scheme: Scheme) -> tuple[int, ...]:
    nodes = range(len(scheme.nodes))
    after = [reach(scheme, at) for at in nodes]
    found: dict[frozenset[int], int] = {}
    of = []
    for at in nodes:
        loop = frozenset(other for other in after[at] if at in after[other])
        of.append(found.setdefault(loop, len(found)) if at in after[at] else NOWHERE)
    return tuple(of)
