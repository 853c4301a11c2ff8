"""Indicators of what one participant gets."""

from __future__ import annotations

from kerja.indicators.indicator import MONEY, Indicator, Way, own, percentage, ratio


def _of_daily_wage(cash: float, days: float, wage: float) -> float:
    return percentage(cash / days, wage)


GENEROSITY = (
    Indicator(
        id="GEN01", name="Package of one person", group="generosity", unit=MONEY,
        direction="context", tier=1, normalisation="none", reference="profile", caveat="",
        ways=own("package"),
    ),
    Indicator(
        id="GEN02", name="Package of one person, PPP", group="generosity", unit="int$",
        direction="context", tier=1, normalisation="PPP",
        reference="World Bank, World Development Indicators",
        caveat="the PPP of household consumption would be better",
        ways=(Way(("package", "ppp"), ratio, "package ÷ PPP rate"),),
    ),
    Indicator(
        id="GEN03", name="Package of one person, US dollars", group="generosity", unit="USD",
        direction="context", tier=1, normalisation="market rate", reference="derived",
        caveat="at the average rate of the year",
        ways=(Way(("package", "dollar"), ratio, "package ÷ exchange rate"),),
    ),
    Indicator(
        id="GEN04", name="Cash incentive to minimum wage", group="generosity",
        unit="% of a month's minimum wage", direction="context", tier=1,
        normalisation="minimum wage", reference="ILO practice", caveat="which minimum wage",
        ways=(
            Way(("incentive", "minimum_wage"), percentage, "cash but for surveys ÷ minimum wage"),
        ),
    ),
    Indicator(
        id="GEN05", name="Cash share of the package", group="generosity", unit="%",
        direction="context", tier=1, normalisation="package", reference="derived",
        caveat="tells relief from training: Prakerja 2022 about 68%, 2023 about 14%",
        ways=(Way(("incentive", "package"), percentage, "cash but for surveys ÷ package"),),
    ),
    Indicator(
        id="GEN06", name="Package to GDP per head", group="generosity", unit="% of GDP per head",
        direction="context", tier=1, normalisation="GDP per head",
        reference="OECD, labour market programmes", caveat="",
        ways=(
            Way(("package", "gdp_per_head"), percentage, "package ÷ (GDP ÷ population)"),
        ),
    ),
    Indicator(
        id="GEN07", name="Incentive of a training day to daily minimum wage", group="generosity",
        unit="%", direction="higher", tier=2, normalisation="minimum wage", reference="derived",
        caveat="does it make up for a day's pay? the wage's own declared days; the course is "
        "counted from first to last day",
        ways=(
            Way(
                ("incentive", "training_days", "daily_wage"), _of_daily_wage,
                "(cash but for surveys ÷ training days) ÷ minimum wage of a day",
            ),
        ),
    ),
)  # fmt: skip
"""Generosity."""
