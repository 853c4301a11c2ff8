"""Items of the checklist on reaching, registering and knowing people."""

from __future__ import annotations

from kerja.feasibility.evidence import Evidence
from kerja.feasibility.item import DELIVERY, IDENTITY, Item
from kerja.feasibility.ladder import Rungs, either


def _outreach(facts: Evidence) -> Rungs:
    shown = facts.shown
    spoken = facts.at_least("population.largest_language_share", 0.9)
    return (shown("A1", 1),), (shown("A1", 2), either(spoken, shown("A1", 2))), (shown("A1", 3),)


def _intake(facts: Evidence) -> Rungs:
    points = facts.at_least("digital.service_points", 1, judged=False)
    in_person = facts.includes("programme.channels", "service-point", "phone")
    return (
        (either(points, in_person, facts.shown("A2", 1)),),
        (facts.shown("A2", 2),),
        (facts.shown("A2", 3),),
    )


def _on_demand(facts: Evidence) -> Rungs:
    rounds = "programme.batches.per_year"
    recent = facts.at_most("registry.social_registry_age_months", 36)
    return (
        (either(facts.at_least(rounds, 1), recent),),
        (either(facts.at_least(rounds, 2), facts.shown("A3", 2)),),
        (facts.shown("A3", 3),),
    )


def _identity(facts: Evidence) -> Rungs:
    online = facts.yes("identity.online_verification")
    return (
        (either(online, facts.shown("A4", 1)),),
        (online,),
        (facts.count("identity.alternatives", 1), facts.shown("A4", 3)),
    )


def _without_document(facts: Evidence) -> Rungs:
    defined = facts.count("identity.alternatives", 1)
    return (
        (either(defined, facts.shown("A5", 1)),),
        (defined,),
        (facts.shown("A5", 3),),
    )


def _needs(facts: Evidence) -> Rungs:
    return (
        (facts.step("aptitude_test", "A6", 1),),
        (facts.shown("A6", 2),),
        (facts.yes("job_matching.public_service"), facts.shown("A6", 3)),
    )


ITEMS = (
    Item(
        "A1", "assess", "Is every target group reached in a channel and language it uses?",
        ("website only", "mass media, one language", "several channels, the main languages",
         "assisted outreach as well, its reach measured by group"),
        DELIVERY, _outreach,
    ),
    Item(
        "A2", "assess", "Can a person without smartphone or internet apply at no cost?",
        ("no", "through informal helpers", "official assisted points in most districts",
         "points and basic phone, with the same closing date as on line"),
        DELIVERY, _intake,
    ),
    Item(
        "A3", "assess", "Is registration open on demand rather than by sweep?",
        ("a sweep more than three years ago", "once a year", "rounds several times a year",
         "always open"),
        DELIVERY, _on_demand,
    ),
    Item(
        "A4", "assess", "Is identity verified against an authoritative source?",
        ("paper copy", "file matched overnight", "yes or no on line",
         "on line, with another way for people without the document, and logs"),
        IDENTITY, _identity,
    ),
    Item(
        "A5", "assess", "Is there another way for people without the document?",
        ("none", "case by case", "defined documents",
         "defined documents, help to obtain the main one, a capped benefit until then"),
        IDENTITY, _without_document,
    ),
    Item(
        "A6", "assess", "Are needs and job aims profiled, and not only eligibility?",
        ("no", "a test score only", "a profile that advises on courses",
         "a statistical profile, and an adviser on request"),
        DELIVERY, _needs,
    ),
)  # fmt: skip
