"""A comparison as text for people: who is compared, the indicators, readiness, design, journeys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from textwrap import shorten

from kerja.cli.compare_cells import Legend, cell_text, label, normal_text
from kerja.cli.compare_table import paragraph, table
from kerja.comparison.tables import (
    Cell,
    Comparison,
    DesignRow,
    Group,
    Journey,
    Party,
    Row,
    Standing,
    StepNote,
    Term,
)
from kerja.comparison.tables.design import LIKENESS

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}
_MOST_TO_OBTAIN = 5
_MOST_WORDS = 250


def compare_text(comparison: Comparison) -> str:
    """Return the comparison as text, 100 columns wide, its marks explained at the end.

    Indicators of the second tier, and rows that nobody has a value for, are named and not shown.
    """
    legend = Legend()
    parts = [
        ["COMPARED", *(line for party in comparison.parties for line in _party(party))],
        ["READ FIRST", *(n for s in comparison.statements for n in paragraph("  ", s))],
        *([*_group(group, comparison, legend)] for group in comparison.groups),
        [*_readiness(comparison)],
        [*_design(comparison)],
        [*_journeys(comparison)],
        [*_marks(legend)],
        [*_left(comparison)],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _party(party: Party) -> Iterator[str]:
    about = (
        party.title,
        f"{party.kind} {party.code}".strip(),
        party.currency,
        f"as of {party.as_of}" if party.as_of else "",
        _relation(party),
        f"starts from {party.model}" if party.model else "",
    )
    yield from paragraph(f"  {party.name}: ", "; ".join(part for part in about if part), indent=4)


def _relation(party: Party) -> str:
    if not party.relation:
        return ""
    if party.relation == "origin":
        return "the model's own country"
    by = f", as claimed by {', '.join(party.claimed_by)}" if party.claimed_by else ""
    return f"relation to the model: {party.relation}{by}"


def _names(comparison: Comparison) -> list[str]:
    return [party.name for party in comparison.parties]


def _group(group: Group, comparison: Comparison, legend: Legend) -> Iterator[str]:
    shown = [row for row in group.rows if row.tier == 1]
    known = [row for row in shown if any(map(_says, row.cells))]
    if not shown:
        return
    yield group.name.upper()
    names = _names(comparison)
    told = [index for index in range(len(names)) if any(_says(row.cells[index]) for row in known)]
    if known:
        lines = [line for row in known for line in _row(row, legend)]
        kept = [(about, [cells[index] for index in told]) for about, cells in lines]
        yield from table([names[index] for index in told], kept)
    silent = [name for index, name in enumerate(names) if known and index not in told]
    if silent:
        yield from paragraph("  n/a throughout: ", ", ".join(silent), indent=4)
    nobody = [f"{row.id} {row.name}" for row in shown if row not in known]
    if nobody:
        yield from paragraph("  n/a for all: ", "; ".join(nobody), indent=4)


def _says(cell: Cell) -> bool:
    return cell.is_known or bool(cell.left_out)


def _row(row: Row, legend: Legend) -> Iterator[tuple[str, list[str]]]:
    yield label(row), [cell_text(cell, legend) for cell in row.cells]
    for normal in row.normals:
        yield f"      {normal.value}", [normal_text(cell, normal, legend) for cell in row.cells]


def _readiness(comparison: Comparison) -> Iterator[str]:
    yield "READINESS BY DIMENSION"
    rows = [(row.title, [_level(cell) for cell in row.cells]) for row in comparison.readiness]
    yield from table(_names(comparison), rows)


def _level(standing: Standing) -> str:
    if standing.low is None:
        return "left out" if standing.note.startswith("left out") else "n/a"
    return standing.level


def _design(comparison: Comparison) -> Iterator[str]:
    for group, rows in groupby(comparison.design, lambda row: row.group):
        yield f"DESIGN: {group.upper()}"
        for row in rows:
            yield f"  {row.name}"
            yield from _part(row, _names(comparison))


def _part(row: DesignRow, names: list[str]) -> Iterator[str]:
    told = [_term(cell, row) for cell in row.cells]
    if len(told) > 1 and len({*told}) == 1:
        yield from paragraph("    all: ", told[0], indent=6)
        return
    for name, text in zip(names, told, strict=True):
        yield from paragraph(f"    {name}: ", text, indent=6)


def _term(term: Term, row: DesignRow) -> str:
    """Say a term; what a model says stands beside it in files, and is long."""
    likeness = f"[{term.likeness}]" if term.likeness else ""
    note = f"({term.note})" if term.note and row.group != LIKENESS else ""
    text = shorten(term.text, _MOST_WORDS, placeholder=" …")
    return " ".join(filter(None, (text, likeness, note))) or "n/a"


def _journeys(comparison: Comparison) -> Iterator[str]:
    if comparison.journeys:
        yield "WORKFLOW"
    for journey in comparison.journeys:
        yield from _journey(journey)


def _journey(journey: Journey) -> Iterator[str]:
    if journey.note:
        yield from paragraph(f"  {journey.party}: ", journey.note, indent=4)
        return
    counts = Counter(step.sign for step in journey.differences)
    told = ", ".join(f"{counts[sign]} {sign}" for sign in _SIGNS if counts[sign])
    same = f"{journey.steps} steps, {journey.unchanged} the same as those of {journey.beside}"
    yield from paragraph(f"  {journey.party}: ", f"{same}; {told or 'no difference'}", indent=4)
    for step in journey.differences:
        yield from paragraph(f"    {_SIGNS[step.sign]} ", _step(step), indent=6)


def _step(step: StepNote) -> str:
    parts = dict.fromkeys(line.partition(":")[0] for line in step.said)
    about = f" ({', '.join(parts)})" if parts else ""
    return f"{step.id}: {step.name}{about}"


def _marks(legend: Legend) -> Iterator[str]:
    rows = list(legend.rows)
    yield "RANKS AND MARKS"
    yield "  #1  the best of those that can be compared; there is no rank where it says nothing"
    for letter, meaning in rows:
        yield f"  {letter}   {meaning}"


def _left(comparison: Comparison) -> Iterator[str]:
    """Name what a party lacks for most of its indicators, and where the rest stands."""
    yield "TO OBTAIN (in brackets: how many indicators wait for it)"
    for index, party in enumerate(comparison.parties):
        waiting = Counter(path for row in comparison.rows for path in row.cells[index].missing)
        most = sorted(waiting.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_TO_OBTAIN]
        listed = ", ".join(f"{path} ({number})" for path, number in most)
        if listed and party.kind != "model":
            yield from paragraph(f"  {party.name}: ", listed, indent=4)
    second = sum(row.tier != 1 for row in comparison.rows)
    yield from paragraph(
        "  ", f"{second} indicators of the second tier, every source and every mark: -o FILE with "
        ".html, .xlsx, .csv or .json",
    )  # fmt: skip
