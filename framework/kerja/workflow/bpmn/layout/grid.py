"""The cells of a diagram: columns by the longest way from the start, rows within lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kerja.profile.journey import Lane
from kerja.workflow.bpmn.process import Node, Process


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """Column and row, both from 0."""

    column: int
    row: int


@dataclass(frozen=True)
class Grid:
    """The cell of every node that does not stand on a border, and the lane of every row."""

    cells: Mapping[str, Cell]
    rows: tuple[Lane, ...]

    @property
    def columns(self) -> int:
        """Number of columns."""
        return 1 + max(cell.column for cell in self.cells.values())

    @cached_property
    def taken(self) -> frozenset[Cell]:
        """Cells that hold a node."""
        return frozenset(self.cells.values())

    def is_free(self, row: int, first: int, last: int) -> bool:
        """Return whether no node stands in a row from one column to another, both included."""
        return not any(Cell(column, row) in self.taken for column in range(first, last + 1))

    def is_free_upright(self, column: int, start: int, end: int) -> bool:
        """Return whether no node stands in a column beyond the row `start` as far as `end`."""
        between = range(start + 1, end + 1) if start < end else range(end, start)
        return not any(Cell(column, row) in self.taken for row in between)

    def begins_lane(self, row: int) -> bool:
        """Return whether a row is the first of its lane."""
        return row == 0 or self.rows[row - 1] != self.rows[row]


def make_grid(process: Process) -> Grid:
    """Return the grid of a process; the same process gives the same grid."""
    onward = _onward(process)
    ranks = _ranks(process, onward)
    sub_rows = _sub_rows(process, ranks, onward)
    rows: list[Lane] = []
    first: dict[Lane, int] = {}
    for lane in process.lanes:
        first[lane] = len(rows)
        used = [row for name, row in sub_rows.items() if process.by_id[name].lane == lane]
        rows += [lane] * (1 + max(used))
    cells = {
        name: Cell(ranks[name], first[process.by_id[name].lane] + row)
        for name, row in sub_rows.items()
    }
    return Grid(cells, tuple(rows))


def standing(node: Node) -> str:
    """Return the node in whose cell a node stands: itself, or its host."""
    return node.host or node.id


def _onward(process: Process) -> dict[str, list[str]]:
    onward: dict[str, list[str]] = {n.id: [] for n in process.nodes if not n.on_border}
    for flow in process.flows:
        onward[standing(process.by_id[flow.source])].append(flow.target)
    return onward


def _ranks(process: Process, onward: Mapping[str, list[str]]) -> dict[str, int]:
    """Return the length of the longest way from the start, ways back left out."""
    forward = _without_ways_back(process, onward)
    open_ways: dict[str, int] = dict.fromkeys(onward, 0)
    for targets in forward.values():
        for target in targets:
            open_ways[target] += 1
    ready = [name for name, count in open_ways.items() if not count]
    ranks = dict.fromkeys(onward, 0)
    while ready:
        here = ready.pop()
        for target in forward[here]:
            ranks[target] = max(ranks[target], ranks[here] + 1)
            open_ways[target] -= 1
            if not open_ways[target]:
                ready.append(target)
    return ranks


def _without_ways_back(process: Process, onward: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the ways on but for those that close a loop, found depth first."""
    kept: dict[str, list[str]] = {name: [] for name in onward}
    on_path: set[str] = set()
    seen: set[str] = set()
    starts = [node.id for node in process.nodes if node.kind == "start"]
    for start in [*starts, *onward]:
        if start in seen:
            continue
        seen.add(start)
        on_path.add(start)
        path = [(start, iter(onward[start]))]
        while path:
            here, targets = path[-1]
            target = next(targets, None)
            if target is None:
                path.pop()
                on_path.discard(here)
                continue
            if target not in on_path:
                kept[here].append(target)
            if target not in seen:
                seen.add(target)
                on_path.add(target)
                path.append((target, iter(onward[target])))
    return kept


def _sub_rows(
    process: Process, ranks: Mapping[str, int], onward: Mapping[str, list[str]]
) -> dict[str, int]:
    """Return the row of each node in its lane: that of the node before it, if that is free."""
    before: dict[str, list[str]] = defaultdict(list)
    for name, targets in onward.items():
        for target in targets:
            before[target].append(name)
    used: set[tuple[Lane, int, int]] = set()
    rows: dict[str, int] = {}
    for name in sorted(onward, key=lambda name: ranks[name]):
        lane = process.by_id[name].lane
        wishes = [rows[b] for b in before[name] if b in rows and process.by_id[b].lane == lane]
        row = next(
            row for row in (*wishes, *range(len(onward))) if (lane, ranks[name], row) not in used
        )
        used.add((lane, ranks[name], row))
        rows[name] = row
    return rows
