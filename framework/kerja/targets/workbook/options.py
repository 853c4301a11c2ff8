"""The sheet of options: people, cost by year, cost per person who finishes, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from kerja.adaptation import words
from kerja.costing import Ratio
from kerja.targets.workbook.design import Design
from kerja.targets.workbook.formulas import OBTAIN, Formula, base, when_known
from kerja.targets.workbook.inputs import RATE, Inputs
from kerja.targets.workbook.pen import QUIET, STRONG, TITLE, Look, Pen, cells

WIDTHS = (46, 9)
OPTION_WIDTH = 34
_FIRST = 2
_GRID = {"visible": True, "line": {"color": "#D9DEE2", "width": 0.5}}
_HEADS = 3
_LARGE = 1e8
"""A cost from which the axis counts in millions."""
_HEADING = Look(bold=True, runs_on=True)
_PEOPLE = ("places", "applicants", "purchased", "completed", "paid")


def write_options(pen: Pen, listed: Sequence[Design], inputs: Inputs, title: str) -> None:
    """Write the sheet, a column for each option."""
    _Sheet(pen, listed, inputs).write(title)


class _Sheet:
    """The sheet while it is written."""

    def __init__(self, pen: Pen, listed: Sequence[Design], inputs: Inputs) -> None:
        self._pen, self._listed, self._inputs = pen, listed, inputs
        self._say = pen.book.say

    def write(self, title: str) -> None:
        pen, say = self._pen, self._say
        pen.say(0, 0, title, TITLE)
        pen.say(1, 0, say("Case"), QUIET)
        pen.words(1, _FIRST, "=case_name", say("base"), STRONG)
        pen.heads(
            _HEADS,
            (say("Option"), say("Unit"), *(one.title for one in self._listed)),
            range(_FIRST, _FIRST + len(self._listed)),
        )
        row = self._people(_HEADS + 1)
        first = row
        row = self._years(row)
        last = row - 1
        row = self._totals(row)
        row = self._dollars(row)
        row = self._lacking(row)
        pen.mark_unknown(cells((_HEADS + 1, _FIRST), (row, _FIRST + len(self._listed) - 1)))
        row = self._lists(row)
        self._chart(row + 1, first, last)
        pen.sheet.freeze_panes(_HEADS + 1, _FIRST)
        pen.sheet.set_portrait()
        pen.sheet.fit_to_pages(1, 1)

    def _row(self, row: int, label: str, unit: str) -> None:
        self._pen.say(row, 0, label)
        self._pen.say(row, 1, unit, QUIET)

    def _people(self, row: int) -> int:
        for name in _PEOPLE:
            said = self._listed[0].costing.driver(name).said
            self._row(row, self._say(said), self._say("count"))
            for column, design in enumerate(self._listed, _FIRST):
                value = base(design.costing.driver(name).cases)
                formula = Formula(f"={design.name(name)}", value)
                self._pen.formula(row, column, formula, Look(unit="count"))
            row += 1
        return row

    def _years(self, row: int) -> int:
        """Write the cost of each year of the design; after its last year the cell is empty."""
        most = max(design.costing.years for design in self._listed)
        for number in range(1, most + 1):
            self._row(row, f"{self._say('Cost of year')} {number}", self._pen.book.currency)
            for column, design in enumerate(self._listed, _FIRST):
                if number <= design.costing.years:
                    by_year = design.costing.by_year
                    value = by_year[number - 1].cost.base if by_year else None
                    formula = Formula(f"={design.name(f'year_{number}')}", value)
                    self._pen.formula(row, column, formula, Look(unit="money"))
            row += 1
        return row

    def _totals(self, row: int) -> int:
        pen, say = self._pen, self._say
        currency = pen.book.currency
        self._row(row, say("Cost of all years, as far as known"), currency)
        self._row(row + 1, say("Cost of a year for one place"), currency)
        self._row(row + 2, say("Cost of a year for one who finishes"), currency)
        for column, design in enumerate(self._listed, _FIRST):
            costing = design.costing
            years = [design.name(f"year_{n + 1}") for n in range(costing.years)]
            total = when_known(years, "+".join(years), base(costing.total))
            pen.formula(
                row, column, total, Look(unit="money", bold=True, total=True), design.name("total")
            )  # fmt: skip
            self._ratio(row + 1, column, design, ("per_place", "places", costing.per_place))
            self._ratio(
                row + 2, column, design, ("per_completer", "completed", costing.per_completer)
            )  # fmt: skip
        return row + 3

    def _ratio(self, row: int, column: int, design: Design, what: tuple[str, str, Ratio]) -> None:
        name, persons, ratio = what
        year, people = design.name("year"), design.name(persons)
        computed = f"IF({people}=0,{OBTAIN},{year}/{people})"
        formula = when_known((year, people), computed, base(ratio.value))
        self._pen.formula(row, column, formula, Look(unit="money"), design.name(name))

    def _dollars(self, row: int) -> int:
        if self._pen.book.currency == "USD":
            return row
        labels = {
            "total": self._say("Cost of all years, as far as known"),
            "per_place": self._say("Cost of a year for one place"),
            "per_completer": self._say("Cost of a year for one who finishes"),
        }
        for what, label in labels.items():
            self._row(row, label, "USD")
            for column, design in enumerate(self._listed, _FIRST):
                rate, amount = self._inputs.name(design, RATE), design.name(what)
                formula = when_known((amount, rate), f"{amount}/{rate}", self._value(design, what))
                self._pen.formula(
                    row, column, formula, Look(unit="dollars"), design.name(f"{what}_usd")
                )  # fmt: skip
            row += 1
        return row

    def _value(self, design: Design, what: str) -> float | None:
        costing = design.costing
        cases = {
            "total": costing.total,
            "per_place": costing.per_place.value,
            "per_completer": costing.per_completer.value,
        }[what]
        name = self._inputs.name(design, RATE)
        rate = next(one.cases for one in self._inputs.all if one.name == name)
        return cases.base / rate.base if cases is not None and rate is not None else None

    def _lacking(self, row: int) -> int:
        self._row(row, self._say("Lines that are not wholly known"), self._say("count"))
        for column, design in enumerate(self._listed, _FIRST):
            lacking = sum(bool(line.lacks) for line in design.costing.counted)
            formula = Formula(f"={design.name('lacking')}", float(lacking))
            self._pen.formula(row, column, formula, Look(unit="count"))
        return row + 1

    def _lists(self, row: int) -> int:
        """Write what is to be obtained, who must agree, and the risks that the profile names."""
        pen, say = self._pen, self._say
        for label in (say("To be obtained"), say("Who must agree"), say("Risks")):
            pen.say(row, 0, label)
            for column, design in enumerate(self._listed, _FIRST):
                lacking = [
                    say(words(path)) if "." in path else path for path in design.costing.lacks
                ]
                listed = {
                    say("To be obtained"): lacking,
                    say("Who must agree"): design.who_must_agree,
                    say("Risks"): design.risks,
                }[label]
                pen.say(row, column, "\n".join(f"• {one}" for one in listed), QUIET)
            row += 1
        return row

    def _chart(self, row: int, first: int, last: int) -> None:
        pen, say = self._pen, self._say
        columns = (_FIRST, _FIRST + len(self._listed) - 1)
        known = [year.cost.base for one in self._listed for year in one.costing.by_year]
        is_large = max(known, default=0.0) >= _LARGE
        unit = f"{say('million')} {pen.book.currency}" if is_large else pen.book.currency
        title = f"{say('Cost by year, as far as known')} ({unit})"
        shown = title.replace('"', '""')
        costs = cells((first, columns[0]), (last, columns[1]))
        text = f'="{shown}"&IF(COUNT({costs})=0,": "&{OBTAIN},"")'
        pen.words(row, 0, text, title if known else f"{title}: {pen.book.obtain}", _HEADING)
        chart = pen.book.book.add_chart({"type": "column"})
        sheet = pen.sheet.get_name()
        font = {"name": pen.book.font, "size": 9}
        for column, _ in enumerate(self._listed, _FIRST):
            chart.add_series({
                "name": [sheet, _HEADS, column],
                "categories": [sheet, first, 0, last, 0],
                "values": [sheet, first, column, last, column],
            })  # fmt: skip
        # Its heading is the cell above it, which follows the figures in every program.
        chart.set_title({"none": True})
        chart.set_legend({"position": "bottom", "font": font})
        chart.set_x_axis({"num_font": font})
        chart.set_y_axis(
            {
                "num_font": font,
                "num_format": "#,##0,," if is_large else "#,##0",
                "min": 0,
                "major_gridlines": _GRID,
            }
        )
        chart.set_size({"width": 900, "height": 320})
        pen.sheet.insert_chart(row + 1, 0, chart)


def widths(listed: Sequence[Design]) -> tuple[float, ...]:
    """Return the widths of the columns."""
    return (*WIDTHS, *(OPTION_WIDTH for _ in listed))
