"""The sheet of indicators: a column for each party, then the ranks; notes carry the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kerja.comparison.tables.comparison import Comparison
from kerja.comparison.tables.party import Party
from kerja.comparison.tables.phrases import BASES, mark_in_words, missing_in_words, why_nothing
from kerja.comparison.tables.row import Cell, Normal, Normalised, Row
from kerja.comparison.tables.ruled import Entry, Ruled

if TYPE_CHECKING:
    from xlsxwriter import Workbook

NOTHING = "n/a"
_BETTER = {"higher": "more is better", "lower": "less is better", "context": "context"}
_GENERAL = (("Id", 8.0), ("Indicator", 38.0), ("Unit", 18.0), ("Reading", 14.0), ("Tier", 5.0))


def write_indicators(book: Workbook, comparison: Comparison) -> None:
    """Write every indicator; a value under a normalisation has a line of its own below it."""
    parties = comparison.parties
    columns = (
        *_GENERAL,
        *((party.name, 16.0) for party in parties),
        *((f"rank of {party.name}", 9.0) for party in parties),
        ("Why no rank", 40.0),
        ("Caveat", 40.0),
    )
    sheet = Ruled(book, "Indicators", columns)
    for row in comparison.rows:
        sheet.line(list(_values(row, parties)))
        for normal in row.normals:
            sheet.line(list(_normal(row, normal)))
    sheet.close(fixed=2)


def _values(row: Row, parties: Sequence[Party]) -> Iterator[Entry]:
    yield from (Entry(row.id), Entry(row.name, bold=True), Entry(row.unit))
    yield from (Entry(_BETTER[row.direction]), Entry(number=float(row.tier)))
    for party, cell in zip(parties, row.cells, strict=True):
        yield _value(row, party, cell)
    for cell in row.cells:
        yield Entry(number=cell.rank, note="\n".join(cell.why_no_rank))
    yield from (Entry(row.why_no_rank), Entry(row.caveat))


def _value(row: Row, party: Party, cell: Cell) -> Entry:
    if not cell.is_known:
        gaps = [missing_in_words(party.missing[path]) for path in cell.missing]
        return Entry(NOTHING, note="\n".join(gaps) or why_nothing(cell), quiet=True, right=True)
    doubtful = any(mark.forbids_rank for mark in cell.marks)
    about = [
        f"in {cell.unit}" if cell.unit != row.unit else "",
        BASES[cell.basis],
        spread(cell.low, cell.high) if cell.is_range else "",
        cell.note,
        *map(mark_in_words, cell.marks),
    ]
    return _number(cell, note="\n".join(part for part in about if part), doubtful=doubtful)


def _number(cell: Cell | Normalised, *, note: str, doubtful: bool) -> Entry:
    if cell.value is not None:
        return Entry(number=cell.value, note=note, doubtful=doubtful)
    return Entry(spread(cell.low, cell.high), note=note, doubtful=doubtful, right=True)


def spread(low: float | None, high: float | None) -> str:
    """Say a range; an end that is None is not there.

    >>> spread(1.5, 2), spread(None, 2), spread(3, None)
    ('1.5 to 2', 'up to 2', 'from 3')
    """
    if low is None:
        return f"up to {high:,.4g}" if high is not None else ""
    return f"from {low:,.4g}" if high is None else f"{low:,.4g} to {high:,.4g}"


def _normal(row: Row, normal: Normal) -> Iterator[Entry]:
    yield from (Entry(row.id, quiet=True), Entry(f"    in {normal.value}"), Entry(normal.value))
    yield from (Entry(), Entry(number=float(row.tier)))
    for cell in row.cells:
        found = next((one for one in cell.normalised if one.by is normal), None)
        if found is None or found.why_not:
            yield Entry(
                NOTHING, note=found.why_not if found else why_nothing(cell), quiet=True, right=True
            )
            continue
        marks = (*cell.marks, *found.marks)
        doubtful = any(mark.forbids_rank for mark in marks)
        yield _number(found, note="\n".join(map(mark_in_words, marks)), doubtful=doubtful)
