"""One person's journey through a workflow: the meaning that every export and engine must keep."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass

from kerja.workflow.step import Step, Way
from kerja.workflow.workflow import Workflow

LATE = -1
"""Outcome of a step whose deadline was missed."""

_MOST_VISITS = 10_000

Outcomes = Callable[[Step, int], int]
"""(step, number of this visit to it from 1) -> position in `ways`, or `LATE`."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A step done, with its outcome: the position of the way taken, `LATE`, or None for an end.

    `to` holds the steps that follow: none after an end, several after a fork.
    """

    step: str
    outcome: int | None
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """Every visit in order, and whether the person came to an end.

    `payments` are the steps that paid the person, once for each payment: a payment that fails, or
    that is not asked for in time, pays nothing.
    """

    visits: tuple[Visit, ...]
    payments: tuple[str, ...]
    finished: bool

    @property
    def end(self) -> str:
        """The step with which the journey ended, "" if it did not."""
        return self.visits[-1].step if self.finished and self.visits else ""

    @property
    def path(self) -> tuple[str, ...]:
        """The steps in the order of their visits."""
        return tuple(visit.step for visit in self.visits)


def walk(workflow: Workflow, outcomes: Outcomes) -> Journey:
    """Follow one person from the start until nothing is left to be done.

    A step with one way takes it unless its deadline is missed. A fork takes all its ways, a join
    waits until every way that leads to it has been taken. A way that was taken `at_most` times
    gives way to `Step.used_up`. Things begun at the same time are done in the order in which they
    were begun. A journey of more than 10,000 visits is broken off and not finished.
    """
    run = _Run(workflow, outcomes)
    while run.waiting and len(run.visits) < _MOST_VISITS:
        run.do_next()
    last = run.visits[-1] if run.visits else None
    ended = last is not None and last.outcome is None and not run.waiting and not run.held
    return Journey(tuple(run.visits), tuple(run.payments), ended)


class _Run:
    """A journey under way: what waits to be done, and who waits at a join."""

    def __init__(self, workflow: Workflow, outcomes: Outcomes) -> None:
        self._workflow = workflow
        self._outcomes = outcomes
        self.waiting = deque([workflow.start] if workflow.steps else [])
        self.held: Counter[str] = Counter()
        self.visits: list[Visit] = []
        self.payments: list[str] = []
        self._times: Counter[str] = Counter()
        self._taken: Counter[tuple[str, int]] = Counter()

    def do_next(self) -> None:
        step = self._workflow[self.waiting.popleft()]
        self._times[step.id] += 1
        if not step.ways:
            self.visits.append(Visit(step.id, None, ()))
            return
        outcome, onward = self._outcome(step)
        self.visits.append(Visit(step.id, outcome, onward))
        if step.pays_person and outcome == 0:
            self.payments.append(step.id)
        for target in onward:
            self._arrive(target)

    def _outcome(self, step: Step) -> tuple[int, tuple[str, ...]]:
        if step.kind == "fork":
            return 0, tuple(way.to for way in step.ways)
        outcome = self._outcomes(step, self._times[step.id])
        if outcome == LATE:
            return LATE, (step.deadline.then,) if step.deadline else ()
        return outcome, (self._way_on(step, step.ways[outcome], outcome),)

    def _way_on(self, step: Step, way: Way, outcome: int) -> str:
        self._taken[step.id, outcome] += 1
        if way.at_most is not None and self._taken[step.id, outcome] > way.at_most:
            return step.used_up(way)
        return way.to

    def _arrive(self, target: str) -> None:
        if target not in self._workflow:
            return
        if self._workflow[target].kind == "join":
            self.held[target] += 1
            if self.held[target] < ways_into(self._workflow, target):
                return
            del self.held[target]
        self.waiting.append(target)


def ways_into(workflow: Workflow, step: str) -> int:
    """Return how many ways lead to a step: usual or not, after a deadline, or once used up."""
    return sum(_onward(other).count(step) for other in workflow)


def _onward(step: Step) -> list[str]:
    used_up = [step.used_up(way) for way in step.ways if way.at_most is not None]
    late = [step.deadline.then] if step.deadline else []
    return [*(way.to for way in step.ways), *used_up, *late]
