"""The places of columns, gutters, rows and corridors, each as wide as what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kerja.workflow.bpmn.layout.grid import Grid
from kerja.workflow.bpmn.layout.routes import LEFT, MIDDLE, RIGHT
from kerja.workflow.bpmn.layout.sizes import Box
from kerja.workflow.bpmn.layout.tracks import Tracks

PITCH = 10
_PAD = 10
_LEFT_EDGE, _TOP_EDGE = 180, 80


@dataclass(frozen=True)
class Rulers:
    """Where things stand.

    `columns` and `rows` are centres; `uprights` and `levels` the first track of each bundle by
    its number; `left` to `bottom` the border of all lanes; `lanes` the height of each row with
    its corridors: from, to.
    """

    columns: Sequence[int]
    rows: Sequence[int]
    uprights: Mapping[int, int]
    levels: Mapping[int, int]
    right: int
    bands: Sequence[tuple[int, int]]

    @property
    def left(self) -> int:
        """Where lanes begin, right of their headings."""
        return _LEFT_EDGE

    @property
    def top(self) -> int:
        """Where the first lane begins."""
        return _TOP_EDGE


def measure(grid: Grid, tracks: Tracks, extents: Mapping[str, tuple[Box, ...]]) -> Rulers:
    """Return the rulers for a grid whose cells hold these rectangles."""
    columns, uprights, right = _across(grid, tracks, extents)
    rows, levels, bands = _down(grid, tracks, extents)
    return Rulers(columns, rows, uprights, levels, right, bands)


def _across(
    grid: Grid, tracks: Tracks, extents: Mapping[str, tuple[Box, ...]]
) -> tuple[list[int], dict[int, int], int]:
    centres: list[int] = []
    uprights: dict[int, int] = {}
    x = _LEFT_EDGE + _PAD
    for column in range(grid.columns + 1):
        x += _PAD
        for zone in (LEFT, MIDDLE, RIGHT):
            uprights[4 * column + zone] = x
            x += PITCH * tracks.count("upright", 4 * column + zone)
        x += _PAD
        if column < grid.columns:
            held = _held(grid, extents, column=column)
            x += -min(box.x for box in held)
            centres.append(x)
            x += max(box.right for box in held)
    return centres, uprights, x + _PAD


def _down(
    grid: Grid, tracks: Tracks, extents: Mapping[str, tuple[Box, ...]]
) -> tuple[list[int], dict[int, int], list[tuple[int, int]]]:
    centres: list[int] = []
    levels: dict[int, int] = {}
    bands: list[tuple[int, int]] = []
    y = _TOP_EDGE
    for row in range(len(grid.rows)):
        begin = y
        if grid.begins_lane(row):
            y = _corridor(tracks, levels, 3 * row, y)
        held = _held(grid, extents, row=row)
        y += -min(box.y for box in held)
        centres.append(y)
        y = _corridor(tracks, levels, 3 * row + 2, y + max(box.bottom for box in held))
        bands.append((begin, y))
    return centres, levels, bands


def _corridor(tracks: Tracks, levels: dict[int, int], number: int, y: int) -> int:
    levels[number] = y + _PAD
    return y + 2 * _PAD + PITCH * max(0, tracks.count("level", number) - 1)


def _held(
    grid: Grid,
    extents: Mapping[str, tuple[Box, ...]],
    *,
    column: int | None = None,
    row: int | None = None,
) -> Iterable[Box]:
    return [
        box
        for name, cell in grid.cells.items()
        if column in (None, cell.column) and row in (None, cell.row)
        for box in extents[name]
    ]
