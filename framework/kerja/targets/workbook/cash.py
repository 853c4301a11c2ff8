"""The sheet of years and cash: what is paid in each fiscal year, what is carried over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kerja.adaptation import words
from kerja.costing import Cases
from kerja.targets.workbook.calendar import FIRST, Rows, write_calendar, year_names
from kerja.targets.workbook.columns import Lines
from kerja.targets.workbook.design import Design
from kerja.targets.workbook.formulas import base, when_known
from kerja.targets.workbook.inputs import Inputs
from kerja.targets.workbook.pen import HEAD, NOTE, QUIET, SECTION, TEXT, Look, Pen, cells
from kerja.targets.workbook.shares import AMOUNT, Tables, write_shares
from kerja.targets.workbook.timing import Timing, timing

WIDTHS = (46, 8, 10, 22)
_UNIT = 1
_FOLLOWS = "Change a stretch on the sheet of assumptions, or a first day here: money moves with it."
_STAYS = "The numbers of rounds and of payments stay as Kerja computed them."
_BOLD = Look(unit="money", bold=True)


def write_cash(
    pen: Pen, listed: Sequence[Design], inputs: Inputs, *, lines: Mapping[int, Lines]
) -> None:
    """Write the sheet.

    Args:
        pen: of the sheet.
        listed: the options.
        inputs: all figures, the stretches of a round among them.
        lines: where the lines of each option stand.
    """
    row, most, breaks = 0, 1, []
    for design in listed:
        laid = timing(design)
        breaks.append(row)
        pen.say(row, 0, design.title, SECTION)
        if laid is None:
            row = _lacking(pen, design, row + 1)
        else:
            most = max(most, len(laid.years) + 1)
            section = _Section(pen, (design, laid, inputs), lines[design.number])
            row, top = section.write(row + 1)
            breaks.append(top)
    pen.sheet.set_column(FIRST, FIRST + most - 1, 21, pen.book.look(TEXT))
    pen.sheet.set_h_pagebreaks(breaks[1:])


def _lacking(pen: Pen, design: Design, row: int) -> int:
    """Say what keeps the years from being laid over fiscal years."""
    say = pen.book.say
    pen.say(row, 0, say("to be obtained"))
    lacking = "; ".join(say(words(path)) for path in design.costing.phasing.lacks)
    pen.say(row, AMOUNT, lacking, QUIET)
    return row + 3


class _Section:
    """The part of the sheet that belongs to one design."""

    def __init__(self, pen: Pen, about: tuple[Design, Timing, Inputs], lines: Lines) -> None:
        self._pen, self._about, self._lines = pen, about, lines
        self._design, self._laid, _ = about
        self._say = pen.book.say

    def write(self, row: int) -> tuple[int, int]:
        """Write the section; return the row after it, and that of its tables of shares."""
        pen, say, laid = self._pen, self._say, self._laid
        years = self._design.costing.years
        kinds = tuple(dict.fromkeys(share.kind for share in laid.shares))
        rows = Rows(row + 4, row + 8, kinds, years, laid.clock.rounds)
        tables = Tables(rows.below, years, len(kinds) * years, (len(kinds) - 1) * years)
        pen.say(row, 0, f"{say(_FOLLOWS)} {say(_STAYS)}", NOTE)
        self._results(row + 1, tables)
        year_names(pen, laid, rows, row + 1)
        write_calendar(pen, self._about, rows)
        write_shares(pen, (self._design, laid, self._lines), rows, tables=tables)
        return tables.below + 1, tables.top

    def _results(self, row: int, tables: Tables) -> None:
        pen, say, design = self._pen, self._say, self._design
        years = self._laid.years
        after = FIRST + len(years)
        pen.heads(row, (say("Cash by fiscal year"), say("Unit"), "", say("All years")), (AMOUNT,))
        pen.say(row, after, say("Later"), HEAD._replace(right=True))
        labels = (say("Cash needed"), say("Carried over: owed at the end of the year"))
        for position, label in enumerate(labels, 1):
            pen.say(row + position, 0, label)
            pen.say(row + position, _UNIT, pen.book.currency, QUIET)
        for number, need in enumerate(years, 1):
            column = FIRST + number - 1
            self._add((row + 1, column), tables.paid(column), need.need, f"cash_{number}")
            self._add((row + 2, column), tables.carried(column), need.carry_over, f"owed_{number}")
        self._add((row + 1, after), tables.paid(after), None, "cash_later")
        first, last = design.name("cash_1"), design.name("cash_later")
        whole = when_known(
            [design.name("year")], f"SUM({first}:{last})", base(design.costing.total)
        )
        pen.formula(row + 1, AMOUNT, whole, _BOLD, design.name("cash_all"))
        pen.mark_unknown(cells((row + 1, AMOUNT), (row + 2, after)))

    def _add(self, at: tuple[int, int], weighed: str, value: Cases | None, name: str) -> None:
        """Add amounts, each by its share."""
        design = self._design
        found = None if design.costing.year is None else base(value) or 0.0
        formula = when_known([design.name("year")], f"SUMPRODUCT({weighed})", found)
        self._pen.formula(*at, formula, _BOLD, design.name(name))
