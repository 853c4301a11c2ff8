"""The figures that a profile gives, as entries of the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kerja.adaptation import taken_over
from kerja.profile import Assumption, Fact, Figure, Money, Profile, facts
from kerja.profile.currencies import own_currency
from kerja.profile.quantities import Quantity
from kerja.register.entry import Entry

_GROUPS = ("low", "high", "men", "women", "urban", "rural", "poor")
_ENDS = ("low", "mode", "high")


def given_entries(profile: Profile) -> Iterator[Entry]:
    """Yield every known figure of a profile under its dotted path.

    What a country takes over from its model, or an area from its country, says so in its note.
    """
    own = own_currency(profile) or None
    for path, fact in facts(profile):
        note = taken_over(profile, path)
        if isinstance(fact, Figure):
            yield from _figure(path, fact, own, note)
        elif isinstance(fact, Assumption):
            for name in _ENDS:
                quantity: Quantity | None = getattr(fact, name)
                if quantity is not None:
                    unit = "share" if quantity.unit == "%" else "number"
                    yield _entry(f"{path}.{name}", quantity, (unit, None), fact, note)


def entries_of_option(scenario: Profile) -> Iterator[Entry]:
    """Yield the figures that an option states itself, under `options[name]`."""
    for entry in given_entries(scenario):
        if entry.place is not None and scenario.origin.kinds.get(entry.place.file) == "scenario":
            yield replace(entry, key=f"options[{scenario.origin.name}].{entry.key}")


def _figure(path: str, figure: Figure[Any], currency: str | None, note: str) -> Iterator[Entry]:
    chosen = figure.chosen
    named = [("", chosen.value), *((f".{group}", getattr(chosen, group)) for group in _GROUPS)]
    for name, quantity in named:
        if quantity is not None:
            own = (quantity.unit or currency) if isinstance(figure, Money) else None
            yield _entry(path + name, quantity, (figure.kind, own), chosen, note)


def _entry(
    key: str, quantity: Quantity, unit: tuple[str, str | None], fact: Fact, note: str
) -> Entry:
    return Entry(
        key=key,
        number=quantity.number,
        unit=unit[0],
        currency=unit[1],
        year=fact.year or (int(fact.date[:4]) if fact.date else None),
        source=fact.source,
        status=fact.status,
        confidence=fact.confidence,
        definition=fact.definition,
        note="; ".join(filter(None, (fact.note, note))) or None,
        place=fact.place,
    )
