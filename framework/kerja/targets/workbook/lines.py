"""The sheet of cost lines: for each option what drives it, every line, and the years' amounts."""

from __future__ import annotations

from collections.abc import Sequence

from kerja.adaptation import words
from kerja.costing import Driver, Line, Term
from kerja.costing.prices import RESERVE
from kerja.targets.workbook.columns import (
    AMOUNT,
    CASH,
    COUNTS,
    LACKS,
    NATURE,
    NOTE,
    PAYER,
    PAYERS,
    STANDING,
    UNIT,
    WHEN,
    YEARS,
    Area,
    Lines,
    paid_when,
)
from kerja.targets.workbook.design import Design
from kerja.targets.workbook.drivers import driver_formulas, term_formula
from kerja.targets.workbook.formulas import OBTAIN, Formula, base, summed
from kerja.targets.workbook.inputs import INFLATION, Inputs, cost_of
from kerja.targets.workbook.pen import (
    ENTRY,
    QUIET,
    SECTION,
    STRONG,
    TEXT,
    Look,
    Pen,
    cells,
    letters,
)
from kerja.targets.workbook.totals import write_totals


def write_lines(pen: Pen, listed: Sequence[Design], inputs: Inputs) -> dict[int, Lines]:
    """Write the sheet, and return where the lines of each design stand."""
    stand = {}
    most = max(design.costing.years for design in listed)
    pen.sheet.set_column(YEARS, YEARS + most - 1, 21, pen.book.look(TEXT))
    row, breaks = 0, []
    for design in listed:
        breaks.append(row)
        row, area = _Section(pen, design, inputs).write(row)
        stand[design.number] = Lines(pen.sheet.get_name(), area)
    pen.sheet.set_h_pagebreaks(breaks[1:])
    pen.sheet.freeze_panes(0, 1)
    return stand


