"""The whole cost of a design: lines, payers, years, cash by fiscal year, cost per completer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kerja.adaptation.change import Decision
from kerja.costing.cases import Cases, of_figure, total
from kerja.costing.drivers import Driver, drivers
from kerja.costing.line import Line
from kerja.costing.lines import lines
from kerja.costing.payers import Paid, by_payer
from kerja.costing.phasing import Phasing, phase
from kerja.costing.prices import Prices, prices
from kerja.profile import Profile
from kerja.profile.currencies import own_currency
from kerja.profile.packages import package, yearly_quota


@dataclass(frozen=True, slots=True)
class CostYear:
    """Cost of one year of a design, counted from its start, by payer."""

    number: int
    cost: Cases
    by_payer: tuple[Paid, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A cost for each of something. `value` is None if it is not defined; `why` then says why."""

    value: Cases | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Costing:
    """What a design costs, in `currency`, in the low, the base and the high case.

    `people` are places of a year; `years` those of the design, one where it states none. `lines`
    are amounts of one year at the prices of their figures; those that do not count stand beside
    them. `year`, `by_payer`, `by_year` and `total` add what is known of the lines that count:
    None, or empty, if nothing is. `lacks` names what keeps the total from being whole.
    """

    option: str
    currency: str
    people: float | None
    years: int
    drivers: tuple[Driver, ...]
    lines: tuple[Line, ...]
    year: Cases | None
    by_payer: tuple[Paid, ...]
    prices: Prices
    by_year: tuple[CostYear, ...]
    total: Cases | None
    per_place: Ratio
    per_completer: Ratio
    phasing: Phasing
    lacks: tuple[str, ...]

    @property
    def is_partial(self) -> bool:
        """True if a part of the cost is to be obtained."""
        return bool(self.lacks)

    @property
    def counted(self) -> tuple[Line, ...]:
        """The lines that make the total."""
        return tuple(line for line in self.lines if line.counts)

    def driver(self, name: str) -> Driver:
        """Return the driver of a name.

        Raises:
            KeyError: there is none.
        """
        return {driver.id: driver for driver in self.drivers}[name]

    def line(self, name: str) -> Line:
        """Return the line of a name.

        Raises:
            KeyError: there is none.
        """
        return {line.id: line for line in self.lines}[name]


def cost(profile: Profile, *, decisions: Iterable[Decision] = ()) -> Costing:
    """Return what the design of a profile costs.

    Args:
        profile: a scenario, or any profile with a design.
        decisions: of the adaptation rules; those that act may add costs.
    """
    years = (profile.scenario.years if profile.scenario else None) or 1
    people = places_of_a_year(profile)
    parts = package(profile).parts
    named = drivers(profile, people, parts)
    made = lines(profile, named, parts, decisions=decisions)
    counted = [line for line in made if line.counts]
    basis = prices(profile, years)
    donors = of_figure(profile.budget.donor_share, profile)
    by_year = tuple(_year(number, counted, basis, donors) for number in range(1, years + 1))
    known = any(line.known is not None for line in counted)
    year = by_year[0].cost if known else None
    lacks = (*(path for line in counted for path in line.lacks), *basis.lacks)
    return Costing(
        option=profile.origin.name, currency=own_currency(profile), people=people, years=years,
        drivers=tuple(named.values()), lines=made, year=year,
        by_payer=by_year[0].by_payer if known else (), prices=basis,
        by_year=by_year if known else (),
        total=total(one.cost for one in by_year) if known else None,
        per_place=_ratio(year, named["places"], "places"),
        per_completer=_ratio(year, named["completed"], "persons who finish"),
        phasing=phase(profile, counted, years=years, prices=basis, donors=donors),
        lacks=tuple(dict.fromkeys(lacks)),
    )  # fmt: skip


def places_of_a_year(profile: Profile) -> float | None:
    """Return the places that a design offers in one year; None if they are not known.

    Places offered once are spread over the years of the design; without years they are one year's.
    """
    quota = profile.programme.quota
    if quota.every != "once":
        return yearly_quota(profile)
    people = quota.people.number if quota.people is not None else None
    years = profile.scenario.years if profile.scenario is not None else None
    return people / (years or 1) if people is not None else None


def _year(number: int, counted: Sequence[Line], basis: Prices, donors: Cases | None) -> CostYear:
    levels = basis.levels(counted, number)
    amounts = [
        (line.payer, line.known.times(levels[line.id]))
        for line in counted
        if line.known is not None
    ]
    return CostYear(number, total(amount for _, amount in amounts), by_payer(amounts, donors))


def _ratio(year: Cases | None, persons: Driver, said: str) -> Ratio:
    """Divide case by case: the cost of a case by the persons of the same case."""
    if year is None:
        return Ratio(None, "no cost is known")
    if persons.cases is None:
        return Ratio(None, f"not known: {', '.join(persons.lacks)}")
    if not all(persons.cases):
        return Ratio(None, f"not defined: there are no {said}")
    pairs = zip(year, persons.cases, strict=True)
    return Ratio(Cases(*(amount / people for amount, people in pairs)))
