"""How many days a step takes, by its outcome; a deadline cuts it short."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from kerja.profile.journey import StepKind
from kerja.workflow.step import Deadline, Step
from kerja.workflow.walking import LATE
from kerja.workflow.workflow import Workflow

TIMELESS: frozenset[StepKind] = frozenset({"start", "decision", "fork", "join", "end"})
"""Kinds that take no time of their own unless the step says so."""


class Days(NamedTuple):
    """Lowest, likeliest (NaN if not known) and highest (inf if nothing bounds it) days."""

    low: float
    mode: float
    high: float


NONE = Days(0.0, 0.0, 0.0)
UNKNOWN = Days(0.0, math.nan, math.inf)


def days(workflow: Workflow, step: Step, outcome: int) -> Days:
    """Return the days from the beginning of a step to an outcome: a way, or `LATE`.

    A deadline that counts from the beginning of the step bounds it, and is what the late take. One
    that counts from an earlier step is less by what the steps between take, where every journey to
    this step comes straight from there; elsewhere the late take between nothing and the whole.
    """
    service = service_days(step)
    deadline = step.deadline
    if deadline is None or deadline.days is None:
        return UNKNOWN if outcome == LATE else service
    left = _left(workflow, step, deadline)
    if outcome == LATE:
        return Days(left.low, left.mode, min(left.high, deadline.days))
    return Days(
        min(service.low, left.high), min(service.mode, left.mode), min(service.high, left.high)
    )


def service_days(step: Step) -> Days:
    """Return the days that a step takes by itself."""
    found = step.service_days
    if found is None:
        return NONE if step.kind in TIMELESS else UNKNOWN
    return Days(found.low, math.nan if found.mode is None else found.mode, found.high)


def _left(workflow: Workflow, step: Step, deadline: Deadline) -> Days:
    """Return the days that are left of a deadline when a step begins."""
    limit = deadline.days or 0.0
    if not deadline.since:
        return Days(limit, limit, limit)
    between = _between(workflow, step, deadline.since)
    if between is None:
        return UNKNOWN
    gone = _sum(_bounded(step) for step in between)
    return Days(*(max(limit - past, 0.0) for past in reversed(gone)))


def _between(workflow: Workflow, step: Step, since: str) -> list[Step] | None:
    """Return the steps between two, None if journeys to the later one differ."""
    found: list[Step] = []
    here = step.id
    while len(found) <= len(workflow):
        before = workflow.predecessors(here)
        if len(before) != 1 or here == workflow.start:
            return None
        here = before[0]
        if here == since:
            return found
        found.append(workflow[here])
    return None


def _bounded(step: Step) -> Days:
    service = service_days(step)
    deadline = step.deadline
    if deadline is None or deadline.days is None or deadline.since:
        return service
    late_too = deadline.then in {way.to for way in step.ways}
    return Days(
        min(service.low, deadline.days),
        math.nan if late_too else service.mode,
        min(service.high, deadline.days),
    )


def _sum(parts: Iterable[Days]) -> Days:
    total = NONE
    for part in parts:
        total = Days(*(a + b for a, b in zip(total, part, strict=True)))
    return total
