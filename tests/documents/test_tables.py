"""Columns are as wide as their words ask for, and tables break where little is torn apart."""

from __future__ import annotations

import datetime
import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from kerja.documents import Document, parse, to_docx
from kerja.documents.breaks import breaks, may_break
from kerja.documents.tree import Paragraph, Run, Table
from kerja.documents.widths import TYPE_SIZES, column_shares, line_counts, type_size

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


def amounts(*numbers: str) -> Table:
    head = "|" + "ចំណាយ|" * len(numbers)
    rule = "|" + "--:|" * len(numbers)
    row = "|" + "|".join(f"KHR\u00a0{number}[^a]" for number in numbers) + "|"
    (found,) = parse(f"{head}\n{rule}\n{row}\n\n[^a]: A").blocks
    assert isinstance(found, Table)
    return found


def ems(number: str) -> float:
    """Return how wide an amount in riel is, in Noto Sans and Noto Sans Khmer, in its own size."""
    widths = {"៣": 0.861, ",": 0.268}
    code = 0.619 + 0.741 + 0.622 + 0.260
    return code + sum(widths.get(character, 0.635) for character in number)


KHMER = st.one_of(st.integers(10**6, 10**14 - 1), st.just(33_333_333_333_333)).map(
    lambda n: f"{n:,}".translate(str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩"))
)


@given(st.lists(KHMER, min_size=2, max_size=3))
def test_a_column_is_as_wide_as_its_longest_amount_in_khmer_digits(numbers: list[str]) -> None:
    found = amounts(*numbers)
    size = type_size(found)
    note = 0.4
    for share, number in zip(column_shares(found), numbers, strict=True):
        inside = share * 16 - 0.42
        assert inside >= (ems(number) + note) * size * 2.54 / 72


def test_a_table_that_would_break_its_amounts_has_smaller_type() -> None:
    long, short = "៣,៣៣៣,៣៣៣,៣៣៣,៣៣៣", "១,៥០០"
    assert type_size(amounts(short, short)) == TYPE_SIZES[0]
    assert type_size(amounts(long, long, short)) == TYPE_SIZES[0]
    assert type_size(amounts(long, long, short, short)) == TYPE_SIZES[1]
    assert type_size(amounts(long, long, long, short)) == TYPE_SIZES[2]


def test_word_writes_the_smaller_type_as_a_style_of_its_own() -> None:
    long = "៣,៣៣៣,៣៣៣,៣៣៣,៣៣៣"
    document = Document(
        "T", "km", (amounts(long, long, "១,៥០០", "១,៥០០"),), notes={"a": (Run("A"),)}
    )
    file = to_docx(document, images={}, date=datetime.date(2026, 10, 1))
    read = docx.Document(io.BytesIO(file))
    for cell in read.tables[0].rows[1].cells:
        style = cell.paragraphs[0].style
        assert style is not None
        assert (style.name, style.font.size) == ("Table Number 8", Pt(8))


def test_a_range_of_years_in_khmer_digits_has_room_on_one_line() -> None:
    fill = "words " * 60
    share = column_shares(table(f"|២០២១-២០២៥|{fill}|{fill}|"))[0]
    assert share * 16 - 0.42 > (8 * 0.635 + 0.322) * 9 * 2.54 / 72


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler")
def test_libreoffice_breaks_no_amount_in_a_table_or_in_running_text(tmp_path: Path) -> None:
    number = "៣៩២,២៨៣,៣៣៣,៣៣៣"
    sentences = [
        Paragraph((Run(f"{'x' * n} {'word ' * 14}KHR\u00a0{number} for four years"),))
        for n in range(1, 25)
    ]
    document = Document(
        "T", "km", (amounts(*[number] * 3, "១,៥០០"), *sentences), notes={"a": (Run("A"),)}
    )
    file = tmp_path / "paper.docx"
    file.write_bytes(to_docx(document, images={}, date=datetime.date(2026, 10, 1)))
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(file)], check=True, capture_output=True)
    read = ["pdftotext", "-layout", str(tmp_path / "paper.pdf"), "-"]
    text = subprocess.run(read, check=True, capture_output=True).stdout.decode()
    assert text.count(number) == 3 + len(sentences)
