"""Tests of fiscal years as countries write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kerja.profile import Profile
from kerja.profile.fiscal_years import fiscal_year, written_years


def country(code: str, starts: str | None = None) -> Profile:
    budget = {"fiscal_year_starts": starts} if starts else {}
    return Profile.model_validate({"country": {"code": code}, "budget": budget})


@pytest.mark.parametrize(
    ("code", "starts", "text", "first", "last"),
    [
        ("IDN", "01-01", "2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("IND", None, "2023-24", date(2023, 4, 1), date(2024, 3, 31)),
        ("THA", "10-01", "2025", date(2024, 10, 1), date(2025, 9, 30)),
        ("JPN", None, "2023", date(2023, 4, 1), date(2024, 3, 31)),
        ("MY-13", "01-01", "2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("BGD", None, "2023/2024", date(2023, 7, 1), date(2024, 6, 30)),
    ],
)
def test_a_fiscal_year_runs_as_its_country_counts(
    code: str, starts: str | None, text: str, first: date, last: date
) -> None:
    year = fiscal_year(text, country(code, starts))
    assert year is not None
    assert (year.first, year.last) == (first, last)


@pytest.mark.parametrize(
    ("code", "starts", "text"),
    [
        ("IND", None, "2023"),
        ("IDN", "01-01", "2023-24"),
        ("MAR", None, "2023"),
        ("IDN", "01-01", "now"),
    ],
)
def test_a_year_that_may_be_either_of_two_is_none(code: str, starts: str | None, text: str) -> None:
    assert fiscal_year(text, country(code, starts)) is None


@pytest.mark.parametrize("starts", ["13-45", "02-31", "02-29", "1-1", "October 1", "2025-10-01"])
def test_a_start_that_is_no_day_of_every_year_is_refused(starts: str) -> None:
    with pytest.raises(ValidationError, match="no such day"):
        country("IDN", starts)


@given(st.dates(date(2001, 1, 1), date(2001, 12, 31)), st.integers(1900, 2100))
def test_whatever_day_it_starts_on_a_fiscal_year_has_365_or_366_days(day: date, year: int) -> None:
    written = str(year) if (day.month, day.day) == (1, 1) else f"{year}-{year + 1}"
    found = fiscal_year(written, country("IDN", f"{day:%m-%d}"))
    assert found is not None
    assert (found.last - found.first).days in (364, 365)


@pytest.mark.parametrize("text", ["", "twenty", "20-23", "2023-", "FY"])
def test_text_without_years_names_none(text: str) -> None:
    assert written_years(text) is None
