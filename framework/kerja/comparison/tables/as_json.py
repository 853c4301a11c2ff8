"""A comparison as plain data for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from kerja.comparison.tables.comparison import Comparison
from kerja.comparison.tables.row import Cell

KEPT_WHEN_EMPTY = frozenset({"value", "low", "high", "rank", "holds", "cells", "rows"})
"""Members that are written even if they say nothing: null is an answer there."""


def to_json(comparison: Comparison) -> dict[str, object]:
    """Return a comparison as maps and lists, with the names of its own nouns as keys.

    A figure and its publication are written once, under the party; cells name figures by path. What
    is empty is left out, except the numbers of a cell: `null` there is "not known", never 0.
    """
    data = _plain(comparison)
    assert isinstance(data, dict)
    return data


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        named = ((one.name, getattr(value, one.name)) for one in fields(value))
        own = {
            name: _plain(item)
            for name, item in named
            if name in KEPT_WHEN_EMPTY or item not in (None, "", ())
        }
        return own | ({"is_range": True} if isinstance(value, Cell) and value.is_range else {})
    return value
