"""The steps of a loop: those that come again when a way back is taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from kerja.workflow.workflow import Workflow


def steps_again(workflow: Workflow, begin: str, end: str) -> frozenset[str]:
    """Return the steps between the beginning and the end of a loop, both included.

    Steps that run beside the loop at the same time are not among them.
    """
    before: dict[str, list[str]] = defaultdict(list)
    for step in workflow:
        for target in step.targets:
            before[target].append(step.id)
    onward = _spread(begin, end, workflow.successors)
    back = _spread(end, begin, lambda step: before[step])
    return onward & back


def _spread(start: str, stop: str, follow: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Return what can be reached from a step without going on from another."""
    seen = {start}
    queue = [start]
    while queue:
        here = queue.pop()
        if here == stop:
            continue
        for step in follow(here):
            if step not in seen:
                seen.add(step)
                queue.append(step)
    return frozenset(seen)
