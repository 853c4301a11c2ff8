"""One line of cost: terms that are multiplied from drivers and unit costs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from kerja.costing.cases import Cases, total
from kerja.profile.budget import Payer


@dataclass(frozen=True, slots=True)
class Factor:
    """One number of a term.

    `path` is a field of the profile, or a driver of the costing such as `drivers[places]`. `cases`
    is None while it is not known; `lacks` then names what is missing. `is_rest` says that one
    minus the number is meant.
    """

    path: str
    cases: Cases | None
    lacks: tuple[str, ...] = ()
    is_rest: bool = False

    @property
    def value(self) -> Cases | None:
        """The number that multiplies."""
        if self.cases is None or not self.is_rest:
            return self.cases
        return self.cases.rest


@dataclass(frozen=True, slots=True)
class Term:
    """A product of factors.

    With `unit`, the first factor is first divided by it and rounded up: begun units of staff or
    office. `when` is the moment of a round at which it is paid: round, choice, course,
    certificate, payment; "year" for what is spent evenly over the year. It is paid `payments`
    times, 30 days apart, in equal parts.
    """

    factors: tuple[Factor, ...]
    unit: Factor | None = None
    when: str = "year"
    payments: int = 1

    @property
    def lacks(self) -> tuple[str, ...]:
        """What keeps the term from being computed."""
        listed = (*self.factors, self.unit) if self.unit is not None else self.factors
        missing = (
            path
            for factor in listed
            if factor.cases is None
            for path in (factor.lacks or (factor.path,))
        )
        return tuple(dict.fromkeys(missing))

    @property
    def cases(self) -> Cases | None:
        """The product case by case; None while a factor is not known."""
        values = [factor.value for factor in self.factors]
        known = [value for value in values if value is not None]
        if len(known) < len(values) or (self.unit is not None and self.unit.cases is None):
            return None
        found = known[0]
        if self.unit is not None and self.unit.cases is not None:
            found = _begun(found, self.unit.cases)
        for value in known[1:]:
            found = found.times(value)
        return found


def _begun(people: Cases, unit: Cases) -> Cases:
    """Divide and round up; the larger the unit, the fewer of them."""
    ends = zip(people, (unit.high, unit.base, unit.low), strict=True)
    return Cases(*(float(math.ceil(persons / each)) if each else 0.0 for persons, each in ends))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the cost of a year, at the prices of its figures.

    `nature` is fixed, variable, step, semi-variable or capital; `anchor` what is known of it in
    Prakerja, with its source. `payer` pays; `payer_from` is the field that says so, "" if the
    profile does not and the state is taken to pay. `known` adds the terms that are known, None
    for none of them; it is the amount only while `lacks` is empty. `counts` is false for a line
    that stands beside the total: it does not belong to the design, or the cost curve of
    administration covers it; `why_not` says which. `asked_by` are rules that ask for the line.
    """

    id: str
    title: str
    driver: str
    formula: str
    nature: str
    anchor: str
    payer: Payer
    payer_from: str
    terms: tuple[Term, ...]
    known: Cases | None
    lacks: tuple[str, ...]
    counts: bool = True
    why_not: str = ""
    note: str = ""
    asked_by: tuple[str, ...] = ()

    @property
    def amount(self) -> Cases | None:
        """Cost of a year; None while a part is to be obtained: unknown is never zero."""
        return None if self.lacks else self.known

    @property
    def is_set_by_design(self) -> bool:
        """True if an amount of the benefits decides the line: it does not rise with prices."""
        paths = (factor.path for term in self.terms for factor in term.factors)
        return any(path.startswith("programme.benefits[") for path in paths)


def known_part(terms: Iterable[Term]) -> Cases | None:
    """Add the terms that are known; None if none is."""
    known = [cases for term in terms if (cases := term.cases) is not None]
    return total(known) if known else None


def lacking(terms: Iterable[Term]) -> tuple[str, ...]:
    """Name what keeps the terms from being computed."""
    return tuple(dict.fromkeys(path for term in terms for path in term.lacks))
