"""Values made comparable between large and small countries, or the reason why they cannot be."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from kerja.comparison.tables.row import CellMark, Normal, Normalised
from kerja.comparison.tables.side import Side
from kerja.costing.cases import Cases
from kerja.indicators import Indicator, Reading
from kerja.indicators.derived import combined
from kerja.indicators.marking import marks_within
from kerja.indicators.term import Term
from kerja.indicators.terms import term

OF_A_PERSON = (Normal.PPP, Normal.USD, Normal.WAGE)
OF_A_COUNTRY = (Normal.PPP, Normal.USD, Normal.GDP)
OF_PEOPLE = (Normal.LABOUR_FORCE,)

NORMALS: dict[str, tuple[Normal, ...]] = {
    "PAY07": OF_PEOPLE, "COV06": OF_PEOPLE, "BUD05": OF_PEOPLE,
    "GEN01": OF_A_PERSON, "CST04": OF_A_PERSON, "CST06": OF_A_PERSON, "CST07": OF_A_PERSON,
    "BUD06": OF_A_COUNTRY, "CST12": OF_A_COUNTRY,
}  # fmt: skip
"""What says something of an indicator. Shares, rates and ratios are comparable as they are."""


@dataclass(frozen=True, slots=True)
class _Divisor:
    """A term of the indicators, and what the quotient is multiplied by."""

    term: str
    factor: float


_DIVISORS = {
    Normal.LABOUR_FORCE: _Divisor("labour_force.labour_force", 1000),
    Normal.GDP: _Divisor("economy.gdp", 100),
    Normal.PPP: _Divisor("ppp", 1),
    Normal.USD: _Divisor("dollar", 1),
    Normal.WAGE: _Divisor("minimum_wage", 100),
}


def normalised(indicator: Indicator, reading: Reading, side: Side) -> tuple[Normalised, ...]:
    """Return a value under every normalisation that means something for its indicator.

    A value that is not known has none.
    """
    if not reading.is_known:
        return ()
    return tuple(_normalised(reading, by, side) for by in NORMALS.get(indicator.id, ()))


def _normalised(reading: Reading, by: Normal, side: Side) -> Normalised:
    divisor = _DIVISORS[by]
    below = term(divisor.term, side.subject, "profile")
    paths = tuple(dict.fromkeys(one.path for one in below.inputs))
    errors = side.soundness.behind(below.lacks, below.inputs)
    if errors:
        return Normalised(by, None, None, None, side.leave_out(f"values in {by}", errors))
    if below.cases is None:
        return Normalised(by, None, None, None, _why_not(below, side))
    side.used |= dict.fromkeys(below.inputs)
    low, base, high = _quotient(reading, below, divisor.factor)
    value = None if reading.value is None or not below.is_likely else base
    own = {mark.said for mark in reading.marks}
    marks = marks_within((*reading.inputs, *below.inputs))
    return Normalised(
        by, value, low, high, inputs=paths,
        marks=tuple(
            CellMark(mark.flaw.value, mark.said, (), mark.forbids_rank)
            for mark in marks
            if mark.said not in own
        ),
    )  # fmt: skip


def _why_not(below: Term, side: Side) -> str:
    if below.why_not:
        return below.why_not
    whose = "a model speaks of no country: " if side.is_model else ""
    return f"{whose}missing: {', '.join(below.lacks)}"


def _quotient(
    reading: Reading, below: Term, factor: float
) -> tuple[float | None, float | None, float | None]:
    cases = Cases(
        -math.inf if reading.low is None else reading.low,
        0.0 if reading.value is None else reading.value,
        math.inf if reading.high is None else reading.high,
    )
    above = Term(cases, source="the value")
    divide: Callable[..., float] = lambda number, by: factor * number / by  # noqa: E731
    found = combined(divide, (above, below)).cases
    assert found is not None
    return _finite(found.low), _finite(found.base), _finite(found.high)


_DIGITS = 12


def _finite(number: float) -> float | None:
    return float(f"{number:.{_DIGITS}g}") if math.isfinite(number) else None
