"""All terms by name: fields of the profile, terms derived from them, results of the programme."""

from __future__ import annotations

from collections.abc import Mapping

from kerja.indicators.derived import Derived
from kerja.indicators.design_terms import DESIGN_TERMS
from kerja.indicators.evaluation_terms import EVALUATION_TERMS
from kerja.indicators.fields import field_term
from kerja.indicators.impact_terms import IMPACT_TERMS
from kerja.indicators.indicator import Basis, Way
from kerja.indicators.labour_terms import LABOUR_TERMS
from kerja.indicators.money_terms import MONEY_TERMS
from kerja.indicators.outcome import OUTCOMES_BY_NAME
from kerja.indicators.outcome_terms import outcome_term
from kerja.indicators.state_terms import STATE_TERMS
from kerja.indicators.subject import Subject
from kerja.indicators.term import Term

TERMS: Mapping[str, Derived] = {
    term.name: term
    for term in (
        *LABOUR_TERMS, *MONEY_TERMS, *DESIGN_TERMS, *IMPACT_TERMS, *EVALUATION_TERMS, *STATE_TERMS,
    )
}  # fmt: skip
"""The derived terms by name. A name with a dot is a field, or a result of the programme."""


def term(name: str, subject: Subject, basis: Basis) -> Term:
    """Return the term of a name.

    Args:
        name: a derived term, a result of the programme (`sim.…`), or a field by dotted path.
        subject: what it is read of.
        basis: where results of the programme come from.
    """
    if name in TERMS:
        return TERMS[name].find(subject)
    if name in OUTCOMES_BY_NAME:
        return outcome_term(name, subject, basis)
    return field_term(subject.profile, name)


def meaning(name: str) -> str:
    """Say what a term is; "" for a field, which the profile's own reference explains."""
    if name in TERMS:
        return TERMS[name].said
    return OUTCOMES_BY_NAME[name].said if name in OUTCOMES_BY_NAME else ""


def in_words(way: Way) -> str:
    """Say in words how a way is reckoned."""
    return meaning(way.said) or way.said


def fields_behind(name: str) -> tuple[str, ...]:
    """Return the fields of the profile that a term may come from."""
    if name in TERMS:
        return TERMS[name].paths
    return OUTCOMES_BY_NAME[name].paths if name in OUTCOMES_BY_NAME else (name,)


def speaks_of_outcomes(way: Way) -> bool:
    """True if a way needs a result of the programme."""
    return any(name in OUTCOMES_BY_NAME for name in way.inputs)
