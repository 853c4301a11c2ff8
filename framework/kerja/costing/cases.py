"""The three cases of a figure: lowest, base and highest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from kerja.profile import Assumption, Figure, Money, Profile, Range
from kerja.profile.currencies import convert


class Cases(NamedTuple):
    """A figure in the low, the base and the high case.

    Base is the likeliest value; where nobody says which is likeliest, the middle of the two ends.
    """

    low: float
    base: float
    high: float

    @property
    def is_point(self) -> bool:
        """True if the three are the same."""
        return self.low == self.high

    @property
    def rest(self) -> Cases:
        """One minus a share, end for end: much of the one is little of the other."""
        return Cases(1 - self.high, 1 - self.base, 1 - self.low)

    def times(self, other: Cases) -> Cases:
        """Multiply case by case."""
        return Cases(self.low * other.low, self.base * other.base, self.high * other.high)

    def plus(self, other: Cases) -> Cases:
        """Add case by case."""
        return Cases(self.low + other.low, self.base + other.base, self.high + other.high)

    def scaled(self, factor: float) -> Cases:
        """Multiply all three by a number that is not negative."""
        return Cases(self.low * factor, self.base * factor, self.high * factor)


NOTHING = Cases(0, 0, 0)


def point(number: float) -> Cases:
    """Return a figure that is the same in all cases."""
    return Cases(number, number, number)


def total(cases: Iterable[Cases]) -> Cases:
    """Add case by case; nothing for none."""
    found = NOTHING
    for one in cases:
        found = found.plus(one)
    return found


def of_range(ends: Range | None) -> Cases | None:
    """Turn a range into cases.

    >>> of_range(Range(0.5, None, 1.0))
    Cases(low=0.5, base=0.75, high=1.0)
    """
    if ends is None:
        return None
    base = ends.mode if ends.mode is not None else (ends.low + ends.high) / 2
    return Cases(ends.low, base, ends.high)


def of_assumption(assumption: Assumption | None, profile: Profile) -> Cases | None:
    """Return the cases of an assumption, money in the profile's currency; None if not known."""
    if assumption is None or assumption.low is None or assumption.high is None:
        return None
    ends = [assumption.low, assumption.mode, assumption.high]
    low, mode, high = (
        None if end is None else _own(float(end.number), end.unit, profile) for end in ends
    )
    if low is None or high is None:
        return None
    return of_range(Range(low, mode, high))


def of_figure(figure: Figure[Any] | None, profile: Profile) -> Cases | None:
    """Return the cases of a figure, money in the profile's currency; None if it is not known.

    The ends are those that the source gives; without them the three are the same.
    """
    if figure is None:
        return None
    chosen = figure.chosen
    value, low, high = (
        None if part is None else float(part.number)
        for part in (chosen.value, chosen.low, chosen.high)
    )
    if value is None and (low is None or high is None):
        return None
    base = value if value is not None else ((low or 0) + (high or 0)) / 2
    ends = (base if low is None else low, base, base if high is None else high)
    if not isinstance(figure, Money):
        return Cases(*ends)
    own = [convert(end, figure.currency, profile) for end in ends]
    known = [end for end in own if end is not None]
    return Cases(*known) if len(known) == len(own) else None


def _own(number: float, unit: str, profile: Profile) -> float | None:
    is_money = len(unit) == len("KHR") and unit.isupper()
    return convert(number, unit, profile) if is_money else number
