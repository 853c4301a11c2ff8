"""The deadline of a step as an event on its border: a timer, or a message where no timer can be."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from kerja.workflow.bpmn.variables import due, late
from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow

UNDECIDED = "days not known: decide before deployment"


@dataclass(frozen=True, slots=True)
class Limit:
    """When a step is broken off.

    After `days` from its beginning, or at the moment held by the variable `until`, which is set at
    the end of the step `since`; if neither is given, when somebody says so by a message.
    """

    name: str
    note: str = ""
    days: float | None = None
    until: str = ""
    since: str = ""


def limit(workflow: Workflow, step: Step) -> Limit | None:
    """Return what limits a step; None without a deadline, and for a fork, which takes no time."""
    deadline = step.deadline
    if deadline is None or not deadline.then or step.kind == "fork":
        return None
    since = "" if deadline.since == step.id else deadline.since
    if deadline.days is None:
        note = f"{UNDECIDED}. Until then the message {late(step.id)} says that the time is up."
        return Limit("time is up", note)
    days = f"{deadline.days:g} days"
    if not since:
        return Limit(f"{days} over", f"{days} from the beginning of this step", deadline.days)
    counted = f'{days} from the end of "{workflow[since].name}"'
    if not always_before(workflow, since, step.id):
        note = f"{counted}, which not every way passes: the message {late(step.id)} says it is up."
        return Limit("time is up", note)
    return Limit(f"{days} over", counted, deadline.days, due(step.id), since)


def always_before(workflow: Workflow, before: str, step: str) -> bool:
    """Return whether nobody comes to a step without having ended another in time."""
    queue = deque([workflow.start])
    seen = {workflow.start}
    while queue:
        here = queue.popleft()
        for target in _without_end(workflow, here, before):
            if target not in seen:
                seen.add(target)
                queue.append(target)
    return step not in seen


def _without_end(workflow: Workflow, step: str, before: str) -> tuple[str, ...]:
    """Return where a step leads, for the step `before` only what follows if it is not ended."""
    if step != before:
        return workflow.successors(step)
    missed = workflow[step].deadline
    return (missed.then,) if missed is not None and missed.then else ()
