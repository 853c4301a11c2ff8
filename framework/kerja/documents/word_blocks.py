"""Blocks of a document as paragraphs and tables of WordprocessingML."""

from __future__ import annotations

from collections.abc import Mapping

from kerja.documents.breaks import breaks, may_break
from kerja.documents.languages import Language
from kerja.documents.pictures import has_text, pixels
from kerja.documents.sheets import Sheet, sheets
from kerja.documents.tree import (
    Alignment,
    Block,
    Blocks,
    Box,
    BoxKind,
    BulletList,
    Document,
    Figure,
    Heading,
    Listing,
    NumberedList,
    Paragraph,
    Rule,
    Run,
    Runs,
    Table,
    outline,
    plain,
)
from kerja.documents.widths import TYPE_SIZES, column_shares, picture_of, picture_size, type_size
from kerja.documents.word_package import Relations
from kerja.documents.word_picture import drawing
from kerja.documents.word_sections import PORTRAIT, Page, page_of, section
from kerja.documents.word_text import Writer, field_of
from kerja.documents.word_xml import Element, element, find, valued

_TWIPS = PORTRAIT.text_width
_TINTS = {"answer": "E8F0F7", "decision": "FDF5E6", "note": "F4F6F8", "quote": "auto"}
_EDGES = {"answer": "14507D", "decision": "B7791F", "note": "9AA7B3", "quote": "C9D3DC"}
_TITLES = {"answer": "14507D", "decision": "805516", "note": "5B6673", "quote": "5B6673"}


