"""The register: every figure of a blueprint under one key, with unit, source and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kerja.adaptation.sheet import words
from kerja.costing import Option
from kerja.feasibility import Binding
from kerja.findings import Place
from kerja.profile import Assumption, Fact, Figure, Money, Profile, facts
from kerja.profile.packages import package

_GROUPS = ("low", "high", "men", "women", "urban", "rural", "poor")


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure.

    `unit` is "count", "share", "rate", "number" or "money" (then `currency` is its ISO 4217
    code); shares are fractions. A given figure has a `source`; a computed one a `formula` and the
    keys of its `inputs`. `place` is where a given figure stands in a profile.
    """

    key: str
    number: float
    unit: str
    currency: str | None = None
    year: int | None = None
    source: str | None = None
    status: str | None = None
    confidence: str | None = None
    definition: str | None = None
    note: str | None = None
    place: Place | None = None
    formula: str | None = None
    inputs: tuple[str, ...] = ()

    @property
    def is_computed(self) -> bool:
        """True if Kerja computed the figure."""
        return self.formula is not None


class Register(Mapping[str, Entry]):
    """Figures by key. A missing key is an unknown figure: ask with `get`."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            if entry.key in self._entries:
                raise ValueError(f"two figures are called {entry.key}")
            self._entries[entry.key] = entry

    def __getitem__(self, key: str) -> Entry:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def register(profile: Profile, options: Iterable[Option], limits: Binding) -> Register:
    """Gather the figures of a profile, of its options and of its limits."""
    given = {entry.key: entry for entry in _given(profile)}
    computed = [
        *_package(profile),
        *_derived(given),
        *(entry for option in options for entry in _option(option)),
        *_limits(limits),
    ]
    return Register([*given.values(), *computed])


def _given(profile: Profile) -> Iterator[Entry]:
    currency = profile.country.currency
    for path, fact in facts(profile):
        if isinstance(fact, Figure):
            yield from _figure(path, fact, currency)
        elif isinstance(fact, Assumption):
            for name in ("low", "mode", "high"):
                quantity = getattr(fact, name)
                if quantity is not None:
                    unit = "share" if quantity.unit == "%" else "number"
                    yield _entry(f"{path}.{name}", quantity.number, unit, None, fact)


def _figure(path: str, figure: Figure[Any], currency: str | None) -> Iterator[Entry]:
    chosen = figure.chosen
    code = currency if isinstance(figure, Money) else None
    if chosen.value is not None:
        own = (chosen.value.unit or code) if isinstance(figure, Money) else None
        yield _entry(path, chosen.value.number, figure.kind, own, chosen)
    for group in _GROUPS:
        quantity = getattr(chosen, group)
        if quantity is not None:
            own = (quantity.unit or code) if isinstance(figure, Money) else None
            yield _entry(f"{path}.{group}", quantity.number, figure.kind, own, chosen)


def _entry(key: str, number: float, unit: str, currency: str | None, fact: Fact) -> Entry:
    return Entry(
        key=key,
        number=number,
        unit=unit,
        currency=currency,
        year=fact.year or (int(fact.date[:4]) if fact.date else None),
        source=fact.source,
        status=fact.status,
        confidence=fact.confidence,
        definition=fact.definition,
        note=fact.note,
        place=fact.place,
    )


def _package(profile: Profile) -> Iterator[Entry]:
    whole = package(profile)
    for name, note in (
        ("total", "everything that one person can get, at most"),
        ("cash_total", "all cash that one person can get, at most"),
        ("voucher_total", "vouchers and free places of one person"),
        ("monthly_cash", "cash of a month"),
    ):
        reckoned = getattr(whole, name)
        if not reckoned.at_least.number:
            continue
        partial = f"; not known: {', '.join(reckoned.lacks)}" if reckoned.lacks else ""
        yield Entry(
            f"package.{name}", reckoned.at_least.number, "money", reckoned.at_least.currency,
            formula="amount × highest number of payments, summed", note=note + partial,
            inputs=tuple(part.path for part in whole.parts),
        )  # fmt: skip


_FUNNEL = "programme.actual."
_RATIOS = {
    "applied_of_target": (f"{_FUNNEL}applied", "programme.target.people"),
    "graduated_of_target": (f"{_FUNNEL}graduated", "programme.target.people"),
    "graduated_of_applied": (f"{_FUNNEL}graduated", f"{_FUNNEL}applied"),
    "employed_of_graduated": (f"{_FUNNEL}employed", f"{_FUNNEL}graduated"),
    "equity_card_of_applied": (f"{_FUNNEL}equity_card", f"{_FUNNEL}applied"),
    "target_of_labour_force": ("programme.target.people", "labour_force.labour_force"),
}


def _derived(given: Mapping[str, Entry]) -> Iterator[Entry]:
    for name, (above, below) in _RATIOS.items():
        upper, lower = _best(given, above), _best(given, below)
        if upper is not None and lower is not None and lower.number:
            yield Entry(
                f"derived.{name}", upper.number / lower.number, "share",
                formula=f"{words(upper.key)} ÷ {words(lower.key)}", inputs=(upper.key, lower.key),
            )  # fmt: skip
    parts = [given.get(f"{_FUNNEL}{name}") for name in ("applied", "studying", "graduated")]
    if all(parts):
        applied, studying, graduated = (part for part in parts if part is not None)
        yield Entry(
            "derived.unexplained_applicants",
            applied.number - studying.number - graduated.number, "count",
            formula="applied - studying - graduated",
            inputs=(applied.key, studying.key, graduated.key),
            note="neither studying nor graduated: dropped out, waiting, or never admitted",
        )  # fmt: skip


def _best(given: Mapping[str, Entry], key: str) -> Entry | None:
    """Return the figure of a key, or of the first labour measurement that has it."""
    if key in given:
        return given[key]
    section, _, name = key.partition(".")
    near = [
        k for k in given if k.startswith(f"{section}.measurements[") and k.endswith(f"].{name}")
    ]
    return given[near[0]] if near else None


def _option(option: Option) -> Iterator[Entry]:
    start = f"options[{option.id}]"
    quota = "programme.quota.people"
    if option.people is not None:
        yield Entry(
            f"{start}.people",
            option.people,
            "count",
            formula="places of the option",
            inputs=(quota,),
        )
    for name, amount, formula in (
        ("ceiling", option.ceiling, "places × known part of the package"),
        ("ceiling_usd", option.in_dollars, "ceiling ÷ exchange rate"),
    ):
        if amount is not None:
            inputs = (
                (f"{start}.people", "package.total")
                if name == "ceiling"
                else (f"{start}.ceiling", "economy.exchange_rate")
            )
            yield Entry(
                f"{start}.{name}",
                amount.number,
                "money",
                amount.currency,
                formula=formula,
                inputs=inputs,
            )
    if option.by_year:
        first = option.by_year[0]
        yield Entry(
            f"{start}.people_year",
            first.people,
            "count",
            formula="places ÷ years of the option",
            inputs=(f"{start}.people",),
        )
        yield Entry(
            f"{start}.ceiling_year", first.ceiling.number, "money", first.ceiling.currency,
            formula="places of a year × known part of the package",
            inputs=(f"{start}.people_year", "package.total"),
        )  # fmt: skip
    if option.funnel is not None:
        for stage in option.funnel.stages[1:]:
            for end in ("low", "mode", "high"):
                number = getattr(stage.people, end)
                if number is not None:
                    yield Entry(
                        f"{start}.{stage.name}.{end}", number, "count",
                        formula=f"persons of the stage before × {stage.rests_on}.{end}",
                        inputs=(f"{start}.people", f"{stage.rests_on}.{end}"),
                    )  # fmt: skip


def _limits(limits: Binding) -> Iterator[Entry]:
    for limit in limits.limits:
        if limit.persons is not None:
            yield Entry(
                f"limits.{limit.name}", limit.persons, "count", status=limit.standing.value,
                formula=limit.formula, inputs=limit.inputs, note=limit.note or None,
            )  # fmt: skip
