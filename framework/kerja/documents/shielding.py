"""Text that is safe inside Markdown, whatever characters a value holds."""

from __future__ import annotations

import re
import unicodedata
from typing import Self

from markupsafe import Markup

# Private-use planes are neither punctuation, space, digit nor syntax to a CommonMark parser.
# Numeric references would do for the syntax, but they begin with "&", which is punctuation:
# beside a Khmer or Thai letter, where no space stands, "**&#53;0&#37;**" would not turn bold.
_PLANE = 0xF0000
_LAST = 0x10FFFD
_NOT_PRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def printable(text: str) -> str:
    """Return `text` with U+FFFD for control characters and the like: no format can hold them.

    Every kind of line end becomes "\\n"; a tab becomes a space.
    """
    return _NOT_PRINTABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def shield(text: str) -> str:
    """Return `text` on one line, all but letters moved to private use: none of it is Markdown.

    >>> unshield(shield("**50%** | x")) == "**50%** | x"
    True
    """
    return "".join(map(_shielded, printable(text).replace("\n", " ")))


def unshield(text: str) -> str:
    """Return what `shield` was given, after the Markdown around it was parsed."""
    return "".join(chr(ord(c) - _PLANE) if _PLANE <= ord(c) <= _LAST else c for c in text)


class Markdown(Markup):
    """Text that is Markdown already; whatever is joined to it is shielded first."""

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """Return `s` as Markdown: itself if it is markup already, else shielded."""
        return cls(str(s) if isinstance(s, Markup) else shield(str(s)))


def _shielded(character: str) -> str:
    code = ord(character)
    if unicodedata.category(character)[0] in "LM":
        return character
    if code >= _PLANE:
        return _shielded("\ufffd")
    return chr(code + _PLANE) if code < 0x20000 and code + _PLANE <= _LAST else character
