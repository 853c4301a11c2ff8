"""The sheet of sources: all that the figures rest on."""

from __future__ import annotations

from kerja.targets.provenance import source_rows
from kerja.targets.workbook.pen import QUIET, STRONG, Pen

WIDTHS = (26, 50, 30, 16, 50, 26, 40, 9)


def write_sources(pen: Pen) -> None:
    """Write every source of the profile; addresses are text, nothing is loaded."""
    say = pen.book.say
    heads = (
        say("Source"), say("Title"), say("Publisher"), say("Date"), say("Address"),
        say("read at"), say("Note"), say("Figures"),
    )  # fmt: skip
    pen.heads(0, heads)
    printer = pen.book.printer
    for row, source in enumerate(source_rows(printer.profile, printer), 1):
        pen.say(row, 0, source.key, STRONG)
        rest = (
            source.title, source.publisher, source.date, source.address, source.via, source.note,
            source.uses,
        )  # fmt: skip
        for column, text in enumerate(rest, 1):
            pen.say(row, column, text, QUIET)
    pen.sheet.freeze_panes(1, 1)
    pen.sheet.repeat_rows(0)
