"""Rules on who manages the programme, for how long, and who controls it (INS)."""

from __future__ import annotations

import math
from dataclasses import replace

from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Comparison, Look, both, either, gather
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import PREPAYMENT_CONTROL_SAMPLE
from kerja.workflow import Step, Way
from kerja.workflow.operations import InsertAfter

_MOST_EACH = 24_000
_FEWEST_EACH = 7_800
"""Recipients of a year for each member of Prakerja's staff: about 4.4 million, and 1.42 million in
2024, by the 182 of 2024."""
_MONTHS_OF_A_YEAR = 12
_NOT_BOUND = ("none", "statement")


@rule("INS-01", "no-management-office", is_gate=True)
def no_management_office(look: Look) -> Change | None:
    """No office is dedicated to the programme

    Why: An office of its own is one of the four conditions that Prakerja's management names. It
        had 182 staff in 2024. Setting one up takes time before the first round; the six months
        are Kerja's judgement, the cost is to be obtained.
    Evidence: Press text on Prakerja and other countries (2024, promotional: a claim); GovInsider,
        2024 (182 staff).
    Basis: sourced
    Asks: Which ministry hosts the office, on what pay scale, and who heads it?
    Owner: cabinet
    """
    if not look.denies("institutions.management_office"):
        return None
    return Change(
        settings={
            "institution.model": "to be created",
            "rollout.earliest_start_offset_months": 6,
        },
        costs=(
            ExtraCost(
                line="setting up the programme office",
                formula="cost of setting up the office",
                needs=("costs.office_setup",),
            ),
        ),
        documents=(
            Addition(
                "operations-manual",
                "The office stands before the first round: one body answers for each task, and "
                "the manual names it.",
            ),
            Addition("roadmap", "The office is set up four to six months before the first round."),
        ),
    )


@rule("INS-02", "office-small-for-volume", threshold="number")
def office_small_for_volume(look: Look) -> Change | None:
    """The office is small for the number of participants

    Why: Prakerja served between 7,800 and 24,000 recipients a year for each of its 182 staff: 1.42
        million in 2024, about 4.4 million a year before, counted with the staff of 2024. The
        range mixes years and is no norm: it warns, and caps nothing.
    Evidence: Derived from GovInsider, 2024 (182 staff); jabaran.id (1,419,298 recipients in 2024);
        antvklik (17.5 million from 2020 to 2023).
    Basis: judgement
    Asks: Are staff hired, is work given to others, or is the number of participants lowered?
    Owner: programme office
    """
    places, staff = gather(look.quota, lambda: look.number("institutions.staff"))
    own = look.threshold
    limit = places / (_MOST_EACH if own is None else own)
    look.comparisons.append(
        Comparison("institutions.staff", staff, limit, own is None, own is not None)
    )
    if (staff < limit) == ("institutions.staff" in look.against):
        return None
    least, most = (math.ceil(places / each) for each in (_MOST_EACH, _FEWEST_EACH))
    fewest, fullest = (int(staff * each) for each in (_FEWEST_EACH, _MOST_EACH))
    return Change(
        proposals=(
            f"hire: {least:,} to {most:,} staff would stand to {places:,.0f} participants as "
            "Prakerja's did",
            "give work to others: contact centre, checks of courses, help with applications",
            f"fewer participants: {fewest:,} to {fullest:,} stand to {staff:,.0f} staff in the "
            "same way",
        ),
        documents=(
            Addition(
                "risk-register",
                "The office may be too small: cases wait longer, and fewer are checked. Waits and "
                "open cases are watched from the first round.",
            ),
        ),
    )


@rule("INS-03", "continuity-not-assured", threshold="number")
def continuity_not_assured(look: Look) -> Change | None:
    """Continuity beyond the programme year is not assured

    Why: Persons who have begun must be able to finish and be paid, whoever decides next. Prakerja
        opened no round after the 71st in 2024, and its move to another ministry was still being
        drafted in 2025. A year is Kerja's judgement.
    Evidence: Poskota, 2 October 2024; jabaran.id, 2025.
    Basis: judgement
    Asks: Which commitment lasts, a plan with money or a statute, and who makes it?
    Owner: cabinet
    """
    if not both(
        lambda: look.below("institutions.months_to_election", _MONTHS_OF_A_YEAR),
        lambda: look.word("institutions.commitment") in _NOT_BOUND,
    ):
        return None
    return Change(
        settings={
            "batches.reserve_last_batch_before_months": 3,
            "obligations.paid_out_before_handover": True,
        },
        documents=(
            Addition(
                "cabinet-memo",
                "Continuity: a commitment over several years is sought, with a clause on what "
                "happens to persons who have begun when responsibility passes on.",
            ),
            Addition(
                "exit-plan",
                "Continuity: what is owed to persons who have begun is paid before responsibility "
                "passes on.",
            ),
            Addition(
                "restricted-annex",
                "Continuity: the programme may be suspended within its year. The last round opens "
                "three months before, and obligations are counted month by month.",
            ),
        ),
    )


@rule("INS-04", "audit-without-access")
def audit_without_access(look: Look) -> Change | None:
    """Internal audit is missing, or the supreme audit institution has no access

    Why: What nobody checks before payment is found after it. Auditors in Indonesia found IDR 125.93
        billion paid for training not followed or not finished in 2020, and 54,856 recipients of
        2023 who were not eligible. The sample of five in a hundred is Kerja's judgement.
    Evidence: BPK, as reported by Radar Aktual, 2021 (2020), and Kontan (2023).
    Basis: sourced
    Asks: What data may the supreme audit institution see, and who audits within the programme?
    Owner: supreme audit institution
    """
    if not either(
        lambda: look.denies("institutions.internal_audit"),
        lambda: look.denies("institutions.supreme_audit_access"),
    ):
        return None
    certify = "assess_and_certify"
    return Change(
        workflow=(InsertAfter(rule="INS-04", after=certify, steps=(_control(certify, look),)),),
        settings={"control.prepayment_sample_share": 0.05, "control.log_immutable": True},
        costs=(
            ExtraCost(
                line="checks before payment",
                formula="places × share that is checked × cost of one check",
                needs=("programme.quota.people", "costs.audited_share", "costs.audit_check"),
            ),
        ),
        documents=(
            Addition(
                "operations-manual",
                "Of the certificates five in a hundred are drawn and checked before anything is "
                "paid on them. One that is not confirmed is assessed once more. Every check is "
                "recorded, and no record can be changed.",
            ),
        ),
    )


def _control(certify: str, look: Look) -> Step:
    """Return the check: what is not confirmed is assessed once more, then the journey ends."""
    ends = (step.id for step in look.profile.workflow.steps if step.kind == "end")
    again = Way(certify, "not confirmed: assess again", at_most=1, then=next(ends, ""))
    return replace(PREPAYMENT_CONTROL_SAMPLE, ways=(again,))
