"""Checks of who may do what (KF): refusals can be appealed, money has proofs and two offices."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.registry import Hit, check
from kerja.checks.workflow import at_step, whole_workflow
from kerja.findings import Severity
from kerja.workflow import Workflow, refusals_without_appeal, undivided_duties, unproven_payments


@check("KF503", "refusal-without-appeal", Severity.WARNING, over=whole_workflow)
def refusal_without_appeal(workflow: Workflow) -> Iterator[Hit]:
    """Whoever an authority refuses can reach an appeal before the journey ends.

    An appeal is a step of an officer (`kind: manual`) whose usual way leads back to the decision
    or on to what was refused, or any step that `gives: [appeal]`. A refusal is a way beside the
    usual one of a service, an officer, a rule or a payment that leads to an end past what the
    usual way would have led to. A draw refuses nothing: who is not drawn waits or leaves.

    Why: Registers and people err, and who is refused by error has nobody else to turn to.

    Bad:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: check}]}
            - {id: check, name: Check, kind: decision, lane: programme-office, phase: assess, next: [{to: learn}, {to: leave, when: not eligible}]}
            - {id: learn, name: Learn, kind: person, lane: applicant, phase: provide, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Good:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: check}]}
            - {id: check, name: Check, kind: decision, lane: programme-office, phase: assess, next: [{to: learn}, {to: appeal, when: not eligible}]}
            - {id: appeal, name: Decide on the appeal, kind: manual, lane: province, phase: assess, next: [{to: check, when: upheld, at_most: 1}, {to: leave, when: not upheld}]}
            - {id: learn, name: Learn, kind: person, lane: applicant, phase: provide, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Source: ILO Recommendation 202 (2012), paragraph 7: complaint and appeal procedures.
    """  # noqa: E501
    for refusal in refusals_without_appeal(workflow):
        outcome = f' ("{refusal.when}")' if refusal.when else ""
        yield Hit(
            at_step(refusal.step),
            f'whom "{refusal.step}" refuses{outcome} comes to an end without an appeal',
            "let the way lead to a manual step that may send the person back",
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
            at_step(unproven.step),
            f'"{unproven.step}" pays without {" and ".join(unproven.lacks)}, on the way '
            + " → ".join(unproven.path),
            "put a step that gives the proof before it",
        )


@check("KF506", "four-eyes-missing", Severity.WARNING, over=whole_workflow)
def four_eyes_missing(workflow: Workflow) -> Iterator[Hit]:
    """On every path to a payment two offices act: who registers does not approve, nor who approves pay.

    An office is a lane of the workflow. Two officers of one office may be four eyes: the workflow
    cannot show them, and the finding may be accepted with that reason.

    Why: Who can register, approve and pay alone can pay people who do not exist.

    Bad:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: enter}]}
            - {id: enter, name: Enter the person, kind: manual, lane: programme-office, phase: assess, gives: [identity, account], next: [{to: approve}]}
            - {id: approve, name: Approve, kind: manual, lane: programme-office, phase: enrol, next: [{to: pay}]}
            - {id: pay, name: Pay, kind: payment, lane: payment-provider, phase: provide, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Good:
        workflow:
          steps:
            - {id: apply, name: Apply, kind: start, lane: applicant, phase: assess, next: [{to: enter}]}
            - {id: enter, name: Enter the person, kind: manual, lane: province, phase: assess, gives: [identity, account], next: [{to: approve}]}
            - {id: approve, name: Approve, kind: manual, lane: programme-office, phase: enrol, next: [{to: pay}]}
            - {id: pay, name: Pay, kind: payment, lane: payment-provider, phase: provide, next: [{to: leave}]}
            - {id: leave, name: Leave, kind: end, lane: applicant, phase: manage}

    Source: INTOSAI GOV 9100 (2004), guidelines for internal control: segregation of duties.
    """  # noqa: E501
    for alone in undivided_duties(workflow):
        yield Hit(
            at_step(alone.step),
            f'"{alone.step}" pays on the word of one office ({alone.lane}), on the way '
            + " → ".join(alone.path),
            "give one of these steps to another lane",
        )
