"""What must be true of a drawing: texts large enough for paper, none covered or cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

A3_POINTS = 420 / 25.4 * 72 - 2 * 28, 297 / 25.4 * 72 - 2 * 28
"""Width and height of A3 landscape less a centimetre on each side, in points."""

SHEETS = 3
"""Sheets of A3 side by side: a journey of thirty steps in one line is legible on no single one."""

LEAST_POINTS = 4.5
"""Height of the smallest text on paper."""

_TOUCH = 2.0
"""Pixels by which boxes may overlap: a line box is higher than its letters."""

Box = tuple[float, float, float, float]
Drawing = dict[str, Any]
"""What the runner measured: warnings, width, texts, shapes, lines."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text where it stands, in pixels of the drawing: left, top, right, bottom."""

    name: str
    size: float
    box: Box
    label: bool
    lane: bool


def drawing_faults(drawing: Drawing) -> Iterator[str]:
    """Yield what bpmn-js warns of, and what a reader of the page would stumble over."""
    if drawing.get("error"):
        yield f"not drawn: {drawing['error']}"
        return
    yield from drawing["warnings"]
    if not any(shape["type"] == "bpmn:Participant" for shape in drawing["shapes"]):
        yield "no pool is drawn"
    smallest = min(text.size for text in _texts(drawing))
    points = smallest * on_paper(drawing["width"], drawing["height"])
    if points < LEAST_POINTS:
        yield f"the smallest text is {points:.1f} points on {SHEETS} sheets of A3"
    yield from _texts_in_the_way(drawing)
    yield from _shapes_in_the_way(drawing)
    yield from _lines_through_texts(drawing)
    yield from (f"the text of {name} is broken in a word" for name in drawing["broken"])


def on_paper(width: float, height: float) -> float:
    """Return the points that a pixel takes on the sheets, for a drawing of so many pixels."""
    return min(SHEETS * A3_POINTS[0] / width, A3_POINTS[1] / height)


def _texts_in_the_way(drawing: Drawing) -> Iterator[str]:
    texts = _texts(drawing)
    shapes = _shapes(drawing)
    types = {shape["name"]: shape["type"] for shape in drawing["shapes"]}
    for a, b in combinations(texts, 2):
        if _overlap(a.box, b.box):
            yield f"the texts of {a.name} and {b.name} overlap"
    for text in texts:
        if text.label or text.lane:
            covered = [
                name
                for name, box in shapes.items()
                if (_over_diamond if "Gateway" in types[name] else _overlap)(text.box, box)
            ]
            yield from (f"the text of {text.name} stands over {name}" for name in covered)
        elif text.name in shapes and not _within(text.box, shapes[text.name]):
            yield f"the text of {text.name} runs out of its box"


def _shapes_in_the_way(drawing: Drawing) -> Iterator[str]:
    shapes = _shapes(drawing)
    types = {shape["name"]: shape["type"] for shape in drawing["shapes"]}
    for a, b in combinations(sorted(shapes), 2):
        if "bpmn:BoundaryEvent" not in (types[a], types[b]) and _overlap(shapes[a], shapes[b]):
            yield f"{a} and {b} overlap"
    for name, line in _lines(drawing):
        for shape, box in shapes.items():
            left, top, right, bottom = box
            inner = (left + 3, top + 3, right - 3, bottom - 3)
            if "Boundary" not in types[shape] and _overlap(inner, line):
                yield f"{name} runs through {shape}"


def _lines_through_texts(drawing: Drawing) -> Iterator[str]:
    """Yield the texts that a line runs through; names of lanes stand where no line comes."""
    for text in _texts(drawing):
        for name, line in _lines(drawing):
            if not text.lane and _overlap(text.box, line):
                yield f"{name} runs through the text of {text.name}"


def _texts(drawing: Drawing) -> list[Text]:
    return [Text(**{**text, "box": tuple(text["box"])}) for text in drawing["texts"]]


def _shapes(drawing: Drawing) -> dict[str, Box]:
    return {s["name"]: tuple(s["box"]) for s in drawing["shapes"] if not s["lane"]}


def _lines(drawing: Drawing) -> Iterator[tuple[str, Box]]:
    for line in drawing["lines"]:
        for a, b in pairwise(line["points"]):
            yield line["name"], _around(a, b)


def _overlap(a: Box, b: Box) -> bool:
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    return wide > _TOUCH and high > _TOUCH


def _over_diamond(text: Box, diamond: Box) -> bool:
    """Return whether a text stands over a diamond, given by the box around it."""
    left, top, right, bottom = diamond
    across, down = (left + right) / 2, (top + bottom) / 2
    near_x = min(max(across, text[0] + _TOUCH), text[2] - _TOUCH)
    near_y = min(max(down, text[1] + _TOUCH), text[3] - _TOUCH)
    away = abs(near_x - across) / (right - left) + abs(near_y - down) / (bottom - top)
    return away < 0.5


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - _TOUCH
        and inner[1] >= outer[1] - _TOUCH
        and inner[2] <= outer[2] + _TOUCH
        and inner[3] <= outer[3] + _TOUCH
    )


def _around(a: list[float], b: list[float]) -> Box:
    """Return the box of a straight line, thick enough to be seen."""
    half = _TOUCH
    return (
        min(a[0], b[0]) - half,
        min(a[1], b[1]) - half,
        max(a[0], b[0]) + half,
        max(a[1], b[1]) + half,
    )
