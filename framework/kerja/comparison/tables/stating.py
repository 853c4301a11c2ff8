"""What must be said of a comparison before any number of it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerja.comparison.tables.party import Party
from kerja.comparison.tables.side import Side
from kerja.indicators.subject import Design, design
from kerja.indicators.terms import term

_PLACES = ("country", "area", "scenario")


def statements(sides: Sequence[Side], parties: Sequence[Party]) -> tuple[str, ...]:
    """Return plain sentences on who is compared and what cannot be."""
    return (
        *_alone(parties),
        *_models(parties),
        *_currencies(parties),
        *_rates(sides, "ppp", "PPP rate", "international dollars"),
        *_rates(sides, "dollar", "exchange rate", "US dollars"),
        *_designs(sides),
        *(line for party in parties for line in _faults(party)),
        "Results of a programme are what has happened, else what is expected in closed form: no "
        "forecast is run.",
    )


def _alone(parties: Sequence[Party]) -> Iterator[str]:
    if len(parties) == 1:
        yield f"Only {parties[0].name} is given: there is nothing to compare it with, and no rank."


def _models(parties: Sequence[Party]) -> Iterator[str]:
    models = [party.name for party in parties if party.kind == "model"]
    if models:
        has = "speaks" if len(models) == 1 else "speak"
        yield (
            f"{_listed(models)} {has} of no country: population, labour market, economy and "
            "readiness are n/a there."
        )


def _currencies(parties: Sequence[Party]) -> Iterator[str]:
    by_currency: dict[str, list[str]] = {}
    for party in parties:
        by_currency.setdefault(party.currency, []).append(party.name)
    silent = by_currency.pop("", [])
    if len(by_currency) > 1:
        named = "; ".join(f"{code}: {_listed(who)}" for code, who in sorted(by_currency.items()))
        yield (
            f"Amounts are in different currencies ({named}): compare them in international "
            "dollars, in US dollars or with the minimum wage, not as they are."
        )
    if silent:
        yield f"{_listed(silent)}: the currency of amounts is not known."


def _rates(sides: Sequence[Side], name: str, rate: str, unit: str) -> Iterator[str]:
    """Say which countries lack a rate, and which field would give it."""
    lacking: dict[str, list[str]] = {}
    for side in sides:
        found = term(name, side.subject, "profile")
        if found.cases is None and side.profile.kind in _PLACES:
            lacking.setdefault(", ".join(found.lacks) or found.why_not, []).append(side.name)
    for missing, who in lacking.items():
        whose = "its" if len(who) == 1 else "their"
        yield f"{_listed(who)}: no {rate}, so {whose} amounts are n/a in {unit} ({missing})."


def _designs(sides: Sequence[Side]) -> Iterator[str]:
    """Say whose programmes have one name and other benefits."""
    by_name: dict[str, dict[Design, list[str]]] = {}
    for side in sides:
        programme = side.profile.programme.name
        name = programme.value if programme is not None else None
        if name:
            designs = by_name.setdefault(name, {})
            designs.setdefault(design(side.profile), []).append(side.name)
    for name, designs in by_name.items():
        if len(designs) > 1:
            whose = "; ".join(_listed(who) for who in designs.values())
            yield f"{name} stands for {len(designs)} designs with other benefits each: {whose}."


def _faults(party: Party) -> Iterator[str]:
    if not party.faults:
        return
    number = len(party.faults)
    errors = "1 error" if number == 1 else f"{number} errors"
    listed = "; ".join(f"{one.code} at {one.at}: {one.message}" for one in party.faults)
    left_out = (
        f"Left out: {'; '.join(party.left_out)}."
        if party.left_out
        else "Nothing that is compared rests on them, as far as they name a field."
    )
    yield f"{party.name} has {errors} ({listed}) and takes part where it is sound. {left_out}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
