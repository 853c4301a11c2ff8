"""The numbers of a power calculation as people read them; none where nothing can be seen."""

from __future__ import annotations

import math

from kerja.costing.cases import Cases
from kerja.forecast.power import WORK, Extent

_COUNTS = ("sample", "clusters", "arms")
_MONEY = ("deviation", "mean")


def number(name: str, value: float, currency: str) -> str:
    """Return an input of the design: persons, money or a share, by its name."""
    if name in _COUNTS:
        return count(value)
    return f"{currency} {count(value)}".lstrip() if name in _MONEY else share(value)


def cases(name: str, ends: Cases, currency: str) -> str:
    """Return an input with its range."""
    base = number(name, ends.base, currency)
    if ends.is_point:
        return base
    return f"{base} ({number(name, ends.low, '')} to {number(name, ends.high, '')})".lstrip()


def effect(measure: str, size: float, currency: str | None) -> str:
    """Return an effect; `currency` is None for income in standard deviations."""
    if math.isinf(size):
        return "none that can be seen"
    if measure == WORK:
        return f"{points(size)} points"
    if currency is None:
        return f"{deviations(size)} standard deviations"
    return f"{currency} {count(size)} a month".lstrip()


def effects(measure: str, sizes: Extent, currency: str | None) -> str:
    """Return an effect with its range; the unit stands once."""
    base = effect(measure, sizes.base, currency)
    if sizes.is_point:
        return base
    bare = points if measure == WORK else deviations if currency is None else count
    return f"{base} ({bare(sizes.low)} to {bare(sizes.high)})"


def points(size: float) -> str:
    """Return a rise of a share in points."""
    return "none" if math.isinf(size) else f"{size * 100:.1f}"


def deviations(size: float) -> str:
    """Return a rise in standard deviations."""
    return "none" if math.isinf(size) else f"{size:.3f}"


def share(part: float) -> str:
    """Return a share in per cent.

    >>> share(0.05), share(0.934)
    ('5%', '93.4%')
    """
    return f"{part:.1%}".replace(".0%", "%")


def shares(parts: Extent) -> str:
    """Return a share with its range."""
    if parts.is_point:
        return share(parts.base)
    return f"{share(parts.base)} ({share(parts.low)} to {share(parts.high)})"


def persons(needed: Extent) -> str:
    """Return persons with their range; "no number" where none is enough at that end."""
    if needed.is_point:
        return count(needed.base)
    high = "no number" if math.isinf(needed.high) else count(needed.high)
    return f"{count(needed.base)} ({count(needed.low)} to {high})"


def count(value: float) -> str:
    """Return a number of persons or an amount, rounded up, its digits grouped.

    >>> count(1684.2)
    '1_685'
    """
    return "none" if math.isinf(value) else f"{math.ceil(value - 1e-9):_}"
