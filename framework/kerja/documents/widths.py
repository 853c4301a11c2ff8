"""How wide the columns of a table and the pictures are, the same in every paged format."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from kerja.documents.pictures import size
from kerja.documents.scripts import has_shaping
from kerja.documents.sheets import Sheet
from kerja.documents.tree import Figure, Runs, Table, plain
from kerja.errors import KerjaError

_TEXT_WIDTH = 16.0
_CENTIMETRES = 2.54 / 96
# At the size of a table's text: a letter, and the space beside the text of a cell, in cm.
_LETTER, _SPACE = 0.19, 0.45
_LONGEST_WORD, _LONGEST_CELL = 24, 44


def column_shares(table: Table) -> tuple[float, ...]:
    """Return each column's share of the width; they sum to 1.

    No column is narrower than its longest word, so that no number breaks; what is left goes to
    the columns with the longest cells.
    """
    columns = tuple(zip(table.header, *table.rows, strict=True))
    least = [_LETTER * max(map(_longest_word, cells)) + _SPACE for cells in columns]
    wanted = [_LETTER * max(map(_length, cells)) + _SPACE for cells in columns]
    left = max(0.0, _TEXT_WIDTH - sum(least))
    missing = [want - floor for want, floor in zip(wanted, least, strict=True)]
    if sum(missing) > 0:
        grown = [f + left * m / sum(missing) for f, m in zip(least, missing, strict=True)]
    else:
        grown = least
    return tuple(width / sum(grown) for width in grown)


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


def _length(runs: Runs) -> int:
    return max(_longest_word(runs), min(_letters(plain(runs)), _LONGEST_CELL))


def _longest_word(runs: Runs) -> int:
    """A space that does not break holds a word together; Khmer and Thai break without one."""
    words = plain(runs).split(" ")
    limit = _LONGEST_WORD // 2 if has_shaping(plain(runs)) else _LONGEST_WORD
    return max(3, *(min(_letters(word), limit) for word in words))


def _letters(text: str) -> int:
    # Marks above and below a letter take no room.
    return sum(unicodedata.category(character)[0] != "M" for character in text)
