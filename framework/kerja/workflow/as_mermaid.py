"""A workflow, or its difference from another, as a Mermaid flowchart, one subgraph a lane."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.workflow.marks import MARKS, Mark
from kerja.workflow.scene import Scene, scene
from kerja.workflow.step import Step
from kerja.workflow.telling import Remark, Sign
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow

_SHAPES = {
    "start": ("([", "])"),
    "end": ("([", "])"),
    "decision": ("{{", "}}"),
    "draw": ("{{", "}}"),
    "fork": ("[[", "]]"),
    "join": ("[[", "]]"),
    "person": ("(", ")"),
}
_COLOURS = {
    "payment": "fill:#0b7a4b,stroke:#075e39,color:#fff",
    "person": "fill:#e3eefb,stroke:#2b6cb0",
    "rule": "stroke:#c2185b,stroke-dasharray:4 3",
}


def to_mermaid(
    workflow: Workflow,
    *,
    remarks: Mapping[str, str] | None = None,
    against: Workflow | None = None,
) -> str:
    """Return Mermaid text, ending in a newline. Dotted arrows are deadlines.

    Args:
        workflow: what to draw.
        remarks: a short remark on steps by id.
        against: an older workflow, to show what was added (+), removed (−) and changed (~).
    """
    shown = scene(workflow, remarks=remarks, against=against)
    lines = ["flowchart TD"]
    for lane, steps in shown.lanes.items():
        lines.append(f'  subgraph {_id(lane)}["{_quoted(word(f"lane.{lane}", {}))}"]')
        lines += [f"    {_node(step, shown)}" for step in steps]
        lines.append("  end")
    if shown.is_comparison:
        lines += _legend()
    signs: list[Sign] = []
    for step in shown.steps:
        for remark in shown.remarks[step.id]:
            for arrow in _arrows(step, remark, shown):
                lines.append(f"  {arrow}")
                signs.append(remark.sign)
    return "\n".join([*lines, *_classes(shown), *_links(signs)]) + "\n"


def _node(step: Step, shown: Scene) -> str:
    opening, closing = _SHAPES.get(step.kind, ("[", "]"))
    lines = [f"{shown.marked(step.id)} {step.name}"]
    for remark in shown.remarks[step.id]:
        if not remark.is_onward:
            lines.append(remark.marked)
    return f'{_id(step.id)}{opening}"{"<br/>".join(map(_quoted, lines))}"{closing}'


def _arrows(step: Step, remark: Remark, shown: Scene) -> Iterator[str]:
    arrow = "-.->" if remark.manner == "deadline" else "-->"
    for clause in remark.arrows:
        if clause.target in shown.numbers:
            yield f"{_id(step.id)} {arrow}{_label(clause.text)} {_id(clause.target)}"


def _legend() -> Iterator[str]:
    yield '  subgraph legend["Legend"]'
    for sign, mark in MARKS.items():
        yield f'    legend_{mark.word}["{sign} {mark.word}"]'
    yield "  end"


def _classes(shown: Scene) -> Iterator[str]:
    if shown.is_comparison:
        for sign, mark in MARKS.items():
            members = [_id(step.id) for step in shown.steps if shown.sign(step.id) == sign]
            yield f"  classDef {mark.word} fill:{mark.fill},{_stroke(mark)},color:#14202b"
            yield f"  class {','.join([f'legend_{mark.word}', *members])} {mark.word}"
        return
    kinds = {
        "person": [step.id for step in shown.steps if step.kind == "person"],
        "payment": [step.id for step in shown.steps if step.kind == "payment"],
        "rule": [step.id for step in shown.steps if step.rule],
    }
    for name, steps in kinds.items():
        if steps:
            yield f"  classDef {name} {_COLOURS[name]}"
            yield f"  class {','.join(_id(step) for step in steps)} {name}"


def _links(signs: list[Sign]) -> Iterator[str]:
    for sign, mark in MARKS.items():
        places = [str(i) for i, other in enumerate(signs) if other == sign]
        if places:
            yield f"  linkStyle {','.join(places)} {_stroke(mark)}"


def _stroke(mark: Mark) -> str:
    return f"stroke:{mark.edge},{'stroke-dasharray:5 3' if mark.is_dashed else 'stroke-width:2px'}"


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
