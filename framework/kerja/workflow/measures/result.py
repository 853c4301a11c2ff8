"""What is known of a workflow before anybody walks through it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kerja.workflow.measures.bounds import Bounds

Datum = Literal["share", "likeliest share", "days", "cost", "capacity"]


@dataclass(frozen=True, slots=True)
class Cost:
    """An amount in one currency (ISO 4217; "" for the profile's own)."""

    currency: str
    amount: Bounds


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one person can expect, from the point that the measures say.

    `certificate` and `payment` are the shares of persons who ever get a certificate, or money;
    None if no step gives it. `days` until they leave, without time spent in queues. `costs` of
    the steps done for them, by currency; none if no step says what it costs.
    """

    certificate: Bounds | None
    payment: Bounds | None
    days: Bounds
    costs: tuple[Cost, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What a step with a limit in a day can bear.

    `capacity_day` persons a day; `utilisation` its part in use, None without an intake;
    `largest_intake` applicants a day that keep it at its limit; `one_more` the applicants a day
    that one more person served in a day would let in.
    """

    capacity_day: float
    utilisation: Bounds | None
    largest_intake: Bounds
    one_more: Bounds


@dataclass(frozen=True, slots=True)
class StepMeasure:
    """`reach`: share of applicants who ever come to a step; `visits`: how often on average."""

    step: str
    reach: Bounds
    visits: Bounds
    load: Load | None = None


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """The longest way to an end that never goes back, and its days."""

    end: str
    days: Bounds
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A datum that would make the measures narrower, and the field of the profile to fill in."""

    field: str
    step: str
    datum: Datum


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of a workflow in closed form; see `measure`.

    Args:
        steps: in the order of the workflow.
        per_applicant: from the start.
        per_placed: from when a person was given a place, None if nobody is.
        cost_per_graduate: cost of all applicants over those who get a certificate.
        days_to_certificate: of those who get one, from the start until it is given; None if no
            step gives it.
        spread_days: standard deviation of the days per applicant, every step taking its likeliest
            time; None where something likeliest is not known.
        critical_paths: one for each end that can be reached.
        bottleneck: the step that limits the intake, "" if no capacity is known or it is open
            which of several.
        could_bind: all steps that may be the bottleneck.
        persons: persons on their way at a time; None without an intake, without all capacities, or
            where queues would grow without end.
        contradictions: steps whose shares cannot sum to one and count as unknown.
        at_least_forks: forks whose likeliest time is too low, as something is chosen in their ways.
        missing: what would make the measures narrower.
    """

    steps: tuple[StepMeasure, ...]
    per_applicant: Expectation
    per_placed: Expectation | None
    cost_per_graduate: tuple[Cost, ...]
    days_to_certificate: Bounds | None
    spread_days: float | None
    critical_paths: tuple[CriticalPath, ...]
    intake_day: float | None
    bottleneck: str
    could_bind: tuple[str, ...]
    persons: Bounds | None
    contradictions: tuple[str, ...]
    at_least_forks: tuple[str, ...]
    missing: tuple[Missing, ...]

    def __getitem__(self, step: str) -> StepMeasure:
        return next(found for found in self.steps if found.step == step)
