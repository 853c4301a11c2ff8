"""One sheet of the workbook, ruled as a table: a head that stays, then lines of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.documents.shielding import printable

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_MOST_TEXT = 30_000
_MOST_HEIGHT = 400.0
_LINE = 15.0
_LETTER = 0.9
"""Width of a letter on average, in the digits that a width counts."""
_NOTE_WIDTH = 380
_NOTE_LINE = 17
_NOTE_LETTERS = 58


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell: a number, else text; `note` is shown beside it on demand.

    A number that must not be compared is `doubtful`; what is not known is `quiet` text. Text in a
    column of numbers stands `right`.
    """

    text: str = ""
    number: float | None = None
    note: str = ""
    doubtful: bool = False
    quiet: bool = False
    bold: bool = False
    right: bool = False


class Ruled:
    """A sheet that is written line by line."""

    def __init__(self, book: Workbook, title: str, columns: Sequence[tuple[str, float]]) -> None:
        self._book = book
        self._sheet = book.add_worksheet(title)
        self._formats: dict[tuple[str, ...], Format] = {}
        self._row = 0
        self._widths = [width for _, width in columns]
        for column, (name, width) in enumerate(columns):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, printable(name), self._format("head"))
        self._sheet.set_row(0, self._height([Entry(name) for name, _ in columns]))
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)

    def line(self, entries: Sequence[Entry]) -> None:
        """Write the next line."""
        self._row += 1
        self._sheet.set_row(self._row, self._height(entries))
        for column, entry in enumerate(entries):
            self._write(column, entry)
            if entry.note:
                self._remark(column, entry.note)

    def close(self, *, fixed: int) -> None:
        """Freeze the head and the first columns, and let readers filter."""
        self._sheet.freeze_panes(1, fixed)
        if self._row:
            self._sheet.autofilter(0, 0, self._row, len(self._widths) - 1)

    def _height(self, entries: Sequence[Entry]) -> float:
        """Return the height of a line: not every spreadsheet fits it to the text by itself."""
        lines = (
            sum(1 + int(_LETTER * len(part) / width) for part in entry.text.split("\n"))
            for entry, width in zip(entries, self._widths, strict=False)
            if entry.text and entry.number is None
        )
        return min(_MOST_HEIGHT, _LINE * max(lines, default=1))

    def _write(self, column: int, entry: Entry) -> None:
        if entry.number is not None:
            doubtful = ("doubtful",) if entry.doubtful else ()
            look = self._format(number_format(entry.number), *doubtful)
            self._sheet.write_number(self._row, column, entry.number, look)
        elif entry.text:
            looks = ("doubtful", "quiet", "bold", "right")
            look = self._format("text", *(name for name in looks if getattr(entry, name)))
            self._sheet.write_string(self._row, column, printable(entry.text)[:_MOST_TEXT], look)

    def _remark(self, column: int, note: str) -> None:
        text = printable(note)[:_MOST_TEXT]
        lines = sum(1 + len(line) // _NOTE_LETTERS for line in text.split("\n"))
        size = {"width": _NOTE_WIDTH, "height": _NOTE_LINE * (lines + 1), "author": "Kerja"}
        self._sheet.write_comment(self._row, column, text, size)

    def _format(self, *looks: str) -> Format:
        if looks not in self._formats:
            self._formats[looks] = self._book.add_format(_properties(looks))
        return self._formats[looks]


def number_format(number: float) -> str:
    """Return the number format that shows three digits or all whole ones.

    >>> number_format(152_110_000), number_format(4.91), number_format(0.0217)
    ('#,##0', '0.00', '0.0000')
    """
    size = abs(number)
    if size >= 1000 or float(number).is_integer():
        return "#,##0"
    if size >= 100:
        return "0.0"
    return "0.00" if size >= 1 else "0.0000"


_LOOKS: dict[str, dict[str, object]] = {
    "head": {"bold": True, "bg_color": "#DDE8EE", "bottom": 1, "text_wrap": True},
    "text": {"text_wrap": True},
    "doubtful": {"italic": True, "font_color": "#9A5B00"},
    "quiet": {"font_color": "#5A6670"},
    "bold": {"bold": True},
    "right": {"align": "right"},
}


def _properties(key: Sequence[str]) -> dict[str, object]:
    found: dict[str, object] = {"valign": "top"}
    for name in key:
        found |= _LOOKS.get(name, {"num_format": name})
    return found
