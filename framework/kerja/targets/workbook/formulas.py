"""Formulas of the workbook, each with the value that Python gives it in the base case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kerja.costing import Cases

OBTAIN = "to_be_obtained"
"""Name of the cell that holds the words for what is not known."""
CASE = "case_number"
"""Name of the cell that says which case is shown: 1, 2 or 3."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of a cell. `value` is its result in the base case, None for not known."""

    text: str
    value: float | None


def base(cases: Cases | None) -> float | None:
    """Return the base case, None if nothing is known."""
    return cases.base if cases is not None else None


def when_known(names: Iterable[str], computed: str, value: float | None) -> Formula:
    """Compute while all named cells hold numbers; else the cell says that it is not known.

    >>> when_known(["a", "b"], "a*b", 6.0).text
    '=IF(COUNT(a,b)<2,to_be_obtained,a*b)'
    """
    listed = tuple(dict.fromkeys(names))
    return Formula(f"=IF(COUNT({','.join(listed)})<{len(listed)},{OBTAIN},{computed})", value)


def summed(cells: str, value: float | None) -> Formula:
    """Add what is known of a range; not known if nothing of it is."""
    return Formula(f"=IF(COUNT({cells})=0,{OBTAIN},SUM({cells}))", value)
