"""Items of the checklist on eligibility, selection, the package and the first account."""

from __future__ import annotations

from kerja.feasibility.evidence import Evidence
from kerja.feasibility.item import DELIVERY, Item
from kerja.feasibility.ladder import Rungs, either


def _eligibility(facts: Evidence) -> Rungs:
    return (
        (facts.rules_checkable(0.5),),
        (facts.rules_checkable(1.0),),
        (
            facts.yes("identity.online_verification"),
            facts.at_most("registry.refresh_days", 30, judged=False),
        ),
    )


def _selection(facts: Evidence) -> Rungs:
    method = "programme.selection.method"
    by_rule = ("lottery", "stratified-lottery", "ranking", "all")
    return (
        (facts.word(method, "first-come", *by_rule),),
        (facts.word(method, *by_rule),),
        (
            facts.word(method, "stratified-lottery"),
            facts.stated("programme.selection.seed"),
            facts.yes("legal.lottery_opinion"),
            facts.shown("E2", 3),
        ),
    )


def _package(facts: Evidence) -> Rungs:
    return (
        (facts.own_amounts(),),
        (facts.yes("training.price_benchmark"), facts.stated("training.average_price")),
        (facts.shown("E3", 3),),
    )


def _notice(facts: Evidence) -> Rungs:
    in_time = facts.yes("grievance.appeal_before_batch_close")
    appeal = facts.stated("programme.deadlines.appeal_days")
    return (
        (either(in_time, appeal, facts.shown("E4", 1)),),
        (either(in_time, appeal, facts.shown("E4", 2)),),
        (in_time,),
    )


def _onboarding(facts: Evidence) -> Rungs:
    call = facts.yes("institutions.call_centre")
    return (
        (either(call, facts.shown("E5", 1)),),
        (call, facts.shown("E5", 2)),
        (facts.yes("wallets.kyc_tiers"), facts.shown("E5", 3)),
    )


ITEMS = (
    Item(
        "E1", "enrol",
        "Can every rule of eligibility be checked with data the programme may lawfully use?",
        ("most cannot", "some can", "all can, in files",
         "all can, on line, from lists renewed every 30 days or sooner"),
        DELIVERY, _eligibility,
    ),
    Item(
        "E2", "enrol", "Is selection transparent, repeatable and published?",
        ("discretion", "first come, first served", "a score or a lottery by a published rule",
         "a stratified lottery with a seed that anyone can verify, a witness and a log"),
        DELIVERY, _selection,
    ),
    Item(
        "E3", "enrol", "Does the package match the objective and real prices?",
        ("amounts copied from the model", "the budget divided by the places", "a price survey",
         "a price survey, the cost of the time spent, and indexation"),
        DELIVERY, _package,
    ),
    Item(
        "E4", "enrol", "Are refused people told why, and how to appeal?",
        ("no notice", "the result only", "the reason, and an appeal",
         "the reason, and an appeal decided before the places are gone"),
        DELIVERY, _notice,
    ),
    Item(
        "E5", "enrol",
        "Is linking an account supported: due diligence, same document, wrong number?",
        ("self-help", "questions and answers", "a help line and a desk at the provider",
         "drives to open accounts with help, and retries that are measured"),
        "Practice of Prakerja", _onboarding,
    ),
)  # fmt: skip
