"""Pages of indicators: what each measures, and what one is for a profile."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kerja.cli.lines import at, labelled, listed, wrapped

if TYPE_CHECKING:
    from kerja.blueprint import Blueprint
    from kerja.indicators import Amounts, Indicator, Input, Reading

_ID = re.compile(r"[A-Za-z]{3}[0-9]{2}")
_DIRECTIONS = {
    "higher": "more is better",
    "lower": "less is better",
    "context": "context: neither more nor less of it is better",
}
_BASES = {
    "profile": "",
    "actual": "actual: what has happened so far",
    "forecast": "a forecast",
    "expected": "expected, in closed form: no forecast was made",
}


def indicator_page(name: str) -> tuple[str, Mapping[str, str]] | None:
    """Return title and parts of the page of an indicator, by its id in any case."""
    found = _found(name)
    return (f"{found.id} {found.name}", _parts(found)) if found is not None else None


def indicator_ids() -> tuple[str, ...]:
    """Return the ids of all indicators."""
    from kerja.indicators import indicators

    return tuple(one.id for one in indicators())


def _found(name: str) -> Indicator | None:
    # Most of what is asked for is none; what counts and computes is imported for those that are.
    if not _ID.fullmatch(name.strip()):
        return None
    from kerja.indicators import indicators

    return next((one for one in indicators() if one.id == name.strip().upper()), None)


def _parts(one: Indicator) -> Mapping[str, str]:
    return {
        "Unit": one.unit,
        "Formula": _formula(one),
        "Fields": ", ".join(fields_of(one)),
        "Read": _DIRECTIONS[one.direction],
        "Normalised by": one.normalisation,
        "Reference": one.reference,
        "Caveat": one.caveat,
        "Tier": "1: in the table of a comparison" if one.tier == 1 else "2: on demand",
    }


def _formula(one: Indicator) -> str:
    from kerja.indicators import in_words

    return "; or else ".join(map(in_words, one.ways))


def fields_of(one: Indicator) -> tuple[str, ...]:
    """Return the fields of the profile that an indicator may be reckoned from."""
    from kerja.indicators import fields_behind

    return tuple(dict.fromkeys(path for name in one.inputs for path in fields_behind(name)))


def reading_page(name: str, blueprint: Blueprint) -> str | None:
    """Return what an indicator is for a blueprint, from which figures; None if there is none."""
    found = _found(name)
    if found is None:
        return None
    from kerja.indicators import read, subject

    return "\n".join(_lines(found, read(found, subject(blueprint))))


def _lines(one: Indicator, reading: Reading) -> Iterator[str]:
    yield from wrapped(f"{one.id} {one.name} = ", value_text(one, reading))
    yield ""
    rows = (
        ("Note", reading.note),
        ("Formula", _formula(one)),
        ("Basis", _BASES[reading.basis]),
        ("Read", _DIRECTIONS[one.direction]),
        ("Caveat", one.caveat),
    )
    yield from labelled(rows)
    yield from listed("In other units", _amounts(reading))
    yield from listed("From", map(_input, reading.inputs))
    yield from listed("Marks", (f"{mark.flaw.value}: {mark.said}" for mark in reading.marks))
    yield from listed(
        "Missing",
        (
            f"{lack.path}: {_STATES[lack.state]}; ask the {lack.ask}"
            + (f"; published in: {lack.published}" if lack.published else "")
            for lack in reading.lacks
        ),
    )


_STATES = {
    "absent": "not looked for",
    "unknown": "not published",
    "to-decide": "somebody must decide",
}


def value_text(one: Indicator, reading: Reading) -> str:
    """Write a reading with its unit: the value, its range, or "n/a"."""
    if not reading.is_known:
        return "n/a"
    low, high = (_number(end) if end is not None else None for end in (reading.low, reading.high))
    spread = ""
    if reading.is_range:
        spread = f"{low or 'not defined'} to {high or 'not defined'}"
    value = _number(reading.value) if reading.value is not None else ""
    unit = reading.amounts_of_any.currency if reading.amounts_of_any is not None else one.unit
    parts = f"{value} ({spread})" if value and spread else value or spread
    return f"{parts} {unit}"


def _number(number: float) -> str:
    """Write four digits of a small number, all of a large one."""
    return f"{number:_.0f}" if abs(number) >= 1000 else f"{number:.4g}"


def _amounts(reading: Reading) -> Iterator[str]:
    named = (
        ("", reading.amounts),
        ("low: ", reading.amounts_low if reading.is_range else None),
        ("high: ", reading.amounts_high if reading.is_range else None),
    )
    for name, amounts in named:
        if amounts is not None:
            yield f"{name}{_other_units(amounts)}"


def _other_units(amounts: Amounts) -> str:
    units = ((amounts.usd, "USD"), (amounts.ppp, "int$"))
    known = [f"{_number(number)} {unit}" for number, unit in units if number is not None]
    return ", ".join(known) or "no exchange rate is known"


def _input(one: Input) -> str:
    said = (one.date, one.source, one.status, one.stage, one.confidence, one.definition)
    inherited = "from the model" if one.is_inherited else ""
    where = f"at {at(one.place)}" if one.place is not None else ""
    parts = ", ".join(part for part in (*said, inherited) if part)
    return f"{one.path}: {f'{parts} {where}'.strip()}"
