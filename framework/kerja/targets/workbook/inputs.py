"""The figures that go into the costing of all options, each once, and the names of their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kerja.costing import Cases, Line
from kerja.costing.lines import YEAR
from kerja.costing.terms import Look
from kerja.profile import Count, Money, Profile, Rate, Section, Share
from kerja.profile.currencies import dollar_rate
from kerja.profile.shapes import shapes
from kerja.register import Entry, Register
from kerja.targets.workbook.design import Design, plain

PLACES = "programme.quota.people"
RATE = "economy.exchange_rate"
DONORS = "budget.donor_share"
INFLATION = "economy.inflation"
FUNNEL = ("assumptions.purchase", "assumptions.completion", "assumptions.paid")

_ALWAYS = (
    *FUNNEL, "digital.internet_use", "training.seats_year", "training.enrolled", DONORS,
    INFLATION,
)  # fmt: skip
_HERE = "drivers["


@dataclass(frozen=True, slots=True)
class Input:
    """One figure, in the currency of the profile. `cases` is None while it is not known.

    `has_base` is false where the profile gives two ends and nobody says which value is likeliest.
    `options` are the titles of the designs that it holds for, empty if it holds for all.
    """

    name: str
    path: str
    unit: str
    cases: Cases | None
    has_base: bool
    entry: Entry | None
    options: tuple[str, ...]


class Inputs:
    """All inputs, and which name a design calls one by.

    The names of single ends are kept as they are asked for: a book of names stays short.
    """

    def __init__(self, listed: Iterable[Design], register: Register) -> None:
        self._named: dict[tuple[int, str], str] = {}
        self._asked: set[str] = set()
        self.all = tuple(self._gather(tuple(listed), register))

    def name(self, design: Design, path: str) -> str:
        """Return the name of the cell that holds a figure in the chosen case."""
        return self._named[design.number, path]

    def end(self, design: Design, path: str, end: str) -> str:
        """Return the name of one end: "low", "base", "high", or "opposite" of the chosen case."""
        name = f"{self.name(design, path)}_{end}"
        self._asked.add(name)
        return name

    def is_asked(self, name: str) -> bool:
        """True if a formula refers to the name of an end."""
        return name in self._asked

    def _gather(self, listed: tuple[Design, ...], register: Register) -> Iterator[Input]:
        by_path: dict[str, dict[_Figure, list[Design]]] = {}
        for design in listed:
            used = _used(design)
            for path in _paths(design):
                figure = _figure(path, _cases(path, used, design.profile), (design, register))
                by_path.setdefault(path, {}).setdefault(figure, []).append(design)
        taken: set[str] = set()
        for path in sorted(by_path, key=_order):
            for figure, users in by_path[path].items():
                name = _unique(f"in_{plain(path)}", taken)
                for design in users:
                    self._named[design.number, path] = name
                titles = tuple(design.title for design in users)
                yield Input(
                    name, path, figure.unit, figure.cases, figure.has_base, figure.entry,
                    titles if len(users) < len(listed) else (),
                )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Figure:
    unit: str
    cases: Cases | None
    has_base: bool
    entry: Entry | None

    def __hash__(self) -> int:
        return hash((self.unit, self.cases, self.has_base))


def is_input(path: str) -> bool:
    """True for a field of the profile, false for what the workbook computes."""
    return path != YEAR and not path.startswith(_HERE)


def ownership(design: Design) -> str:
    """Return the field that says who owns an account, in the design."""
    return design.costing.driver("without-account").inputs[1]


def applicants(design: Design) -> str:
    """Return the field that says how many apply in a year, in the design."""
    return design.costing.driver("applicants").inputs[0]


def cost_of(line: Line) -> str:
    """Return the input that stands for a line that no formula is given for."""
    return line.lacks[0] if line.lacks else f"cost of {line.title}"


def _paths(design: Design) -> Iterator[str]:
    found = [PLACES, applicants(design), *_ALWAYS, ownership(design)]
    if design.costing.currency != "USD":
        found.append(RATE)
    found += [lag.path for lag in design.costing.phasing.lags.listed]
    for line in design.costing.lines:
        if not line.terms:
            found.append(cost_of(line))
        for term in line.terms:
            found += [factor.path for factor in term.factors if is_input(factor.path)]
            if term.unit is not None:
                found.append(term.unit.path)
    yield from dict.fromkeys(found)


def _order(path: str) -> tuple[bool, str]:
    """Sort by section; what is no field of a profile comes last."""
    return ("." not in path, path)


def _figure(path: str, cases: Cases | None, about: tuple[Design, Register]) -> _Figure:
    design, register = about
    entry = _entry(path, design, register)
    has_base = not (
        path.startswith("assumptions.")
        and cases is not None
        and getattr(_field(path, design.profile), "mode", None) is None
    )
    return _Figure(_unit(path, design.profile), cases, has_base, entry)


def _entry(path: str, design: Design, register: Register) -> Entry | None:
    for key in (path, f"{path}.mode", f"{path}.low"):
        for start in (f"options[{design.id}].", ""):
            if start + key in register:
                return register[start + key]
    return None


def _used(design: Design) -> dict[str, Cases | None]:
    """Return the figures that the costing of a design was made of, by their fields."""
    costing = design.costing
    found = {PLACES: costing.driver("places").cases}
    found.setdefault(applicants(design), costing.driver("applicants").cases)
    rate = dollar_rate(design.profile)
    found[RATE] = None if rate is None else Cases(rate, rate, rate)
    for lag in costing.phasing.lags.listed:
        found.setdefault(lag.path, lag.days)
    for line in costing.lines:
        for term in line.terms:
            units = () if term.unit is None else (term.unit,)
            for factor in (*term.factors, *units):
                found.setdefault(factor.path, factor.cases)
    return found


def _cases(path: str, used: Mapping[str, Cases | None], profile: Profile) -> Cases | None:
    if path in used:
        return used[path]
    return Look(profile, {}, ()).field(path).cases


def _field(path: str, profile: Profile) -> object:
    value: object = profile
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


_ENDINGS = {"amount": "money", "at_most": "count"}


def _unit(path: str, profile: Profile) -> str:
    if path.startswith("assumptions.lags.") or path.endswith("_days"):
        return "days"
    if path.startswith("assumptions."):
        return "count" if path.endswith("demand_year") else "share"
    if path.startswith("programme.benefits["):
        return _ENDINGS.get(path.rpartition(".")[2], "number")
    model: type[Section] | None = type(profile)
    for name in path.split("."):
        shape = shapes(model).get(name) if model is not None else None
        model = shape.model if shape is not None else None
    for kind, unit in ((Count, "count"), (Share, "share"), (Rate, "rate"), (Money, "money")):
        if model is not None and issubclass(model, kind):
            return unit
    return "money" if "." not in path else "number"


def _unique(name: str, taken: set[str]) -> str:
    """Return a name that no other cell has; letter case does not tell names apart."""
    found, number = name, 1
    while found.lower() in taken:
        number += 1
        found = f"{name}_{number}"
    taken.add(found.lower())
    return found
