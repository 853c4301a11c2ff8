"""Rules on complaints and appeals (GRM).

A complaint can be made at every step, by any channel, and most change nothing in the journey. Drawn
are those whose answer changes where a person goes on: on a payment, and on a certificate. What is
refused before a place is given goes to the appeal that the journey has. Each complaint has a step
of its own, which leads back to where it came from, once, or onward: one step for all would not
know which payment to make again.
"""

from __future__ import annotations

from dataclasses import replace

from kerja.adaptation.anchors import ending, stands, usual_next
from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Comparison, LacksError, Look, at
from kerja.adaptation.registry import rule
from kerja.profile import WordList
from kerja.workflow import APPEAL, Step, Way, build_workflow
from kerja.workflow.operations import AddBranch, Operation

_CHANNELS = "grievance.channels"
_ENOUGH = 3
_CERTIFY = "assess_and_certify"
_ON_PAYMENT = Step(
    id="complaint_on_payment",
    name="Settle a complaint on the payment",
    kind="manual",
    lane="programme-office",
    phase="manage",
)
_ON_CERTIFICATE = Step(
    id="complaint_on_certificate",
    name="Settle a complaint on the assessment",
    kind="manual",
    lane="programme-office",
    phase="manage",
    gives=(APPEAL,),
)


@rule("GRM-01", "few-channels-for-complaints", threshold="number")
def few_channels_for_complaints(look: Look) -> Change | None:
    """There are fewer than three ways to complain

    Why: Who cannot write does not use a form, and who has no phone does not call. The contact
        centre was 41 % of what Prakerja spent on technology, about 16 % of its operating cost: it
        is no detail. A complaint can be made at every step; where its answer changes what follows,
        on a payment or a certificate, the journey has a step for it.
    Evidence: Kabarbursa, 15 May 2024 (41.46 %); the 16 % is derived from it.
    Basis: judgement
    Asks: Which number and which hours does the contact centre have, and who answers in the
        provinces?
    Owner: programme office
    """
    ways = at(look.profile, _CHANNELS)
    if not isinstance(ways, WordList) or ways.value is None:
        raise LacksError(_CHANNELS)
    look.read.append(_CHANNELS)
    own = look.threshold
    count, enough = len(ways.value), _ENOUGH if own is None else own
    what = "ways to complain"
    held = Comparison(_CHANNELS, count, enough, own is None, own is not None, what)
    look.comparisons.append(held)
    if count >= enough:
        return None
    return Change(
        workflow=(*_on_payments(look), *_on_certificate(look)),
        settings={"grievance.channels_required": ("free call", "in person", "message")},
        costs=(
            ExtraCost(
                line="contact centre",
                formula="applicants × share who call or write × cost of one contact",
                needs=(
                    "programme.expected_applicants",
                    "costs.contacts_per_applicant",
                    "costs.contact",
                ),
            ),
        ),
        documents=(
            Addition(
                "grm-manual",
                "People complain by a free call, by message or in person, at every step and in "
                "their own language. Each complaint has a number, a day by which it is answered, "
                "and somebody above who decides if it is not.",
            ),
        ),
    )


def _on_payments(look: Look) -> tuple[Operation, ...]:
    """Add a complaint to each payment to a person that has no way beside the usual one."""
    found: list[Operation] = []
    for step in build_workflow(look.profile):
        onward = usual_next(look, step.id)
        if step.pays_person and len(step.ways) == 1 and stands(look, onward):
            again = Way(step.id, "upheld: pay again", at_most=1, then=onward)
            complaint = replace(_ON_PAYMENT, id=f"{_ON_PAYMENT.id}_{step.id}", ways=(again,))
            found.append(
                AddBranch(
                    rule="GRM-01",
                    at=step.id,
                    when="payment fails",
                    steps=(complaint,),
                    rejoins=onward,
                )
            )
    return tuple(found)


def _on_certificate(look: Look) -> tuple[Operation, ...]:
    """Add a complaint on the assessment, which is made again once if the complaint is upheld."""
    if not stands(look, _CERTIFY):
        return ()
    leave = ending(look)
    again = Way(_CERTIFY, "upheld: assess again", at_most=1, then=leave)
    return (
        AddBranch(
            rule="GRM-01",
            at=_CERTIFY,
            when="not passed, and complains",
            steps=(replace(_ON_CERTIFICATE, ways=(again,)),),
            rejoins=leave,
        ),
    )


@rule("GRM-02", "appeal-after-places-are-gone")
def appeal_after_places_are_gone(look: Look) -> Change | None:
    """An appeal is decided only after the places are gone

    Why: A remedy without a place is no remedy.
    Evidence: UN Principles for Responsible Digital Payments (2021), recourse; World Bank,
        Sourcebook on the Foundations of Social Protection Delivery Systems (2020).
    Basis: judgement
    Asks: Which body decides appeals, and how many places are kept for those it upholds?
    Owner: programme office
    """
    if not look.denies("grievance.appeal_before_batch_close"):
        return None
    return Change(
        settings={"appeal.reserve_share": 0.02, "appeal.window_days": 7},
        documents=(
            Addition(
                "operations-manual",
                "Two in a hundred places are kept until appeals are decided. An appeal may be made "
                "within seven days of the result.",
            ),
        ),
    )
