"""Indicators of how the programme runs, and of whom it reaches."""

from __future__ import annotations

from kerja.indicators.indicator import Indicator, Way, own, percent, percentage, ratio


def _per_thousand(part: float, whole: float) -> float:
    return 1000 * part / whole


_OPERATIONS = (
    Indicator(
        id="OPS01", name="Verified of registered", group="operations", unit="%",
        direction="higher", tier=1, normalisation="funnel",
        reference="Prakerja 2020: 19 of 43 million, 44%", caveat="",
        ways=(
            Way(("sim.verified", "sim.registered"), percentage, "verified ÷ registered"),
            Way(("sim.verified", "sim.applicants"), percentage, "verified ÷ applicants"),
        ),
    ),
    Indicator(
        id="OPS02", name="Linked account of selected", group="operations", unit="%",
        direction="higher", tier=1, normalisation="funnel",
        reference="Prakerja: fails where the identity differs", caveat="",
        ways=(Way(("sim.linked", "sim.selected"), percentage, "with an account ÷ selected"),),
    ),
    Indicator(
        id="OPS03", name="Took a course of selected", group="operations", unit="%",
        direction="higher", tier=1, normalisation="funnel",
        reference="Prakerja, September 2020: 3.4 of 4.68 million, 73% (in progress)", caveat="",
        ways=(Way(("sim.bought", "sim.selected"), percentage, "took a course ÷ selected"),),
    ),
    Indicator(
        id="OPS04", name="Finished of took a course", group="operations", unit="%",
        direction="higher", tier=1, normalisation="funnel",
        reference="Prakerja, September 2020: 2.4 of 3.4 million, 71% (in progress)", caveat="",
        ways=(Way(("sim.completers", "sim.bought"), percentage, "finished ÷ took a course"),),
    ),
    Indicator(
        id="OPS05", name="Paid of finished", group="operations", unit="%", direction="higher",
        tier=1, normalisation="funnel",
        reference="Prakerja, September 2020: 1.4 of 2.4 million, 58% (in progress)", caveat="",
        ways=(Way(("sim.paid", "sim.completers"), percentage, "paid ÷ finished"),),
    ),
    Indicator(
        id="OPS06", name="Days from completion to payment (median)", group="operations",
        unit="days", direction="lower", tier=1, normalisation="none",
        reference="ISPA payments: reliability", caveat="report the slowest tenth as well",
        ways=own("sim.days_to_pay"),
    ),
    Indicator(
        id="OPS07", name="Payments that succeed at the first try", group="operations", unit="%",
        direction="higher", tier=1, normalisation="payments", reference="ISPA payments",
        caveat="in a forecast every try has the same chance",
        ways=(
            Way(("sim.paid_at_once", "sim.attempts"), percentage, "succeed at once ÷ payments"),
        ),
    ),
    Indicator(
        id="OPS08", name="Complaints per 1,000 recipients", group="operations", unit="per 1,000",
        direction="context", tier=1, normalisation="recipients",
        reference="practice of complaint systems",
        caveat="very few: nobody knows the channel",
        ways=(Way(("sim.complaints", "sim.recipients"), _per_thousand, "complaints ÷ recipients"),),
    ),
    Indicator(
        id="OPS09", name="Complaints answered in time", group="operations", unit="%",
        direction="higher", tier=1, normalisation="complaints",
        reference="practice of complaint systems", caveat="",
        ways=(Way(("sim.in_time", "sim.complaints"), percentage, "in time ÷ complaints"),),
    ),
    Indicator(
        id="OPS10", name="Recipients of a year per member of staff", group="operations",
        unit="persons", direction="context", tier=1, normalisation="staff",
        reference="Prakerja 7,800 (2024) to 24,000 (peak), derived", caveat="",
        ways=(
            Way(
                ("sim.recipients", "institutions.staff"), ratio, "recipients of a year ÷ staff",
                bases=("expected",),
            ),
        ),
    ),
    Indicator(
        id="OPS11", name="Budget spent by the end of the year", group="operations", unit="%",
        direction="context", tier=1, normalisation="budget",
        reference="public financial management", caveat="spending is no merit by itself",
        ways=(
            *own("executed", percent),
            Way(
                ("sim.total_cost", "budget"), percentage, "all cost of a year ÷ budget",
                bases=("expected",),
            ),
        ),
    ),
)  # fmt: skip

_EQUITY = (
    Indicator(
        id="EQU01", name="Women among recipients", group="equity", unit="%", direction="context",
        tier=1, normalisation="recipients", reference="Prakerja 51%",
        caveat="compare with their share of the eligible",
        ways=own("sim.women", percent),
    ),
    Indicator(
        id="EQU02", name="Rural recipients to rural population", group="equity", unit="ratio",
        direction="higher", tier=1, normalisation="population", reference="derived",
        caveat="1 is in proportion",
        ways=(
            Way(
                ("sim.rural", "population.rural_share"), ratio,
                "rural share of recipients ÷ rural share of the population",
            ),
        ),
    ),
    Indicator(
        id="EQU03", name="Poorest 40% among recipients", group="equity", unit="%",
        direction="higher", tier=2, normalisation="recipients",
        reference="ASPIRE, beneficiary incidence", caveat="needs a measure of welfare",
        ways=own("sim.poorest", percent),
    ),
    Indicator(
        id="EQU04", name="Ineligible among those checked", group="equity", unit="%",
        direction="lower", tier=1, normalisation="persons checked", reference="practice of audits",
        caveat="of a random sample; what auditors found by comparing lists is a floor",
        ways=(Way(("sim.ineligible", "sim.audited"), percentage, "ineligible ÷ checked"),),
    ),
)  # fmt: skip

OPERATIONS = (*_OPERATIONS, *_EQUITY)
"""Operations and equity."""
