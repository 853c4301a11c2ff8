"""A measure from the lowest to the highest value that is consistent with what is known."""

from __future__ import annotations

import math
from dataclasses import dataclass

_SAME = 1e-9
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Bounds:
    """Lowest, likeliest and highest value of a measure.

    `likeliest` is None where a share or a time on which it depends has no likeliest value; `high`
    is None where nothing known bounds it: the measure is then "at least `low`".
    """

    low: float
    likeliest: float | None
    high: float | None

    @property
    def is_exact(self) -> bool:
        """True if everything that the measure depends on is known."""
        return self.low == self.high


def bounds(low: float, likeliest: float, high: float) -> Bounds:
    """Return bounds from numbers in which NaN is an unknown likeliest and inf no upper end.

    Ends that differ by rounding only are made the same.

    >>> bounds(0.5, math.nan, 0.5)
    Bounds(low=0.5, likeliest=0.5, high=0.5)
    """
    low, likeliest, high = (_rounded(float(value)) for value in (low, likeliest, high))
    if math.isfinite(high) and abs(high - low) <= _SAME * max(1.0, abs(low)):
        return Bounds(low, low, low)
    return Bounds(
        low,
        likeliest if math.isfinite(likeliest) else None,
        high if math.isfinite(high) else None,
    )


def scaled(of: Bounds, factor: float) -> Bounds:
    """Return bounds times a number that is not negative."""
    return bounds(
        of.low * factor,
        math.nan if of.likeliest is None else of.likeliest * factor,
        math.inf if of.high is None else of.high * factor,
    )


def divided(number: float, by: Bounds) -> Bounds:
    """Return a number over bounds; there is no upper end where the divisor may be nothing."""
    return bounds(
        number / by.high if by.high else 0.0,
        number / by.likeliest if by.likeliest else math.nan,
        number / by.low if by.low else math.inf,
    )


def _rounded(value: float) -> float:
    """Round to what is the same on every machine."""
    return float(f"{value:.{_DIGITS}g}") + 0.0
