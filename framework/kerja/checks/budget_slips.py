"""Checks for slips in amounts (KB): a wrong scale word, another currency, a share of output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kerja.checks.planned_cost import plan_of_total
from kerja.checks.registry import Hit, NotKnownError, check, known
from kerja.checks.slips import scale_slips
from kerja.findings import Severity
from kerja.profile import Money, Profile
from kerja.profile.currencies import (
    DOLLAR,
    convert,
    dollar_rate,
    own_currency,
    own_number,
    written,
)
from kerja.profile.packages import package

_NEAR_COST = (0.90, 1.10)
_MINIMUM_OF_AVERAGE = (0.2, 2.0)
_PACKAGE_OF_WAGE = (0.2, 3.0)
_MOST_OF_GDP = 0.015
_LEAST_OF_GDP = 0.00001


def slip_in_total(profile: Profile) -> Hit | None:
    """Return the slip that explains why total and planned cost do not fit, if there is one."""
    try:
        return _scale_slip(profile) or _confused_total(profile)
    except NotKnownError:
        return None


@check("KB303", "scale-word-slip", Severity.ERROR)
def scale_word_slip(profile: Profile) -> Iterator[Hit]:
    """The total is not a thousand or a million times what the design costs, or the reverse.

    Why: A billion is a miliar in Jakarta, a thousand million in old London and a milliard in
    Paris: the scale word is the part of a budget that translators get wrong.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: IDR 4.37 billion, stage: revised}
        programme:
          quota: {people: 1 million, every: year}
          benefits:
            - {id: training, kind: voucher, amount: IDR 4.2 million}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: IDR 4.37 trillion, stage: revised}
        programme:
          quota: {people: 1 million, every: year}
          benefits:
            - {id: training, kind: voucher, amount: IDR 4.2 million}

    Source: long and short scale; order of magnitude.
    """
    hit = _scale_slip(profile)
    if hit is not None:
        yield hit


def _scale_slip(profile: Profile) -> Hit | None:
    plan = plan_of_total(profile)
    if plan.each.lacks:
        raise NotKnownError(plan.each.lacks)
    total = profile.budget.total
    value = total.chosen.value if total is not None else None
    if value is None or total is None or not plan.cost.number:
        return None
    for slip in scale_slips(value):
        meant = convert(slip.meant.number, total.currency, profile)
        if meant is not None and _within(meant / plan.cost.number, _NEAR_COST):
            return Hit(
                "budget.total",
                f"{value.written}, but {plan.people:_} places cost {plan.cost}: {slip.what}",
                f"write {slip.meant.written}",
                also=(plan.people_at, "programme.benefits"),
            )
    return None


class _Side(NamedTuple):
    """One of two amounts that are compared: in the profile's currency, and as written."""

    path: str
    number: float
    money: Money | None


class _Pair(NamedTuple):
    """Two amounts, and between which bounds their ratio lies in every country."""

    first: _Side
    second: _Side
    bounds: tuple[float, float]
    severity: Severity = Severity.ERROR


@check("KB304", "currency-confusion", Severity.ERROR)
def currency_confusion(profile: Profile) -> Iterator[Hit]:
    """No amount is off by just the exchange rate.

    Compared are the total with the planned cost (0.90 to 1.10), the minimum with the average wage
    (0.2 to 2), and the package with a month's wage (0.2 to 3): outside these bounds, and inside
    them once the exchange rate is applied.

    Why: An amount in dollars under the label of the national currency is thousands of times too
    small, and looks plausible to whoever reads the number alone.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        economy:
          exchange_rate: 15_855 IDR/USD
          average_wage_month: IDR 3_267_618
          minimum_wage_month: IDR 200

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        economy:
          exchange_rate: 15_855 IDR/USD
          average_wage_month: IDR 3_267_618
          minimum_wage_month: USD 200

    Source: order of magnitude; Kerja's judgement on the bounds.
    """
    rate = dollar_rate(profile)
    if rate is None:
        raise NotKnownError(["economy.exchange_rate"])
    total = _confused_total(profile) if _is_planned(profile) else None
    if total is not None:
        yield total
    for pair in _wage_pairs(profile):
        hit = _confusion(pair, rate, profile)
        if hit is not None:
            yield hit


