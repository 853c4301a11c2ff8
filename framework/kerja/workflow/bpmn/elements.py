"""Elements of BPMN and DMN, written with their usual prefixes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as Tree
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

NAMESPACES = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "dmn": "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "kerja": "urn:kerja:bpmn:1",
    "spiffworkflow": "http://spiffworkflow.org/bpmn/schema/1.0/core",
    "camunda": "http://camunda.org/schema/1.0/bpmn",
    "camunda-dmn": "http://camunda.org/schema/1.0/dmn",
    "zeebe": "http://camunda.org/schema/zeebe/1.0",
    "modeler": "http://camunda.org/schema/modeler/1.0",
}
FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/"

Element = Tree.Element
Attributes = Mapping[str, str | int | float | None]


def element(
    tag: str,
    attributes: Attributes | None = None,
    children: Iterable[Element] = (),
    *,
    text: str | None = None,
) -> Element:
    """Return an element; an attribute that is None or "" is left out."""
    written = {
        name: _written(value)
        for name, value in (attributes or {}).items()
        if value not in (None, "")
    }
    made = Element(tag, written)
    made.text = text
    made.extend(children)
    return made


def serialised(root: Element, prefixes: Iterable[str], *, last: Sequence[str] = ()) -> str:
    """Return an XML document whose root declares these prefixes.

    Args:
        root: the root; names keep the prefix with which they were written, so that the same tree
            is the same text whatever was written before.
        prefixes: keys of `NAMESPACES`.
        last: lines of a further child, as `lines` gives them with a margin of one space.
    """
    for prefix in prefixes:
        root.set(f"xmlns:{_short(prefix)}", NAMESPACES[prefix])
    whole = lines(root)
    end = whole.pop()
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *whole, *last, end, ""])


def lines(one: Element, margin: str = "") -> list[str]:
    """Return an element and what is in it as lines of XML."""
    written: list[str] = []
    _write(one, margin, written)
    return written


def _write(one: Element, margin: str, written: list[str]) -> None:
    """Append the lines of an element. Names are complete: none has to be looked up."""
    head = "".join([f' {name}="{_in_quotes(value)}"' for name, value in one.items()])
    if len(one):
        written.append(f"{margin}<{one.tag}{head}>")
        for part in one:
            _write(part, margin + " ", written)
        written.append(f"{margin}</{one.tag}>")
    elif one.text:
        written.append(f"{margin}<{one.tag}{head}>{escape(one.text)}</{one.tag}>")
    else:
        written.append(f"{margin}<{one.tag}{head}/>")


def _in_quotes(value: str) -> str:
    return escape(value, _QUOTED) if _SPECIAL.search(value) else value


_QUOTED = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_SPECIAL = re.compile('[&<>"\\n\\r\\t]')


def _short(prefix: str) -> str:
    return prefix.removesuffix("-dmn")


def _written(value: str | int | float | None) -> str:
    return f"{value:g}" if isinstance(value, float) and value == int(value) else str(value)
