"""The legend below the picture: only the signs that the picture uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as Tree

from kerja.workflow.marks import MARKS
from kerja.workflow.pictures.drawing import LEGEND_HEIGHT, MARGIN
from kerja.workflow.pictures.lettering import width
from kerja.workflow.pictures.notes import SIZE, number_width
from kerja.workflow.pictures.picture import Frame, Picture, Point
from kerja.workflow.pictures.signs import (
    CHANGE_COLOURS,
    KIND_COLOURS,
    LINE,
    MANNER_COLOURS,
    RULE,
    Colours,
    add_clock,
    add_coin,
    add_outline,
    add_rectangle,
    add_small_arrow,
    add_text,
    element,
    mark_change,
    mark_rule,
)
from kerja.workflow.scene import Scene
from kerja.workflow.telling import Sign
from kerja.workflow.wording import word

_SIGN = 24.0
_CHANGES: Mapping[str, Sign] = {mark.word: sign for sign, mark in MARKS.items()}
_AS_BEFORE = "as before"


def add_legend(
    root: Tree.Element, shown: Scene, picture: Picture, labels: Mapping[str, str]
) -> None:
    """Add signs with their words in one or two lines."""
    group = element(root, "g")
    y = picture.height - LEGEND_HEIGHT - MARGIN + 16
    x = MARGIN
    for sign, text in _signs(shown):
        label = word(text, labels)
        wide = _SIGN + width(label, SIZE) + 14
        if x > MARGIN and x + wide > picture.width - MARGIN:
            x, y = MARGIN, y + 14
        _add_sign(group, sign, (x, y))
        add_text(group, label, (x + _SIGN, y + 2.7), SIZE)
        x += wide


def add_number(group: Tree.Element, at: Point, number: str) -> None:
    """Add the number of a step that is led to, its base line at a point."""
    wide = number_width(number)
    add_rectangle(group, Frame(at[0], at[1] - 6.6, wide, 8.2), Colours(LINE, "none"), radius=2)
    middle = (at[0] + wide / 2, at[1])
    add_text(group, number, middle, SIZE, bold=True, anchor="middle", fill="#ffffff")


def _signs(shown: Scene) -> Iterator[tuple[str, str]]:
    if shown.is_comparison:
        yield "added", "added"
        yield "removed", "removed, with its old number"
        yield "changed", "changed"
        yield _AS_BEFORE, _AS_BEFORE
    else:
        used = {step.kind for step in shown.steps}
        yield from ((kind, f"kind.{kind}") for kind in KIND_COLOURS if kind in used)
    if any(step.pays_person for step in shown.steps):
        yield "coin", "legend.money"
    yield "arrow", "legend.usual"
    yield "other", "legend.other"
    if any(step.deadline for step in shown.steps):
        yield "clock", "legend.deadline"
    if any(step.rule for step in shown.steps):
        yield "rule-note" if shown.is_comparison else "rule", "legend.rule"


def _add_sign(group: Tree.Element, sign: str, at: Point) -> None:
    x, y = at
    frame = Frame(x, y - 5, 20, 10)
    if sign in KIND_COLOURS:
        add_outline(group, frame, sign, KIND_COLOURS[sign])
    elif sign in _CHANGES:
        _add_change(group, _CHANGES[sign], frame)
    elif sign == _AS_BEFORE:
        add_outline(group, frame, "service", CHANGE_COLOURS[""])
    elif sign == "coin":
        add_coin(group, (x + 14, y))
    elif sign == "arrow":
        element(group, "line", x1=x, y1=y, x2=x + 16, y2=y, stroke=LINE, stroke_width=1.2)
        element(group, "path", d=f"M{x + 15:g} {y - 2.8:g}l5 2.8l-5 2.8z", fill=LINE)
    elif sign == "other":
        add_small_arrow(group, (x, y))
        add_number(group, (x + 10, y + 2.6), "9")
    elif sign == "clock":
        add_clock(group, (x + 14, y))
    elif sign == "rule-note":
        add_rectangle(group, frame, MANNER_COLOURS["rule"], radius=2.5)
    else:
        mark_rule(add_outline(group, frame, "service", Colours("none", RULE)))


def _add_change(group: Tree.Element, sign: Sign, frame: Frame) -> None:
    colours = CHANGE_COLOURS[sign]
    mark_change(add_outline(group, frame, "service", colours), sign)
    at = (frame.middle, frame.y + frame.height / 2 + 2.7)
    add_text(group, sign, at, 9, bold=True, anchor="middle", fill=colours.edge)
