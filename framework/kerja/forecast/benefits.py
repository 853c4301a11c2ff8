"""Which benefit is paid at which step, and what a place commits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kerja.costing.lags import MONTH
from kerja.forecast.inputs import Inputs
from kerja.forecast.scheme import CASH_AT_LEAST, Kind, Payment
from kerja.profile import Profile
from kerja.profile.packages import Part, package
from kerja.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Benefits:
    """Payments by step; those whose amount is not known are 0 and listed among the unknown."""

    payments: tuple[Payment, ...]
    package: float


def benefits(profile: Profile, workflow: Workflow, inputs: Inputs) -> Benefits:
    """Return what is paid at which step.

    A benefit is paid at the first step after `after` that pays a person; where other ways lead to
    other steps that pay, at whichever a person comes to. A course is paid at the step that pays
    providers, or else at that which certifies. Payments of every month follow one another by 30
    days; each survey is paid at the next such step.
    """
    found = package(profile)
    after = {benefit.id: benefit.after for benefit in profile.programme.benefits.items}
    if found.lacks:
        inputs.miss("programme.benefits", "what a participant gets", "no benefit is paid")
    positions = {step.id: position for position, step in enumerate(workflow)}
    payments: list[Payment] = []
    for part in found.parts:
        for lack in part.total.lacks:
            inputs.miss(lack, f"what {part.id} costs for one person", CASH_AT_LEAST)
        levels = _levels(part, after.get(part.id), workflow)
        if not levels:
            inputs.miss(f"{part.path}.after", f"the step at which {part.id} is paid", "not paid")
        payments += (
            Payment(positions[step], amount, _kind(part), delay, part.id)
            for steps, amount, delay in _paid(part, levels)
            for step in steps
        )
    return Benefits(tuple(payments), sum(part.total.at_least.number for part in found.parts))


def _kind(part: Part) -> Kind:
    if part.kind in ("voucher", "free-place"):
        return "training"
    return "survey" if part.purpose == "survey" else "cash"


def _levels(part: Part, after: str | None, workflow: Workflow) -> list[tuple[str, ...]]:
    """Return the steps at which a benefit may be paid: those of the first payment, of the second…

    Of the steps of one payment a person comes to one.
    """
    if _kind(part) == "training":
        provider = tuple(step.id for step in workflow if step.pays == "provider")
        certificate = tuple(step.id for step in workflow if "certificate" in step.gives)
        return [found[:1] for found in (provider, certificate) if found][:1]
    found: list[tuple[str, ...]] = []
    starts: tuple[str, ...] = (after,) if after and after in workflow else (workflow.start,)
    while True:
        starts = _first_paying(starts, workflow, beyond=found)
        if not starts:
            break
        found.append(starts)
    if _kind(part) == "survey":
        return found[1:] if not after and len(found) > 1 else found
    return found[:1]


def _first_paying(
    starts: tuple[str, ...], workflow: Workflow, *, beyond: list[tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the first steps that pay a person on every way from some steps on.

    Those of an earlier payment are gone beyond on their usual way alone: whoever takes another was
    not paid there.
    """
    passed = {step for steps in beyond for step in steps}
    seen: set[str] = set()
    found: list[str] = []
    waiting = list(starts)
    while waiting:
        step = workflow.get(waiting.pop(0))
        if step is None or step.id in seen:
            continue
        seen.add(step.id)
        if not step.pays_person:
            waiting += step.targets
        elif step.id in passed:
            waiting += [step.ways[0].to] if step.id in starts and step.ways else []
        else:
            found.append(step.id)
            waiting += step.targets[1:]
    return tuple(step.id for step in workflow if step.id in found)


def _paid(
    part: Part, levels: list[tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], float, float]]:
    """Yield steps, amount and delay in days of each payment."""
    amount, number = part.payment.at_least.number, part.payments or 1
    if not levels:
        return
    if part.every == "survey":
        for position in range(number):
            yield levels[min(position, len(levels) - 1)], amount, 0.0
    elif part.every == "month":
        for position in range(number):
            yield levels[0], amount, float(MONTH * position)
    else:
        yield levels[0], amount * number, 0.0
