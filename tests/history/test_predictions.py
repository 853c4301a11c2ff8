"""Predictions held against history: forecasts of years and of Cambodia, budgets less an office."""

from __future__ import annotations

import pytest
from tests.history.audits import adapted
from tests.history.beyond import APPLIED, FUNDED, GRADUATED, first_pace
from tests.history.budgets import COUNTED, by_share, left_over, with_office
from tests.history.foreseen import (
    accepted_of_registrants,
    in_cambodia,
    of_year,
    recipients,
    scheme_until,
)
from tests.history.ours import payable, year
from tests.history.statistic import TOO_WIDE, Band, Part, Verdict, missed_by, verdict

from kerja.blueprint import adapt
from kerja.errors import KerjaError
from kerja.forecast import compile_scheme
from kerja.profile import Assumption, Profile


@pytest.mark.parametrize(
    ("band", "expected", "off"),
    [
        (Band(90, 100, 110), Verdict.MET, 0.0),
        (Band(110, 120, 130), Verdict.MISSED, 0.1),
        (Band(70, 80, 90), Verdict.MISSED, -0.1),
        (Band(10, 100, 111), Verdict.NOT_COMPARABLE, 0.0),
    ],
)
def test_a_band_is_held_to_its_nearer_end_and_not_at_all_if_it_is_too_wide(
    band: Band, expected: Verdict, off: float
) -> None:
    part = Part("made up", 100, (0, 1), lambda: band)
    assert verdict(part) is expected
    assert missed_by(part) == pytest.approx(off)


@pytest.mark.parametrize(
    ("period", "published"), [(2020, 5_509_055), (2021, 5_931_574), (2022, 4_984_790)]
)
def test_the_forecast_of_a_year_holds_its_recipients_in_less_than_a_quarter(
    period: int, published: int
) -> None:
    band = recipients(period)
    assert band.low <= published <= band.high
    assert band.width < 0.25


def test_with_people_who_try_again_half_of_those_who_registered_in_2022_are_accepted() -> None:
    band = accepted_of_registrants(2022)
    assert band.low <= 0.516 <= band.high
    assert band.width < 0.15


def test_more_were_accepted_in_2023_and_2024_than_a_forecast_of_the_announced_places_allows() -> (
    None
):
    assert recipients(2023).high < 1_000_000 < 1_070_000
    assert recipients(2024).high < 1_200_000 < 1_400_000


@pytest.mark.parametrize("period", [2020, 2021, 2022, 2023, 2024])
def test_a_forecast_covers_the_year_and_its_budget_once(period: int) -> None:
    calendar = of_year(period).calendar
    assert calendar.first == f"{period}-01-01"
    assert [part.name for part in calendar.years] == [f"{period}"]
    assert len(calendar.month_names) == 12


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("idn-2021", COUNTED[:1]), ("idn-2022", COUNTED[:2]), ("idn-2023-01", COUNTED),
        ("idn-2023", COUNTED), ("idn-2024", COUNTED),
    ],
)  # fmt: skip
def test_what_is_kept_back_for_the_office_is_what_earlier_years_left_over_and_no_other(
    name: str, known: tuple[int, ...]
) -> None:
    fixed = year(f"{name}-forecast").costs.administration.fixed_year
    assert fixed is not None
    left = [left_over(period) for period in known]
    assert fixed.number == pytest.approx(sum(left) / len(left), abs=1)
    ends = [fixed.number if end is None else end.number for end in (fixed.low, fixed.high)]
    assert ends == pytest.approx([min(left), max(left)], abs=1)
    assert all(period < int(name[4:8]) for period in known)


def test_in_january_2023_what_earlier_years_left_over_explains_the_funded_places() -> None:
    band = with_office("idn-2023-01-forecast")
    assert isinstance(band, Band)
    assert band.low < FUNDED < band.high
    assert band.width < 0.15
    assert payable(year("idn-2023-01")) > 1.05 * FUNDED
    assert by_share("idn-2023-01-forecast")[0] > FUNDED


def test_with_the_cost_of_its_office_the_budget_of_january_2023_pays_for_565_891_places() -> None:
    found = adapt(year("idn-2023-01-forecast"))
    (decision,) = [d for d in found.decisions if d.rule == "BUD-01"]
    assert decision.change is not None
    assert "fewer people: at most 565,891 places at the same package" in decision.change.proposals


def test_on_the_day_of_its_launch_cambodia_has_no_forecast_for_want_of_a_demand() -> None:
    with pytest.raises(KerjaError) as caught:
        compile_scheme(adapted("khm-2023"))
    assert "assumptions.demand_year" in (caught.value.hint or "")


def test_the_pace_of_the_first_three_months_holds_who_had_applied_in_cambodia() -> None:
    band = in_cambodia("khm-2023-borrowed", "applied")
    assert band.low < APPLIED < band.high < first_pace()
    assert band.width < 0.6


def test_with_those_who_applied_held_the_band_of_graduates_could_be_wrong_and_is_not() -> None:
    band = in_cambodia("khm-2023-counted", "certified")
    assert band.low < GRADUATED < band.high
    assert band.width < TOO_WIDE
    assert band.low > APPLIED / 10
    assert band.high < APPLIED / 2


def test_with_the_pace_fitted_the_band_of_graduates_is_as_wide_as_its_middle() -> None:
    band = in_cambodia("khm-2023-borrowed", "certified")
    assert band.low < GRADUATED < band.high
    assert TOO_WIDE < band.width < 1.1


def test_with_nothing_known_of_completion_the_band_of_graduates_says_too_little() -> None:
    assert in_cambodia("khm-2023-pace", "certified").width > TOO_WIDE


@pytest.mark.parametrize("name", ["khm-2023-pace", "khm-2023-borrowed"])
def test_a_forecast_of_cambodia_knows_no_count_later_than_february_2024(name: str) -> None:
    profile = year(name)
    assert profile.programme.actual.applied is None
    assert profile.programme.actual.graduated is None
    assert not profile.programme.history
    assert "star-2025-09" not in {given.source for given in _assumed(profile)}
    open_ = {one.key for one in scheme_until(name, "2025-08-31").inputs if one.is_unknown}
    assert "assumptions.accepted" in open_


def _assumed(profile: Profile) -> list[Assumption]:
    named = (getattr(profile.assumptions, name) for name in type(profile.assumptions).model_fields)
    return [given for given in named if isinstance(given, Assumption)]
