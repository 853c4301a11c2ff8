"""What a step can turn out to be, and between which bounds the share of each outcome lies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kerja.profile import Range
from kerja.workflow.step import Step
from kerja.workflow.walking import LATE

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Outcome:
    """The position of a way in `ways`, or `LATE`, with the share of persons who take it.

    `mode` is NaN where not known.
    """

    position: int
    low: float
    mode: float
    high: float


def outcomes(step: Step) -> tuple[Outcome, ...]:
    """Return the outcomes that are possible, the ways in order, then a missed deadline.

    A share that is not known is free in [0, 1]; all sum to one, so that what is known bounds the
    rest: with one way and a deadline, the share of the late is one less that of the way. A fork
    and an end have no outcomes. Shares that cannot sum to one count as not known.

    Source: Givan, Leach & Dean, Bounded-parameter Markov decision processes, Artificial
    Intelligence 122 (2000), section 2: the intervals of a well-formed transition function.
    """
    if step.kind == "fork" or not step.ways:
        return ()
    given = [None] * len(_given(step)) if contradicts(step) else _given(step)
    positions = [*range(len(step.ways)), *([LATE] if step.deadline else [])]
    lows = [share.low if share else 0.0 for share in given]
    highs = [share.high if share else 1.0 for share in given]
    spare, lack = 1 - sum(lows), sum(highs) - 1
    found = (
        Outcome(position, max(low, high - lack), mode, min(high, low + spare))
        for position, low, mode, high in zip(positions, lows, _modes(given), highs, strict=True)
    )
    return tuple(outcome for outcome in found if outcome.high > _ROUNDING)


def contradicts(step: Step) -> bool:
    """True if the shares of a step cannot sum to one."""
    given = _given(step)
    low = sum(share.low if share else 0.0 for share in given)
    high = sum(share.high if share else 1.0 for share in given)
    return step.kind != "fork" and bool(step.ways) and (low > 1 + _ROUNDING or high < 1 - _ROUNDING)


def open_ways(step: Step) -> tuple[int, ...]:
    """Return the ways whose shares have to be obtained so that all outcomes are known.

    The share of one outcome follows from the others; it is that of the late if there is a
    deadline, else of the last way that names no assumption.
    """
    if step.kind == "fork":
        return ()
    unknown = [i for i, way in enumerate(step.ways) if way.share is None]
    if step.deadline or not unknown:
        return tuple(unknown)
    unnamed = [i for i in unknown if not step.ways[i].share_of]
    follows = (unnamed or unknown)[-1]
    return tuple(i for i in unknown if i != follows)


def _given(step: Step) -> list[Range | None]:
    shares: list[Range | None] = [way.share for way in step.ways]
    return [*shares, None] if step.deadline else shares


def _modes(given: Sequence[Range | None]) -> list[float]:
    """Return the likeliest shares, NaN where not known; the rest follows from all others."""
    known = [share.mode for share in given if share is not None and share.mode is not None]
    unsaid = len(given) - len(known)
    rest = 1 - sum(known)
    if rest < -_ROUNDING or (not unsaid and rest > _ROUNDING):
        return [math.nan] * len(given)
    follows = max(rest, 0.0) if unsaid == 1 or rest <= _ROUNDING else math.nan
    return [_mode(share, follows) for share in given]


def _mode(share: Range | None, follows: float) -> float:
    if share is None:
        return follows
    if share.mode is not None:
        return share.mode
    return follows if share.low <= follows <= share.high else math.nan
