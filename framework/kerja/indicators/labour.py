"""Indicators of the labour market and of the economy around it."""

from __future__ import annotations

from kerja.indicators.indicator import Indicator, Way, own, percent, percentage, plain, ratio

_LABOUR = (
    Indicator(
        id="LAB01", name="Labour force", group="labour", unit="persons", direction="context",
        tier=1, normalisation="none", reference="ILOSTAT",
        caveat="19th or 13th ICLS: own-use producers are in one and not in the other",
        ways=own("labour_force.labour_force"),
    ),
    Indicator(
        id="LAB02", name="Unemployment rate", group="labour", unit="% of labour force",
        direction="context", tier=1, normalisation="labour force",
        reference="ILOSTAT; SDG 8.5.2",
        caveat="near zero in low-income countries does not mean low need",
        ways=own("unemployment", percent),
    ),
    Indicator(
        id="LAB03", name="Employment-to-population ratio", group="labour", unit="% of 15+",
        direction="context", tier=1, normalisation="adults 15+", reference="ILOSTAT",
        caveat="series break at the 19th ICLS",
        ways=own("employment_ratio", percent),
    ),
    Indicator(
        id="LAB04", name="Youth not in employment, education or training", group="labour",
        unit="% of 15-24", direction="lower", tier=1, normalisation="youth 15-24",
        reference="ILOSTAT; SDG 8.6.1", caveat="age band 15-24 or 15-29",
        ways=own("labour_force.neet_rate", percent),
    ),
    Indicator(
        id="LAB05", name="Informal employment", group="labour", unit="% of employment",
        direction="context", tier=1, normalisation="employment",
        reference="ILOSTAT; SDG 8.3.1", caveat="agriculture is included or not",
        ways=own("informality", percent),
    ),
    Indicator(
        id="LAB06", name="Gender gap in participation", group="labour", unit="percentage points",
        direction="lower", tier=1, normalisation="points", reference="ILOSTAT",
        caveat="own-use work hides women",
        ways=own("participation_gap", percent),
    ),
    Indicator(
        id="LAB07", name="Minimum wage of a month, PPP", group="labour", unit="int$",
        direction="context", tier=1, normalisation="PPP",
        reference="ILO Global Wage Report; World Bank, World Development Indicators",
        caveat="several minimum wages in one country: the scope says which",
        ways=(Way(("minimum_wage", "ppp"), ratio, "minimum wage of a month ÷ PPP rate"),),
    ),
    Indicator(
        id="LAB08", name="Minimum wage to median wage (Kaitz)", group="labour", unit="ratio",
        direction="context", tier=2, normalisation="ratio", reference="OECD",
        caveat="the median is of employees, without own-account workers",
        ways=(
            Way(("minimum_wage", "economy.median_wage_month"), ratio, "minimum ÷ median wage"),
        ),
    ),
)  # fmt: skip

_ECONOMY = (
    Indicator(
        id="ECO01", name="GDP per head, PPP", group="economy", unit="int$", direction="context",
        tier=1, normalisation="PPP per head", reference="World Bank, NY.GDP.PCAP.PP.CD",
        caveat="the base year of the PPP",
        ways=own("gdp_per_head_ppp"),
    ),
    Indicator(
        id="ECO02", name="Government expenditure", group="economy", unit="% of GDP",
        direction="context", tier=1, normalisation="GDP", reference="IMF WEO; GFS",
        caveat="general or central government",
        ways=(
            Way(
                ("economy.government_spending", "economy.gdp"), percentage,
                "government spending ÷ GDP",
            ),
        ),
    ),
    Indicator(
        id="ECO03", name="Public debt", group="economy", unit="% of GDP", direction="lower", tier=2,
        normalisation="GDP", reference="IMF WEO", caveat="gross or net",
        ways=own("economy.debt_to_gdp", percent),
    ),
    Indicator(
        id="ECO04", name="Price level (PPP rate to market rate)", group="economy", unit="ratio",
        direction="context", tier=2, normalisation="ratio",
        reference="World Bank, PA.NUS.PPPC.RF",
        caveat="explains why costs in dollars and in international dollars differ",
        ways=(Way(("ppp", "dollar"), ratio, "PPP rate ÷ exchange rate"),),
    ),
)  # fmt: skip

_PRODUCTIVITY = (
    Indicator(
        id="PRD01", name="Output per employed person, PPP", group="productivity", unit="int$",
        direction="higher", tier=1, normalisation="employed persons, PPP",
        reference="SDG 8.2.1; ILO, output per worker",
        caveat="productivity is the first stated goal; GDP counts what own-use producers make, "
        "the 19th ICLS does not count them as employed",
        ways=(Way(("gdp_ppp", "employed"), ratio, "GDP in international dollars ÷ employed"),),
    ),
    Indicator(
        id="PRD02", name="Output per worker as the country states it", group="productivity",
        unit="as the source states", direction="context", tier=2, normalisation="none",
        reference="profile", caveat="in the unit that its source names: never beside another's",
        ways=own("labour_force.productivity", plain),
    ),
)  # fmt: skip

LABOUR = (*_LABOUR, *_ECONOMY, *_PRODUCTIVITY)
"""Labour market, economy, productivity."""
