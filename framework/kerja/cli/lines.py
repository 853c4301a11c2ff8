"""Lines of a page on a terminal, 80 columns wide: labelled paragraphs and lists."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from kerja.findings import Place

WIDTH = 80


def wrapped(start: str, text: str, *, indent: int = 2) -> list[str]:
    """Break a text after `start`, following lines indented; words and addresses stay whole."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
        break_long_words=False,
    ) or [start.rstrip()]


def labelled(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a line for each label with a text; those without one are left out."""
    for label, text in rows:
        if text:
            yield from wrapped(f"{label}: ", text)


def listed(title: str, entries: Iterable[str]) -> Iterator[str]:
    """Yield a title and its entries below; nothing without entries."""
    lines = [line for entry in entries for line in wrapped("  ", entry, indent=4)]
    if lines:
        yield from ("", f"{title}:", *lines)


def at(place: Place) -> str:
    """Return file and line of a place."""
    return f"{place.file}:{place.line}"
