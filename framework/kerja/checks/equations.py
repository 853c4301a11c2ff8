"""Equations between figures: how far they fail, what rounding explains, which slip would cure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from kerja.checks.registry import NotKnownError
from kerja.checks.slips import Slip
from kerja.profile import Figure, Section
from kerja.profile.quantities import Quantity

_ULP = 1 + 1e-9
"""A gap equal to the rounding passes, whatever the binary fractions make of it."""

Quantities = Mapping[str, Quantity]


class Equation(Protocol):
    """What a sum and a ratio have in common."""

    @property
    def names(self) -> tuple[str, ...]:
        """The figures that it speaks of, in order."""

    def gap(self, given: Quantities) -> float:
        """By how much the two sides differ; above zero if the parts give more."""

    def rounding(self, given: Quantities) -> float:
        """The largest gap that rounding of the written digits explains."""

    def tolerance(self, given: Quantities) -> float:
        """The largest gap that passes."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts that make up a total. `sometimes` are parts that only some countries have.

    `slack` is the share of the total that may be missing all the same.
    """

    total: str
    parts: tuple[str, ...]
    sometimes: tuple[str, ...] = ()
    slack: float = 0.001

    @property
    def names(self) -> tuple[str, ...]:
        """The total, then the parts."""
        return (self.total, *self.parts, *self.sometimes)

    def gap(self, given: Quantities) -> float:
        """Parts less total, in units of the figures."""
        return sum(q.number for name, q in given.items() if name != self.total) - self._of(given)

    def rounding(self, given: Quantities) -> float:
        """Half a unit of the last written digit of each figure."""
        return sum(q.step for q in given.values()) / 2 * _ULP

    def tolerance(self, given: Quantities) -> float:
        """Rounding, or the slack if that is more."""
        return max(self.rounding(given), self.slack * self._of(given))

    def _of(self, given: Quantities) -> float:
        return given[self.total].number


@dataclass(frozen=True, slots=True)
class Ratio:
    """A rate that is a part of a whole. `slack` is a difference of rates: 0.0006 is 0.06 points."""

    rate: str
    part: str
    whole: str
    slack: float

    @property
    def names(self) -> tuple[str, ...]:
        """The rate, the part, the whole."""
        return (self.rate, self.part, self.whole)

    def gap(self, given: Quantities) -> float:
        """Reckoned less given rate, as a fraction."""
        return self.reckoned(given) - given[self.rate].number

    def reckoned(self, given: Quantities) -> float:
        """The rate that part and whole give."""
        whole = given[self.whole].number
        return given[self.part].number / whole if whole else float("inf")

    def rounding(self, given: Quantities) -> float:
        """Half a unit of the last digit of the rate, and what those of part and whole do to it."""
        whole = given[self.whole]
        if not whole.number:
            return 0.0
        counts = given[self.part].step + self.reckoned(given) * whole.step
        return (given[self.rate].step + counts / whole.number) / 2 * _ULP

    def tolerance(self, given: Quantities) -> float:
        """Rounding, or the slack if that is more."""
        return max(self.rounding(given), self.slack)


def quantities(figures: Section, equation: Sum | Ratio) -> dict[str, Quantity]:
    """Return the figures of an equation as written.

    A part that only some countries have may be absent, but not written `unknown`.

    Raises:
        NotKnownError: a figure is absent or unknown; names all that are.
    """
    optional = equation.sometimes if isinstance(equation, Sum) else ()
    found, lacking = {}, []
    for name in equation.names:
        figure = getattr(figures, name, None)
        value = figure.chosen.value if isinstance(figure, Figure) else None
        if value is not None:
            found[name] = value
        elif figure is not None or name not in optional:
            lacking.append(name)
    if lacking:
        raise NotKnownError(lacking)
    return found


def fails(equation: Equation, given: Quantities) -> bool:
    """True if the gap is more than what passes."""
    return abs(equation.gap(given)) > equation.tolerance(given)


def cures(
    equation: Equation, given: Quantities, slips: Callable[[Quantity], Iterator[Slip]]
) -> Iterator[tuple[str, Slip]]:
    """Yield each slip of one figure that explains the gap up to rounding: (figure, slip)."""
    for name, written in given.items():
        for slip in slips(written):
            mended = {**given, name: slip.meant}
            if abs(equation.gap(mended)) <= equation.rounding(mended):
                yield name, slip
