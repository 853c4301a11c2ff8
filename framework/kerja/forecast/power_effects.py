"""Published effects, the null among them, and whether a design could have seen each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kerja.costing.estimates import OFFERED, TOOK_UP, Estimate, estimates
from kerja.forecast.power_cases import INCOME, WORK, Bound, Extent, Result, bound, extent
from kerja.forecast.power_design import Design, Outcome, power, sample_for
from kerja.forecast.power_inputs import DEVIATION, Inputs
from kerja.profile import Profile
from kerja.profile.evidence import Effect

EITHER = "either"
"""Of an offer and of taking part alike: an effect that is none, or cannot be compared."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One effect, read as one of an offer or of taking part, set against the design.

    `measure` is work or income, `size` a rise of the share or of a month's income in the profile's
    currency. `chance` is the power to see it with the sample, None if that is not known; `needed`
    the persons to interview first. `lean` says which way both lean. `verdict` is one of: yes, no,
    depends, at best, at worst no, as taken yes, as taken no, null, not known.
    """

    id: str
    outcome: str
    design: str
    measure: str
    size: float | None
    estimand: str
    is_stated: bool
    is_elsewhere: bool
    source: str
    chance: Extent | None
    needed: Extent | None
    lean: Bound
    verdict: str
    lacks: tuple[str, ...]


def sights(profile: Profile, inputs: Inputs) -> tuple[Sight, ...]:
    """Set every effect with a number against the design, the assumed ones after the published.

    Where the source does not say whose effect it is, both readings stand where they
    differ.
    """
    published = {effect.id: effect for effect in profile.evaluation.effects}
    return tuple(
        _sight(estimate, measure, estimand, inputs=inputs, effect=published.get(estimate.id))
        for estimate in estimates(profile)
        for measure in _measures(estimate)
        for estimand in _readings(estimate, measure, inputs)
    )


def without_number(profile: Profile) -> tuple[Effect, ...]:
    """Return the published effects that say no number that could be compared."""
    numbered = {estimate.id for estimate in estimates(profile)}
    return tuple(one for one in profile.evaluation.effects if one.id not in numbered)


def _readings(estimate: Estimate, measure: str, inputs: Inputs) -> tuple[str, ...]:
    if estimate.estimand:
        return (estimate.estimand,)
    is_same = not _size(estimate, measure) or bool(_lacks(estimate, measure, inputs))
    return (EITHER,) if is_same else (OFFERED, TOOK_UP)


def _size(estimate: Estimate, measure: str) -> float | None:
    return estimate.points if measure == WORK else estimate.gain


def _measures(estimate: Estimate) -> Iterator[str]:
    if estimate.points is not None:
        yield WORK
    if estimate.speaks_of_income:
        yield INCOME


def _sight(
    estimate: Estimate, measure: str, estimand: str, *, inputs: Inputs, effect: Effect | None
) -> Sight:
    size = _size(estimate, measure)
    lacks = _lacks(estimate, measure, inputs)
    is_open = not size or bool(lacks)
    chance = needed = None
    if size and not lacks:
        needed = extent(inputs, measure, _needed(size, estimand))
        if inputs["sample"].cases is not None:
            chance = extent(inputs, measure, _power(size, estimand))
    lean = bound(inputs, measure, estimand)
    target = inputs["power"].used
    return Sight(
        id=estimate.id,
        outcome=estimate.outcome,
        design=(effect.design or "") if effect is not None else "assumption",
        measure=measure,
        size=size,
        estimand=estimand,
        is_stated=estimate.estimand is not None,
        is_elsewhere=estimate.is_elsewhere,
        source=estimate.source,
        chance=None if is_open else chance,
        needed=None if is_open else needed,
        lean=lean,
        verdict="null" if size == 0 else _verdict(chance, target.base if target else 1.0, lean),
        lacks=lacks,
    )


def _lacks(estimate: Estimate, measure: str, inputs: Inputs) -> tuple[str, ...]:
    if measure == WORK or estimate.gain == 0:
        return ()
    without = () if inputs["deviation"].cases is not None else (DEVIATION,)
    return tuple(dict.fromkeys((*estimate.lacks, *without)))


def _power(size: float, estimand: str) -> Result:
    def result(design: Design, outcome: Outcome) -> float:
        return power(design, outcome, size, scale=estimand)

    return result


def _needed(size: float, estimand: str) -> Result:
    def result(design: Design, outcome: Outcome) -> float:
        return sample_for(design, outcome, size, scale=estimand)

    return result


def _verdict(chance: Extent | None, target: float, lean: Bound) -> str:
    if chance is None:
        return "not known"
    if chance.low < target <= chance.high:
        return "depends"
    sees = chance.low >= target
    if lean.too_good and lean.too_bad:
        return "as taken yes" if sees else "as taken no"
    if sees:
        return "at best" if lean.too_good else "yes"
    return "at worst no" if lean.too_bad else "no"
