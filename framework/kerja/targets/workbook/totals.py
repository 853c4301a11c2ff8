"""Below the lines of an option: its total, what the reserve is taken of, and who pays."""

from __future__ import annotations

from kerja.costing.lines import YEAR
from kerja.costing.prices import RESERVE
from kerja.targets.workbook.columns import (
    AMOUNT,
    COUNTS,
    PAYER,
    PAYERS,
    STANDING,
    UNIT,
    YEARS,
    Area,
)
from kerja.targets.workbook.design import Design
from kerja.targets.workbook.formulas import OBTAIN, Formula, base, when_known
from kerja.targets.workbook.inputs import DONORS, Inputs
from kerja.targets.workbook.pen import QUIET, Look, Pen


def write_totals(pen: Pen, row: int, about: tuple[Design, Inputs, Area]) -> int:
    """Write what stands below the lines of a design, and return the row after it."""
    return _Totals(pen, about).write(row)


class _Totals:
    """The rows below the lines while they are written."""

    def __init__(self, pen: Pen, about: tuple[Design, Inputs, Area]) -> None:
        self._pen = pen
        self._say = pen.book.say
        self._design, self._inputs, self._area = about

    def write(self, row: int) -> int:
        area = self._area
        pen, say, costing = self._pen, self._say, self._design.costing
        counts = area.column(COUNTS)
        bold = Look(unit="money", bold=True, total=True)
        pen.say(row, 0, say("Total of what is known"), Look(bold=True, total=True))
        pen.say(row, UNIT, self._pen.book.currency, QUIET)
        known = f"SUMPRODUCT(({counts}=1)*ISNUMBER({area.column(AMOUNT)}))"
        pen.formula(
            row, AMOUNT,
            Formula(
                f"=IF({known}=0,{OBTAIN},SUMIF({counts},1,{area.column(AMOUNT)}))",
                base(costing.year),
            ), bold, self._design.name("year"),
        )  # fmt: skip
        for number in range(self._design.costing.years):
            amounts = area.column(YEARS + number)
            value = costing.by_year[number].cost.base if costing.by_year else None
            text = f"=IF({known}=0,{OBTAIN},SUMIF({counts},1,{amounts}))"
            pen.formula(
                row, YEARS + number, Formula(text, value), bold,
                self._design.name(f"year_{number + 1}"),
            )  # fmt: skip
        standing = area.column(STANDING)
        lacking = sum(bool(line.lacks) for line in costing.counted)
        whole = say("known").replace('"', '""')
        text = f'=SUMPRODUCT(({counts}=1)*({standing}<>"{whole}"))'
        pen.say(row + 1, 0, say("Lines that are not wholly known"))
        pen.formula(
            row + 1, AMOUNT, Formula(text, float(lacking)), Look(unit="count"),
            self._design.name("lacking"),
        )  # fmt: skip
        return self._before_reserve(row + 2)

    def _before_reserve(self, row: int) -> int:
        """Write what the reserve is taken of: the lines that count, but itself."""
        area = self._area
        inner = area.before_reserve
        known = f"SUMPRODUCT(({inner.column(COUNTS)}=1)*ISNUMBER({inner.column(AMOUNT)}))"
        reserve = self._design.costing.line(RESERVE)
        value = reserve.terms[0].factors[0].cases
        text = f"=IF({known}=0,{OBTAIN},{area.without_reserve(AMOUNT)})"
        self._pen.say(row, 0, self._say("Total without the reserve"), QUIET)
        self._pen.formula(
            row, AMOUNT, Formula(text, base(value)), Look(unit="money", quiet=True),
            self._design.name(YEAR),
        )  # fmt: skip
        return self._payers(row + 2)

    def _payers(self, row: int) -> int:
        """Write who pays how much in each year; donors take their share of what the state pays."""
        area = self._area
        pen, say, costing = self._pen, self._say, self._design.costing
        heads = [f"{say('Year')} {number + 1}" for number in range(self._design.costing.years)]
        pen.heads(
            row,
            (say("Payer"), *[""] * 4, say("Unit"), *[""] * 6, *heads),
            range(YEARS, YEARS + len(heads)),
        )
        share = f"N({self._inputs.end(self._design, DONORS, 'base')})"
        for payer in PAYERS:
            row += 1
            pen.say(row, 0, say(payer))
            pen.say(row, UNIT, self._pen.book.currency, QUIET)
            for number in range(self._design.costing.years):
                amounts = area.column(YEARS + number)
                own, state = (
                    f'SUMIFS({amounts},{area.column(COUNTS)},1,{area.column(PAYER)},"{who}")'
                    for who in (say(payer), say("state"))
                )
                text = own
                if payer == "state":
                    text = f"{own}*(1-{share})"
                elif payer == "donor":
                    text = f"{own}+{state}*{share}"
                year = self._design.name(f"year_{number + 1}")
                value = None
                if costing.by_year:
                    paid = {one.payer: one.amount for one in costing.by_year[number].by_payer}
                    value = paid[payer].base if payer in paid else 0.0
                pen.formula(
                    row, YEARS + number, when_known([year], text, value), Look(unit="money"),
                    self._design.name(f"paid_{payer}_{number + 1}"),
                )  # fmt: skip
        return row + 1
