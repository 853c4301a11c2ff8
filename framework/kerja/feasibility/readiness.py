"""Readiness: fourteen dimensions, each with its level or unknown; no average and no index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kerja.adaptation.readings import readings
from kerja.feasibility import foundations, reach
from kerja.feasibility.dimension import Dimension, described
from kerja.feasibility.evidence import BUDGET_COVER, CHECKABLE, PLACE_COVER, Evidence
from kerja.feasibility.ladder import (
    Condition,
    Level,
    Rung,
    Rungs,
    caps,
    climb,
    lacking,
    moves,
    simple,
)
from kerja.profile import Profile

DIMENSIONS: tuple[Dimension, ...] = tuple(
    map(
        described,
        (
            foundations.legal_mandate,
            foundations.budget_cover,
            reach.identity_proof,
            reach.eligibility_registers,
            reach.payment_rails,
            reach.cash_out,
            reach.training_supply,
            reach.connectivity,
            reach.people_and_language,
            foundations.implementing_office,
            foundations.data_protection,
            reach.complaints,
            foundations.control_of_payments,
            foundations.continuity,
        ),
    )
)
"""The dimensions, in the order of the journey from law to handover."""

MEANINGS = ("stop", "adapt heavily", "adapt", "replicate as is")
"""What the levels R0 to R3 mean."""

_ANYTHING = (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Readiness:
    """Where a country stands on one dimension.

    `conditions` are all that the rungs ask, with what was found; `moves` what the next level still
    asks; `caps` what keeps the level from being higher whatever becomes known; `lacks` what would
    have to be known. `near` names the conditions within a tenth of a judged threshold.
    `alternatives` holds the level under each other measurement, by its name, where one differs.
    """

    dimension: Dimension
    level: Level
    conditions: tuple[Condition, ...]
    moves: Rung
    caps: Rung
    lacks: tuple[str, ...]
    near: Rung
    alternatives: Mapping[str, Level]

    @property
    def is_sensitive(self) -> bool:
        """True if measurements of one figure disagree about the level."""
        return bool(self.alternatives)

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The facts that were read, and those that are shown beside them."""
        read = (condition.path for condition in simple(self.conditions))
        return tuple(dict.fromkeys((*read, *self.dimension.beside)))


@dataclass(frozen=True, slots=True)
class Share:
    """A computed share that a dimension rests on; `ends` are equal where it is known exactly."""

    key: str
    ends: tuple[float, float]
    inputs: tuple[str, ...]
    lacks: tuple[str, ...]


def readiness(profile: Profile) -> tuple[Readiness, ...]:
    """Return where a country stands on each dimension, in the order of `DIMENSIONS`.

    A level is the highest whose conditions hold, all of them, with those of the levels below. What
    is not known leaves a lowest and a highest level. Values of the model are not known of the
    country.
    """
    others = [(reading.name, Evidence(reading.profile)) for reading in readings(profile)]
    facts = Evidence(profile)
    return tuple(_readiness(dimension, facts, others) for dimension in DIMENSIONS)


def bottlenecks(dimensions: Iterable[Readiness]) -> tuple[Readiness, ...]:
    """Return the dimensions, those first that cannot be high; the wholly unknown before R3."""
    return tuple(sorted(dimensions, key=lambda one: (one.level.high, one.level.low)))


def computed_shares(profile: Profile) -> Iterator[Share]:
    """Yield the shares that are computed for readiness, if anything is known of them."""
    facts = Evidence(profile)
    for key in (BUDGET_COVER, PLACE_COVER, CHECKABLE):
        cover = facts.cover(key)
        if cover.ends is not None and cover.ends != _ANYTHING:
            yield Share(key, cover.ends, cover.inputs, cover.lacks)


def _readiness(
    dimension: Dimension, facts: Evidence, others: Iterable[tuple[str, Evidence]]
) -> Readiness:
    rungs: Rungs = dimension.function(facts)
    level = climb(rungs)
    everything = tuple(dict.fromkeys(condition for rung in rungs for condition in rung))
    computed = any(condition.path.startswith("readiness.") for condition in simple(everything))
    read = {condition.path for condition in simple(everything)}
    answers = {
        name: climb(dimension.function(other))
        for name, other in others
        if computed or name.partition("[")[0] in read
    }
    disputed = {name.partition("[")[0] for name, answer in answers.items() if answer != level}
    return Readiness(
        dimension=dimension,
        level=level,
        conditions=everything,
        moves=moves(rungs, level),
        caps=caps(rungs, level),
        lacks=lacking(rungs, level),
        near=tuple(condition for condition in simple(everything) if condition.is_near),
        alternatives={n: a for n, a in answers.items() if n.partition("[")[0] in disputed},
    )
