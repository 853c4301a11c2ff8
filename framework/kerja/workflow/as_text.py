"""A workflow as plain text of 80 columns: what happens, who acts, what happens otherwise."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from itertools import zip_longest

from kerja.workflow.step import Step
from kerja.workflow.telling import numbers, remarks
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow, reading_order

_COLUMNS = 80
_INDENT = 7


def to_text(workflow: Workflow, *, labels: Mapping[str, str] | None = None) -> str:
    """Return the journey as text, ending in a newline; "" for an empty workflow."""
    words = labels or {}
    numbered = numbers(workflow)
    lines: list[str] = []
    phase = ""
    steps = reading_order(workflow)
    for step, following in zip_longest(steps, steps[1:]):
        if step.phase != phase:
            phase = step.phase
            lines += ["", word(f"phase.{phase}", words).upper()]
        lines += _told(step, following, numbered, words)
    return "\n".join(lines[1:]) + "\n" if lines else ""


def _told(
    step: Step, following: Step | None, numbered: Mapping[str, int], words: Mapping[str, str]
) -> list[str]:
    lane = word(f"lane.{step.lane}", words).lower()
    head = f"{numbered[step.id]:>4}  {step.name}"
    lines = [f"{head}{lane:>{_COLUMNS - len(head)}}" if len(head) + len(lane) < 79 else head]
    if lines[0] == head:
        lines.append(f"{lane:>{_COLUMNS}}")
    usual = step.usual
    if usual and (following is None or usual.to != following.id):
        lines += _beside(f"{usual.when} {_to(usual.to, numbered)}".strip())
    if step.pays_person:
        lines += _beside(f"pays the person; needs {', '.join(step.needs) or 'no proof'}")
    for remark in remarks(step, numbered, words):
        if remark.manner == "rule":
            lines += _beside(f"brought in by {remark.text}")
        else:
            lines += _beside(f"{remark.text} {_to(remark.target, numbered)}")
    return lines


def _to(step: str, numbered: Mapping[str, int]) -> str:
    return f"-> {numbered.get(step, '?')} {step}"


def _beside(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _COLUMNS,
        initial_indent=" " * _INDENT,
        subsequent_indent=" " * (_INDENT + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
