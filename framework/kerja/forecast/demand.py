"""Who comes: applicants a year, and how they spread over the weeks."""

from __future__ import annotations

from kerja.feasibility import applications_a_year
from kerja.forecast.inputs import Inputs
from kerja.forecast.scheme import Arrivals, Group, Value
from kerja.profile import Profile, Range, range_of_assumption, range_of_figure
from kerja.profile.packages import yearly_quota

_YEAR = 365.25
_WEEK = 7


def arrivals(profile: Profile, days: int, inputs: Inputs) -> Arrivals:
    """Return who comes over so many days, the same number in every week.

    Raises:
        ValueError: nothing says how many would apply; see `uncounted`.
    """
    weeks = [_WEEK / _YEAR] * (days // _WEEK)
    if days % _WEEK:
        weeks.append(_WEEK / _YEAR)
    inputs.assume("people apply evenly over the year")
    return Arrivals(_per_year(profile, inputs), tuple(weeks))


def uncounted(profile: Profile) -> tuple[str, ...]:
    """Return the fields that have to be filled in before anybody can come."""
    known = (
        range_of_assumption(profile.assumptions.demand_year),
        range_of_figure(profile.programme.expected_applicants),
        applications_a_year(profile),
        _from_places(profile),
    )
    if any(one is not None for one in known):
        return ()
    return ("assumptions.demand_year or programme.expected_applicants",)


def groups(profile: Profile, inputs: Inputs) -> tuple[Group, ...]:
    """Return the groups whose share among those who come is known."""
    actual, programme = profile.programme.actual, profile.programme
    women = range_of_figure(actual.women_share) or range_of_figure(programme.women_share)
    disabled = range_of_figure(actual.disability_share) or range_of_figure(
        programme.disability_share
    )
    named = {
        "women": ("programme.actual.women_share", women),
        "rural": ("programme.actual.rural_share", range_of_figure(actual.rural_share)),
        "disabled": ("programme.actual.disability_share", disabled),
    }
    return tuple(
        Group(name, inputs.take(path, ends, unit="share"))
        for name, (path, ends) in named.items()
        if ends is not None
    )


def _per_year(profile: Profile, inputs: Inputs) -> Value:
    assumed = range_of_assumption(profile.assumptions.demand_year)
    if assumed is not None:
        return inputs.take("assumptions.demand_year", assumed, unit="persons")
    expected = range_of_figure(profile.programme.expected_applicants)
    if expected is not None:
        return inputs.take("programme.expected_applicants", expected, unit="persons")
    pace = applications_a_year(profile)
    if pace is not None:
        inputs.assume(
            f"people apply at the pace so far: {pace:,.0f} a year (programme.actual.applied)"
        )
        return pace
    derived = _from_places(profile)
    if derived is None:
        raise ValueError("nothing says how many would apply")
    inputs.miss(
        "assumptions.demand_year", "persons who would apply in a year",
        "as many as the places of a year need at the shares found eligible and accepted",
    )  # fmt: skip
    return inputs.take("assumptions.demand_year", derived, unit="persons")


def _from_places(profile: Profile) -> Range | None:
    """Return places ÷ (eligible × accepted), end by end."""
    places = yearly_quota(profile)
    eligible = range_of_assumption(profile.assumptions.eligible)
    accepted = range_of_assumption(profile.assumptions.accepted)
    if places is None or eligible is None or accepted is None:
        return None
    both = eligible.times(accepted)
    if not both.low:
        return None
    mode = places / both.mode if both.mode else None
    return Range(places / both.high, mode, places / both.low)
