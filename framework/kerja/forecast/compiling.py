"""From a blueprint to a scheme: everything that an engine needs, in numbers and positions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kerja.blueprint import Blueprint
from kerja.costing.phasing import undated
from kerja.errors import KerjaError
from kerja.forecast.benefits import benefits
from kerja.forecast.conditions import household, strata
from kerja.forecast.demand import arrivals, groups, uncounted
from kerja.forecast.durations import first_step
from kerja.forecast.inputs import Inputs
from kerja.forecast.office import office, office_payments
from kerja.forecast.scheme import Milestone, Payment, Rounds, Scheme
from kerja.forecast.steps import Terms, nodes
from kerja.forecast.timetable import rounds, timetable
from kerja.profile import Profile, range_of_assumption
from kerja.profile.currencies import own_currency
from kerja.workflow import Workflow

FREED_PLACE = "freed-place"
"""What a step `gives` that puts a place which was taken back in a later round."""


def compile_scheme(blueprint: Blueprint) -> Scheme:
    """Compile the adapted journey of a blueprint, with what its profile says of people and money.

    Raises:
        KerjaError: something without which there is no forecast is missing; the hint names it.
    """
    profile, workflow = blueprint.profile, blueprint.workflow
    if not len(workflow):
        raise KerjaError("a forecast needs a journey, and the profile has none", "extend a model")
    lacking = (*undated(profile), *uncounted(profile))
    if lacking:
        raise KerjaError(
            "there is no forecast without a first day and a number of applicants",
            f"fill in {' and '.join(lacking)}",
        )
    inputs = Inputs(profile)
    costs = office(profile, inputs)
    table = timetable(profile, inputs, costs=costs)
    coming = arrivals(profile, table.calendar.days, inputs)
    given = benefits(profile, workflow, inputs)
    held = Rounds()
    if any(step.kind == "draw" for step in workflow):
        package = given.package + costs.per_recipient
        held = rounds(profile, table, inputs, package=package)
        held = replace(held, freed_at=_freed_at(workflow))
        if held.quota is not None and not held.freed_at:
            inputs.assume("no place that is lost is offered again")
    terms = Terms(
        profile, workflow, inputs, held.quota is not None, _seats(profile, inputs, workflow)
    )
    compiled = nodes(terms)
    known = groups(profile, inputs)
    if held.days:
        held = replace(
            held, strata=strata(profile, known, inputs), household=household(profile, inputs)
        )
    return Scheme(
        nodes=compiled,
        arrivals=coming,
        calendar=table.calendar,
        rounds=held,
        payments=(*given.payments, *office_payments(workflow, costs)),
        milestones=milestones(workflow, given.payments),
        groups=known,
        inputs=inputs.listed,
        unknowns=inputs.unknowns,
        assumed=inputs.assumed,
        currency=own_currency(profile),
    )


def milestones(workflow: Workflow, payments: Iterable[Payment]) -> tuple[Milestone, ...]:
    """Return the stages of the funnel that a workflow has, in order."""
    listed = list(payments)
    ids = [step.id for step in workflow]
    named = {
        "eligible": [step.id for step in workflow if "eligible" in step.gives],
        "selected": [s.id for s in workflow if s.kind == "draw" or "selected" in s.gives],
        "started": [first_step(workflow, "purchase", "purchase_days")],
        "completed": [first_step(workflow, "completion", "completion_days")],
        "certified": [step.id for step in workflow if "certificate" in step.gives],
        "paid": [ids[payment.node] for payment in listed if payment.kind == "cash"],
        "surveyed": [ids[payment.node] for payment in listed if payment.kind == "survey"],
    }
    found = {
        name: tuple(sorted({ids.index(step) for step in steps if step}))
        for name, steps in named.items()
    }
    return tuple(Milestone(name, at) for name, at in found.items() if at)


def _freed_at(workflow: Workflow) -> tuple[int, ...]:
    """Return the positions of the steps that put a place which was taken back in a later round."""
    return tuple(at for at, step in enumerate(workflow) if FREED_PLACE in step.gives)


def _seats(profile: Profile, inputs: Inputs, workflow: Workflow) -> dict[str, int]:
    """Return the places in training that the programme may use at once, by step."""
    step = first_step(workflow, "completion", "completion_days")
    if not step:
        return {}
    seats = profile.training.seats
    free = range_of_assumption(profile.assumptions.free_places)
    if seats is None or seats.number is None or free is None:
        path = "training.seats" if seats is None or seats.number is None else (
            "assumptions.free_places"
        )  # fmt: skip
        inputs.miss(path, "places in training at one time", "there are enough")
        return {}
    share = free.mode if free.mode is not None else (free.low + free.high) / 2
    inputs.assume(f"{share:.0%} of the places in training are free (assumptions.free_places)")
    return {step: max(1, round(seats.number * share))}
