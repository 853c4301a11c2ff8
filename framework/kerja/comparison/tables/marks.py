"""Marks on the cells of a row: what each bears by itself, and what stands between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from kerja.comparison.tables.clashes import Clashes, Found, Key
from kerja.comparison.tables.row import CellMark
from kerja.indicators import Reading

NO_YEAR = "no-year"
NO_SOURCE = "no-source"
CURRENCIES = "currencies-differ"


def own_marks(reading: Reading) -> tuple[CellMark, ...]:
    """Return what a value bears by itself, and which of its figures say no year or no source."""
    stated = tuple(CellMark(m.flaw.value, m.said, (), m.forbids_rank) for m in reading.marks)
    return (*stated, *_silent(reading))


def _silent(reading: Reading) -> tuple[CellMark, ...]:
    gaps = {
        (NO_YEAR, "no year stated"): [i.path for i in reading.inputs if i.year is None],
        (NO_SOURCE, "no source stated"): [i.path for i in reading.inputs if not i.source],
    }
    if not reading.inputs:
        gaps = {key: ["no figure stands behind it"] for key in gaps}
    return tuple(
        CellMark(flaw, f"{said}: {', '.join(dict.fromkeys(paths))}", (), forbids_rank=False)
        for (flaw, said), paths in gaps.items()
        if paths
    )


def marks_of_row(readings: Sequence[Reading], clashes: Clashes) -> dict[str, tuple[CellMark, ...]]:
    """Return the marks of every known reading by the name of its party.

    Readings that are not known bear none: there is nothing to compare.
    """
    known = [one for one in readings if one.is_known]
    between = clashes.between(known) if known else []
    foreign = _foreign(known)
    return {
        one.about.name: (*own_marks(one), *_named({**found, **foreign.get(index, {})}, known))
        for index, (one, found) in enumerate(zip(known, between, strict=True))
    }


def _named(found: Found, known: Sequence[Reading]) -> tuple[CellMark, ...]:
    return tuple(
        CellMark(flaw, said, tuple(known[index].about.name for index in sorted(others)))
        for (flaw, said), others in sorted(found.items())
    )


def _foreign(known: Sequence[Reading]) -> dict[int, dict[Key, set[int]]]:
    """Return marks between amounts of different currencies."""
    by_currency: dict[str, set[int]] = {}
    for index, one in enumerate(known):
        if one.amounts_of_any is not None:
            by_currency.setdefault(_currency(one), set()).add(index)
    found: dict[int, dict[Key, set[int]]] = {}
    for pair in combinations(sorted(by_currency), 2):
        key = (CURRENCIES, " against ".join(code or "a currency not known" for code in pair))
        for here, there in (pair, pair[::-1]):
            for index in by_currency[here]:
                found.setdefault(index, {})[key] = by_currency[there]
    return found


def _currency(reading: Reading) -> str:
    amounts = reading.amounts_of_any
    return amounts.currency if amounts is not None else ""
