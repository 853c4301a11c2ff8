"""Bytes of a profile -> text whose lines are counted as editors count them."""

from __future__ import annotations

import re

from kerja.findings import Finding, Place
from kerja.source.faults import fault

MOST_BYTES = 2_000_000

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"
_SEPARATORS = re.compile("[\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_MOST_REPORTED = 5


def decode(given: bytes | str, *, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the text with `\\n` line ends, or None if the bytes are no UTF-8 text at all.

    Characters that YAML refuses or counts as ends of line are replaced by a space, one for one, so
    that lines and columns stay those of the file.
    """
    top = Place(file, 1, 1)
    if len(given) > MOST_BYTES:
        message = f"the file has {len(given):,} bytes; the limit is {MOST_BYTES:,}"
        return None, (fault("too-large", message, top),)
    findings: list[Finding] = []
    text = given if isinstance(given, str) else _text(given, top, findings)
    if text is None:
        return None, tuple(findings)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _printable(text, top, findings), tuple(findings)


def _text(given: bytes, top: Place, findings: list[Finding]) -> str | None:
    if given[:2] in _UTF_16 or _looks_utf_16(given):
        findings.append(fault("utf-16", "the file is UTF-16", top))
        return None
    if b"\x00" in given or given.startswith((b"PK\x03\x04", b"%PDF-")):
        findings.append(fault("not-text", f"this is {_format(given)}, not text", top))
        return None
    if given.startswith(_UTF_8_MARK):
        findings.append(fault("byte-order-mark", "the file starts with a byte order mark", top))
        given = given.removeprefix(_UTF_8_MARK)
    try:
        return given.decode("utf-8")
    except UnicodeDecodeError as problem:
        findings.append(_not_utf_8(given, problem.start, top))
        return given.decode("utf-8", "replace")


def _looks_utf_16(given: bytes) -> bool:
    """Latin text in UTF-16 without a mark has a NUL in every other byte."""
    start = given[:200]
    halves = (start[::2], start[1::2])
    return len(start) >= 4 and any(
        half.count(0) > 0.8 * len(half) and other.count(0) == 0
        for half, other in (halves, halves[::-1])
    )


def _format(given: bytes) -> str:
    if given.startswith(b"PK"):
        return "a ZIP or Office file (.docx, .xlsx, .odt)"
    return "a PDF file" if given.startswith(b"%PDF-") else "a binary file"


def _not_utf_8(given: bytes, at: int, top: Place) -> Finding:
    before = re.sub(rb"\r\n?", b"\n", given[:at])
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    byte = given[at : at + 1]
    meant = byte.decode("cp1252", "replace")
    hint = "save the file as UTF-8"
    if meant.isprintable() and meant != "\ufffd":
        hint += f"; Windows-1252 would read {meant} here"
    place = Place(top.file, line, column, line, column + 1)
    return fault("not-utf-8", f"byte 0x{byte.hex()} is not UTF-8", place, hint=hint)


def _printable(text: str, top: Place, findings: list[Finding]) -> str:
    if text.startswith("\ufeff"):
        text = text[1:]
    for name, pattern, what in (
        ("line-separator", _SEPARATORS, "an invisible line separator"),
        ("control-character", _UNPRINTABLE, "a control character"),
    ):
        for count, found in enumerate(pattern.finditer(text)):
            if count == _MOST_REPORTED:
                break
            message = f"{what}, U+{ord(found[0]):04X}; it is read as a space"
            findings.append(fault(name, message, _place(text, found.start(), top.file)))
        text = pattern.sub(" ", text)
    # The parser refuses a byte order mark inside a text; a word joiner is invisible as well.
    return text.replace("\ufeff", "\u2060")


def _place(text: str, at: int, file: str) -> Place:
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return Place(file, line, column, line, column + 1)
