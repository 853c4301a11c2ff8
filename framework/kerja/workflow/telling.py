"""What is said of a step beside its name: other ways, deadlines, the rule that brought it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kerja.workflow.step import Deadline, Step
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow, reading_order

Manner = Literal["usual", "other", "deadline", "rule"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: words, then the number and id of the step that it leads to, if any."""

    manner: Manner
    text: str
    number: int | None = None
    target: str = ""


def numbers(workflow: Workflow) -> dict[str, int]:
    """Return the number of each step, from 1, in the order in which the journey is told."""
    return {step.id: i for i, step in enumerate(reading_order(workflow), start=1)}


def remarks(
    step: Step, numbered: Mapping[str, int], labels: Mapping[str, str]
) -> tuple[Remark, ...]:
    """Return what is said of a step: deadline, ways beside the usual one, the rule."""
    told: list[Remark] = []
    if step.deadline:
        then = step.deadline.then
        text = deadline_text(step.deadline, numbered, labels)
        told.append(Remark("deadline", text, numbered.get(then), then))
    for way in step.ways[1:]:
        text = word(way.when or "ways.other", labels)
        told.append(Remark("other", text, numbered.get(way.to), way.to))
    if step.rule:
        told.append(Remark("rule", step.rule))
    return tuple(told)


def deadline_text(
    deadline: Deadline, numbered: Mapping[str, int], labels: Mapping[str, str]
) -> str:
    """Return a deadline in words, up to the consequence."""
    if deadline.days is None:
        return word("deadline.unknown", labels)
    days = f"{deadline.days:g}"
    if deadline.since in numbered:
        return word("deadline.since", labels, days=days, since=numbered[deadline.since])
    return word("deadline.days", labels, days=days)
