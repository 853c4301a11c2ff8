"""The critical path: the longest way to each end that never goes back."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kerja.workflow.measures.bounds import bounds
from kerja.workflow.measures.days import Days, days, service_days
from kerja.workflow.measures.result import CriticalPath
from kerja.workflow.measures.shares import outcomes
from kerja.workflow.step import Step
from kerja.workflow.walking import LATE
from kerja.workflow.workflow import Workflow


class _Arc(NamedTuple):
    """From one step to another, with the days that the first takes."""

    source: str
    target: str
    time: Days


def critical_paths(workflow: Workflow) -> tuple[CriticalPath, ...]:
    """Return the critical path to each end that can be reached, in order.

    Ways that lead back are left out; of things begun at the same time the longest counts, as a
    join waits for all. The path is the longest at likeliest times where
    all are known, else at lowest times.

    Source: Kelley & Walker, Critical-path planning and scheduling, Proc. Eastern Joint Computer
    Conference (1959).
    """
    if not workflow.steps:
        return ()
    order = _order(workflow)
    into: dict[str, list[_Arc]] = {step: [] for step in order}
    for step in order:
        for arc in _arcs(workflow, workflow[step]):
            if order.get(arc.target, -1) > order[step]:
                into[arc.target].append(arc)
    low, likeliest, high = (_longest(order, into, i) for i in range(3))
    found = []
    for end in workflow.ends:
        if end not in low:
            continue
        best = likeliest if not math.isnan(likeliest[end][0]) else low
        own = service_days(workflow[end])
        totals = (longest[end][0] + own[i] for i, longest in enumerate((low, likeliest, high)))
        found.append(CriticalPath(end, bounds(*totals), best[end][1]))
    return tuple(found)


def _arcs(workflow: Workflow, step: Step) -> Iterator[_Arc]:
    if step.kind == "fork":
        for way in step.ways:
            yield _Arc(step.id, way.to, service_days(step))
    for outcome in outcomes(step):
        taken = days(workflow, step, outcome.position)
        if outcome.position == LATE:
            yield _Arc(step.id, step.deadline.then if step.deadline else "", taken)
            continue
        way = step.ways[outcome.position]
        yield _Arc(step.id, way.to, taken)
        if way.at_most is not None:
            yield _Arc(step.id, step.used_up(way), taken)


def _order(workflow: Workflow) -> dict[str, int]:
    """Return the steps that can be reached, so that only ways back lead to an earlier one.

    It is the reverse of the order in which a walk in depth leaves them. Bounded ways are tried
    last, so that a loop is cut where one of them closes it.
    """
    left: list[str] = []
    seen = {workflow.start}
    work = [(workflow.start, iter(_onward(workflow[workflow.start])))]
    while work:
        step, onward = work[-1]
        following = next((t for t in onward if t in workflow and t not in seen), None)
        if following is None:
            left.append(step)
            work.pop()
        else:
            seen.add(following)
            work.append((following, iter(_onward(workflow[following]))))
    return {step: i for i, step in enumerate(reversed(left))}


def _onward(step: Step) -> Iterator[str]:
    possible = {outcome.position for outcome in outcomes(step)}
    ways = [way for i, way in enumerate(step.ways) if step.kind == "fork" or i in possible]
    yield from (way.to for way in ways if way.at_most is None)
    yield from (step.used_up(way) for way in ways if way.at_most is not None)
    if step.deadline and LATE in possible:
        yield step.deadline.then
    yield from (way.to for way in ways if way.at_most is not None)


def _longest(
    order: Mapping[str, int], into: Mapping[str, list[_Arc]], time: int
) -> dict[str, tuple[float, tuple[str, ...]]]:
    """Return the days until each step begins and the steps on the way, the step included."""
    best: dict[str, tuple[float, tuple[str, ...]]] = {}
    for step in order:
        found = [(best[arc.source][0] + arc.time[time], arc.source) for arc in into[step]]
        if not found:
            best[step] = (0.0, (step,))
            continue
        unknown = any(math.isnan(value) for value, _ in found)
        value, source = max(found, key=lambda one: -1.0 if math.isnan(one[0]) else one[0])
        best[step] = (math.nan if unknown else value, (*best[source][1], step))
    return best
