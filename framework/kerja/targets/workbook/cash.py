"""The sheet of years and cash: what is paid in each fiscal year, what is carried over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kerja.adaptation import words
from kerja.costing import Cases, FiscalNeed
from kerja.targets.workbook.columns import CASH, WHEN, YEARS, Area, paid_when
from kerja.targets.workbook.design import Design
from kerja.targets.workbook.formulas import OBTAIN, Formula, base, when_known
from kerja.targets.workbook.pen import HEAD, QUIET, SECTION, TEXT, Look, Pen, cells, letters
from kerja.targets.workbook.timing import Share, Timing, timing

WIDTHS = (42, 8, 10, 22)
_UNIT, _YEAR, _AMOUNT, _FIRST = 1, 2, 3, 4


def write_cash(pen: Pen, listed: Sequence[Design], areas: Mapping[int, Area], lines: str) -> None:
    """Write the sheet.

    Args:
        pen: of the sheet.
        listed: the options.
        areas: where the lines of each option stand.
        lines: name of the sheet of cost lines.
    """
    known: dict[object, Timing] = {}
    row, breaks = 0, []
    for design in listed:
        phasing = design.costing.phasing
        # Options that open and pay on the same days have the same shares.
        key = (
            phasing.starts, phasing.rounds, phasing.lags, design.costing.years,
            tuple((need.name, need.last) for need in phasing.years),
            tuple((term.when, term.payments) for ln in design.costing.lines for term in ln.terms),
        )  # fmt: skip
        if key not in known:
            known[key] = timing(design)
        breaks.append(row)
        row = _Section(pen, design, known[key], (areas[design.number], lines)).write(row)
    most = max(len(found.years) for found in known.values())
    pen.sheet.set_column(_FIRST, _FIRST + max(most, 1) - 1, 21, pen.book.look(TEXT))
    pen.sheet.set_h_pagebreaks(breaks[1:])


class _Section:
    """The part of the sheet that belongs to one design."""

    def __init__(self, pen: Pen, design: Design, laid: Timing, where: tuple[Area, str]) -> None:
        self._pen, self._design, self._laid = pen, design, laid
        self._area, self._sheet = where
        own = design.costing.phasing.years
        # The shares may be those of another option; what is needed is this one's own.
        self._years = (*own, *(replace(y, need=None) for y in laid.years[len(own) :]))
        self._say = pen.book.say

    def write(self, row: int) -> int:
        pen, say, phasing = self._pen, self._say, self._design.costing.phasing
        pen.say(row, 0, self._design.title, SECTION)
        if not self._years:
            pen.say(row + 1, 0, say("to be obtained"))
            lacking = "; ".join(say(words(path)) for path in phasing.lacks)
            pen.say(row + 1, _AMOUNT, lacking, QUIET)
            return row + 4
        number = len(self._laid.shares)
        top = row + 7
        below = top + number + 2
        self._results(row + 1, (top, below))
        self._shares(top - 1, say("Share paid in the fiscal year"), lambda share: share.paid)
        self._shares(below - 1, say("Share still owed at its end"), lambda share: share.owed)
        self._amounts(top - 1)
        return below + number + 2

    def _results(self, row: int, tables: tuple[int, int]) -> None:
        pen, say = self._pen, self._say
        years = self._years
        self._heads(row, say("Cash by fiscal year"), say("All years"))
        labels = (say("Cash needed"), say("Carried over: owed at the end of the year"))
        for position, label in enumerate(labels, 1):
            pen.say(row + position, 0, label)
            pen.say(row + position, _UNIT, pen.book.currency, QUIET)
        bold = Look(unit="money", bold=True)
        for number, need in enumerate(years):
            column = _FIRST + number
            self._weighed(row + 1, (column, tables[0], tables[0]), f"cash_{number + 1}", need.need)
            self._weighed(row + 2, (column, *tables), f"owed_{number + 1}", need.carry_over)
            pen.say(row + 3, column, self._opening(need), Look(quiet=True, right=True))
        first, last = (self._design.name(f"cash_{n}") for n in (1, len(years)))
        pen.formula(
            row + 1, _AMOUNT,
            when_known([self._design.name("year")], f"SUM({first}:{last})",
                       base(self._design.costing.total)), bold, self._design.name("cash_all"),
        )  # fmt: skip
        pen.say(row + 3, 0, say("Last day on which a round can open and be paid in the year"))
        pen.say(row + 4, 0, say("Rounds in a year"))
        phasing = self._design.costing.phasing
        assumed = f" ({say('assumed')})" if phasing.rounds_assumed else ""
        pen.say(row + 4, _AMOUNT, f"{phasing.rounds}{assumed}", Look(quiet=True, right=True))
        pen.mark_unknown(cells((row, _AMOUNT), (row + 2, _FIRST + len(years) - 1)))

    def _opening(self, need: FiscalNeed) -> str:
        if need.last_opening is None:
            return "-"
        return self._pen.book.printer.language.date(need.last_opening)

    def _weighed(self, row: int, at: tuple[int, int, int], name: str, value: Cases | None) -> None:
        """Add the amounts of the first table, each by its share in the first or the second."""
        column, first, top = at
        rows = len(self._laid.shares) - 1
        amounts = cells((first, _AMOUNT), (first + rows, _AMOUNT))
        shares = cells((top, column), (top + rows, column))
        known = [self._design.name("year")]
        found = None if self._design.costing.year is None else base(value) or 0.0
        self._pen.formula(
            row, column, when_known(known, f"SUMPRODUCT({amounts},{shares})", found),
            Look(unit="money", bold=True), self._design.name(name),
        )  # fmt: skip

    def _heads(self, row: int, title: str, above: str) -> None:
        heads = (title, self._say("Unit"), self._say("Year"), above)
        years = (need.name for need in self._years)
        self._pen.heads(row, (*heads, *years), range(_YEAR, _FIRST + len(self._years)))

    def _shares(self, row: int, title: str, chosen: Callable[[Share], Sequence[float]]) -> None:
        """Write a table of shares, one row for each kind of payment and year of the design."""
        pen, look = self._pen, Look(unit="share", quiet=True)
        self._heads(row, title, "")
        for line, share in enumerate(self._laid.shares, row + 1):
            pen.say(line, 0, paid_when(share.kind, pen))
            pen.number(line, _YEAR, share.year, Look(unit="plain", quiet=True))
            for column, part in enumerate(chosen(share), _FIRST):
                pen.number(line, column, part, look)

    def _amounts(self, row: int) -> None:
        """Write beside the first table what is paid at each moment in each year of the design."""
        pen, look = self._pen, Look(unit="money", quiet=True)
        sheet = self._sheet.replace("'", "''")
        when, cash = (f"'{sheet}'!{self._area.column(what)}" for what in (WHEN, CASH))
        pen.say(row, _AMOUNT, self._say("Amount of a year"), HEAD._replace(right=True))
        for line, share in enumerate(self._laid.shares, row + 1):
            kind = f"{letters(0)}{line + 1}"
            moment = f"({when}={kind})*({cash}=1)"
            amounts = f"'{sheet}'!{self._area.column(YEARS + share.year - 1)}"
            # Nothing is paid at a moment that no line names; what is not known is not nothing.
            text = (
                f"=IF(AND(SUMPRODUCT({moment})>0,SUMPRODUCT({moment}*ISNUMBER({amounts}))=0),"
                f"{OBTAIN},SUMIFS({amounts},{when},{kind},{cash},1))"
            )
            pen.say(line, _UNIT, pen.book.currency, QUIET)
            pen.formula(line, _AMOUNT, Formula(text, self._amount(share)), look)
        pen.mark_unknown(cells((row + 1, _AMOUNT), (row + len(self._laid.shares), _AMOUNT)))

    def _amount(self, share: Share) -> float | None:
        """Return what is paid at a moment in a year, in the base case; None if not known."""
        costing = self._design.costing
        levels = costing.prices.levels(costing.counted, share.year)
        amounts = [
            None if term.cases is None else term.cases.base * levels[line.id].base
            for line in costing.counted
            for term in line.terms
            if (term.when, term.payments) == share.kind
        ]
        if share.kind == ("year", 1):
            amounts += [None for line in costing.counted if not line.terms]
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if known or not amounts else None
