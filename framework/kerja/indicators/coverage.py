"""Indicators of how many the programme reaches of those who could take part."""

from __future__ import annotations

from kerja.indicators.indicator import Indicator, Way, percentage, ratio

_DAYS_OF_A_YEAR = 365


def _stock(people: float, days: float, force: float) -> float:
    """Turn persons of a year into those of one moment: a course of n days lasts n/365 years."""
    return percentage(people * days / _DAYS_OF_A_YEAR, force)


COVERAGE = (
    Indicator(
        id="COV01", name="Places per 1,000 labour force", group="coverage", unit="per 1,000",
        direction="context", tier=1, normalisation="labour force",
        reference="OECD, participants in labour market programmes",
        caveat="a flow; the OECD counts stocks: see COV07",
        ways=(
            Way(
                ("quota", "labour_force.labour_force"),
                lambda people, force: 1000 * people / force,
                "places of a year ÷ labour force", nature="flow",
            ),
        ),
    ),
    Indicator(
        id="COV02", name="Places to eligible persons", group="coverage", unit="%",
        direction="higher", tier=1, normalisation="eligible persons",
        reference="ASPIRE, coverage (by administrative counts)",
        caveat="ASPIRE is from household surveys",
        ways=(
            Way(
                ("quota", "programme.eligible_population"), percentage,
                "places of a year ÷ persons who could take part",
            ),
        ),
    ),
    Indicator(
        id="COV03", name="Places to unemployed", group="coverage", unit="%", direction="context",
        tier=2, normalisation="unemployed", reference="derived",
        caveat="not given where unemployment is below 2% or informality above 70%: see COV08 "
        "and COV09",
        ways=(
            Way(("quota", "unemployed_as_base"), percentage, "places of a year ÷ unemployed"),
        ),
    ),
    Indicator(
        id="COV04", name="Applicants per place", group="coverage", unit="applicants per place",
        direction="context", tier=1, normalisation="quota", reference="data of the platform",
        caveat="persons, not applications",
        ways=(Way(("applicants", "quota"), ratio, "applicants of a year ÷ places of a year"),),
    ),
    Indicator(
        id="COV05", name="Years to reach all eligible persons", group="coverage", unit="years",
        direction="lower", tier=1, normalisation="quota", reference="derived", caveat="",
        ways=(
            Way(
                ("programme.eligible_population", "quota"), ratio,
                "persons who could take part ÷ places of a year",
            ),
        ),
    ),
    Indicator(
        id="COV06", name="Places that can be trained", group="coverage", unit="persons",
        direction="higher", tier=1, normalisation="none", reference="derived",
        caveat="places × times filled - enrolled, or the share assumed free with its range; "
        "those who finish in a year are no places",
        ways=(
            Way(
                ("quota", "free_places"), min, "the lesser of places of a year and free places",
                nature="flow",
            ),
        ),
    ),
    Indicator(
        id="COV07", name="Participants at one time", group="coverage", unit="% of labour force",
        direction="context", tier=2, normalisation="labour force",
        reference="OECD, stock of participants",
        caveat="turns a flow into an average stock; training days are calendar days, so a year "
        "has 365",
        ways=(
            Way(
                ("quota", "training_days", "labour_force.labour_force"), _stock,
                "places of a year × (training days ÷ 365) ÷ labour force", nature="stock",
            ),
        ),
    ),
    Indicator(
        id="COV08", name="Places to youth not in work or training", group="coverage", unit="%",
        direction="context", tier=2, normalisation="youth not in work or training",
        reference="derived", caveat="in place of COV03 where unemployment says little",
        ways=(Way(("quota", "neet_youth"), percentage, "places of a year ÷ such youth"),),
    ),
    Indicator(
        id="COV09", name="Places to underutilised workers", group="coverage", unit="%",
        direction="context", tier=2, normalisation="unemployed and underemployed",
        reference="19th ICLS, LU2", caveat="in place of COV03 where unemployment says little",
        ways=(
            Way(
                ("quota", "underutilised"), percentage,
                "places of a year ÷ (unemployed + underemployed)",
            ),
        ),
    ),
    Indicator(
        id="COV10", name="Trained already by other programmes per 1,000 labour force",
        group="coverage", unit="per 1,000", direction="context", tier=2,
        normalisation="labour force", reference="profile",
        caveat="the card may stand beside such a programme: reached and planned differ",
        ways=(
            Way(
                ("already_trained", "labour_force.labour_force"),
                lambda people, force: 1000 * people / force,
                "persons of programmes that train ÷ labour force",
            ),
        ),
    ),
)  # fmt: skip
"""Coverage."""
