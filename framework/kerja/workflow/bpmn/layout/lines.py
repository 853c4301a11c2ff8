"""The lines on which flows run, without a place yet, and routes made of them.

Uprights are numbered 4 * column + zone: zones 0 to 2 are the left, middle and right part of the
gutter before the column, 3 is the column itself. Levels are numbered 3 * row + 1 for the row, one
less for the corridor above it, one more for that below. Flows leave in the left part of a gutter
and arrive in the right part, so that the stubs of two flows in one row never lie on each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kerja.workflow.bpmn.layout.grid import Cell
from kerja.workflow.bpmn.process import Flow

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


def upright(column: int, zone: int) -> int:
    """Return the number of an upright."""
    return 4 * column + zone


def level(row: int) -> int:
    """Return the number of the level through the middle of a row."""
    return 3 * row + 1


def facing(here: Cell, there: Cell) -> tuple[Side, Side]:
    """Return the side that faces another cell, then the other one."""
    return ("top", "bottom") if there.row < here.row else ("bottom", "top")
