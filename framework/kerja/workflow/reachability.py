"""What can be reached: steps nobody comes to, steps nobody leaves, ways to nowhere, loops."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kerja.profile.programme import Deadlines
from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow


@dataclass(frozen=True, slots=True)
class UnknownTarget:
    """A step that names another which does not exist."""

    step: str
    target: str


def unreachable(workflow: Workflow) -> tuple[str, ...]:
    """Return the steps to which no way leads from the start, in order."""
    reached = _spread([workflow.start], workflow.successors)
    return tuple(step.id for step in workflow if step.id not in reached)


def dead_ends(workflow: Workflow) -> tuple[str, ...]:
    """Return the steps from which no end can be reached, in order."""
    leaving = _spread(workflow.ends, workflow.predecessors)
    return tuple(step.id for step in workflow if step.id not in leaving)


def unknown_targets(workflow: Workflow) -> tuple[UnknownTarget, ...]:
    """Return every way, deadline and `since` that names a step which does not exist."""
    return tuple(
        UnknownTarget(step.id, name)
        for step in workflow
        for name in (*step.targets, *_since(step))
        if name not in workflow
    )


def waiting_without_deadline(workflow: Workflow) -> tuple[str, ...]:
    """Return the steps in which somebody is waited for without end.

    A deadline that counts from an earlier step covers the usual journey between the two.
    """
    covered = {step for late in workflow for step in _covered(workflow, late)}
    return tuple(
        step.id
        for step in workflow
        if step.needs_deadline and step.deadline is None and step.id not in covered
    )


def deadlines_without_consequence(workflow: Workflow) -> tuple[str, ...]:
    """Return the steps whose deadline does not say what follows."""
    return tuple(step.id for step in workflow if step.deadline and not step.deadline.then)


def deadlines_without_days(workflow: Workflow) -> tuple[str, ...]:
    """Return the steps whose deadline has no known number of days."""
    return tuple(step.id for step in workflow if step.deadline and step.deadline.days is None)


def unknown_deadlines(workflow: Workflow) -> tuple[UnknownTarget, ...]:
    """Return the deadlines that name a field which programme.deadlines does not have."""
    return tuple(
        UnknownTarget(step.id, step.deadline.field)
        for step in workflow
        if step.deadline
        and step.deadline.field
        and step.deadline.field not in Deadlines.model_fields
    )


def unbounded_loops(workflow: Workflow) -> tuple[tuple[str, ...], ...]:
    """Return loops that one person could run through without end: (a, b, …, a), the shortest."""
    loops: list[tuple[str, ...]] = []
    for step in workflow:
        if any(step.id in loop for loop in loops):
            continue
        loop = _way_back(workflow, step.id)
        if loop:
            loops.append(loop)
    return tuple(loops)


def _spread(start: Iterable[str], onward: Callable[[str], Iterable[str]]) -> set[str]:
    queue = deque(step for step in start if step)
    seen = set(queue)
    while queue:
        for step in onward(queue.popleft()):
            if step not in seen:
                seen.add(step)
                queue.append(step)
    return seen


def _since(step: Step) -> tuple[str, ...]:
    return (step.deadline.since,) if step.deadline and step.deadline.since else ()


def _covered(workflow: Workflow, late: Step) -> tuple[str, ...]:
    if late.deadline is None or late.deadline.since not in workflow:
        return ()
    between: list[str] = []
    here = workflow[late.deadline.since].usual
    while here and here.to in workflow and here.to not in between:
        if here.to == late.id:
            return tuple(between)
        between.append(here.to)
        here = workflow[here.to].usual
    return ()


def _way_back(workflow: Workflow, start: str) -> tuple[str, ...]:
    paths: deque[tuple[str, ...]] = deque([(start,)])
    seen: set[str] = set()
    while paths:
        path = paths.popleft()
        for step in _unbounded(workflow, path[-1]):
            if step == start:
                return (*path, step)
            if step not in seen:
                seen.add(step)
                paths.append((*path, step))
    return ()


def _unbounded(workflow: Workflow, step: str) -> tuple[str, ...]:
    here = workflow[step]
    late = (here.deadline.then,) if here.deadline else ()
    used_up = (here.used_up(way) for way in here.ways if way.at_most is not None)
    onward = (*(way.to for way in here.ways if way.at_most is None), *used_up, *late)
    return tuple(target for target in onward if target in workflow)
