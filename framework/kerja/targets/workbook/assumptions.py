"""The sheet of assumptions: every figure that goes into the costing, and the switch of the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from kerja.adaptation import words
from kerja.targets.workbook.formulas import CASE, OBTAIN, Formula, base
from kerja.targets.workbook.inputs import Input, Inputs
from kerja.targets.workbook.pen import (
    ENTRY,
    QUIET,
    SECTION,
    STRONG,
    TEXT,
    TITLE,
    Look,
    Pen,
    cells,
    letters,
    with_unit,
)

WIDTHS = (44, 22, 9, 17, 17, 17, 19, 10, 24, 20, 44, 38, 15)
CASES = ("low", "base", "high")
STRETCHES = {
    "assumptions.lags.registration": "Days of registration",
    "assumptions.lags.selection": "Days of selection",
    "assumptions.lags.purchase": "Days to choose a course",
    "assumptions.lags.training": "Days of training",
    "assumptions.lags.certificate": "Days to the certificate",
    "assumptions.lags.payment": "Days to the payment",
    "assumptions.lags.buffer": "Days in reserve",
}
_SWITCH = (3, 3)
_HEADS = 8
_LOW, _BASE, _HIGH, _USED, _OPPOSITE = 3, 4, 5, 6, 12


def write_assumptions(pen: Pen, inputs: Inputs, title: str, bases: Iterable[str]) -> None:
    """Write the sheet.

    Args:
        pen: of the sheet.
        inputs: all figures; their asked names are known once the other sheets are written.
        title: country and date.
        bases: the price bases of the options, "nominal" or "real".
    """
    book = pen.book
    say = book.say
    pen.say(0, 0, title, TITLE)
    pen.say(1, 0, say("Only the yellow cells can be changed. All sheets follow."), QUIET)
    _switch(pen, sorted(set(bases)))
    heads = (
        say("Figure"), say("Options"), say("Unit"), *(say(case) for case in CASES),
        say("In this case"), say("Year"), say("Source"), say("Status"), say("Note"),
        say("Field"), say("In the opposite case"),
    )  # fmt: skip
    pen.heads(_HEADS, heads, (_LOW, _BASE, _HIGH, _USED, _OPPOSITE))
    row, section = _HEADS + 1, ""
    rows: dict[int, Input] = {}
    for given in inputs.all:
        own = given.path.partition(".")[0] if "." in given.path else ""
        if own != section or row == _HEADS + 1:
            pen.say(row, 0, say(words(own)) if own else say("Other costs"), STRONG)
            section, row = own, row + 1
        _figure(pen, row, given, inputs)
        rows[row] = given
        row += 1
    _limits(pen, rows)
    pen.mark_unknown(cells((_HEADS + 1, _USED), (row, _USED)))
    pen.sheet.freeze_panes(_HEADS + 1, 1)
    pen.sheet.repeat_rows(_HEADS)
    pen.sheet.print_area(0, 0, row, len(WIDTHS) - 2)
    pen.sheet.set_column(_OPPOSITE, _OPPOSITE, WIDTHS[_OPPOSITE], book.look(QUIET))


def _switch(pen: Pen, bases: list[str]) -> None:
    say = pen.book.say
    heads = cells((_HEADS, _LOW), (_HEADS, _HIGH))
    row, column = _SWITCH
    pen.say(row, 0, say("Case: choose low, base or high"), SECTION)
    pen.say(row, column, say("base"), Look(entry=True, bold=True, centred=True))
    pen.named(row, column, "case_name")
    pen.sheet.data_validation(row, column, row, column, {"validate": "list", "source": f"={heads}"})
    pen.say(row + 1, 0, say("Number of the case"), QUIET)
    pen.formula(
        row + 1, column, Formula(f"=MATCH(case_name,{heads},0)", 2.0),
        Look(unit="plain", quiet=True, centred=True), CASE,
    )  # fmt: skip
    pen.say(row + 2, 0, say("Words for what is not known"), QUIET)
    pen.say(row + 2, column, pen.book.obtain, QUIET)
    pen.named(row + 2, column, OBTAIN)
    pen.say(row + 3, 0, say("Prices: nominal ones rise by inflation, real ones do not"), TEXT)
    pen.say(row + 3, column, say(bases[0]) if len(bases) == 1 else "", ENTRY)
    pen.named(row + 3, column, "price_basis")
    pen.sheet.data_validation(
        row + 3, column, row + 3, column,
        {"validate": "list", "source": [say("nominal"), say("real")]},
    )  # fmt: skip


def _figure(pen: Pen, row: int, given: Input, inputs: Inputs) -> None:
    say = pen.book.say
    unit = pen.book.currency if given.unit == "money" else say(given.unit)
    said = STRETCHES.get(given.path) or words(given.path)
    pen.say(row, 0, say(said) if "." in given.path else given.path)
    pen.say(row, 1, "; ".join(given.options) or say("all options"), QUIET)
    pen.say(row, 2, unit, QUIET)
    _ends(pen, row, given)
    line = row + 1
    ends = f"{letters(_LOW)}{line}:{letters(_HIGH)}{line}"
    outer = f"{letters(_LOW)}{line},{letters(_HIGH)}{line}"
    middle = f"({letters(_LOW)}{line}+{letters(_HIGH)}{line})/2"
    for column, case, name in (
        (_USED, CASE, given.name),
        (_OPPOSITE, f"4-{CASE}", f"{given.name}_opposite"),
    ):
        if column == _USED or inputs.is_asked(name):
            chosen = f"INDEX({ends},{case})"
            text = f"=IF(ISNUMBER({chosen}),{chosen},IF(COUNT({outer})=2,{middle},{OBTAIN}))"
            look = Look(unit=given.unit, bold=column == _USED, quiet=column != _USED)
            pen.formula(row, column, Formula(text, base(given.cases)), look, name)
    for column, end in ((_LOW, "low"), (_BASE, "base"), (_HIGH, "high")):
        if inputs.is_asked(f"{given.name}_{end}"):
            pen.named(row, column, f"{given.name}_{end}")
    _origin(pen, row, given)


def _ends(pen: Pen, row: int, given: Input) -> None:
    """Write the three cases; the ends of a single value follow it until somebody changes them."""
    look = with_unit(ENTRY, given.unit)
    middle = base(given.cases) if given.has_base else None
    pen.number(row, _BASE, middle, look)
    for column, end in ((_LOW, "low"), (_HIGH, "high")):
        if given.cases is not None and not given.cases.is_point:
            pen.number(row, column, getattr(given.cases, end), look)
            continue
        cell = f"{letters(_BASE)}{row + 1}"
        text = f'=IF(ISNUMBER({cell}),{cell},"")'
        if middle is None:
            pen.words(row, column, text, "", look)
        else:
            pen.formula(row, column, Formula(text, middle), look)


def _limits(pen: Pen, rows: Mapping[int, Input]) -> None:
    """Refuse negative figures, and shares above the whole: rows of one kind next to each other."""
    for is_share, group in groupby(sorted(rows), lambda row: rows[row].unit == "share"):
        listed = list(group)
        pen.sheet.data_validation(
            listed[0], _LOW, listed[-1], _HIGH,
            {
                "validate": "decimal", "criteria": "between", "minimum": 0,
                "maximum": 1 if is_share else 1e18,
                "error_title": pen.book.say("Not a possible figure")[:32],
            },
        )  # fmt: skip


def _origin(pen: Pen, row: int, given: Input) -> None:
    entry, book = given.entry, pen.book
    pen.say(row, 11, given.path, QUIET)
    if entry is None:
        return
    if entry.year:
        pen.say(row, 7, book.printer.language.year(entry.year), QUIET)
    source = entry.source or (f"{book.say('Computed by Kerja')}: {entry.formula}" if
                              entry.formula else "")  # fmt: skip
    pen.say(row, 8, source or book.say("no source given"), QUIET)
    standing = [book.say(word) for word in (entry.status, entry.confidence) if word]
    pen.say(row, 9, ", ".join(standing), QUIET)
    notes = [entry.note or ""]
    if not given.has_base:
        notes.append(book.say("nobody says which value is likeliest: base is the middle"))
    if entry.unit == "money" and (entry.currency or book.currency) != book.currency:
        notes.append(f"{book.say('figure of')} {entry.currency}")
    pen.say(row, 10, "; ".join(filter(None, notes)), QUIET)
