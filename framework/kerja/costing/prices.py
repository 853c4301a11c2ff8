"""In whose prices the amounts of later years are, and what they rise by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from kerja.costing.cases import Cases, point, total
from kerja.costing.line import Line
from kerja.profile import Profile

RESERVE = "contingency"
"""Name of the line that is a share of all others."""


@dataclass(frozen=True, slots=True)
class Prices:
    """The price basis of a costing.

    `basis` is None while nobody has decided it: amounts are then at the prices of their figures.
    `inflation` is a fraction a year. With nominal prices every cost of a later year rises by it;
    an amount that the design sets (a voucher, a stipend) stays as written until somebody changes
    it. With real prices nothing rises: all years are in prices of `base_year`.
    """

    basis: Literal["nominal", "real"] | None
    base_year: int | None
    inflation: float | None
    lacks: tuple[str, ...]

    def levels(self, counted: Iterable[Line], number: int) -> Mapping[str, Cases]:
        """Return what each line of year `number` (the first is 1) costs, by that of the first.

        The reserve follows the lines that it is taken of.
        """
        listed = tuple(counted)
        found = {line.id: point(self._level(line, number)) for line in listed}
        if RESERVE in found:
            others = [line for line in listed if line.id != RESERVE]
            found[RESERVE] = _ratio(others, found)
        return found

    def _level(self, line: Line, number: int) -> float:
        if self.basis != "nominal" or self.inflation is None or line.is_set_by_design:
            return 1.0
        return float((1 + self.inflation) ** (number - 1))


def _ratio(listed: Iterable[Line], levels: Mapping[str, Cases]) -> Cases:
    known = [(line.known, levels[line.id]) for line in listed if line.known is not None]
    before = total(amount for amount, _ in known)
    after = total(amount.times(level) for amount, level in known)
    ends = zip(after, before, strict=True)
    return Cases(*(above / below if below else 1.0 for above, below in ends))


def prices(profile: Profile, years: int) -> Prices:
    """Return the price basis that a profile states; the inflation is that of `economy`."""
    budget = profile.budget
    figure = profile.economy.inflation
    inflation = figure.number if figure is not None else None
    lacks = []
    if years > 1 and budget.price_basis is None:
        lacks.append("budget.price_basis")
    if years > 1 and budget.price_basis == "nominal" and inflation is None:
        lacks.append("economy.inflation")
    if budget.price_basis == "real" and budget.base_year is None:
        lacks.append("budget.base_year")
    return Prices(budget.price_basis, budget.base_year, inflation, tuple(lacks))
