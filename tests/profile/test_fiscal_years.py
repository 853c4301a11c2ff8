"""Tests of fiscal years as countries write them."""

from datetime import date

import pytest

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


def test_a_start_that_is_no_day_is_not_a_start() -> None:
    assert fiscal_year("2023", country("IDN", "13-45")) is None


@pytest.mark.parametrize("text", ["", "twenty", "20-23", "2023-", "FY"])
def test_text_without_years_names_none(text: str) -> None:
    assert written_years(text) is None
