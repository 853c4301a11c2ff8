"""Countries whose facts are drawn at random: each known, unknown, to be decided, or absent."""

from __future__ import annotations

from random import Random
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from tests.countries import written

from kerja.profile import (
    Assumption,
    Count,
    Listed,
    Money,
    Number,
    Profile,
    Rate,
    Section,
    Share,
    WordList,
    Words,
    YesNo,
)
from kerja.profile.budget import YearStart
from kerja.profile.economy import Dollarised
from kerja.profile.programme import HouseholdCap

SECTIONS = (
    "population", "labour_force", "economy", "identity", "registry", "wallets", "digital",
    "training", "job_matching", "existing_programmes", "institutions", "legal", "grievance",
    "migration", "shock", "stakeholders", "budget", "costs", "programme", "evaluation",
    "assumptions",
)  # fmt: skip
"""Sections that rules and limits read."""

_SHARES = (
    "0%", "1%", "1.5%", "2%", "3%", "5%", "8%", "9%", "10%", "12%", "15%", "16%", "20%", "29%",
    "34%", "35%", "39%", "49%", "55%", "59%", "65%", "69%", "75%", "84%", "90%", "96%", "100%",
)  # fmt: skip
_COUNTS = (
    0, 1, 2, 3, 20, 29, 30, 140, 150, 400, 5_000, 30_000, 90_000, 400_000, 2_000_000, 30_000_000,
)  # fmt: skip
_NUMBERS = (0, 1, 2, 3, 6, 11, 12, 14, 15, 24, 30, 33, 36, 60, 120, 140, 165, 400)
_AMOUNTS = (
    "KHR 500", "KHR 40_000", "KHR 280_000", "280_000", "KHR 1 million", "KHR 3 million",
    "KHR 2 billion", "KHR 90 billion", "KHR 5 trillion", "USD 208", "USD 3 million",
)  # fmt: skip
_WORDS = (
    "web", "phone", "in-person", "messaging", "app", "service-point", "youth", "family-card",
    "cash", "training",
)  # fmt: skip
_TEXTS = {
    "ages": ("15-24", "16-64", "18-64", "15+"), "valid_from": ("2023", "2024-06-01"),
    "starts": ("2023-11-14", "2024"), "ends": ("2024-12-31", "2027"), "date": ("2024", "2024-05"),
    "last_payment_before": ("12-15", "06-30"), "fiscal_year": ("2024",), "year": ("2024",),
    "currency": ("KHR", "USD"), "benefit_currency": ("KHR", "USD"), "after": ("link_account",),
    "calendar": ("fiscal-year", "calendar-year"), "base_year": (2020,), "at_most": (1, 2, 4),
    "number_format": ("[0-9]{9}",), "paid_in": ("KHR", "USD"),
}  # fmt: skip
_TEXT_OF = {"kind": ("cash", "training", "loan", "public works")}
"""Fields of free text that a rule reads."""
_WITHOUT = frozenset({
    "knowledge", "place", "applies", "source", "note", "confidence", "status", "definition", "use",
    "measurements", "age_bands", "basis", "sets", "proves", "stage", "payers", "phases",
})  # fmt: skip
"""Fields that the reader sets, and those that only say where a figure is from."""


def random_country(seed: int) -> Profile:
    """Return a country whose facts are drawn; the same seed gives the same country."""
    return written(**random_sections(seed))


def random_sections(seed: int) -> dict[str, Any]:
    """Return the sections of such a country as they would be written."""
    draw = _Draw(Random(seed))
    return {
        name: draw.value(name, Profile.model_fields[name].annotation)
        for name in SECTIONS
        if draw.chance(0.95)
    }


