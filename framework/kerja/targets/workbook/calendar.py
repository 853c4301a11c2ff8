"""The days that the phasing rests on: fiscal years, stretches, years of the design, its rounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kerja.costing import FiscalNeed
from kerja.costing.lags import MONTH, Lag
from kerja.profile.fiscal_years import JANUARY
from kerja.targets.workbook.columns import paid_when
from kerja.targets.workbook.design import Design
from kerja.targets.workbook.formulas import Formula
from kerja.targets.workbook.inputs import Inputs
from kerja.targets.workbook.pen import HEAD, NOTE, QUIET, Look, Pen, cell, cells
from kerja.targets.workbook.timing import Kind, Timing

FIRST = 4
"""Column of the first fiscal year."""
_VALUE = 3
_EARLIEST, _LATEST, _SPREAD = 3, 4, 5
_EPOCH = date(1899, 12, 30)
_DATE = Look(unit="date", quiet=True)
_DAYS = Look(unit="days", quiet=True)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the calendar of a design, counted from 0: `first` and `last` day of fiscal years."""

    opening: int
    top: int
    kinds: tuple[Kind, ...]
    years: int
    rounds: int

    @property
    def first(self) -> int:
        """Row of the first days of the fiscal years."""
        return self.opening + 1

    @property
    def last(self) -> int:
        """Row of the last days of the fiscal years."""
        return self.opening + 2

    @property
    def days(self) -> int:
        """Row of the head of the stretches, a row for each kind of payment below it."""
        return self.top + 5

    @property
    def all_stretches(self) -> int:
        """Row of all stretches at their longest."""
        return self.days + len(self.kinds)

    @property
    def year(self) -> int:
        """Row of the head of the years of the design."""
        return self.all_stretches + 2

    @property
    def below(self) -> int:
        """The row after the calendar."""
        return self.year + 3 + self.rounds + 1

    def of_year(self, number: int, what: int) -> str:
        """Return the cell of a year of the design: 1 for its first day, 2 for its length."""
        return cell(self.year + what, _VALUE + number - 1)

    def openings(self, number: int) -> str:
        """Return the cells with the days on which the rounds of a year open."""
        column = _VALUE + number - 1
        return cells((self.year + 3, column), (self.year + 2 + self.rounds, column))

    def window(self, kind: Kind) -> tuple[str, str, str]:
        """Return the cells of the earliest and the latest day of a payment, and their distance."""
        row = self.days + 1 + self.kinds.index(kind)
        earliest, latest, spread = (cell(row, n) for n in (_EARLIEST, _LATEST, _SPREAD))
        return earliest, latest, spread


def write_calendar(pen: Pen, about: tuple[Design, Timing, Inputs], rows: Rows) -> None:
    """Write the calendar of a design."""
    _Calendar(pen, about, rows).write()


def serial(day: date) -> float:
    """Return a day as a spreadsheet counts it.

    >>> serial(date(2026, 1, 1))
    46023.0
    """
    return float((day - _EPOCH).days)


