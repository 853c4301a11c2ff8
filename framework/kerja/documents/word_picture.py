"""A picture in the text of a DOCX file: PNG, and SVG beside it for readers that know it."""

from __future__ import annotations

from kerja.documents.word_xml import NAMESPACES, Element, element

_UNITS = 360_000  # English Metric Units in a centimetre
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def drawing(
    alt: str, *, size: tuple[float, float], number: int, png: str, svg: str = ""
) -> Element:
    """Return a picture as part of a line.

    Args:
        alt: what it shows, in words.
        size: width and height in cm.
        number: unique in the document.
        png: relation of the PNG.
        svg: relation of the SVG, empty for none.
    """
    width, height = (str(round(length * _UNITS)) for length in size)
    extent = {"cx": width, "cy": height}
    names = {"id": str(number), "name": f"Picture {number}"}
    frame = element("a:graphic", None, (_graphic(names, extent, png=png, svg=svg),))
    nothing = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    children = (
        element("wp:extent", extent),
        element("wp:docPr", {**names, "descr": alt}),
        frame,
    )
    return element("w:drawing", None, (element("wp:inline", nothing, children),))


def _graphic(names: dict[str, str], extent: dict[str, str], *, png: str, svg: str) -> Element:
    blip = element("a:blip", {"r:embed": png})
    if svg:
        vector = element("asvg:svgBlip", {"r:embed": svg})
        extension = element("a:ext", {"uri": _SVG_EXTENSION}, (vector,))
        blip.append(element("a:extLst", None, (extension,)))
    fill = element("pic:blipFill", None, (blip, _stretched()))
    about = element("pic:nvPicPr", None, (element("pic:cNvPr", names), element("pic:cNvPicPr")))
    box = element(
        "a:xfrm", None, (element("a:off", {"x": "0", "y": "0"}), element("a:ext", extent))
    )
    shape = element("a:prstGeom", {"prst": "rect"}, (element("a:avLst"),))
    look = element("pic:spPr", None, (box, shape))
    content = element("pic:pic", None, (about, fill, look))
    return element("a:graphicData", {"uri": NAMESPACES["pic"]}, (content,))


def _stretched() -> Element:
    return element("a:stretch", None, (element("a:fillRect"),))
