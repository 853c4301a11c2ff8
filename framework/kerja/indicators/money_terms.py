"""Terms of money: output, prices, wages, the budget of a year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kerja.costing.cases import Cases, of_figure, point
from kerja.indicators.derived import Derived, combined, first
from kerja.indicators.fields import RATE, field_term
from kerja.indicators.indicator import ratio
from kerja.indicators.subject import Subject
from kerja.indicators.term import Input, Term, input_of, missing
from kerja.profile import Figure, Money, Profile
from kerja.profile.budget import BudgetLine
from kerja.profile.currencies import dollar_rate

_GDP = "economy.gdp"
_GDP_PPP = "economy.gdp_ppp"
_HEAD_PPP = "economy.gdp_per_head_ppp"
_TOTAL = "budget.total"
_FIRM = ("revised", "approved")
_STAGES = ("revised", "approved", "proposed", "announced")
"""Stages of a budget line, the firmest first; what was realised is no budget."""


def international(profile: Profile, name: str) -> Term:
    """Return an amount in international dollars, which no exchange rate converts."""
    figure: Money | None = getattr(profile.economy, name)
    path = f"economy.{name}"
    cases = _raw(figure)
    if figure is None or cases is None:
        return missing(path)
    return Term(cases, (input_of(profile, path, figure),), source=path)


def _raw(figure: Figure[Any] | None) -> Cases | None:
    if figure is None or figure.number is None:
        return None
    return point(float(figure.number))


def _ppp(subject: Subject) -> Term:
    profile = subject.profile
    stated = field_term(profile, "economy.ppp_rate")
    output = field_term(profile, _GDP)
    people = field_term(profile, "population.total")
    return first(
        stated,
        combined(ratio, [output, international(profile, "gdp_ppp")]),
        combined(
            lambda gdp, head, persons: gdp / (head * persons),
            [output, international(profile, "gdp_per_head_ppp"), people],
        ),
    )


def _dollar(subject: Subject) -> Term:
    profile = subject.profile
    rate = dollar_rate(profile)
    if rate is None:
        return missing(RATE)
    figure = profile.economy.exchange_rate
    inputs = (input_of(profile, RATE, figure),) if figure is not None else ()
    return Term(point(rate), inputs, source=RATE)


def _gdp_per_head_ppp(subject: Subject) -> Term:
    profile = subject.profile
    people = field_term(profile, "population.total")
    head = [field_term(profile, _GDP), people, _ppp(subject)]
    return first(
        combined(lambda gdp, persons, rate: gdp / persons / rate, head),
        international(profile, "gdp_per_head_ppp"),
    )


def _gdp_per_head(subject: Subject) -> Term:
    profile = subject.profile
    return combined(ratio, [field_term(profile, _GDP), field_term(profile, "population.total")])


def _gdp_ppp(subject: Subject) -> Term:
    profile = subject.profile
    return first(
        international(profile, "gdp_ppp"),
        combined(ratio, [field_term(profile, _GDP), _ppp(subject)]),
        combined(
            lambda head, people: head * people,
            [international(profile, "gdp_per_head_ppp"), field_term(profile, "population.total")],
        ),
    )


def _wage_month(subject: Subject) -> Term:
    profile = subject.profile
    day, days = (
        field_term(profile, f"economy.minimum_wage_day{part}") for part in ("", ".days_per_month")
    )
    return first(
        field_term(profile, "economy.minimum_wage_month"),
        combined(lambda wage, number: wage * number, [day, days]),
    )


def _wage_day(subject: Subject) -> Term:
    """Return the minimum wage of a day; that of a month over the days that it declares itself."""
    profile = subject.profile
    month, days = (
        field_term(profile, f"economy.minimum_wage_month{p}") for p in ("", ".days_per_month")
    )
    return first(combined(ratio, [month, days]), field_term(profile, "economy.minimum_wage_day"))


def _budget(subject: Subject) -> Term:
    profile = subject.profile
    total = profile.budget.total
    cases = of_figure(total, profile)
    if total is not None and cases is not None:
        return Term(cases, (input_of(profile, _TOTAL, total, profile.budget.stage),), source=_TOTAL)
    return first(field_term(profile, _TOTAL), *_lines(profile))


def _lines(profile: Profile) -> Iterator[Term]:
    """Yield the lines of the fiscal year, or of the last one with any, the firmest first."""
    listed = [line for line in profile.budget.lines.items if line.stage != "realised"]
    years = sorted({line.year for line in listed if line.year})
    year = profile.budget.fiscal_year or (years[-1] if years else None)
    ranked = sorted((one for one in listed if one.year == year), key=_firmness)
    yield from (_line(profile, line) for line in ranked)


def _firmness(line: BudgetLine) -> int:
    return _STAGES.index(line.stage) if line.stage is not None else len(_STAGES)


def _line(profile: Profile, line: BudgetLine) -> Term:
    path = f"budget.lines[{line.id}].amount"
    cases = of_figure(line.amount, profile)
    if line.amount is None or cases is None:
        return missing(path)
    return Term(cases, (_line_input(profile, path, line),), source=path)


def _line_input(profile: Profile, path: str, line: BudgetLine) -> Input:
    assert line.amount is not None
    return input_of(profile, path, line.amount, line.stage)


def _executed(subject: Subject) -> Term:
    """Return what was spent of the budget of the last year that states both in one line each."""
    profile = subject.profile
    lines = profile.budget.lines.items
    for year in sorted({line.year for line in lines if line.year}, reverse=True):
        of_year = [line for line in lines if line.year == year]
        spent = [line for line in of_year if line.stage == "realised"]
        firm = next((f for s in _FIRM if (f := [x for x in of_year if x.stage == s])), [])
        if len(spent) == 1 and len(firm) == 1:
            return combined(ratio, [_line(profile, spent[0]), _line(profile, firm[0])])
    return missing("budget.lines.amount")


MONEY_TERMS = (
    Derived(
        "ppp", "PPP rate; if not stated, GDP in the own currency ÷ GDP in international dollars",
        ("economy.ppp_rate", _GDP, _GDP_PPP, _HEAD_PPP, "population.total", RATE), _ppp,
    ),
    Derived("dollar", "units of the own currency for one US dollar", (RATE,), _dollar),
    Derived(
        "gdp_ppp", "GDP in international dollars",
        (_GDP_PPP, _GDP, "economy.ppp_rate", RATE, _HEAD_PPP, "population.total"), _gdp_ppp,
    ),
    Derived("gdp_per_head", "GDP ÷ population", (_GDP, "population.total", RATE), _gdp_per_head),
    Derived(
        "gdp_per_head_ppp", "GDP ÷ population ÷ PPP rate, or as stated",
        (_GDP, "population.total", "economy.ppp_rate", _GDP_PPP, RATE, _HEAD_PPP),
        _gdp_per_head_ppp,
    ),
    Derived(
        "minimum_wage", "minimum wage of a month; that of a day × its declared days",
        (
            "economy.minimum_wage_month", "economy.minimum_wage_day",
            "economy.minimum_wage_day.days_per_month",
        ),
        _wage_month,
    ),
    Derived(
        "daily_wage", "minimum wage of a month ÷ its declared days, or that of a day",
        (
            "economy.minimum_wage_month", "economy.minimum_wage_month.days_per_month",
            "economy.minimum_wage_day",
        ),
        _wage_day,
    ),
    Derived(
        "budget", "budget of the fiscal year; if absent, the firmest line of the year",
        (_TOTAL, "budget.stage", "budget.lines.amount", "budget.lines.stage"), _budget,
    ),
    Derived(
        "executed", "spent ÷ budget of the last year with one line of each",
        ("budget.lines.amount", "budget.lines.stage"), _executed,
    ),
)  # fmt: skip
