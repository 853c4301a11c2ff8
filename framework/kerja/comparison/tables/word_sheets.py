"""The other sheets of the workbook: sources, readiness, design, journeys, statements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kerja.comparison.tables.comparison import Comparison, ReadinessRow, Standing, Term
from kerja.comparison.tables.party import Evidence, Party, Publication
from kerja.comparison.tables.ruled import Entry, Ruled

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_SOURCE_COLUMNS = (
    ("Party", 14.0), ("Field", 40.0), ("As written", 30.0), ("Year", 7.0), ("Date", 11.0),
    ("Source", 18.0), ("Title", 40.0), ("Publisher", 26.0), ("Address", 40.0), ("Status", 11.0),
    ("Confidence", 11.0), ("Definition", 12.0), ("Ages", 8.0), ("Of", 14.0), ("Scope", 20.0),
    ("What", 20.0), ("Budget stage", 11.0), ("Taken over", 22.0), ("Note", 50.0), ("Place", 18.0),
    ("Indicators", 24.0),
)  # fmt: skip


def write_sources(book: Workbook, comparison: Comparison) -> None:
    """Write every figure behind a value, with its source and its indicators."""
    sheet = Ruled(book, "Inputs and sources", _SOURCE_COLUMNS)
    for index, party in enumerate(comparison.parties):
        used: dict[str, list[str]] = {}
        for row in comparison.rows:
            for path in row.cells[index].inputs:
                used.setdefault(path, []).append(row.id)
        for path, figure in party.evidence.items():
            sheet.line(list(_source(party, figure, used.get(path, []))))
    sheet.close(fixed=2)


def _source(party: Party, figure: Evidence, used: list[str]) -> Iterator[Entry]:
    publication = party.publications.get(figure.source) or Publication(figure.source)
    yield from (Entry(party.name), Entry(figure.path), Entry(figure.written))
    # A year is no amount: it has no separator of thousands.
    yield from (Entry(str(figure.year or "")), Entry(figure.date))
    yield from (Entry(publication.key), Entry(publication.title), Entry(publication.publisher))
    yield from (Entry(publication.address), Entry(figure.status), Entry(figure.confidence))
    yield from (Entry(figure.definition), Entry(figure.ages), Entry(figure.of))
    yield from (Entry(figure.scope), Entry(figure.what), Entry(figure.stage))
    yield from (Entry(figure.taken_over), Entry(figure.note), Entry(figure.at))
    yield Entry(", ".join(used))


def write_readiness(book: Workbook, comparison: Comparison) -> None:
    """Write the level of every dimension, and below it the raw values that it rests on."""
    names = ((party.name, 26.0) for party in comparison.parties)
    sheet = Ruled(book, "Readiness", (("Dimension", 42.0), *names))
    for row in comparison.readiness:
        levels = "\n".join(f"R{number}: {text}" for number, text in enumerate(row.levels))
        cells = (_level(standing) for standing in row.cells)
        sheet.line([Entry(row.title, note=levels, bold=True), *cells])
        for path in _grounds(row):
            sheet.line([Entry(f"    {path}"), *(_ground(one, path) for one in row.cells)])
    sheet.close(fixed=1)


def _level(standing: Standing) -> Entry:
    if standing.low is None:
        return Entry("n/a", note=standing.note, quiet=True)
    lacks = f"would settle it: {', '.join(standing.lacks)}" if standing.lacks else ""
    return Entry(standing.level, note="\n".join(filter(None, (standing.note, lacks))), bold=True)


def _grounds(row: ReadinessRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.path for cell in row.cells for one in cell.grounds))


def _ground(standing: Standing, path: str) -> Entry:
    found = [one for one in standing.grounds if one.path == path]
    known = next((one.found for one in found if one.found), "")
    asked = "\n".join(dict.fromkeys(f"asks: {one.asks}" for one in found))
    return Entry(known or "not known", note=asked, quiet=not known)


def write_design(book: Workbook, comparison: Comparison) -> None:
    """Write what each party says of each part of the design."""
    names = ((party.name, 32.0) for party in comparison.parties)
    sheet = Ruled(book, "Design", (("Group", 10.0), ("Part", 32.0), *names))
    for row in comparison.design:
        cells = (_term(term) for term in row.cells)
        sheet.line([Entry(row.group), Entry(row.name, bold=True), *cells])
    sheet.close(fixed=2)


def _term(term: Term) -> Entry:
    likeness = f"[{term.likeness}]" if term.likeness else ""
    text = " ".join(filter(None, (term.text, likeness)))
    return Entry(text or "n/a", note=term.note, quiet=not term.text)


def write_journeys(book: Workbook, comparison: Comparison) -> None:
    """Write how the journey of each party differs from that of the first."""
    columns = (
        ("Party", 16.0), ("Beside", 16.0), ("Sign", 10.0), ("Step", 26.0), ("Name", 40.0),
        ("Differences", 90.0),
    )  # fmt: skip
    sheet = Ruled(book, "Workflow", columns)
    for one in comparison.journeys:
        counted = f"{one.steps} steps, {one.unchanged} the same as those of {one.beside}"
        head = Entry(one.note or counted, bold=True)
        sheet.line([Entry(one.party), Entry(one.beside), Entry(), Entry(), Entry(), head])
        for step in one.differences:
            told = (one.party, one.beside, step.sign, step.id, step.name, "\n".join(step.said))
            sheet.line([Entry(text) for text in told])
    sheet.close(fixed=1)


_PARTY_COLUMNS = (
    ("Statement, or party", 60.0), ("Title", 40.0), ("Kind", 10.0), ("Code", 8.0),
    ("Currency", 9.0), ("As of", 11.0), ("Languages", 12.0), ("Said to have", 12.0),
    ("Claimed by", 30.0), ("Model", 16.0), ("Errors", 60.0),
)  # fmt: skip


def write_statements(book: Workbook, comparison: Comparison) -> None:
    """Write what must be said of the whole, then who is compared."""
    sheet = Ruled(book, "Statements", _PARTY_COLUMNS)
    for statement in comparison.statements:
        sheet.line([Entry(statement)])
    for party in comparison.parties:
        sheet.line(list(_party(party)))
    sheet.close(fixed=0)


def _party(party: Party) -> Iterator[Entry]:
    yield Entry(party.name, bold=True)
    yield from (Entry(party.title), Entry(party.kind), Entry(party.code), Entry(party.currency))
    yield from (Entry(party.as_of), Entry(", ".join(party.languages)), Entry(party.relation))
    yield from (Entry(", ".join(party.claimed_by)), Entry(party.model))
    yield Entry("\n".join(f"{one.code} {one.path}: {one.message}" for one in party.faults))
