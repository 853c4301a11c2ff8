"""Writing systems: which characters belong to one, and which font shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

LATIN = "Noto Sans"


@dataclass(frozen=True, slots=True)
class Script:
    """A writing system that needs shaping. `substitutes` are fonts of Windows and macOS."""

    font: str
    characters: re.Pattern[str]
    substitutes: tuple[str, ...] = ()


_SCRIPTS = (
    Script(
        "Noto Sans Khmer",
        re.compile("[\u1780-\u17ff\u19e0-\u19ff]"),
        ("Khmer OS Siemreap", "Leelawadee UI", "Khmer Sangam MN"),
    ),
    Script("Noto Sans Thai", re.compile("[\u0e00-\u0e7f]"), ("Leelawadee UI", "Thonburi")),
    Script("Noto Sans Lao", re.compile("[\u0e80-\u0eff]"), ("Leelawadee UI", "Lao Sangam MN")),
    Script("Noto Sans Myanmar", re.compile("[\u1000-\u109f]"), ("Myanmar Text",)),
    Script("Noto Sans Devanagari", re.compile("[\u0900-\u097f]"), ("Nirmala UI",)),
    Script(
        "Noto Sans Arabic",
        re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"),
        ("Segoe UI", "Geeza Pro"),
    ),
)
FONTS = (LATIN, *(script.font for script in _SCRIPTS))
SYMBOLS = "DejaVu Sans Mono"
SUBSTITUTES = {LATIN: ("Segoe UI", "Helvetica Neue")} | {s.font: s.substitutes for s in _SCRIPTS}


def has_shaping(text: str) -> bool:
    """Tell whether any character belongs to a script that needs shaping."""
    return any(script.characters.search(text) for script in _SCRIPTS)


def by_font(text: str) -> tuple[tuple[str, str], ...]:
    """Split a text into (font, stretch); what needs no shaping is "Noto Sans".

    >>> by_font("for ไทย")
    (('Noto Sans', 'for '), ('Noto Sans Thai', 'ไทย'))
    """
    return tuple((font, "".join(group)) for font, group in groupby(text, key=_font))


def _font(character: str) -> str:
    if character < "\u0600":
        return LATIN
    return next((s.font for s in _SCRIPTS if s.characters.match(character)), LATIN)
