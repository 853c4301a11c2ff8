"""Results of a programme as a forecast has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kerja.costing.cases import point
from kerja.indicators.outcome import Outcome
from kerja.indicators.subject import Subject
from kerja.indicators.term import Term

if TYPE_CHECKING:
    from kerja.forecast import Forecast

_BENEFITS = ("training", "cash", "survey")


def foreseen(outcome: Outcome, subject: Subject) -> Term:
    """Return a result as the forecast of the subject has it; without one there is none."""
    if not outcome.stage and outcome.name not in _FORESEEN:
        return Term(why_not="a forecast does not say it")
    if subject.forecast is None:
        return Term(why_not="no forecast was handed in")
    number = _FORESEEN.get(outcome.name, _stage)(outcome, subject.forecast, subject)
    if number is None:
        return Term(why_not="the forecast does not say it")
    return Term(point(number), source="forecast")


def _stage(outcome: Outcome, forecast: Forecast, _: Subject) -> float | None:
    return {stage.name: stage.people for stage in forecast.stages}.get(outcome.stage)


def _group(name: str) -> Callable[[Outcome, Forecast, Subject], float | None]:
    def share(_: Outcome, forecast: Forecast, __: Subject) -> float | None:
        stages = {stage.name: stage for stage in forecast.stages}
        started = stages.get("started")
        if started is None or not started.people:
            return None
        people = dict(started.groups).get(name)
        return people / started.people if people is not None else None

    return share


def _visits(named: str, counted: str) -> Callable[[Outcome, Forecast, Subject], float | None]:
    """Count visits of a step, or of all payments to persons."""

    def count(_: Outcome, forecast: Forecast, subject: Subject) -> float | None:
        steps = [
            step.id
            for step in subject.blueprint.workflow
            if named in (step.id, step.kind) and step.pays != "provider"
        ]
        return _mean(forecast, steps, counted)

    return count


def _mean(forecast: Forecast, steps: list[str], counted: str) -> float | None:
    at = [forecast.scheme.positions[step] for step in steps if step in forecast.scheme.positions]
    if not at:
        return None
    sums = [sum(float(getattr(run, counted)[one]) for one in at) for run in forecast.runs]
    return sum(sums) / len(sums)


def _benefits_foreseen(_: Outcome, forecast: Forecast, __: Subject) -> float | None:
    sums = forecast.cash_between(0, forecast.scheme.calendar.days)
    return sum(sums[kind] for kind in _BENEFITS)


_FORESEEN: dict[str, Callable[[Outcome, Forecast, Subject], float | None]] = {
    "sim.women": _group("women"),
    "sim.rural": _group("rural"),
    "sim.attempts": _visits("payment", "reached"),
    "sim.paid_at_once": _visits("payment", "usual"),
    "sim.complaints": _visits("grievance", "reached"),
    "sim.benefits_paid": _benefits_foreseen,
}
"""Not among them: costs, which follow the cost lines; and what a forecast counts by visits where
persons are meant, as those verified."""
