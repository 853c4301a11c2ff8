"""How many persons the budget of a year pays for: the budget limit."""

from __future__ import annotations

from typing import NamedTuple

from kerja.feasibility.limit import Limit, Standing
from kerja.profile import Profile
from kerja.profile.currencies import own_number
from kerja.profile.packages import package

_LIFTS = "a larger appropriation, a smaller package, money from donors or a levy"
_FORMULA = "the most persons whose packages and administration the total pays for, less the reserve"
_AT_MOST = "total ÷ package"
_CURVE = "costs.administration"


class _Curve(NamedTuple):
    """Cost of administration, in the profile's currency; None where not known."""

    fixed_year: float | None
    step_people: float | None
    step_cost: float | None
    per_applicant: float | None
    per_recipient: float | None


def budget_limit(profile: Profile, applicants: float | None) -> Limit:
    """Return the limit that the budget sets.

    Args:
        profile: with `budget.total`, benefits and `costs.administration`.
        applicants: persons who apply in a year; None if not known.

    While the reserve or administration is not known, total ÷ package is more than the budget can
    pay for: an indication.
    """
    whole = package(profile).total
    total = own_number(profile.budget.total, profile)
    reserve = profile.budget.contingency_share
    kept = reserve.number if reserve is not None else None
    curve = _curve(profile)
    lacks = (
        *whole.lacks,
        *(("budget.total",) if total is None else ()),
        *(("budget.contingency_share",) if kept is None else ()),
        *_lacking(curve, applicants),
    )
    amounts = tuple(f"{part.path}.amount" for part in package(profile).parts)
    each = whole.at_least.number
    if total is None or whole.lacks or not each:
        lacking = lacks or ("programme.benefits",)
        return Limit("budget", Standing.UNKNOWN, None, _FORMULA, (), lacking, _LIFTS)
    if lacks or kept is None:
        return Limit(
            "budget", Standing.INDICATION, total / each, _AT_MOST, ("budget.total", *amounts),
            lacks, _LIFTS, note="at most: before a reserve and the cost of administration",
        )  # fmt: skip
    money = total * (1 - kept) - (curve.fixed_year or 0)
    money -= (curve.per_applicant or 0) * (applicants or 0)
    persons = _persons(money, each + (curve.per_recipient or 0), curve)
    named = ("budget.total", "budget.contingency_share", *(f"{_CURVE}.{n}" for n in _Curve._fields))
    return Limit("budget", Standing.KNOWN, persons, _FORMULA, (*named, *amounts), (), _LIFTS)


def _curve(profile: Profile) -> _Curve:
    given = profile.costs.administration
    people = given.step_people
    return _Curve(
        fixed_year=own_number(given.fixed_year, profile),
        step_people=people.number if people is not None else None,
        step_cost=own_number(given.step_cost, profile),
        per_applicant=own_number(given.per_applicant, profile),
        per_recipient=own_number(given.per_recipient, profile),
    )


def _lacking(curve: _Curve, applicants: float | None) -> tuple[str, ...]:
    """Name what is not known; what is multiplied by a cost of zero does not matter."""
    missing = {f"{_CURVE}.{name}" for name, number in curve._asdict().items() if number is None}
    if curve.step_cost == 0:
        missing.discard(f"{_CURVE}.step_people")
    if applicants is None and curve.per_applicant != 0:
        missing.add("programme.expected_applicants")
    return tuple(sorted(missing))


def _persons(money: float, each: float, curve: _Curve) -> float:
    """Return the most persons: F + step(Q) + u_a · A + (package + u_q) · Q within the money.

    A begun step of the office is paid in full, as in `administration_cost`.
    """
    step, cost = curve.step_people, curve.step_cost
    if money <= 0:
        return 0.0
    if not step or not cost:
        return money / each
    full = money // (cost + step * each)
    rest = money - full * (cost + step * each) - cost
    return full * step + min(max(0.0, rest / each), step)
