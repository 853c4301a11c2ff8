"""How wide the columns of a table and the pictures are, the same in every paged format."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from kerja.documents.pictures import size
from kerja.documents.scripts import has_shaping
from kerja.documents.sheets import Sheet
from kerja.documents.tree import Figure, Run, Runs, Table, plain
from kerja.errors import KerjaError

_TEXT_WIDTH = 16.0
_CENTIMETRES = 2.54 / 96
# At the size of a table's text: a letter, and the space beside the text of a cell, in cm.
_LETTER, _SPACE = 0.175, 0.45
# In letters: the narrowest column, the longest that stays whole, the longest line of a cell.
_LEAST, _LONGEST_WORD, _LONGEST_CELL = 3, 24, 90

Words = tuple[int, ...]


def column_shares(table: Table) -> tuple[float, ...]:
    """Return each column's share of the width; they sum to 1.

    No column is narrower than its longest word, so that no number breaks. Where not every cell
    fits on one line, letter by letter the column gives way that makes the table grow least.
    """
    full = [_LETTER * width + _SPACE for width in _letter_widths(_columns(table))]
    return tuple(width / sum(full) for width in full)


def line_counts(table: Table) -> tuple[int, ...]:
    """Return on how many lines the header and every row stand, roughly."""
    columns = _columns(table)
    widths = _letter_widths(columns)
    cells = [[_lines(c, width) for c in col] for col, width in zip(columns, widths, strict=True)]
    return tuple(map(max, zip(*cells, strict=True)))


def picture_of(figure: Figure, images: Mapping[str, str]) -> str:
    """Return the SVG text of a figure.

    Raises:
        KerjaError: there is none of that key.
    """
    if figure.image not in images:
        known = ", ".join(sorted(images)) or "none"
        raise KerjaError(f'there is no picture "{figure.image}"', f"pictures there are: {known}")
    return images[figure.image]


def picture_size(svg: str, sheet: Sheet) -> tuple[float, float]:
    """Return width and height of a picture in cm: no larger than there is room, and all of that
    on a sheet of its own.
    """
    width, height = (length * _CENTIMETRES for length in size(svg))
    fitting = min(sheet.room[0] / width, sheet.room[1] / height)
    scale = fitting if sheet.landscape else min(1.0, fitting)
    return width * scale, height * scale


def _columns(table: Table) -> tuple[tuple[Words, ...], ...]:
    rows = (table.header, *table.rows)
    return tuple(zip(*(tuple(map(_words, row)) for row in rows), strict=True))


@lru_cache(maxsize=64)
def _letter_widths(columns: tuple[tuple[Words, ...], ...]) -> tuple[int, ...]:
    least = [max(map(_longest, column)) for column in columns]
    widths = [max(_LEAST, *map(_length, column)) for column in columns]
    widths = list(map(max, widths, least))
    room = int((_TEXT_WIDTH - _SPACE * len(columns)) / _LETTER)
    lines = [[_lines(cell, width) for cell in c] for c, width in zip(columns, widths, strict=True)]
    while sum(widths) > room and (wide := [i for i, w in enumerate(widths) if w > least[i]]):
        narrower = {i: [_lines(cell, widths[i] - 1) for cell in columns[i]] for i in wide}
        growth = {i: _size([*lines[:i], narrower[i], *lines[i + 1 :]]) for i in wide}
        chosen = min(wide, key=lambda i: (growth[i], -widths[i]))
        widths[chosen] -= 1
        lines[chosen] = narrower[chosen]
    return tuple(widths)


def _words(runs: Runs) -> Words:
    """A space that does not break holds a word together; Khmer and Thai break without one."""
    # The mark of a note takes the room of a letter; that of the last is in `_longest`.
    marked = [run if run.text else Run(".") for run in runs[:-1]]
    text = plain((*marked, *runs[-1:]))
    # Digits of any script stand together; only the words of Khmer and Thai may break anywhere.
    shaped = has_shaping(re.sub(r"\d", "", text))
    limit = _LONGEST_WORD // 2 if shaped else _LONGEST_WORD
    pieces: list[int] = []
    for word in text.split(" "):
        whole, rest = divmod(_letters(word), limit)
        pieces += [limit] * whole + [rest] * (rest > 0)
    return tuple(pieces)


def _longest(words: Words) -> int:
    # Letters differ in width: one more, for a word of wide ones or with a note.
    return max(_LEAST, *words) + 1 if words else _LEAST


def _length(words: Words) -> int:
    return min(sum(words) + len(words), _LONGEST_CELL)


@lru_cache(maxsize=65536)
def _lines(words: Words, width: int) -> int:
    lines, used = 1, 0
    for word in words:
        if used and used + 1 + word > width:
            lines, used = lines + 1, word
        else:
            used += word + (used > 0)
    return lines


def _size(lines: Sequence[Sequence[int]]) -> int:
    """Add up the lines of all rows, and those of all cells: a broken cell is a little ugly."""
    rows: list[int] = [max(row) for row in zip(*lines, strict=True)]
    return sum(rows) + sum(map(sum, lines))


def _letters(text: str) -> int:
    # Marks above and below a letter take no room.
    return sum(unicodedata.category(character)[0] != "M" for character in text)
