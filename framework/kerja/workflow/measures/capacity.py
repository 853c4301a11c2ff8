"""What steps with a limit in a day can bear, which of them binds, and who is on the way."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from kerja.workflow.measures.bounds import Bounds, bounds, divided, scaled
from kerja.workflow.measures.layers import Table
from kerja.workflow.measures.result import Load
from kerja.workflow.measures.sweep import Reward, extreme
from kerja.workflow.step import Step

_SLIGHT = 1e-9
_ROUNDING = 1e-12


def loads(
    steps: Sequence[Step], visits: Mapping[str, Bounds], intake_day: float | None
) -> dict[str, Load]:
    """Return the load of each step that has a capacity and is visited, in order.

    Utilisation is intake times visits over capacity; the largest intake is capacity over visits.
    One more unit of capacity lets in 1 / visits more a day where the step is the bottleneck, until
    the next step binds; elsewhere nothing.

    Source: Dumas, La Rosa, Mendling & Reijers, Fundamentals of Business Process Management, 2nd
    ed. (2018), section 7.1.5: resource utilisation and bottlenecks.
    """
    limits = {
        step.id: divided(step.capacity_day, visits[step.id])
        for step in steps
        if step.capacity_day is not None and visits[step.id].high != 0
    }
    return {
        step.id: Load(
            step.capacity_day,
            _utilisation(step.capacity_day, visits[step.id], intake_day),
            limits[step.id],
            _one_more(step, visits[step.id], limits),
        )
        for step in steps
        if step.id in limits and step.capacity_day is not None
    }


def binding(table: Table, found: Mapping[str, Load]) -> tuple[str, tuple[str, ...]]:
    """Return the bottleneck, "" if it is open which, and all steps that may be it.

    A step may be the bottleneck unless another is more in use whatever the shares are.
    """
    ahead = _ahead(table, found)
    could = tuple(step for step in found if all(ahead[step, other] for other in found))
    limits = {step: found[step].largest_intake.likeliest for step in could}
    known = {step: limit for step, limit in limits.items() if limit is not None}
    if len(could) == 1:
        return could[0], could
    sure = known and len(known) == len(could)
    return (min(known, key=lambda step: known[step]) if sure else ""), could


def on_the_way(
    steps: Sequence[Step], found: Mapping[str, Load], days: Bounds, intake_day: float | None
) -> Bounds | None:
    """Return the persons on their way at a time, without those who stand in a queue.

    None without an intake, if a step at which people may queue does not say what it can bear, or
    if a queue may grow without end.

    Source: Little, A proof for the queuing formula L = λW, Operations Research 9 (1961); it holds
    in the long run, so only if every utilisation is below one.
    """
    queues = all(step.id in found for step in steps if step.traits.queues)
    bearable = all(
        load.utilisation is not None
        and load.utilisation.high is not None
        and load.utilisation.high < 1
        for load in found.values()
    )
    return scaled(days, intake_day) if intake_day is not None and queues and bearable else None


def _utilisation(capacity: float, visits: Bounds, intake_day: float | None) -> Bounds | None:
    if intake_day is None:
        return None
    if capacity == 0:
        return bounds(*((math.inf,) * 3))
    return scaled(visits, intake_day / capacity)


def _one_more(step: Step, visits: Bounds, limits: Mapping[str, Bounds]) -> Bounds:
    capacity = step.capacity_day or 0.0
    others = [limit for other, limit in limits.items() if other != step.id]
    if visits.is_exact and all(limit.is_exact for limit in others):
        return bounds(*(_gain(capacity, visits.low, [limit.low for limit in others]),) * 3)
    modes = [limit.likeliest for limit in others]
    known = [mode for mode in modes if mode is not None]
    likeliest = math.nan
    if visits.likeliest and len(known) == len(modes):
        likeliest = _gain(capacity, visits.likeliest, known)
    # If it binds for sure, the next that binds is the limit; else it may bring nothing.
    high = 1 / visits.low if visits.low else math.inf
    return bounds(0.0, likeliest, high)


def _gain(capacity: float, visits: float, others: Sequence[float]) -> float:
    now = min([capacity / visits, *others])
    return min([(capacity + 1) / visits, *others]) - now


def _ahead(table: Table, found: Mapping[str, Load]) -> dict[tuple[str, str], bool]:
    """Return whether a step may be as much in use as another, for each pair of steps."""
    import numpy as np

    pairs = [(step, other) for step in found for other in found]
    if table.loops or not pairs:
        least = {step: load.largest_intake for step, load in found.items()}
        return {(a, b): least[a].low <= _high(least[b]) for a, b in pairs}
    number = {step.id: i for i, step in enumerate(table.chain.steps)}
    uses = {
        step: (table.step == number[step]) / max(load.capacity_day, _SLIGHT)
        for step, load in found.items()
    }
    gain = np.stack([uses[a] - uses[b] for a, b in pairs], axis=1)
    on = np.ones(gain.shape, dtype=bool)
    most = extreme(table, Reward(gain, on), np.ones(len(pairs), dtype=bool))[table.start]
    return {pair: bool(value >= -_ROUNDING) for pair, value in zip(pairs, most, strict=True)}


def _high(limit: Bounds) -> float:
    return math.inf if limit.high is None else limit.high
