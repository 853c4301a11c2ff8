"""The figures of the cost of an option, each with its formula and what it was computed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kerja.adaptation import words
from kerja.costing import Cases, Costing, Line, Option, Paid
from kerja.costing.lines import YEAR
from kerja.costing.prices import RESERVE
from kerja.register.entry import Entry

Given = Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Keys:
    """Names of the figures that an option's cost rests on."""

    option: str
    given: Given

    @property
    def start(self) -> str:
        """What the key of every figure of the option's cost begins with."""
        return f"costs[{self.option}]"

    def of(self, paths: Iterable[str], case: str) -> tuple[str, ...]:
        """Return the keys, in one case, of drivers and of fields of the profile."""
        found = (key for path in paths for key in self._of(path, case))
        return tuple(dict.fromkeys(found))

    def _of(self, path: str, case: str) -> tuple[str, ...]:
        if path == "people":
            return (f"{self.start}.people",)
        if path.startswith("drivers[") or path == YEAR:
            return (f"{self.start}.{path}.{case}",)
        for start in (f"options[{self.option}].", ""):
            ends = [f"{start}{path}.{end}" for end in _ENDS[case]]
            for key in (ends[0], f"{start}{path}"):
                if key in self.given:
                    return (key,)
            if len(ends) > 1 and all(key in self.given for key in ends[1:]):
                return tuple(ends[1:])
        return (path,)


_ENDS = {"low": ("low",), "base": ("mode", "low", "high"), "high": ("high",)}
"""What a case is made of: base is the likeliest value, or the middle of the ends."""


def cost_entries(option: Option, given: Given) -> Iterator[Entry]:
    """Yield drivers, lines, sums, years and fiscal years of an option's cost, case by case."""
    costed, keys = option.costing, Keys(option.id, given)
    if costed.people is not None:
        formula = "places ÷ years of the option" if option.period == "once" else "places of a year"
        yield Entry(
            f"{keys.start}.people", costed.people, "count",
            formula=formula, inputs=(f"options[{option.id}].people",),
        )  # fmt: skip
    yield from _drivers(costed, keys)
    for line in costed.lines:
        yield from _line(line, costed, keys)
    yield from _sums(costed, keys)
    yield from _years(costed, keys)
    yield from _fiscal_years(costed, keys)
    if option.to_target.by_places is not None:
        yield Entry(
            f"{keys.start}.to_target_years", option.to_target.by_places, "number",
            formula="announced target ÷ places of a year", note=option.to_target.why or None,
            inputs=("programme.target.people", f"{keys.start}.people"),
        )  # fmt: skip


def _cases(
    key: str, cases: Cases, like: Entry, inputs: Mapping[str, tuple[str, ...]]
) -> Iterator[Entry]:
    """Yield one entry a case. `like` gives everything but key, number and inputs."""
    for case, number in zip(Cases._fields, cases, strict=True):
        yield Entry(
            f"{key}.{case}", number, like.unit, like.currency,
            formula=like.formula, note=like.note, inputs=inputs[case],
        )  # fmt: skip


