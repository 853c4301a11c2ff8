"""How each flow is led: along rows, in gutters between columns and in corridors between rows.

Lines are symbolic here. Uprights are numbered 4 * column + zone: zones 0 to 2 are the left, middle
and right part of the gutter before the column, 3 is the column itself. Levels are numbered
3 * row + 1 for the row, one less for the corridor above it, one more for that below. Flows leave
in the left part of a gutter and arrive in the right part, so that the stubs of two flows in one
row never lie on each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kerja.workflow.bpmn.layout.grid import Cell, Grid, standing
from kerja.workflow.bpmn.layout.sizes import is_event, is_gateway
from kerja.workflow.bpmn.process import Flow, Node, Process

Side = Literal["right", "left", "top", "bottom"]
Axis = Literal["upright", "level"]
LEFT, MIDDLE, RIGHT, COLUMN = range(4)


@dataclass(frozen=True, slots=True)
class Line:
    """A line on which a flow runs, and the part of the other axis that it covers."""

    axis: Axis
    number: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Route:
    """A flow from one side of a node to a side of another, over lines that alternate."""

    flow: Flow
    leaves: Side
    enters: Side
    lines: tuple[Line, ...] = ()


def find_routes(process: Process, grid: Grid) -> tuple[Route, ...]:
    """Return a route for each flow, in the order of the flows."""
    search = _Search(process, grid)
    return tuple(search.route(flow) for flow in process.flows)


class _Search:
    """Routes found so far, and what they occupy."""

    def __init__(self, process: Process, grid: Grid) -> None:
        self._process = process
        self._grid = grid
        self._corners: set[tuple[str, Side]] = set()
        self._crossings: dict[tuple[int, int], str] = {}
        self._columns: list[tuple[int, int, int]] = []
        self._runs: list[tuple[int, int, int, Flow]] = []
        self._middles: dict[int, list[Flow]] = {}
        self._hosts = {node.host for node in process.nodes if node.on_border}

    def route(self, flow: Flow) -> Route:
        source, target = self._process.by_id[flow.source], self._process.by_id[flow.target]
        start, end = self._cell(source), self._cell(target)
        simple = self._simple(flow, source, start, end)
        return simple or self._general(flow, source, target)

    def _cell(self, node: Node) -> Cell:
        return self._grid.cells[standing(node)]

    def _simple(self, flow: Flow, source: Node, start: Cell, end: Cell) -> Route | None:
        """Return a route with at most two bends, if nothing stands in its way."""
        if end.column <= start.column:
            return None
        leave, arrive = 4 * start.column + COLUMN, 4 * end.column + COLUMN
        passes = self._grid.is_free(end.row, start.column + 1, end.column - 1)
        if start.row == end.row:
            runs = passes and not source.on_border and self._run(flow, end.row, leave, arrive)
            return Route(flow, "right", "left") if runs else None
        found = self._around_corner(flow, source, start, end) if passes else None
        if found is not None or source.on_border:
            return found
        early, late = 4 * (start.column + 1) + MIDDLE, 4 * end.column + MIDDLE
        if (
            passes
            and self._may_run(flow, end.row, early, arrive)
            and self._fits_in_the_middle(flow, start.column + 1)
            and self._run(flow, end.row, early, arrive)
        ):
            return self._bent(flow, early, start, end)
        if (
            self._grid.is_free(start.row, start.column + 1, end.column - 1)
            and self._may_run(flow, start.row, leave, late)
            and self._fits_in_the_middle(flow, end.column)
            and self._run(flow, start.row, leave, late)
        ):
            return self._bent(flow, late, start, end)
        return None

    def _bent(self, flow: Flow, upright: int, start: Cell, end: Cell) -> Route:
        line = Line("upright", upright, _level(start.row), _level(end.row))
        return Route(flow, "right", "left", (line,))

    def _around_corner(self, flow: Flow, source: Node, start: Cell, end: Cell) -> Route | None:
        """Return a route that leaves downwards or upwards and then runs along its row."""
        side: Side = "bottom" if end.row > start.row else "top"
        may = side == "bottom" if source.on_border else self._splits(source)
        if not may or (source.id, side) in self._corners:
            return None
        first, last = min(start.row, end.row), max(start.row, end.row)
        blocked = any(
            column == start.column and first < lower and upper < last
            for column, upper, lower in self._columns
        )
        run = (end.row, 4 * start.column + COLUMN, 4 * end.column + COLUMN)
        if blocked or not self._grid.is_free_upright(start.column, start.row, end.row):
            return None
        if not self._run(flow, *run):
            return None
        self._columns.append((start.column, first, last))
        self._corners.add((source.id, side))
        return Route(flow, side, "left")

    def _may_run(self, flow: Flow, row: int, begin: int, end: int) -> bool:
        """Return whether a stretch of a row is free, or taken by a flow with the same end."""
        return not any(
            there == row
            and begin < right
            and left < end
            and flow.source != other.source
            and flow.target != other.target
            for there, left, right, other in self._runs
        )

    def _run(self, flow: Flow, row: int, begin: int, end: int) -> bool:
        """Take a stretch of a row, if it is free."""
        if not self._may_run(flow, row, begin, end):
            return False
        self._runs.append((row, begin, end, flow))
        return True

    def _general(self, flow: Flow, source: Node, target: Node) -> Route:
        """Return a route by a corridor; there always is one."""
        start, end = self._cell(source), self._cell(target)
        leaves = self._leaves(source, start, end)
        first: tuple[Line, ...] = ()
        enters, level = self._enters(target, start, end)
        if leaves == "right":
            out = 4 * (start.column + 1) + LEFT
            first = (Line("upright", out, _level(start.row), level),)
        else:
            out = 4 * start.column + COLUMN
            wanted = self._corridor(start.row, leaves)
            if wanted != level:
                enters, level = "left", wanted
        if enters == "left":
            into = 4 * end.column + RIGHT
            last: tuple[Line, ...] = (Line("upright", into, level, _level(end.row)),)
        else:
            into = 4 * end.column + COLUMN
            last = ()
            self._cross(into, level, target.id)
        return Route(flow, leaves, enters, (*first, Line("level", level, out, into), *last))

    def _leaves(self, source: Node, start: Cell, end: Cell) -> Side:
        if source.on_border:
            return "bottom"
        for side in _sides(start, end):
            corner = (source.id, side)
            if corner not in self._corners and self._may_leave(source, side, start, end):
                level = self._corridor(start.row, side)
                if self._may_cross(4 * start.column + COLUMN, level, source.id):
                    self._corners.add(corner)
                    self._cross(4 * start.column + COLUMN, level, source.id)
                    return side
        return "right"

    def _may_leave(self, source: Node, side: Side, start: Cell, end: Cell) -> bool:
        if self._splits(source):
            return True
        free = source.id not in self._hosts and not is_event(source) and not is_gateway(source)
        return free and end.column <= start.column

    def _enters(self, target: Node, start: Cell, end: Cell) -> tuple[Side, int]:
        """Return at which side a flow enters, and the corridor by which it comes."""
        for side in _sides(end, start):
            level = self._corridor(end.row, side)
            column = 4 * end.column + COLUMN
            if self._merges(target) and self._may_cross(column, level, target.id):
                return side, level
        return "left", self._corridor(end.row, _sides(end, start)[0])

    def _corridor(self, row: int, side: Side) -> int:
        if side == "bottom":
            return _level(row) + 1
        return _level(row) - 1 if self._grid.begins_lane(row) else _level(row - 1) + 1

    def _may_cross(self, upright: int, level: int, node: str) -> bool:
        """Two nodes one above the other do not both use the corridor between them."""
        return self._crossings.get((upright, level), node) == node

    def _cross(self, upright: int, level: int, node: str) -> None:
        self._crossings[upright, level] = node

    def _splits(self, node: Node) -> bool:
        return is_gateway(node) and len(self._process.outgoing[node.id]) > 1

    def _merges(self, node: Node) -> bool:
        return is_gateway(node) and len(self._process.incoming[node.id]) > 1

    def _fits_in_the_middle(self, flow: Flow, gutter: int) -> bool:
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
    rows = {
        flow.id: tuple(
            grid.cells[standing(process.by_id[name])].row for name in (flow.source, flow.target)
        )
        for flow in flows
    }
    left, done = list(flows), list[Flow]()
    while left:
        ready = next((flow for flow in left if not any(_before(rows, left, flow))), None)
        if ready is None:
            return None
        left.remove(ready)
        done.append(ready)
    return tuple(done)


def _before(rows: dict[str, tuple[int, ...]], flows: list[Flow], flow: Flow) -> Iterator[bool]:
    for other in flows:
        yield (
            other is not flow
            and other.target != flow.target
            and rows[other.id][0] == rows[flow.id][1]
        )


def _level(row: int) -> int:
    return 3 * row + 1


def _sides(here: Cell, there: Cell) -> tuple[Side, Side]:
    """Return the side that faces another cell, then the other one."""
    return ("top", "bottom") if there.row < here.row else ("bottom", "top")
