"""A comparison as CSV in long form: one line for each indicator and party."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kerja.comparison.tables.comparison import Comparison
from kerja.comparison.tables.party import Party
from kerja.comparison.tables.phrases import (
    evidence_in_words,
    mark_in_words,
    missing_in_words,
    why_nothing,
)
from kerja.comparison.tables.row import Cell, Normal, Normalised, Row
from kerja.documents.shielding import printable

_NORMALS = {
    Normal.LABOUR_FORCE: "per_1000_labour_force",
    Normal.GDP: "percent_of_gdp",
    Normal.PPP: "ppp",
    Normal.USD: "usd",
    Normal.WAGE: "percent_of_minimum_wage",
}
_ENDS = ("value", "low", "high")
COLUMNS = (
    "indicator", "name", "group", "tier", "direction", "party", "kind", "country", "unit",
    *_ENDS, "basis", "year", "rank", "why_no_rank",
    *(f"{name}{end}" for name in _NORMALS.values() for end in ("", "_low", "_high", "_why_not")),
    "marks", "why_nothing", "missing", "note", "figures", "reference", "caveat",
)  # fmt: skip
"""What a line holds. Numbers are plain; what is not known is empty, never 0."""

_BETWEEN = " | "


def to_csv(comparison: Comparison) -> str:
    """Return every cell with its marks and sources, UTF-8, a head first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in comparison.rows:
        for party, cell in zip(comparison.parties, row.cells, strict=True):
            writer.writerow(list(_line(row, party, cell)))
    return out.getvalue()


def _line(row: Row, party: Party, cell: Cell) -> Iterator[str]:
    yield from map(_text, (row.id, row.name, row.group, str(row.tier), row.direction))
    yield from map(_text, (party.name, party.kind, party.code, cell.unit))
    yield from map(_number, (cell.value, cell.low, cell.high))
    yield from (cell.basis, _number(cell.year), _number(cell.rank))
    yield _text(row.why_no_rank or _BETWEEN.join(cell.why_no_rank))
    by_normal = {one.by: one for one in cell.normalised}
    for normal in _NORMALS:
        yield from _normalised(by_normal.get(normal))
    yield _text(_BETWEEN.join(map(mark_in_words, cell.marks)))
    yield _text(why_nothing(cell))
    yield _text(_BETWEEN.join(missing_in_words(party.missing[path]) for path in cell.missing))
    yield _text(cell.note)
    yield _text(
        _BETWEEN.join(evidence_in_words(party.evidence[path], party) for path in cell.inputs)
    )
    yield from map(_text, (row.reference, row.caveat))


def _normalised(one: Normalised | None) -> Iterator[str]:
    if one is None:
        yield from ("", "", "", "")
        return
    yield from map(_number, (one.value, one.low, one.high))
    yield _text(one.why_not)


def _number(number: float | None) -> str:
    if number is None:
        return ""
    return str(int(number)) if float(number).is_integer() else repr(number)


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _text(text: str) -> str:
    """Keep a spreadsheet from running a cell as a formula."""
    shown = printable(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
