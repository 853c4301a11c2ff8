"""Ranks of a row: of what can be compared only, and never of amounts in several currencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kerja.comparison.tables.marks import CURRENCIES
from kerja.comparison.tables.row import CellMark
from kerja.indicators import Indicator, Reading, ranks

Marks = Mapping[str, tuple[CellMark, ...]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The ranks of a row by party; why one has none, or nobody."""

    ranks: Mapping[str, int]
    why: Mapping[str, tuple[str, ...]]
    why_not: str = ""


def ranked(indicator: Indicator, readings: Sequence[Reading], marks: Marks) -> Ranked:
    """Rank readings of one indicator as `kerja.indicators.ranks` does, their marks being known.

    Args:
        indicator: of all readings.
        readings: one for each party.
        marks: of the known ones, by the name of the party.
    """
    if indicator.direction == "context" or indicator.tier != 1:
        return Ranked({}, {}, ranks(indicator, ()).why_not)
    if any(mark.flaw == CURRENCIES for found in marks.values() for mark in found):
        return Ranked({}, {}, "the amounts are in different currencies")
    able = [one.about.name for one in readings if _is_able(one)]
    aside = _set_aside(able, marks)
    # What is left has no mark between: the figures behind need not be looked at again.
    bare = [replace(one, inputs=(), basis="profile", nature="") for one in readings
            if one.about.name not in aside]  # fmt: skip
    found = ranks(indicator, bare)
    why = {one.name: one.why for one in found.unranked}
    return Ranked({one.name: one.rank for one in found.places}, {**why, **aside}, found.why_not)


def _is_able(reading: Reading) -> bool:
    """True if nothing keeps a reading from a rank by itself."""
    return reading.value is not None and not any(mark.forbids_rank for mark in reading.marks)


def _set_aside(able: Sequence[str], marks: Marks) -> dict[str, tuple[str, ...]]:
    """Return who is left out so that the others can be compared, and why.

    Those with the most marks between go first, of several the last by name.
    """
    clashing = {name: _others(marks[name]).intersection(able) for name in able}
    aside: dict[str, tuple[str, ...]] = {}
    while clashing:
        worst = max(clashing, key=lambda name: (len(clashing[name]), name))
        others = clashing.pop(worst)
        if not others:
            break
        for other in others:
            clashing[other].remove(worst)
        aside[worst] = tuple(
            f"{other}: {mark.said}"
            for mark in marks[worst]
            for other in mark.against
            if other in others
        )
    return aside


def _others(marks: Iterable[CellMark]) -> set[str]:
    return {name for mark in marks for name in mark.against}
