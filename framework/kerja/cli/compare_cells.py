"""Cells of a comparison on a terminal: numbers in short, ranks, letters for marks."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kerja.comparison.tables import Cell, Normal, Row

NOTHING = "n/a"
LEFT_OUT = "left out"
_SIZES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))

FLAWS = {
    "years-apart": "figures more than three years apart",
    "dates-differ": "counted at different dates",
    "definitions-differ": "definitions differ, or one side does not say",
    "flow-against-stock": "persons of a year against persons at one time",
    "target-against-actual": "what is aimed at or expected against what has happened",
    "announced-against-budgeted": "an announced budget against an approved one",
    "age-bands-differ": "age bands differ",
    "coverage-differs": "another part of the country, the workers or the subject was counted",
    "two-designs-under-one-name": "two designs under one name",
    "programme-stage-differs": "a programme that runs against one proposed, or of no stated status",
    "national-figure-for-an-area": "a national figure used for an area",
    "recalled-or-claimed": "recalled, claimed or a placeholder",
    "from-the-model": "taken over from the model, not measured here",
    "ranges-overlap": "the ranges overlap",
    "currencies-differ": "amounts in different currencies",
    "no-year": "no year stated",
    "no-source": "no source stated",
}
"""What the marks mean, in the order of their letters."""


@dataclass
class Legend:
    """The letters that were used; each stands for one flaw, everywhere the same."""

    used: set[str] = field(default_factory=set)

    def letters(self, flaws: Iterable[str]) -> str:
        """Return the letters of flaws, sorted."""
        found = {*flaws}
        self.used |= found
        return "".join(letter for flaw, letter in _LETTERS.items() if flaw in found)

    @property
    def rows(self) -> Iterator[tuple[str, str]]:
        """Letter and meaning of every flaw that was used."""
        for flaw, letter in _LETTERS.items():
            if flaw in self.used:
                yield letter, FLAWS[flaw]


_LETTERS = dict(zip(FLAWS, string.ascii_lowercase, strict=False))


def cell_text(cell: Cell, legend: Legend) -> str:
    """Say a value with its rank and the letters of its marks."""
    if cell.left_out:
        return LEFT_OUT
    if not cell.is_known:
        return NOTHING
    rank = f" #{cell.rank}" if cell.rank is not None else ""
    letters = legend.letters(mark.flaw for mark in cell.marks)
    return f"{number_text(cell.value, cell.low, cell.high)}{rank} {letters}".rstrip()


def normal_text(cell: Cell, normal: Normal, legend: Legend) -> str:
    """Say a value under a normalisation, with the letters of what that adds."""
    found = next((one for one in cell.normalised if one.by is normal), None)
    if found is None or found.why_not:
        return NOTHING
    letters = legend.letters(mark.flaw for mark in found.marks)
    return f"{number_text(found.value, found.low, found.high)} {letters}".rstrip()


def number_text(value: float | None, low: float | None, high: float | None) -> str:
    """Say a value, its range in brackets, or the range alone.

    >>> number_text(4.9109, 4.9109, 4.9109), number_text(73, 71.4, 87), number_text(None, 2, None)
    ('4.91', '73 (71.4 to 87)', '2 or more')
    """
    if low is not None and low == high:
        return _short(low)
    if low is None:
        ends = f"up to {_short(high)}" if high is not None else ""
    else:
        ends = f"{_short(low)} or more" if high is None else f"{_short(low)} to {_short(high)}"
    if value is None:
        return ends
    return f"{_short(value)} ({ends})" if ends else _short(value)


def _short(number: float) -> str:
    """Write a number to three digits, whole ones in full up to a million.

    >>> _short(152_110_000), _short(28_360.07), _short(0.02168), _short(-8)
    ('152m', '28_360', '0.0217', '-8')
    """
    for size, letter in _SIZES:
        # 999,600 to three digits is a million: the next size is meant.
        if abs(number) >= 0.9995 * size:
            return f"{number / size:.3g}{letter}"
    if abs(number) >= 1000:
        return f"{number:_.0f}"
    return f"{number:.0f}" if abs(number) >= 100 else f"{number:.3g}"


def label(row: Row) -> str:
    """Name an indicator with its unit."""
    return f"{row.id} {row.name}, {'own currency' if row.unit == 'LCU' else row.unit}"
