"""Writes one slide as PPTX: a title, an answer, a table and panels as native text that fits."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kerja.documents.languages import Language, language
from kerja.documents.scripts import by_font
from kerja.documents.slide_fitting import (
    BODY,
    BOX,
    CELL,
    HEIGHT,
    LEAD,
    SMALL,
    TITLE,
    WIDTH,
    Plan,
    Row,
    Slide,
    fitted,
    plan,
)

if TYPE_CHECKING:
    from pptx.dml.fill import FillFormat
    from pptx.presentation import Presentation
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide as Page
    from pptx.table import _Cell
    from pptx.text.text import TextFrame, _Paragraph

_TITLE_ONLY = 5
_ACCENT, _INK, _QUIET, _LINE, _WHITE = "14507D", "1D2733", "5B6673", "E8EEF3", "FFFFFF"
_TINTS = ("E8F0F7", "F4F6F8", "FDF5E6")


def to_pptx(slide: Slide, *, date: datetime.date) -> bytes:
    """Return the slide as PPTX, the same bytes for the same input.

    What does not fit is left out, in the order that `fitted` tells; no text is below 14 points.

    Args:
        slide: what to write.
        date: the date that the file states and that its entries have.
    """
    import pptx
    from pptx.util import Pt

    tongue = language(slide.language)
    shown = fitted(slide)
    where = plan(shown)
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    page = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    writer = _Writer(page, tongue)
    _title(writer, shown, where)
    writer.box(slide.status, (slide.status,), where.status, size=SMALL, colour=_QUIET)
    writer.box(slide.title, shown.answer, where.answer, size=LEAD, fill=_TINTS[0])
    _table(writer, shown, where)
    for panel, box, fill in zip(shown.panels, where.panels, _TINTS[1:], strict=False):
        writer.box(panel.heading, panel.lines, box, heading=panel.heading, fill=fill)
    writer.box(shown.foot, (shown.foot,), where.foot, size=SMALL, colour=_QUIET)
    _describe(deck, slide, date)
    return _same_bytes(deck, date)


class _Writer:
    """Puts shapes on the page. Lengths are points."""

    def __init__(self, page: Page, tongue: Language) -> None:
        self.page = page
        self.tongue = tongue

    def box(
        self,
        said: str,
        lines: Iterable[str],
        row: Row,
        *,
        size: float = BODY,
        heading: str = "",
        fill: str = "",
        colour: str = _INK,
    ) -> None:
        """Add a box of text; `said` is its name for those who do not see it."""
        from pptx.util import Pt

        shape = self.page.shapes.add_textbox(*map(Pt, row))
        _name(shape, said)
        if fill:
            _filled(shape.fill, fill)
        frame = shape.text_frame
        self.prepare(frame, margin=BOX if fill else 0)
        paragraphs = [(heading, _ACCENT, True)] if heading else []
        paragraphs += [(line, colour, False) for line in lines]
        for number, (text, ink, bold) in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            self.write(paragraph, text, size=size, colour=ink, bold=bold)

    def prepare(self, frame: TextFrame, *, margin: float) -> None:
        """Let a frame break its lines, at its top, and never change the size of its text."""
        from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
        from pptx.util import Pt

        frame.word_wrap = True
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = Pt(margin)
        frame.margin_top = frame.margin_bottom = Pt(margin)

    def write(
        self,
        paragraph: _Paragraph,
        text: str,
        *,
        size: float = BODY,
        colour: str = _INK,
        bold: bool = False,
        at_end: bool = False,
    ) -> None:
        """Write a paragraph, each stretch in the font of its script."""
        from pptx.dml.color import RGBColor
        from pptx.enum.text import PP_ALIGN
        from pptx.oxml.ns import qn
        from pptx.util import Pt

        from kerja.documents.slide_fitting import leading

        paragraph.line_spacing = Pt(leading(size, text))
        paragraph.alignment = PP_ALIGN.RIGHT if at_end else PP_ALIGN.LEFT
        if self.tongue.direction == "rtl":
            paragraph._p.get_or_add_pPr().set("rtl", "1")
        for font, stretch in by_font(text):
            run = paragraph.add_run()
            run.text = stretch
            run.font.size, run.font.bold, run.font.name = Pt(size), bold, font
            run.font.color.rgb = RGBColor(*bytes.fromhex(colour))
            properties = run._r.get_or_add_rPr()
            properties.set("lang", self.tongue.code)
            for tag in ("a:ea", "a:cs"):
                properties.append(properties.makeelement(qn(tag), {"typeface": font}))


def _title(writer: _Writer, slide: Slide, where: Plan) -> None:
    from pptx.util import Pt

    shape = writer.page.shapes.title
    assert shape is not None, "the layout has a title"
    shape.left, shape.top, shape.width, shape.height = (Pt(length) for length in where.title)
    writer.prepare(shape.text_frame, margin=0)
    paragraph = shape.text_frame.paragraphs[0]
    writer.write(paragraph, slide.title, size=TITLE, colour=_ACCENT, bold=True)


def _table(writer: _Writer, slide: Slide, where: Plan) -> None:
    from pptx.util import Pt

    rows = (slide.header, *slide.rows)
    if not slide.rows:
        return
    frame = writer.page.shapes.add_table(len(rows), len(slide.header), *map(Pt, where.table))
    _name(frame, "; ".join(slide.header))
    table = frame.table
    table.horz_banding = False
    for number, width in enumerate(where.columns):
        table.columns[number].width = Pt(width)
    for number, (cells, height) in enumerate(zip(rows, where.heights, strict=True)):
        table.rows[number].height = Pt(height)
        _cells(writer, slide, [table.cell(number, i) for i in range(len(cells))], cells)


def _cells(writer: _Writer, slide: Slide, cells: Sequence[_Cell], texts: Sequence[str]) -> None:
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Pt

    is_header = texts is slide.header
    for index, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        cell.margin_left = cell.margin_right = Pt(CELL)
        cell.margin_top = cell.margin_bottom = Pt(CELL / 2)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        _filled(cell.fill, _ACCENT if is_header else _LINE)
        writer.write(
            cell.text_frame.paragraphs[0],
            text,
            colour=_WHITE if is_header else _INK,
            bold=is_header,
            at_end=index in slide.numbers,
        )


def _filled(fill: FillFormat, colour: str) -> None:
    from pptx.dml.color import RGBColor

    fill.solid()
    fill.fore_color.rgb = RGBColor(*bytes.fromhex(colour))


def _name(shape: BaseShape, said: str) -> None:
    """Give a shape the words that a screen reader says."""
    shape._element._nvXxPr.cNvPr.set("descr", said)


def _describe(deck: Presentation, slide: Slide, date: datetime.date) -> None:
    told = deck.core_properties
    moment = datetime.datetime(date.year, date.month, date.day)
    told.title, told.language = slide.title, slide.language
    told.author = told.last_modified_by = "Kerja"
    told.created = told.modified = moment
    told.revision = 1


def _same_bytes(deck: Presentation, date: datetime.date) -> bytes:
    """Pack the file anew: every entry has the date, and the picture of another file goes."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    package = deck.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(key)
    saved, out = io.BytesIO(), io.BytesIO()
    deck.save(saved)
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, (max(date.year, 1980), date.month, date.day, 0, 0, 0))
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return out.getvalue()
