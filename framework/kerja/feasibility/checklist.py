"""The checklist of the delivery chain by phase, and the generation of payments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kerja.feasibility import (
    items_assess,
    items_enrol,
    items_manage,
    items_payment,
    items_training,
)
from kerja.feasibility.evidence import Evidence
from kerja.feasibility.item import Item
from kerja.feasibility.ladder import TOP, Condition, Level, Rung, caps, climb, lacking, moves
from kerja.profile import Profile

ITEMS: tuple[Item, ...] = (
    *items_assess.ITEMS,
    *items_enrol.ITEMS,
    *items_payment.ITEMS,
    *items_training.ITEMS,
    *items_manage.ITEMS,
)
"""All items, in the order of the delivery chain."""

PHASES: Mapping[str, str] = {
    "assess": "Assess",
    "enrol": "Enrol",
    "pay": "Provide: payment",
    "train": "Provide: training",
    "manage": "Manage",
    "support": "What holds it up",
}
"""Phases of the chain by name, in order."""

_CHOICE = "P1"
_FULL = ("P1", "P2", "P3", "P6", "P9", "M3")
_FULL_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Score:
    """Where a country stands on one item; `moves`, `caps` and `lacks` as in `Readiness`."""

    item: Item
    level: Level
    conditions: tuple[Condition, ...]
    moves: Rung
    caps: Rung
    lacks: tuple[str, ...]

    @property
    def next(self) -> str:
        """What the next level is, in words; empty at the top."""
        return "" if self.level.low == TOP else self.item.levels[self.level.low + 1]


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase with its items. There is no mean: a chain is as strong as its weakest link."""

    name: str
    title: str
    scores: tuple[Score, ...]

    @property
    def lowest(self) -> tuple[Score, ...]:
        """The items that certainly hold the phase lowest; none if nothing bounds it."""
        bound = min(score.level.high for score in self.scores)
        if bound == TOP and any(score.level.known is None for score in self.scores):
            return ()
        return tuple(score for score in self.scores if score.level.high == bound)

    @property
    def unknown(self) -> tuple[Score, ...]:
        """The items whose level is not known."""
        return tuple(score for score in self.scores if score.level.known is None)


@dataclass(frozen=True, slots=True)
class Grade:
    """The generation of payments on CGAP's ladder: 1.0 cash, 2.0 one channel, 3.0 choice.

    `low` and `high` are the lowest and the highest that are possible; `missing` are the items that
    keep it from the next, or leave it unknown.
    """

    low: str
    high: str
    missing: tuple[Score, ...]

    @property
    def known(self) -> str | None:
        """The grade, if nothing that is missing can change it."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The phases and the generation of payments."""

    phases: tuple[Phase, ...]
    grade: Grade

    @property
    def scores(self) -> tuple[Score, ...]:
        """All items."""
        return tuple(score for phase in self.phases for score in phase.scores)


def checklist(profile: Profile) -> Checklist:
    """Score each item from the facts. No evidence is unknown and never 0."""
    facts = Evidence(profile)
    scores = [_score(item, facts) for item in ITEMS]
    phases = tuple(
        Phase(name, title, tuple(score for score in scores if score.item.phase == name))
        for name, title in PHASES.items()
    )
    return Checklist(phases, _grade({score.item.id: score for score in scores}))


def _score(item: Item, facts: Evidence) -> Score:
    rungs = item.rungs(facts)
    level = climb(rungs)
    return Score(
        item=item,
        level=level,
        conditions=tuple(dict.fromkeys(condition for rung in rungs for condition in rung)),
        moves=moves(rungs, level),
        caps=caps(rungs, level),
        lacks=lacking(rungs, level),
    )


def _grade(scores: Mapping[str, Score]) -> Grade:
    choice = scores[_CHOICE]
    full = tuple(scores[name] for name in _FULL)
    low = high = "1.0"
    if choice.level.low >= 1:
        low = "2.0"
    if choice.level.high >= 1:
        high = "2.0"
    if all(score.level.low >= _FULL_LEVEL for score in full):
        low = "3.0"
    if all(score.level.high >= _FULL_LEVEL for score in full):
        high = "3.0"
    if low == "1.0":
        return Grade(low, high, (choice,))
    return Grade(low, high, tuple(s for s in full if s.level.low < _FULL_LEVEL))
