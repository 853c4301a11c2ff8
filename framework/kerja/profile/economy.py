"""The economy section: output, prices, wages, currency."""

from __future__ import annotations

from typing import Literal

from kerja.profile.facts import Fact, Money, Number, Rate, Share, ShareQuantity
from kerja.profile.section import Section


class Dollarised(Fact):
    """How far a foreign currency has replaced the national one."""

    extent: Literal["none", "partial", "full"] | None = None
    """none, partial or full (the foreign currency is legal tender)."""
    share_of_transactions: ShareQuantity | None = None
    """Share of transactions made in the foreign currency."""


class Wage(Money):
    """A wage."""

    days_per_month: Number | None = None
    """Working days that the source takes for a month, where the wage is by day or hour."""
    by: str | None = None
    """What it differs by: province, sector, size of firm."""
    rates: int | None = None
    """Number of different rates."""


class Economy(Section):
    """Size of the economy and price of labour."""

    gdp: Money | None = None
    """Gross domestic product of a year at market prices."""
    gdp_ppp: Money | None = None
    """GDP of a year in international dollars, price basis in `note`."""
    gdp_per_head_ppp: Money | None = None
    """GDP per head of a year in international dollars."""
    ppp_rate: Number | None = None
    """Purchasing power parity, national currency per international dollar."""
    exchange_rate: Number | None = None
    """National currency per US dollar, period average: 4072.397 KHR/USD."""
    inflation: Rate | None = None
    """Rise of consumer prices in a year."""
    dollarised: Dollarised | None = None
    """How far a foreign currency is used."""
    benefit_currency: str | None = None
    """ISO 4217 code that benefits are paid in: the central bank's decision, never inferred."""
    government_spending: Money | None = None
    """Spending of general or central government in a year, `scope` says which."""
    government_revenue: Money | None = None
    """Revenue of a year."""
    debt_to_gdp: Rate | None = None
    """Public debt as a share of GDP."""
    minimum_wage_hour: Wage | None = None
    """Statutory minimum wage of an hour."""
    minimum_wage_day: Wage | None = None
    """Statutory minimum wage of a day."""
    minimum_wage_month: Wage | None = None
    """Statutory minimum wage of a month; `scope` says whom it covers."""
    average_wage_month: Wage | None = None
    """Mean monthly wage of employees."""
    median_wage_month: Wage | None = None
    """Median monthly wage of employees."""
    policy_rate: Rate | None = None
    """Central bank's policy rate, a year."""
    poverty: Share | None = None
    """Share of persons in poverty, `what` says by which line."""
