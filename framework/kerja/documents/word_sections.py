"""The sections of a DOCX file: the size of a page, which way it is turned, what is at its foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kerja.documents.sheets import Sheet
from kerja.documents.word_xml import Element, element

_SIDE = 1418


@dataclass(frozen=True, slots=True)
class Page:
    """An A4 page, in twentieths of a point. `footer` is the part with the words at its foot."""

    width: int
    height: int
    footer: str
    margins: Mapping[str, int]

    @property
    def text_width(self) -> int:
        """Return how long a line is."""
        return self.width - 2 * _SIDE


PORTRAIT = Page(
    11906, 16838, "footer.xml", {"top": 1361, "bottom": 1361, "header": 720, "footer": 680}
)
_LANDSCAPE = Page(
    16838, 11906, "footer_landscape.xml", {"top": 454, "bottom": 737, "header": 340, "footer": 340}
)


def page_of(sheet: Sheet) -> Page:
    """Return the page that a sheet is printed on."""
    return _LANDSCAPE if sheet.landscape else PORTRAIT


def section(page: Page, *, footer: str, is_rtl: bool) -> Element:
    """Return the properties of a section; `footer` is the relation of its foot."""
    size = {"w:w": str(page.width), "w:h": str(page.height)}
    turned = {"w:orient": "landscape"} if page.width > page.height else {}
    margins = {**page.margins, "right": _SIDE, "left": _SIDE, "gutter": 0}
    children = [
        element("w:footerReference", {"w:type": "default", "r:id": footer}),
        element("w:pgSz", size | turned),
        element("w:pgMar", {f"w:{side}": str(length) for side, length in margins.items()}),
    ]
    return element("w:sectPr", None, children + ([element("w:bidi")] if is_rtl else []))