def _is_planned(profile: Profile) -> bool:
    try:
        return not plan_of_total(profile).each.lacks
    except NotKnownError:
        return False


def _confused_total(profile: Profile) -> Hit | None:
    rate = dollar_rate(profile)
    plan = plan_of_total(profile)
    if rate is None or plan.each.lacks:
        return None
    total = _Side("budget.total", plan.money, profile.budget.total)
    cost = _Side("programme.benefits", plan.cost.number, None)
    return _confusion(_Pair(total, cost, _NEAR_COST), rate, profile)


def _wage_pairs(profile: Profile) -> Iterator[_Pair]:
    economy = profile.economy
    average = _side("economy.average_wage_month", economy.average_wage_month, profile)
    minimum = _side("economy.minimum_wage_month", economy.minimum_wage_month, profile)
    if average and minimum:
        yield _Pair(minimum, average, _MINIMUM_OF_AVERAGE)
    whole = package(profile)
    wage = average or minimum
    if wage and whole.total.amount is not None:
        only = profile.programme.benefits.items[0].amount if len(whole.parts) == 1 else None
        benefits = _Side("programme.benefits", whole.total.amount.number, only)
        # A package may be small on purpose: here the rate is a hint, not a proof.
        yield _Pair(benefits, wage, _PACKAGE_OF_WAGE, Severity.WARNING)


def _side(path: str, money: Money | None, profile: Profile) -> _Side | None:
    number = own_number(money, profile)
    return _Side(path, number, money) if number else None


def _confusion(pair: _Pair, rate: float, profile: Profile) -> Hit | None:
    first, second, bounds, severity = pair
    if not first.number or not second.number or _within(first.number / second.number, bounds):
        return None
    if _within(first.number * rate / second.number, bounds):
        small, large = first, second
    elif _within(first.number / rate / second.number, bounds):
        small, large = second, first
    else:
        return None
    own = own_currency(profile)
    wrong, cure = _cure(small, large, own)
    return Hit(
        wrong.path,
        f"{small.path} is {written(small.number, own)} and {large.path} "
        f"{written(large.number, own)}: about the exchange rate apart, {rate:_.6g} {own}/{DOLLAR}",
        cure,
        also=(large.path if wrong is small else small.path,),
        severity=severity,
    )


def _cure(small: _Side, large: _Side, own: str) -> tuple[_Side, str]:
    """Return which of the two is wrong, and what was probably meant."""
    if large.money is not None and large.money.currency == DOLLAR and large.money.number:
        return large, f"{written(large.money.number, own)}?"
    if small.money is not None and small.money.number:
        return small, f"{written(small.money.number, DOLLAR)}?"
    return small, f"is an amount of it in {DOLLAR}?"


@check("KB311", "share-of-gdp", Severity.WARNING)
def share_of_gdp(profile: Profile) -> Iterator[Hit]:
    """The total is between 0.001 % and 1.5 % of the output of a year.

    Why: Outside that a scale word or the currency is wrong, or the programme is larger than any
    that is known: Prakerja took 0.02 to 0.13 %, Thailand's handout of 2024 0.94 %.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        economy: {gdp: USD 1.396 trillion, exchange_rate: 15_855 IDR/USD}
        budget: {total: IDR 4_370 trillion, stage: revised}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        economy: {gdp: USD 1.396 trillion, exchange_rate: 15_855 IDR/USD}
        budget: {total: IDR 4.37 trillion, stage: revised}

    Source: OECD, labour market programmes; Kerja's judgement on the limits.
    """
    known(profile, "budget.total", "economy.gdp")
    total = own_number(profile.budget.total, profile)
    output = own_number(profile.economy.gdp, profile)
    if total is None or output is None:
        raise NotKnownError(["economy.exchange_rate"])
    if not output or not total or slip_in_total(profile) is not None:
        return
    share = total / output
    if _LEAST_OF_GDP <= share <= _MOST_OF_GDP:
        return
    yield Hit(
        "budget.total",
        f"{written(total, own_currency(profile))} is {100 * share:.3g}% of the output of a year",
        "the scale word, or the currency? Prakerja took 0.02% to 0.13%; Kerja's judgement: "
        f"{_LEAST_OF_GDP:.3%} to {_MOST_OF_GDP:.1%}",
        also=("economy.gdp",),
    )


def _within(ratio: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= ratio <= bounds[1]
