"""Values of a profile in a few words, and numbers with all their digits."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from kerja.comparison.plan import Said
from kerja.profile import Assumption, Fact, Figure, Knowledge, Listed, OpenSection, Profile, Section
from kerja.profile.facts import TO_DECIDE, UNKNOWN
from kerja.profile.quantities import Quantity

_GROUPS = ("men", "women", "urban", "rural", "poor")
_ABOUT = frozenset({"id", "note", "source", "confidence", "status", "place", "knowledge"})


def told(value: object) -> str:
    """Say in a few words what a value holds; empty where it says nothing."""
    if isinstance(value, Fact | OpenSection) and not value.is_known:
        return _absence(value)
    if isinstance(value, Figure):
        return _figure(value.chosen)
    if isinstance(value, Assumption):
        return _assumption(value)
    if isinstance(value, Fact):
        return ", ".join(filter(None, (told(getattr(value, "value", None)), *_own(value))))
    if isinstance(value, Listed):
        return "; ".join(filter(None, map(told, value.items))) or "none"
    if isinstance(value, Section):
        return ", ".join(_parts(value))
    if isinstance(value, Quantity):
        return value.written
    return _plain(value)


def said(value: Fact | OpenSection, profile: Profile, path: str) -> Said:
    """Return what a fact, or a section that is missing as a whole, says at its place."""
    place = value.place or profile.place(path)
    if not isinstance(value, Fact):
        return Said(told(value), place, missing=not value.is_known, note=value.note or "")
    chosen = value.chosen if isinstance(value, Figure) else value
    return Said(
        text=told(value),
        place=chosen.place or place,
        missing=not value.is_known,
        when=_when(chosen),
        source=chosen.source or "",
        status=chosen.status or "",
        confidence=chosen.confidence or "",
        definition=chosen.definition or "",
        note=(chosen.note or "") if value.is_known else "",
    )


def exact(number: float, unit: str, currency: str | None = None) -> str:
    """Write a number with the digits that count.

    Args:
        number: shares and rates are fractions.
        unit: "count", "share", "rate", "number" or "money".
        currency: ISO 4217 code of money.

    >>> exact(1_500_000, "count"), exact(0.0529, "share"), exact(1.68e12, "money", "KHR")
    ('1_500_000', '5.29%', 'KHR 1_680_000_000_000')
    """
    if unit in ("share", "rate"):
        return f"{_trimmed(number * 100)}%"
    if unit == "money":
        return f"{currency or ''} {_trimmed(number)}".strip()
    return f"{number:_.0f}" if unit == "count" and number >= 1 else _trimmed(number)


_MOST_DECIMALS = 4


def _trimmed(number: float) -> str:
    if float(number).is_integer():
        return f"{number:_.0f}"
    decimals = 2 if abs(number) >= 1 else _MOST_DECIMALS
    return f"{number:_.{decimals}f}".rstrip("0").rstrip(".")


def _absence(value: Fact | OpenSection) -> str:
    word = TO_DECIDE if value.knowledge is Knowledge.TO_DECIDE else UNKNOWN
    return f"{word} {value.note}" if value.note else word


def _figure(chosen: Figure[Quantity]) -> str:
    main = chosen.value.written if chosen.value is not None else ""
    ends = [end.written for end in (chosen.low, chosen.high) if end is not None]
    if ends:
        main = f"{main} ({' to '.join(ends)})" if main else " to ".join(ends)
    groups = [
        f"{name} {quantity.written}"
        for name in _GROUPS
        if (quantity := getattr(chosen, name)) is not None
    ]
    return ", ".join(
        part
        for part in (
            f"{main} of {chosen.of}" if main and chosen.of else main,
            *groups,
            f"ages {chosen.ages}" if chosen.ages else "",
            chosen.scope,
            chosen.what,
        )
        if part
    )


def _assumption(value: Assumption) -> str:
    named = (("low", value.low), ("mode", value.mode), ("high", value.high))
    ends = [f"{name} {quantity.written}" for name, quantity in named if quantity is not None]
    shape = [value.shape] if value.shape else []
    rests = [f"rests on {value.rests_on}"] if value.rests_on else []
    return ", ".join((*ends, *shape, *rests))


def _own(fact: Fact) -> Iterable[str]:
    """Say what a kind of fact holds beside its value: "extent partial"."""
    for name in type(fact).model_fields:
        if name != "value" and name not in Fact.model_fields:
            text = told(getattr(fact, name))
            if text:
                yield f"{name.replace('_', ' ')} {text}"


def _parts(section: Section) -> Iterable[str]:
    for name, field in type(section).model_fields.items():
        if field.exclude or name in _ABOUT or name not in section.model_fields_set:
            continue
        text = told(getattr(section, name))
        if text:
            yield f"{(field.alias or name).replace('_', ' ')} {text}"


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(told, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{key} {told(item)}" for key, item in value.items()) or "none"
    return str(value.value) if isinstance(value, Enum) else str(value)


def _when(fact: Fact) -> str:
    if fact.date:
        return fact.date
    if fact.year and fact.month:
        return f"{fact.year}-{fact.month:02d}"
    if fact.year and fact.quarter:
        return f"{fact.year} Q{fact.quarter}"
    return str(fact.year) if fact.year else ""
