"""What the routes found so far have taken: sides of nodes, stretches of rows and columns."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.workflow.bpmn.layout.grid import Cell, Grid
from kerja.workflow.bpmn.layout.lines import Side
from kerja.workflow.bpmn.layout.ranks import standing
from kerja.workflow.bpmn.process import Flow, Process


class Room:
    """The room that is left; whoever takes some has asked before whether it is free."""

    def __init__(self, process: Process, grid: Grid) -> None:
        """Begin with a drawing without flows."""
        self._process = process
        self._grid = grid
        self._sides: set[tuple[str, Side]] = set()
        self._crossings: dict[tuple[int, int], str] = {}
        self._columns: list[tuple[int, int, int]] = []
        self._rows: list[tuple[int, int, int, Flow]] = []
        self._middles: dict[int, list[Flow]] = {}

    def may_leave(self, node: str, side: Side) -> bool:
        """Return whether no flow uses a side of a node in a way that another could not join."""
        return (node, side) not in self._sides

    def leave(self, node: str, side: Side) -> None:
        """Take a side of a node."""
        self._sides.add((node, side))

    def may_run(self, flow: Flow, row: int, begin: int, end: int) -> bool:
        """Return whether a stretch of a row is free, or taken by a flow with the same end."""
        return not any(
            there == row
            and begin < right
            and left < end
            and flow.source != other.source
            and flow.target != other.target
            for there, left, right, other in self._rows
        )

    def run(self, flow: Flow, row: int, begin: int, end: int) -> None:
        """Take a stretch of a row, from one upright to another."""
        self._rows.append((row, begin, end, flow))

    def may_climb(self, column: int, start: int, end: int) -> bool:
        """Return whether no flow runs through the middle of a column between two rows."""
        first, last = sorted((start, end))
        return not any(
            there == column and first < lower and upper < last
            for there, upper, lower in self._columns
        )

    def climb(self, column: int, start: int, end: int) -> None:
        """Take the middle of a column from one row to another."""
        first, last = sorted((start, end))
        self._columns.append((column, first, last))

    def may_cross(self, upright: int, level: int, node: str) -> bool:
        """Return whether a corridor before a node is its own: one above another may use it too."""
        return self._crossings.get((upright, level), node) == node

    def cross(self, upright: int, level: int, node: str) -> None:
        """Take the place where a corridor crosses the column of a node."""
        self._crossings[upright, level] = node

    def fits_in_the_middle(self, flow: Flow, gutter: int) -> bool:
        """Take a place in the middle of a gutter, unless flows there would have to swap places."""
        there = [*self._middles.get(gutter, []), flow]
        if sorted_in_gutter(self._process, self._grid, there) is None:
            return False
        self._middles[gutter] = there
        return True


def sorted_in_gutter(process: Process, grid: Grid, flows: list[Flow]) -> tuple[Flow, ...] | None:
    """Return flows that cross in the middle of one gutter from left to right; None if none can.

    In a row, the flow that leaves stands left of the one that arrives.
    """
    ends = {flow.id: (_cell(process, grid, flow.source), _cell(process, grid, flow.target))
            for flow in flows}  # fmt: skip
    left, done = list(flows), list[Flow]()
    while left:
        ready = next((flow for flow in left if not any(_before(ends, left, flow))), None)
        if ready is None:
            return None
        left.remove(ready)
        done.append(ready)
    return tuple(done)


def _cell(process: Process, grid: Grid, node: str) -> Cell:
    return grid.cells[standing(process.by_id[node])]


def _before(ends: dict[str, tuple[Cell, Cell]], flows: list[Flow], flow: Flow) -> Iterator[bool]:
    for other in flows:
        yield (
            other is not flow
            and other.target != flow.target
            and ends[other.id][0].row == ends[flow.id][1].row
        )
