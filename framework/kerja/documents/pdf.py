"""Writes a document as PDF, for screen readers (PDF/UA-1) and archives (PDF/A-2a)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kerja.documents.breaks import breaks, may_break
from kerja.documents.languages import language
from kerja.documents.pictures import for_pdf
from kerja.documents.scripts import FONTS, SYMBOLS, has_shaping
from kerja.documents.sheets import Sheet, sheets
from kerja.documents.tree import (
    Block,
    Blocks,
    Box,
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
from kerja.documents.typesetting import typeset
from kerja.documents.widths import column_shares, picture_of, picture_size, type_size

if TYPE_CHECKING:
    from typst import PDFStandard

_STANDARDS: tuple[PDFStandard, ...] = ("ua-1", "a-2a")
_LAYOUT = Path(__file__).with_name("layout.typ")
_Json = dict[str, object]


def to_pdf(document: Document, *, images: Mapping[str, str], date: datetime.date) -> bytes:
    """Return the document as PDF, the same bytes for the same input.

    Args:
        document: what to write.
        images: SVG text of every picture, by key.
        date: the date of creation that the file states.

    Raises:
        KerjaError: a picture is missing, or a character is in none of the fonts.
    """
    tongue = language(document.language)
    body = _Body(document.blocks, images)
    data: _Json = {
        "title": document.title,
        "subtitle": document.subtitle,
        "status": document.status,
        "date": document.date,
        "day": [date.year, date.month, date.day],
        "lang": tongue.code,
        "direction": tongue.direction,
        "fonts": list(dict.fromkeys((*tongue.fonts, *FONTS, SYMBOLS))),
        "leading": 0.95 if has_shaping(tongue.name) else 0.78,
        "contents": _contents(document),
        "labels": {"contents": document.labels.contents, "page": document.labels.page},
        "sheets": body.sheets(document.blocks),
        "notes": {key: body.runs(runs) for key, runs in document.notes.items()},
        "images": body.pictures,
    }
    noon = datetime.datetime.combine(date, datetime.time(12), datetime.UTC)
    return typeset(
        _LAYOUT.read_text(encoding="utf-8"),
        data=data,
        standards=_STANDARDS,
        seconds=int(noon.timestamp()),
    )


def _contents(document: Document) -> _Json:
    entries = outline(document.blocks) if document.contents else ()
    return {f"heading {entry.number}": plain(entry.heading.runs) for entry in entries}


class _Body:
    """Turns blocks into what layout.typ reads; a note is printed where it is first referred to."""

    def __init__(self, blocks: Blocks, images: Mapping[str, str]) -> None:
        self.pictures: dict[str, str] = {}
        self._images = images
        self._printed: set[str] = set()
        self._sheet = Sheet(())
        self._numbers = iter(entry.number for entry in outline(blocks))

    def sheets(self, blocks: Blocks) -> list[_Json]:
        result: list[_Json] = []
        for sheet in sheets(blocks):
            self._sheet = sheet
            result.append({"landscape": sheet.landscape, "blocks": self.blocks(sheet.blocks)})
        return result

    def blocks(self, blocks: Blocks) -> list[_Json]:
        return [self._block(block) for block in blocks]

    def runs(self, runs: Runs) -> list[_Json]:
        return [self._run(run) for run in runs]

    def _run(self, run: Run) -> _Json:
        is_first = bool(run.note) and run.note not in self._printed
        self._printed.add(run.note)
        return {
            "text": run.text,
            "bold": run.bold,
            "italic": run.italic,
            "code": run.code,
            "link": run.link,
            "note": run.note,
            "first": is_first,
        }

    def _block(self, block: Block) -> _Json:
        match block:
            case Heading():
                number = next(self._numbers)
                runs = self.runs(block.runs)
                return {"kind": "heading", "level": block.level, "number": number, "runs": runs}
            case Paragraph():
                return {"kind": "paragraph", "runs": self.runs(block.runs)}
            case BulletList():
                return {"kind": "bullets", "items": [self.blocks(item) for item in block.items]}
            case NumberedList():
                items = [self.blocks(item) for item in block.items]
                return {"kind": "numbers", "items": items, "start": block.start}
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Box():
                title = self.runs(block.title)
                inner = self.blocks(block.blocks)
                return {"kind": "box", "box": block.kind, "title": title, "blocks": inner}
            case Listing():
                return {"kind": "listing", "text": block.text}
            case Rule():
                return {"kind": "rule"}

    def _table(self, table: Table) -> _Json:
        found = breaks(table)
        return {
            "kind": "table",
            "caption": self.runs(table.caption),
            "header": [self.runs(cell) for cell in table.header],
            "rows": [[self.runs(cell) for cell in row] for row in table.rows],
            "breakable": not found.is_whole,
            "opening": found.opening,
            "breakable_rows": [may_break(row) for row in table.rows],
            "alignments": list(table.alignments),
            "shares": column_shares(table),
            "size": type_size(table),
        }

    def _figure(self, figure: Figure) -> _Json:
        svg = picture_of(figure, self._images)
        if figure.image not in self.pictures:
            self.pictures[figure.image] = for_pdf(svg)
        return {
            "kind": "figure",
            "image": figure.image,
            "alt": figure.alt,
            "width": picture_size(svg, self._sheet)[0],
            "caption": self.runs(figure.caption),
        }
