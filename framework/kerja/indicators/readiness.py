"""Indicators of identity, registers, payment rails and digital access."""

from __future__ import annotations

from kerja.indicators.indicator import Indicator, Way, gap, own, percent, ratio


def _between(path: str) -> tuple[Way, ...]:
    return (Way((f"{path}.men", f"{path}.women"), gap, "share of men - share of women"),)


_IDENTITY = (
    Indicator(
        id="IDN01", name="Adults with the identity document", group="readiness", unit="% of adults",
        direction="higher", tier=1, normalisation="adults", reference="ID4D-Findex survey",
        caveat="surveys and administrative counts differ",
        ways=own("identity.coverage_adults", percent),
    ),
    Indicator(
        id="IDN02", name="Gender gap in the identity document", group="readiness",
        unit="percentage points", direction="lower", tier=1, normalisation="points",
        reference="ID4D-Findex", caveat="",
        ways=_between("identity.coverage_adults"),
    ),
    Indicator(
        id="IDN03", name="Coverage of the social registry", group="readiness",
        unit="% of the target group", direction="higher", tier=2, normalisation="target group",
        reference="World Bank, Sourcebook", caveat="households or persons",
        ways=own("registry.social_registry_coverage", percent),
    ),
    Indicator(
        id="IDN04", name="Age of the social registry", group="readiness", unit="months",
        direction="lower", tier=2, normalisation="none",
        reference="World Bank, Sourcebook (dynamic inclusion)",
        caveat="last full sweep, or updates on demand",
        ways=own("registry.social_registry_age_months"),
    ),
)  # fmt: skip

_PAYMENTS = (
    Indicator(
        id="PAY01", name="Account ownership", group="readiness", unit="% of 15+",
        direction="higher", tier=1, normalisation="adults 15+", reference="Global Findex",
        caveat="wave of 2021 or 2024; mobile money is included",
        ways=own("wallets.account_ownership", percent),
    ),
    Indicator(
        id="PAY02", name="Gender gap in account ownership", group="readiness",
        unit="percentage points", direction="lower", tier=1, normalisation="points",
        reference="Global Findex", caveat="",
        ways=_between("wallets.account_ownership"),
    ),
    Indicator(
        id="PAY03", name="Payment providers that can be connected", group="readiness", unit="count",
        direction="higher", tier=1, normalisation="none", reference="register of the central bank",
        caveat="a licence is no interface",
        ways=own("wallets.integratable"),
    ),
    Indicator(
        id="PAY04", name="Cash agents per 100,000 adults", group="readiness",
        unit="per 100,000 adults", direction="higher", tier=1, normalisation="adults",
        reference="IMF FAS; GSMA", caveat="registered or active agents",
        ways=own("wallets.agents_per_100k_adults"),
    ),
    Indicator(
        id="PAY05", name="Cost of taking out one payment in cash", group="payments",
        unit="% of the payment", direction="lower", tier=1, normalisation="benefit",
        reference="tariff sheets", caveat="tariffs have steps: reckon at the amount itself",
        ways=own("wallets.cashout_fee_percent", percent),
    ),
    Indicator(
        id="PAY06", name="Headroom under the balance limit", group="payments", unit="ratio",
        direction="higher", tier=1, normalisation="largest payment",
        reference="rules on customer due diligence", caveat="below 1 the payment bounces",
        ways=(
            Way(
                ("wallets.low_tier_max_balance", "largest_payment"), ratio,
                "balance limit of the lowest tier ÷ largest single payment",
            ),
        ),
    ),
    Indicator(
        id="PAY07", name="New accounts to expect", group="payments", unit="persons",
        direction="context", tier=2, normalisation="none", reference="derived",
        caveat="applicants have accounts more often than others",
        ways=(
            Way(
                ("quota", "wallets.account_ownership"), lambda people, share: people * (1 - share),
                "places of a year × (1 - account ownership)",
            ),
        ),
    ),
)  # fmt: skip

_DIGITAL = (
    Indicator(
        id="DIG01", name="Internet users", group="readiness", unit="% of population",
        direction="higher", tier=1, normalisation="population", reference="ITU; IT.NET.USER.ZS",
        caveat="persons aged 10+ or 15+",
        ways=own("digital.internet_use", percent),
    ),
    Indicator(
        id="DIG02", name="Gender gap in internet use", group="readiness", unit="percentage points",
        direction="lower", tier=1, normalisation="points", reference="ITU", caveat="",
        ways=_between("digital.internet_use"),
    ),
    Indicator(
        id="DIG03", name="Price of 1 GB", group="readiness", unit="% of monthly income per head",
        direction="lower", tier=1, normalisation="income", reference="ITU price baskets",
        caveat="the basket changes over the years",
        ways=own("digital.data_price_share", percent),
    ),
    Indicator(
        id="DIG04", name="Adult literacy", group="readiness", unit="% of 15+", direction="higher",
        tier=2, normalisation="adults", reference="UNESCO Institute for Statistics",
        caveat="as people say of themselves",
        ways=own("population.adult_literacy", percent),
    ),
)  # fmt: skip

READINESS = (*_IDENTITY, *_PAYMENTS, *_DIGITAL)
"""Identity, payments, digital access."""
