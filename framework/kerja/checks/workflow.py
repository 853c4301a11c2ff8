"""Checks of the workflow (KF): every step is reached and left, and no payment lacks its proofs."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.registry import Hit, check
from kerja.findings import Severity
from kerja.workflow import (
    Workflow,
    dead_ends,
    deadlines_without_consequence,
    unbounded_loops,
    unknown_deadlines,
    unknown_targets,
    unproven_payments,
    unreachable,
    waiting_without_deadline,
)


def whole_workflow(workflow: Workflow) -> Iterator[tuple[str, Workflow]]:
    """Yield a workflow that has steps."""
    if workflow.steps:
        yield "", workflow


def _at(step: str) -> str:
    return f"workflow.steps[{step}]"


@check("KF501", "workflow-unsound", Severity.ERROR, over=whole_workflow)
def workflow_unsound(workflow: Workflow) -> Iterator[Hit]:
    """Every step can be reached from the start and leads to an end.

    Why: People stay for ever in a step without a way out, and a step that nobody comes to is
        work that nobody does.

    Bad:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: leave}]}
            - {id: review, name: Review, kind: manual, lane: programme-office, phase: enrol, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Good:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: review}]}
            - {id: review, name: Review, kind: manual, lane: programme-office, phase: enrol, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Source: van der Aalst, Verification of Workflow Nets (1997), Definition 7.
    """  # noqa: E501
    for missing in unknown_targets(workflow):
        yield Hit(
            _at(missing.step),
            f'the step "{missing.step}" leads to "{missing.target}", which does not exist',
            "name a step of the workflow",
        )
    for step in unreachable(workflow):
        yield Hit(
            _at(step),
            f'no way leads from the start to the step "{step}"',
            "add a way to it, or take it out",
        )
    for step in dead_ends(workflow):
        yield Hit(
            _at(step),
            f'from the step "{step}" no end can be reached',
            "add a way that leads to an end",
        )


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
            _at(step),
            f'the step "{step}" waits for somebody without a deadline',
            "deadline: {days: 30, then: the_step_that_follows}",
        )
    for step in deadlines_without_consequence(workflow):
        yield Hit(
            _at(step), f'the deadline of "{step}" does not say what follows', "add then: a_step"
        )
    for missing in unknown_deadlines(workflow):
        yield Hit(
            _at(missing.step),
            f'the deadline of "{missing.step}" names "{missing.target}", which no deadline has',
            "name a field of programme.deadlines",
        )


@check("KF504", "payment-before-proof", Severity.ERROR, over=whole_workflow)
def payment_before_proof(workflow: Workflow) -> Iterator[Hit]:
    """Every payment to a person passes proof of identity, and an account or an identified cash-out.

    Why: Money paid before a proof cannot be called back.

    Bad:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: pay}]}
            - {id: pay, name: Pay, kind: payment, lane: payment-provider, phase: provide, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Good:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: identify}]}
            - {id: identify, name: Check identity, kind: service, lane: identity-authority, phase: assess, gives: [identity], next: [{to: link}]}
            - {id: link, name: Link account, kind: person, lane: applicant, phase: enrol, gives: [account], next: [{to: pay}]}
            - {id: pay, name: Pay, kind: payment, lane: payment-provider, phase: provide, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Source: FATF Recommendation 10, customer due diligence.
    """  # noqa: E501
    for unproven in unproven_payments(workflow):
        yield Hit(
            _at(unproven.step),
            f'"{unproven.step}" pays without {" and ".join(unproven.lacks)}, on the way '
            + " → ".join(unproven.path),
            "put a step that gives the proof before it",
        )


@check("KF505", "loop-without-end", Severity.WARNING, over=whole_workflow)
def loop_without_end(workflow: Workflow) -> Iterator[Hit]:
    """Nobody can go round in the workflow for ever: a way back says how often it may be taken.

    Why: An appeal, a retry or a new round that may be repeated without limit never ends, for the
        person or for the office.

    Bad:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: draw}]}
            - {id: draw, name: Draw, kind: draw, lane: programme-office, phase: enrol, next: [{to: leave}, {to: draw, when: not drawn}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Good:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: draw}]}
            - {id: draw, name: Draw, kind: draw, lane: programme-office, phase: enrol, next: [{to: leave}, {to: draw, when: not drawn, at_most: 5}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Source: Kerja: termination of the journey.
    """  # noqa: E501
    for loop in unbounded_loops(workflow):
        yield Hit(
            _at(loop[0]),
            f"one person could go round without end: {' → '.join(loop)}",
            "say at_most: how often on the way back",
        )
