"""Reading the docstring of a function as a page: a title, then sections named at a line's start."""

from __future__ import annotations

import inspect
from collections.abc import Collection


def page(docstring: str, sections: Collection[str]) -> dict[str, str]:
    """Return the text of `title` and of each section, on one line; "" where it is not there.

    >>> page("A title\\n\\nWhy: because of\\n    this.", ("Why", "Basis"))
    {'title': 'A title', 'Why': 'because of this.', 'Basis': ''}
    """
    parts: dict[str, list[str]] = {name: [] for name in ("title", *sections)}
    current = "title"
    for line in inspect.cleandoc(docstring).splitlines():
        title, colon, rest = line.partition(":")
        if colon and title in sections:
            current, line = title, rest
        parts[current].append(line.strip())
    return {name: " ".join(" ".join(lines).split()) for name, lines in parts.items()}
