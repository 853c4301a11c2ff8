"""Read a figure as people write it: "147.7 million", "8.5%", "IDR 3.5 million"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
"""Scale words, short scale, and the two of South Asia."""

_OTHER_SCALES = {
    "ribu": "thousand", "juta": "million", "miliar": "billion", "milyar": "billion",
    "triliun": "trillion", "mil": "thousand", "mille": "thousand", "milliard": "billion",
    "milliards": "billion", "millions": "million", "billions": "billion", "bn": "billion",
    "m": "million", "mn": "million", "k": "thousand", "mio": "million", "mrd": "billion",
    "tn": "trillion", "milhões": "million", "milhão": "million", "thousands": "thousand",
}  # fmt: skip

_SYMBOLS = {
    "Rp": "IDR", "Rp.": "IDR", "RM": "MYR", "US$": "USD", "$": "USD", "฿": "THB", "៛": "KHR",
    "₱": "PHP", "₮": "MNT", "€": "EUR", "£": "GBP", "₹": "INR", "₫": "VND",
}  # fmt: skip

_WRITTEN = re.compile(
    r"(?:(?P<before>[A-Z]{3}) ?)?"
    r"(?P<digits>[-+]?[0-9][0-9_]*(?:\.[0-9]+)?)"
    r"(?: ?(?P<scale>[^\W\d_]+?))??"
    r"(?: ?(?P<after>[A-Z]{3}(?:/[A-Z]{3})?))?"
    r"(?P<percent> ?%)?",
)
_GROUPED = re.compile(r"(?<=[0-9])[,. '’\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_ONE_GROUP = re.compile(r"(?:[A-Z]{3} ?)?[1-9][0-9]{0,2}\.[0-9]{3}(?: ?[A-Z]{3})?")
_SYMBOL = re.compile(
    "(" + "|".join(re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True)) + r")\s?(.+)"
)
_MOST_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written.

    `number` is a fraction where the text has a percent sign; `step` is one unit of the last
    written digit, in the same unit as `number`; `unit` is "", "%", an ISO 4217 code or a pair
    such as "KHR/USD".
    """

    number: int | float
    step: float
    unit: str
    written: str


class UnreadableQuantityError(ValueError):
    """The text is not a figure. `fault` names the kind, `cure` is what to write, where known."""

    def __init__(self, fault: str, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message
        self.cure = cure


def quantity(text: str) -> Quantity:
    """Read one figure.

    >>> quantity("147.7 million").number
    147700000
    >>> quantity("8.5%").number, quantity("IDR 3.5 million").unit
    (0.085, 'IDR')

    Raises:
        UnreadableQuantityError: grouped digits, a currency symbol, an unknown scale
            word, or no figure at all.
    """
    written = text.strip()
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise _unreadable(written)
    if len(found["digits"]) > _MOST_DIGITS:
        raise UnreadableQuantityError(
            "not-a-figure", f"a number of {len(found['digits'])} characters", ""
        )
    scale = found["scale"]
    if scale and scale not in SCALES:
        raise _unknown_scale(written, scale)
    if found["before"] and found["after"]:
        raise UnreadableQuantityError("not-a-figure", f'"{written}" names two currencies', "")
    return _scaled(found, written)


def _scaled(found: re.Match[str], written: str) -> Quantity:
    digits = Decimal(found["digits"].replace("_", ""))
    factor = Decimal(SCALES.get(found["scale"] or "", 1))
    unit = found["before"] or found["after"] or ""
    if found["percent"]:
        factor /= 100
        unit = unit or "%"
    exponent = digits.as_tuple().exponent
    step = Decimal(1).scaleb(int(exponent)) * factor
    number = digits * factor
    whole = number == number.to_integral_value()
    return Quantity(
        number=int(number) if whole and not found["percent"] else float(number),
        step=float(step),
        unit=unit,
        written=written,
    )


def _unreadable(written: str) -> UnreadableQuantityError:
    plain = _GROUPED.sub("", written)
    if plain != written and _WRITTEN.fullmatch(plain):
        grouped = _GROUPED.sub("_", written)
        return UnreadableQuantityError("digit-grouping", f'"{written}" has grouped digits', grouped)
    symbol = _SYMBOL.fullmatch(written)
    if symbol:
        cure = f"{_SYMBOLS[symbol[1]]} {_GROUPED.sub('_', symbol[2])}"
        return UnreadableQuantityError(
            "currency-symbol", f'the currency symbol "{symbol[1]}" is ambiguous', cure
        )
    return UnreadableQuantityError("not-a-figure", f'"{written[:60]}" is not a figure', "")


def _unknown_scale(written: str, scale: str) -> UnreadableQuantityError:
    known = _OTHER_SCALES.get(scale.lower()) or (scale.lower() if scale.lower() in SCALES else "")
    cure = re.sub(rf" ?{re.escape(scale)}", f" {known}", written, count=1) if known else ""
    words = ", ".join(SCALES)
    return UnreadableQuantityError("unknown-scale-word", f'"{scale}" is not one of {words}', cure)


def looks_grouped(written: str) -> bool:
    """True for "3.500" and "IDR 3.500": in Indonesian or German the point groups digits.

    >>> looks_grouped("IDR 3.500"), looks_grouped("3.50"), looks_grouped("35.294 THB/USD")
    (True, False, False)
    """
    return _ONE_GROUP.fullmatch(written.strip()) is not None
