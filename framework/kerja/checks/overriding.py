"""Checks of thresholds that a country sets in place of Kerja's (KD): an override has an effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kerja.checks.registry import Hit, check
from kerja.findings import Severity
from kerja.profile import Profile
from kerja.profile.evidence import Override
from kerja.source.spelling import closest

if TYPE_CHECKING:
    # Only a profile that overrides something needs the rules.
    from kerja.adaptation.looking import Unit


def overrides(profile: Profile) -> Iterator[tuple[str, Override]]:
    """Yield each override with its path."""
    for index, override in enumerate(profile.overrides):
        yield f"overrides[{index}]", override


@check("KD812", "overrides-unknown-rule", Severity.ERROR, over=overrides)
def overrides_unknown_rule(override: Override) -> Iterator[Hit]:
    """An override names a rule that there is.

    Why: A threshold set for a rule that is not there changes nothing, and nobody would notice.

    Bad:
        country: {code: KHM, name: Cambodia, currency: KHR}
        overrides:
          - {rule: PAY-1, threshold: 60%, reason: the council has decided}

    Good:
        country: {code: KHM, name: Cambodia, currency: KHR}
        overrides:
          - {rule: PAY-01, threshold: 60%, reason: the council has decided}

    Source: the list of rules.
    """
    codes = _rules()
    if override.rule not in codes:
        near = closest(override.rule, codes)
        hint = f"did you mean {near}?" if near else "docs/rules.md lists the rules by their code"
        yield Hit("rule", f"there is no rule {override.rule}", hint)


@check("KD813", "override-misfit", Severity.ERROR, over=overrides)
def override_misfit(override: Override) -> Iterator[Hit]:
    """An override sets a threshold that its rule has, in the unit of that threshold.

    A share is written as 60% or 0.6, a number of persons, things or months without a unit. A
    threshold that waits for a decision may stand: the rule uses Kerja's own meanwhile.

    Why: A threshold that does not fit is not used; the reason would be printed for nothing.

    Bad:
        country: {code: KHM, name: Cambodia, currency: KHR}
        overrides:
          - {rule: DIG-07, threshold: 60%, reason: the platform was tested under load}

    Good:
        country: {code: KHM, name: Cambodia, currency: KHR}
        overrides:
          - {rule: DIG-07, threshold: 900_000, reason: the platform was tested under load}

    Source: the thresholds of the rules.
    """
    from kerja.adaptation import fits

    codes = _rules()
    if override.rule not in codes:
        return
    unit, threshold = codes[override.rule], override.threshold
    if unit is None:
        yield Hit(
            "rule",
            f"{override.rule} has no threshold that a country sets",
            "leave the override out, and say on the decision sheet what is decided",
        )
    elif threshold is None:
        yield Hit("", f"no threshold is set for {override.rule}", f"threshold: {_SUCH[unit]}")
    elif threshold.is_known and not fits(threshold, unit):
        written = threshold.value.written if threshold.value is not None else "nothing"
        yield Hit(
            "threshold",
            f"{written} is no {unit}, as the threshold of {override.rule} is",
            f"write {_SUCH[unit]}",
        )


_SUCH = {"share": "a part of a whole: 60%", "number": "a number above 0, without a unit: 400"}


@check("KD814", "override-twice", Severity.ERROR)
def override_twice(profile: Profile) -> Iterator[Hit]:
    """A rule is overridden once.

    Why: Of two thresholds one would be used, and the reader could not tell which.

    Bad:
        country: {code: KHM, name: Cambodia, currency: KHR}
        overrides:
          - {rule: PAY-01, threshold: 60%, reason: the council has decided}
          - {rule: PAY-01, threshold: 50%, reason: the bank has asked for it}

    Good:
        country: {code: KHM, name: Cambodia, currency: KHR}
        overrides:
          - {rule: PAY-01, threshold: 50%, reason: the bank has asked for it}

    Source: arithmetic: a threshold is one number.
    """
    first: dict[str, str] = {}
    for path, override in overrides(profile):
        if override.rule in first:
            yield Hit(
                f"{path}.rule",
                f"{override.rule} is overridden twice",
                "keep one of the two",
                also=(f"{first[override.rule]}.rule",),
            )
        first.setdefault(override.rule, path)


def _rules() -> dict[str, Unit | None]:
    """Return what each rule lets a country set, by code."""
    from kerja.adaptation import all_rules

    return {rule.code: rule.threshold for rule in all_rules()}
