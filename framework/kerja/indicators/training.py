"""Indicators of training supply, and of the skills that change asks for."""

from __future__ import annotations

from kerja.indicators.indicator import Indicator, Way, own, percent, percentage, ratio


def _per_thousand(part: float, whole: float) -> float:
    return 1000 * part / whole


_SUPPLY = (
    Indicator(
        id="TRN01", name="Free training places to places of the programme", group="readiness",
        unit="ratio", direction="higher", tier=1, normalisation="quota",
        reference="authority for vocational training",
        caveat="places by field and district matter; those who finish in a year are no places",
        ways=(Way(("free_places", "quota"), ratio, "free places ÷ places of the programme"),),
    ),
    Indicator(
        id="TRN02", name="Training places per 1,000 labour force", group="training",
        unit="per 1,000", direction="higher", tier=1, normalisation="labour force",
        reference="authority for vocational training",
        caveat="vocational schools or short courses; places of a year or places at one time",
        ways=(
            Way(
                ("all_places", "labour_force.labour_force"), _per_thousand,
                "training places of a year ÷ labour force", nature="flow",
            ),
            Way(
                ("training.seats", "labour_force.labour_force"), _per_thousand,
                "training places at one time ÷ labour force", nature="stock",
            ),
        ),
    ),
    Indicator(
        id="TRN03", name="Private share of training", group="training", unit="%",
        direction="context", tier=2, normalisation="places",
        reference="authority for vocational training",
        caveat="by places rather than by number of providers",
        ways=own("training.private_share", percent),
    ),
    Indicator(
        id="TRN04", name="Districts with an accredited provider", group="readiness", unit="%",
        direction="higher", tier=1, normalisation="districts",
        reference="authority for vocational training", caveat="",
        ways=own("training.districts_with_provider_share", percent),
    ),
    Indicator(
        id="TRN05", name="What the voucher buys", group="training", unit="ratio",
        direction="higher", tier=1, normalisation="price of a course", reference="price survey",
        caveat="more than 1 is needed",
        ways=(
            Way(("voucher", "training.average_price"), ratio, "voucher ÷ average price"),
        ),
    ),
    Indicator(
        id="TRN06", name="Share of the largest provider", group="training", unit="%",
        direction="lower", tier=2, normalisation="market", reference="data of the platform",
        caveat="concentration",
        ways=own("training.top_provider_share", percent),
    ),
)  # fmt: skip

_SKILLS = (
    Indicator(
        id="SKL01", name="Employment in tasks at risk of automation", group="skills",
        unit="% of employment", direction="lower", tier=2, normalisation="employment",
        reference="as the source defines it",
        caveat="sources define the risk in different ways: by occupation or by task",
        ways=own("labour_force.tasks_at_risk", percent),
    ),
    Indicator(
        id="SKL02", name="Places to workers in tasks at risk", group="skills", unit="%",
        direction="context", tier=2, normalisation="workers at risk", reference="derived",
        caveat="reskilling is wanted where tasks change; who takes part is another question",
        ways=(
            Way(
                ("quota", "labour_force.tasks_at_risk", "employed"),
                lambda people, risk, employed: percentage(people, risk * employed),
                "places of a year ÷ (employed × share in tasks at risk)",
            ),
        ),
    ),
    Indicator(
        id="SKL03", name="Rise of financial literacy", group="skills", unit="percentage points",
        direction="higher", tier=2, normalisation="points", reference="survey of the evaluation",
        caveat="a claim until a survey asks: paying a scholarship into an account is said to "
        "raise it",
        ways=own("literacy_gain", percent),
    ),
    Indicator(
        id="SKL04", name="Open-access licences per 1,000 population", group="skills",
        unit="per 1,000", direction="context", tier=2, normalisation="population",
        reference="profile",
        caveat="for students, alumni and the public, outside eligibility: never counted among "
        "participants",
        ways=(
            Way(
                ("open_access", "population.total"), _per_thousand,
                "licences of the ways beside the main one ÷ population",
            ),
        ),
    ),
)  # fmt: skip

TRAINING = (*_SUPPLY, *_SKILLS)
"""Training supply and skills."""
