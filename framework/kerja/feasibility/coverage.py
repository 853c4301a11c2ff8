"""How much of the places offered a limit covers: the budget's money, the free training places."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.adaptation import is_inherited
from kerja.adaptation.looking import LacksError, Look
from kerja.feasibility.limit import Limit, Standing
from kerja.feasibility.limits import binding
from kerja.profile import Profile

_QUOTA = "programme.quota.people"


@dataclass(frozen=True, slots=True)
class Cover:
    """A share, as the lowest and highest value that is possible; None if nothing is known.

    `inputs` names what it was computed from, `lacks` what would make it known.
    """

    ends: tuple[float, float] | None
    inputs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


def budget_cover(profile: Profile) -> Cover:
    """Return persons that the budget of a year pays for ÷ places offered in a year.

    Without the cost of administration the budget pays for less than it seems: then only the
    highest value is known.
    """
    return _cover(profile, "budget", counts_at_most=True)


def place_cover(profile: Profile) -> Cover:
    """Return free training places of a year ÷ places offered in a year.

    Graduates of a year are no places: they are never taken for them.
    """
    return _cover(profile, "places", counts_at_most=False)


def _cover(profile: Profile, name: str, *, counts_at_most: bool) -> Cover:
    limit = next(one for one in binding(profile).limits if one.name == name)
    quota, lacks = _quota(profile)
    inherited = tuple(path for path in limit.inputs if is_inherited(profile, path))
    if quota is None or limit.persons is None or inherited:
        return Cover(None, lacks=(*lacks, *limit.lacks, *inherited))
    return _of_quota(limit, quota, counts_at_most=counts_at_most)


def _of_quota(limit: Limit, quota: int, *, counts_at_most: bool) -> Cover:
    inputs = (f"limits.{limit.name}", _QUOTA)
    assert limit.persons is not None
    share = limit.persons / quota
    if limit.standing is Standing.KNOWN:
        return Cover((share, share), inputs)
    ends = (0.0, share) if counts_at_most else None
    return Cover(ends, inputs, limit.lacks)


def _quota(profile: Profile) -> tuple[int | None, tuple[str, ...]]:
    """Return the places offered in a year, or what is lacking for them."""
    quota = profile.programme.quota.people
    if quota is not None and is_inherited(profile, _QUOTA):
        return None, (_QUOTA,)
    try:
        return Look(profile).quota() or None, (_QUOTA,)
    except LacksError as problem:
        return None, problem.paths
