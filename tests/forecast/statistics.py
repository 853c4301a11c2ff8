"""The statistics on which an engine and the oracle are compared, and how far they lie apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from tests.forecast.oracle import Seen, simulate

from kerja.forecast.draws import Luck
from kerja.forecast.individual import run
from kerja.forecast.results import Run
from kerja.forecast.scheme import KINDS, Scheme
from kerja.forecast.world import base_values, settle

Floats = NDArray[np.float64]
MONTH = 30


def of_run(scheme: Scheme, found: Run) -> list[float]:
    """Return funnel, rounds, waits and monthly cash of a run of an engine."""
    waits = [found.mean_wait(at) or 0.0 for at, node in enumerate(scheme.nodes) if node.is_cut]
    cash = [row[m : m + MONTH].sum() for row in found.cash for m in _months(scheme)]
    by_group = found.by_group[:, 1:].ravel()
    people = [*found.reached, *found.usual, *found.late, *found.stages, *by_group, found.left]
    return [*people, *found.opened, *found.given, *waits, *cash]


def of_oracle(scheme: Scheme, seen: Seen) -> list[float]:
    """Return the same of a run of the oracle."""
    places, rounds = range(len(scheme.nodes)), len(scheme.rounds.days)
    counted = (seen.reached, seen.usual, seen.late)
    counts = [counter[at] for counter in counted for at in places]
    stages = [seen.stages[number] for number in range(len(scheme.milestones))]
    by_group = [
        seen.by_group[group, number]
        for group in range(len(scheme.groups))
        for number in range(len(scheme.milestones))
    ]
    held = (seen.opened or [0] * rounds) + (seen.given or [0] * rounds)
    waits = [_mean(seen.waits.get(at, [])) for at in places if scheme.nodes[at].is_cut]
    cash = [
        sum(paid for (of, day), paid in seen.cash.items() if of == kind and m <= day < m + MONTH)
        for kind in KINDS
        for m in _months(scheme)
    ]
    return [*counts, *stages, *by_group, seen.left, *held, *waits, *cash]


def distances(scheme: Scheme, *, runs: int, seed: int, more: int = 3) -> Floats:
    """Return the difference of each statistic in standard errors of the difference.

    What never varies has to be the same, or is infinitely far. What is nothing in most runs is
    left out: its mean says nothing with so few. The engine runs `more` times as often.
    """
    world = settle(scheme, base_values(scheme))
    luck = range(seed * 10_000, seed * 10_000 + runs)
    slow = np.array([of_oracle(scheme, simulate(scheme, world, number)) for number in luck])
    fast = np.array([of_run(scheme, run(scheme, world, Luck(seed, n))) for n in range(more * runs)])
    gap = fast.mean(axis=0) - slow.mean(axis=0)
    error = np.sqrt(slow.var(axis=0, ddof=1) / len(slow) + fast.var(axis=0, ddof=1) / len(fast))
    differs = np.where(np.abs(gap) > 1e-9, np.inf, 0.0)
    found: Floats = np.where(error > 0, gap / np.maximum(error, 1e-12), differs)
    is_common = np.median(slow, axis=0) != 0
    is_common |= np.median(fast, axis=0) != 0
    kept: Floats = found[is_common & ((error > 0) | (differs > 0))]
    return kept


def _months(scheme: Scheme) -> range:
    return range(0, scheme.calendar.days, MONTH)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