class _Draw:
    """One country's draw: how much it knows differs from country to country."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._written = random.choice((0.2, 0.6, 0.9, 1.0, 1.0))
        self._unknown = random.choice((0.0, 0.0, 0.05, 0.3))
        self._split = random.choice((0.0, 0.0, 0.02))

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def section(self, model: type[Section]) -> Any:
        if issubclass(model, HouseholdCap) and self.chance(0.3):
            return "none"
        drawn = {}
        for name, field in model.model_fields.items():
            required = field.is_required()
            known_form = name in _TEXTS or name == "id" or not _has_form(field)
            if name not in _WITHOUT and known_form and (required or self.chance(self._written)):
                value = self.value(name, field.annotation)
                if value is not None:
                    drawn[field.alias or name] = value
        return drawn

    def value(self, name: str, annotation: Any) -> Any:
        if name in _TEXTS:
            return self._random.choice(_TEXTS[name])
        kinds = [kind for kind in _parts(annotation) if kind is not NoneType]
        kind = kinds[0]
        if get_origin(kind) is Literal:
            return self._random.choice(get_args(kind))
        if get_origin(kind) is tuple:
            return self._items(get_args(kind)[0])
        if kind is str:
            return "a" if name == "id" else self._random.choice(_TEXT_OF.get(name, _WORDS))
        if isinstance(kind, type) and issubclass(kind, Section):
            return self._part(kind)
        return None

    def _part(self, model: type[Section]) -> Any:
        if issubclass(model, Listed):
            (item,) = _parts(model.model_fields["items"].annotation)
            if self.chance(0.2):
                return self._random.choice(("unknown", "TODO(human)", "none"))
            return self._items(get_args(item)[0])
        fact = self._fact(model)
        if fact is None:
            return self.section(model)
        return (
            self._random.choice(("unknown", "TODO(human)")) if self.chance(self._unknown) else fact
        )

    def _items(self, item: Any) -> Any:
        if item is str:
            return self._random.sample(_WORDS, self._random.randint(0, 4))
        many = range(self._random.randint(0, 3))
        if isinstance(item, type) and issubclass(item, Section):
            drawn = [self.section(item) for _ in many]
            for number, one in enumerate(drawn):
                if "id" in one:
                    one["id"] = f"item-{number}"
            return drawn
        return []

    def _fact(self, model: type[Section]) -> Any:
        pick = self._random.choice
        if issubclass(model, YesNo):
            return pick(("yes", "no"))
        if issubclass(model, Dollarised):
            return {"extent": pick(("none", "partial", "full"))}
        if issubclass(model, YearStart):
            return pick(("01-01", "10-01"))
        if issubclass(model, Words):
            return pick(get_args(_parts(model.model_fields["value"].annotation)[0]) or _WORDS)
        if issubclass(model, WordList):
            return self._random.sample(_WORDS, self._random.randint(0, 4))
        if issubclass(model, Assumption):
            low, mode, high = sorted(self._random.sample(range(0, 100, 7), 3))
            return {"low": f"{low}%", "mode": f"{mode}%", "high": f"{high}%"}
        return self._figure(model)

    def _figure(self, model: type[Section]) -> Any:
        for kind, values in _VALUES:
            if issubclass(model, kind):
                return self._measured([self._random.choice(values) for _ in range(4)])
        return None

    def _measured(self, values: list[Any]) -> Any:
        if self.chance(0.3):
            return {"value": values[0], "men": values[1], "women": values[2]}
        # Every rule is asked again for every measurement: few, or the draw takes minutes.
        if not self.chance(self._split):
            return values[0]
        measurements = [{"id": "a", "value": values[0]}, {"id": "b", "value": values[1]}]
        return {"use": "a", "measurements": measurements}


_VALUES: tuple[tuple[type[Section], tuple[Any, ...]], ...] = (
    (Share, _SHARES), (Rate, _SHARES), (Count, _COUNTS), (Money, _AMOUNTS), (Number, _NUMBERS),
)  # fmt: skip


def _has_form(field: FieldInfo) -> bool:
    """Tell whether a text must have a form of its own, such as a code."""
    return any(getattr(part, "pattern", None) for part in field.metadata)


def _parts(annotation: Any) -> tuple[Any, ...]:
    """Return the kinds of value that an annotation allows."""
    if get_origin(annotation) is Annotated:
        return _parts(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return tuple(part for each in get_args(annotation) for part in _parts(each))
    return (annotation,)
