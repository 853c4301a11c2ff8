"""The flows of a workflow: every single way on which a person may come from a step to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kerja.workflow.step import Step
from kerja.workflow.walking import LATE
from kerja.workflow.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Flow:
    """A way from `source` to `target`.

    `position` is that of the way among the ways of the step, or `LATE` after a missed deadline;
    `used_up` is true of the flow that is taken in place of a way that was taken `at_most` times.
    """

    source: str
    target: str
    position: int
    used_up: bool = False

    @property
    def is_usual(self) -> bool:
        """True on the usual way, on which a step gives what it gives."""
        return self.position == 0 and not self.used_up


def flows(workflow: Workflow) -> tuple[Flow, ...]:
    """Return all flows that lead to a step, in the order of the steps.

    They are those that `kerja.workflow.ways_into` counts: a join waits for each of them.
    """
    return tuple(
        flow for step in once(workflow) for flow in _onward(step) if flow.target in workflow
    )


def taken(step: Step, flow: Flow) -> bool:
    """Return whether a step can take one of its flows: a fork heeds no limit and no deadline."""
    return step.kind != "fork" or not (flow.used_up or flow.position == LATE)


def once(workflow: Workflow) -> tuple[Step, ...]:
    """Return the steps; of two with the same id, the first."""
    return tuple(step for step in workflow if workflow[step.id] is step)


def onward(workflow: Workflow) -> dict[str, tuple[str, ...]]:
    """Return for each step the steps that may follow, each once."""
    found: dict[str, dict[str, None]] = {step.id: {} for step in workflow}
    for flow in flows(workflow):
        if taken(workflow[flow.source], flow):
            found[flow.source][flow.target] = None
    return {step: tuple(targets) for step, targets in found.items()}


def _onward(step: Step) -> Iterator[Flow]:
    for position, way in enumerate(step.ways):
        yield Flow(step.id, way.to, position)
    for position, way in enumerate(step.ways):
        if way.at_most is not None:
            yield Flow(step.id, step.used_up(way), position, used_up=True)
    if step.deadline is not None:
        yield Flow(step.id, step.deadline.then, LATE)
