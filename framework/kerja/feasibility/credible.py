"""The values that a missing datum may have: from the lowest to the highest credible one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from kerja.adaptation.looking import at
from kerja.feasibility.filling import Value, number, shape_at
from kerja.profile import (
    Assumption,
    Count,
    Figure,
    Money,
    Number,
    Profile,
    Range,
    Rate,
    Share,
    YesNo,
    range_of_assumption,
)
from kerja.profile.currencies import own_number
from kerja.profile.packages import package
from kerja.profile.quantities import Quantity
from kerja.profile.shapes import Shape


@dataclass(frozen=True, slots=True)
class Credible:
    """The values in which a datum is tried, and why not others.

    `unit` is "count", "share", "rate", "number", "money", or "" for what is no number.
    """

    values: tuple[Value, ...]
    unit: str
    reason: str

    @property
    def ends(self) -> tuple[float, float] | None:
        """The lowest and the highest value; None for what is no number."""
        numbers = [value.number for value in self.values if isinstance(value, Quantity)]
        return (min(numbers), max(numbers)) if numbers else None


@dataclass(frozen=True, slots=True)
class Scale:
    """By what a span is measured: persons of a year, and why so many."""

    persons: float
    reason: str


OPEN_TARGET = "no limit is known: from none to the announced target"
OPEN_ADULTS = "no limit is known: from none to all adults"
OPEN_PEOPLE = "no limit is known: from none to the whole population"
OPEN = "neither a limit nor a number of people is known: from none to a million"
AROUND = "from none to twice what the known limits allow"

ROUND = "from none to the part of one round in the persons of a year that are tried"

SHARE = "a share: from none to all"
EITHER = "yes or no"
WORD = "each word that the field may hold"
CHANNELS = "from none to five ways"
STATED = "the lowest and the highest value that the profile states"
THRESHOLD = "from none to three times the threshold that a rule asks"
PACKAGES = "from none to what the package costs for twice as many people"
PACKAGE = "from none to as much as the known part of the package"
SPENDING = "from none to all that the government spends in a year"

REASONS = (
    OPEN_TARGET, OPEN_ADULTS, OPEN_PEOPLE, OPEN, AROUND, ROUND, SHARE, EITHER, WORD, CHANNELS,
    STATED, THRESHOLD, PACKAGES, PACKAGE, SPENDING,
)  # fmt: skip
"""Why a range is as it is; those of single fields stand in `SPANS`."""


class Span(NamedTuple):
    """The ends of one field's range, in its own unit, and the reason."""

    low: float
    high: float
    reason: str


SPANS = {
    "economy.inflation": Span(-0.02, 0.5, "from slightly falling prices to a rise by half"),
    "economy.policy_rate": Span(0.0, 0.5, "from none to a half of the sum"),
    "institutions.months_to_election": Span(0, 72, "from now to a term of six years"),
    "institutions.staff": Span(1, 1_000, "from one person to a thousand"),
    "programme.batches.per_year": Span(1, 52, "from one round a year to one a week"),
    "programme.deadlines.purchase_days": Span(1, 120, "from one day to four months"),
    "programme.training_days": Span(1, 365, "from one day to a year"),
    "registry.social_registry_age_months": Span(0, 120, "from just renewed to ten years old"),
    "training.accredited_providers": Span(0, 200, "from none to as many as Prakerja had in 2022"),
    "training.cycles_year": Span(1, 12, "from one course a year to one a month"),
    "wallets.agents_per_100k_adults": Span(0, 1_000, "from none to one for a hundred adults"),
    "wallets.integratable": Span(0, 10, "from none to ten providers"),
    "wallets.min_age": Span(0, 25, "from birth to 25 years"),
}
"""Fields whose range follows from what they are."""

_STEPS = 6
_MANY = 1_000_000
_TWICE = 2


def scale(profile: Profile, persons: float | None) -> Scale:
    """Return by what counts of persons are measured.

    Args:
        profile: with a target or a number of adults.
        persons: what the known limits allow; None if no limit is known.
    """
    if persons:
        return Scale(_TWICE * persons, AROUND)
    target = profile.programme.target.people
    if target is not None and target.number:
        return Scale(float(target.number), OPEN_TARGET)
    adults = profile.population.adults_15plus
    if adults is not None and adults.number:
        return Scale(float(adults.number), OPEN_ADULTS)
    everybody = profile.population.total
    if everybody is not None and everybody.number:
        return Scale(float(everybody.number), OPEN_PEOPLE)
    return Scale(_MANY, OPEN)


