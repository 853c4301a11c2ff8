"""A comparison as a workbook; the same comparison gives the same bytes."""

from __future__ import annotations

import io
from datetime import datetime

from kerja.comparison.tables.comparison import Comparison
from kerja.comparison.tables.indicator_sheet import write_indicators
from kerja.comparison.tables.word_sheets import (
    write_design,
    write_journeys,
    write_readiness,
    write_sources,
    write_statements,
)

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FIRST_DAY = "1980-01-01"
"""The day of a workbook whose profiles say none: the first that a ZIP file can hold."""


def to_xlsx(comparison: Comparison) -> bytes:
    """Return the workbook: indicators, inputs and sources, readiness, design, workflow, statements.

    It is dated by the newest `as_of` of the parties. Notes on cells carry marks, ranges, what is
    missing and whom to ask.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    names = ", ".join(party.name for party in comparison.parties)
    day = max((party.as_of for party in comparison.parties if party.as_of), default=_FIRST_DAY)
    book.set_properties({"title": f"Comparison: {names}", "created": datetime.fromisoformat(day)})
    write_indicators(book, comparison)
    write_sources(book, comparison)
    write_readiness(book, comparison)
    write_design(book, comparison)
    write_journeys(book, comparison)
    write_statements(book, comparison)
    book.close()
    return out.getvalue()
