"""Writing cells: looks by unit, rows tall enough for their script, text that is never a formula."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Container, Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kerja.documents.scripts import LATIN
from kerja.documents.shielding import printable
from kerja.profile.currencies import digits
from kerja.targets.printing import Printer
from kerja.targets.workbook.formulas import OBTAIN, Formula

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_INK = "#1F3A4D"
_INPUT = "#FFF8DC"
_HEAD = "#DDE8EE"
_LINE_HEIGHT = {"km": 23.0, "th": 19.0, "my": 23.0, "lo": 19.0}
_USUAL_HEIGHT = 15.0
_FURTHER_HEIGHT = 13.5
_USUAL_WIDTH = 21.0
_MOST_HEIGHT = 400.0
_MOST_TEXT = 30_000
_LETTER = 0.9
"""Width of a letter on average, in digits."""


class Look(NamedTuple):
    """How a cell looks.

    `unit` decides the number format; an input (`entry`) may be changed; text that `runs_on` covers
    the empty cells after it instead of wrapping.
    """

    unit: str = ""
    bold: bool = False
    size: int = 10
    head: bool = False
    total: bool = False
    entry: bool = False
    quiet: bool = False
    centred: bool = False
    right: bool = False
    inset: bool = False
    runs_on: bool = False


TEXT = Look()
QUIET = Look(quiet=True)
NOTE = Look(quiet=True, runs_on=True)
STRONG = Look(bold=True)
HEAD = Look(head=True, bold=True)
SECTION = Look(bold=True, size=12)
TITLE = Look(bold=True, size=16)
ENTRY = Look(entry=True)


class Book:
    """The file that is written, and what all of its sheets share."""

    def __init__(self, book: Workbook, printer: Printer, currency: str) -> None:
        self.book = book
        self.printer = printer
        self.currency = currency
        self.warn = book.add_format({"italic": True, "font_color": "#9A5B00"})
        self._formats: dict[Look, Format] = {}
        self._said: dict[str, str] = {}
        font = printer.language.fonts[0]
        self.font = "Calibri" if font == LATIN else font
        self.line = _LINE_HEIGHT.get(printer.language.code, _USUAL_HEIGHT)

    def say(self, text: str) -> str:
        """Translate a label."""
        if text not in self._said:
            self._said[text] = self.printer.say(text)
        return self._said[text]

    @property
    def obtain(self) -> str:
        """The words for what is not known."""
        return self.say("to be obtained")

    def look(self, look: Look) -> Format:
        """Return the format of a look; the same look has one format."""
        if look not in self._formats:
            self._formats[look] = self.book.add_format(self._properties(look))
        return self._formats[look]

    def sheet(self, title: str, widths: Sequence[float], *, paper: int = 9) -> Pen:
        """Add a sheet.

        Args:
            title: its name, in the language.
            widths: of its columns, in characters.
            paper: 9 for A4, 8 for A3.
        """
        return Pen(self, self.book.add_worksheet(title[:31]), widths, paper)

    def _properties(self, look: Look) -> dict[str, object]:
        number = bool(look.unit)
        found: dict[str, object] = {
            "font_name": self.font, "font_size": look.size, "bold": look.bold,
            "valign": "top", "text_wrap": not number and _wraps(look),
            "num_format": self._number_format(look.unit) if number else "@" if look.entry else
            "General", "locked": not look.entry,
        }  # fmt: skip
        if number or look.right:
            found["align"] = "right"
        if look.inset:
            found |= {"align": "left", "indent": 1}
        if look.centred:
            found["align"] = "center"
        if look.head:
            found |= {"bg_color": _HEAD, "bottom": 1, "bottom_color": _INK, "valign": "vcenter"}
        if look.entry:
            found |= {"bg_color": _INPUT, "border": 1, "border_color": "#C9B458"}
        if look.total:
            found |= {"top": 1, "top_color": _INK}
        if look.quiet:
            found["font_color"] = "#5A6670"
        if look.size > TEXT.size:
            found["font_color"] = _INK
        return found

    def _number_format(self, unit: str) -> str:
        places = digits(self.currency)
        return {
            "money": "#,##0" + ("." + "0" * places if places else ""),
            "dollars": "#,##0",
            "share": "0.0%",
            "rate": "0.0%",
            "number": "#,##0.##",
            "plain": "0",
            "date": "yyyy-mm-dd",
        }.get(unit, "#,##0")


class Pen:
    """Writes one sheet, and keeps how high each row must be."""

    def __init__(self, book: Book, sheet: Worksheet, widths: Sequence[float], paper: int) -> None:
        self.book = book
        self.sheet = sheet
        self._widths = widths
        self._heights: dict[int, float] = {}
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, book.look(TEXT))
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")

    def say(self, row: int, column: int, text: str, look: Look = TEXT) -> None:
        """Write text; what begins like a formula stays text."""
        shown = self.book.look(_inset(look, column))
        self.sheet.write_string(row, column, printable(text)[:_MOST_TEXT], shown)
        self._need(row, column, text, look)

    def heads(self, row: int, titles: Iterable[str], numbers: Container[int] = ()) -> None:
        """Write a row of column heads, translated already; those of `numbers` stand right."""
        for column, title in enumerate(titles):
            self.say(row, column, title, HEAD._replace(right=column in numbers))

    def number(self, row: int, column: int, value: float | None, look: Look) -> None:
        """Write a number; an unknown one is an empty cell."""
        if value is None:
            self.sheet.write_blank(row, column, None, self.book.look(look))
        else:
            self.sheet.write_number(row, column, value, self.book.look(look))

    def formula(self, row: int, column: int, formula: Formula, look: Look, name: str = "") -> None:
        """Write a formula with its value in the base case, and give the cell a name."""
        value = self.book.obtain if formula.value is None else formula.value
        self.sheet.write_formula(row, column, formula.text, self.book.look(look), value)
        if name:
            self.named(row, column, name)

    def words(self, row: int, column: int, formula: str, value: str, look: Look = TEXT) -> None:
        """Write a formula whose result is text."""
        shown = self.book.look(_inset(look, column))
        self.sheet.write_formula(row, column, formula, shown, value)

    def named(self, row: int, column: int, name: str) -> None:
        """Give a cell a name that holds in the whole book."""
        sheet = self.sheet.get_name().replace("'", "''")
        self.book.book.define_name(name, f"='{sheet}'!${letters(column)}${row + 1}")

    def mark_unknown(self, area: str) -> None:
        """Set apart the cells of an area that say that something is to be obtained."""
        first = area.partition(":")[0].replace("$", "")
        rule = {"type": "formula", "criteria": f"={first}={OBTAIN}", "format": self.book.warn}
        self.sheet.conditional_format(area, rule)

    def close(self) -> None:
        """Set the heights of the rows, and let only inputs be changed."""
        for row, height in sorted(self._heights.items()):
            self.sheet.set_row(row, min(_MOST_HEIGHT, height + 2))
        self.sheet.protect(
            "", {"format_columns": True, "format_rows": True, "select_locked_cells": True}
        )

    def _need(self, row: int, column: int, text: str, look: Look) -> None:
        width = self._widths[column] if column < len(self._widths) else _USUAL_WIDTH
        height = self.book.line * look.size / TEXT.size
        if _wraps(look) and (len(text) > width / 2 or "\n" in text):
            further = _FURTHER_HEIGHT if text.isascii() else self.book.line
            height += further * (_lines(text, width, bold=look.bold) - 1)
        if height > self._heights.get(row, 0.0):
            self._heights[row] = height


def _wraps(look: Look) -> bool:
    return look.size == TEXT.size and not look.runs_on


@cache
def _inset(look: Look, column: int) -> Look:
    """Keep text off the number that ends in the column before it."""
    stands = look.right or look.centred or look.unit or look.size > TEXT.size
    return look if stands or not column else look._replace(inset=True)


@lru_cache(maxsize=4096)
def _lines(text: str, width: float, *, bold: bool) -> int:
    """Return the lines that a text takes in a column."""
    return sum(_wrapped(_length(part) * (1.1 if bold else 1.0), width) for part in text.split("\n"))


def _wrapped(length: float, width: float) -> int:
    """Return the lines of a text without line ends.

    A width counts digits; letters are a tenth narrower, but each line ends in half a word lost.
    """
    return 1 if length * _LETTER <= width else math.ceil(length / max(1.0, width))


def _length(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_is_wide, text))


@cache
def _is_wide(character: str) -> bool:
    return unicodedata.category(character) not in ("Mn", "Cf")


@cache
def letters(column: int) -> str:
    """Return the letters of a column, counted from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def cell(row: int, column: int) -> str:
    """Return the fixed reference of a cell, row and column counted from 0.

    >>> cell(1, 0)
    '$A$2'
    """
    return f"${letters(column)}${row + 1}"


def cells(first: tuple[int, int], last: tuple[int, int]) -> str:
    """Return the fixed reference of an area, rows and columns counted from 0.

    >>> cells((1, 0), (4, 0))
    '$A$2:$A$5'
    """
    return f"{cell(*first)}:{cell(*last)}"


def with_unit(look: Look, unit: str) -> Look:
    """Return a look for numbers of a unit."""
    return look._replace(unit=unit)
