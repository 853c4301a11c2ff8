"""How wide the columns of a table and the pictures are, the same in every paged format."""

from __future__ import annotations

import math
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
TYPE_SIZES = (9, 8, 7)
"""Sizes of the type of a table, in points, the usual one first."""

# A number with its currency code: it never breaks, however long it is.
_AMOUNT = re.compile(r"(?:[A-Z]{3}\W?)?[\d\W]+")
_NATIVE = re.compile(r"(?![0-9])\d")
# Khmer writes a consonant after this sign below the one before: it takes no room.
_BELOW = re.compile("\u17d2.")
# In Noto Sans Khmer, in letters: a digit is wider than a Latin one, this one by half.
_THREE, _WIDE_DIGIT = "\u17e3", 1.6
_KHMER_DIGIT, _KHMER_LETTER, _CAPITAL, _SIGN = 1.2, 1.3, 1.25, 0.5

Words = tuple[int, ...]


def column_shares(table: Table) -> tuple[float, ...]:
    """Return each column's share of the width; they sum to 1.

    At `type_size` no column is narrower than its longest word, so that no number breaks. Where not
    every cell fits on one line, letter by letter the column gives way that makes the table grow
    least.
    """
    columns = _columns(table)
    letter = _letter_at(_type_size(columns))
    full = [letter * width + _SPACE for width in _letter_widths(columns)]
    return tuple(width / sum(full) for width in full)


def type_size(table: Table) -> int:
    """Return the size of a table's type, in points: the largest at which no word must break."""
    return _type_size(_columns(table))


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


def _type_size(columns: tuple[tuple[Words, ...], ...]) -> int:
    least = sum(map(_least, columns))
    return next((s for s in TYPE_SIZES if least <= _room(columns, s)), TYPE_SIZES[-1])


def _letter_at(size: int) -> float:
    return _LETTER * size / TYPE_SIZES[0]


def _room(columns: tuple[tuple[Words, ...], ...], size: int) -> int:
    """Return how many letters of a size all columns together have room for."""
    return int((_TEXT_WIDTH - _SPACE * len(columns)) / _letter_at(size))


@lru_cache(maxsize=64)
def _letter_widths(columns: tuple[tuple[Words, ...], ...]) -> tuple[int, ...]:
    least = [_least(column) for column in columns]
    widths = [max(_LEAST, *map(_length, column)) for column in columns]
    widths = list(map(max, widths, least))
    room = _room(columns, _type_size(columns))
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
        letters = _letters(word)
        most = max(limit, letters) if _AMOUNT.fullmatch(word) else limit
        whole, rest = divmod(letters, most)
        pieces += [most] * whole + [rest] * (rest > 0)
    return tuple(pieces)


def _least(column: tuple[Words, ...]) -> int:
    return max(map(_longest, column))


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
    """Return how many letters of usual width a word is wide."""
    if _NATIVE.search(text) and _AMOUNT.fullmatch(text):
        # One more: the sign of a note after a number may have two digits and more.
        return math.ceil(sum(map(_in_amount, text)) + 1)
    return math.ceil(sum(map(_letter, _BELOW.sub("", text))))


def _letter(character: str) -> float:
    # Marks above and below a letter take no room, nor does what only shows where a line may break.
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if not "\u1780" <= character <= "\u17ff":
        return 1
    if character.isdigit():
        return _WIDE_DIGIT if character == _THREE else _KHMER_DIGIT
    return _KHMER_LETTER


def _in_amount(character: str) -> float:
    if character.isalpha():
        return _CAPITAL
    return _letter(character) if character.isdigit() else _SIGN
