"""A band over time: for each month the low, middle and high value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as Tree

from kerja.targets.charts.sheet import (
    BAND,
    MARGIN,
    QUIET,
    RULE,
    STRONG,
    TEXT,
    WIDTH,
    sheet,
    ticks,
    written,
)
from kerja.workflow.pictures.lettering import width
from kerja.workflow.pictures.signs import add_text, element

_HIGH = 170.0
_FOOT = 20.0
_SMALL = 9.0


@dataclass(frozen=True, slots=True)
class Moment:
    """One month: what stands below it ("" for none), and the ends and middle of its range.

    `begins` is the name of a span, such as a fiscal year, that begins with it; "" for none.
    """

    name: str
    low: float
    middle: float
    high: float
    begins: str = ""


def band_chart(
    moments: Sequence[Moment], *, title: str, description: str, said: Callable[[float], str]
) -> str:
    """Return a band with its middle as a line.

    Args:
        moments: at least one, in order.
        title: the accessible name.
        description: what is to be seen, in a sentence.
        said: prints a number of the axis.
    """
    axis = ticks(0.0, max(moment.high for moment in moments))
    left = MARGIN + max(width(said(tick), _SMALL) for tick in axis) + 6
    top = MARGIN + (TEXT + 4 if any(moment.begins for moment in moments) else 0)
    root = sheet(title, description, top + _HIGH + _FOOT)
    step = (WIDTH - left - MARGIN) / len(moments)

    def place(at: float, value: float) -> tuple[float, float]:
        return left + step * at, top + _HIGH * (1 - value / axis[-1])

    for tick in axis:
        _, y = place(0, tick)
        element(root, "line", x1=left, x2=WIDTH - MARGIN, y1=y, y2=y, stroke=RULE, stroke_width=0.6)
        add_text(root, said(tick), (left - 6, y + 3), _SMALL, anchor="end", fill=QUIET)
    lower = [place(at + 0.5, moment.low) for at, moment in enumerate(moments)]
    upper = [place(at + 0.5, moment.high) for at, moment in enumerate(moments)]
    element(root, "polygon", points=_points([*upper, *reversed(lower)]), fill=BAND)
    line = _points([place(at + 0.5, moment.middle) for at, moment in enumerate(moments)])
    drawn = element(root, "polyline", points=line, stroke=STRONG, stroke_width=1.8)
    drawn.set("fill", "none")
    for at, moment in enumerate(moments):
        if moment.name:
            x, _ = place(at + 0.5, 0)
            add_text(root, moment.name, (x, top + _HIGH + 13), _SMALL, anchor="middle", fill=QUIET)
        if moment.begins:
            _begin(root, moment.begins, place(at, 0)[0], top)
    return written(root)


def _begin(root: Tree.Element, name: str, x: float, top: float) -> None:
    drawn = element(root, "line", x1=x, x2=x, y1=MARGIN, y2=top + _HIGH, stroke=QUIET)
    drawn.set("stroke-dasharray", "3 2.5")
    drawn.set("stroke-width", "0.8")
    add_text(root, name, (x + 4, MARGIN + TEXT), TEXT, fill=QUIET)


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{round(x, 2):g},{round(y, 2):g}" for x, y in points)