def _each_case(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    listed = tuple(keys)
    return {case: tuple(f"{key}.{case}" for key in listed) for case in Cases._fields}


def _money(costed: Costing, formula: str, note: str = "") -> Entry:
    return Entry("", 0, "money", costed.currency, formula=formula, note=note or None)


def _drivers(costed: Costing, keys: Keys) -> Iterator[Entry]:
    for driver in costed.drivers:
        if driver.cases is not None:
            currency = costed.currency if driver.unit == "money" else None
            like = Entry("", 0, driver.unit, currency, formula=driver.formula, note=driver.said)
            inputs = {case: keys.of(driver.inputs, case) for case in Cases._fields}
            yield from _cases(f"{keys.start}.{driver.key}", driver.cases, like, inputs)


def _line(line: Line, costed: Costing, keys: Keys) -> Iterator[Entry]:
    if line.known is None:
        return
    known = [term for term in line.terms if not term.lacks]
    paths = [factor.path for term in known for factor in term.factors]
    paths += [term.unit.path for term in known if term.unit is not None]
    inputs = {case: keys.of(paths, case) for case in Cases._fields}
    note = "; ".join(filter(None, (line.note, line.why_not, partial(line.lacks))))
    like = _money(costed, line.formula, note)
    yield from _cases(f"{keys.start}.lines[{line.id}]", line.known, like, inputs)


_NAMED = 3


def partial(lacks: Iterable[str]) -> str:
    """Say that a sum is partial, and what is missing; "" if nothing is."""
    listed = tuple(lacks)
    if not listed:
        return ""
    said = ", ".join(words(path) for path in listed[:_NAMED])
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    return f"partial; not known: {said}{more}"


def _sums(costed: Costing, keys: Keys) -> Iterator[Entry]:
    if costed.year is None or costed.total is None:
        return
    start, note = keys.start, partial(costed.lacks)
    known = [line for line in costed.counted if line.known is not None]
    others = [line for line in known if line.id != RESERVE]
    without = _added(others)
    if len(others) < len(known):
        yield from _cases(
            f"{start}.{YEAR}", without, _money(costed, "lines but the reserve, summed", note),
            _each_case(f"{start}.lines[{line.id}]" for line in others),
        )  # fmt: skip
    summed = _each_case(f"{start}.lines[{line.id}]" for line in known)
    like = _money(costed, "lines that count, summed", note)
    yield from _cases(f"{start}.year", costed.year, like, summed)
    for paid in costed.by_payer:
        like = _money(costed, "lines of the payer, summed", note)
        yield from _cases(f"{start}.payers[{paid.payer}]", paid.amount, like, summed)
    for name, ratio, driver in (
        ("per_place", costed.per_place, "places"),
        ("per_completer", costed.per_completer, "completed"),
    ):
        if ratio.value is not None:
            like = _money(costed, "cost of a year ÷ persons of the same case", note)
            divided = _each_case((f"{start}.year", f"{start}.drivers[{driver}]"))
            yield from _cases(f"{start}.{name}", ratio.value, like, divided)


def _added(lines: Iterable[Line]) -> Cases:
    found = Cases(0, 0, 0)
    for line in lines:
        found = found.plus(line.known or Cases(0, 0, 0))
    return found


def _years(costed: Costing, keys: Keys) -> Iterator[Entry]:
    if costed.total is None:
        return
    start, note = keys.start, partial(costed.lacks)
    rises = costed.prices.basis == "nominal" and costed.prices.inflation is not None
    inflation = ("economy.inflation",) if rises and costed.years > 1 else ()
    for year in costed.by_year:
        formula = "cost of a year × rise of prices" if inflation else "cost of a year"
        inputs = {
            case: (f"{start}.year.{case}", *keys.of(inflation, case)) for case in Cases._fields
        }
        like = _money(costed, formula, note)
        yield from _cases(f"{start}.years[{year.number}]", year.cost, like, inputs)
        yield from _payers(f"{start}.years[{year.number}]", year.by_payer, costed)
    like = _money(costed, "years of the option, summed", note)
    summed = _each_case(f"{start}.years[{year.number}]" for year in costed.by_year)
    yield from _cases(f"{start}.total", costed.total, like, summed)


def _payers(key: str, paid: Iterable[Paid], costed: Costing) -> Iterator[Entry]:
    """Yield what each payer bears of a sum that is in the register under `key`."""
    like = _money(costed, "lines of the payer, summed", partial(costed.lacks))
    for one in paid:
        yield from _cases(f"{key}.payers[{one.payer}]", one.amount, like, _each_case([key]))


def _fiscal_years(costed: Costing, keys: Keys) -> Iterator[Entry]:
    start, note = keys.start, partial(costed.lacks)
    paths = [lag.path for lag in costed.phasing.lags.listed]
    inputs = {
        case: (
            *(f"{start}.years[{year.number}].{case}" for year in costed.by_year),
            *keys.of(paths, "high"),
        )
        for case in Cases._fields
    }
    for year in costed.phasing.years:
        if year.need is None or year.carry_over is None:
            continue
        key = f"{start}.fiscal_years[{year.name}]"
        like = _money(costed, "part of the payments that falls in the fiscal year", note)
        yield from _cases(f"{key}.need", year.need, like, inputs)
        yield from _payers(f"{key}.need", year.by_payer, costed)
        like = _money(costed, "owed at the end of the fiscal year to rounds that opened", note)
        yield from _cases(f"{key}.carry_over", year.carry_over, like, inputs)
