"""Writes a document as DOCX, for Word and LibreOffice, as native text: nothing is only drawn."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from kerja.documents import word_parts
from kerja.documents.languages import language
from kerja.documents.scripts import FONTS
from kerja.documents.tree import (
    Document,
    note_numbers,
)
from kerja.documents.word_blocks import Body
from kerja.documents.word_package import Relations, archive
from kerja.documents.word_text import Writer
from kerja.documents.word_xml import element, serialised


def to_docx(document: Document, *, images: Mapping[str, str], date: datetime.date) -> bytes:
    """Return the document as DOCX, the same bytes for the same input.

    Args:
        document: what to write.
        images: SVG text of every picture, by key; embedded as PNG, and beside it as SVG
            if it holds no letters.
        date: the date that the file states and that its entries have.

    Raises:
        KerjaError: a picture is missing.
    """
    tongue = language(document.language)
    numbers = note_numbers(document.blocks)
    body = Body(tongue, numbers, images)
    content = body.sheets(document)
    note_relations = Relations()
    note_writer = Writer(tongue, note_relations, numbers)
    for part in ("styles", "numbering", "settings", "fontTable", "footnotes"):
        body.relations.add(part, f"{part}.xml")
    parts = {
        "docProps/app.xml": word_parts.application(),
        "docProps/core.xml": word_parts.properties(document, date),
        "word/document.xml": serialised(
            element("w:document", None, (element("w:body", None, content),))
        ),
        "word/_rels/document.xml.rels": serialised(body.relations.part()),
        "word/fontTable.xml": word_parts.font_table(FONTS),
        "word/footnotes.xml": word_parts.footnotes(document, note_writer),
        "word/_rels/footnotes.xml.rels": serialised(note_relations.part()),
        "word/numbering.xml": word_parts.numbering(body.lists),
        "word/settings.xml": word_parts.settings(),
        "word/styles.xml": word_parts.styles(tongue),
    }
    for name, page in body.pages.items():
        writer = Writer(tongue, Relations(), {})
        parts[f"word/{name}"] = word_parts.footer(document, writer, width=page.text_width)
    return archive(parts | body.media, date)
