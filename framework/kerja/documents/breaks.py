"""Where a table may break across pages, by a rough height of its rows."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.documents.tree import Runs, Table, plain
from kerja.documents.widths import line_counts

# In cm. A table this high or lower moves to the next page whole: it would leave little white.
_WHOLE = 6.5
_LINE, _ROW = 0.44, 0.2
# Rows that stay below the header, so that no page ends with a header and little more.
_OPENING = 2
# A row of more letters may itself break: it would leave too much white.
_LONG_ROW = 700


@dataclass(frozen=True, slots=True)
class Breaks:
    """How a table breaks.

    `opening` is the rough height, in cm, of what stays together at its beginning; `kept` tells
    for the header and every row whether the next row must be on the same page.
    """

    is_whole: bool
    opening: float
    kept: tuple[bool, ...]


def breaks(table: Table) -> Breaks:
    """Return where a table may break."""
    heights = [_LINE * lines + _ROW for lines in line_counts(table)]
    is_whole = sum(heights) <= _WHOLE
    last = len(heights) - 1
    # No row goes to the next page alone either.
    kept = [i < last and (is_whole or i < _OPENING or i == last - 1) for i in range(last + 1)]
    opening = min(_WHOLE, sum(heights[: _OPENING + 1]))
    return Breaks(is_whole, opening, tuple(kept))


def may_break(row: tuple[Runs, ...]) -> bool:
    """Tell whether a row may go on on the next page."""
    return sum(len(plain(cell)) for cell in row) >= _LONG_ROW
