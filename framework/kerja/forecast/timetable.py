"""The time of a forecast: its first day, months, fiscal years, and the rounds within it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kerja.costing.clock import Clock
from kerja.costing.phasing import Phasing, phase
from kerja.costing.prices import prices
from kerja.forecast.inputs import Inputs
from kerja.forecast.office import Office, kept_back
from kerja.forecast.scheme import Calendar, FiscalPart, Method, Rounds, Value
from kerja.profile import Profile, range_of_figure
from kerja.profile.currencies import own_number
from kerja.profile.fiscal_years import fiscal_year_name, fiscal_year_of
from kerja.profile.packages import yearly_quota

YEARS = 2
"""Years that a forecast spans where no option says otherwise."""
_MOST_YEARS = 10


@dataclass(frozen=True, slots=True)
class Timetable:
    """The calendar of a profile, and what phases it."""

    calendar: Calendar
    phasing: Phasing
    first: date
    years: int


def timetable(profile: Profile, inputs: Inputs, *, costs: Office) -> Timetable:
    """Return the time that a forecast spans: from the first day of the programme, whole years.

    Raises:
        ValueError: the first day is not known; see `kerja.costing.phasing.undated`.
    """
    phasing = phase(profile, (), years=1, prices=prices(profile, 1))
    starts = phasing.starts
    if starts is None:
        raise ValueError("the first day is not known")
    stated = profile.scenario.years if profile.scenario is not None else None
    years = min(stated or YEARS, _MOST_YEARS)
    days = (Clock(starts, 1, phasing.lags).first(years + 1) - starts).days
    months = _months(starts, days)
    calendar = Calendar(
        first=starts.isoformat(),
        days=days,
        month_names=tuple(f"{day:%Y-%m}" for day in months),
        month_starts=tuple(max(0, (day - starts).days) for day in months),
        years=_fiscal_years(profile, starts, days, inputs=inputs, costs=costs),
    )
    return Timetable(calendar, phasing, starts, years)


def rounds(profile: Profile, table: Timetable, inputs: Inputs, *, package: float) -> Rounds:
    """Return the days on which places are given: rounds open evenly over a year and close after
    the days of registration."""
    clock = Clock(table.first, table.phasing.rounds, table.phasing.lags)
    lag = next(lag for lag in table.phasing.lags.listed if lag.name == "registration")
    if lag.days is None:
        inputs.miss(lag.path, "days that a round stays open", "a round closes when it opens")
    if table.phasing.rounds_assumed:
        inputs.miss("programme.batches.per_year", "rounds in a year", "one a month is taken")
    stays = round(lag.days.high) if lag.days is not None else 0
    firsts = [clock.year(number) for number in range(1, table.years + 1)]
    days = [
        (year.first - table.first).days + opening + max(1, stays)
        for year in firsts
        for opening in year.openings
    ]
    return Rounds(
        days=tuple(day for day in days if day < table.calendar.days),
        quota=_quota(profile, table.phasing.rounds, inputs),
        methods=(_method(profile, inputs),),
        package=package,
    )


def _quota(profile: Profile, number: int, inputs: Inputs) -> Value | None:
    programme = profile.programme
    named = {"programme.batches.quota": programme.batches.quota}
    if programme.quota.every == "batch":
        named["programme.quota.people"] = programme.quota.people
    for path, figure in named.items():
        ends = range_of_figure(figure)
        if ends is not None:
            return inputs.take(path, ends, unit="persons")
    yearly = yearly_quota(profile)
    if yearly is None:
        inputs.miss("programme.quota.people", "places", "no round has a limit of places")
        return None
    inputs.assume(f"the {yearly:,} places of a year are divided evenly over {number} rounds")
    return yearly / number


def _method(profile: Profile, inputs: Inputs) -> Method:
    method = profile.programme.selection.method
    if method is None:
        inputs.miss("programme.selection.method", "how places are given", "by lot")
        return "lottery"
    return "lottery" if method == "stratified-lottery" else method


def _months(starts: date, days: int) -> list[date]:
    last = starts + timedelta(days=days - 1)
    found = [starts.replace(day=1)]
    while True:
        here = found[-1]
        following = date(here.year + here.month // 12, here.month % 12 + 1, 1)
        if following > last:
            return found
        found.append(following)


def _fiscal_years(
    profile: Profile, starts: date, days: int, *, inputs: Inputs, costs: Office
) -> tuple[FiscalPart, ...]:
    ceiling = own_number(profile.budget.total, profile)
    if ceiling is None:
        inputs.miss("budget.total", "money of a fiscal year", "no round is stopped for money")
    else:
        inputs.assume("every fiscal year has the money of budget.total")
    kept = 0.0 if ceiling is None else kept_back(profile, ceiling, costs, inputs)
    last = starts + timedelta(days=days - 1)
    first = fiscal_year_of(starts, profile)
    found = []
    while first <= last:
        name = fiscal_year_name(first, profile)
        found.append(FiscalPart(name, (first - starts).days, ceiling, kept))
        first = first.replace(year=first.year + 1)
    return tuple(found)