class Body:
    """Turns blocks into paragraphs and tables, and gathers what they need beside the text."""

    def __init__(
        self, tongue: Language, numbers: Mapping[str, int], images: Mapping[str, str]
    ) -> None:
        self.relations = Relations()
        self.lists: list[tuple[int, int]] = []
        self.media: dict[str, bytes] = {}
        self.pages: dict[str, Page] = {}
        self._is_rtl = tongue.direction == "rtl"
        self._writer = Writer(tongue, self.relations, numbers)
        self._images = images
        self._headings = 0
        self._pictures = 0
        self._on = Sheet(())

    def cover(self, document: Document) -> list[Element]:
        """Return status, title, subtitle, date and, where asked for, the table of contents."""
        lines = (
            ("Status", document.status),
            ("Title", document.title),
            ("Subtitle", document.subtitle),
        )
        result = [self._text(style, (Run(words),)) for style, words in lines if words]
        result.append(self._text("Date", (Run(document.date),)))
        return result + (self._contents(document) if document.contents else [])

    def blocks(self, blocks: Blocks, style: str = "Normal", level: int = 0) -> list[Element]:
        """Return the elements of blocks; `level` is how deep in lists they stand."""
        return [part for block in blocks for part in self._block(block, style, level)]

    def sheets(self, document: Document) -> list[Element]:
        """Return all of a document, each sheet of it as a section."""
        result = self.cover(document)
        *others, last = sheets(document.blocks)
        for sheet in others:
            result += self._sheet(sheet)
            find(result[-1], "w:pPr").append(self._section(sheet))
        return [*result, *self._sheet(last), self._section(last)]

    def _sheet(self, sheet: Sheet) -> list[Element]:
        self._on = sheet
        result = self.blocks(sheet.blocks)
        if sheet.landscape:
            # The space above a heading and a picture is the picture's.
            for paragraph in result:
                find(paragraph, "w:pPr").append(element("w:spacing", {"w:before": "0"}))
        return result

    def _section(self, sheet: Sheet) -> Element:
        page = page_of(sheet)
        self.pages[page.footer] = page
        footer = self.relations.add("footer", page.footer)
        return section(page, footer=footer, is_rtl=self._is_rtl)

    def _text(self, style: str, runs: Runs, settings: tuple[Element, ...] = ()) -> Element:
        return self._writer.paragraph(style, runs, settings)

    def _contents(self, document: Document) -> list[Element]:
        entries = [e for e in outline(document.blocks) if e.heading.level <= 2]
        result = [self._text("TOCHeading", (Run(document.labels.contents),))]
        for position, entry in enumerate(outline(document.blocks), start=1):
            if entry in entries:
                words = (Run(f"{entry.number} {plain(entry.heading.runs)}"),)
                link = element(
                    "w:hyperlink", {"w:anchor": f"_Toc{position}"}, self._writer.runs(words)
                )
                result.append(self._text(f"TOC{entry.heading.level}", ()))
                result[-1].append(link)
        if len(result) > 1:
            begin, instruction, separate, _, end = field_of(' TOC \\o "1-2" \\h \\z \\u ', "")
            for place, part in enumerate((begin, instruction, separate), start=1):
                result[1].insert(place, part)
            result[-1].append(end)
        return result

    def _block(self, block: Block, style: str, level: int) -> list[Element]:
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph():
                return [self._text(style, block.runs)]
            case BulletList():
                return self._list(block.items, "ListBullet", level)
            case NumberedList():
                self.lists.append((level, block.start))
                return self._list(block.items, "ListNumber", level)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Box():
                return self._box(block)
            case Listing():
                return [self._text("Listing", (Run(block.text),))]
            case Rule():
                line = {"w:val": "single", "w:sz": "4", "w:space": "1", "w:color": "C9D3DC"}
                border = element("w:pBdr", None, (element("w:bottom", line),))
                return [self._text("AfterTable", (), (border,))]

    def _heading(self, heading: Heading) -> Element:
        self._headings += 1
        result = self._text(f"Heading{heading.level}", ())
        inside = self._writer.runs(heading.runs)
        result.extend(self._writer.bookmark(f"_Toc{self._headings}", inside))
        return result

    def _list(self, items: tuple[Blocks, ...], style: str, level: int) -> list[Element]:
        level = min(level, 8)
        identifier = str(len(self.lists) + 2) if style == "ListNumber" else "2"
        number = (valued("w:ilvl", str(level)), valued("w:numId", identifier))
        indent = element(
            "w:ind", {"w:left": str((400 if style == "ListNumber" else 340) * (level + 1))}
        )
        result = []
        for item in items:
            first, rest = item[:1], item[1:]
            if first and isinstance(first[0], Paragraph):
                settings = (element("w:numPr", None, number),)
                result.append(self._text(style, first[0].runs, settings))
            else:
                result.append(self._text(style, (), (element("w:numPr", None, number),)))
                rest = item
            for block in rest:
                if isinstance(block, Paragraph):
                    result.append(self._text(style, block.runs, (indent,)))
                else:
                    result += self._block(block, style, level + 1)
        return result

    def _table(self, table: Table) -> list[Element]:
        widths = [round(_TWIPS * share) for share in column_shares(table)]
        size = type_size(table)
        every = zip((table.header, *table.rows), breaks(table).kept, strict=True)
        rows = [self._row(table, row, widths, size=size, is_kept=is_kept) for row, is_kept in every]
        row_settings = rows[0].find(rows[0][0].tag)
        assert row_settings is not None
        row_settings.append(element("w:tblHeader"))
        look = element("w:tblLook", {"w:val": "0020", "w:firstRow": "1", "w:noVBand": "1"})
        parts = [self._text("Caption", table.caption, (element("w:keepNext"),))]
        parts = parts if table.caption else []
        settings = self._table_settings("Figures", (), (look,))
        return [*parts, _grid(settings, widths, rows), self._text("AfterTable", ())]

    def _row(
        self, table: Table, row: tuple[Runs, ...], widths: list[int], *, size: int, is_kept: bool
    ) -> Element:
        cells = []
        for runs, width, alignment in zip(row, widths, table.alignments, strict=True):
            style = "TableNumber" if alignment is Alignment.END else "TableText"
            style += "" if size == TYPE_SIZES[0] else str(size)
            centred = (valued("w:jc", "center"),) if alignment is Alignment.CENTER else ()
            keep = (element("w:keepNext"),) if is_kept else ()
            cells.append(_cell(width, (), [self._text(style, runs, keep + centred)]))
        settings = [element("w:cantSplit")] if not may_break(row) else []
        return element("w:tr", None, (element("w:trPr", None, settings), *cells))

    def _box(self, box: Box) -> list[Element]:
        style = "Answer" if box.kind is BoxKind.ANSWER else "Normal"
        title = self._text("BoxTitle", box.title)
        for run in title.iter(element("w:r").tag):
            _coloured(run, _TITLES[box.kind])
        inside = [title] if box.title else []
        inside += self.blocks(box.blocks, style)
        if not inside or inside[-1].tag == element("w:tbl").tag:
            inside.append(self._text("AfterTable", ()))
        edge = {"w:val": "single", "w:sz": "24", "w:space": "0", "w:color": _EDGES[box.kind]}
        side = "w:right" if self._is_rtl else "w:left"
        shade = {"w:val": "clear", "w:color": "auto", "w:fill": _TINTS[box.kind]}
        cell_settings = (
            element("w:tcBorders", None, (element(side, edge),)),
            element("w:shd", shade),
        )
        space = {"w:top": "140", "w:left": "240", "w:bottom": "80", "w:right": "240"}
        margins = [element(k, {"w:w": v, "w:type": "dxa"}) for k, v in space.items()]
        settings = self._table_settings(
            "TableNormal", (), (element("w:tblCellMar", None, margins),)
        )
        row_settings = [element("w:cantSplit")] if box.kind is BoxKind.ANSWER else []
        row = element(
            "w:tr",
            None,
            (element("w:trPr", None, row_settings), _cell(_TWIPS, cell_settings, inside)),
        )
        gap = self._text("AfterTable", ())
        return [self._text("AfterTable", ()), _grid(settings, [_TWIPS], [row]), gap]

    def _table_settings(
        self, style: str, before: tuple[Element, ...], after: tuple[Element, ...]
    ) -> Element:
        direction = (element("w:bidiVisual"),) if self._is_rtl else ()
        width = element("w:tblW", {"w:w": str(_TWIPS), "w:type": "dxa"})
        layout = element("w:tblLayout", {"w:type": "fixed"})
        children = (valued("w:tblStyle", style), *direction, *before, width, layout, *after)
        return element("w:tblPr", None, children)

    def _figure(self, figure: Figure) -> list[Element]:
        svg = picture_of(figure, self._images)
        self._pictures += 1
        name = f"media/picture{self._pictures}"
        self.media[f"word/{name}.png"] = pixels(svg)
        vector = ""
        # Letters in SVG are shown in the reader's own fonts: boxes, where one lacks Khmer.
        if not has_text(svg):
            self.media[f"word/{name}.svg"] = svg.encode()
            vector = self.relations.add("image", f"{name}.svg")
        shown = drawing(
            figure.alt,
            size=picture_size(svg, self._on),
            number=self._pictures,
            png=self.relations.add("image", f"{name}.png"),
            svg=vector,
        )
        paragraph = self._text("Picture", ())
        paragraph.append(element("w:r", None, (shown,)))
        caption = [self._text("Caption", figure.caption)] if figure.caption else []
        return [paragraph, *caption]


def _grid(settings: Element, widths: list[int], rows: list[Element]) -> Element:
    columns = [element("w:gridCol", {"w:w": str(width)}) for width in widths]
    return element("w:tbl", None, (settings, element("w:tblGrid", None, columns), *rows))


def _cell(width: int, settings: tuple[Element, ...], content: list[Element]) -> Element:
    size = element("w:tcW", {"w:w": str(width), "w:type": "dxa"})
    return element("w:tc", None, (element("w:tcPr", None, (size, *settings)), *content))


def _coloured(run: Element, colour: str) -> None:
    if not len(run) or run[0].tag != element("w:rPr").tag:
        run.insert(0, element("w:rPr"))
    run[0].append(valued("w:color", colour))
