"""Indicators of the budget: how large it is, what it pays for, what it does not."""

from __future__ import annotations

from kerja.indicators.indicator import MONEY, Indicator, Way, own, percentage


def _needed(people: float, amount: float, budget: float) -> float:
    return percentage(people * amount, budget)


BUDGET = (
    Indicator(
        id="BUD01", name="Budget of the programme", group="budget", unit="% of GDP",
        direction="context", tier=1, normalisation="GDP",
        reference="OECD, expenditure on labour market programmes; ASPIRE",
        caveat="with administration",
        ways=(Way(("budget", "economy.gdp"), percentage, "budget of the year ÷ GDP"),),
    ),
    Indicator(
        id="BUD02", name="Budget to government expenditure", group="budget", unit="%",
        direction="context", tier=1, normalisation="government expenditure", reference="IMF GFS",
        caveat="",
        ways=(
            Way(
                ("budget", "economy.government_spending"), percentage,
                "budget of the year ÷ government spending",
            ),
        ),
    ),
    Indicator(
        id="BUD03", name="Budget per member of the labour force, PPP", group="budget", unit="int$",
        direction="context", tier=1, normalisation="labour force, PPP", reference="derived",
        caveat="",
        ways=(
            Way(
                ("budget", "labour_force.labour_force", "ppp"),
                lambda total, force, rate: total / force / rate,
                "budget of the year ÷ labour force ÷ PPP rate",
            ),
        ),
    ),
    Indicator(
        id="BUD04", name="Benefits of all places to budget", group="budget", unit="%",
        direction="lower", tier=1, normalisation="budget", reference="derived",
        caveat="above 100% it cannot be paid",
        ways=(
            Way(("quota", "package", "budget"), _needed, "places × package ÷ budget of the year"),
        ),
    ),
    Indicator(
        id="BUD05", name="Places that the budget pays for", group="budget", unit="persons",
        direction="higher", tier=1, normalisation="none", reference="derived",
        caveat="with administration: F + step(Q) + u_a · applicants + u_q · recipients",
        ways=own("affordable"),
    ),
    Indicator(
        id="BUD06", name="Money missing for all places", group="budget", unit=MONEY,
        direction="lower", tier=1, normalisation="none", reference="derived",
        caveat="with administration: F + step(Q) + u_a · applicants + u_q · recipients",
        ways=(
            Way(
                ("cost_of_quota", "usable_budget"), lambda cost, money: max(0.0, cost - money),
                "cost of all places - budget after the reserve, 0 if it is enough",
            ),
        ),
    ),
)  # fmt: skip
"""Budget."""
