"""Bars from nought to a middle value, with the range that it may lie in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as Tree

from kerja.targets.charts.sheet import (
    BAND,
    MARGIN,
    NOTHING,
    STRONG,
    TEXT,
    WIDTH,
    add_name,
    column_of,
    sheet,
    written,
)
from kerja.workflow.pictures.lettering import line_height, width
from kerja.workflow.pictures.picture import Frame
from kerja.workflow.pictures.signs import Colours, add_rectangle, add_text, element

_ROW, _BAR, _GAP = 24.0, 13.0, 8.0
_MOST_NAME = 190.0


@dataclass(frozen=True, slots=True)
class Spread:
    """One bar: its name, its low, middle and high end, and how these are printed."""

    name: str
    low: float
    middle: float
    high: float
    said: str


def range_chart(rows: Sequence[Spread], *, title: str, description: str) -> str:
    """Return the bars one below the other, all to one scale that begins at nought."""
    names = column_of([row.name for row in rows], _MOST_NAME)
    said = max((width(row.said, TEXT) for row in rows), default=0.0)
    tall = max((line_height(row.name, TEXT) for row in rows), default=0.0) * 2 + 4
    pitch = max(_ROW, tall) if any(width(r.name, TEXT) > _MOST_NAME for r in rows) else _ROW
    left = MARGIN + names + _GAP
    room = max(60.0, WIDTH - left - said - _GAP - MARGIN)
    most = max((row.high for row in rows), default=0.0)
    most = most if most > NOTHING else 1.0
    root = sheet(title, description, 2 * MARGIN + pitch * len(rows))
    for number, row in enumerate(rows):
        middle = MARGIN + pitch * (number + 0.5)
        add_name(root, row.name, (left - _GAP, middle), names)
        _add_bar(root, row, (left, middle), room / most)
        add_text(root, row.said, (left + room + _GAP, middle + TEXT * 0.36), TEXT)
    return written(root)


def _add_bar(root: Tree.Element, row: Spread, at: tuple[float, float], scale: float) -> None:
    left, middle = at
    top = middle - _BAR / 2
    long = max(row.middle * scale, 0.5)
    add_rectangle(root, Frame(left, top, long, _BAR), Colours(BAND, "none"))
    low, high = left + row.low * scale, left + row.high * scale
    whiskers = ((low, high, 0), (low, low, 4), (high, high, 4))
    for first, last, up in whiskers:
        y = {"y1": middle - up, "y2": middle + up}
        element(root, "line", x1=first, x2=last, **y, stroke=STRONG, stroke_width=1.6)
    element(root, "circle", cx=left + row.middle * scale, cy=middle, r=2.6, fill=STRONG)
