"""Each rule on eligibility as what refuses and what must be shown; what nobody decided, by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kerja.profile import Profile
from kerja.profile.facts import UNKNOWN, Fact, Knowledge
from kerja.profile.openness import OpenSection
from kerja.workflow.bpmn.expressions import Between, Comparison, Constant, OneOf, Test, Variable
from kerja.workflow.bpmn.inforce import InForce
from kerja.workflow.bpmn.inputs import INPUTS, NONE, Input


@dataclass(frozen=True, slots=True)
class Condition:
    """A rule on one input: `shown` must hold; a refusal gives its reason."""

    input: Input
    shown: Test
    refusals: tuple[tuple[Test, str], ...] = ()


def conditions(profile: Profile, held: InForce | None) -> tuple[Condition, ...]:
    """Return every condition that is known, in the order of the inputs."""
    known = {one.input.name: one for one in _conditions(profile, held or InForce())}
    return tuple(known[name] for name in INPUTS if name in known)


def undecided(profile: Profile, held: InForce | None) -> tuple[str, ...]:
    """Return what was asked and is unknown, or waits for a decision, with which of the two."""
    programme = profile.programme
    rules = held or InForce()
    facts: dict[str, Fact | OpenSection | None] = {
        "who may take part": programme.eligibility,
        "citizens only": rules.citizens_only,
        "pupils and students": rules.not_in_education,
        "income ceiling": rules.income_ceiling,
        "members of one household": programme.household_cap,
        "number of members of one household": programme.household_cap.people,
        "other programmes": programme.excluded_with,
        "taking part again": programme.repeat,
    }
    missing = [f"{what} ({_state(fact)})" for what, fact in facts.items() if _is_open(fact)]
    return (*(["ages (unknown)"] if rules.ages == UNKNOWN else []), *missing)


def _is_open(fact: Fact | OpenSection | None) -> bool:
    return fact is not None and not fact.is_known


def _state(fact: Fact | OpenSection | None) -> str:
    waits = fact is not None and fact.knowledge is Knowledge.TO_DECIDE
    return "to be decided" if waits else "unknown"


def _conditions(profile: Profile, held: InForce) -> Iterator[Condition]:
    programme = profile.programme
    if held.ages is not None and held.ages != UNKNOWN:
        yield _ages(held.ages)
    if held.groups:
        yield Condition(INPUTS["group"], OneOf(Variable("group"), held.groups))
    if held.excluded:
        yield _none_of("excluded_group", held.excluded, "in a group that may not take part")
    if held.citizens_only is not None and held.citizens_only.value:
        yield _answered("citizen", "yes", "not a citizen")
    if held.not_in_education is not None and held.not_in_education.value:
        yield _answered("at_school", "no", "in school or a course of study")
    ceiling = held.income_ceiling
    if ceiling is not None and ceiling.number is not None:
        yield _ceiling(ceiling.number, ceiling.currency or profile.country.currency or "")
    cap = programme.household_cap.people
    if programme.household_cap.applies and cap is not None and cap.number is not None:
        yield _household(int(cap.number))
    others = programme.excluded_with
    if others is not None and others.value:
        yield _none_of("other_programme", others.value, "in another programme that excludes this")
    if programme.repeat is not None and programme.repeat.value is False:
        yield _answered("took_part_before", "no", "took part before")


def _ages(ages: str) -> Condition:
    """Return the condition for ages written "18-64" or "18+"."""
    low, _, high = ages.removesuffix("+").partition("-")
    age, least = Variable("age"), int(low)
    young = (Comparison(age, "<", Constant(least)), f"younger than {least}")
    if not high:
        return Condition(INPUTS["age"], Comparison(age, ">=", Constant(least)), (young,))
    most = int(high)
    old = (Comparison(age, ">", Constant(most)), f"older than {most}")
    return Condition(INPUTS["age"], Between(age, least, most), (young, old))


def _ceiling(amount: float, currency: str) -> Condition:
    income = Variable("income_month")
    limit = int(amount) if amount == int(amount) else amount
    money = f"{currency} {limit}".strip()
    asked = replace(INPUTS["income_month"], meaning=f"monthly income in {currency}".strip())
    refusal = (Comparison(income, ">", Constant(limit)), f"income above {money} a month")
    return Condition(asked, Between(income, 0, limit), (refusal,))


def _household(most: int) -> Condition:
    members = Variable("household_members")
    full = (
        Comparison(members, ">=", Constant(most)),
        f"{most} members of the household take part already",
    )
    return Condition(INPUTS["household_members"], Between(members, 0, most - 1), (full,))


def _none_of(name: str, values: tuple[str, ...], reason: str) -> Condition:
    asked = Variable(name)
    shown = Comparison(asked, "=", Constant(NONE))
    return Condition(INPUTS[name], shown, ((OneOf(asked, values), reason),))


def _answered(name: str, wanted: str, reason: str) -> Condition:
    asked = Variable(name)
    other = "no" if wanted == "yes" else "yes"
    refusal = (Comparison(asked, "=", Constant(other)), reason)
    return Condition(INPUTS[name], Comparison(asked, "=", Constant(wanted)), (refusal,))
