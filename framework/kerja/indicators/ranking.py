"""Ranking readings of one indicator: only where a rank says something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from kerja.indicators.indicator import Indicator
from kerja.indicators.mark import Mark
from kerja.indicators.marking import marks_between
from kerja.indicators.reading import Reading


@dataclass(frozen=True, slots=True)
class Place:
    """One rank; equal values share it and 1 is best."""

    rank: int
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Unranked:
    """Who has no rank, and why."""

    name: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The places of those that can be compared, the best first; then who cannot be, and why.

    `why_not` says why there is no ranking at all.
    """

    places: tuple[Place, ...] = ()
    unranked: tuple[Unranked, ...] = ()
    why_not: str = ""


def ranks(indicator: Indicator, readings: Sequence[Reading]) -> Ranking:
    """Rank readings of one indicator, each of another name.

    There is none of context, of the second tier, and of fewer than two that can be compared. A
    reading with a mark that forbids it has no rank; of readings that cannot be held against one
    another those with the most such pairs are left out, the last by name first.
    """
    if indicator.direction == "context":
        return Ranking(why_not="it is context: neither more nor less of it is better")
    if indicator.tier != 1:
        return Ranking(why_not="it is of the second tier, shown on demand")
    left_out = [Unranked(one.about.name, why) for one in readings if (why := _alone(one))]
    names = {one.name for one in left_out}
    kept = sorted(
        (one for one in readings if one.about.name not in names), key=lambda one: one.about.name
    )
    kept, dropped = _comparable(kept)
    unranked = tuple(sorted((*left_out, *dropped), key=lambda one: one.name))
    if len(kept) < 2:
        rest = tuple(Unranked(one.about.name, ("nobody to compare with",)) for one in kept)
        return Ranking((), (*unranked, *rest), "fewer than two can be compared")
    return Ranking(_places(indicator, kept), unranked)


def _alone(reading: Reading) -> tuple[str, ...]:
    """Return what keeps a reading from a rank whoever it stands beside."""
    if not reading.is_known:
        missing = ", ".join(lack.path for lack in reading.lacks)
        return (f"missing: {missing}" if missing else reading.note or "missing",)
    if reading.value is None:
        return ("only a range is known",)
    return tuple(mark.said for mark in reading.marks if mark.forbids_rank)


def _comparable(listed: Sequence[Reading]) -> tuple[list[Reading], list[Unranked]]:
    kept = list(listed)
    clashes: dict[str, dict[str, tuple[Mark, ...]]] = {one.about.name: {} for one in kept}
    for one, other in combinations(kept, 2):
        marks = marks_between(one, other)
        if marks:
            clashes[one.about.name][other.about.name] = marks
            clashes[other.about.name][one.about.name] = marks
    dropped: list[Unranked] = []
    while True:
        worst = max(
            kept, key=lambda one: (len(clashes[one.about.name]), one.about.name), default=None
        )
        if worst is None or not clashes[worst.about.name]:
            return kept, dropped
        found = clashes.pop(worst.about.name)
        why = dict.fromkeys(f"{name}: {m.said}" for name, marks in found.items() for m in marks)
        dropped.append(Unranked(worst.about.name, tuple(why)))
        kept.remove(worst)
        for others in clashes.values():
            others.pop(worst.about.name, None)


def _places(indicator: Indicator, kept: Sequence[Reading]) -> tuple[Place, ...]:
    sign = -1 if indicator.direction == "higher" else 1
    values = sorted((sign * (one.value or 0.0), one.about.name) for one in kept)
    numbers = [number for number, _ in values]
    return tuple(Place(numbers.index(number) + 1, name, sign * number) for number, name in values)
