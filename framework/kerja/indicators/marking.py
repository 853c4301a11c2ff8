"""Finding the marks of one reading, and those between two readings of the same indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from kerja.indicators.indicator import Basis
from kerja.indicators.mark import Flaw, Mark
from kerja.indicators.reading import About, Reading
from kerja.indicators.term import Input

YEARS = 3
"""Figures whose years are further apart are not of one time."""

_UNVERIFIED = frozenset({"recalled", "claim", "placeholder"})
_PLANNED = frozenset({"announced", "target", "proposed", "approved", "revised"})
_FIRM = frozenset({"approved", "revised", "realised"})
_NOT_YET = frozenset({"", "none", "proposal", "proposed", "announced"})
_OF_FUNNEL = "programme.actual."
_DESIGN = "programme."
_BY_NAME = ("programme.benefits", "evaluation.effects")


def marks_within(inputs: Sequence[Input]) -> tuple[Mark, ...]:
    """Return what is to be said of a value reckoned from these figures."""
    return tuple(_within(inputs))


def marks_between(one: Reading, other: Reading) -> tuple[Mark, ...]:
    """Return why two readings of one indicator should not be held against each other.

    Both ways round the same marks. What each reading bears by itself is in its own `marks`.
    """
    found = (
        *_pairs(one, other),
        *_kinds(one, other),
        *_designs(one.about, other.about, [*one.inputs, *other.inputs], bases=(one, other)),
    )
    return tuple(dict.fromkeys(Mark(flaw, said, is_between=True) for flaw, said in found))


def _within(inputs: Sequence[Input]) -> Iterator[Mark]:
    years = sorted({one.year for one in inputs if one.year is not None})
    if years and years[-1] - years[0] > YEARS:
        yield Mark(Flaw.YEARS_APART, f"its figures are of {years[0]} to {years[-1]}")
    dates = sorted({one.date for one in inputs if one.date and one.path.startswith(_OF_FUNNEL)})
    if len(dates) > 1:
        yield Mark(Flaw.DATES_DIFFER, f"counted at different dates: {', '.join(dates)}")
    definitions = sorted({one.definition for one in inputs if one.definition})
    if len(definitions) > 1:
        yield Mark(Flaw.DEFINITIONS, f"its figures are by {' and '.join(definitions)}")
    for flaw, said, paths in (
        (
            Flaw.UNVERIFIED, "recalled, claimed or a placeholder",
            [one.path for one in inputs if one.confidence in _UNVERIFIED],
        ),
        (Flaw.INHERITED, "taken over from the model", [i.path for i in inputs if i.is_inherited]),
        (
            Flaw.NATIONAL, "national figure used for an area",
            [one.path for one in inputs if one.is_national],
        ),
    ):  # fmt: skip
        if paths:
            yield Mark(flaw, f"{said}: {', '.join(dict.fromkeys(paths))}")


_Found = Iterator[tuple[Flaw, str]]


def _pairs(one: Reading, other: Reading) -> _Found:
    """Compare the figures of the same field."""
    pairs = [(a, b) for a, b in product(one.inputs, other.inputs) if _are_alike(a, b)]
    for a, b in pairs:
        yield from _pair(a, b)
    newest = (one.year, other.year)
    if not pairs and all(newest):
        yield from _years(one.year, other.year)


def _are_alike(a: Input, b: Input) -> bool:
    """True for the same field; a benefit or an effect is like that of the same name only."""
    return a.path == b.path if a.field.startswith(_BY_NAME) else a.field == b.field


def _pair(a: Input, b: Input) -> _Found:
    yield from _years(a.year, b.year, a.field)
    if a.definition != b.definition:
        named = _sides(a.definition, b.definition, "a definition that is not stated")
        yield Flaw.DEFINITIONS, f"{a.field}: {named}"
    if a.ages and b.ages and a.ages != b.ages:
        yield Flaw.AGES, f"{a.field}: ages {_sides(a.ages, b.ages)}"
    if a.of and b.of and a.of != b.of and not a.of.replace("_", "").isdigit():
        yield Flaw.COVERAGE, f"{a.field}: of {_sides(a.of, b.of)}"
    for name in ("scope", "what"):
        left, right = getattr(a, name), getattr(b, name)
        if left != right:
            yield Flaw.COVERAGE, f"{a.field}: {_sides(left, right, 'not restricted')}"
    if a.status and b.status and (a.status in _PLANNED) != (b.status in _PLANNED):
        yield Flaw.OUTCOME, f"{a.field}: {_sides(a.status, b.status)}"


def _years(one: int | None, other: int | None, what: str = "newest figures") -> _Found:
    if one is not None and other is not None and abs(one - other) > YEARS:
        yield Flaw.YEARS_APART, f"{what}: {min(one, other)} and {max(one, other)}"


def _kinds(one: Reading, other: Reading) -> _Found:
    if {one.nature, other.nature} == {"flow", "stock"}:
        yield Flaw.NATURE, "persons of a year against persons at one time"
    if one.basis != other.basis:
        yield Flaw.OUTCOME, f"{_sides(_SAID[one.basis], _SAID[other.basis])}"
    stages, others = ({i.stage for i in side.inputs if i.stage} for side in (one, other))
    if stages and others and (stages <= _FIRM) != (others <= _FIRM):
        said = _sides(" and ".join(sorted(stages)), " and ".join(sorted(others)))
        yield Flaw.STAGE, f"budget: {said}"
    if _overlap(one, other):
        yield Flaw.OVERLAP, "the ranges overlap: neither is known to be above the other"


_SAID: dict[Basis, str] = {
    "profile": "as the profile states",
    "actual": "what has happened",
    "forecast": "a forecast",
    "expected": "what is expected in closed form",
}


def _overlap(one: Reading, other: Reading) -> bool:
    if not (one.is_range or other.is_range):
        return False
    return _low(one) <= _high(other) and _low(other) <= _high(one)


def _low(reading: Reading) -> float:
    return float("-inf") if reading.low is None else reading.low


def _high(reading: Reading) -> float:
    return float("inf") if reading.high is None else reading.high


def _designs(
    one: About, other: About, inputs: Sequence[Input], *, bases: tuple[Reading, Reading]
) -> _Found:
    """Compare the programmes behind readings that speak of a programme."""
    is_of_one = any(reading.basis != "profile" for reading in bases)
    if not is_of_one and not any(i.path.startswith((_DESIGN, "budget.")) for i in inputs):
        return
    if one.programme and one.programme == other.programme and one.design != other.design:
        yield Flaw.DESIGNS, f"{one.programme} has other benefits in {_sides(one.name, other.name)}"
    if (one.status in _NOT_YET) != (other.status in _NOT_YET):
        said = _sides(one.status or None, other.status or None, "status not stated")
        yield Flaw.PROGRAMME, f"programme: {said}"


def _sides(one: str | None, other: str | None, nothing: str = "") -> str:
    """Name both sides in one order, whichever comes first."""
    return " against ".join(sorted((one or nothing, other or nothing)))
