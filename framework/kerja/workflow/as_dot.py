"""A workflow as Graphviz text, one cluster a lane."""

from __future__ import annotations

import json

from kerja.workflow.step import Step
from kerja.workflow.telling import deadline_text, numbers
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow

_SHAPES = {"start": "oval", "end": "oval", "decision": "diamond", "draw": "diamond"}


def to_dot(workflow: Workflow) -> str:
    """Return Graphviz text, ending in a newline. Dashed edges are deadlines."""
    numbered = numbers(workflow)
    lines = ["digraph journey {", "  rankdir=LR;", '  node [shape=box, fontname="Noto Sans"];']
    for lane in workflow.lanes:
        title = _quoted(word(f"lane.{lane}", {}))
        lines += [f"  subgraph {_quoted('cluster_' + lane)} {{", f"    label={title};"]
        lines += [f"    {_node(step, numbered[step.id])}" for step in workflow if step.lane == lane]
        lines.append("  }")
    for step in workflow:
        lines += [
            f"  {_quoted(step.id)} -> {_quoted(way.to)} [label={_quoted(way.when)}];"
            for way in step.ways
            if way.to in workflow
        ]
        if step.deadline and step.deadline.then in workflow:
            text = _quoted(deadline_text(step.deadline, numbered, {}))
            target = _quoted(step.deadline.then)
            lines.append(f"  {_quoted(step.id)} -> {target} [label={text}, style=dashed];")
    return "\n".join([*lines, "}"]) + "\n"


def _node(step: Step, number: int) -> str:
    rule = f"\n{step.rule}" if step.rule else ""
    label = _quoted(f"{number} {step.name}{rule}")
    pays = ", style=filled, fillcolor=palegreen" if step.kind == "payment" else ""
    return f"{_quoted(step.id)} [label={label}, shape={_SHAPES.get(step.kind, 'box')}{pays}];"


def _quoted(text: str) -> str:
    """Write a Graphviz string; its escapes for quotes and line ends are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
