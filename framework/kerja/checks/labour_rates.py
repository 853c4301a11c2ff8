"""Checks of rates (KL): unit and possible range."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.labour_sets import labour_sets
from kerja.checks.registry import Hit, check
from kerja.checks.slips import point_slips
from kerja.findings import Severity
from kerja.profile import LabourFigures, Profile, Share, facts
from kerja.profile.quantities import Quantity

_RANGES = {
    "unemployment_rate": (0.001, 0.40),
    "lu1": (0.001, 0.40),
    "youth_unemployment_rate": (0.001, 0.80),
    "participation_rate": (0.30, 0.90),
    "employment_to_population": (0.20, 0.90),
    "informal_share": (0.01, 0.98),
    "neet_rate": (0.005, 0.60),
}
"""Lowest and highest national rate to be expected; not of one sex or one age."""

_SMALL = 0.01
_PARTS = ("value", "low", "high", "men", "women", "urban", "rural", "poor")
_Range = tuple[float, float]


@check("KL108", "share-unit", Severity.ERROR)
def share_unit(profile: Profile) -> Iterator[Hit]:
    """A share is written in percent, or as a fraction, and not as half of each.

    A bare number above 1 is an error. A bare number below 0.01 is a warning: 0.003 may be 0.3 %
    or, with the sign left out, 0.003 %. So is a labour-force rate in percent that is too small to
    be one and usual if multiplied by 100. A low rate with its percent sign, such as 0.3 %, passes.

    Why: A fraction that got a percent sign is wrong by a factor of 100 and still looks like a rate.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          unemployment_rate: 0.0532%

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          unemployment_rate: 5.32%

    Source: Kerja's judgement.
    """
    for path, figure in facts(profile):
        if not isinstance(figure, Share):
            continue
        for part in _PARTS:
            value: Quantity | None = getattr(figure, part)
            if value is not None and _is_bare_and_small(value):
                where = path if part == "value" else f"{path}.{part}"
                yield _unit_hit(where, f"{value.written} without a percent sign", value.number)
    for path, figures in labour_sets(profile):
        for name, value, expected in _rates(figures):
            if _has_a_sign_too_many(value, expected):
                message = f"{name} of {value.written} is a hundredth of a usual rate"
                yield _unit_hit(f"{path}.{name}", message, value.number * 100)


@check("KL109", "rate-range", Severity.WARNING, over=labour_sets)
def rate_range(figures: LabourFigures) -> Iterator[Hit]:
    """A national rate is within the range seen in official statistics.

    Unemployment 0.1 to 40 %, of youth to 80 %, participation 30 to 90 %, employment to population
    20 to 90 %, informal employment 1 to 98 %, NEET 0.5 to 60 %.

    Why: A decimal point one place off, or a rate of one group, is not seen by any identity.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          unemployment_rate: 53.2%

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          unemployment_rate: 5.32%

    Source: ILOSTAT, observed national rates; the bounds are Kerja's judgement.
    """
    for name, value, (low, high) in _rates(figures):
        inside = low <= value.number <= high
        if inside or _is_bare_and_small(value) or _has_a_sign_too_many(value, (low, high)):
            continue
        fitting = [s for s in point_slips(value) if low <= s.meant.number <= high]
        hint = f"if {fitting[0].what}, write {fitting[0].meant.written}" if fitting else ""
        yield Hit(
            name,
            f"{name} is {value.written}, outside {_percent(low)} to {_percent(high)}",
            hint or "is it the national rate, and not that of one group?",
        )


def _rates(figures: LabourFigures) -> Iterator[tuple[str, Quantity, _Range]]:
    for name, expected in _RANGES.items():
        figure: Share | None = getattr(figures, name)
        if figure is not None and figure.chosen.value is not None:
            yield name, figure.chosen.value, expected


def _is_bare_and_small(value: Quantity) -> bool:
    return value.unit == "" and 0 < value.number < _SMALL


def _has_a_sign_too_many(value: Quantity, expected: _Range) -> bool:
    """True for 0.0532%: a fraction with a percent sign."""
    low, high = expected
    return value.unit == "%" and value.number < low and low <= value.number * 100 <= high


def _unit_hit(where: str, message: str, fraction: float) -> Hit:
    return Hit(where, message, f"write {_percent(fraction)}", severity=Severity.WARNING)


def _percent(fraction: float) -> str:
    return f"{fraction * 100:.6g}%"
