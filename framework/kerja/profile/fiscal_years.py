"""Fiscal years: on which day a country's year starts, and from when to when a written one runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kerja.profile.profile import Profile

JANUARY = "01-01"

_WRITTEN = re.compile(r"(?:FY ?)?([12][0-9]{3})(?:[-/–]([12][0-9]{3}|[0-9]{2}))?")
_STARTS = {
    "04-01": "BRN BWA CAN IND JPN SWZ ZAF",
    "07-01": "AUS BGD BTN EGY KEN PAK TZA UGA",
    "10-01": "THA USA",
}
"""Fiscal years that are not calendar years (CIA World Factbook, "Fiscal year")."""
_STARTS_OF = {code: starts for starts, codes in _STARTS.items() for code in codes.split()}
_NAMED_BY_LAST = frozenset({"THA", "USA"})
_NAMED_BY_FIRST = frozenset({"JPN"})


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """One fiscal year. Both days belong to it."""

    first: date
    last: date


def year_starts(profile: Profile) -> str | None:
    """Return month and day on which fiscal years start, "10-01"; None if not known.

    As `budget.fiscal_year_starts` says, else as is known of the country.

    >>> from kerja.profile import Profile
    >>> year_starts(Profile.model_validate({"country": {"code": "IND"}}))
    '04-01'
    """
    stated = profile.budget.fiscal_year_starts
    if stated is not None and stated.value:
        return stated.value
    return _STARTS_OF.get((profile.country.code or "")[:3])


def written_years(text: str) -> tuple[int, int] | None:
    """Return the calendar years that a written fiscal year names; None if it names none.

    >>> written_years("2023"), written_years("2023-24"), written_years("1999/2000")
    ((2023, 2023), (2023, 2024), (1999, 2000))
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    first = int(found[1])
    if found[2] is None:
        return first, first
    last = int(found[2])
    if last < 100:
        last += first // 100 * 100
        last += 100 if last < first else 0
    return first, last


def fiscal_year(text: str, profile: Profile) -> FiscalYear | None:
    """Return the days that a written fiscal year covers.

    None if the text is no fiscal year, if its start is not known, or if one year alone ("2023")
    may mean either of two and the country has no custom that decides.

    >>> from kerja.profile import Profile
    >>> fiscal_year("2025", Profile.model_validate({"country": {"code": "THA"}}))
    FiscalYear(first=datetime.date(2024, 10, 1), last=datetime.date(2025, 9, 30))
    """
    years = written_years(text)
    starts = year_starts(profile)
    if years is None or starts is None:
        return None
    first, last = years
    if starts != JANUARY and first == last:
        code = (profile.country.code or "")[:3]
        if code in _NAMED_BY_LAST:
            first -= 1
        elif code not in _NAMED_BY_FIRST:
            return None
    elif last - first != (starts != JANUARY):
        return None
    begins, follows = (date.fromisoformat(f"{year}-{starts}") for year in (first, first + 1))
    return FiscalYear(begins, follows - timedelta(days=1))


def fiscal_year_of(day: date, profile: Profile) -> date:
    """Return the first day of the fiscal year that a day belongs to.

    It is that of the calendar year where nobody knows when fiscal years start.
    """
    starts = year_starts(profile) or JANUARY
    first = date.fromisoformat(f"{day.year}-{starts}")
    return first if first <= day else first.replace(year=day.year - 1)


def fiscal_year_name(first: date, profile: Profile) -> str:
    """Write a fiscal year as the country does: 2026; 2026, or 2025-26 if it starts in October."""
    if f"{first:%m-%d}" == JANUARY:
        return str(first.year)
    for year in (first.year, first.year + 1):
        found = fiscal_year(str(year), profile)
        if found is not None and found.first == first:
            return str(year)
    return f"{first.year}-{(first.year + 1) % 100:02d}"
