"""Check of an option for a crisis (KP): who declares it, what it may cost, when it ends."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.registry import Hit, check
from kerja.findings import Severity
from kerja.profile import Profile

_REQUIRED = {
    "trigger": ("trigger", "who declares the crisis, on what sign"),
    "ceiling": ("ceiling", "the most that may be spent"),
    "exit_rule": ("exit rule", "when it ends"),
}


def crises(profile: Profile) -> Iterator[tuple[str, Profile]]:
    """Yield the profile of an option that is the programme in a crisis."""
    if profile.scenario is not None and profile.scenario.mode == "crisis":
        yield "", profile


@check("KP415", "crisis-without-bounds", Severity.ERROR, over=crises)
def crisis_without_bounds(profile: Profile) -> Iterator[Hit]:
    """An option for a crisis says who declares the crisis, what it may cost, and when it ends.

    The three may be written as `unknown` or `TODO(human)`: they then stand among what is open. The
    factor on benefits is not required and never inferred.

    Why: A programme without a trigger starts too late, one without a ceiling takes the money of
        the next year, and one without an exit rule stays.

    Bad:
        kind: scenario
        scenario: {title: In a crisis, mode: crisis}
        shock:
          trigger: the disaster council declares a state of emergency
          ceiling: KHR 20 billion

    Good:
        kind: scenario
        scenario: {title: In a crisis, mode: crisis}
        shock:
          trigger: the disaster council declares a state of emergency
          ceiling: KHR 20 billion
          exit_rule: "TODO(human) the council decides"

    Source: Practice of shock-responsive social protection; Kerja's judgement.
    """
    for field, (name, says) in _REQUIRED.items():
        if getattr(profile.shock, field) is None:
            yield Hit(
                "scenario.mode",
                f"this option is for a crisis and has no {name}",
                f"write shock.{field}: {says}; TODO(human), if nobody has decided it",
            )
