"""Loops in which one person could go round for ever: no counter and no deadline ends them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from kerja.workflow.soundness.flows import Flow, flows, taken
from kerja.workflow.step import Step
from kerja.workflow.walking import LATE
from kerja.workflow.workflow import Workflow

_Graph = dict[str, list[str]]


def unbounded_loops(workflow: Workflow) -> tuple[tuple[str, ...], ...]:
    """Return loops that one person could run through without end: (a, b, …, a), the shortest.

    A way with `at_most` bounds a loop, and so does a deadline that counts from a step outside it:
    once time is up, its step leads out. A deadline that counts from within begins anew each time.
    """
    loops: list[tuple[str, ...]] = []
    for part in _endless(workflow, _unbounded(workflow)):
        for step in part:
            if not any(step in loop for loop in loops):
                loops.append(_way_back(part, step))
    order = {step.id: place for place, step in enumerate(workflow)}
    return tuple(sorted(loops, key=lambda loop: order[loop[0]]))


def _unbounded(workflow: Workflow) -> list[Flow]:
    return [flow for flow in flows(workflow) if not _is_bounded(workflow[flow.source], flow)]


def _is_bounded(step: Step, flow: Flow) -> bool:
    if not taken(step, flow):
        return True
    counted = flow.position != LATE and not flow.used_up and step.kind != "fork"
    return counted and step.ways[flow.position].at_most is not None


def _endless(workflow: Workflow, left: list[Flow]) -> Iterator[_Graph]:
    """Yield the parts of the graph in which a run may stay for ever.

    A step whose deadline counts from outside a part leads out of it after a time, so its other
    ways are taken out of that part, and what is left is looked at again (the emptiness test of
    Streett automata; Emerson & Lei 1987).
    """
    for part in _rings(workflow, left):
        inner = [f for f in left if f.source in part and f.target in part]
        lasting = [f for f in inner if f.position == LATE or not _timed(workflow, f.source, part)]
        if len(lasting) == len(inner):
            yield {step: [f.target for f in inner if f.source == step] for step in part}
        else:
            yield from _endless(workflow, lasting)


def _timed(workflow: Workflow, step: str, part: Iterable[str]) -> bool:
    late = workflow[step].deadline
    if late is None or workflow[step].kind == "fork" or late.then not in workflow:
        return False
    return late.since in workflow and late.since not in part


def _rings(workflow: Workflow, left: list[Flow]) -> Iterator[list[str]]:
    """Yield the sets of steps each of which leads to each other of its set, and back to itself."""
    after: _Graph = {}
    for flow in left:
        after.setdefault(flow.source, []).append(flow.target)
    reached = {step.id: _reached(after, step.id) for step in workflow}
    seen: set[str] = set()
    for step in reached:
        if step in reached[step] and step not in seen:
            ring = [other for other in reached if other in reached[step] and step in reached[other]]
            seen.update(ring)
            yield ring


def _reached(after: _Graph, start: str) -> set[str]:
    queue = deque(after.get(start, ()))
    seen = set(queue)
    while queue:
        for step in after.get(queue.popleft(), ()):
            if step not in seen:
                seen.add(step)
                queue.append(step)
    return seen


def _way_back(after: _Graph, start: str) -> tuple[str, ...]:
    paths: deque[tuple[str, ...]] = deque([(start,)])
    seen: set[str] = set()
    while paths:
        path = paths.popleft()
        for step in after[path[-1]]:
            if step == start:
                return (*path, step)
            if step not in seen:
                seen.add(step)
                paths.append((*path, step))
    return ()
