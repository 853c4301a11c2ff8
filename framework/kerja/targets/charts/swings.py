"""What moves a sum: for each cause the value at its low and at its high end, the widest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kerja.targets.charts.sheet import (
    MARGIN,
    QUIET,
    RULE,
    STRONG,
    TEXT,
    WIDTH,
    add_name,
    column_of,
    sheet,
    ticks,
    written,
)
from kerja.workflow.pictures.lettering import line_height, width
from kerja.workflow.pictures.picture import Frame
from kerja.workflow.pictures.signs import Colours, add_rectangle, add_text, element

_BAR, _GAP, _SMALL = 13.0, 8.0, 9.0
_HEAD, _FOOT = 6.0, 20.0
_MOST_NAME = 200.0
_MOST_TICKS = 5
_LOW, _HIGH = "#d98c3f", "#3b6199"


@dataclass(frozen=True, slots=True)
class Pull:
    """One cause, and the sum at the low and at the high end of it; all else at its usual value."""

    name: str
    at_low: float
    at_high: float


def swing_chart(
    pulls: Sequence[Pull],
    *,
    centre: float,
    title: str,
    description: str,
    said: Callable[[float], str],
) -> str:
    """Return the bars about the value that nothing moves; a low end is drawn in orange.

    Args:
        pulls: at least one.
        centre: the sum with every cause at its usual value.
        title: the accessible name.
        description: what is to be seen, in a sentence.
        said: prints a number of the axis.
    """
    names = column_of([pull.name for pull in pulls], _MOST_NAME)
    is_long = any(width(pull.name, TEXT) > _MOST_NAME for pull in pulls)
    lines = 2 * max(line_height(pull.name, TEXT) for pull in pulls) + 4
    pitch = lines if is_long else _BAR + 9
    left = MARGIN + names + _GAP
    ends = [centre, *(end for pull in pulls for end in (pull.at_low, pull.at_high))]
    axis = _axis(min(ends), max(ends), WIDTH - MARGIN - left, said)
    right = WIDTH - MARGIN - width(said(axis[-1]), _SMALL) / 2
    bottom = MARGIN + _HEAD + pitch * len(pulls)
    root = sheet(title, description, bottom + _FOOT)

    def place(value: float) -> float:
        return left + (right - left) * (value - axis[0]) / (axis[-1] - axis[0])

    for tick in axis:
        x = place(tick)
        element(root, "line", x1=x, x2=x, y1=MARGIN, y2=bottom, stroke=RULE, stroke_width=0.6)
        add_text(root, said(tick), (x, bottom + 13), _SMALL, anchor="middle", fill=QUIET)
    for number, pull in enumerate(pulls):
        middle = MARGIN + _HEAD + pitch * (number + 0.5)
        add_name(root, pull.name, (left - _GAP, middle), names)
        for end, colour in ((pull.at_low, _LOW), (pull.at_high, _HIGH)):
            first, last = sorted((place(centre), place(end)))
            bar = Frame(first, middle - _BAR / 2, max(last - first, 0.4), _BAR)
            add_rectangle(root, bar, Colours(colour, "none"))
    x = place(centre)
    element(root, "line", x1=x, x2=x, y1=MARGIN, y2=bottom, stroke=STRONG, stroke_width=1.4)
    return written(root)


def _axis(
    least: float, most: float, room: float, said: Callable[[float], str]
) -> tuple[float, ...]:
    """Return as many numbers as find room beside each other."""
    for count in range(_MOST_TICKS, 1, -1):
        axis = ticks(least, most, count=count)
        widest = max(width(said(tick), _SMALL) for tick in axis)
        if len(axis) * (widest + _GAP) < room:
            return axis
    return ticks(least, most, count=1)
