"""Writing numbers of a comparison for people: short in a table, in full beside their source."""

from __future__ import annotations

import re
from decimal import Decimal

_NAMED = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def short(number: float) -> str:
    """Write a number in three or four digits, below a million in all of its whole ones.

    >>> [short(x) for x in (147_700_000, 999_999.6, 12_345, 139.6, 9.25, 0.0456, 0, -2.5)]
    ['147.7 million', '1 million', '12,345', '140', '9.25', '0.0456', '0', '-2.5']
    """
    for size, name in _NAMED:
        # From here on four digits round up to the next name.
        if abs(number) >= 0.99995 * size:
            return f"{number / size:.4g} {name}"
    return _plain(number)


def exact(number: float) -> str:
    """Write a number with all of its whole digits, and six digits at least if it has them.

    >>> [exact(x) for x in (147_700_000, 0.1 + 0.2, 4072.4, -264.893177, 0.00001234)]
    ['147,700,000', '0.3', '4,072.4', '-264.893', '0.00001234']
    """
    if abs(number) >= 100_000:
        return f"{number:,.0f}"
    sign, digits = ("-" if number < 0 else ""), f"{Decimal(f'{abs(number):.6g}'):f}"
    whole, _, rest = digits.partition(".")
    return f"{sign}{int(whole):,}" + (f".{rest}" if rest else "")


def spread(low: str, value: str, high: str) -> str:
    """Write a value with its range; what is "" is not known, or the range has no end there.

    >>> spread("1", "2", "3"), spread("1", "", ""), spread("", "2", "")
    ('2 (1 to 3)', 'from 1', '2')
    """
    if low and high:
        between = f"{low} to {high}" if low != high else low
    else:
        between = f"from {low}" if low else f"up to {high}" if high else ""
    return f"{value} ({between})" if value and between else value or between


def grouped(text: str) -> str:
    """Return words with the digits of their numbers grouped as on the rest of the page.

    >>> grouped("IDR 700_000 of quota_year_2024")
    'IDR 700,000 of quota_year_2024'
    """
    return re.sub(r"(?<![A-Za-z_\d])\d{1,3}(_\d{3})+(?!\d)", _with_commas, text)


def _with_commas(found: re.Match[str]) -> str:
    return found[0].replace("_", ",")


def _plain(number: float) -> str:
    if abs(number) >= 1000:
        return f"{number:,.0f}"
    return f"{number:.3g}" if abs(number) < 100 else f"{number:.0f}"
