"""A workflow, or its difference from another, as Graphviz text, one cluster a lane."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from kerja.workflow.marks import MARKS, Mark
from kerja.workflow.scene import Scene, scene
from kerja.workflow.step import Step
from kerja.workflow.telling import Remark
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow

_SHAPES = {
    "start": "oval",
    "end": "oval",
    "decision": "diamond",
    "draw": "diamond",
    "fork": "trapezium",
    "join": "invtrapezium",
}


def to_dot(
    workflow: Workflow,
    *,
    remarks: Mapping[str, str] | None = None,
    against: Workflow | None = None,
) -> str:
    """Return Graphviz text, ending in a newline. Dashed edges are deadlines.

    Args:
        workflow: what to draw.
        remarks: a short remark on steps by id.
        against: an older workflow, to show what was added (+), removed (−) and changed (~).
    """
    shown = scene(workflow, remarks=remarks, against=against)
    lines = ["digraph journey {", "  rankdir=LR;", '  node [shape=box, fontname="Noto Sans"];']
    for lane, steps in shown.lanes.items():
        title = _quoted(word(f"lane.{lane}", {}))
        lines += [f"  subgraph {_quoted('cluster_' + lane)} {{", f"    label={title};"]
        lines += [f"    {_node(step, shown)}" for step in steps]
        lines.append("  }")
    if shown.is_comparison:
        lines += _legend()
    for step in shown.steps:
        for remark in shown.remarks[step.id]:
            lines += [f"  {edge}" for edge in _edges(step, remark, shown)]
    return "\n".join([*lines, "}"]) + "\n"


def _node(step: Step, shown: Scene) -> str:
    lines = [f"{shown.marked(step.id)} {step.name}"]
    lines += [remark.marked for remark in shown.remarks[step.id] if not remark.is_onward]
    parts = [f"label={_lines(lines)}", f"shape={_SHAPES.get(step.kind, 'box')}"]
    sign = shown.sign(step.id)
    if sign:
        parts.append(_filled(MARKS[sign]))
    elif step.kind == "payment" and not shown.is_comparison:
        parts.append("style=filled, fillcolor=palegreen")
    return f"{_quoted(step.id)} [{', '.join(parts)}];"


def _edges(step: Step, remark: Remark, shown: Scene) -> Iterator[str]:
    mark = MARKS.get(remark.sign)
    for clause in remark.arrows:
        if clause.target in shown.numbers:
            parts = [f"label={_quoted(clause.text)}"]
            if mark:
                parts.append(f'color="{mark.edge}", fontcolor="{mark.edge}"')
            if remark.manner == "deadline" or (mark and mark.is_dashed):
                parts.append("style=dashed")
            yield f"{_quoted(step.id)} -> {_quoted(clause.target)} [{', '.join(parts)}];"


def _legend() -> Iterator[str]:
    yield '  subgraph "cluster legend" {'
    yield '    label="Legend";'
    for sign, mark in MARKS.items():
        name, label = _quoted(f"legend {mark.word}"), _quoted(f"{sign} {mark.word}")
        yield f"    {name} [label={label}, {_filled(mark)}];"
    yield "  }"


def _filled(mark: Mark) -> str:
    style = "filled,dashed" if mark.is_dashed else "filled"
    return f'style="{style}", fillcolor="{mark.fill}", color="{mark.edge}", penwidth=2'


def _lines(lines: list[str]) -> str:
    return _quoted("\n".join(lines))


def _quoted(text: str) -> str:
    """Write a Graphviz string; its escapes for quotes and line ends are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
