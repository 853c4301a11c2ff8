"""Checks of the ways of the workflow (KF): loops end, choices exclude one another and add up."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.registry import Hit, check
from kerja.checks.workflow import at_step, whole_workflow
from kerja.findings import Severity
from kerja.profile.evidence import Assumptions
from kerja.source import closest
from kerja.workflow import (
    Workflow,
    same_outcomes,
    unbounded_loops,
    unknown_shares,
    ways_to_nowhere,
    wrong_shares,
)


@check("KF505", "loop-without-end", Severity.WARNING, over=whole_workflow)
def loop_without_end(workflow: Workflow) -> Iterator[Hit]:
    """Nobody can go round in the workflow for ever: a way back says how often it may be taken.

    A deadline that counts from a step outside the loop ends it as well. Who has taken a way as
    often as is allowed goes to its `then`, or to the first other way without a limit: one of the
    two must exist.

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
            at_step(loop[0]),
            f"one person could go round without end: {' → '.join(loop)}",
            "say at_most: how often on the way back",
        )
    for lost in ways_to_nowhere(workflow):
        if not lost.target:
            yield Hit(
                at_step(lost.step),
                lost.reason,
                "say then: the step that follows when it is used up",
                severity=Severity.ERROR,
            )


@check("KF507", "choice-does-not-add-up", Severity.ERROR, over=whole_workflow)
def choice_does_not_add_up(workflow: Workflow) -> Iterator[Hit]:
    """The ways of a step exclude one another: distinct outcomes, and shares that sum to the whole.

    Shares that are known sum to at most 1, and to 1 if all are known; a step with a deadline may
    sum to less, for the rest is late. All ways of a fork are taken, so it has no shares.

    Why: A share too much sends more people on than came, one too few loses them; and an outcome
        that two ways have in common leaves an engine to guess.

    Bad:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: draw}]}
            - {id: draw, name: Draw, kind: draw, lane: programme-office, phase: enrol, next: [{to: learn, when: drawn, share: 70%}, {to: leave, when: not drawn, share: 50%}]}
            - {id: learn, name: Learn, kind: person, lane: applicant, phase: provide, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Good:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: draw}]}
            - {id: draw, name: Draw, kind: draw, lane: programme-office, phase: enrol, next: [{to: learn, when: drawn, share: 70%}, {to: leave, when: not drawn, share: 30%}]}
            - {id: learn, name: Learn, kind: person, lane: applicant, phase: provide, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Source: OMG, BPMN 2.0 (2011), exclusive gateway; arithmetic.
    """  # noqa: E501
    for wrong in wrong_shares(workflow):
        yield Hit(
            at_step(wrong.step),
            f'the shares of the ways of "{wrong.step}" sum to {_percent(wrong.total)}',
            "they sum to 100%; leave out the one that takes the rest",
        )
    for same in same_outcomes(workflow):
        named = f'the outcome "{same.outcome}"' if same.outcome else "no outcome (when)"
        yield Hit(
            at_step(same.step),
            f'several ways of "{same.step}" have {named}',
            "give each way its own when",
        )
    for unknown in unknown_shares(workflow):
        near = closest(unknown.target, Assumptions.model_fields)
        yield Hit(
            at_step(unknown.step),
            f'a way of "{unknown.step}" takes its share from "{unknown.target}", '
            "which is no field of assumptions",
            f"did you mean {near}?" if near else "name a field of assumptions: eligible, paid",
        )


def _percent(share: float) -> str:
    return f"{round(share * 100, 1):g}%"
