"""Marks, sources and gaps of a cell in sentences, as files and the terminal print them."""

from __future__ import annotations

from kerja.comparison.tables.party import Evidence, Missing, Party, Publication
from kerja.comparison.tables.row import Cell, CellMark

BASES = {
    "profile": "",
    "actual": "what has happened",
    "forecast": "a forecast",
    "expected": "what is expected in closed form",
}


def mark_in_words(mark: CellMark) -> str:
    """Say a mark, and between which parties it stands."""
    return f"{mark.said} (beside {', '.join(mark.against)})" if mark.against else mark.said


def evidence_in_words(figure: Evidence, party: Party) -> str:
    """Say a figure with its year, standing and publication."""
    told = (
        figure.date or (str(figure.year) if figure.year is not None else "no year stated"),
        publication_in_words(party.publications.get(figure.source), figure.source),
        figure.status,
        figure.confidence,
        figure.definition,
        figure.stage,
        figure.taken_over,
    )
    about = "; ".join(part for part in told if part)
    return f"{figure.path} = {figure.written or 'not stated'} ({about})"


def publication_in_words(publication: Publication | None, key: str) -> str:
    """Say publisher, title and address; the key where the profile does not list the source."""
    if publication is None or not (publication.title or publication.publisher):
        return key or "no source stated"
    named = (publication.publisher, publication.title, publication.address)
    return ", ".join(part for part in named if part)


def missing_in_words(missing: Missing) -> str:
    """Say a missing field, whom to ask and where such a figure is published."""
    asked = f"ask {missing.ask}" if missing.ask else ""
    where = f"published: {missing.published}" if missing.published else ""
    about = "; ".join(part for part in (missing.state, asked, where) if part)
    return f"{missing.path} ({about})"


def why_nothing(cell: Cell) -> str:
    """Say why a cell has no number; "" if it has one."""
    if cell.is_known:
        return ""
    missing = f"missing: {', '.join(cell.missing)}" if cell.missing else ""
    return "; ".join(part for part in (cell.left_out, missing, cell.note) if part)
