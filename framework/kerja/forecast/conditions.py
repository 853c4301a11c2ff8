"""The conditions under which a profile gives places: groups drawn apart, few to one household."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kerja.forecast.inputs import Inputs
from kerja.forecast.scheme import Group, Household
from kerja.profile import Profile, Range, range_of_assumption

_NAMES = {
    "women": ("women", "men", "sex", "gender"),
    "rural": ("rural", "urban", "area", "rural-urban", "urban-rural"),
    "disabled": ("disabled", "disability", "persons-with-disabilities"),
}
"""The words of `programme.selection.strata` that mean a group of the forecast, and its reverse."""


def strata(profile: Profile, known: Sequence[Group], inputs: Inputs) -> tuple[int, ...]:
    """Return the positions of the groups that are drawn apart, in their order.

    A stratum whose share among those who come is not known is left in one lot with the others.
    That is the same in expectation: places are given in proportion.
    """
    selection = profile.programme.selection
    if selection.method != "stratified-lottery":
        return ()
    if not selection.strata:
        inputs.miss("programme.selection.strata", "groups that are drawn apart", "one lot for all")
    positions = {group.name: at for at, group in enumerate(known)}
    found = set()
    for name in selection.strata:
        at = positions.get(_group(name))
        if at is None:
            inputs.assume(f"{name}: drawn in proportion, as one lot for all is in expectation")
        else:
            found.add(at)
    return tuple(sorted(found))


def household(profile: Profile, inputs: Inputs) -> Household | None:
    """Return the cap on members of one household, if it and who applies of one are known."""
    given = profile.programme.household_cap
    cap = given.people.number if given.applies and given.people is not None else None
    if cap is None:
        return None
    path = "assumptions.applicants_per_household"
    ends = range_of_assumption(profile.assumptions.applicants_per_household)
    if ends is None:
        inputs.miss(path, "applicants of one household", "no draw is stopped by the household cap")
        return None
    inputs.assume("applicants of a household are geometric in number, and apply independently")
    # A household of which nobody applies is none of the draw.
    mode = None if ends.mode is None else max(1.0, ends.mode)
    ends = Range(max(1.0, ends.low), mode, max(1.0, ends.high))
    return Household(round(cap), inputs.take(path, ends, unit="persons"))


def _group(name: str) -> str:
    words: Iterable[tuple[str, tuple[str, ...]]] = _NAMES.items()
    return next((group for group, names in words if name.lower() in names), "")