def credible(
    path: str, profile: Profile, measure: Scale, *, thresholds: Callable[[], tuple[float, ...]]
) -> Credible | None:
    """Return the values in which a missing datum is tried; None if it is not one datum.

    Args:
        path: dotted path of the datum.
        profile: the country's profile.
        measure: the persons that a span is measured by.
        thresholds: what the rules that read it hold it against, asked only where needed.
    """
    shape = shape_at(profile, path)
    if shape is None or shape.holder != "one":
        return None
    return _stated(path, profile) or _of_kind(path, profile, shape) or _of_span(
        path, profile, measure, thresholds
    )  # fmt: skip


def _stated(path: str, profile: Profile) -> Credible | None:
    """Return what the profile itself says of the ends."""
    fact = at(profile, path)
    found: Range | None = None
    if isinstance(fact, Assumption):
        found = range_of_assumption(fact)
    elif isinstance(fact, Figure) and fact.chosen.low and fact.chosen.high:
        found = Range(float(fact.chosen.low.number), None, float(fact.chosen.high.number))
    if found is None:
        return None
    unit = fact.kind if isinstance(fact, Figure) else "number"
    return Credible(_spread(found.low, found.high), unit, STATED)


def _of_kind(path: str, profile: Profile, shape: Shape) -> Credible | None:
    """Return the range of what can be anything of its kind."""
    model = shape.model
    if shape.words:
        return Credible(shape.words, "", WORD)
    if model is YesNo:
        return Credible((True, False), "", EITHER)
    if path == "grievance.channels":
        return Credible(tuple(tuple("abcde"[:n]) for n in range(6)), "", CHANNELS)
    above, _, name = path.rpartition(".")
    whole = shape_at(profile, above) if name in ("men", "women") else shape
    if path == "assumptions.onboarding" or (whole is not None and whole.model is Share):
        return Credible(_spread(0.0, 1.0), "share", SHARE)
    return None


def _of_span(
    path: str, profile: Profile, measure: Scale, thresholds: Callable[[], tuple[float, ...]]
) -> Credible | None:
    shape = shape_at(profile, path)
    model = shape.model if shape is not None else None
    if model is None or not issubclass(model, Count | Number | Rate | Money | Assumption):
        return None
    unit = model.kind if issubclass(model, Figure) else "number"
    if (span := SPANS.get(path)) is not None:
        return Credible(_spread(span.low, span.high, whole=model is Count), unit, span.reason)
    if issubclass(model, Money):
        return _of_money(path, profile, measure) or _around(unit, thresholds())
    if path == "programme.batches.quota":
        return Credible(_spread(0.0, _of_a_round(profile, measure), whole=True), "count", ROUND)
    if path in _OF_PERSONS:
        return Credible(_spread(0.0, measure.persons, whole=True), "count", measure.reason)
    return _around(unit, thresholds())


_OF_PERSONS = frozenset({
    "assumptions.demand_year", "costs.administration.step_people", "programme.expected_applicants",
    "programme.quota.people", "training.enrolled",
    "training.seats", "training.seats_year", "labour_force.labour_force",
})  # fmt: skip


def _of_a_round(profile: Profile, measure: Scale) -> float:
    rounds = profile.programme.batches.per_year
    known = rounds.number if rounds is not None else None
    return measure.persons / (known or SPANS["programme.batches.per_year"].high)


def _of_money(path: str, profile: Profile, measure: Scale) -> Credible | None:
    each = package(profile).total.at_least.number
    whole = each * measure.persons
    if path == "budget.total" or path.startswith("costs.administration.fixed"):
        spent = own_number(profile.economy.government_spending, profile)
        if whole:
            return Credible(_spread(0.0, whole), "money", PACKAGES)
        return Credible(_spread(0.0, spent), "money", SPENDING) if spent else None
    if path.startswith(("costs.", "programme.benefits[")) and each:
        return Credible(_spread(0.0, each), "money", PACKAGE)
    return None


def _around(unit: str, thresholds: tuple[float, ...]) -> Credible | None:
    """Return a span around what rules hold a figure against."""
    top = 3 * max(thresholds, default=0.0)
    return Credible(_spread(0.0, top), unit, THRESHOLD) if top else None


def _spread(low: float, high: float, *, whole: bool = False) -> tuple[Quantity, ...]:
    """Return values from low to high in even steps, both ends among them."""
    values = [low + (high - low) * step / _STEPS for step in range(_STEPS + 1)]
    rounded = [float(round(value)) for value in values] if whole else values
    return tuple(number(value) for value in dict.fromkeys(rounded))


def text_of(value: Value) -> str:
    """Write a value as a profile would."""
    if isinstance(value, Quantity):
        return value.written
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else ", ".join(value)
