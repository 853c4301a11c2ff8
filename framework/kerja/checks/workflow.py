"""Checks of the workflow (KF): every journey comes to one end, and nobody waits without end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kerja.checks.registry import Hit, check
from kerja.findings import Severity
from kerja.profile.programme import Deadlines
from kerja.source import closest
from kerja.workflow import (
    Failure,
    Verdict,
    Workflow,
    dead_ends,
    deadlines_without_consequence,
    prove,
    shortest_path,
    unknown_deadlines,
    unknown_targets,
    unreachable,
    waiting_without_deadline,
    ways_to_nowhere,
)


def whole_workflow(workflow: Workflow) -> Iterator[tuple[str, Workflow]]:
    """Yield a workflow that has steps."""
    if workflow.steps:
        yield "", workflow


def at_step(step: str) -> str:
    """Return where a step stands in a profile."""
    return f"workflow.steps[{step}]"


@check("KF501", "workflow-unsound", Severity.ERROR, over=whole_workflow)
def workflow_unsound(workflow: Workflow) -> Iterator[Hit]:
    """From wherever a person comes to, an end can be reached; it is reached once; no step is dead.

    The workflow is read as a workflow net and proven. How often a way may be taken is not looked
    at: that every loop ends is a check of its own.

    Why: People stay for ever in a step without a way out, or wait for a step that was never begun;
        and a step that nobody comes to is work that nobody does.

    Bad:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: both}, {to: voucher, when: no account}]}
            - {id: voucher, name: Print a voucher, kind: service, lane: programme-office, phase: enrol, next: [{to: both}]}
            - {id: both, name: Wait for both, kind: join, lane: programme-office, phase: enrol, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Good:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: begin}]}
            - {id: begin, name: Begin both, kind: fork, lane: programme-office, phase: enrol, next: [{to: account}, {to: voucher}]}
            - {id: account, name: Link the account, kind: service, lane: programme-office, phase: enrol, next: [{to: both}]}
            - {id: voucher, name: Print a voucher, kind: service, lane: programme-office, phase: enrol, next: [{to: both}]}
            - {id: both, name: Wait for both, kind: join, lane: programme-office, phase: enrol, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Source: van der Aalst, Verification of Workflow Nets (1997), Definition 7.
    """  # noqa: E501
    for missing in unknown_targets(workflow):
        yield Hit(
            at_step(missing.step),
            f'the step "{missing.step}" leads to "{missing.target}", which does not exist',
            _meant(missing.target, [step.id for step in workflow], "name a step of the workflow"),
        )
    for end in workflow.ends:
        if workflow[end].ways:
            yield Hit(
                at_step(end),
                f'the end "{end}" leads on to "{workflow[end].ways[0].to}"',
                "take out its next, or choose another kind",
            )
    for step in unreachable(workflow):
        yield Hit(
            at_step(step),
            f'no way leads from the start to the step "{step}"',
            "add a way to it, or take it out",
        )
    for step in dead_ends(workflow):
        path = " → ".join(shortest_path(workflow, step))
        yield Hit(
            at_step(step),
            f'from the step "{step}" no end can be reached'
            + (f", on the way {path}" if path else ""),
            "add a way that leads to an end",
        )
    yield from _unproven(workflow, prove(workflow))


def _meant(word: str, known: Iterable[str], otherwise: str) -> str:
    near = closest(word, known)
    return f"did you mean {near}?" if near else otherwise


def _unproven(workflow: Workflow, verdict: Verdict) -> Iterator[Hit]:
    if verdict.status == "unknown":
        yield Hit(
            "workflow",
            f"nobody can say whether every journey ends: {verdict.reason}",
            "close each fork with a join of its own",
            severity=Severity.WARNING,
        )
    for failure in _not_yet_told(workflow, verdict):
        yield Hit(at_step(failure.steps[0]), str(failure), _MENDS[failure.property])


def _not_yet_told(workflow: Workflow, verdict: Verdict) -> Iterator[Failure]:
    """Yield the failures of steps of which nothing else is told; dead ones if nothing else is."""
    lost = {nowhere.step for nowhere in ways_to_nowhere(workflow)}
    told = {*unreachable(workflow), *dead_ends(workflow), *lost}
    failures = [failure for failure in verdict.failures if not told.issuperset(failure.steps)]
    causes = [failure for failure in failures if failure.property != "no dead transitions"]
    yield from causes or ([] if told else failures)


_MENDS = {
    "option to complete": "let a join wait only for ways that a fork has begun together",
    "proper completion": "close every fork with a join before an end",
    "no dead transitions": "add a way to it, or take it out",
}


@check("KF502", "waiting-without-deadline", Severity.WARNING, over=whole_workflow)
def waiting_step(workflow: Workflow) -> Iterator[Hit]:
    """Whoever holds a place or waits for an event has a deadline, and the deadline a consequence.

    Why: A place that is held without end is lost for everybody else.

    Bad:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: draw}]}
            - {id: draw, name: Draw, kind: draw, lane: programme-office, phase: enrol, gives: [selected], next: [{to: choose}]}
            - {id: choose, name: Choose a course, kind: person, lane: applicant, phase: provide, needs: [selected], next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Good:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: draw}]}
            - {id: draw, name: Draw, kind: draw, lane: programme-office, phase: enrol, gives: [selected], next: [{to: choose}]}
            - {id: choose, name: Choose a course, kind: person, lane: applicant, phase: provide, needs: [selected], deadline: {days: 30, then: leave}, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Source: Prakerja's deadline for the first course: 30 days in 2020-2022, 15 days in 2023-2024.
    """  # noqa: E501
    for step in waiting_without_deadline(workflow):
        yield Hit(
            at_step(step),
            f'the step "{step}" waits for somebody without a deadline',
            "deadline: {days: 30, then: the_step_that_follows}",
        )
    for step in deadlines_without_consequence(workflow):
        yield Hit(
            at_step(step), f'the deadline of "{step}" does not say what follows', "add then: a_step"
        )
    for missing in unknown_deadlines(workflow):
        yield Hit(
            at_step(missing.step),
            f'the deadline of "{missing.step}" names "{missing.target}", which no deadline has',
            _meant(missing.target, Deadlines.model_fields, "name a field of programme.deadlines"),
        )
