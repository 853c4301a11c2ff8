"""The parts of a DOCX file beside its text: styles, numbering, footnotes, footer, properties."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from pathlib import Path

from kerja.documents.languages import Language
from kerja.documents.scripts import LATIN, SUBSTITUTES
from kerja.documents.tree import Document, Run
from kerja.documents.word_text import Writer, field_of
from kerja.documents.word_xml import element, find, serialised, text, valued

_HERE = Path(__file__).parent
_SETTINGS = (
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    "</w:settings>"
)
_APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>kerja</Application></Properties>'
)


def styles(language: Language) -> bytes:
    """Return the styles with the fonts, the direction and the tag of a language."""
    root = ET.fromstring((_HERE / "word_styles.xml").read_bytes())
    # Word takes "cs" for every script that needs shaping, whatever its direction.
    fonts = {"ascii": LATIN, "hAnsi": LATIN, "eastAsia": LATIN, "cs": language.fonts[0]}
    for slot, font in fonts.items():
        find(root, ".//w:rPrDefault//w:rFonts").set(_attribute(slot), font)
    tag = "en-GB" if language.code == "en" else language.code
    is_shaped = language.fonts[0] != LATIN
    tags = {"val": "en-GB" if is_shaped else tag, "bidi": tag if is_shaped else "ar-SA"}
    for slot, name in tags.items():
        find(root, ".//w:rPrDefault//w:lang").set(_attribute(slot), name)
    if language.direction == "rtl":
        find(root, ".//w:pPrDefault/w:pPr").insert(0, element("w:bidi"))
    return serialised(root)


def numbering(lists: Iterable[tuple[int, int]]) -> bytes:
    """Return the numbering; `lists` holds level and first number of every numbered list."""
    root = ET.fromstring((_HERE / "word_numbering.xml").read_bytes())
    for identifier, (level, start) in enumerate(lists, start=3):
        override = element(
            "w:lvlOverride", {"w:ilvl": str(level)}, (valued("w:startOverride", str(start)),)
        )
        children = (valued("w:abstractNumId", "3"), override)
        root.append(element("w:num", {"w:numId": str(identifier)}, children))
    return serialised(root)


def footnotes(document: Document, writer: Writer) -> bytes:
    """Return all footnotes, numbered as in `writer.numbers`."""
    root = element("w:footnotes")
    for identifier, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        line = element("w:p", None, (element("w:r", None, (element(f"w:{kind}"),)),))
        root.append(element("w:footnote", {"w:type": kind, "w:id": identifier}, (line,)))
    for key, number in writer.numbers.items():
        style = element("w:rPr", None, (valued("w:rStyle", "FootnoteReference"),))
        mark = element("w:r", None, (style, element("w:footnoteRef")))
        paragraph = writer.paragraph("FootnoteText", (Run(" "), *document.notes[key]))
        paragraph.insert(1, mark)
        root.append(element("w:footnote", {"w:id": str(number)}, (paragraph,)))
    return serialised(root)


def footer(document: Document, writer: Writer, *, width: int) -> bytes:
    """Return the foot of pages: title, and the page number at the end of a line `width` long.

    The width is in twentieths of a point.
    """
    stop = element("w:tab", {"w:val": "right", "w:pos": str(width)})
    paragraph = writer.paragraph(
        "Footer", (Run(document.title),), (element("w:tabs", None, (stop,)),)
    )
    paragraph.append(element("w:r", None, (element("w:tab"),)))
    paragraph.extend(writer.runs((Run(f"{document.labels.page} "),)))
    paragraph.extend(field_of(" PAGE ", "1"))
    paragraph.extend(writer.runs((Run(" / "),)))
    paragraph.extend(field_of(" NUMPAGES ", "1"))
    return serialised(element("w:ftr", None, (paragraph,)))


def font_table(fonts: Sequence[str]) -> bytes:
    """Return the fonts with what Word shall take where they are not installed."""
    rows = (
        element("w:font", {"w:name": font}, (valued("w:altName", ",".join(SUBSTITUTES[font])),))
        for font in fonts
    )
    return serialised(element("w:fonts", None, rows))


def settings() -> bytes:
    """Return the settings of the document."""
    return serialised(ET.fromstring(_SETTINGS))


def application() -> bytes:
    """Return what made the file."""
    return serialised(ET.fromstring(_APPLICATION))


def properties(document: Document, date: datetime.date) -> bytes:
    """Return title, language and dates; a document names no author."""
    root = element("cp:coreProperties", None, (text("dc:title", document.title),))
    root.append(text("dc:language", document.language))
    for name in ("dcterms:created", "dcterms:modified"):
        moment = text(name, f"{date.isoformat()}T12:00:00Z")
        moment.set("{http://www.w3.org/2001/XMLSchema-instance}type", "dcterms:W3CDTF")
        root.append(moment)
    return serialised(root)


def _attribute(name: str) -> str:
    return next(iter(element("w:x", {f"w:{name}": ""}).attrib))
