"""A workflow as a Mermaid flowchart, one subgraph a lane."""

from __future__ import annotations

from kerja.workflow.step import Step
from kerja.workflow.telling import deadline_text, numbers
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow

_SHAPES = {
    "start": ("([", "])"),
    "end": ("([", "])"),
    "decision": ("{{", "}}"),
    "draw": ("{{", "}}"),
    "person": ("(", ")"),
}
_COLOURS = {
    "payment": "fill:#0b7a4b,stroke:#075e39,color:#fff",
    "person": "fill:#e3eefb,stroke:#2b6cb0",
    "rule": "stroke:#c2185b,stroke-dasharray:4 3",
}


def to_mermaid(workflow: Workflow) -> str:
    """Return Mermaid text, ending in a newline. Dotted arrows are deadlines."""
    numbered = numbers(workflow)
    lines = ["flowchart TD"]
    for lane in workflow.lanes:
        lines.append(f'  subgraph {_id(lane)}["{_quoted(word(f"lane.{lane}", {}))}"]')
        lines += [f"    {_node(step, numbered[step.id])}" for step in workflow if step.lane == lane]
        lines.append("  end")
    for step in workflow:
        lines += [
            f"  {_id(step.id)} -->{_label(way.when)} {_id(way.to)}"
            for way in step.ways
            if way.to in workflow
        ]
        if step.deadline and step.deadline.then in workflow:
            text = deadline_text(step.deadline, numbered, {})
            lines.append(f"  {_id(step.id)} -.->{_label(text)} {_id(step.deadline.then)}")
    return "\n".join([*lines, *_classes(workflow)]) + "\n"


def _node(step: Step, number: int) -> str:
    opening, closing = _SHAPES.get(step.kind, ("[", "]"))
    rule = f"<br/>{step.rule}" if step.rule else ""
    return f'{_id(step.id)}{opening}"{number} {_quoted(step.name)}{rule}"{closing}'


def _classes(workflow: Workflow) -> list[str]:
    members = {
        "person": [step.id for step in workflow if step.kind == "person"],
        "payment": [step.id for step in workflow if step.kind == "payment"],
        "rule": [step.id for step in workflow if step.rule],
    }
    lines: list[str] = []
    for name, steps in members.items():
        if steps:
            lines.append(f"  classDef {name} {_COLOURS[name]}")
            lines.append(f"  class {','.join(_id(step) for step in steps)} {name}")
    return lines


def _id(name: str) -> str:
    """Prefix every id: Mermaid reserves words such as `end`."""
    return "n_" + name.replace("-", "_")


def _label(text: str) -> str:
    return f'|"{_quoted(text)}"|' if text else ""


def _quoted(text: str) -> str:
    """Write characters that Mermaid takes for its own as entities."""
    for character in '#"()[]{}<>|;`':
        text = text.replace(character, f"\x00{ord(character)};")
    return text.replace("\x00", "#")
