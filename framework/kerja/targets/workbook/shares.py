"""The shares of a year's payments by fiscal year, as formulas of days and stretches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kerja.costing.lags import MONTH
from kerja.targets.workbook.calendar import FIRST, Rows
from kerja.targets.workbook.columns import CASH, WHEN, YEARS, Lines, paid_when
from kerja.targets.workbook.design import Design
from kerja.targets.workbook.formulas import OBTAIN, Formula
from kerja.targets.workbook.pen import HEAD, QUIET, Look, Pen, cell, cells
from kerja.targets.workbook.timing import OVER_YEAR, Kind, Share, Timing

AMOUNT = 3
"""Column of the amount of a year."""
_UNIT, _YEAR = 1, 2
_SHARE = Look(unit="share", quiet=True)


@dataclass(frozen=True, slots=True)
class Tables:
    """Where the tables of shares stand: the row of the head of the first, and their sizes.

    `of_rounds` of the `shares` rows belong to rounds, the rest to what is spent over the year.
    """

    top: int
    years: int
    shares: int
    of_rounds: int

    @property
    def by_end(self) -> int:
        """Row of the head of what has opened and is paid by the end of a fiscal year."""
        return self.top

    @property
    def within(self) -> int:
        """Row of the head of what is paid within a fiscal year."""
        return self.top + self.years + self.shares + 2

    @property
    def owed(self) -> int:
        """Row of the head of what is still owed at its end."""
        return self.within + self.shares + 2

    @property
    def below(self) -> int:
        """The row after the tables."""
        return self.owed + self.of_rounds + 1

    def paid(self, column: int) -> str:
        """Return the amounts and the shares that are paid in a fiscal year."""
        return self._weighed(self.within, self.shares, column)

    def carried(self, column: int) -> str:
        """Return the amounts and the shares that are owed at the end of a fiscal year."""
        return self._weighed(self.owed, self.of_rounds, column)

    def _weighed(self, head: int, rows: int, column: int) -> str:
        amounts = cells((self.within + 1, AMOUNT), (self.within + rows, AMOUNT))
        return f"{amounts},{cells((head + 1, column), (head + rows, column))}"


def write_shares(
    pen: Pen, about: tuple[Design, Timing, Lines], rows: Rows, *, tables: Tables
) -> None:
    """Write the tables of a design.

    Args:
        pen: of the sheet.
        about: the design, its timing, and where its lines stand.
        rows: of its calendar.
        tables: where to write.
    """
    _Shares(pen, about, rows, tables=tables).write()


class _Shares:
    """The tables while they are written."""

    def __init__(
        self, pen: Pen, about: tuple[Design, Timing, Lines], rows: Rows, *, tables: Tables
    ) -> None:
        self._pen, self._rows, self._tables = pen, rows, tables
        self._say = pen.book.say
        self._design, self._laid, self._lines = about
        self._columns = range(FIRST, FIRST + len(self._laid.years))
        self._labels = {kind: paid_when(kind, pen) for kind in rows.kinds}

    def write(self) -> None:
        self._by_end()
        self._within()
        self._owed()
        self._amounts()

    def _heads(self, row: int, title: str, above: str = "") -> None:
        pen, say = self._pen, self._say
        pen.heads(row, (title, say("Unit") if above else "", say("Year"), above), (_YEAR, AMOUNT))
        for column, need in zip(self._columns, self._laid.years, strict=True):
            name = f"={cell(self._rows.opening - 3, column)}"
            pen.words(row, column, name, need.name, HEAD._replace(right=True))

    def _row(self, row: int, label: str, year: int) -> None:
        self._pen.say(row, 0, label)
        self._pen.number(row, _YEAR, year, Look(unit="plain", quiet=True))

    def _by_end(self) -> None:
        row = self._tables.by_end
        self._heads(row, self._say("Share paid by the end of the fiscal year"))
        for year, opened in enumerate(self._laid.opened, 1):
            row += 1
            self._row(row, self._say("rounds that have opened"), year)
            openings = self._rows.openings(year)
            for column, value in zip(self._columns, opened, strict=True):
                text = f'=COUNTIF({openings},"<="&{self._last(column)})/ROWS({openings})'
                self._pen.formula(row, column, Formula(text, value), _SHARE)
        for share in self._laid.shares:
            row += 1
            self._row(row, self._labels[share.kind], share.year)
            for column, value in zip(self._columns, share.paid_by, strict=True):
                text = self._paid_by(share, self._last(column))
                self._pen.formula(row, column, Formula(text, value), _SHARE)

    def _last(self, column: int) -> str:
        return cell(self._rows.last, column)

    def _paid_by(self, share: Share, day: str) -> str:
        """Return the share of payments made by the end of a day.

        A round is paid in full once it opened `latest` days ago, in part between `earliest` and
        `latest`.
        """
        rows = self._rows
        if share.kind == OVER_YEAR:
            first, length = (rows.of_year(share.year, what) for what in (1, 2))
            return f"=MIN(1,MAX(0,({day}-{first}+1)/{length}))"
        openings = rows.openings(share.year)
        earliest, latest, spread = rows.window(share.kind)
        payments = share.kind[1]
        months = ",".join(str(MONTH * payment) for payment in range(payments))
        later = f"-{{{months}}}" if payments > 1 else ""
        whole, none = f"{day}-{latest}{later}", f"{day}-{earliest}{later}"
        part = f"({openings}>{whole})*({openings}<{none})*({none}-{openings})/{spread}"
        count = f"ROWS({openings})" + (f"/{payments}" if payments > 1 else "")
        return f"=SUMPRODUCT(({openings}<={whole})+{part})/{count}"

    def _within(self) -> None:
        row, above = self._tables.within, self._tables.by_end + self._tables.years + 1
        self._heads(row, self._say("Share paid in the fiscal year"), self._say("Amount of a year"))
        after = self._columns[-1] + 1
        self._pen.say(row, after, self._say("Later"), HEAD._replace(right=True))
        for line, share in enumerate(self._laid.shares):
            self._row(row + 1 + line, self._labels[share.kind], share.year)
            start = ""
            for column, value in zip(self._columns, share.paid, strict=True):
                end = cell(above + line, column)
                text = f"={end}-{start}" if start else f"={end}"
                self._pen.formula(row + 1 + line, column, Formula(text, value), _SHARE)
                start = end
            self._pen.formula(
                row + 1 + line, after, Formula(f"=1-{start}", share.later), _SHARE
            )  # fmt: skip

    def _owed(self) -> None:
        """Write what of the rounds that have opened is not paid yet."""
        tables = self._tables
        self._heads(tables.owed, self._say("Share still owed at its end"))
        opened, paid = tables.by_end, tables.by_end + tables.years + 1
        for line, share in enumerate(self._laid.shares[: tables.of_rounds]):
            self._row(tables.owed + 1 + line, self._labels[share.kind], share.year)
            all_opened = self._laid.opened[share.year - 1]
            pairs = zip(all_opened, share.paid_by, strict=True)
            for column, (by_then, made) in zip(self._columns, pairs, strict=True):
                text = f"={cell(opened + share.year, column)}-{cell(paid + line, column)}"
                formula = Formula(text, by_then - made)
                self._pen.formula(tables.owed + 1 + line, column, formula, _SHARE)

    def _amounts(self) -> None:
        """Write beside the shares what is paid at each moment in each year of the design."""
        pen, first = self._pen, self._tables.within + 1
        when, cash = (self._lines.column(what) for what in (WHEN, CASH))
        amounts_of = self._amounts_of_kinds()
        for line, share in enumerate(self._laid.shares, first):
            kind = f"$A{line + 1}"
            moment = f"({when}={kind})*({cash}=1)"
            amounts = self._lines.column(YEARS + share.year - 1)
            # Nothing is paid at a moment that no line names; what is not known is not nothing.
            text = (
                f"=IF(AND(SUMPRODUCT({moment})>0,SUMPRODUCT({moment}*ISNUMBER({amounts}))=0),"
                f"{OBTAIN},SUMIFS({amounts},{when},{kind},{cash},1))"
            )
            pen.say(line, _UNIT, pen.book.currency, QUIET)
            value = amounts_of[share.kind, share.year]
            pen.formula(line, AMOUNT, Formula(text, value), Look(unit="money", quiet=True))
        pen.mark_unknown(cells((first, AMOUNT), (first + len(self._laid.shares) - 1, AMOUNT)))

    def _amounts_of_kinds(self) -> dict[tuple[Kind, int], float | None]:
        """Return what is paid at each moment in each year, in the base case; None if not known."""
        costing = self._design.costing
        found: dict[tuple[Kind, int], list[float | None]] = {
            (share.kind, share.year): [] for share in self._laid.shares
        }
        for year in range(1, costing.years + 1):
            levels = costing.prices.levels(costing.counted, year)
            for line in costing.counted:
                if not line.terms:
                    found[OVER_YEAR, year].append(None)
                for term in line.terms:
                    cases, level = term.cases, levels[line.id].base
                    amount = None if cases is None else cases.base * level
                    found[(term.when, term.payments), year].append(amount)
        return {key: _known(amounts) for key, amounts in found.items()}


def _known(amounts: Sequence[float | None]) -> float | None:
    """Add what is known; nothing is paid where there is no line, None where none is known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known or not amounts else None
