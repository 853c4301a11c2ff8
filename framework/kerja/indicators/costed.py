"""Results of a programme as its costing has them: drivers and lines of a year, in closed form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kerja.costing import Line
from kerja.costing.cases import Cases, total
from kerja.costing.catalogue import ADMINISTRATION
from kerja.indicators.derived import combined
from kerja.indicators.fields import field_term
from kerja.indicators.outcome import Outcome
from kerja.indicators.subject import Subject
from kerja.indicators.term import Input, Term, input_of, missing
from kerja.profile import Profile

_COSTING = "costing"
_CASH = ("cash", "survey")
_BENEFITS = ("training", *_CASH)


def costed(outcome: Outcome, subject: Subject) -> Term:
    """Return a result as the costing of a year has it, in closed form."""
    if outcome.name in _COSTED:
        return _COSTED[outcome.name](subject)
    if not outcome.driver:
        return Term(why_not="the costing does not say it")
    driver = subject.costing.driver(outcome.driver)
    if driver.cases is None:
        return missing(*driver.lacks)
    return Term(driver.cases, _behind(subject, driver.inputs), source=_COSTING)


def _linked(subject: Subject) -> Term:
    share = field_term(subject.profile, "assumptions.linked_accounts")
    driver = subject.costing.driver("places")
    if driver.cases is None:
        return missing(*driver.lacks, *share.lacks)
    places = Term(driver.cases, _behind(subject, driver.inputs), source=_COSTING)
    return combined(lambda people, linked: people * linked, [places, share])


def _all_cost(subject: Subject) -> Term:
    costing = subject.costing
    if costing.is_partial or costing.year is None:
        return missing(*(costing.lacks or ("costs",)))
    return Term(costing.year, _behind_lines(subject, costing.counted), source=_COSTING)


def _of_lines(*names: str) -> Callable[[Subject], Term]:
    """Add the lines of these names that count; missing while a part of one is."""

    def find(subject: Subject) -> Term:
        lines = [line for line in subject.costing.counted if line.id in names]
        lacks = tuple(path for line in lines for path in line.lacks)
        known = [line.amount for line in lines if line.amount is not None]
        if lacks or not known:
            return missing(*(lacks or ("costs",)))
        return Term(total(known), _behind_lines(subject, lines), source=_COSTING)

    return find


def _resources(subject: Subject) -> Term:
    """Return all cost without cash; low, base and high of both belong together."""
    everything = _all_cost(subject)
    cash = [line.amount for line in subject.costing.counted if line.id in _CASH]
    if everything.cases is None:
        return everything
    paid = total(amount for amount in cash if amount is not None)
    left = (whole - part for whole, part in zip(everything.cases, paid, strict=True))
    return replace(everything, cases=Cases(*left))


_COSTED: dict[str, Callable[[Subject], Term]] = {
    "sim.linked": _linked,
    "sim.total_cost": _all_cost,
    "sim.admin_cost": _of_lines("administration", *sorted(ADMINISTRATION)),
    "sim.benefits_paid": _of_lines(*_BENEFITS),
    "sim.resources": _resources,
}


def _behind_lines(subject: Subject, lines: Iterable[Line]) -> tuple[Input, ...]:
    factors = (factor for line in lines for term in line.terms for factor in term.factors)
    return _behind(subject, dict.fromkeys(factor.path for factor in factors))


def _behind(subject: Subject, paths: Iterable[str]) -> tuple[Input, ...]:
    """Return the figures of the profile behind fields and drivers."""
    drivers = {driver.key: driver for driver in subject.costing.drivers}
    found: list[Input] = []
    for path in paths:
        if path in drivers:
            found += _behind(subject, drivers[path].inputs)
        else:
            found += _figure(
                subject.profile, "programme.quota.people" if path == "people" else path
            )
    return tuple(dict.fromkeys(found))


def _figure(profile: Profile, path: str) -> tuple[Input, ...]:
    for benefit in profile.programme.benefits.items:
        if path == f"programme.benefits[{benefit.id}].amount" and benefit.amount is not None:
            return (input_of(profile, path, benefit.amount),)
    return field_term(profile, path).inputs
