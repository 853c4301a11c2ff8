"""Items of the checklist on training: choice, places, providers, quality, certificate."""

from __future__ import annotations

from kerja.feasibility.evidence import Evidence
from kerja.feasibility.item import Item
from kerja.feasibility.ladder import Rungs, either

_LINK = "training.platform_provider_ownership_link"


def _choice(facts: Evidence) -> Rungs:
    districts = "training.districts_with_provider_share"
    everywhere = facts.at_least(districts, 1)
    return (
        (facts.at_least("training.accredited_providers", 1, judged=False),),
        (facts.at_least(districts, 0.5),),
        (either(everywhere, facts.at_least("training.online_courses", 3)),),
    )


def _places(facts: Evidence) -> Rungs:
    return (facts.places_cover(0.5),), (facts.places_cover(0.8),), (facts.places_cover(1.1),)


def _paid_for(facts: Evidence) -> Rungs:
    return (
        (facts.shown("S3", 1),),
        (facts.yes("training.attendance_tracking"), facts.shown("S3", 2)),
        (facts.shown("S3", 3),),
    )


def _curated(facts: Evidence) -> Rungs:
    body = facts.yes("training.quality_body")
    return (
        (either(body, facts.shown("S4", 1)),),
        (body, facts.no(_LINK)),
        (facts.no("training.free_content_overlap"), facts.shown("S4", 3)),
    )


def _certificate(facts: Evidence) -> Rungs:
    framework = facts.yes("training.qualifications_framework")
    return (
        (either(framework, facts.shown("S5", 1)),),
        (either(framework, facts.shown("S5", 2)),),
        (framework, facts.shown("S5", 3)),
    )


ITEMS = (
    Item(
        "S1", "train", "Does each person have a real choice of courses within reach?",
        ("none", "in cities only", "in most districts", "everywhere, or on line"),
        "Literature on training vouchers", _choice,
    ),
    Item(
        "S2", "train", "Are there as many free places as are offered?",
        ("for less than 50 %", "50 to 80 %", "80 to 110 %", "110 % or more"),
        "Cambodia, 2023 to 2025 (press)", _places,
    ),
    Item(
        "S3", "train", "Is the provider paid only for attendance or completion that is verified?",
        ("at purchase", "at the start", "at completion, with evidence",
         "in parts, the last for a verified outcome"),
        "Audits of BPK, 2020 and 2023; Nepal Employment Fund", _paid_for,
    ),
    Item(
        "S4", "train",
        "Is curation independent, are conflicts declared, are copies of free content rejected?",
        ("listed by the provider itself", "checked at a desk", "independent expert assessors",
         "assessors, mystery trainees, and courses taken off the list"),
        "KPK, 2020", _curated,
    ),
    Item(
        "S5", "train", "Is the certificate recognised?",
        ("a slip of attendance", "the provider's certificate", "linked to a standard",
         "a level of the qualifications framework, verifiable on line"),
        "Practice of vocational training (ILO)", _certificate,
    ),
)  # fmt: skip
