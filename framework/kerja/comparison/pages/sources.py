"""The figures behind a comparison, each once for its profile, with where it was read."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.comparison.pages.naming import named
from kerja.comparison.pages.numbers import grouped
from kerja.comparison.pages.page import Source
from kerja.comparison.pages.values import Positions, paths
from kerja.comparison.tables import Comparison, Evidence, Party, Publication


def sources(comparison: Comparison) -> tuple[Source, ...]:
    """Return every figure that a cell names, by party and path."""
    return tuple(
        _source(number, party.evidence[path], party)
        for number, party in enumerate(comparison.parties)
        for path in sorted(_named(comparison, number))
    )


def positions(listed: tuple[Source, ...]) -> Positions:
    """Return where each figure stands, by the position of its party and its path."""
    return {(one.party, one.path): number for number, one in enumerate(listed)}


def _named(comparison: Comparison, party: int) -> set[str]:
    return {path for row in comparison.rows for path in paths(row.cells[party])}


def _source(number: int, one: Evidence, party: Party) -> Source:
    publication = party.publications.get(one.source, Publication(one.source))
    return Source(
        party=number,
        path=one.path,
        name=named(one.path),
        value=grouped(one.written),
        year=one.date or (str(one.year) if one.year is not None else ""),
        source=_joined(publication.title or publication.key, publication.publisher,
                       publication.date),
        address=publication.address,
        status=one.status,
        confidence=one.confidence,
        definition=one.definition,
        remarks="; ".join(_remarks(one)),
    )  # fmt: skip


def _remarks(one: Evidence) -> Iterator[str]:
    named = (
        ("ages", one.ages),
        ("of", one.of),
        ("scope", one.scope),
        ("counts", one.what),
        ("stage of the budget", one.stage),
    )
    yield from (f"{name} {said}" for name, said in named if said)
    yield from (grouped(said) for said in (one.taken_over, one.note) if said)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
