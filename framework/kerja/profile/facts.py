"""A fact: a value with its year, source and confidence, or the statement that it is missing."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Generic, Literal, Self, TypeVar

from pydantic import BeforeValidator, Field, PlainValidator, model_validator
from pydantic_core import PydanticCustomError

from kerja.profile.dates import IsoDate
from kerja.profile.quantities import (
    Quantity,
    UnreadableQuantityError,
    looks_grouped,
    quantity,
)
from kerja.profile.section import Position, Section


class Knowledge(StrEnum):
    """What is known of a fact that was looked for. One that was not looked for is absent."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    TO_DECIDE = "to-decide"


Confidence = Literal[
    "official", "survey", "modelled", "press", "claim", "recalled", "projection", "placeholder"
]
Status = Literal[
    "announced", "target", "proposed", "approved", "revised", "actual", "estimate", "initial"
]
Definition = Literal["icls-13", "icls-19", "national", "ilo-modelled", "census"]

UNKNOWN = "unknown"
TO_DECIDE = "TODO(human)"


def missing(text: object) -> Knowledge:
    """Tell whether a written value says that it is missing.

    >>> missing("unknown"), missing("TODO(human) confirms"), missing("12")
    (<Knowledge.UNKNOWN: 'unknown'>, <Knowledge.TO_DECIDE: 'to-decide'>, <Knowledge.KNOWN: 'known'>)
    """
    if text == UNKNOWN:
        return Knowledge.UNKNOWN
    if isinstance(text, str) and text.startswith(TO_DECIDE):
        return Knowledge.TO_DECIDE
    return Knowledge.KNOWN


def opened(given: Any, key: str) -> Any:
    """Return the long form of what was written, a missing value turned into `knowledge`.

    `unknown` and `TODO(human) who decides`, alone or under `key`, become `knowledge` and a note.
    """
    written = given if isinstance(given, dict) else {key: given}
    state = missing(written.get(key))
    if state is Knowledge.KNOWN:
        return written
    rest = {name: value for name, value in written.items() if name != key}
    reason = str(written[key]).removeprefix(UNKNOWN).removeprefix(TO_DECIDE).strip(" :")
    if reason:
        rest.setdefault("note", reason)
    return {**rest, "knowledge": state}


class Fact(Section):
    """One fact in the short form (the value alone) or the long form (value, year, source, …)."""

    knowledge: Annotated[Knowledge, Field(exclude=True)] = Knowledge.KNOWN
    """Set by the reader from `unknown` or `TODO(human)`; not written in a profile."""
    place: Position = None
    """Where the fact stands; set by the reader."""
    year: int | None = Field(None, ge=1900, le=2200)
    """Year that the figure speaks of."""
    quarter: int | None = Field(None, ge=1, le=4)
    """Quarter of that year."""
    month: int | None = Field(None, ge=1, le=12)
    """Month of that year."""
    date: IsoDate | None = None
    """Date of the figure, ISO 8601: 2025, 2025-08 or 2025-08-31."""
    source: str | None = None
    """Key of an entry in `sources`."""
    confidence: Confidence | None = None
    """How good the figure is."""
    status: Status | None = None
    """Announced, target, actual …: what kind of truth the figure is."""
    definition: Definition | None = None
    """Statistical standard behind the figure."""
    note: str | None = None
    """What a reader must know before using the figure; printed with it."""
    via: str | None = None
    """Where the source was read, if not at its origin."""

    @property
    def is_known(self) -> bool:
        """True if there is a value."""
        return self.knowledge is Knowledge.KNOWN

    @model_validator(mode="before")
    @classmethod
    def _long_form(cls, given: Any) -> Any:
        return opened(given, "value")


def _read(text: Any) -> Quantity:
    if isinstance(text, Quantity):
        return text
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        raise PydanticCustomError("not-a-figure", "a figure is expected here")
    try:
        return quantity(str(text))
    except UnreadableQuantityError as problem:
        raise PydanticCustomError(
            problem.fault, "{message}", {"message": problem.message, "cure": problem.cure}
        ) from None


def _refused(fault: str, message: str, read: Quantity, cure: str = "") -> PydanticCustomError:
    return PydanticCustomError(fault, message, {"text": read.written, "cure": cure})


def _whole(text: Any) -> Quantity:
    read = _read(text)
    if read.unit:
        raise _refused("not-a-count", '"{text}" is not a count', read)
    if looks_grouped(read.written):
        # A whole number in Indonesian and German. Other decimals are left to the checks, which
        # can tell from the figures beside it which scale word is missing.
        cure = read.written.replace(".", "_")
        raise _refused("digit-grouping", '"{text}" may be thousands', read, cure)
    if read.number < 0:
        raise _refused("negative", "a count is not negative: {text}", read)
    return read


def _fraction(text: Any) -> Quantity:
    read = _signed_fraction(text)
    if read.unit == "" and read.number > 1:
        message = "the share {text} is a bare number above 1"
        raise _refused("share-unit", message, read, f"{read.written}%")
    if read.number < 0:
        raise _refused("negative", "a share is not negative: {text}", read)
    return read


def _signed_fraction(text: Any) -> Quantity:
    read = _read(text)
    if read.unit not in ("", "%"):
        raise _refused("not-a-share", '"{text}" is not a share', read)
    return read


def _amount(text: Any) -> Quantity:
    read = _read(text)
    if read.unit == "%" or "/" in read.unit:
        raise _refused("not-money", '"{text}" is not an amount of money', read)
    if read.number < 0:
        raise _refused("negative", "an amount is not negative: {text}", read)
    return read


