"""A number from its lowest to its highest credible value."""

from __future__ import annotations

from typing import NamedTuple

from kerja.profile.facts import Assumption, Figure
from kerja.profile.quantities import Quantity


class Range(NamedTuple):
    """Lowest credible, likeliest and highest credible value; `mode` is None where nobody says."""

    low: float
    mode: float | None
    high: float

    def times(self, other: Range) -> Range:
        """Multiply two ranges of positive numbers, end by end.

        The ends assume that all shares are low, or high, at once: the widest that is possible.
        """
        mode = None if self.mode is None or other.mode is None else self.mode * other.mode
        return Range(self.low * other.low, mode, self.high * other.high)

    @property
    def is_point(self) -> bool:
        """True if low and high are the same."""
        return self.low == self.high


def point(value: float) -> Range:
    """Return the range of a value that is known.

    >>> point(3)
    Range(low=3, mode=3, high=3)
    """
    return Range(value, value, value)


def range_of_figure(figure: Figure[Quantity] | None) -> Range | None:
    """Return a figure with the range that its source gives, if any; None if it is not known."""
    if figure is None or figure.number is None:
        return None
    chosen, number = figure.chosen, float(figure.number)
    low = number if chosen.low is None else float(chosen.low.number)
    high = number if chosen.high is None else float(chosen.high.number)
    return Range(min(low, number), number, max(high, number))


def range_of_assumption(assumption: Assumption | None) -> Range | None:
    """Return what an assumption spans; None where an end is not known."""
    if assumption is None or assumption.low is None or assumption.high is None:
        return None
    mode = float(assumption.mode.number) if assumption.mode is not None else None
    return Range(float(assumption.low.number), mode, float(assumption.high.number))
