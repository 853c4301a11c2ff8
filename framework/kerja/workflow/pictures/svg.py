"""A workflow as a picture in SVG that can be read on one landscape A4 page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from xml.etree import ElementTree as Tree

from kerja.workflow.marks import MARKS
from kerja.workflow.pictures.drawing import (
    HEADING_HEIGHT,
    HEADING_TEXT,
    MARGIN,
    draw,
    is_bold,
)
from kerja.workflow.pictures.legend import add_legend, add_number
from kerja.workflow.pictures.lettering import line_height
from kerja.workflow.pictures.notes import SIZE
from kerja.workflow.pictures.picture import Box, Frame, Line, Note, Panel, Picture
from kerja.workflow.pictures.signs import (
    CHANGE_COLOURS,
    DASHES,
    INK,
    KIND_COLOURS,
    LINE,
    MANNER_COLOURS,
    PHASE_COLOURS,
    PURE,
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
    mark_change,
    mark_rule,
)
from kerja.workflow.scene import Scene, scene
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow

FONTS = "Noto Sans, Noto Sans Khmer, Noto Sans Thai, sans-serif"


def to_svg(
    workflow: Workflow,
    *,
    title: str,
    names: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    remarks: Mapping[str, str] | None = None,
    against: Workflow | None = None,
) -> str:
    """Return an SVG document, ending in a newline; the same workflow gives the same bytes.

    Args:
        workflow: what to draw.
        title: line above the picture, also its accessible name.
        names: names of steps by id, where they are not those of the workflow.
        labels: translations of `kerja.workflow.LABELS` by key, and of outcomes by their text.
        remarks: a short remark on steps by id, such as "reached by 52–93 %".
        against: an older workflow, to show what was added (+), removed (−) and changed (~).
    """
    words = labels or {}
    shown = scene(workflow, against=against, labels=words, remarks=remarks)
    picture = draw(shown, names or {}, words)
    description = word("picture.description", words, steps=len(workflow))
    if shown.is_comparison:
        description = f"{description} {_counted(shown)}"
    root = _root(picture, title, description)
    add_text(root, title, (MARGIN, MARGIN + 13), 15, bold=True)
    add_text(root, description, (MARGIN, MARGIN + 26), 8, fill="#52606d")
    for panel in picture.panels:
        _add_panel(root, panel, picture.text, is_comparison=shown.is_comparison)
    add_legend(root, shown, picture, words)
    Tree.indent(root)
    return Tree.tostring(root, encoding="unicode") + "\n"


def _counted(shown: Scene) -> str:
    counts = Counter(shown.signs.values())
    told = (f"{counts[sign]} {mark.word} ({sign})" for sign, mark in MARKS.items())
    return f"Differences: {', '.join(told)}."


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


def _add_panel(root: Tree.Element, panel: Panel, size: float, *, is_comparison: bool) -> None:
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
    for line in sorted(panel.lines, key=lambda line: line.sign != "−"):
        _add_line(group, line)
    for box in panel.boxes:
        _add_box(group, box, size, is_comparison=is_comparison)
    for note in panel.notes:
        _add_note(group, note)


def _add_line(group: Tree.Element, line: Line) -> None:
    points = " ".join(f"{x:g},{y:g}" for x, y in line.points[:-1])
    x, y = line.points[-1]
    mark = MARKS.get(line.sign)
    colour = mark.edge if mark else LINE
    drawn = element(
        group,
        "polyline",
        points=f"{points} {x:g},{y - 3:g}",
        fill="none",
        stroke=colour,
        stroke_width=1.7 if line.sign == "+" else 1.2,
        stroke_linejoin="round",
    )
    if mark and mark.is_dashed:
        drawn.set("stroke-dasharray", DASHES)
    add_arrow_head(group, (x, y), colour)


def _add_box(group: Tree.Element, box: Box, size: float, *, is_comparison: bool) -> None:
    colours = CHANGE_COLOURS[box.sign] if is_comparison else KIND_COLOURS[box.step.kind]
    frame = box.frame
    shape = add_outline(group, frame, box.step.kind, colours)
    if is_comparison:
        mark_change(shape, box.sign)
    elif box.step.rule:
        mark_rule(shape)
    high = line_height("".join(box.lines), size)
    first = frame.y + (frame.height - high * len(box.lines)) / 2 + high * 0.78
    middle = frame.middle + (0.5 if box.step.pays_person else 3) + (2 if box.sign else 0)
    for row, text in enumerate(box.lines):
        at = (middle, first + row * high)
        bold = is_bold(box.step)
        add_text(group, text, at, size, bold=bold, anchor="middle", fill=colours.text)
    add_badge(group, (frame.x, frame.y + frame.height / 2), box.number, colours.edge)
    if box.step.pays_person:
        add_coin(group, (frame.right, frame.y + frame.height / 2))


def _add_note(group: Tree.Element, note: Note) -> None:
    colours = CHANGE_COLOURS[note.sign] if note.sign else MANNER_COLOURS[note.manner]
    drawn = add_rectangle(group, note.frame, colours, radius=2.5)
    if note.sign == "−":
        drawn.set("stroke-dasharray", DASHES)
    for row, line in enumerate(note.lines):
        base = note.frame.y + 1 + note.line_height * (row + 0.8)
        for piece in line:
            x = note.frame.x + piece.x
            if piece.kind == "clock":
                add_clock(group, (x + 3.5, base - 2.6))
            elif piece.kind == "target":
                add_small_arrow(group, (x, base - 2.6))
                add_number(group, (x + 10, base), piece.text)
            elif piece.kind == "number":
                add_number(group, (x, base), piece.text)
            elif piece.kind == "sign":
                add_text(group, piece.text, (x, base), SIZE, bold=True, fill=colours.edge)
            else:
                add_text(group, piece.text.rstrip(), (x, base), SIZE, fill=colours.text)
