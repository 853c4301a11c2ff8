"""How each flow is led: along rows and columns, in gutters between columns, in corridors."""

from __future__ import annotations

from collections.abc import Callable

from kerja.workflow.bpmn.layout.grid import Cell, Grid
from kerja.workflow.bpmn.layout.lines import (
    COLUMN,
    LEFT,
    MIDDLE,
    RIGHT,
    Line,
    Route,
    Side,
    facing,
    level,
    upright,
)
from kerja.workflow.bpmn.layout.ranks import standing
from kerja.workflow.bpmn.layout.room import Room
from kerja.workflow.bpmn.layout.sizes import has_label_below, is_event, is_gateway
from kerja.workflow.bpmn.process import Flow, Node, Process


def find_routes(process: Process, grid: Grid) -> tuple[Route, ...]:
    """Return a route for each flow, in the order of the flows.

    Those without a bend are found first: what others would take of their room must not bend them.
    """
    search = _Search(process, grid)
    found: dict[str, Route] = {}
    ways: tuple[Callable[[Flow], Route | None], ...] = (
        search.up_or_down, search.along_a_row, search.around
    )  # fmt: skip
    for way in ways:
        for flow in process.flows:
            route = None if flow.id in found else way(flow)
            if route is not None:
                found[flow.id] = route
    return tuple(found[flow.id] for flow in process.flows)


