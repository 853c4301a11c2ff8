"""Estimates of what the programme changes: the published ones, and those that a country assumes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kerja.adaptation import is_inherited
from kerja.costing.cases import Cases, of_assumption, of_figure
from kerja.profile import Profile
from kerja.profile.evidence import Effect

OFFERED = "offered"
TOOK_UP = "took-up"
ESTIMANDS = (OFFERED, TOOK_UP)
"""Of whom an effect speaks: all who were offered a place (ITT), or those who took it up (LATE)."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """One estimate, in the profile's currency.

    `points` is the rise of the share at work, `gain` that of a month's income; None if the
    estimate does not speak of it or it is not known. `estimand` is one of `ESTIMANDS`, or None if
    the source does not say. `is_elsewhere` says that it was measured in the model's country.
    `inputs` are the fields it comes from, `lacks` those that are missing.
    """

    id: str
    outcome: str
    source: str
    points: float | None
    gain: float | None
    estimand: str | None
    is_elsewhere: bool
    inputs: tuple[str, ...]
    lacks: tuple[str, ...] = ()

    @property
    def speaks_of_income(self) -> bool:
        """True if the estimate is one of income, known here or not."""
        return self.gain is not None or bool(self.lacks)

    @property
    def is_null(self) -> bool:
        """True if nothing was detectable."""
        return not any((self.points, self.gain)) and not self.lacks


def estimates(profile: Profile) -> tuple[Estimate, ...]:
    """Return all estimates with a number, the null ones among them.

    A published effect stands under its id. The assumptions of the country, if it has any, follow
    as `assumed-low`, `assumed-base` and `assumed-high`.
    """
    return (*_published(profile.evaluation.effects, profile), *_assumed(profile))


def _published(effects: Iterable[Effect], profile: Profile) -> Iterator[Estimate]:
    base = of_assumption(profile.assumptions.base_income_month, profile)
    for effect in effects:
        path = f"evaluation.effects[{effect.id}]"
        points = of_figure(effect.points, profile)
        amount, rise = of_figure(effect.income_month, profile), of_figure(effect.rise, profile)
        gain, inputs, lacks = _gain(amount, rise, base)
        if points is None and not inputs and not lacks:
            continue
        yield Estimate(
            id=effect.id,
            outcome=effect.outcome,
            source=effect.source or "",
            points=points.base if points is not None else None,
            gain=gain,
            estimand=next((one for one in ESTIMANDS if one in (effect.estimand or "")), None),
            is_elsewhere=is_inherited(profile, path),
            inputs=(
                *((f"{path}.points",) if points is not None else ()),
                *(name if "." in name else f"{path}.{name}" for name in inputs),
            ),
            lacks=lacks,
        )


_BASE = "assumptions.base_income_month"


def _gain(
    amount: Cases | None, rise: Cases | None, base: Cases | None
) -> tuple[float | None, tuple[str, ...], tuple[str, ...]]:
    """Return a month's gain, the fields it comes from, and those that are missing.

    An amount in a currency without a rate is of no use here; the rise of it is.
    """
    if amount is not None:
        return amount.base, ("income_month",), ()
    if rise is None:
        return None, (), ()
    if not rise.base:
        return 0.0, ("rise",), ()
    if base is None:
        return None, ("rise",), (_BASE,)
    return rise.base * base.base, ("rise", _BASE), ()


def _assumed(profile: Profile) -> Iterator[Estimate]:
    named = {
        "assumptions.employment_effect": profile.assumptions.employment_effect,
        "assumptions.income_effect_month": profile.assumptions.income_effect_month,
    }
    cases = {path: of_assumption(given, profile) for path, given in named.items()}
    inputs = tuple(path for path, known in cases.items() if known is not None)
    if not inputs:
        return
    points, gain = cases.values()
    for end in Cases._fields:
        yield Estimate(
            id=f"assumed-{end}",
            outcome="as assumed",
            source="",
            points=getattr(points, end) if points is not None else None,
            gain=getattr(gain, end) if gain is not None else None,
            estimand=None,
            is_elsewhere=any(is_inherited(profile, path) for path in inputs),
            inputs=inputs,
        )
