"""What each uncertain input alone would change: total cash and persons paid at its two ends."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.forecast.scheme import Scheme
from kerja.forecast.uncertainty import observe, stage_names
from kerja.forecast.world import base_values


@dataclass(frozen=True, slots=True)
class Swing:
    """Total cash and persons paid with one input at its low and its high end, all else as usual.

    `low` and `high` are the ends of the input.
    """

    key: str
    low: float
    high: float
    cash_at_low: float
    cash_at_high: float
    paid_at_low: float
    paid_at_high: float

    @property
    def width(self) -> float:
        """How far apart the two ends bring the total cash."""
        return abs(self.cash_at_high - self.cash_at_low)


@dataclass(frozen=True, slots=True)
class Swings:
    """The swings, the widest in cash first, about the cash and the persons paid that are usual."""

    cash: float
    paid: float
    swings: tuple[Swing, ...]


def swings(scheme: Scheme, *, paid_stage: str) -> Swings:
    """Return what each input alone would change, from the cohort engine.

    One input after the other stands at its ends, which says nothing of what two of them do
    together: the bands say that.

    Args:
        scheme: the compiled plan.
        paid_stage: the stage of the funnel that counts as paid.
    """
    import numpy as np

    open_ = [at for at, one in enumerate(scheme.inputs) if not one.range.is_point]
    values = np.tile(np.asarray(base_values(scheme), dtype=np.float64), (1 + 2 * len(open_), 1))
    for row, at in enumerate(open_):
        values[1 + 2 * row, at] = scheme.inputs[at].range.low
        values[2 + 2 * row, at] = scheme.inputs[at].range.high
    seen = observe(scheme, values)
    cash = seen.kinds.sum(axis=1)
    paid = seen.stages[:, stage_names(scheme).index(paid_stage)]
    found = tuple(
        Swing(
            scheme.inputs[at].key,
            scheme.inputs[at].range.low,
            scheme.inputs[at].range.high,
            *(float(cash[1 + 2 * row + end]) for end in (0, 1)),
            *(float(paid[1 + 2 * row + end]) for end in (0, 1)),
        )
        for row, at in enumerate(open_)
    )
    widest = tuple(sorted(found, key=lambda one: (-one.width, one.key)))
    return Swings(float(cash[0]), float(paid[0]), widest)
