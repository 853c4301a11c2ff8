"""What can be reached: steps nobody comes to, steps nobody leaves, ways that lead nowhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kerja.profile.programme import Deadlines
from kerja.workflow.soundness.flows import once, onward
from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow


@dataclass(frozen=True, slots=True)
class UnknownTarget:
    """A step that names another which does not exist."""

    step: str
    target: str


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A way of a step that leads nowhere.

    `when` is its outcome; `target` the step that it names and that does not exist, "" for a way
    that is used up with no other way left.
    """

    step: str
    when: str
    target: str

    @property
    def reason(self) -> str:
        """What is wrong, in words."""
        way = f'the way "{self.when}" of {self.step}' if self.when else f"a way of {self.step}"
        if not self.target:
            return f"{way} can be used up, and then there is nowhere to go"
        return f'{way} leads to "{self.target}", which does not exist'


def unreachable(workflow: Workflow) -> tuple[str, ...]:
    """Return the steps to which no way leads from the start, in order."""
    reached = _spread([workflow.start], onward(workflow))
    return tuple(step.id for step in workflow if step.id not in reached)


def dead_ends(workflow: Workflow) -> tuple[str, ...]:
    """Return the steps from which no end can be reached, in order."""
    before: dict[str, list[str]] = {}
    for step, targets in onward(workflow).items():
        for target in targets:
            before.setdefault(target, []).append(step)
    leaving = _spread(workflow.ends, before)
    return tuple(step.id for step in workflow if step.id not in leaving)


def unknown_targets(workflow: Workflow) -> tuple[UnknownTarget, ...]:
    """Return every way, deadline and `since` that names a step which does not exist."""
    return tuple(
        UnknownTarget(step.id, name)
        for step in workflow
        for name in (*step.targets, *_since(step))
        if name not in workflow
    )


def ways_to_nowhere(workflow: Workflow) -> tuple[Nowhere, ...]:
    """Return every way on which a person would be lost: to no step, or used up with none left."""
    return tuple(
        lost for step in once(workflow) for lost in _lost(step) if _is_lost(workflow, lost)
    )


def shortest_path(workflow: Workflow, step: str) -> tuple[str, ...]:
    """Return the fewest steps from the start to a step, both included; () if none lead there."""
    after = onward(workflow)
    paths: dict[str, tuple[str, ...]] = {workflow.start: (workflow.start,)}
    queue = deque(paths)
    while queue:
        here = queue.popleft()
        for target in after.get(here, ()):
            if target not in paths:
                paths[target] = (*paths[here], target)
                queue.append(target)
    return paths.get(step, ())


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


def _spread(start: Iterable[str], near: Mapping[str, Iterable[str]]) -> set[str]:
    queue = deque(step for step in start if step)
    seen = set(queue)
    while queue:
        for step in near.get(queue.popleft(), ()):
            if step not in seen:
                seen.add(step)
                queue.append(step)
    return seen


def _lost(step: Step) -> Iterator[Nowhere]:
    for way in step.ways:
        yield Nowhere(step.id, way.when, way.to or "?")
        if way.at_most is not None and step.kind != "fork":
            yield Nowhere(step.id, way.when, step.used_up(way))
    if step.deadline is not None and step.deadline.then:
        yield Nowhere(step.id, "deadline", step.deadline.then)


def _is_lost(workflow: Workflow, way: Nowhere) -> bool:
    return way.target not in workflow


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
