"""The places of columns, gutters, rows and corridors, each as wide as what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kerja.workflow.bpmn.layout.grid import Grid
from kerja.workflow.bpmn.layout.lines import LEFT, MIDDLE, RIGHT, upright
from kerja.workflow.bpmn.layout.sizes import BORDER_EVENT, Box, heading_length
from kerja.workflow.bpmn.layout.tracks import Tracks

PITCH = 10
_PAD = 10
"""Room around what stands in a column or row."""

_CLEAR = 5
"""Room between a line and what stands beside it."""

_LEFT_EDGE, _TOP_EDGE = 180, 80


@dataclass(frozen=True)
class Rulers:
    """Where things stand.

    `columns` and `rows` are centres; `uprights` and `levels` the first track of each bundle by
    its number; `left`, `top` and `right` the border of all lanes; `bands` the height of each row
    with its corridors: from, to.
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
    """Return centres, uprights and the right edge.

    What stands in one column may reach over the next, where nothing stands at its height. No line
    may lie in its way: one in a gutter or in the middle of a column can be as long as the drawing
    is high.
    """
    centres: list[int] = []
    uprights: dict[int, int] = {}
    placed: list[list[Box]] = [[] for _ in grid.rows]
    wall = reach = _LEFT_EDGE + 2 * _PAD
    for column in range(grid.columns):
        held = _held(grid, extents, column)
        if tracks.in_gutter(column):
            wall = reach = _gutter(tracks, uprights, column, reach + _PAD) + _CLEAR
        x = max(
            reach + _PAD,
            wall + _CLEAR - min(box.x for _, box in held),
            *(before.right + _gap(before, box) - box.x
              for row, box in held for before in placed[row] if _at_one_height(before, box)),
        )  # fmt: skip
        centres.append(x)
        for row, box in held:
            placed[row].append(Box(x + box.x, box.y, box.width, box.height))
        reach = max(reach, *(x + box.right for _, box in held))
        wall = x + BORDER_EVENT[0]
    right = _gutter(tracks, uprights, grid.columns, reach + _PAD)
    return centres, uprights, right + _PAD


def _gutter(tracks: Tracks, uprights: dict[int, int], column: int, x: int) -> int:
    """Note where the uprights of a gutter stand that begins at x; return where it ends."""
    for zone in (LEFT, MIDDLE, RIGHT):
        uprights[upright(column, zone)] = x
        x += PITCH * tracks.count("upright", upright(column, zone))
    return x


def _at_one_height(one: Box, other: Box) -> bool:
    return one.y < other.bottom and other.y < one.bottom


def _gap(one: Box, other: Box) -> int:
    """Return the room between two rectangles: an arrow between nodes must be seen."""
    on_line = all(box.y < 0 < box.bottom for box in (one, other))
    return 2 * _PAD if on_line else _PAD


def _held(grid: Grid, extents: Mapping[str, tuple[Box, ...]], column: int) -> list[tuple[int, Box]]:
    """Return the rectangles in a column, each with its row."""
    return [(grid.cells[name].row, box) for name in grid.in_column[column] for box in extents[name]]


def _down(
    grid: Grid, tracks: Tracks, extents: Mapping[str, tuple[Box, ...]]
) -> tuple[list[int], dict[int, int], list[tuple[int, int]]]:
    centres: list[int] = []
    levels: dict[int, int] = {}
    bands: list[tuple[int, int]] = []
    y = least = _TOP_EDGE
    for row, lane in enumerate(grid.rows):
        begin = y
        if grid.begins_lane(row):
            least = y + heading_length(lane)
            y = _corridor(tracks, levels, 3 * row, y)
        held = [box for name in grid.in_row[row] for box in extents[name]]
        y += -min(box.y for box in held)
        centres.append(y)
        y = _corridor(tracks, levels, 3 * row + 2, y + max(box.bottom for box in held))
        if grid.ends_lane(row):
            y = max(y, least)
        bands.append((begin, y))
    return centres, levels, bands


def _corridor(tracks: Tracks, levels: dict[int, int], number: int, y: int) -> int:
    levels[number] = y + _PAD
    return y + _PAD + PITCH * tracks.count("level", number)
