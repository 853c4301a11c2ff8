"""The columns of the sheet of cost lines, and where the lines of an option stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from kerja.profile.budget import Payer
from kerja.targets.workbook.pen import Pen, cells
from kerja.targets.workbook.timing import Kind

WIDTHS = (38, 44, 13, 13, 9, 8, 21, 14, 36, 36, 24, 9)
PAID = {
    "round": "when a round opens",
    "choice": "when a course is chosen",
    "course": "monthly during the course",
    "certificate": "with the certificate",
    "payment": "after the certificate",
    "year": "over the year",
}
NATURE, PAYER, COUNTS, UNIT, AMOUNT, STANDING = 2, 3, 4, 5, 6, 7
LACKS, NOTE, WHEN, CASH, YEARS = 8, 9, 10, 11, 12
PAYERS: tuple[Payer, ...] = get_args(Payer)


@dataclass(frozen=True, slots=True)
class Area:
    """Where the lines of a design stand: first and last row, counted from 0."""

    first: int
    last: int

    def column(self, number: int) -> str:
        """Return the reference of a column within the sheet."""
        return cells((self.first, number), (self.last, number))

    @property
    def before_reserve(self) -> Area:
        """All lines but the last, which is the reserve."""
        return Area(self.first, self.last - 1)

    def without_reserve(self, number: int) -> str:
        """Return the formula that adds what counts of a column, the reserve left out."""
        inner = self.before_reserve
        return f"SUMIF({inner.column(COUNTS)},1,{inner.column(number)})"


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a design stand, as another sheet refers to them."""

    sheet: str
    area: Area

    def column(self, number: int) -> str:
        """Return the reference of a column."""
        quoted = self.sheet.replace("'", "''")
        return f"'{quoted}'!{self.area.column(number)}"


def paid_when(kind: Kind, pen: Pen) -> str:
    """Say when something is paid, and how many times."""
    times = f" × {kind[1]}" if kind[1] > 1 else ""
    return pen.book.say(PAID[kind[0]]) + times
