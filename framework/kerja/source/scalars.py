"""The YAML 1.2 core schema: what one written value means, and traps of numbers."""

from __future__ import annotations

import math
import re

from kerja.findings import Finding, Place
from kerja.source.characters import retyped
from kerja.source.faults import fault
from kerja.source.nodes import Plain, Scalar

MOST_DIGITS = 30

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_ZEROS_FIRST = re.compile(r"[-+]?0[0-9]+")
_OTHER_BASE = re.compile(r"0(?:x[0-9a-fA-F]+|o[0-7]+|b[01]+)")
_STARTS_OF_NUMBERS = frozenset("0123456789+-.")


def key(text: str, place: Place, *, quoted: bool) -> tuple[Scalar, tuple[Finding, ...]]:
    """Return a key: always text, be it NO, 2024 or 012."""
    typed, findings = retyped(text, place, is_key=True)
    return Scalar(place, typed, typed, quoted), findings


def scalar(text: str, place: Place, *, quoted: bool) -> tuple[Scalar, tuple[Finding, ...]]:
    """Return a value: null, true or false, a number, else text.

    A quoted value is text. Dates, times, digits grouped by `_` and NO are text as well.
    """
    typed, findings = retyped(text, place, is_key=False)
    if quoted:
        return Scalar(place, typed, typed, quoted), findings
    value, problem = _resolved(typed, place)
    return Scalar(place, value, typed), (*findings, *((problem,) if problem else ()))


def _resolved(text: str, place: Place) -> tuple[Plain, Finding | None]:
    if text in _NULLS:
        return None, None
    if text in _BOOLEANS:
        return _BOOLEANS[text], None
    if text[0] in _STARTS_OF_NUMBERS:
        return _number(text, place)
    return text, None


def _number(text: str, place: Place) -> tuple[Plain, Finding | None]:
    if _ZEROS_FIRST.fullmatch(text):
        bare = text.lstrip("+-0") or "0"
        hint = f'a code: write "{text}"; a number: write {bare}'
        return text, fault("leading-zero", f"{text} starts with 0 and stays text", place, hint=hint)
    if _OTHER_BASE.fullmatch(text):
        return text, fault("hexadecimal-number", f"{text} is read as text", place)
    if _NO_NUMBER.fullmatch(text):
        return text, fault("not-a-number", f"{text} is not a figure", place)
    if not _DECIMAL.fullmatch(text):
        return text, None
    digits = sum(letter.isdigit() for letter in text)
    if digits > MOST_DIGITS:
        message = f"a number of {digits} digits: {text[:12]}…"
        return text, fault("too-many-digits", message, place)
    if _WHOLE.fullmatch(text):
        return int(text), None
    number = float(text)
    if math.isinf(number):
        return text, fault("not-a-number", f"{text} is too large for a figure", place)
    return number, None
