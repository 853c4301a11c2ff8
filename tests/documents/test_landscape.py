"""A picture that asks for it has a turned page of its own in every writer."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

import docx
import pytest
from docx.enum.section import WD_ORIENT

from kerja.documents import Document, parse, to_docx, to_html, to_pdf
from kerja.documents.sheets import Sheet, sheets
from kerja.documents.widths import picture_size

DATE = datetime.date(2026, 10, 1)
WIDE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 842 595">'
    '<rect width="842" height="595" fill="#14507d"/></svg>'
)
IMAGES = {"wide.svg": WIDE}
PICTURE = '![steps](wide.svg "The \\"steps\\""){.landscape}'
PORTRAIT, LANDSCAPE = (595, 842), (842, 595)


def paper(text: str, language: str = "en") -> Document:
    body = parse(text)
    return Document("Manual", language, body.blocks, notes=body.notes)


def page_sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of every page, in points."""
    objects = b"".join(
        zlib.decompress(stream)
        for head, stream in re.findall(rb"<<(.*?)>>\s*stream\r?\n(.*?)\nendstream", pdf, re.DOTALL)
        if b"/ObjStm" in head and b"/FlateDecode" in head
    )
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", pdf + objects)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        (f"before\n\n# Head\n\n{PICTURE}\n\nafter", [PORTRAIT, LANDSCAPE, PORTRAIT]),
        (f"{PICTURE}\n\n{PICTURE}", [PORTRAIT, LANDSCAPE, LANDSCAPE]),
        (f"# A\n\n## B\n\n{PICTURE}\n\n: {'long words ' * 40}", [PORTRAIT, LANDSCAPE]),
    ],
)
def test_a_pdf_turns_the_page_and_leaves_none_blank(
    text: str, sizes: list[tuple[int, int]]
) -> None:
    pdf = to_pdf(paper(text), images=IMAGES, date=DATE)
    assert page_sizes(pdf) == sizes
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert pdf == to_pdf(paper(text), images=IMAGES, date=DATE)


def test_a_docx_has_a_turned_section_between_two_upright_ones() -> None:
    document = paper(f"before\n\n# Head\n\n{PICTURE}\n\nafter")
    file = to_docx(document, images=IMAGES, date=DATE)
    read = docx.Document(io.BytesIO(file))
    turned = [section.orientation is WD_ORIENT.LANDSCAPE for section in read.sections]
    assert turned == [False, True, False]
    (shape,) = read.inline_shapes
    section = read.sections[1]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    room = (section.page_width or 0) - margins
    assert 0.9 < shape.width / room <= 1
    feet = [part.footer.paragraphs[0].text for part in read.sections]
    assert [foot.split("\t")[0] for foot in feet] == ["Manual"] * 3
    assert file == to_docx(document, images=IMAGES, date=DATE)


def test_the_page_number_of_a_turned_section_stands_at_its_right_margin() -> None:
    file = to_docx(paper(PICTURE), images=IMAGES, date=DATE)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        upright = archive.read("word/footer.xml").decode()
        turned = archive.read("word/footer_landscape.xml").decode()
        types = archive.read("[Content_Types].xml").decode()
    assert 'w:pos="9070"' in upright
    assert 'w:pos="14002"' in turned
    assert "/word/footer_landscape.xml" in types


def test_a_docx_without_a_landscape_picture_has_one_section() -> None:
    file = to_docx(paper("![steps](wide.svg)"), images=IMAGES, date=DATE)
    assert len(docx.Document(io.BytesIO(file)).sections) == 1
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert "word/footer_landscape.xml" not in archive.namelist()


def test_html_scrolls_a_landscape_picture_in_a_box_that_keys_reach() -> None:
    text = to_html(paper(PICTURE), images=IMAGES, date=DATE).decode()
    figure = re.search("<figure.*</figure>", text, re.DOTALL)
    assert figure
    root = ElementTree.fromstring(re.sub("(<img[^>]*)>", r"\1/>", figure[0]))
    box = root[0]
    assert root.get("class") == "landscape"
    assert (box.get("role"), box.get("tabindex")) == ("region", "0")
    assert box.get("aria-label") == 'The "steps"'
    assert box[0].get("alt") == "steps"
    assert "@page landscape" in text


def test_a_landscape_picture_fills_its_page_and_any_other_is_not_enlarged() -> None:
    small = WIDE.replace("842 595", "84.2 59.5", 1)
    turned = sheets(paper(PICTURE).blocks)[1]
    assert picture_size(small, turned) == pytest.approx(picture_size(WIDE, turned))
    assert picture_size(small, Sheet(()))[0] == pytest.approx(84.2 * 2.54 / 96)
