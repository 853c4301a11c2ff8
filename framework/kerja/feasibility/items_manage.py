"""Items of the checklist on running the programme, and on what holds it up."""

from __future__ import annotations

from kerja.feasibility.evidence import Evidence
from kerja.feasibility.item import DELIVERY, RESPONSIBLE, SYSTEMS, Item
from kerja.feasibility.ladder import Rungs, either

_COMMITMENT = "institutions.commitment"
_MANDATE = "legal.mandate"


def _deadlines(facts: Evidence) -> Rungs:
    return (
        (facts.stated("programme.deadlines.purchase_days"),),
        (facts.shown("M1", 2),),
        (facts.stated("programme.batches.last_payment_before"), facts.shown("M1", 3)),
    )


def _correction(facts: Evidence) -> Rungs:
    days = "grievance.answer_days"
    return (
        (facts.stated(days),),
        (facts.at_most(days, 14, judged=False),),
        (facts.at_most(days, 7, judged=False), facts.shown("M2", 3)),
    )


def _complaints(facts: Evidence) -> Rungs:
    return (
        (facts.count("grievance.channels", 1),),
        (facts.count("grievance.channels", 3), facts.stated("grievance.answer_days")),
        (facts.yes("grievance.independent_tier"), facts.shown("M3", 3)),
    )


def _control(facts: Evidence) -> Rungs:
    before = facts.step("prepayment_control_sample", "M4", 2)
    checked = facts.at_least("costs.audited_share", 0.01)
    return (
        (either(facts.yes("institutions.internal_audit"), checked, before),),
        (before,),
        (facts.yes("institutions.supreme_audit_access"), facts.shown("M4", 3)),
    )


def _monitoring(facts: Evidence) -> Rungs:
    framework = facts.document("monitoring-framework")
    return (
        (either(framework, facts.shown("M5", 1)),),
        (framework, facts.shown("M5", 2)),
        (facts.shown("M5", 3),),
    )


def _follow_up(facts: Evidence) -> Rungs:
    service = facts.yes("job_matching.public_service")
    planned = facts.yes("evaluation.planned")
    return (
        (either(service, planned, facts.shown("M6", 1)),),
        (service, planned),
        (facts.shown("M6", 3),),
    )


def _law(facts: Evidence) -> Rungs:
    return (
        (facts.word(_MANDATE, "policy", "decree", "law"),),
        (facts.word(_MANDATE, "decree", "law"), facts.yes("legal.appropriation_line")),
        (facts.yes("budget.multi_year"), facts.yes("institutions.management_office")),
    )


def _coordination(facts: Evidence) -> Rungs:
    committee = facts.yes("institutions.steering_committee")
    return (
        (either(committee, facts.shown("X2", 1)),),
        (committee,),
        (facts.shown("X2", 3),),
    )


def _money(facts: Evidence) -> Rungs:
    across = "budget.payable_across_fiscal_year"
    rule = either(facts.yes(across), facts.no(across))
    return (
        (either(facts.budget_covers(1.0), facts.shown("X3", 1)),),
        (facts.budget_covers(1.0), rule),
        (facts.yes("budget.multi_year"), facts.shown("X3", 3)),
    )


def _commitment(facts: Evidence) -> Rungs:
    return (
        (facts.word(_COMMITMENT, "statement", "plan", "statute"),),
        (facts.word(_COMMITMENT, "plan", "statute"),),
        (facts.word(_COMMITMENT, "statute"),),
    )


ITEMS = (
    Item(
        "M1", "manage", "Are deadlines, reminders, revocation and new offers defined?",
        ("no", "a deadline only", "reminders in steps",
         "places offered again by themselves, and a rule for the end of the year"),
        DELIVERY, _deadlines,
    ),
    Item(
        "M2", "manage", "Can a person have phone, account or name corrected within a week?",
        ("no", "later than 14 days", "within 14 days", "within 7 days, by themselves, with checks"),
        DELIVERY, _correction,
    ),
    Item(
        "M3", "manage", "Are there several channels, a promise, an independent tier, statistics?",
        ("no way to complain", "one channel", "three channels and a promised answer",
         "an independent tier and published statistics as well"),
        RESPONSIBLE, _complaints,
    ),
    Item(
        "M4", "manage", "Are frauds looked for and payments sampled before they are made?",
        ("no", "after the fact", "a sample before payment",
         "scored by risk, with auditors' access to the log"),
        "Audits of BPK", _control,
    ),
    Item(
        "M5", "manage", "Is the funnel published by group for each round?",
        ("no", "totals", "by sex and region",
         "by sex, region, income and disability, as open data"),
        DELIVERY, _monitoring,
    ),
    Item(
        "M6", "manage", "Are people followed afterwards: job, business, survey?",
        ("no", "a certificate", "a job service, and a survey or an evaluation",
         "outcomes that are tracked, and an evaluation by lot"),
        DELIVERY, _follow_up,
    ),
    Item(
        "X1", "support", "Is there a mandate, a line in the budget and one body that answers?",
        ("an announcement", "a policy", "a decree and a line",
         "a law or decree, money beyond the year, an office"),
        SYSTEMS, _law,
    ),
    Item(
        "X2", "support",
        "Do finance, labour, interior, central bank and telecom steer together?",
        ("no", "case by case", "a named committee", "it meets for each round and keeps minutes"),
        DELIVERY, _coordination,
    ),
    Item(
        "X3", "support",
        "Does the budget cover the places, with fees, fixed costs, and a year end?",
        ("not costed, or not covered", "benefits only", "the full cost of a year",
         "the full cost of several years, with what could change it"),
        SYSTEMS, _money,
    ),
    Item(
        "X4", "support", "Is the programme protected against interruption?",
        ("no", "a statement", "a plan over several years", "a statute or a financing agreement"),
        "Prakerja, 2024 and 2025", _commitment,
    ),
)  # fmt: skip
