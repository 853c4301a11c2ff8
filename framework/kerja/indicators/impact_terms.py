"""Terms of what a programme changes: the published estimates, from the null to the favourable."""

from __future__ import annotations

from dataclasses import replace

from kerja.costing import Estimate
from kerja.costing.cases import Cases
from kerja.costing.estimates import OFFERED, TOOK_UP, estimates
from kerja.costing.worth import Course
from kerja.indicators.derived import Derived, combined
from kerja.indicators.fields import field_term
from kerja.indicators.outcome_terms import outcome_term
from kerja.indicators.subject import Subject
from kerja.indicators.term import Input, Term, bare_input, input_of, missing
from kerja.profile import Fact, Profile

NULL = "not defined under the published null"
"""What is said where a value would divide by an effect of zero."""

_BOTH = "one side of the evidence alone is never shown: both the null estimate and a favourable one"
_EFFECTS = "evaluation.effects"
_EFFECT_PATHS = tuple(f"{_EFFECTS}.{name}" for name in ("points", "rise", "income_month"))
_ASSUMED = ("assumptions.employment_effect", "assumptions.income_effect_month")
_COURSE = ("assumptions.effect_years", "assumptions.effect_decay", "assumptions.discount_rate")


def _effect(subject: Subject) -> Term:
    """Return the rise of the share at work: the null estimate to the most favourable one."""
    listed = [one for one in estimates(subject.profile) if one.points is not None]
    nulls = [one for one in estimates(subject.profile) if one.is_null]
    return _span(subject, [*listed, *nulls], "points", f"{_EFFECTS}.points")


def _gain(subject: Subject) -> Term:
    """Return the rise of a month's income: the null estimate to the most favourable one."""
    listed = [one for one in estimates(subject.profile) if one.speaks_of_income or one.is_null]
    lacks = tuple(path for one in listed for path in one.lacks)
    known = [one for one in listed if one.gain is not None or one.is_null]
    term = _span(subject, known, "gain", f"{_EFFECTS}.income_month")
    return missing(*lacks) if lacks and term.cases is None else term


def _span(subject: Subject, listed: list[Estimate], name: str, wanted: str) -> Term:
    numbers = [float(getattr(one, name) or 0.0) for one in listed]
    if not numbers:
        return missing(wanted)
    low, high = min(numbers), max(numbers)
    inputs = tuple(dict.fromkeys(i for one in listed for i in _inputs(subject.profile, one)))
    if low > 0 or high <= 0:
        return Term(inputs=inputs, why_not=_BOTH)
    is_elsewhere = any(one.is_elsewhere for one in listed)
    return Term(
        Cases(low, (low + high) / 2, high), inputs, source=name, is_likely=False,
        note="measured in the model's country" if is_elsewhere else "",
    )  # fmt: skip


def _inputs(profile: Profile, estimate: Estimate) -> tuple[Input, ...]:
    effects = {f"{_EFFECTS}[{effect.id}]": effect for effect in profile.evaluation.effects}
    found = []
    for path in estimate.inputs:
        start, _, name = path.rpartition(".")
        fact = getattr(effects.get(start), name, None)
        if isinstance(fact, Fact):
            found.append(input_of(profile, path, fact))
        else:
            found += field_term(profile, path).inputs or (bare_input(profile, path),)
    return tuple(found)


def _value(subject: Subject) -> Term:
    """Return today's value of the gain of one person, over the course that is assumed."""
    course = [field_term(subject.profile, path) for path in _COURSE]
    worth = combined(lambda years, *rest: Course(years, *rest).present_value(1.0), course)
    return combined(lambda month, each: month * each, [_gain(subject), worth])


def _tax_return(subject: Subject) -> Term:
    tax = field_term(subject.profile, "assumptions.effective_tax")
    return combined(lambda value, share: value * share, [_value(subject), tax])


def _reached(subject: Subject) -> Term:
    """Return whom an effect is of: all offered, all who took part, or between the two."""
    stated = {one.estimand for one in estimates(subject.profile) if not one.is_null}
    offered, took_up = (
        outcome_term(name, subject, "expected") for name in ("sim.selected", "sim.recipients")
    )
    if stated == {OFFERED}:
        return offered
    if stated == {TOOK_UP} or offered.cases is None or took_up.cases is None:
        return took_up
    return Term(
        Cases(took_up.cases.low, took_up.cases.base, offered.cases.high),
        (*took_up.inputs, *offered.inputs), source="reached", is_likely=False,
        note="the source does not say of whom the effect is: of the offered, or of the takers",
    )  # fmt: skip


def _literacy(subject: Subject) -> Term:
    """Return the rise of financial literacy, if a survey measured it."""
    profile = subject.profile
    measured = field_term(profile, "evaluation.literacy_rise")
    if measured.cases is not None:
        return measured
    item = profile.evaluation.literacy_item
    state = "asked" if item is not None and item.value else "to be asked"
    return replace(
        measured, note=f"not measured: the survey item is {state} (evaluation.literacy_item)"
    )  # fmt: skip


def effect_sizes(profile: Profile) -> tuple[float, ...]:
    """Return the published and assumed effects on work, the null among them, in points."""
    return tuple(
        float(one.points or 0.0)
        for one in estimates(profile)
        if one.points is not None or one.is_null
    )


IMPACT_TERMS = (
    Derived(
        "effect", "rise of the share at work: the null estimate to the favourable one",
        (f"{_EFFECTS}.points", _ASSUMED[0]), _effect,
    ),
    Derived(
        "gain", "rise of a month's income: the null estimate to the favourable one",
        (*_EFFECT_PATHS[1:], _ASSUMED[1], "assumptions.base_income_month"), _gain,
    ),
    Derived(
        "gain_value", "today's value of the gain of one person: Σ over years, discounted",
        (*_EFFECT_PATHS[1:], _ASSUMED[1], *_COURSE), _value,
    ),
    Derived(
        "tax_return", "today's value of the gain of one person × effective tax",
        (*_EFFECT_PATHS[1:], _ASSUMED[1], *_COURSE, "assumptions.effective_tax"), _tax_return,
    ),
    Derived(
        "reached", "persons whom the effect is of: the offered, or those who took part",
        ("programme.quota.people", "assumptions.purchase"), _reached,
    ),
    Derived(
        "literacy_gain", "rise of financial literacy in a survey",
        ("evaluation.literacy_rise",), _literacy,
    ),
)  # fmt: skip
