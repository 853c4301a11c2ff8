"""Reading one field of a profile as a term: in three cases, with what its source says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kerja.costing.cases import Cases, of_assumption, of_figure, point
from kerja.indicators.term import Term, input_of, missing
from kerja.profile import Assumption, Figure, LabourFigures, Money, Profile
from kerja.profile.currencies import convert, own_currency
from kerja.profile.quantities import Quantity

LABOUR = "labour_force"
RATE = "economy.exchange_rate"

Known = Figure[Any] | Assumption


def field_term(profile: Profile, path: str) -> Term:
    """Return the figure or assumption at a dotted path, or the group of a figure (`….women`).

    Money is in the profile's currency. A labour-force figure is that of the measurement which
    computes; one that it lacks is taken from the section itself, then from the others.
    """
    if path.startswith(f"{LABOUR}."):
        return _labour(profile, path)
    return _term(profile, path, path, _found(profile, path))


def labour_sets(profile: Profile) -> Iterator[tuple[str, LabourFigures]]:
    """Yield every set of labour-force figures with its path, the one that computes first."""
    section = profile.labour_force
    for figures in section.sets:
        name = getattr(figures, "id", None)
        yield (f"{LABOUR}.measurements[{name}]" if name else LABOUR), figures


def of_set(profile: Profile, start: str, figures: LabourFigures, name: str) -> Term:
    """Return the figure `name` of one set of labour-force figures."""
    return _term(profile, f"{start}.{name}", f"{LABOUR}.{name}", _found(figures, name))


def _labour(profile: Profile, path: str) -> Term:
    name = path.partition(".")[2]
    for start, figures in labour_sets(profile):
        term = of_set(profile, start, figures, name)
        if term.cases is not None:
            return term
    return missing(path)


def _found(section: object, path: str) -> tuple[Known | None, object]:
    """Return the fact of a path and what the path means of it: itself, or the number of a group."""
    value: Any = section
    fact: Known | None = None
    for name in path.split("."):
        holder = value.chosen if isinstance(value, Figure) else value
        value = getattr(holder, name, None)
        if isinstance(value, Figure | Assumption):
            fact = value
    return fact, value


def _term(profile: Profile, path: str, wanted: str, found: tuple[Known | None, object]) -> Term:
    fact, value = found
    if fact is None:
        return missing(wanted)
    cases = _cases(profile, fact, value)
    if cases is None:
        return missing(RATE if _is_foreign(profile, fact, value) else wanted)
    return Term(
        cases,
        (input_of(profile, path, fact),),
        source=path,
        is_likely=_is_likely(value),
    )


def _cases(profile: Profile, fact: Known, value: object) -> Cases | None:
    if isinstance(value, Quantity):
        is_money = isinstance(fact, Money)
        own = convert(value.number, value.unit or None, profile) if is_money else value.number
        return None if own is None else point(float(own))
    if isinstance(value, Assumption):
        return of_assumption(value, profile)
    return of_figure(value, profile) if isinstance(value, Figure) else None


def _is_likely(value: object) -> bool:
    if isinstance(value, Assumption):
        return value.mode is not None
    return not isinstance(value, Figure) or value.chosen.value is not None


def _is_foreign(profile: Profile, fact: Known, value: object) -> bool:
    """True if the number is known and only the rate of its currency is not."""
    if not isinstance(fact, Money) or value is None:
        return False
    written = value.unit if isinstance(value, Quantity) else fact.currency
    return bool(written) and written != own_currency(profile)
