"""The workbook as a whole: its sheets in order, each formula with its value in the base case."""

from __future__ import annotations

import io
from datetime import datetime, time

from kerja.targets.documents import printer_of
from kerja.targets.registry import Draft, Files
from kerja.targets.workbook import assumptions, cash, columns, lines, options, sources
from kerja.targets.workbook.design import designs
from kerja.targets.workbook.inputs import Inputs
from kerja.targets.workbook.pen import Book

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A3 = 8


def workbook_files(draft: Draft) -> Files:
    """Return budget.xlsx, its labels in the first language of the draft."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    listed = designs(draft)
    printer = printer_of(draft, draft.languages[0], {})
    file = Workbook(out, _OPTIONS)
    created = datetime.combine(draft.date, time())
    heading = f"{printer.country}, {printer.language.date(draft.date)}"
    file.set_properties({"title": f"{printer.say('Budget')}: {heading}", "created": created})
    file.set_calc_mode("auto")
    book = Book(file, printer, listed[0].costing.currency)
    inputs = Inputs(listed, draft.register)
    sheets = (
        book.sheet(printer.say("Assumptions"), assumptions.WIDTHS, paper=_A3),
        book.sheet(printer.say("Options"), options.widths(listed)),
        book.sheet(printer.say("Cost lines"), columns.WIDTHS, paper=_A3),
        book.sheet(printer.say("Years and cash"), cash.WIDTHS, paper=_A3),
        book.sheet(printer.say("Sources"), sources.WIDTHS),
    )
    given, compared, costed, paid, cited = sheets
    options.write_options(compared, listed, inputs, f"{printer.say('Options')}: {heading}")
    stand = lines.write_lines(costed, listed, inputs)
    cash.write_cash(paid, listed, inputs, lines=stand)
    sources.write_sources(cited)
    bases = [one.costing.prices.basis or "" for one in listed]
    # Last, as it names the ends that the other sheets have asked for.
    assumptions.write_assumptions(
        given, inputs, f"{printer.say('Assumptions')}: {heading}", bases
    )  # fmt: skip
    for sheet in sheets:
        sheet.close()
    given.sheet.activate()
    file.close()
    return {"budget.xlsx": out.getvalue()}
