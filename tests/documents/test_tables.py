"""Columns are as wide as their words ask for, and tables break where little is torn apart."""

from __future__ import annotations

import datetime
import io

import docx
from hypothesis import given
from hypothesis import strategies as st

from kerja.documents import Document, parse, to_docx
from kerja.documents.breaks import breaks, may_break
from kerja.documents.tree import Table
from kerja.documents.widths import column_shares, line_counts

CELLS = st.lists(st.text(st.sampled_from("ab ក្ម9"), max_size=60), min_size=3, max_size=3)


def table(*rows: str) -> Table:
    (found,) = parse("\n".join(("|a|b|c|", "|-|-|-|", *rows))).blocks
    assert isinstance(found, Table)
    return found


@given(st.lists(CELLS, max_size=8))
def test_the_shares_of_the_columns_sum_to_one(rows: list[list[str]]) -> None:
    shares = column_shares(table(*("|" + "|".join(row) + "|" for row in rows)))
    assert abs(sum(shares) - 1) < 1e-9
    assert all(share > 0 for share in shares)


def test_a_long_text_takes_no_room_that_a_word_needs() -> None:
    long = "many words that go on and on " * 8
    rows = [f"|programme office|{long}|TODO(human)|"] * 4
    shares = column_shares(table(*rows))
    assert shares[1] > 0.5
    assert shares[0] * 16 > 0.16 * len("programme")


def test_a_range_with_a_note_at_each_end_has_room_on_one_line() -> None:
    fill = "words " * 30
    notes = "\n\n[^a]: A"
    (found,) = parse(f"|a|b|\n|-|-|\n|680,000[^a]–1,400,000[^a]|{fill}|{notes}").blocks
    assert isinstance(found, Table)
    assert column_shares(found)[0] * 16 > 0.16 * len("680,000–1,400,000¹²") + 0.45


def test_an_empty_column_is_narrow() -> None:
    shares = column_shares(table("|some words of a step|more words| |"))
    assert shares[2] < 0.2


def test_the_lines_of_rows_are_counted() -> None:
    assert line_counts(table("|x|y|z|", f"|x|{'words ' * 40}|z|"))[:2] == (1, 1)
    assert line_counts(table(f"|x|{'words ' * 40}|z|"))[1] > 2


def test_a_short_table_stays_whole_and_a_long_one_keeps_its_ends() -> None:
    assert breaks(table("|x|y|z|", "|x|y|z|")).kept == (True, True, False)
    long = breaks(table(*["|x|y|z|"] * 20))
    assert not long.is_whole
    assert long.kept[:3] == (True, True, False)
    assert long.kept[-3:] == (False, True, False)


def test_only_a_very_long_row_breaks() -> None:
    found = table("|x|y|z|", f"|x|{'words ' * 150}|z|")
    assert [may_break(row) for row in found.rows] == [False, True]


def test_word_keeps_the_rows_of_a_short_table_together() -> None:
    document = Document("T", "en", (table("|x|y|z|", "|x|y|z|"),))
    file = to_docx(document, images={}, date=datetime.date(2026, 10, 1))
    (found,) = docx.Document(io.BytesIO(file)).tables
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in found.rows]
    assert kept == [True, True, False]
