"""What drives the cost of an option, as formulas of named cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerja.costing import Driver, Term
from kerja.costing.drivers import reached_by
from kerja.costing.line import Factor
from kerja.costing.lines import YEAR
from kerja.profile.packages import Part
from kerja.targets.workbook.design import Design
from kerja.targets.workbook.formulas import CASE, OBTAIN, Formula, base, when_known
from kerja.targets.workbook.inputs import (
    FUNNEL,
    PLACES,
    Inputs,
    applicants,
    is_input,
    ownership,
)

_STAGES = ("purchased", "completed", "paid")


def driver_formulas(design: Design, inputs: Inputs) -> Iterator[tuple[Driver, Formula]]:
    """Yield each driver with its formula, in the order of the costing."""
    for driver in design.costing.drivers:
        yield driver, _formula(driver, design, inputs)


def _formula(driver: Driver, design: Design, inputs: Inputs) -> Formula:
    value = base(driver.cases)
    if driver.id in _STAGES:
        return _stage(_STAGES.index(driver.id) + 1, design, inputs, value)
    if driver.id == "places":
        return Formula(f"={inputs.name(design, PLACES)}", value)
    if driver.id == "applicants":
        return Formula(f"={inputs.name(design, applicants(design))}", value)
    if driver.id in ("payments", "cash"):
        return _over_parts(driver, design, inputs)
    if driver.id == "without-account":
        return _rest_of("places", ownership(design), design, inputs, value)
    if driver.id == "off-line":
        return _rest_of("applicants", "digital.internet_use", design, inputs, value)
    return _places_lacking(design, inputs, value)


def _stage(number: int, design: Design, inputs: Inputs, value: float | None) -> Formula:
    """Multiply places by the shares up to a stage.

    Where nobody says which value of a share is likeliest, the base case is the middle between the
    product of the low ends and that of the high ends.
    """
    places = design.name("places")
    paths = FUNNEL[:number]
    names = [inputs.name(design, path) for path in paths]
    low, middle, high = (
        [inputs.end(design, path, end) for path in paths] for end in ("low", "base", "high")
    )
    ends = ",".join((*low, *high))
    computed = (
        f"IF(AND({CASE}=2,COUNT({','.join(middle)})<{number},COUNT({ends})={2 * number}),"
        f"{places}*({'*'.join(low)}+{'*'.join(high)})/2,{'*'.join((places, *names))})"
    )
    return when_known((places, *names), computed, value)


def _over_parts(driver: Driver, design: Design, inputs: Inputs) -> Formula:
    cash = [part for part in design.parts if part.kind == "cash"]
    if not cash:
        return Formula(f"={OBTAIN}", None)
    products = [_part(part, design, inputs, money=driver.unit == "money") for part in cash]
    names = [name for product in products for name in product]
    return when_known(names, "+".join("*".join(p) for p in products), base(driver.cases))


def _part(part: Part, design: Design, inputs: Inputs, *, money: bool) -> Sequence[str]:
    product = [design.name(reached_by(part))]
    if money:
        product.append(inputs.name(design, f"{part.path}.amount"))
    if part.payments != 1:
        product.append(inputs.name(design, f"{part.path}.at_most"))
    return product


def _rest_of(whole: str, path: str, design: Design, inputs: Inputs, value: float | None) -> Formula:
    names = (design.name(whole), inputs.end(design, path, "opposite"))
    return when_known(names, f"{names[0]}*(1-{names[1]})", value)


def _places_lacking(design: Design, inputs: Inputs, value: float | None) -> Formula:
    places = design.name("places")
    seats = inputs.end(design, "training.seats_year", "opposite")
    enrolled = inputs.name(design, "training.enrolled")
    computed = f"MAX(0,{places}-MAX(0,{seats}-{enrolled}))"
    return when_known((places, seats, enrolled), computed, value)


def term_formula(term: Term, design: Design, inputs: Inputs) -> Formula:
    """Return the product of a term."""
    names = [_factor(factor, design, inputs) for factor in term.factors]
    products = [
        f"(1-{name})" if factor.is_rest else name
        for factor, name in zip(term.factors, names, strict=True)
    ]
    if term.unit is not None:
        unit = inputs.end(design, term.unit.path, "opposite")
        products[0] = f"IF({unit}=0,0,ROUNDUP({products[0]}/{unit},0))"
        names.append(unit)
    return when_known(names, "*".join(products), base(term.cases))


def _factor(factor: Factor, design: Design, inputs: Inputs) -> str:
    if factor.is_rest:
        return inputs.end(design, factor.path, "opposite")
    if is_input(factor.path):
        return inputs.name(design, factor.path)
    if factor.path == YEAR:
        return design.name(YEAR)
    return design.name(factor.path.removeprefix("drivers[").rstrip("]"))
