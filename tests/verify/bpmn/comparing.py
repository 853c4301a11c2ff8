"""What an engine did with people, compared with what the walk says that it must do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.verify.bpmn.people import Person

from kerja.workflow import LABELS, Workflow


def run_faults(
    workflow: Workflow, sent: Sequence[Person], answer: Mapping[str, Any]
) -> Iterator[str]:
    """Yield how the runs of an engine differ from the walks of the same people.

    With steps at the same time the engine chooses their order: then every visit must follow one
    from which it can come, and all visits together must be the same.
    """
    if answer["error"]:
        yield answer["error"]
        return
    forked = any(step.kind == "fork" for step in workflow)
    seen = set()
    for number, (person, run) in enumerate(zip(sent, answer["runs"], strict=True)):
        visits = tuple((step, code) for step, code in run["visits"])
        seen |= {step for step, _ in visits}
        if run["error"]:
            yield f"person {number}: {run['error']}"
        elif not _same(person.visits, visits, forked=forked):
            yield f"person {number}: {_difference(person.visits, visits)}"
        elif forked and not _in_order(workflow, visits):
            yield f"person {number}: a step came before what leads to it"
        if run["end"] != person.end:
            yield f"person {number}: ends at {run['end']!r}, not at {person.end!r}"
        if sorted(run["payments"]) != sorted(person.payments):
            yield f"person {number}: paid {run['payments']}, not {person.payments}"
    for step in workflow:
        if step.id not in seen:
            yield f"nobody came to {step.id}"


def lane_faults(workflow: Workflow, lanes: Mapping[str, str]) -> Iterator[str]:
    """Yield the steps that an engine has in another lane, or in none."""
    for step in workflow:
        wanted = LABELS[f"lane.{step.lane}"]
        if lanes.get(step.id) != wanted:
            yield f"{step.id} is in lane {lanes.get(step.id)!r}, not {wanted!r}"


def nothing_found(problems: Mapping[str, Sequence[str]]) -> None:
    """Fail with the first problems, by file, if there are any.

    Raises:
        AssertionError: a reader objects to something.
    """
    listed = [f"{file}: {problem}" for file, found in problems.items() for problem in found]
    assert not listed, some(listed)


def some(listed: Sequence[str]) -> str:
    """Return how many there are, and the first few."""
    return f"{len(listed)} problems:\n" + "\n".join(listed[:12])


Visits = tuple[tuple[str, str], ...]


def _same(ours: Visits, theirs: Visits, *, forked: bool) -> bool:
    return sorted(ours) == sorted(theirs) if forked else ours == theirs


def _in_order(workflow: Workflow, visits: Visits) -> bool:
    been = {workflow.start}
    for step, _ in visits:
        if step != workflow.start and not been.intersection(workflow.predecessors(step)):
            return False
        been.add(step)
    return True


def _difference(ours: Visits, theirs: Visits) -> str:
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    at = min(len(ours), len(theirs)) if at is None else at
    return f"visit {at + 1} is {theirs[at : at + 3]}, not {ours[at : at + 3]}"
