"""Characters that look like others or like nothing: found, and retyped where that is safe."""

from __future__ import annotations

import re
import unicodedata

from kerja.findings import Finding, Place
from kerja.source.faults import fault

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_MINUS = re.compile("[\u2010-\u2013\u2212\ufe63\uff0d](?=[0-9])")
_QUOTED = re.compile(
    "[\u2018\u2019\u201c-\u201f\u00ab\u00bb].*[\u2018\u2019\u201c-\u201f\u00ab\u00bb]"
)
_QUOTES = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"') | {
    0x2018: "'",
    0x2019: "'",
}
_FIGURE = re.compile(r"(?:[A-Z]{2,3}|[^\w\s]{1,3})? ?[-+]?[0-9][0-9 _.,:/-]*(?:%|\b.{0,24})")


def retyped(text: str, place: Place, *, is_key: bool) -> tuple[str, tuple[Finding, ...]]:
    """Return `text` as the keyboard would have typed it, with a finding for each kind of change.

    Zero-width characters are letters of the text in Khmer, Thai or Arabic, and curly quotes belong
    to good prose: both are left alone there. In keys and in figures they are faults.
    """
    if text.isascii() and text.isprintable():
        return text, ()
    clean, findings = _visible(text, place, is_key=is_key)
    typed = _typed(clean, is_key=is_key)
    if typed != clean:
        what = "a key" if is_key else "a value"
        message = f"{what} holds characters pasted from Word or Excel; it is read as {typed!r}"
        findings += (fault("pasted-character", message, place, hint=f"type it again: {typed}"),)
    return typed, findings


def _visible(text: str, place: Place, *, is_key: bool) -> tuple[str, tuple[Finding, ...]]:
    findings: list[Finding] = []
    control = _CONTROL.search(text)
    if control:
        message = f"a control character, U+{ord(control[0]):04X}"
        findings.append(fault("control-character", message, place))
        text = _CONTROL.sub(" ", text)
    hidden = _DIRECTION.search(text)
    if not hidden and (is_key or not _needs_joiners(text)):
        hidden = _ZERO_WIDTH.search(text)
    if hidden:
        name = unicodedata.name(hidden[0], "unnamed").lower()
        message = f"an invisible character, U+{ord(hidden[0]):04X} ({name})"
        findings.append(fault("invisible-character", message, place))
        text = _ZERO_WIDTH.sub("", _DIRECTION.sub("", text))
    return text, tuple(findings)


def _needs_joiners(text: str) -> bool:
    """True for text in a script that is not Latin, Greek or Cyrillic: joiners shape its words."""
    return any(letter > "\u052f" and letter.isalpha() for letter in text)


def _typed(text: str, *, is_key: bool) -> str:
    typed = "".join(_digit(letter) for letter in text)
    typed = _SPACES.sub(" ", typed)
    typed = _MINUS.sub("-", typed)
    if is_key:
        return unicodedata.normalize("NFKC", typed).translate(_QUOTES).strip()
    if _QUOTED.fullmatch(typed.strip()):
        return typed.strip()[1:-1]
    if _FIGURE.fullmatch(typed.strip()):
        return typed.translate(_QUOTES).replace("％", "%").strip()
    # In prose all of these are what the writer meant, but for a space at either end.
    return text.strip("\u00a0\u202f\u3000")


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
