"""Indicators of a comparison as the page shows them: every value under every measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kerja.comparison.pages.naming import named
from kerja.comparison.pages.numbers import exact, short, spread
from kerja.comparison.pages.page import (
    STATED,
    Box,
    Column,
    Line,
    Measure,
    Remark,
    Remarks,
    Shown,
    Theme,
)
from kerja.comparison.tables import Cell, CellMark, Group, Normal, Normalised, Row
from kerja.indicators.indicator import MONEY

Positions = Mapping[tuple[int, str], int]
"""Where in the inputs of the page a figure stands, by the position of its party and its path."""

_READS = {
    "higher": "More is better",
    "lower": "Less is better",
    "context": "Neither more nor less of it is better",
}
_BASES = {
    "profile": "as the profile states",
    "actual": "what has happened so far",
    "forecast": "a forecast",
    "expected": "what is expected, in closed form",
}
_IN_A_CELL = 2
"""Missing fields that a cell of the table names; all of them stand with the source."""


def measures(rows: Sequence[Row]) -> tuple[Measure, ...]:
    """Return the ways to state values that mean something for one of these indicators."""
    used = {normal for row in rows for normal in row.normals}
    restated = (Measure(_id(one), one.value) for one in Normal if one in used)
    return (Measure(STATED, "as stated"), *restated)


def themes(
    groups: Sequence[Group], columns: Sequence[Column], positions: Positions
) -> tuple[Theme, ...]:
    """Return the tables of indicators."""
    return tuple(
        Theme(
            id=group.name.lower().replace(" ", "-"),
            name=group.name[:1].upper() + group.name[1:],
            rows=(lines := tuple(_line(row, positions) for row in group.rows)),
            remarks=tuple(_remarks(lines, columns)),
        )
        for group in groups
    )


def paths(cell: Cell) -> Iterator[str]:
    """Yield the path of each figure behind a cell, those of its normalised values last."""
    yield from cell.inputs
    for one in cell.normalised:
        yield from one.inputs


def _id(normal: Normal) -> str:
    return normal.name.lower().replace("_", "-")


def _line(row: Row, positions: Positions) -> Line:
    ranked = sum(cell.rank is not None for cell in row.cells)
    return Line(
        id=row.id,
        name=row.name,
        unit="own currency" if row.unit == MONEY else row.unit,
        reads=_READS[row.direction],
        formula=row.formula,
        reference=row.reference,
        caveat=row.caveat,
        unranked=row.why_no_rank,
        tier=row.tier,
        measures=tuple(map(_id, row.normals)),
        cells=tuple(
            _box(cell, row, _finder(party, positions), ranked=ranked)
            for party, cell in enumerate(row.cells)
        ),
    )


def _finder(party: int, positions: Positions) -> Callable[[Iterable[str]], tuple[int, ...]]:
    return lambda paths: tuple(positions[party, path] for path in paths)


def _box(
    cell: Cell, row: Row, find: Callable[[Iterable[str]], tuple[int, ...]], *, ranked: int
) -> Box:
    return Box(
        shown={
            STATED: _stated(cell, row),
            **{_id(one.by): _restated(one, find(one.inputs)) for one in cell.normalised},
        },
        rank=f"rank {cell.rank} of {ranked}" if cell.rank is not None else "",
        unranked="; ".join(cell.why_no_rank),
        basis=_BASES[cell.basis] if cell.is_known else "",
        note=cell.note,
        marks=tuple(map(_remark, cell.marks)),
        missing=cell.missing,
        inputs=find(cell.inputs),
    )


def _stated(cell: Cell, row: Row) -> Shown:
    shown = _value((cell.low, cell.value, cell.high), cell.unit, _why(cell))
    # A column of several currencies names the currency in each of its cells.
    if row.unit == MONEY and shown.is_known:
        return replace(shown, text=f"{cell.unit} {shown.text}")
    return shown


def _restated(one: Normalised, inputs: tuple[int, ...]) -> Shown:
    shown = _value((one.low, one.value, one.high), one.by.value, one.why_not)
    return replace(shown, marks=tuple(map(_remark, one.marks)), inputs=inputs)


_Numbers = tuple[float | None, float | None, float | None]


def _value(numbers: _Numbers, unit: str, why: str) -> Shown:
    low, value, high = numbers
    if all(number is None for number in numbers):
        return Shown("n/a", "n/a", unit, why=why or "not known")
    text, full = (_written(numbers, write) for write in (short, exact))
    return Shown(text, full, unit, value, low, high)


def _written(numbers: _Numbers, write: Callable[[float], str]) -> str:
    low, value, high = ("" if number is None else write(number) for number in numbers)
    if value and numbers[0] == numbers[2]:
        return value
    return spread(low, value, high)


def _why(cell: Cell) -> str:
    if cell.left_out or not cell.missing:
        return cell.left_out or cell.note
    found = ", ".join(map(named, cell.missing[:_IN_A_CELL]))
    more = len(cell.missing) - _IN_A_CELL
    return f"missing: {found}" + (f" and {more} more" if more > 0 else "")


def _remark(mark: CellMark) -> Remark:
    beside = f"beside {', '.join(mark.against)}: " if mark.against else ""
    return Remark(mark.flaw.replace("-", " "), f"{beside}{mark.said}")


def _remarks(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Remarks]:
    for line in lines:
        for column, cell in zip(columns, line.cells, strict=True):
            if cell.marks:
                said = tuple(f"{mark.name}: {mark.said}" for mark in cell.marks)
                yield Remarks(f"{line.name}, {column.heading}", said)
