"""Which rules of eligibility can be checked with data that the programme may use."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.adaptation import is_inherited
from kerja.adaptation.looking import at
from kerja.feasibility.coverage import Cover
from kerja.profile import Profile, YesNo

_ELIGIBILITY = "programme.eligibility"
_POOR = ("poor", "vulnerable")


def checkable(profile: Profile) -> Cover:
    """Return the share of the rules that can be checked: a range while some data is not known.

    Counted are the rules that the country states itself: age or citizenship, poverty, occupation,
    schooling, income, members of a household, other programmes.
    """
    if not profile.programme.eligibility.items or is_inherited(profile, _ELIGIBILITY):
        return Cover(None, lacks=(_ELIGIBILITY,))
    rules = tuple(_rules(profile))
    if not rules:
        return Cover(None, lacks=(_ELIGIBILITY,))
    answers = [_any(profile, paths) for paths in rules]
    sure = sum(answer is True for answer in answers)
    unsure = [paths for paths, answer in zip(rules, answers, strict=True) if answer is None]
    stated = [path for paths in rules for path in paths if _truth(profile, path) is not None]
    lacks = tuple(path for paths in unsure for path in paths if _truth(profile, path) is None)
    return Cover(
        (sure / len(rules), (sure + len(unsure)) / len(rules)), (_ELIGIBILITY, *stated), lacks
    )


def _rules(profile: Profile) -> Iterator[tuple[str, ...]]:
    """Yield for each rule the facts of which one must be yes for it to be checkable."""
    yield from _of_the_person(profile)
    yield from _of_the_household(profile)


def _of_the_person(profile: Profile) -> Iterator[tuple[str, ...]]:
    rules = profile.programme.eligibility.items
    groups = [group for rule in rules for group in (*rule.groups, *rule.add)]
    if any((rule.ages or "unknown") != "unknown" or _is_yes(rule.citizens_only) for rule in rules):
        yield ("identity.online_verification",)
    if any(word in group for group in groups for word in _POOR):
        yield ("registry.social_registry",)
    if any(rule.excluded for rule in rules):
        yield ("registry.civil_servant_list",)
    if any(_is_yes(rule.not_in_education) for rule in rules):
        yield ("registry.education_data",)
    if any(rule.income_ceiling and rule.income_ceiling.number is not None for rule in rules):
        yield ("registry.payroll_data", "registry.social_security_data")


def _of_the_household(profile: Profile) -> Iterator[tuple[str, ...]]:
    programme = profile.programme
    cap = programme.household_cap
    if cap.people is not None and not is_inherited(profile, "programme.household_cap.people"):
        yield ("registry.household_link",)
    others = programme.excluded_with
    if others is not None and others.value and not is_inherited(profile, "programme.excluded_with"):
        yield ("registry.other_programmes_data",)


def _is_yes(fact: YesNo | None) -> bool:
    return fact is not None and fact.value is True


def _truth(profile: Profile, path: str) -> bool | None:
    fact = at(profile, path)
    return fact.value if isinstance(fact, YesNo) else None


def _any(profile: Profile, paths: tuple[str, ...]) -> bool | None:
    answers = [_truth(profile, path) for path in paths]
    return True if True in answers else None if None in answers else False
