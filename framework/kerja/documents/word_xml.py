"""Elements of WordprocessingML, written with their usual prefixes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
for _prefix, _address in NAMESPACES.items():
    ET.register_namespace(_prefix, _address)

Element = ET.Element


def element(
    tag: str, attributes: Mapping[str, str] | None = None, children: Iterable[Element] = ()
) -> Element:
    """Return an element; `tag` and the names of attributes may have a prefix ("w:p")."""
    result = Element(_full(tag), {_full(k): v for k, v in (attributes or {}).items()})
    result.extend(children)
    return result


def valued(tag: str, value: str) -> Element:
    """Return the commonest kind of element, `<tag w:val="value"/>`."""
    return element(tag, {"w:val": value})


def text(tag: str, content: str) -> Element:
    """Return an element that holds text, its spaces kept."""
    result = element(tag, {"xml:space": "preserve"} if tag.startswith("w:") else None)
    result.text = content
    return result


def find(root: Element, path: str) -> Element:
    """Return the one element at a path that is known to be there."""
    found = root.find(path, NAMESPACES)
    assert found is not None, path
    return found


def serialised(root: Element) -> bytes:
    """Return an XML file."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (head + ET.tostring(root, encoding="unicode")).encode()


def _full(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name
