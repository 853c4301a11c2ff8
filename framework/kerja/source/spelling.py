"""Guess which known word was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST = 60
"""Longer than any key; comparing takes the product of both lengths."""


def closest(word: str, words: Iterable[str]) -> str | None:
    """Return the known word most like `word`, or None if none is near.

    >>> closest("Labour-Force", ["labour_force", "population"])
    'labour_force'
    >>> closest("zzz", ["labour_force"]) is None
    True
    """
    known = {_folded(candidate): candidate for candidate in reversed(list(words))}
    folded = _folded(word[:_LONGEST])
    near = difflib.get_close_matches(folded, list(known), n=1, cutoff=0.6)
    return known[near[0]] if near else None


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
