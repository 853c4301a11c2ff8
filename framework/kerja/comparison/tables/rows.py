"""The rows of the table of indicators: every indicator read of every party."""

from __future__ import annotations

from collections.abc import Sequence

from kerja.comparison.tables.clashes import Clashes
from kerja.comparison.tables.marks import marks_of_row
from kerja.comparison.tables.normalising import NORMALS, normalised
from kerja.comparison.tables.ranked import Ranked, ranked
from kerja.comparison.tables.row import Cell, CellMark, Group, Row
from kerja.comparison.tables.side import Side
from kerja.indicators import Indicator, Reading, in_words, indicators

_OF_NO_COUNTRY = "a model speaks of no country"
_OF_THE_DESIGN = ("programme", "assumptions", "evaluation", "costs", "workflow")


def indicator_groups(sides: Sequence[Side]) -> tuple[Group, ...]:
    """Return all indicators by group, in the order of the list, a cell for every side."""
    clashes = Clashes()
    groups: dict[str, list[Row]] = {}
    for one in indicators():
        groups.setdefault(one.group, []).append(_row(one, sides, clashes))
    return tuple(Group(name, tuple(rows)) for name, rows in groups.items())


def _row(indicator: Indicator, sides: Sequence[Side], clashes: Clashes) -> Row:
    readings = [side.reading(indicator) for side in sides]
    errors = [
        side.soundness.behind((lack.path for lack in reading.lacks), reading.inputs)
        for side, reading in zip(sides, readings, strict=True)
    ]
    sound = [one for one, error in zip(readings, errors, strict=True) if not error]
    marks = marks_of_row(sound, clashes)
    places = ranked(indicator, sound, marks)
    return Row(
        id=indicator.id,
        name=indicator.name,
        group=indicator.group,
        unit=indicator.unit,
        direction=indicator.direction,
        normalisation=indicator.normalisation,
        reference=indicator.reference,
        caveat=indicator.caveat,
        formula="; else ".join(dict.fromkeys(in_words(way) for way in indicator.ways)),
        tier=indicator.tier,
        normals=NORMALS.get(indicator.id, ()),
        cells=tuple(
            _left_out(indicator, side, error)
            if error
            else _cell(indicator, reading, side, marks=marks.get(side.name, ()), ranked=places)
            for side, reading, error in zip(sides, readings, errors, strict=True)
        ),
        why_no_rank=places.why_not,
    )


def _cell(
    indicator: Indicator,
    reading: Reading,
    side: Side,
    *,
    marks: tuple[CellMark, ...],
    ranked: Ranked,
) -> Cell:
    side.used |= dict.fromkeys(reading.inputs)
    side.lacking |= {lack.path: lack for lack in reading.lacks}
    return Cell(
        unit=unit_of(indicator, reading),
        value=reading.value,
        low=reading.low,
        high=reading.high,
        basis=reading.basis,
        year=reading.year,
        normalised=normalised(indicator, reading, side),
        marks=marks,
        inputs=tuple(dict.fromkeys(one.path for one in reading.inputs)),
        missing=tuple(lack.path for lack in reading.lacks),
        note=_note(reading, side),
        rank=ranked.ranks.get(side.name),
        why_no_rank=ranked.why.get(side.name, ()),
    )


def _left_out(indicator: Indicator, side: Side, errors: str) -> Cell:
    said = side.leave_out(f"{indicator.id} {indicator.name}", errors)
    return Cell(unit=indicator.unit, left_out=said)


def unit_of(indicator: Indicator, reading: Reading) -> str:
    """Return the unit of a value: the currency of an amount, else that of its indicator."""
    amounts = reading.amounts_of_any
    return amounts.currency or indicator.unit if amounts is not None else indicator.unit


def _note(reading: Reading, side: Side) -> str:
    sections = {lack.path.partition(".")[0] for lack in reading.lacks}
    if side.is_model and not sections <= {*_OF_THE_DESIGN}:
        return "; ".join(filter(None, (_OF_NO_COUNTRY, reading.note)))
    return reading.note
