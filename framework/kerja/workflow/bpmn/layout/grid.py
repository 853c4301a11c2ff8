"""The cells of a diagram: columns from left to right, rows within lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kerja.profile.journey import Lane
from kerja.workflow.bpmn.layout.placing import place
from kerja.workflow.bpmn.process import Process


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

    @cached_property
    def in_column(self) -> Mapping[int, tuple[str, ...]]:
        """Nodes by column."""
        return self._grouped("column")

    @cached_property
    def in_row(self) -> Mapping[int, tuple[str, ...]]:
        """Nodes by row."""
        return self._grouped("row")

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

    def ends_lane(self, row: int) -> bool:
        """Return whether a row is the last of its lane."""
        return row + 1 == len(self.rows) or self.begins_lane(row + 1)

    def _grouped(self, axis: Literal["column", "row"]) -> Mapping[int, tuple[str, ...]]:
        found: dict[int, list[str]] = defaultdict(list)
        for name, cell in self.cells.items():
            found[getattr(cell, axis)].append(name)
        return {number: tuple(names) for number, names in found.items()}


def make_grid(process: Process) -> Grid:
    """Return the grid of a process; the same process gives the same grid."""
    places = place(process)
    rows: list[Lane] = []
    first: list[int] = []
    for number, lane in enumerate(process.lanes):
        first.append(len(rows))
        used = [found.height.row for found in places.values() if found.height.lane == number]
        rows += [lane] * (1 + max(used))
    cells = {
        name: Cell(found.column, first[found.height.lane] + found.height.row)
        for name, found in places.items()
    }
    return Grid(cells, tuple(rows))
