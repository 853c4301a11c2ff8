"""The three writers show the same document; real readers open what they write."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kerja.documents import Document, parse, to_docx, to_html, to_pdf
from kerja.documents.pictures import pixels
from kerja.documents.shielding import shield
from kerja.errors import KerjaError

Images = dict[str, str]
DATE = datetime.date(2026, 10, 1)
WRITERS = [to_docx, to_pdf, to_html]
HOSTILE = st.text(
    st.one_of(
        st.sampled_from("*_`[]()#|<>&\"'$@:\\{}%=\x00\x0b\t\n\ud800\u2028\ufffe "),
        st.characters(codec="ascii"),
        st.characters(),
    ),
    min_size=1,
    max_size=12,
)
SMALL = "# {0}\n\n{0}[^a]\n\n|{0}|b|\n|-|-|\n|c|{0}|\n\n- {0}\n\n> [!note] {0}\n> {0}\n\n[^a]: {0}"


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def small(value: str) -> Document:
    body = parse(SMALL.format(shield(value)))
    return Document(value, "en", body.blocks, notes=body.notes, status=value, contents=True)


@pytest.mark.parametrize("write", WRITERS)
def test_the_same_input_gives_the_same_bytes(
    write: type, document: Document, images: Images, date: datetime.date
) -> None:
    assert write(document, images=images, date=date) == write(document, images=images, date=date)


@pytest.mark.parametrize("write", WRITERS)
def test_a_missing_picture_is_an_error(write: type, document: Document) -> None:
    with pytest.raises(KerjaError, match=r'no picture "chart\.svg"'):
        write(document, images={}, date=DATE)


def test_a_pdf_is_for_screen_readers_and_archives(document: Document, images: Images) -> None:
    pdf = to_pdf(document, images=images, date=DATE)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"2026-10-01" in pdf


def test_a_note_may_stand_in_headings_and_in_the_head_of_a_long_table() -> None:
    rows = "|x|y|\n" * 60
    body = parse(f"# A[^a]\n\n|b[^a]|c[^b]|\n|-|-|\n{rows}\n\nd[^b]\n\n[^a]: A\n[^b]: B")
    document = Document("T", "en", body.blocks, notes=body.notes, contents=True)
    assert to_pdf(document, images={}, date=DATE)


def test_a_character_without_a_font_is_named() -> None:
    with pytest.raises(KerjaError, match="中"):
        to_pdf(Document("中文", "en", ()), images={}, date=DATE)


def test_typst_code_in_a_text_is_text() -> None:
    value = '#read("/etc/passwd") #panic() $x$ @ref <label> // \\'
    assert to_pdf(small(value), images={}, date=DATE)


def test_word_reads_headings_tables_and_properties(document: Document, images: Images) -> None:
    file = to_docx(document, images=images, date=DATE)
    read = docx.Document(io.BytesIO(file))
    headings = [p.text for p in read.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["Options"]
    table = read.tables[1]
    assert table.cell(1, 1).text == "1,500,000"
    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
    style = table.cell(1, 1).paragraphs[0].style
    assert style is not None
    assert style.name == "Table Number"
    properties = read.core_properties
    assert (properties.title, properties.author) == (document.title, "")
    assert properties.created == datetime.datetime(2026, 10, 1, 12, tzinfo=datetime.UTC)


def test_every_part_of_a_docx_is_xml_dated_by_the_caller(
    document: Document, images: Images
) -> None:
    file = to_docx(document, images=images, date=DATE)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (2026, 10, 1, 0, 0, 0)
            if not entry.filename.endswith(".png"):
                ElementTree.fromstring(archive.read(entry))
        assert b"kerja" in archive.read("docProps/app.xml")


def test_a_docx_has_one_footnote_a_note_and_repeats_its_number(
    document: Document, images: Images
) -> None:
    file = to_docx(document, images=images, date=DATE)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        text = archive.read("word/document.xml").decode()
        notes = archive.read("word/footnotes.xml").decode()
    assert re.findall(r'footnoteReference w:id="(\d+)"', text) == ["1", "2"]
    assert text.count("NOTEREF _Note1 ") == text.count("NOTEREF _Note2 ") == 1
    assert "Phnom Penh Post" in notes


def test_khmer_and_thai_have_their_fonts_and_sizes_in_word(images: Images) -> None:
    body = parse("ភ្នំពេញ กรุงเทพ **ไทย**")
    file = to_docx(Document("T", "km", body.blocks), images=images, date=DATE)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        text = archive.read("word/document.xml").decode()
        styles = archive.read("word/styles.xml").decode()
    assert 'w:cs="Noto Sans Khmer"' in styles
    assert text.count('w:cs="Noto Sans Thai"') == 2
    assert "<w:bCs />" in text
    assert styles.count("<w:sz ") == styles.count("<w:szCs ")


def test_a_picture_has_words_for_those_who_cannot_see_it(
    document: Document, images: Images
) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(document, images=images, date=DATE))) as archive:
        assert 'descr="ក្រសួង"' in archive.read("word/document.xml").decode()
    page = _Tags(to_html(document, images=images, date=DATE).decode())
    assert ("alt", "ក្រសួង") in page.attributes


def test_letters_of_a_picture_are_shown_and_not_boxes() -> None:
    pictures = [
        pixels(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 30">{text}</svg>')
        for text in (
            '<text y="20">a ភ្នំ → b</text>',
            '<text y="20">a ក្មៅ → b</text>',
            '<text y="20">a <tspan>ក្មៅ</tspan> ✓ b</text>',
        )
    ]
    assert len(set(pictures)) == 3


def test_a_picture_without_a_size_is_an_error() -> None:
    document = Document("T", "en", parse("![a](a.svg)").blocks)
    svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    with pytest.raises(KerjaError, match="has no viewBox"):
        to_html(document, images={"a.svg": svg}, date=DATE)
    with pytest.raises(KerjaError, match="is no SVG"):
        to_html(document, images={"a.svg": "<svg"}, date=DATE)


def test_numbered_lists_begin_anew(images: Images) -> None:
    body = parse("3. a\n4. b\n\nwords\n\n1. c")
    file = to_docx(Document("T", "en", body.blocks), images=images, date=DATE)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        numbering = archive.read("word/numbering.xml").decode()
    assert re.findall(r'startOverride w:val="(\d)"', numbering) == ["3", "1"]


def test_html_loads_and_runs_nothing(document: Document, images: Images) -> None:
    text = to_html(document, images=images, date=DATE).decode()
    page = _Tags(text)
    assert "default-src 'none'" in text
    assert not {"script", "link", "iframe", "object"} & set(page.tags)
    sources = [value or "" for name, value in page.attributes if name == "src"]
    assert all(source.startswith("data:image/svg+xml;base64,") for source in sources)


def test_html_has_landmarks_language_and_a_way_past_the_contents(
    document: Document, images: Images
) -> None:
    page = _Tags(to_html(document, images=images, date=DATE).decode())
    assert {"header", "nav", "main"} <= set(page.tags)
    assert page.tags.count("h1") == 1
    assert ("lang", document.language) in page.attributes
    targets = {value for name, value in page.attributes if name == "id"}
    links = {v[1:] for name, v in page.attributes if name == "href" and v and v[0] == "#"}
    assert links <= targets
    assert "text" in links


def test_html_identifiers_are_unique(document: Document, images: Images) -> None:
    page = _Tags(to_html(document, images=images, date=DATE).decode())
    identifiers = [value for name, value in page.attributes if name == "id"]
    assert len(identifiers) == len(set(identifiers))


def test_all_formats_number_headings_alike(document: Document, images: Images) -> None:
    page = _Tags(to_html(document, images=images, date=DATE).decode())
    with zipfile.ZipFile(io.BytesIO(to_docx(document, images=images, date=DATE))) as archive:
        text = archive.read("word/document.xml").decode()
    for number in ("1 Options", "1.1 ប្រាក់លើកទឹកចិត្ត"):
        assert number in page.text
        assert number in re.sub("<[^>]+>", "", text)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(HOSTILE)
def test_a_value_never_changes_the_structure_of_html_or_docx(value: str) -> None:
    plain, hostile = small("x"), small(value)
    expected = _Tags(to_html(replace(plain, title="t", status="s"), images={}, date=DATE).decode())
    found = _Tags(to_html(replace(hostile, status="s"), images={}, date=DATE).decode())
    assert found.tags == expected.tags
    assert _shape(hostile) == _shape(plain)


@settings(max_examples=12, deadline=None)
@given(st.text(st.sampled_from("#$[]{}()@<>*_`\\/=-+~\"'\x00\n ab"), min_size=1, max_size=12))
def test_a_value_never_stops_a_pdf(value: str) -> None:
    assert to_pdf(small(value), images={}, date=DATE)


def _shape(document: Document) -> list[tuple[str, int]]:
    """Return what python-docx reads: the style of every paragraph, the size of every table."""
    same_cover = replace(document, title="t", status="s")
    read = docx.Document(io.BytesIO(to_docx(same_cover, images={}, date=DATE)))
    paragraphs = [(str(p.style.name) if p.style else "", 0) for p in read.paragraphs]
    return paragraphs + [("table", len(t.rows) * len(t.columns)) for t in read.tables]
