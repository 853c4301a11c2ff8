"""What running the programme costs: what no round may promise, and what comes with each person."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from kerja.forecast.inputs import Inputs
from kerja.forecast.scheme import CASH_AT_LEAST, Payment
from kerja.profile import Profile
from kerja.profile.currencies import own_number
from kerja.profile.packages import yearly_quota
from kerja.workflow import Workflow

_CURVE = "costs.administration"


@dataclass(frozen=True, slots=True)
class Office:
    """The cost curve of administration, in the profile's currency; what is not known is 0.

    `year` is the fixed cost of a year with its steps; it leaves through no round.
    """

    year: float = 0.0
    per_applicant: float = 0.0
    per_recipient: float = 0.0


def office(profile: Profile, inputs: Inputs) -> Office:
    """Return what the office costs; what is not known of it is noted.

    The steps of the curve are those of the places of a year, if their number is known.
    """
    curve = profile.costs.administration
    if not curve.model_fields_set:
        inputs.miss(_CURVE, "what running the programme costs", f"left out; {CASH_AT_LEAST}")
        return Office()
    figures = {
        name: own_number(getattr(curve, name), profile)
        for name in ("fixed_year", "step_cost", "per_applicant", "per_recipient")
    }
    for name, number in figures.items():
        if number is None:
            inputs.miss(
                f"{_CURVE}.{name}", "a part of what the office costs", f"left out; {CASH_AT_LEAST}"
            )
    each = curve.step_people.number if curve.step_people is not None else None
    places = yearly_quota(profile)
    steps = math.ceil(places / each) if places and each else 0
    return Office(
        (figures["fixed_year"] or 0.0) + steps * (figures["step_cost"] or 0.0),
        figures["per_applicant"] or 0.0,
        figures["per_recipient"] or 0.0,
    )


def kept_back(profile: Profile, ceiling: float, found: Office, inputs: Inputs) -> float:
    """Return the money of a fiscal year that no round may promise: the reserve, and the office."""
    share = profile.budget.contingency_share
    reserve = ceiling * share.number if share is not None and share.number else 0.0
    if reserve:
        inputs.assume("no round is given money of the reserve (budget.contingency_share)")
    if found.year:
        inputs.assume("no round is given what the office costs a year (costs.administration)")
    return min(ceiling, reserve + found.year)


def office_payments(workflow: Workflow, found: Office) -> Iterable[Payment]:
    """Return what the office pays for each person: when they apply, and when they get a place."""
    if found.per_applicant:
        yield Payment(0, found.per_applicant, "steps", benefit="office")
    places = [at for at, step in enumerate(workflow) if step.kind == "draw"] or [
        at for at, step in enumerate(workflow) if "selected" in step.gives
    ]
    if found.per_recipient and places:
        yield Payment(places[0], found.per_recipient, "steps", benefit="office")