class _Search:
    """Ways to lead a flow, each a route or None where there is no room for it."""

    def __init__(self, process: Process, grid: Grid) -> None:
        self._process = process
        self._grid = grid
        self._room = Room(process, grid)
        self._hosts = {node.host for node in process.nodes if node.on_border}

    def up_or_down(self, flow: Flow) -> Route | None:
        """Return a route within a column."""
        source, target, start, end = self._ends(flow)
        step = 1 if end.row > start.row else -1
        free = self._grid.is_free_upright(start.column, start.row, end.row - step)
        if start.column != end.column or source.on_border or not free:
            return None
        if has_label_below(source if start.row < end.row else target):
            return None
        leaves, enters = facing(start, end)
        self._room.leave(source.id, leaves)
        self._room.leave(target.id, enters)
        self._room.climb(start.column, start.row, end.row)
        first, last = sorted((level(start.row), level(end.row)))
        for between in range(first + 1, last):
            self._room.cross(upright(start.column, COLUMN), between, target.id)
        return Route(flow, leaves, enters)

    def along_a_row(self, flow: Flow) -> Route | None:
        """Return a route within a row, to the right."""
        source, _, start, end = self._ends(flow)
        if start.row != end.row or end.column <= start.column or source.on_border:
            return None
        stretch = (end.row, upright(start.column, COLUMN), upright(end.column, COLUMN))
        free = self._grid.is_free(end.row, start.column + 1, end.column - 1)
        if not free or not self._room.may_run(flow, *stretch):
            return None
        self._room.run(flow, *stretch)
        self._room.leave(source.id, "right")
        return Route(flow, "right", "left")

    def around(self, flow: Flow) -> Route:
        """Return a route with bends, as few as there is room for."""
        source, target, start, end = self._ends(flow)
        found = None
        if end.column > start.column and end.row != start.row:
            found = self._around_a_corner(flow, source, start, end)
            if found is None and not source.on_border and not self._has_other_way(source):
                found = self._bent(flow, start, end)
        return found or self._by_corridor(flow, source, target)

    def _ends(self, flow: Flow) -> tuple[Node, Node, Cell, Cell]:
        source, target = self._process.by_id[flow.source], self._process.by_id[flow.target]
        return source, target, self._cell(source), self._cell(target)

    def _cell(self, node: Node) -> Cell:
        return self._grid.cells[standing(node)]

    def _around_a_corner(self, flow: Flow, source: Node, start: Cell, end: Cell) -> Route | None:
        """Return a route that leaves downwards or upwards and then runs along its row."""
        side: Side = "bottom" if end.row > start.row else "top"
        may = side == "bottom" if source.on_border else self._splits(source)
        stretch = (end.row, upright(start.column, COLUMN), upright(end.column, COLUMN))
        if not (
            may
            and self._grid.is_free(end.row, start.column + 1, end.column - 1)
            and self._grid.is_free_upright(start.column, start.row, end.row)
            and self._room.may_leave(source.id, side)
            and self._room.may_climb(start.column, start.row, end.row)
            and self._room.may_run(flow, *stretch)
        ):
            return None
        self._room.run(flow, *stretch)
        self._room.climb(start.column, start.row, end.row)
        self._room.leave(source.id, side)
        return Route(flow, side, "left")

    def _bent(self, flow: Flow, start: Cell, end: Cell) -> Route | None:
        """Return a route to the right with one upright, in the first gutter or in the last."""
        early, late = upright(start.column + 1, MIDDLE), upright(end.column, MIDDLE)
        ways = (
            (early, end.row, early, upright(end.column, COLUMN)),
            (late, start.row, upright(start.column, COLUMN), late),
        )
        for line, row, begin, finish in ways:
            if (
                self._grid.is_free(row, start.column + 1, end.column - 1)
                and self._room.may_run(flow, row, begin, finish)
                and self._room.fits_in_the_middle(flow, line // 4)
            ):
                self._room.run(flow, row, begin, finish)
                self._room.leave(flow.source, "right")
                bend = Line("upright", line, level(start.row), level(end.row))
                return Route(flow, "right", "left", (bend,))
        return None

    def _has_other_way(self, source: Node) -> bool:
        """Return whether a flow has left to the right, and above or below another may."""
        above_or_below: tuple[Side, ...] = ("top", "bottom")
        return not self._room.may_leave(source.id, "right") and any(
            self._room.may_leave(source.id, side) for side in above_or_below
        )

    def _by_corridor(self, flow: Flow, source: Node, target: Node) -> Route:
        """Return a route by a corridor; there always is one."""
        start, end = self._cell(source), self._cell(target)
        leaves = self._leaves(source, start, end)
        first: tuple[Line, ...] = ()
        enters, along = self._enters(target, start, end)
        if leaves == "right":
            out = upright(start.column + 1, LEFT)
            first = (Line("upright", out, level(start.row), along),)
        else:
            out = upright(start.column, COLUMN)
            wanted = self._corridor(start.row, leaves)
            if wanted != along:
                enters, along = "left", wanted
        if enters == "left":
            into = upright(end.column, RIGHT)
            last: tuple[Line, ...] = (Line("upright", into, along, level(end.row)),)
        else:
            into = upright(end.column, COLUMN)
            last = ()
            self._room.cross(into, along, target.id)
        return Route(flow, leaves, enters, (*first, Line("level", along, out, into), *last))

    def _leaves(self, source: Node, start: Cell, end: Cell) -> Side:
        if source.on_border:
            return "bottom"
        column = upright(start.column, COLUMN)
        for side in facing(start, end):
            along = self._corridor(start.row, side)
            if (
                self._turns(source, start, end)
                and self._room.may_leave(source.id, side)
                and self._room.may_cross(column, along, source.id)
            ):
                self._room.leave(source.id, side)
                self._room.cross(column, along, source.id)
                return side
        self._room.leave(source.id, "right")
        return "right"

    def _turns(self, source: Node, start: Cell, end: Cell) -> bool:
        """Return whether a flow may leave a node above or below."""
        if self._splits(source):
            return True
        free = source.id not in self._hosts and not is_event(source) and not is_gateway(source)
        return free and end.column <= start.column

    def _enters(self, target: Node, start: Cell, end: Cell) -> tuple[Side, int]:
        """Return at which side a flow enters, and the corridor by which it comes."""
        column = upright(end.column, COLUMN)
        for side in facing(end, start):
            along = self._corridor(end.row, side)
            if self._merges(target) and self._room.may_cross(column, along, target.id):
                return side, along
        return "left", self._corridor(end.row, facing(end, start)[0])

    def _corridor(self, row: int, side: Side) -> int:
        if side == "bottom":
            return level(row) + 1
        return level(row) - 1 if self._grid.begins_lane(row) else level(row - 1) + 1

    def _splits(self, node: Node) -> bool:
        return is_gateway(node) and len(self._process.outgoing[node.id]) > 1

    def _merges(self, node: Node) -> bool:
        return is_gateway(node) and len(self._process.incoming[node.id]) > 1
