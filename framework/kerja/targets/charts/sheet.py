"""The sheet that a chart is drawn on: its size, its words, and round numbers for its axis."""

from __future__ import annotations

import math
from xml.etree import ElementTree as Tree

from kerja.workflow.pictures.lettering import line_height, width, wrap
from kerja.workflow.pictures.picture import Frame
from kerja.workflow.pictures.signs import INK, PURE, add_rectangle, add_text
from kerja.workflow.pictures.svg import FONTS

WIDTH = 640.0
MARGIN = 8.0
TEXT = 10.0
RULE = "#c3ccd5"
QUIET = "#52606d"
BAND = "#a9c7ea"
STRONG = "#1f4f86"
NOTHING = 1e-6
"""A length of a scale that no chart can show."""


def sheet(title: str, description: str, height: float) -> Tree.Element:
    """Return an empty sheet with the words that stand for the chart where nobody sees it."""
    root = Tree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH:g} {round(height, 1):g}",
            "role": "img",
            "aria-label": title,
            "font-family": FONTS,
            "fill": INK,
        },
    )
    Tree.SubElement(root, "title").text = title
    Tree.SubElement(root, "desc").text = description
    add_rectangle(root, Frame(0, 0, WIDTH, height), PURE)
    return root


def written(root: Tree.Element) -> str:
    """Return a sheet as text, ending in a newline."""
    Tree.indent(root)
    return Tree.tostring(root, encoding="unicode") + "\n"


def column_of(names: list[str], most: float) -> float:
    """Return the width of a column of names, at most `most`."""
    return min(max((width(name, TEXT) for name in names), default=0.0), most)


def add_name(root: Tree.Element, name: str, at: tuple[float, float], room: float) -> None:
    """Write a name that ends at a point, over as many lines as it needs, about its height."""
    lines = wrap(name, TEXT, room)
    high = line_height(name, TEXT)
    top = at[1] - high * len(lines) / 2 + high * 0.78
    for row, line in enumerate(lines):
        add_text(root, line, (at[0], top + row * high), TEXT, anchor="end")


def ticks(least: float, most: float, *, count: int = 5) -> tuple[float, ...]:
    """Return round numbers from at or below `least` to at or above `most`.

    >>> ticks(0, 83_000)
    (0.0, 20000.0, 40000.0, 60000.0, 80000.0, 100000.0)
    >>> ticks(0.0, 0.0)
    (0.0, 1.0)
    """
    span = most - least
    if span < NOTHING:
        return (least, least + 1.0)
    rough = span / count
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * part for part in (1, 2, 2.5, 5, 10) if size * part >= rough)
    first, last = math.floor(least / step), math.ceil(most / step)
    return tuple(step * number for number in range(first, last + 1))