Q = TypeVar("Q", bound=Quantity)
AnyQuantity = Annotated[Quantity, PlainValidator(_read)]
CountQuantity = Annotated[Quantity, PlainValidator(_whole)]
ShareQuantity = Annotated[Quantity, PlainValidator(_fraction)]
RateQuantity = Annotated[Quantity, PlainValidator(_signed_fraction)]
MoneyQuantity = Annotated[Quantity, PlainValidator(_amount)]


class Figure(Fact, Generic[Q]):
    """A number with its provenance, split by group where the source gives it.

    Where sources differ, `measurements` holds each under an `id` and `use` names the one that
    computes; the others are shown beside it.
    """

    kind: ClassVar[str] = "number"
    value: Q | None = None
    """The figure itself."""
    low: Q | None = None
    """Lowest of a range, where the source gives a range."""
    high: Q | None = None
    """Highest of a range."""
    men: Q | None = None
    """Of men."""
    women: Q | None = None
    """Of women."""
    urban: Q | None = None
    """In towns."""
    rural: Q | None = None
    """In the countryside."""
    poor: Q | None = None
    """Of the poor, as the source defines them (Findex: the poorest 40 %)."""
    of: str | None = None
    """What the figure is a part of ("employment", "applied"), or the total it was counted in."""
    ages: str | None = Field(None, pattern=r"^[0-9]{1,3}(-[0-9]{1,3}|\+)$")
    """Ages covered: 15-24, 60+."""
    scope: str | None = None
    """Which part of the country, economy or people it covers, if not all."""
    what: str | None = None
    """What exactly was counted, if the field's name does not say it."""
    id: str | None = Field(None, pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Name of this measurement, where there are several."""
    use: str | None = None
    """Which measurement computes."""
    measurements: tuple[Self, ...] = ()
    """All measurements of this figure, each with an `id`."""

    @property
    def chosen(self) -> Self:
        """The measurement that computes: the one named by `use`, else the figure itself."""
        for measurement in self.measurements:
            if measurement.id == self.use:
                return measurement
        return self

    @property
    def number(self) -> int | float | None:
        """The number that computes, in the unit of the field; None if it is not known."""
        chosen = self.chosen
        return chosen.value.number if chosen.value is not None else None

    @property
    def step(self) -> float:
        """One unit of the last written digit."""
        chosen = self.chosen
        return chosen.value.step if chosen.value is not None else 0.0

    @property
    def others(self) -> tuple[Self, ...]:
        """The measurements that do not compute."""
        return tuple(m for m in self.measurements if m is not self.chosen)


class Count(Figure[CountQuantity]):
    """A number of persons or things, in units (never in thousands)."""

    kind = "count"


class Share(Figure[ShareQuantity]):
    """A part of a whole: "8.5%" or 0.085."""

    kind = "share"


class Rate(Figure[RateQuantity]):
    """A change or a rate that may be negative or above one: "-0.4%"."""

    kind = "rate"


class Number(Figure[AnyQuantity]):
    """A number with its own unit, which the field states."""

    kind = "number"


class Money(Figure[MoneyQuantity]):
    """An amount with its ISO 4217 code: "KHR 280_000". Without a code, the profile's currency."""

    kind = "money"

    @property
    def currency(self) -> str | None:
        """The code as written, or None for the profile's own currency."""
        quantity = self.chosen.value or self.chosen.low or self.chosen.high
        return (quantity.unit or None) if quantity is not None else None


def _truth(text: Any) -> bool:
    if isinstance(text, bool):
        return text
    if isinstance(text, str) and text.lower() in ("yes", "true"):
        return True
    if isinstance(text, str) and text.lower() in ("no", "false"):
        return False
    raise PydanticCustomError(
        "not-yes-or-no", '"{text}" is neither yes nor no', {"text": str(text), "cure": "yes or no"}
    )


class YesNo(Fact):
    """A fact that holds or does not: yes or no."""

    kind: ClassVar[str] = "yes or no"
    value: Annotated[bool | None, BeforeValidator(_truth)] = None
    """yes or no."""


class Words(Fact):
    """A fact in words."""

    kind: ClassVar[str] = "text"
    value: str | None = None
    """The text."""


class WordList(Fact):
    """Several words or names."""

    kind: ClassVar[str] = "list of text"
    value: tuple[str, ...] | None = None
    """The words."""


class Assumption(Fact):
    """A number nobody has measured: lowest and highest credible value, and the likeliest between.

    A favourable value never stands alone: `low` and `high` are both given, or both `unknown`.
    """

    kind: ClassVar[str] = "assumption"
    low: AnyQuantity | None = None
    """Lowest credible value."""
    mode: AnyQuantity | None = None
    """Likeliest value."""
    high: AnyQuantity | None = None
    """Highest credible value."""
    shape: Literal["uniform", "triangular", "pert"] | None = None
    """Distribution between low and high."""
    rests_on: Literal["bounds", "survey", "pilot", "other-country", "judgement"] | None = None
    """What the values rest on."""

    @model_validator(mode="before")
    @classmethod
    def _unknown_ends(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        ends = {name: missing(given.get(name)) for name in ("low", "mode", "high") if name in given}
        lacking = {name: state for name, state in ends.items() if state is not Knowledge.KNOWN}
        if not lacking:
            return given
        rest = {name: value for name, value in given.items() if name not in lacking}
        return {**rest, "knowledge": next(iter(lacking.values()))}