class _Section:
    """The part of the sheet that belongs to one design."""

    def __init__(self, pen: Pen, design: Design, inputs: Inputs) -> None:
        self._pen, self._design, self._inputs = pen, design, inputs
        self._say = pen.book.say
        costing = design.costing
        basis = costing.prices
        rises = basis.basis == "nominal" and basis.inflation is not None
        self._rise = basis.inflation or 0.0 if rises else 0.0
        self._years = costing.years
        self._levels = [
            {**basis.levels(costing.lines, n), **basis.levels(costing.counted, n)}
            for n in range(1, self._years + 1)
        ]

    def write(self, row: int) -> tuple[int, Area]:
        pen, say, design, top = self._pen, self._say, self._design, row
        pen.say(row, 0, design.title, SECTION)
        row = self._drivers(row + 1)
        years = [f"{say('Year')} {n + 1}" for n in range(self._years)]
        pen.heads(
            row,
            (
                say("Line of cost"), say("How it is reckoned"), say("Nature"), say("Payer"),
                say("Counts: 1, or 0"), say("Unit"), say("Amount of a year"), say("Standing"),
                say("To be obtained"), say("Note"), say("Paid"), say("In the cash"), *years,
            ),
            (AMOUNT, *range(YEARS, YEARS + self._years)),
        )  # fmt: skip
        first = row + 1
        lines = design.costing.lines
        rows = sum(1 if len(line.terms) < 2 else 1 + len(line.terms) for line in lines)
        area = Area(first, first + rows - 1)
        row = first
        for line in lines:
            row = self._line(row, line, area)
        self._choices(area)
        row = write_totals(pen, row, (design, self._inputs, area))
        pen.mark_unknown(cells((top, AMOUNT), (row, STANDING)))
        pen.mark_unknown(cells((top, YEARS), (row, YEARS + self._years - 1)))
        return row + 2, area

    def _drivers(self, row: int) -> int:
        pen, say = self._pen, self._say
        pen.heads(
            row, (say("What drives the cost"), say("How it is reckoned"), "", "", "",
                  say("Unit"), say("Amount of a year"), "", say("To be obtained")),
            (AMOUNT,),
        )  # fmt: skip
        for driver, formula in driver_formulas(self._design, self._inputs):
            row += 1
            self._driver(row, driver, formula)
        row += 1
        pen.say(row, 0, say("Yearly rise of prices"))
        inflation = self._inputs.name(self._design, INFLATION)
        text = (
            f'=IF(AND(price_basis="{say("nominal").replace(chr(34), chr(34) * 2)}",'
            f"ISNUMBER({inflation})),{inflation},0)"
        )
        pen.say(row, UNIT, say("rate"), QUIET)
        pen.formula(
            row, AMOUNT, Formula(text, self._rise), Look(unit="rate"), self._name("rise")
        )  # fmt: skip
        pen.say(row, LACKS, self._words(self._design.costing.prices.lacks), QUIET)
        return row + 2

    def _driver(self, row: int, driver: Driver, formula: Formula) -> None:
        unit = "money" if driver.unit == "money" else "count"
        pen = self._pen
        pen.say(row, 0, self._say(driver.said))
        pen.say(row, 1, driver.formula, QUIET)
        pen.say(row, UNIT, self._currency if unit == "money" else self._say("count"), QUIET)
        pen.formula(row, AMOUNT, formula, Look(unit=unit), self._name(driver.id))
        pen.say(row, LACKS, self._words(driver.lacks), QUIET)

    @property
    def _currency(self) -> str:
        return self._pen.book.currency

    def _name(self, what: str) -> str:
        return self._design.name(what)

    def _words(self, paths: Sequence[str]) -> str:
        return "; ".join(self._say(words(path)) if "." in path else path for path in paths)

    def _line(self, row: int, line: Line, area: Area) -> int:
        """Write a line; one of several terms has a row for each below it, added up."""
        pen, say = self._pen, self._say
        pen.say(row, 0, say(line.title), STRONG)
        pen.say(row, 1, line.formula, QUIET)
        pen.say(row, NATURE, say(line.nature), QUIET)
        pen.say(row, PAYER, say(line.payer), ENTRY)
        pen.number(row, COUNTS, int(line.counts), Look(unit="plain", entry=True, centred=True))
        pen.say(row, UNIT, self._currency, QUIET)
        pen.say(row, LACKS, self._words(line.lacks), QUIET)
        notes = (line.why_not, line.note, ", ".join(line.asked_by))
        pen.say(row, NOTE, "; ".join(filter(None, notes)), QUIET)
        terms = len(line.terms)
        amount = f"{letters(AMOUNT)}{row + 1}"
        parts = f"{letters(AMOUNT)}{row + 2}:{letters(AMOUNT)}{row + 1 + terms}"
        if terms > 1:
            pen.formula(
                row, AMOUNT, summed(parts, base(line.known)), Look(unit="money", bold=True)
            )  # fmt: skip
            for number in range(self._years):
                letter = letters(YEARS + number)
                inner = f"{letter}{row + 2}:{letter}{row + 1 + terms}"
                value = self._of_year(line, base(line.known), number)
                pen.formula(row, YEARS + number, summed(inner, value), Look(unit="money"))
            for position, term in enumerate(line.terms, 1):
                pen.say(row + position, 0, f"   {say('part')} {position}", QUIET)
                pen.say(row + position, 1, self._product(term), QUIET)
                self._term(row + position, (line, term), row, area)
            self._standing(row, line, parts, terms)
            return row + terms + 1
        self._term(row, (line, line.terms[0] if line.terms else None), row, area)
        self._standing(row, line, amount, 1)
        return row + 1

    def _choices(self, area: Area) -> None:
        """Let payer and counting be changed, to what is possible."""
        payers = [self._say(payer) for payer in PAYERS]
        for column, listed in ((PAYER, payers), (COUNTS, [1, 0])):
            self._pen.sheet.data_validation(
                area.first, column, area.last, column, {"validate": "list", "source": listed}
            )  # fmt: skip

    def _product(self, term: Term) -> str:
        factors = [words(f.path) if "." in f.path else self._said(f.path) for f in term.factors]
        if term.unit is not None:
            factors[0] = f"{factors[0]} ÷ {words(term.unit.path)} (begun)"
        return " × ".join(factors)

    def _said(self, path: str) -> str:
        named = {driver.key: driver.said for driver in self._design.costing.drivers}
        return named.get(path, path.replace("_", " "))

    def _term(self, row: int, one: tuple[Line, Term | None], head: int, area: Area) -> None:
        line, term = one
        pen = self._pen
        if term is None:
            name = self._inputs.name(self._design, cost_of(line))
            formula, kind = Formula(f"={name}", base(line.known)), ("year", 1)
        else:
            formula = term_formula(term, self._design, self._inputs)
            kind = (term.when, term.payments)
        is_own = head == row
        pen.formula(row, AMOUNT, formula, Look(unit="money", bold=is_own, quiet=not is_own))
        pen.say(row, WHEN, paid_when(kind, pen), QUIET)
        pen.formula(
            row, CASH, Formula(f"={letters(COUNTS)}{head + 1}", float(line.counts)),
            Look(unit="plain", quiet=True, centred=True),
        )  # fmt: skip
        for number in range(self._years):
            value = self._of_year(line, formula.value, number)
            text = self._yearly(row, line, number, area)
            pen.formula(row, YEARS + number, Formula(text, value), Look(unit="money"))

    def _yearly(self, row: int, line: Line, number: int, area: Area) -> str:
        amount = f"{letters(AMOUNT)}{row + 1}"
        if line.id == RESERVE:
            share = self._inputs.name(self._design, "budget.contingency_share")
            rest = area.without_reserve(YEARS + number)
            return f"=IF(COUNT({amount})=0,{OBTAIN},{share}*{rest})"
        rise = f"*(1+{self._name('rise')})^{number}"
        return f"=IF(COUNT({amount})=0,{OBTAIN},{amount}{'' if line.is_set_by_design else rise})"

    def _of_year(self, line: Line, amount: float | None, number: int) -> float | None:
        if amount is None:
            return None
        return amount * self._levels[number][line.id].base

    def _standing(self, row: int, line: Line, parts: str, number: int) -> None:
        say = self._say
        known, some = say("known").replace('"', '""'), say("in part").replace('"', '""')
        text = f'=IF(COUNT({parts})={number},"{known}",IF(COUNT({parts})=0,{OBTAIN},"{some}"))'
        found = sum(term.cases is not None for term in line.terms)
        value = say("known") if found == number else say("in part") if found else ""
        self._pen.words(row, STANDING, text, value or self._pen.book.obtain)
