"""Patterns that users may write for identity numbers: character classes and counts only."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"(?:\[(?:[^\W_](?:-[^\W_])?)+\]|[^\W_]|-)"  # a class of letters and digits, or one of them
    r"(?:\{[0-9]{1,2}(?:,[0-9]{1,2})?\})?",  # a bounded count
)
_LONGEST = 80


def safe_pattern(pattern: str | None) -> str | None:
    """Return the pattern if matching it takes time linear in the text; else say what is allowed.

    >>> safe_pattern("[A-Z]{1,2}[0-9]{6}")
    '[A-Z]{1,2}[0-9]{6}'

    Raises:
        ValueError: groups, alternatives, stars and look-arounds could hang a form that uses them.
    """
    if pattern is None:
        return None
    end = 0
    while end < len(pattern) <= _LONGEST:
        piece = _PIECE.match(pattern, end)
        if piece is None:
            break
        end = piece.end()
    if not pattern or end != len(pattern):
        raise ValueError(
            f'"{pattern[:40]}" is no pattern of character classes and counts, such as "[0-9]{{9}}"'
        )
    return pattern
