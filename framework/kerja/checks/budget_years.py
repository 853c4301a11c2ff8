"""Checks of the years of a budget (KB): how they are written, what they fund, in whose prices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kerja.checks.registry import Hit, NotKnownError, check
from kerja.findings import Kind, Severity
from kerja.profile import Profile
from kerja.profile.fiscal_years import JANUARY, fiscal_year, written_years, year_starts

_BUDDHIST_YEARS = range(2400, 2700)
_BUDDHIST_OFFSET = 543


def fiscal_years(profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield the path and text of every fiscal year that the budget names."""
    if profile.budget.fiscal_year is not None:
        yield "budget.fiscal_year", profile.budget.fiscal_year
    for line in profile.budget.lines.items:
        if line.year is not None:
            yield f"budget.lines[{line.id}].year", line.year


@check("KB307", "fiscal-year-calendar", Severity.ERROR)
def fiscal_year_calendar(profile: Profile) -> Iterator[Hit]:
    """A fiscal year is written as the calendar of the country asks.

    A calendar year has one number. Another one has two, but for the countries that call it by one
    (Thailand and the United States by the last, Japan by the first).

    Why: "2023" in India may end in March 2023 or in March 2024: a year of money is lost or
    invented.

    Bad:
        country: {code: IND, name: India, currency: INR}
        budget: {fiscal_year: 2023}

    Good:
        country: {code: IND, name: India, currency: INR}
        budget: {fiscal_year: 2023-24}

    Source: IMF, Government Finance Statistics Manual 2014, ch. 4; CIA World Factbook.
    """
    for path, text in fiscal_years(profile):
        years = written_years(text)
        if years is None:
            yield Hit(path, f'"{text}" is no fiscal year', "2023, or 2023-24")
            continue
        first, last = years
        if first in _BUDDHIST_YEARS:
            meant = text.replace(str(first), str(first - _BUDDHIST_OFFSET))
            yield Hit(path, f'"{text}" counts Buddhist years', f"write {meant}")
        elif last not in (first, first + 1):
            yield Hit(
                path, f'"{text}" is not one year', f"{_two(first)}; one budget line for each year"
            )
        elif fiscal_year(text, profile) is None:
            yield _misfit(path, text, profile)


def _misfit(path: str, text: str, profile: Profile) -> Hit:
    starts = year_starts(profile)
    if starts is None:
        raise NotKnownError(["budget.fiscal_year_starts"])
    first = int((written_years(text) or (0, 0))[0])
    if starts == JANUARY:
        return Hit(
            path,
            f'"{text}" has two years, and the fiscal year starts on 1 January',
            f"write {first}",
            also=("budget.fiscal_year_starts",),
        )
    return Hit(
        path,
        f'the fiscal year starts on {starts}: "{text}" may be either of two',
        f"write {_two(first)} or {_two(first - 1)}",
        also=("budget.fiscal_year_starts",),
    )


def _two(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02d}"


@check("KB308", "programme-outside-year", Severity.WARNING, kind=Kind.FEASIBILITY)
def programme_outside_year(profile: Profile) -> Iterator[Hit]:
    """The programme runs in the fiscal years that are funded, unless money is promised beyond.

    Why: An appropriation lapses with its year: what is promised after it is not covered.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {fiscal_year: 2023, fiscal_year_starts: 01-01, total: IDR 4.37 trillion}
        programme: {starts: 2023-02-17, ends: 2024-03-31}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {fiscal_year: 2023, fiscal_year_starts: 01-01, total: IDR 4.37 trillion}
        programme: {starts: 2023-02-17, ends: 2023-11-30}

    Source: annuality of appropriations.
    """
    programme, budget = profile.programme, profile.budget
    if budget.multi_year is not None and budget.multi_year.value:
        return
    written = dict(fiscal_years(profile))
    if not written or not (programme.starts or programme.ends):
        raise NotKnownError(["budget.fiscal_year", "programme.ends"])
    funded = [fiscal_year(text, profile) for text in written.values()]
    known = [year for year in funded if year is not None]
    if len(known) < len(funded):
        raise NotKnownError(["budget.fiscal_year_starts"])
    first, last = min(year.first for year in known), max(year.last for year in known)
    ends = _last_day(programme.ends) if programme.ends else None
    if ends is not None and ends > last:
        yield Hit(
            "programme.ends",
            f"it ends on {programme.ends}, and the last funded day is {last}",
            "an earlier end, a budget line for the next year, or multi_year: yes",
            also=tuple(written),
        )
    starts = _first_day(programme.starts) if programme.starts else None
    is_new = programme.status in (None, "proposal", "announced")
    if starts is not None and is_new and starts < first:
        yield Hit(
            "programme.starts",
            f"it starts on {programme.starts}, and the first funded day is {first}",
            "a later start, or a budget line for the year before",
            also=tuple(written),
        )


def _first_day(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01-01"[: len("2023-01-01")])
    except ValueError:
        return None


def _last_day(text: str) -> date | None:
    if len(text) == len("2023-01-01"):
        return _first_day(text)
    year, _, month = text.partition("-")
    following = (int(year) + 1, 1) if month in ("", "12") else (int(year), int(month) + 1)
    try:
        return date(*following, 1) - timedelta(days=1)
    except ValueError:
        return None


@check("KB313", "price-basis", Severity.WARNING)
def price_basis(profile: Profile) -> Iterator[Hit]:
    """Planned amounts of several years say whether they are nominal or real, and of which year.

    Money that was spent is nominal and needs no word.

    Why: At 7 % inflation an amount in prices of today must grow by two fifths in five years to
    buy the same.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget:
          lines:
            - {id: first, year: 2024, stage: approved, amount: IDR 4.8 trillion}
            - {id: second, year: 2025, stage: proposed, amount: IDR 4.8 trillion}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget:
          price_basis: nominal
          lines:
            - {id: first, year: 2024, stage: approved, amount: IDR 4.8 trillion}
            - {id: second, year: 2025, stage: proposed, amount: IDR 4.8 trillion}

    Source: IMF, Government Finance Statistics Manual 2014.
    """
    budget = profile.budget
    planned = [line for line in budget.lines.items if line.stage != "realised" and line.amount]
    years = sorted({line.year for line in planned if line.year})
    if budget.price_basis == "real" and budget.base_year is None:
        yield Hit("budget.price_basis", "real prices of an unnamed year", "add base_year: 2024")
    if len(years) > 1 and budget.price_basis is None:
        yield Hit(
            "budget.lines",
            f"amounts of {years[0]} to {years[-1]}, and nothing says in whose prices",
            "price_basis: nominal, or real with base_year",
        )
