"""Slips of the pen: what else a written figure may have been meant to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kerja.profile.quantities import SCALES, Quantity, UnreadableQuantityError, quantity

_DIGITS = re.compile(r"[0-9][0-9_]*(?:\.[0-9]+)?")
_SCALE = re.compile(r" ?\b(" + "|".join(SCALES) + r")\b")
_WORDS = {1: "", 10**3: " thousand", 10**6: " million", 10**9: " billion", 10**12: " trillion"}


class Slip(NamedTuple):
    """One slip: the figure that would have been meant, and what went wrong in writing it."""

    meant: Quantity
    what: str


def scale_slips(given: Quantity) -> Iterator[Slip]:
    """Yield the figure with another scale word: a thousand or a million times more or less.

    >>> [slip.meant.written for slip in scale_slips(quantity("139852"))]
    ['139_852 thousand', '139_852 million']
    """
    digits = _DIGITS.search(given.written)
    word = _SCALE.search(given.written)
    scale = SCALES[word[1]] if word else 1
    if digits is None or scale not in _WORDS or given.unit == "%":
        return
    rest = given.written[(word or digits).end() :]
    for factor in (10**3, 10**6):
        for meant in (scale * factor, scale / factor):
            if meant in _WORDS:
                text = given.written[: digits.start()] + _grouped(digits[0]) + _WORDS[int(meant)]
                yield from _slip(text + rest, f"it is off by a factor of {factor:,}")


def digit_slips(given: Quantity) -> Iterator[Slip]:
    """Yield the figure with two neighbouring digits swapped or the decimal point moved by one.

    >>> [slip.meant.written for slip in digit_slips(quantity("53.2%"))]
    ['35.2%', '52.3%', '5.32%', '532%']
    """
    yield from _swapped(given)
    yield from point_slips(given)


def point_slips(given: Quantity) -> Iterator[Slip]:
    """Yield the figure with the decimal point one place to the left and to the right.

    >>> [slip.meant.written for slip in point_slips(quantity("7.86 million"))]
    ['0.786 million', '78.6 million']
    """
    digits = _DIGITS.search(given.written)
    if digits is None:
        return
    whole, _, fraction = digits[0].replace("_", "").partition(".")
    left = f"{whole[:-1] or '0'}.{whole[-1]}{fraction}".rstrip("0").rstrip(".")
    right = f"{whole}{fraction[:1] or '0'}".lstrip("0") or "0"
    right += f".{fraction[1:]}" if fraction[1:] else ""
    for meant in (left, right):
        yield from _slip(_with(given, digits, meant), "the decimal point is one place off")


def _swapped(given: Quantity) -> Iterator[Slip]:
    digits = _DIGITS.search(given.written)
    if digits is None:
        return
    text = digits[0]
    places = [index for index, sign in enumerate(text) if sign.isdigit()]
    for one, next_one in pairwise(places):
        if text[one] == text[next_one]:
            continue
        signs = list(text)
        signs[one], signs[next_one] = signs[next_one], signs[one]
        if signs[0] != "0" or signs[1:2] == ["."]:
            what = f"the digits {text[one]} and {text[next_one]} are swapped"
            yield from _slip(_with(given, digits, "".join(signs)), what)


def _with(given: Quantity, digits: re.Match[str], meant: str) -> str:
    return given.written[: digits.start()] + meant + given.written[digits.end() :]


def _slip(text: str, what: str) -> Iterator[Slip]:
    try:
        yield Slip(quantity(text), what)
    except UnreadableQuantityError:
        return  # one digit too many to be read


def _grouped(digits: str) -> str:
    """Group the digits before the point by `_`; what was grouped by hand stays as it is.

    >>> _grouped("139852"), _grouped("139.85"), _grouped("9900")
    ('139_852', '139.85', '9900')
    """
    whole, point, fraction = digits.partition(".")
    if "_" in whole or len(whole) < 5:
        return digits
    return f"{int(whole):_}{point}{fraction}"
