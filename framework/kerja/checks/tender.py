"""Currencies of ISO 4217 and where they are legal tender; the lists are loaded when asked for."""

from __future__ import annotations


def is_currency(code: str) -> bool:
    """True for a code of the list of active currencies (ISO 4217, list one)."""
    import pycountry

    return code.isupper() and pycountry.currencies.get(alpha_3=code) is not None


def was_currency(code: str) -> bool:
    """True for a code that was withdrawn from ISO 4217."""
    from babel.core import get_global

    return code in get_global("all_currencies") and not is_currency(code)


def tender(alpha_2: str) -> tuple[str, ...]:
    """Return the active currencies that are legal tender of a country, the newest first.

    >>> tender("TL"), tender("PA")
    (('USD',), ('USD', 'PAB'))
    """
    from babel.core import get_global

    records = get_global("territory_currencies").get(alpha_2, ())
    current = [(start, code) for code, start, end, legal in records if legal and end is None]
    return tuple(code for _, code in sorted(current, reverse=True) if is_currency(code))


def successors(currency: str) -> tuple[str, ...]:
    """Return the currencies now used where a withdrawn one was.

    >>> successors("HRK"), successors("SLL"), successors("ZWL")
    (('EUR',), ('SLE',), ('ZWG', 'USD'))
    """
    from babel.core import get_global

    records = get_global("territory_currencies")
    lands = [
        alpha_2
        for alpha_2 in sorted(records)
        if any(code == currency for code, *_ in records[alpha_2]) and tender(alpha_2)
    ]
    own = [alpha_2 for alpha_2 in lands if currency.startswith(alpha_2)]
    return tuple(dict.fromkeys(code for alpha_2 in own or lands for code in tender(alpha_2)))
