"""What it costs to run the programme at a given scale: the cost curve of `costs.administration`."""

from __future__ import annotations

import math

from kerja.profile.currencies import Amount, Reckoned, own_currency, own_number
from kerja.profile.profile import Profile

_PATH = "costs.administration"


def administration_cost(
    profile: Profile, *, recipients: float, applicants: float | None
) -> Reckoned:
    """Return F + step(Q) + u_a · applicants + u_q · recipients for one year.

    step(Q) is `step_cost` for each full or begun `step_people` recipients.

    Args:
        profile: holds the five figures in `costs.administration`.
        recipients: Q, persons in the year.
        applicants: persons who apply in the year; None if not known.

    >>> from kerja.profile import Profile
    >>> curve = {
    ...     "fixed_year": "KHR 2 billion", "step_people": 5_000, "step_cost": "KHR 60 million",
    ...     "per_applicant": "KHR 4_000", "per_recipient": "KHR 8_000",
    ... }
    >>> cambodia = Profile.model_validate(
    ...     {"country": {"currency": "KHR"}, "costs": {"administration": curve}}
    ... )
    >>> str(administration_cost(cambodia, recipients=12_000, applicants=50_000).amount)
    'KHR 2.476 billion'
    >>> administration_cost(cambodia, recipients=12_000, applicants=None).lacks
    ('programme.expected_applicants',)
    >>> administration_cost(Profile(), recipients=12_000, applicants=50_000).lacks
    ('costs.administration',)
    """
    curve = profile.costs.administration
    own = own_currency(profile)
    if not curve.model_fields_set:
        return Reckoned(Amount(0, own), (_PATH,))
    fixed = own_number(curve.fixed_year, profile)
    step = own_number(curve.step_cost, profile)
    people = (curve.step_people.number or None) if curve.step_people else None
    by_applicant = own_number(curve.per_applicant, profile)
    by_recipient = own_number(curve.per_recipient, profile)
    needed = {
        f"{_PATH}.fixed_year": fixed,
        f"{_PATH}.step_cost": step,
        f"{_PATH}.step_people": people if step != 0 else 1,
        f"{_PATH}.per_applicant": by_applicant,
        "programme.expected_applicants": applicants if by_applicant != 0 else 0,
        f"{_PATH}.per_recipient": by_recipient,
    }
    steps = math.ceil(recipients / people) if people else 0
    known = (
        (fixed or 0)
        + (step or 0) * steps
        + (by_applicant or 0) * (applicants or 0)
        + (by_recipient or 0) * recipients
    )
    lacks = tuple(path for path, number in needed.items() if number is None)
    return Reckoned(Amount(known, own), lacks)
