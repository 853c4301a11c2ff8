"""Dimensions of readiness that the state decides on: law, money, office, control, continuity."""

from __future__ import annotations

from kerja.feasibility.evidence import Evidence
from kerja.feasibility.ladder import Rungs, either


def legal_mandate(facts: Evidence) -> Rungs:
    """Legal mandate.

    Why: A payment to a person needs a legal base, and a programme that lasts needs money that is
        promised beyond the year.
    R0: No instrument orders the programme.
    R1: A policy paper.
    R2: A decree or a law.
    R3: A decree or a law, and money promised beyond the year.
    Basis: judgement
    Source: Prakerja rests on presidential regulations (Perpres 36/2020, 76/2020, 113/2022).
    Beside: legal.appropriation_line
    """
    decreed = facts.word("legal.mandate", "decree", "law")
    return (
        (facts.word("legal.mandate", "policy", "decree", "law"),),
        (decreed,),
        (facts.yes("budget.multi_year"),),
    )


def budget_cover(facts: Evidence) -> Rungs:
    """Budget against the places offered.

    Why: Places that the budget cannot pay for are promises. Without a line in the budget nothing
        can be paid at all.
    R0: The budget has no line for the programme, or pays for less than 30 % of the places.
    R1: It pays for at least 30 %.
    R2: It pays for at least 70 %.
    R3: It pays for all, and money is promised beyond the year.
    Basis: judgement
    Source: In January 2023 Indonesia had money for 595,000 of 1,000,000 places (Fortune Indonesia,
        5 January 2023): by these thresholds R1.
    Beside: budget.total programme.quota.people
    """
    return (
        (facts.yes("legal.appropriation_line"), facts.budget_covers(0.3)),
        (facts.budget_covers(0.7),),
        (facts.budget_covers(1.0), facts.yes("budget.multi_year")),
    )


def implementing_office(facts: Evidence) -> Rungs:
    """Implementing office.

    Why: Somebody must answer every day for selection, payment, providers and complaints.
    R0: Nobody is named.
    R1: A body is named.
    R2: A dedicated office exists and has staff.
    R3: Ministries steer it together as well. Pay at market rates belongs to this level too; a
        profile has no place for it, so a person judges it.
    Basis: judgement
    Source: Prakerja was run by a dedicated office of 182 people (GovInsider, 2024).
    """
    office = facts.yes("institutions.management_office")
    return (
        (either(office, facts.stated("programme.owner")),),
        (office, facts.at_least("institutions.staff", 1, judged=False)),
        (facts.yes("institutions.steering_committee"),),
    )


def data_protection(facts: Evidence) -> Rungs:
    """Data protection.

    Why: The programme joins identity, income, schooling and accounts of millions of people.
    R0: Neither a law, nor rules of the programme, nor an impact assessment.
    R1: Rules of the programme: an impact assessment, or a term after which data are deleted.
    R2: A general law protects personal data.
    R3: A law, an authority that supervises it, and an impact assessment in force.
    Basis: judgement
    Source: SPIAC-B and GIZ, Good Practices for Ensuring Data Protection and Privacy in Social
        Protection Systems (2022, updated 2024).
    Beside: legal.data_localisation
    """
    law = facts.yes("legal.data_protection_law")
    assessed = facts.document("dpia")
    return (
        (either(law, assessed, facts.stated("legal.retention_months")),),
        (law,),
        (facts.yes("legal.data_protection_authority"), assessed),
    )


def control_of_payments(facts: Evidence) -> Rungs:
    """Control of payments.

    Why: Auditors found payments to persons who were not eligible and for training that nobody
        attended; money is easier to keep than to recover.
    R0: No control.
    R1: Control after the fact: internal audit, or a share of payments that is checked.
    R2: A sample is checked before it is paid: a step of the country's own journey.
    R3: The supreme audit institution has access to the data as well.
    Basis: judgement
    Source: Audits of Prakerja by KPK (2020) and BPK (2020 to 2023), as quoted in the press.
    Beside: training.platform_provider_ownership_link
    """
    before = facts.step("prepayment_control_sample", "M4", 2)
    after = either(
        facts.yes("institutions.internal_audit"),
        facts.at_least("costs.audited_share", 0.01),
        before,
    )
    return (after,), (before,), (facts.yes("institutions.supreme_audit_access"),)


def continuity(facts: Evidence) -> Rungs:
    """Continuity.

    Why: A programme that stops at a handover leaves people with half a course and a promise.
    R0: No commitment, and less than six months for which continuity is assured.
    R1: A statement, or at least six months.
    R2: A plan, or a statement with at least twelve months.
    R3: A statute or a financing agreement.
    Basis: judgement
    Source: Prakerja opened no new batch after batch 71 of 2024 (Poskota, 2 October 2024).
    """
    assured = "institutions.months_to_election"
    said = facts.word("institutions.commitment", "statement", "plan", "statute")
    planned = facts.word("institutions.commitment", "plan", "statute")
    return (
        (either(said, facts.at_least(assured, 6)),),
        (said, either(planned, facts.at_least(assured, 12))),
        (facts.word("institutions.commitment", "statute"),),
    )
