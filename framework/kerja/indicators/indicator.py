"""One indicator: what it measures, how it is reckoned, and how it may be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Direction = Literal["higher", "lower", "context"]
"""Which way is better; what is context is never called good or bad, and never ranked."""

Nature = Literal["", "flow", "stock"]
"""Persons of a year, or persons at one time; the two never share a column."""

Basis = Literal["profile", "actual", "forecast", "expected"]
"""Where persons and money of the programme come from.

actual: the funnel of what has happened; forecast: a forecast that was handed in; expected: the
costing, in closed form. profile: the indicator speaks of no such thing.
"""

OUTCOMES: tuple[Basis, ...] = ("actual", "forecast", "expected")
"""What has happened counts before what is foreseen."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reckon an indicator.

    `inputs` are fields of the profile by dotted path, or terms of `kerja.indicators.terms`;
    `formula` takes their numbers in that order (shares are fractions, money is in the profile's
    currency) and returns the value in the unit of the indicator; `said` is the same in words.
    `bases` are tried in turn where an input is a result of the programme. `note` is said with
    every reading, known or not.
    """

    inputs: tuple[str, ...]
    formula: Callable[..., float]
    said: str
    nature: Nature = ""
    bases: tuple[Basis, ...] = OUTCOMES
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator.

    `ways` are tried in turn: the first whose inputs are all known gives the value. `unit` is that
    of the value; where it is "LCU" the value is money in the profile's currency and is shown in US
    dollars and in international dollars beside it. Tier 1 stands in the table of a comparison,
    tier 2 on demand.
    """

    id: str
    name: str
    group: str
    unit: str
    direction: Direction
    normalisation: str
    reference: str
    caveat: str
    tier: Literal[1, 2]
    ways: tuple[Way, ...]

    @property
    def is_money(self) -> bool:
        """True if the value is an amount in the profile's currency."""
        return self.unit == MONEY

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of all inputs of all ways."""
        return tuple(dict.fromkeys(name for way in self.ways for name in way.inputs))


MONEY = "LCU"


def plain(number: float) -> float:
    """Return the number itself."""
    return number


def percent(share: float) -> float:
    """Return a fraction in percent."""
    return 100 * share


def ratio(above: float, below: float) -> float:
    """Divide."""
    return above / below


def percentage(above: float, below: float) -> float:
    """Return a part of a whole in percent."""
    return 100 * above / below


def gap(men: float, women: float) -> float:
    """Return by how many points the share of men is above that of women."""
    return 100 * (men - women)


def own(name: str, formula: Callable[..., float] = plain) -> tuple[Way, ...]:
    """Return the one way of an indicator that is a field of the profile as it stands."""
    return (Way((name,), formula, name),)
