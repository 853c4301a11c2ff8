"""Terms of the evaluation: what it can see, and how many persons it needs, by the power command."""

from __future__ import annotations

import math

from kerja.costing.cases import Cases
from kerja.errors import KerjaError
from kerja.forecast.power_cases import WORK, Extent, Result, extent
from kerja.forecast.power_design import TOOK_UP, Design, Outcome, detectable, sample_for
from kerja.forecast.power_inputs import Inputs, inputs_of
from kerja.indicators.derived import Derived
from kerja.indicators.fields import field_term
from kerja.indicators.impact_terms import NULL, effect_sizes
from kerja.indicators.subject import Subject
from kerja.indicators.term import Term, missing

TYPICAL = 0.023
"""Typical effect on employment (McKenzie 2017, recalled)."""

_NEEDED = ("treated_share", "take_up_treated", "take_up_control", "attrition", "base")
_PATHS = (
    "evaluation.treated_share", "evaluation.take_up_treated", "assumptions.purchase",
    "evaluation.take_up_control", "evaluation.attrition", "assumptions.base_employment",
)  # fmt: skip
_SAMPLE = "evaluation.sample"


def _smallest(subject: Subject) -> Term:
    """Return the smallest effect on work, of taking part, that the sample can see."""
    design = _design(subject, "sample", *_NEEDED)
    if isinstance(design, Term):
        return design
    found = extent(design, WORK, lambda d, o: detectable(d, o, TOOK_UP))
    return _term(subject, design, found)


def _sample(subject: Subject) -> Term:
    """Return the persons needed for an effect of 2.3 points; fewer for the favourable one."""
    design = _design(subject, *_NEEDED)
    if isinstance(design, Term):
        return design
    found = extent(design, WORK, _persons(TYPICAL))
    sizes = effect_sizes(subject.profile)
    favourable = max(sizes, default=0.0)
    low = found.low
    if favourable > 0:
        low = min(low, extent(design, WORK, _persons(favourable)).low)
    if not sizes or min(sizes) > 0:
        return _term(subject, design, found)
    # Under the null no sample is large enough.
    return _term(subject, design, Extent(low, found.base, math.inf), NULL)


def _persons(effect: float) -> Result:
    def result(design: Design, outcome: Outcome) -> float:
        needed = sample_for(design, outcome, effect, scale=TOOK_UP)
        return math.ceil(needed) if math.isfinite(needed) else needed

    return result


def _design(subject: Subject, *names: str) -> Inputs | Term:
    """Return the inputs of the design, or a term that says which of those needed are missing."""
    try:
        inputs = inputs_of(subject.profile)
    except KerjaError as error:
        return Term(why_not=error.message)
    lacks = [path for name in names for path, _ in inputs[name].missing]
    return missing(*lacks) if lacks else inputs


def _term(subject: Subject, design: Inputs, found: Extent, note: str = "") -> Term:
    paths = [path for one in design.all for path in one.paths if one.cases is not None]
    inputs = tuple(one for path in paths for one in field_term(subject.profile, path).inputs)
    later = design["wins_later"]
    said = "as if none of those not drawn won a later round" if later.cases is None else ""
    return Term(
        Cases(found.low, found.base, found.high), tuple(dict.fromkeys(inputs)),
        source="evaluation", note="; ".join(filter(None, (note, said))),
    )  # fmt: skip


EVALUATION_TERMS = (
    Derived(
        "smallest_effect", "smallest effect of taking part on work that the sample can see",
        (_SAMPLE, *_PATHS), _smallest,
    ),
    Derived(
        "sample_needed", "persons to interview first for an effect of 2.3 points",
        (*_PATHS, "evaluation.effects.points"), _sample,
    ),
)  # fmt: skip
