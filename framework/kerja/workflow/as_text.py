"""A workflow as plain text of 80 columns: what happens, who acts, what happens otherwise."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from kerja.workflow.measures import Measures, measures_to_text
from kerja.workflow.scene import Scene, scene
from kerja.workflow.step import Step
from kerja.workflow.telling import Clause, Remark
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow

_COLUMNS = 80
_INDENT = 7


def to_text(
    workflow: Workflow,
    *,
    labels: Mapping[str, str] | None = None,
    remarks: Mapping[str, str] | None = None,
    measures: Measures | None = None,
) -> str:
    """Return the journey as text, ending in a newline; "" for an empty workflow.

    `remarks` holds a short remark on steps by id, such as "reached by 52–93 %"; `measures` follow
    the steps as a table.
    """
    words = labels or {}
    shown = scene(workflow, labels=words, remarks=remarks)
    lines: list[str] = []
    phase = ""
    for step, following in zip_longest(shown.steps, shown.steps[1:]):
        if step.phase != phase:
            phase = step.phase
            lines += ["", word(f"phase.{phase}", words).upper()]
        lines += head(step, f"{shown.numbers[step.id]:>4}", words)
        lines += _told(step, following, shown)
    if lines and measures:
        lines += ["", measures_to_text(measures).rstrip("\n")]
    return "\n".join(lines[1:]) + "\n" if lines else ""


def head(step: Step, number: str, labels: Mapping[str, str]) -> list[str]:
    """Return the number and the name of a step, and at the right margin who acts."""
    lane = word(f"lane.{step.lane}", labels).lower()
    start = f"{number}  {step.name}"
    if len(start) + len(lane) < _COLUMNS - 1:
        return [f"{start}{lane:>{_COLUMNS - len(start)}}"]
    return [start, f"{lane:>{_COLUMNS}}"]


def beside(text: str) -> list[str]:
    """Return the lines of a text that stands below the name of its step."""
    return textwrap.wrap(
        text,
        _COLUMNS,
        initial_indent=" " * _INDENT,
        subsequent_indent=" " * (_INDENT + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def remark_text(remark: Remark) -> str:
    """Return a remark as one line: where it leads, and in brackets where it leads once used up."""
    if remark.manner == "rule":
        return f"brought in by {remark.first.text}"
    if not remark.is_onward:
        return remark.first.text
    told, *further = (f"{clause.text} {_to(clause)}".strip() for clause in remark.clauses)
    return " ".join([told, *(f"({clause})" for clause in further)])


def pays_text(step: Step) -> str:
    """Return what a step that pays the person asks for."""
    return f"pays the person; needs {', '.join(step.needs) or 'no proof'}"


def _told(step: Step, following: Step | None, shown: Scene) -> Iterator[str]:
    remarks = shown.remarks[step.id]
    after = following.id if following else ""
    for remark in remarks:
        follows = remark.first.target == after and len(remark.clauses) == 1
        if remark.manner == "usual" and not follows:
            yield from beside(remark_text(remark))
    if step.pays_person:
        yield from beside(pays_text(step))
    for remark in remarks:
        if remark.manner != "usual":
            yield from beside(remark_text(remark))


def _to(clause: Clause) -> str:
    return f"-> {clause.number or '?'} {clause.target}".rstrip()
