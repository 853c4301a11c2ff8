"""What the budgets of Prakerja pay for: with the whole of it, and with what offices have cost."""

from __future__ import annotations

from tests.history.ours import budget_line, each, in_period, payable, year
from tests.history.statistic import Band

from kerja.profile import Profile
from kerja.profile.quantities import Quantity

COUNTED = (2020, 2021, 2022)
"""Years whose budget and recipients were both published and leave something over."""

INCENTIVES = {2020: 13.36e12, 2021: 13.6e12}
"""Incentives paid to the recipients of a year by December 2021 (catatanfakta-2021), in IDR."""


def packages(number: int) -> float:
    """Return recipients × package of a year, in IDR."""
    return in_period(f"year-{number}", "accepted") * each("total")


def left_over(number: int) -> float:
    """Return the budget of a year less recipients × package, in IDR.

    It is what the office cost, what was kept or not spent, and less what recipients did not draw.
    """
    return budget_line(f"{number}-revised") - packages(number)


def not_spent(number: int) -> float | None:
    """Return the budget of a year less what was spent of it; None if that was not published."""
    if number == 2021:
        return None
    return budget_line(f"{number}-revised") - budget_line(f"{number}-realised")


def not_drawn(number: int) -> float | None:
    """Return incentives that recipients could have had, and that were not paid; None if unknown."""
    if number not in INCENTIVES:
        return None
    most = in_period(f"year-{number}", "accepted") * each("cash_total")
    return most - INCENTIVES[number]


def with_office(name: str) -> float | Band:
    """Return the places that a budget pays for once what earlier years left over is kept back.

    Of one earlier year it is a number, of several a band from the largest to the smallest.
    """
    profile = year(name)
    kept = profile.costs.administration.fixed_year
    assert kept is not None
    if kept.low is None or kept.high is None:
        return payable(profile)
    ends = _with_fixed(profile, kept.high), _with_fixed(profile, kept.low)
    return Band(payable(ends[0]), payable(profile), payable(ends[1]))


def by_share(name: str) -> tuple[float, float]:
    """Return the same if a share of the budget, as of earlier years, were kept back instead."""
    whole = payable(year(name.removesuffix("-forecast")))
    shares = [left_over(number) / budget_line(f"{number}-revised") for number in COUNTED]
    return whole * (1 - max(shares)), whole * (1 - min(shares))


def _with_fixed(profile: Profile, amount: Quantity) -> Profile:
    """Return the profile with another cost of the office in a year."""
    given = profile.costs.administration
    assert given.fixed_year is not None
    fixed = given.fixed_year.model_copy(update={"value": amount})
    administration = given.model_copy(update={"fixed_year": fixed})
    costs = profile.costs.model_copy(update={"administration": administration})
    return profile.model_copy(update={"costs": costs})
