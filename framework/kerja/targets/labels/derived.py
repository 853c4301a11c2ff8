"""Labels that follow from what the code knows: limits, rules, steps, states, fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from kerja.adaptation import (
    Gate,
    Likeness,
    Outcome,
    all_rules,
    data_to_obtain,
    decide,
    service_steps,
    steps,
)
from kerja.adaptation.wording import words
from kerja.costing import cost
from kerja.feasibility import (
    DIMENSIONS,
    MEANINGS,
    PHASES,
    Asks,
    Standing,
    binding,
    checklist,
    readiness,
)
from kerja.feasibility.asking import ASKED, PROGRAMME_OFFICE, PUBLISHED
from kerja.feasibility.credible import REASONS, SPANS
from kerja.feasibility.ladder import simple
from kerja.feasibility.lifting import UNITS
from kerja.findings import Severity
from kerja.profile import Count, Knowledge, Money, Number, Profile, Rate, Share
from kerja.profile.budget import Payer, Stage
from kerja.profile.facts import Confidence, Definition, Status
from kerja.profile.programme import Benefit, Programme
from kerja.profile.reading import read_profile
from kerja.profile.shapes import shapes
from kerja.resources import shipped
from kerja.source import locate, shipped_names
from kerja.targets.answer import DECIDES, PAYS, TOGETHER
from kerja.targets.views.obtaining import SAID
from kerja.workflow import Step, build_workflow

DECIDED = (
    DECIDES,
    TOGETHER,
    PAYS,
    *SAID,
    *UNITS,
    *REASONS,
    *(span.reason for span in SPANS.values()),
)
"""What is said of missing data that would change the answer, and of what would lift a limit."""

_MOST_OPTIONS = 6
_LACKED_LATER = (
    "programme.ends",
    "assumptions.demand_year",
    "assumptions.purchase",
    "assumptions.completion",
    "assumptions.paid",
    "assumptions.onboarding",
    "migration.returnees.recognition_of_prior_learning",
    "programme.training_days",
    "training.cycles_year",
)
"""Fields that are lacking only where others are known."""


def holders() -> Iterator[str]:
    """Yield who can be asked for data, and where such data are published."""
    yield from ASKED.values()
    yield from PUBLISHED.values()
    yield from (rule.owner for rule in all_rules() if rule.owner)
    yield PROGRAMME_OFFICE


def limits() -> Iterator[str]:
    """Yield the names of the limits."""
    yield from (limit.name for limit in binding(Profile()).limits)


def cost_lines() -> Iterator[str]:
    """Yield lines of cost, who may pay them, the stretches of a round, and what all of it lacks."""
    costed = cost(Profile())
    yield from (line.title for line in costed.lines)
    yield from get_args(Payer)
    yield from (lag.name for lag in costed.phasing.lags.listed)
    yield from (words(path) for line in costed.lines for path in line.lacks)
    yield words("budget.price_basis")


def listings() -> Iterator[str]:
    """Yield the sentences that name limits or options, for one of them and for every number more.

    More options than these are listed in English.
    """
    for most in range(1, len(tuple(limits())) + 1):
        listed = ", ".join(f"{{limit{n}}}" for n in range(most))
        yield f"Unknown, and able to change the answer: {listed}."
    for most in range(1, _MOST_OPTIONS + 1):
        listed = ", ".join(f"{{places{n}}} ({{title{n}}})" for n in range(most))
        yield f"The options ask for these places a year: {listed}."


def states() -> Iterator[str]:
    """Yield the states of limits, rules, conditions, programmes, money and figures."""
    for enumeration in (Standing, Likeness, Outcome, Gate, Knowledge, Severity):
        yield from (state.value for state in enumeration)
    yield from shapes(Programme)["status"].words
    for states in (Status, Confidence, Definition, Stage):
        yield from get_args(states)
    yield from (figure.kind for figure in (Count, Share, Rate, Number, Money))


def figures() -> Iterator[str]:
    """Yield in words what a profile that says nothing has to obtain, and what others lack."""
    nothing = Profile()
    lacking = [(limit.name, limit.lacks) for limit in binding(nothing).limits]
    for gap in data_to_obtain(nothing, decide(nothing, all_rules()), lacking):
        yield words(gap.path)
    yield from (words(path) for path in _LACKED_LATER)
    for purpose in shapes(Benefit)["purpose"].words:
        yield from (
            words(f"programme.benefits[{purpose}].{part}") for part in ("amount", "at_most")
        )


def benefits() -> Iterator[str]:
    """Yield what benefits are for, how often they are paid, and to whom."""
    yield from shapes(Benefit)["purpose"].words
    yield from (f"every {period}" for period in shapes(Benefit)["every"].words if period != "once")
    yield from shapes(Benefit)["paid_to"].words


def journey() -> Iterator[str]:
    """Yield steps, proofs and outcomes of the shipped journeys and of what rules bring in."""
    folders = (shipped("country_profiles"),)
    named = (*vars(steps).values(), *vars(service_steps).values())
    known: list[Step] = [step for step in named if isinstance(step, Step)]
    for name in shipped_names(folders):
        profile, _, _ = read_profile(locate(name, folders=folders), folders=folders)
        known += build_workflow(profile)
    yield from (step.name for step in known)
    yield from (proof for step in known for proof in (*step.needs, *step.gives))
    yield from (way.when for step in known for way in step.ways if way.when)


def levels() -> Iterator[str]:
    """Yield dimensions, phases, what levels ask, and the facts that they rest on."""
    yield from (dimension.title for dimension in DIMENSIONS)
    yield from MEANINGS
    yield from PHASES.values()
    yield from (asks.value for asks in Asks if asks not in (Asks.EITHER, Asks.WORD, Asks.SHOWN))
    nothing = Profile()
    asked = [c for one in readiness(nothing) for c in simple(one.conditions)]
    yield from (word for c in asked if isinstance(c.wanted, tuple) and "." not in c.wanted[0]
                for word in c.wanted)  # fmt: skip
    asked += [c for score in checklist(nothing).scores for c in simple(score.conditions)]
    yield from (words(path) for c in asked for path in (c.path, *c.lacks))
    yield from (words(path) for dimension in DIMENSIONS for path in dimension.beside)


def sections() -> Iterator[str]:
    """Yield the sections of a profile."""
    yield from (words(name) for name, shape in shapes(Profile).items() if shape.model is not None)
