"""Pictures: SVG text made fit for pages, and as pixels."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Literal

from kerja.documents.scripts import FONTS, SYMBOLS, has_shaping
from kerja.documents.typesetting import typeset
from kerja.errors import KerjaError

_SVG = "http://www.w3.org/2000/svg"
_TEXT = f"{{{_SVG}}}text"
_VIEW = re.compile(r"\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*")
_TURNED = re.compile(r"translate\(([-\d.]+)[ ,]+([-\d.]+)\)\s*rotate\(([-\d.]+)\)")
_PICTURE = """\
#let d = json(bytes(sys.inputs.data))
#set page(width: d.width * 1pt, height: d.height * 1pt, margin: 0pt, fill: none)
#set text(font: d.fonts, top-edge: "baseline", bottom-edge: "baseline")
#place(image(bytes(d.svg), format: "svg", width: d.width * 1pt, height: d.height * 1pt))
#for t in d.texts {
  let words = box(text(size: t.size * 1pt, weight: t.weight, fill: rgb(t.fill), t.words))
  place(dx: t.x * 1pt, dy: t.y * 1pt, context {
    let wide = measure(words).width
    let back = if t.anchor == "middle" { wide / 2 } else if t.anchor == "end" { wide } else { 0pt }
    rotate(t.turn * 1deg, origin: top + left, place(dx: -back, words))
  })
}
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
    return _drawn(svg, "png")


def for_pdf(svg: str) -> str:
    """Return a picture that a PDF for screen readers can hold: shaped letters as outlines.

    Typst refuses letters of a picture that need shaping (typst issue 7432).
    """
    if has_text(svg) and has_shaping(svg):
        return _drawn(svg, "svg").decode("utf-8")
    return svg


def _drawn(svg: str, output: Literal["png", "svg"]) -> bytes:
    """Draw a picture whose words are set by Typst as text of its own.

    Its reader of SVG misplaces Khmer vowels and the Thai sara am, whatever font is named.
    """
    width, height = size(svg)
    root = _parsed(svg)
    texts = list(_texts_out_of(root))
    data = {
        "svg": ET.tostring(root, encoding="unicode"),
        "texts": texts,
        "width": width,
        "height": height,
        "fonts": (*FONTS, SYMBOLS),
    }
    return typeset(_PICTURE, data=data, output=output)


def _texts_out_of(root: ET.Element) -> Iterator[dict[str, object]]:
    """Take the plain texts out of a picture and yield what Typst needs to set each."""
    ink = root.get("fill", "#000000")
    for parent in list(root.iter()):
        for element in [e for e in parent if e.tag == _TEXT and not len(e)]:
            parent.remove(element)
            turned = _TURNED.fullmatch(element.get("transform", ""))
            x, y, turn = (
                turned.groups() if turned else (element.get("x", 0), element.get("y", 0), 0)
            )
            yield {
                "words": element.text or "",
                "size": float(element.get("font-size", 10)),
                "weight": int(element.get("font-weight", 400)),
                "fill": element.get("fill", ink),
                "anchor": element.get("text-anchor", "start"),
                "x": float(x),
                "y": float(y),
                "turn": float(turn),
            }


def _parsed(svg: str) -> ET.Element:
    try:
        return ET.fromstring(svg)
    except ET.ParseError as error:
        raise KerjaError(f"a picture is no SVG: {error}", "mend it") from error
