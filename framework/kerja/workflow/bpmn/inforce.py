"""The rules on eligibility that hold on a date, those that were added later included."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kerja.profile import Money, Profile, YesNo
from kerja.profile.programme import EligibilityRule


@dataclass(frozen=True, slots=True)
class InForce:
    """What holds, put together from all rules; None and () where nothing was said."""

    groups: tuple[str, ...] = ()
    ages: str | None = None
    citizens_only: YesNo | None = None
    excluded: tuple[str, ...] = ()
    not_in_education: YesNo | None = None
    income_ceiling: Money | None = None


def in_force(profile: Profile, day: str | None) -> InForce | None:
    """Return what holds on a day (ISO 8601; None for the latest); None if no rule does.

    A rule that names its groups stands by itself. One that only adds groups, or names none,
    changes what it names and leaves the rest as it was.
    """
    listed = profile.programme.eligibility
    rules = [rule for rule in listed.items if day is None or _begins(rule) <= day]
    held: InForce | None = None
    for rule in sorted(rules, key=_begins):
        held = _followed_by(InForce() if rule.groups or held is None else held, rule)
    return held


def _begins(rule: EligibilityRule) -> str:
    """Return the first day of a rule; a year begins on 1 January, a month on its first."""
    return (rule.valid_from or "") + "-01-01"[len(rule.valid_from or "") - 4 :]


def _followed_by(held: InForce, rule: EligibilityRule) -> InForce:
    groups = (*(rule.groups or held.groups), *rule.add)
    return replace(
        held,
        groups=tuple(dict.fromkeys(groups)),
        ages=rule.ages or held.ages,
        citizens_only=rule.citizens_only or held.citizens_only,
        excluded=rule.excluded or held.excluded,
        not_in_education=rule.not_in_education or held.not_in_education,
        income_ceiling=rule.income_ceiling or held.income_ceiling,
    )