class _Calendar:
    """The calendar while it is written."""

    def __init__(self, pen: Pen, about: tuple[Design, Timing, Inputs], rows: Rows) -> None:
        self._pen, self._rows = pen, rows
        self._say = pen.book.say
        self._design, self._laid, self._inputs = about

    def write(self) -> None:
        self._fiscal_years()
        self._starts()
        self._windows()
        self._years()

    def _fiscal_years(self) -> None:
        pen, rows, years = self._pen, self._rows, self._laid.years
        pen.say(rows.opening, 0, self._say("Last day on which a round can open and be paid in the"
                                           " year"))  # fmt: skip
        pen.say(rows.first, 0, self._say("First day"), QUIET)
        pen.say(rows.last, 0, self._say("Last day"), QUIET)
        begins, starts = self._design.name("begins"), self._design.name("fiscal_start")
        this_year = f"DATE(YEAR({begins}),MONTH({starts}),DAY({starts}))"
        year_before = f"DATE(YEAR({begins})-1,MONTH({starts}),DAY({starts}))"
        text = f"=IF({this_year}<={begins},{this_year},{year_before})"
        for column, need in enumerate(years, FIRST):
            first, last = (cell(row, column) for row in (rows.first, rows.last))
            pen.formula(rows.first, column, Formula(text, serial(need.first)), _DATE)
            ends = f"=DATE(YEAR({first})+1,MONTH({starts}),DAY({starts}))-1"
            pen.formula(rows.last, column, Formula(ends, serial(need.last)), _DATE)
            self._opening(column, need)
            text = f"={last}+1"

    def _opening(self, column: int, need: FiscalNeed) -> None:
        """Write the last opening: the end of payments less all stretches at their longest."""
        rows = self._rows
        first, last = (cell(row, column) for row in (rows.first, rows.last))
        final = f"{rows.of_year(rows.years, 1)}+{rows.of_year(rows.years, 2)}"
        end = last
        written = self._design.profile.programme.batches.last_payment_before
        if written is not None:
            month, day = (int(part) for part in written.split("-"))
            early, late = (f"DATE(YEAR({one}),{month},{day})" for one in (first, last))
            end = f"IF({early}>={first},{early},{late})"
        opening = f"{end}-{cell(rows.all_stretches, _LATEST)}"
        text = f'=IF(OR({first}>={final},{opening}<{first}),"-",{opening})'
        name = self._design.name(f"opening_{column - FIRST + 1}")
        if need.last_opening is not None:
            value = serial(need.last_opening)
            self._pen.formula(rows.opening, column, Formula(text, value), _DATE, name)
        else:
            self._pen.words(rows.opening, column, text, "-", _DATE)
            self._pen.named(rows.opening, column, name)

    def _starts(self) -> None:
        pen, say, row = self._pen, self._say, self._rows.top
        phasing, clock = self._design.costing.phasing, self._laid.clock
        pen.heads(row, (say("Days"), "", "", ""))
        pen.say(row + 1, 0, say("First day of the programme"))
        pen.say(row + 2, 0, say("Fiscal years start on this day and month"))
        listed = (("begins", clock.begins), ("fiscal_start", self._laid.years[0].first))
        entry = Look(unit="date", entry=True)
        for line, (name, day) in enumerate(listed, row + 1):
            pen.number(line, _VALUE, serial(day), entry)
            pen.named(line, _VALUE, self._design.name(name))
        pen.sheet.data_validation(
            row + 1, _VALUE, row + 2, _VALUE,
            {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)},
        )  # fmt: skip
        pen.say(row + 3, 0, say("Rounds in a year"))
        pen.number(row + 3, _VALUE, clock.rounds, Look(unit="count", quiet=True))
        standing = [say("Computed by Kerja"), *([say("assumed")] if phasing.rounds_assumed else [])]
        pen.say(row + 3, FIRST, ", ".join(standing), NOTE)

    def _windows(self) -> None:
        """Write from the stretches on the sheet of assumptions when each payment is made."""
        pen, say, rows = self._pen, self._say, self._rows
        heads = (
            say("Days from the opening of a round"), say("Unit"), "", say("Earliest"),
            say("Latest"), say("Spread over"),
        )  # fmt: skip
        pen.heads(rows.days, heads, (_EARLIEST, _LATEST, _SPREAD))
        for row, kind in enumerate(rows.kinds[:-1], rows.days + 1):
            low, high = self._laid.stretches.window(kind[0], 0)
            pen.say(row, 0, paid_when(kind, pen), QUIET)
            pen.say(row, 1, say("days"), QUIET)
            earliest, latest = self._laid.stretches.behind(kind[0])
            months = [str(MONTH)] if kind[0] == "course" else []
            for column, value, names in (
                (_EARLIEST, low, self._ends(earliest, "low")),
                (_LATEST, high, self._ends(latest, "high")),
            ):
                text = "+".join((*names, *months)) or "0"
                pen.formula(row, column, Formula(f"={text}", value), _DAYS)
            first, last = (cell(row, column) for column in (_EARLIEST, _LATEST))
            # One day where all are paid at once: nothing is divided by zero.
            text = f"=IF({last}>{first},{last}-{first},1)"
            pen.formula(row, _SPREAD, Formula(text, high - low if high > low else 1.0), _DAYS)
        row = rows.all_stretches
        pen.say(row, 0, say("All stretches at their longest"), QUIET)
        pen.say(row, 1, say("days"), QUIET)
        names = self._ends(self._laid.stretches.listed, "high")
        added, value = "+".join(names), float(self._laid.stretches.days or 0)
        pen.formula(row, _LATEST, Formula(f"=ROUND({added},0)", value), _DAYS)

    def _ends(self, listed: Iterable[Lag], end: str) -> list[str]:
        return [self._inputs.end(self._design, lag.path, end) for lag in listed]

    def _years(self) -> None:
        pen, say, rows, clock = self._pen, self._say, self._rows, self._laid.clock
        numbers = range(1, rows.years + 1)
        heads = [f"{say('Year')} {number}" for number in numbers]
        pen.heads(rows.year, (say("Years of the design"), "", "", *heads), range(3, 3 + rows.years))
        pen.say(rows.year + 1, 0, say("First day"), QUIET)
        pen.say(rows.year + 2, 0, say("Days"), QUIET)
        for line in range(rows.rounds):
            pen.say(rows.year + 3 + line, 0, f"{say('Round')} {line + 1}", QUIET)
        for number in numbers:
            column = _VALUE + number - 1
            first, length = rows.of_year(number, 1), rows.of_year(number, 2)
            year = clock.year(number)
            begins = serial(year.first)
            text = f"={self._anniversary(number - 1)}"
            pen.formula(rows.year + 1, column, Formula(text, begins), _DATE)
            text = f"={self._anniversary(number)}-{first}"
            pen.formula(rows.year + 2, column, Formula(text, float(year.length)), _DAYS)
            count = cell(rows.top + 3, _VALUE)
            for line, opening in enumerate(year.openings):
                text = f"={first}+INT({line}*{length}/{count})"
                pen.formula(rows.year + 3 + line, column, Formula(text, begins + opening), _DATE)

    def _anniversary(self, number: int) -> str:
        """Return the first day of the programme some years on; a leap day has its in March."""
        begins = self._design.name("begins")
        leap = f"AND(MONTH({begins})=2,DAY({begins})=29)"
        month, day = f"IF({leap},3,MONTH({begins}))", f"IF({leap},1,DAY({begins}))"
        return f"DATE(YEAR({begins})+{number},{month},{day})"


def year_names(pen: Pen, laid: Timing, rows: Rows, row: int) -> None:
    """Write the names of the fiscal years as heads, as the country names them."""
    sample = laid.years[0]
    for column, need in enumerate(laid.years, FIRST):
        first, last = (cell(line, column) for line in (rows.first, rows.last))
        if sample.name == str(sample.last.year) and f"{sample.first:%m-%d}" != JANUARY:
            text = f'=YEAR({last})&""'
        elif sample.name == str(sample.first.year) and f"{sample.first:%m-%d}" != JANUARY:
            text = f'=YEAR({first})&""'
        else:
            text = (
                f'=YEAR({first})&IF(YEAR({first})=YEAR({last}),"",'
                f'"-"&TEXT(MOD(YEAR({last}),100),"00"))'
            )
        pen.words(row, column, text, need.name, HEAD._replace(right=True))
