"""Pictures: SVG text made fit for pages, and as pixels."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from kerja.documents.scripts import FONTS, LATIN, SYMBOLS, by_font, has_shaping
from kerja.documents.typesetting import typeset
from kerja.errors import KerjaError

_SVG = "http://www.w3.org/2000/svg"
_TEXTS = (f"{{{_SVG}}}text", f"{{{_SVG}}}tspan")
# Arrows, mathematics, shapes, ticks: what Noto Sans lacks.
_SYMBOLS = re.compile("([\u2190-\u22ff\u25a0-\u27bf]+)")
_VIEW = re.compile(r"\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*")
_PIXELS = """\
#let d = json(bytes(sys.inputs.data))
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: d.fonts)
#image(bytes(d.svg), format: "svg")
"""
ET.register_namespace("", _SVG)


def has_text(svg: str) -> bool:
    """Tell whether letters of a picture are letters, to be shown in a font, and not outlines."""
    return "<text" in svg


def size(svg: str) -> tuple[float, float]:
    """Return width and height of a picture from its viewBox.

    Raises:
        KerjaError: it has none, or is no SVG.
    """
    match = _VIEW.fullmatch(_parsed(svg).get("viewBox", ""))
    if match is None or not float(match[1]) * float(match[2]):
        raise KerjaError("a picture has no viewBox", "give its <svg> a viewBox of its size")
    return float(match[1]), float(match[2])


def pixels(svg: str) -> bytes:
    """Return a picture as PNG, 200 dots per inch.

    Raises:
        KerjaError: the text is no SVG.
    """
    return typeset(_PIXELS, data={"svg": _with_fonts(svg), "fonts": FONTS}, output="png")


def for_pdf(svg: str) -> str:
    """Return a picture that a PDF for screen readers can hold: letters that need shaping as pixels.

    Typst refuses them as text (typst issue 7432).
    """
    if not (has_text(svg) and has_shaping(svg)):
        return svg
    width, height = size(svg)
    data = base64.b64encode(pixels(svg)).decode("ascii")
    return (
        f'<svg xmlns="{_SVG}" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}"><image width="{width:g}" height="{height:g}" '
        f'href="data:image/png;base64,{data}"/></svg>'
    )


def _with_fonts(svg: str) -> str:
    """Name the font of every stretch of text: left to itself, Typst shows Khmer as boxes."""
    if not has_shaping(svg):
        return svg
    root = _parsed(svg)
    for element in [found for found in root.iter() if found.tag in _TEXTS]:
        children = list(element)
        _split(element, 0, element.text or "")
        for child in children:
            words, child.tail = child.tail or "", None
            _split(element, list(element).index(child) + 1, words)
    return ET.tostring(root, encoding="unicode")


def _split(element: ET.Element, position: int, words: str) -> None:
    """Put `words` at a position among the children, each script in a <tspan> of its own."""
    before = element[position - 1] if position else None
    if before is None:
        element.text = None
    for font, stretch in _stretches(words):
        if font != LATIN:
            before = ET.Element(f"{{{_SVG}}}tspan", {"font-family": font})
            before.text = stretch
            element.insert(position, before)
            position += 1
        elif before is None:
            element.text = stretch
        else:
            before.tail = stretch


def _stretches(words: str) -> Iterator[tuple[str, str]]:
    for font, stretch in by_font(words):
        if font == LATIN:
            for part in _SYMBOLS.split(stretch):
                if part:
                    yield (SYMBOLS if _SYMBOLS.fullmatch(part) else LATIN), part
        else:
            yield font, stretch


def _parsed(svg: str) -> ET.Element:
    try:
        return ET.fromstring(svg)
    except ET.ParseError as error:
        raise KerjaError(f"a picture is no SVG: {error}", "mend it") from error
