"""Checks of levels (KL): counts beside the population and beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.checks.labour_sets import (
    PARTS,
    STOCKS,
    labour_sets,
    number,
    sets_with,
    written,
)
from kerja.checks.places import of_one_place
from kerja.checks.registry import Hit, NotKnownError, check, known
from kerja.checks.slips import scale_slips
from kerja.findings import Severity
from kerja.profile import LabourFigures, Profile, Section

_POSSIBLE = (0.45, 0.95)
_USUAL = (0.50, 0.90)
_STOCKS_APART = 100
_PARTS_APART = 10**4
_LIKELY_PART = (1 / _PARTS_APART, 1.0)
_LIKELY_STOCK = (1 / 30, 30)


@check("KL106", "working-age-bounds", Severity.ERROR)
def working_age_bounds(profile: Profile) -> Iterator[Hit]:
    """The labour force is below the working age, and that a possible part of the population.

    Between 50 and 90 % of the population is usual, outside 45 to 95 % is an error.

    Why: A count in the wrong unit, or of another country, passes every identity of its own set.

    Bad:
        population: {total: 277 million}
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 270 million

    Good:
        population: {total: 277 million}
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 212.59 million

    Source: UN, World Population Prospects, share aged 15 and over; bounds are Kerja's judgement.
    """
    sets = [(p, f) for p, f in labour_sets(profile) if f.working_age or f.labour_force]
    for path, figures in sets:
        yield from _above_working_age(path, figures)
    (population,) = known(profile, "population.total")
    if not sets:
        raise NotKnownError(["labour_force.working_age"])
    for path, figures in sets:
        if of_one_place(profile, path, "population.total"):
            yield from _beside_population(path, figures, population)


@check("KL107", "count-unit-scale", Severity.ERROR, over=sets_with(*STOCKS, *PARTS))
def count_unit_scale(figures: Section) -> Iterator[Hit]:
    """The counts of one set are of one order of magnitude.

    Working age, labour force, employed and outside are within a factor of 100 of each other, the
    unemployed and other parts within 10,000 of the labour force.

    Why: Statistical tables print thousands or millions, and the note that says so is left behind.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          labour_force: 147.71 million
          employed: 139852

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          labour_force: 147.71 million
          employed: 139_852 thousand

    Source: order of magnitude; the bounds are Kerja's judgement.
    """
    stocks = {name: n for name in STOCKS if (n := number(figures, name))}
    odd = _odd_ones(figures, stocks)
    agreed = {name: n for name, n in stocks.items() if name not in odd}
    for name in odd:
        yield _scale_hit(figures, name, agreed, _LIKELY_STOCK)
    top = max(agreed.values(), default=0)
    for name in PARTS:
        part = number(figures, name)
        if top and part and not top / _PARTS_APART <= part <= top:
            yield _scale_hit(figures, name, agreed, _LIKELY_PART)


def _above_working_age(path: str, figures: LabourFigures) -> Iterator[Hit]:
    working_age, labour_force = figures.working_age, figures.labour_force
    if working_age is None or labour_force is None:
        return
    whole, part = working_age.number, labour_force.number
    if (
        whole is None
        or part is None
        or part - labour_force.step / 2 <= whole + working_age.step / 2
    ):
        return
    yield Hit(
        f"{path}.labour_force",
        f"labour_force {written(labour_force)} is above working_age {written(working_age)}",
        "are both in the same unit, and of the same ages?",
        also=(f"{path}.working_age",),
    )


def _beside_population(path: str, figures: LabourFigures, population: float) -> Iterator[Hit]:
    lowest, highest = _POSSIBLE
    for name in ("working_age", "labour_force"):
        count = number(figures, name)
        if count is None:
            continue
        share = count / population if population else float("inf")
        if name == "labour_force":
            usual, possible = True, share < highest
        else:
            usual, possible = _USUAL[0] <= share <= _USUAL[1], lowest <= share <= highest
        if not (usual and possible):
            text = f"{name} {written(getattr(figures, name))} is {share:.3g} of the population"
            yield Hit(
                f"{path}.{name}",
                text,
                "thousands or millions? of the same country and ages?",
                also=("population.total",),
                severity=Severity.WARNING if possible else None,
            )


def _odd_ones(figures: Section, stocks: Mapping[str, float]) -> list[str]:
    """Name the stocks most others disagree with; of two camps, the one without a scale word."""
    near = {
        name: sum(1 / _STOCKS_APART <= count / other <= _STOCKS_APART for other in stocks.values())
        for name, count in stocks.items()
    }
    most = max(near.values(), default=0)
    if most == len(stocks):
        return []
    fewer = [name for name, agreeing in near.items() if agreeing < most]
    bare = [name for name in stocks if " " not in written(getattr(figures, name))]
    if fewer or 0 < len(bare) < len(stocks):
        return fewer or bare
    return [min(stocks, key=lambda name: stocks[name])]


def _scale_hit(
    figures: Section, name: str, agreed: Mapping[str, float], likely: tuple[float, float]
) -> Hit:
    base_name = max(agreed, key=lambda other: agreed[other])
    base = agreed[base_name]
    value = getattr(figures, name).chosen.value
    fitting = [s for s in scale_slips(value) if likely[0] <= s.meant.number / base <= likely[1]]
    beside = f"{base_name} {written(getattr(figures, base_name))}"
    return Hit(
        name,
        f"{name} {value.written} is not of the order of {beside}",
        f"{fitting[0].what}: write {fitting[0].meant.written}" if fitting else "in which unit?",
        also=(base_name,),
    )
