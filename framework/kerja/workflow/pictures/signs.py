"""Colours and small signs of the picture, as SVG elements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as Tree

from kerja.workflow.marks import MARKS
from kerja.workflow.pictures.picture import Frame, Point
from kerja.workflow.telling import Sign


@dataclass(frozen=True, slots=True)
class Colours:
    """Fill, edge and text; light text on dark fills."""

    fill: str
    edge: str
    text: str = "#14202b"


_BAR = 3.0
INK = "#14202b"
RULE = "#c2185b"
LINE = "#33475b"
PURE = Colours("#ffffff", "none")
PHASE_COLOURS = ("#22406b", "#3b6199", "#22406b", "#3b6199")
KIND_COLOURS: Mapping[str, Colours] = {
    "start": Colours("#33475b", "#1d2b3a", "#ffffff"),
    "person": Colours("#e0edfc", "#2b6cb0"),
    "service": Colours("#eceff2", "#66727f"),
    "manual": Colours("#fdebd3", "#a85f0b"),
    "decision": Colours("#ece3f8", "#6b46a8"),
    "draw": Colours("#fff0b8", "#8a6d00"),
    "wait": Colours("#ffffff", "#66727f"),
    "payment": Colours("#0b7a4b", "#075e39", "#ffffff"),
    "fork": Colours("#d9f0f2", "#0e6f7c"),
    "join": Colours("#d9f0f2", "#0e6f7c"),
    "end": Colours("#33475b", "#1d2b3a", "#ffffff"),
}
MANNER_COLOURS: Mapping[str, Colours] = {
    "usual": Colours("#ffffff", "#33475b"),
    "other": Colours("#ffffff", "#c3ccd5"),
    "deadline": Colours("#fff3dc", "#e0a030"),
    "rule": Colours("#fdeaf2", RULE, "#a3134c"),
    "together": Colours("#eef8f9", "#0e6f7c"),
    "join": Colours("#eef8f9", "#0e6f7c"),
    "measure": Colours("none", "none", "#3d4c5c"),
}
CHANGE_COLOURS: Mapping[Sign, Colours] = {
    "": Colours("#ffffff", "#8a99a8"),
    **{sign: Colours(mark.fill, mark.edge) for sign, mark in MARKS.items()},
}
DASHES = "4 2.5"


def element(parent: Tree.Element, tag: str, **attributes: str | float) -> Tree.Element:
    """Add an element; an underscore in a name stands for a hyphen, numbers are rounded."""
    written = {
        name.replace("_", "-"): value if isinstance(value, str) else f"{round(value, 2):g}"
        for name, value in attributes.items()
    }
    return Tree.SubElement(parent, tag, written)


def add_text(
    parent: Tree.Element,
    text: str,
    at: Point,
    size: float,
    *,
    bold: bool = False,
    anchor: str = "start",
    fill: str = INK,
) -> Tree.Element:
    """Add one line of text with its base line at a point."""
    drawn = element(parent, "text", x=at[0], y=at[1], font_size=size)
    if bold:
        drawn.set("font-weight", "700")
    if anchor != "start":
        drawn.set("text-anchor", anchor)
    if fill != INK:
        drawn.set("fill", fill)
    drawn.text = text
    return drawn


def add_rectangle(
    parent: Tree.Element, frame: Frame, colours: Colours, *, radius: float = 0.0
) -> Tree.Element:
    """Add a rectangle."""
    drawn = element(parent, "rect", x=frame.x, y=frame.y, width=frame.width, height=frame.height)
    drawn.set("fill", colours.fill)
    if colours.edge != "none":
        drawn.set("stroke", colours.edge)
        drawn.set("stroke-width", "0.7")
    if radius:
        drawn.set("rx", f"{radius:g}")
    return drawn


def add_outline(parent: Tree.Element, frame: Frame, kind: str, colours: Colours) -> Tree.Element:
    """Add the shape of a kind: a shape beside the colour, for those who do not see the colour."""
    if kind in ("decision", "draw"):
        cut = min(6.0, frame.height / 2)
        x, y, right, bottom = frame.x, frame.y, frame.right, frame.bottom
        middle = (y + bottom) / 2
        path = (
            f"M{x + cut:.2f} {y:.2f}H{right - cut:.2f}L{right:.2f} {middle:.2f}"
            f"L{right - cut:.2f} {bottom:.2f}H{x + cut:.2f}L{x:.2f} {middle:.2f}z"
        )
        drawn = element(parent, "path", d=path, fill=colours.fill, stroke=colours.edge)
    else:
        radius = {"start": 99.0, "end": 99.0, "person": 7.0}.get(kind, 1.5)
        drawn = add_rectangle(parent, frame, colours, radius=min(radius, frame.height / 2))
    drawn.set("stroke-width", "1.8" if kind == "payment" else "1.1")
    if kind in ("fork", "join"):
        # A bar where the ways part, below, or come together, above.
        bar = frame.bottom - _BAR if kind == "fork" else frame.y
        add_rectangle(
            parent, Frame(frame.x, bar, frame.width, _BAR), Colours(colours.edge, "none"), radius=1
        )
    return drawn


def mark_rule(outline: Tree.Element) -> None:
    """Mark a box as brought in by a rule."""
    outline.set("stroke", RULE)
    outline.set("stroke-width", "1.6")
    outline.set("stroke-dasharray", "4 2")


def mark_change(outline: Tree.Element, sign: Sign) -> None:
    """Mark a box as added, removed or changed."""
    if sign:
        outline.set("stroke-width", "1.8")
    if sign == "−":
        outline.set("stroke-dasharray", DASHES)


def add_badge(parent: Tree.Element, at: Point, number: str, colour: str) -> None:
    """Add the number of a step on the edge of its box; with a sign before it, as a longer mark."""
    x, y = at
    wide = 14.0 if len(number) < 3 else 21.0
    element(
        parent, "rect", x=x - 7, y=y - 7, width=wide, height=14, rx=7,
        fill=colour, stroke="#ffffff", stroke_width=1,
    )  # fmt: skip
    place = (x - 7 + wide / 2, y + 2.7)
    add_text(parent, number, place, 7.5, bold=True, anchor="middle", fill="#ffffff")


def add_coin(parent: Tree.Element, at: Point) -> None:
    """Add a coin: the person receives money."""
    gold = {"fill": "#f6c945", "stroke": "#8a6d00"}
    element(parent, "circle", cx=at[0], cy=at[1], r=5.2, stroke_width=1, **gold)
    element(
        parent, "circle", cx=at[0], cy=at[1], r=2.6, fill="none", stroke="#8a6d00", stroke_width=0.9
    )


def add_clock(parent: Tree.Element, at: Point) -> None:
    """Add a clock: a deadline."""
    x, y = at
    element(parent, "circle", cx=x, cy=y, r=3.2, fill="#ffffff", stroke="#a86a00", stroke_width=0.9)
    hands = f"M{x:.2f} {y - 2:.2f}V{y:.2f}H{x + 1.7:.2f}"
    element(parent, "path", d=hands, fill="none", stroke="#a86a00", stroke_width=0.9)


def add_small_arrow(parent: Tree.Element, at: Point) -> None:
    """Add an arrow of 8 points, from a point to the right."""
    x, y = at
    path = f"M{x:.2f} {y:.2f}H{x + 6.5:.2f}M{x + 4:.2f} {y - 2.2:.2f}L{x + 7:.2f} {y:.2f}"
    path += f"L{x + 4:.2f} {y + 2.2:.2f}"
    element(parent, "path", d=path, fill="none", stroke="#33475b", stroke_width=1)


def add_arrow_head(parent: Tree.Element, tip: Point, colour: str) -> None:
    """Add the head of a line that comes from above."""
    x, y = tip
    path = f"M{x - 2.4:.2f} {y - 3.8:.2f}h4.8l-2.4 3.8z"
    element(parent, "path", d=path, fill=colour)
