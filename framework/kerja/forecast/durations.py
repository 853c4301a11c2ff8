"""How long each step lasts: as the profile says, as a stretch of a round says, or not known."""

from __future__ import annotations

from collections.abc import Mapping

from kerja.costing.lags import Lag, lags
from kerja.forecast.inputs import Inputs
from kerja.forecast.scheme import Law, Slot
from kerja.profile import Profile, Range
from kerja.workflow import Step, Workflow

_TIMELESS = ("start", "decision", "draw", "fork", "join", "end")
"""Kinds of step that take no time of their own."""


class Durations:
    """The laws of a workflow's steps.

    What a figure gives as a span is spread over persons; what is assumed is one value for all in
    each world.
    """

    def __init__(self, workflow: Workflow, profile: Profile, inputs: Inputs) -> None:
        self._inputs = inputs
        stretches = {lag.name: lag for lag in lags(profile).listed}
        self._lags = {
            step: stretches[name] for name, step in _stretches(workflow).items() if step
        }  # fmt: skip

    def law(self, step: Step) -> Law:
        """Return how long a step lasts, and list it if that is not known."""
        if step.service_days is not None:
            return spread(step.service_days)
        if step.kind in _TIMELESS:
            return Law()
        if step.id in self._lags and not (step.deadline and step.deadline.days):
            found = self._of_lag(self._lags[step.id])
            if found is not None:
                return found
        path = f"workflow.steps[{step.id}].service_days"
        if step.deadline is not None and step.deadline.days:
            what = f"days that people take to: {step.name}"
            ends = Range(0.0, None, step.deadline.days)
            return Law(a=self._inputs.take_unknown(path, ends, unit="days", what=what))
        self._inputs.miss(
            path, f"days that it takes to: {step.name}", "counted as no time; waits are at least"
        )
        return Law()

    def is_known(self, law: Law) -> bool:
        """Tell whether a law rests on something that somebody said."""
        return not any(
            isinstance(part, Slot) and self._inputs.listed[part.index].is_unknown
            for part in (law.a, law.b, law.c)
        )

    def _of_lag(self, lag: Lag) -> Law | None:
        if lag.days is None:
            return None
        ends = Range(lag.days.low, lag.days.base, lag.days.high)
        if not lag.assumed:
            return spread(ends)
        return Law(a=self._inputs.take(lag.path, ends, unit="days"))


def spread(ends: Range) -> Law:
    """Return the law of a time that differs from person to person between two ends.

    >>> spread(Range(4, 6, 6)).name, spread(Range(1, None, 2)).name, spread(Range(3, 3, 3)).a
    ('pert', 'uniform', 3)
    """
    if ends.is_point:
        return Law(a=ends.low)
    if ends.mode is None:
        return Law("uniform", ends.low, ends.high)
    return Law("pert", ends.low, ends.mode, ends.high)


def _stretches(workflow: Workflow) -> Mapping[str, str]:
    """Return the step that each stretch of a round belongs to, "" for none."""
    steps = list(workflow)
    after_draw = [step.ways[0].to for step in steps if step.kind == "draw" and step.ways]
    return {
        "selection": next(iter(after_draw), ""),
        "purchase": first_step(workflow, "purchase", "purchase_days"),
        "training": first_step(workflow, "completion", "completion_days"),
        "certificate": next((step.id for step in steps if "certificate" in step.gives), ""),
        "payment": next((step.id for step in steps if step.pays_person), ""),
    }


def first_step(workflow: Workflow, share: str, deadline: str) -> str:
    """Return the step whose usual way has a share of assumptions, or that has a deadline; or ""."""
    for step in workflow:
        if step.usual is not None and step.usual.share_of == share:
            return step.id
    return next((s.id for s in workflow if s.deadline and s.deadline.field == deadline), "")
