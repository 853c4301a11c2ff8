"""A workflow as a picture in SVG that can be read on one landscape A4 page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as Tree

from kerja.workflow.drawing import (
    HEADING_HEIGHT,
    HEADING_TEXT,
    LEGEND_HEIGHT,
    MARGIN,
    draw,
    is_bold,
)
from kerja.workflow.lettering import line_height, width
from kerja.workflow.notes import SIZE, number_width
from kerja.workflow.picture import Box, Frame, Line, Note, Panel, Picture
from kerja.workflow.signs import (
    INK,
    KIND_COLOURS,
    MANNER_COLOURS,
    PHASE_COLOURS,
    PURE,
    RULE,
    Colours,
    add_arrow_head,
    add_badge,
    add_clock,
    add_coin,
    add_outline,
    add_rectangle,
    add_small_arrow,
    add_text,
    element,
    mark_rule,
)
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow

FONTS = "Noto Sans, Noto Sans Khmer, Noto Sans Thai, sans-serif"


def to_svg(
    workflow: Workflow,
    *,
    title: str,
    names: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
) -> str:
    """Return an SVG document, ending in a newline; the same workflow gives the same bytes.

    Args:
        workflow: what to draw.
        title: line above the picture, also its accessible name.
        names: names of steps by id, where they are not those of the workflow.
        labels: translations of `kerja.workflow.LABELS` by key, and of outcomes by their text.
    """
    words = labels or {}
    picture = draw(workflow, names or {}, words)
    description = word("picture.description", words, steps=len(workflow))
    root = _root(picture, title, description)
    add_text(root, title, (MARGIN, MARGIN + 13), 15, bold=True)
    add_text(root, description, (MARGIN, MARGIN + 26), 8, fill="#52606d")
    for panel in picture.panels:
        _add_panel(root, panel, picture.text)
    _add_legend(root, workflow, picture, words)
    Tree.indent(root)
    return Tree.tostring(root, encoding="unicode") + "\n"


def _root(picture: Picture, title: str, description: str) -> Tree.Element:
    root = Tree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {picture.width:g} {round(picture.height, 1):g}",
            "role": "img",
            "aria-label": title,
            "font-family": FONTS,
            "fill": INK,
        },
    )
    Tree.SubElement(root, "title").text = title
    Tree.SubElement(root, "desc").text = description
    add_rectangle(root, Frame(0, 0, picture.width, picture.height), PURE)
    return root


def _add_panel(root: Tree.Element, panel: Panel, size: float) -> None:
    group = element(root, "g")
    for i, column in enumerate(panel.columns):
        shade = Colours("#f4f7fa" if i % 2 == 0 else "#ffffff", "none")
        add_rectangle(group, column.frame, shade)
        high = line_height("".join(column.heading), HEADING_TEXT)
        first = panel.frame.y + (HEADING_HEIGHT - high * len(column.heading)) / 2 + high * 0.8
        for row, text in enumerate(column.heading):
            at = (column.frame.middle, first + row * high)
            add_text(group, text, at, HEADING_TEXT, bold=True, anchor="middle")
    y = panel.frame.y + HEADING_HEIGHT
    rule = {"x1": panel.columns[0].frame.x, "x2": panel.frame.right, "y1": y, "y2": y}
    element(group, "line", **rule, stroke="#8a99a8", stroke_width=0.8)
    for tab in panel.tabs:
        add_rectangle(group, tab.frame, Colours(PHASE_COLOURS[tab.shade], "none"), radius=2)
        x, middle = tab.frame.middle + 2.8, tab.frame.y + tab.frame.height / 2
        turned = add_text(group, tab.text, (0, 0), 8, bold=True, anchor="middle", fill="#ffffff")
        turned.set("transform", f"translate({x:.2f} {middle:.2f}) rotate(-90)")
    for line in panel.lines:
        _add_line(group, line)
    for box in panel.boxes:
        _add_box(group, box, size)
    for note in panel.notes:
        _add_note(group, note)


def _add_line(group: Tree.Element, line: Line) -> None:
    points = " ".join(f"{x:g},{y:g}" for x, y in line.points[:-1])
    x, y = line.points[-1]
    element(
        group,
        "polyline",
        points=f"{points} {x:g},{y - 3:g}",
        fill="none",
        stroke="#33475b",
        stroke_width=1.2,
        stroke_linejoin="round",
    )
    add_arrow_head(group, (x, y))


def _add_box(group: Tree.Element, box: Box, size: float) -> None:
    colours = KIND_COLOURS[box.step.kind]
    frame = box.frame
    shape = add_outline(group, frame, box.step.kind, colours)
    if box.step.rule:
        mark_rule(shape)
    high = line_height("".join(box.lines), size)
    first = frame.y + (frame.height - high * len(box.lines)) / 2 + high * 0.78
    middle = frame.middle + (0.5 if box.step.pays_person else 3)
    for row, text in enumerate(box.lines):
        at = (middle, first + row * high)
        bold = is_bold(box.step)
        add_text(group, text, at, size, bold=bold, anchor="middle", fill=colours.text)
    add_badge(group, (frame.x, frame.y + frame.height / 2), str(box.number), colours.edge)
    if box.step.pays_person:
        add_coin(group, (frame.right, frame.y + frame.height / 2))


def _add_note(group: Tree.Element, note: Note) -> None:
    colours = MANNER_COLOURS[note.manner]
    add_rectangle(group, note.frame, colours, radius=2.5)
    for row, line in enumerate(note.lines):
        base = note.frame.y + 1 + note.line_height * (row + 0.8)
        for piece in line:
            x = note.frame.x + piece.x
            if piece.kind == "clock":
                add_clock(group, (x + 3.5, base - 2.6))
            elif piece.kind == "target":
                add_small_arrow(group, (x, base - 2.6))
                _add_number(group, (x + 10, base), piece.text)
            else:
                add_text(group, piece.text.rstrip(), (x, base), SIZE, fill=colours.text)


def _add_number(group: Tree.Element, at: tuple[float, float], number: str) -> None:
    wide = number_width(number)
    add_rectangle(group, Frame(at[0], at[1] - 6.6, wide, 8.2), Colours("#33475b", "none"), radius=2)
    middle = (at[0] + wide / 2, at[1])
    add_text(group, number, middle, SIZE, bold=True, anchor="middle", fill="#ffffff")


def _add_legend(
    root: Tree.Element, workflow: Workflow, picture: Picture, words: Mapping[str, str]
) -> None:
    group = element(root, "g")
    y = picture.height - LEGEND_HEIGHT - MARGIN + 16
    x = MARGIN
    for sign, text in _legend(workflow):
        label = word(text, words)
        wide = 24 + width(label, SIZE) + 14
        if x > MARGIN and x + wide > picture.width - MARGIN:
            x, y = MARGIN, y + 14
        _add_sign(group, sign, (x, y))
        add_text(group, label, (x + 24, y + 2.7), SIZE)
        x += wide


def _legend(workflow: Workflow) -> Iterable[tuple[str, str]]:
    used = {step.kind for step in workflow}
    yield from ((kind, f"kind.{kind}") for kind in KIND_COLOURS if kind in used)
    if any(step.pays_person for step in workflow):
        yield "coin", "legend.money"
    yield "arrow", "legend.usual"
    yield "other", "legend.other"
    if any(step.deadline for step in workflow):
        yield "clock", "legend.deadline"
    if any(step.rule for step in workflow):
        yield "rule", "legend.rule"


def _add_sign(group: Tree.Element, sign: str, at: tuple[float, float]) -> None:
    x, y = at
    frame = Frame(x, y - 5, 20, 10)
    if sign in KIND_COLOURS:
        add_outline(group, frame, sign, KIND_COLOURS[sign])
    elif sign == "coin":
        add_coin(group, (x + 14, y))
    elif sign == "arrow":
        element(group, "line", x1=x, y1=y, x2=x + 16, y2=y, stroke="#33475b", stroke_width=1.2)
        element(group, "path", d=f"M{x + 15:g} {y - 2.8:g}l5 2.8l-5 2.8z", fill="#33475b")
    elif sign == "other":
        add_small_arrow(group, (x, y))
        _add_number(group, (x + 10, y + 2.6), "9")
    elif sign == "clock":
        add_clock(group, (x + 14, y))
    else:
        mark_rule(add_outline(group, frame, "service", Colours("none", RULE)))
