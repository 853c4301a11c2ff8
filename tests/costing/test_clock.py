"""Years of a programme, the openings of its rounds, and what is paid by a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.costing import Cases, Lag, Lags
from kerja.costing.clock import Clock
from kerja.costing.lags import MOMENTS

NAMES = ("registration", "selection", "purchase", "training", "certificate", "payment", "buffer")
DAYS = st.integers(0, 120)


def stretches(low: int, high: int) -> Lags:
    return Lags(tuple(Lag(name, Cases(low, low, high), name, assumed=True) for name in NAMES))


def clock(
    *, begins: date = date(2026, 1, 1), rounds: int = 4, low: int = 3, high: int = 9
) -> Clock:
    return Clock(begins, rounds, stretches(low, high))


def test_rounds_open_evenly_over_a_year() -> None:
    assert clock().year(1).openings == (0, 91, 182, 273)
    assert clock().year(3).length == 366


def test_a_programme_that_begins_on_a_leap_day_begins_its_years_in_march() -> None:
    leap = clock(begins=date(2028, 2, 29))
    assert [leap.first(number) for number in (1, 2)] == [date(2028, 3, 1), date(2029, 3, 1)]


def test_the_earliest_day_of_a_payment_rests_on_the_shortest_stretches() -> None:
    earliest, latest = stretches(3, 9).behind("course")
    assert [lag.name for lag in earliest] == ["registration", "selection"]
    assert [lag.name for lag in latest] == ["registration", "selection", "purchase"]
    assert clock().window("course", 0) == (36, 57)


def test_what_is_spent_over_the_year_has_no_window() -> None:
    assert clock().window("year", 0) is None
    assert clock().year(1).spent_by(date(2026, 12, 31)) == 1
    assert clock().year(1).spent_by(date(2025, 12, 31)) == 0


def test_all_is_paid_at_once_where_the_shortest_days_are_the_longest() -> None:
    year = clock(rounds=1).year(1)
    assert year.paid_by(date(2026, 1, 10), (10, 10)) == 0
    assert year.paid_by(date(2026, 1, 11), (10, 10)) == 1


@given(st.sampled_from(MOMENTS), st.integers(1, 30), st.tuples(DAYS, DAYS), st.integers(-100, 2000))
def test_payments_never_shrink_and_never_pass_the_rounds_that_have_opened(
    moment: str, rounds: int, ends: tuple[int, int], passed: int
) -> None:
    found = clock(rounds=rounds, low=min(ends), high=max(ends))
    year, window = found.year(2), found.window(moment, 0)
    assert window is not None
    day = year.first + timedelta(days=passed)
    today, tomorrow = (year.paid_by(one, window) for one in (day, day + timedelta(days=1)))
    assert 0 <= today <= tomorrow <= 1
    assert today <= year.opened_by(day) + 1e-12


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_longer_stretch_pays_no_sooner(moment: str) -> None:
    day = date(2026, 6, 30)
    short, long = clock(high=9), clock(high=60)
    windows = short.window(moment, 0), long.window(moment, 0)
    assert windows[0] is not None
    assert windows[1] is not None
    assert short.year(1).paid_by(day, windows[0]) >= long.year(1).paid_by(day, windows[1])
