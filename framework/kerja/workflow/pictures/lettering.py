"""How wide text is, and where its lines break, without a font file at hand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_BOLD = 1.08
_TALL_SCRIPTS = ("KHMER", "THAI", "LAO", "MYANMAR")
_STACKERS = frozenset("\u17d2\u1039")
_STACKED = 0.15
_BREAK = "\u200b"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide the text is at this size, in the unit of the size; rather too wide."""
    total = 0.0
    stacked = False
    for letter in text:
        total += _STACKED if stacked else _advance(letter)
        stacked = letter in _STACKERS
    return total * size * (_BOLD if bold else 1.0)


def line_height(text: str, size: float) -> float:
    """Return the distance of two lines; Khmer, Thai and their kin stack marks above and below."""
    tall = any(unicodedata.name(letter, "").startswith(_TALL_SCRIPTS) for letter in text)
    return size * (1.6 if tall else 1.16)


def wrap(text: str, size: float, room: float) -> tuple[str, ...]:
    """Break text into lines no wider than `room`; inside a word only if the word alone is wider."""
    lines: list[str] = []
    current = ""
    for piece in _pieces(text, size, room):
        longer = current + piece
        if current and width(longer.rstrip(), size) > room:
            lines.append(current.rstrip())
            longer = piece
        current = longer
    return (*lines, current.rstrip()) if current.strip() or not lines else tuple(lines)


def _pieces(text: str, size: float, room: float) -> Iterator[str]:
    """Yield words with the space behind them; a word too long is cut between letters."""
    for word in text.replace(_BREAK, f"{_BREAK} ").split(" "):
        whole, space = (word[:-1], "") if word.endswith(_BREAK) else (word, " ")
        rest = whole
        while width(rest, size) > room and len(_clusters(rest)) > 1:
            clusters = _clusters(rest)
            head = clusters[0]
            for cluster in clusters[1:]:
                if width(head + cluster, size) > room:
                    break
                head += cluster
            yield head
            rest = rest[len(head) :]
        yield rest + space


def _clusters(word: str) -> list[str]:
    """Split a word where it may be cut: never before a mark or a stacked letter."""
    clusters: list[str] = []
    for letter in word:
        joins = unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf")
        if clusters and (joins or clusters[-1][-1] in _STACKERS):
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return clusters


def _advance(letter: str) -> float:
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _LETTERS:
        return _LETTERS[base]
    category = unicodedata.category(letter)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1.0
    if unicodedata.name(letter, "").startswith("KHMER"):
        return 0.4 if category == "Mc" else 0.76
    return 0.4 if category == "Mc" else 0.66


# Widths of Noto Sans Regular in thousandths of the size.
_THOUSANDTHS = {
    "il": "258", "j.,:;": "268", "I-": "339", "'!|": "268", "()[]": "300", "ft": "361",
    "r?/": "425", "csz": "480", "vxyk": "528", "ae": "564", "LFJ": "524", "ETYSXZ": "578",
    "0123456789": "572", "bdghnopqu": "618", "BCKPRAV": "645", "DGHUN": "745", "OQ": "781",
    "w": "786", "mMW%@&": "930", " ": "260",
}  # fmt: skip
_LETTERS = {
    letter: int(wide) / 1000 for letters, wide in _THOUSANDTHS.items() for letter in letters
}
