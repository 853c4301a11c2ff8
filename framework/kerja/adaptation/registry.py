"""The list of rules, and applying them: a rule is one function whose docstring is its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

from kerja.adaptation.change import Change, Decision, Gate, Outcome
from kerja.adaptation.looking import LacksError, Look, Unit
from kerja.adaptation.paging import page
from kerja.adaptation.readings import Reading, readings
from kerja.profile import Number, Profile
from kerja.profile.evidence import Override

Condition = Callable[[Look], Change | None]
_SECTIONS = ("Why", "Evidence", "Basis", "Asks", "Owner")


@dataclass(frozen=True, slots=True)
class Rule:
    """One adaptation rule.

    `supersedes` names rules whose change it replaces when both fire; `is_gate` marks a condition
    without which nothing should be paid; `threshold` says what a country may set in place of the
    threshold that Kerja judged, None for nothing.
    """

    code: str
    name: str
    theme: str
    function: Condition
    title: str
    why: str
    evidence: str
    basis: str
    question: str
    owner: str
    supersedes: tuple[str, ...] = ()
    is_gate: bool = False
    threshold: Unit | None = None


_RULES: dict[str, Rule] = {}


def rule(
    code: str,
    name: str,
    *,
    supersedes: tuple[str, ...] = (),
    is_gate: bool = False,
    threshold: Unit | None = None,
) -> Callable[[Condition], Condition]:
    """Register a function as a rule; its docstring gives title, Why, Evidence, Basis, Asks, Owner.

    The function returns the change, or None if its condition does not hold. It reads facts through
    its `Look`, which raises where one is not known.
    """

    def register(function: Condition) -> Condition:
        if code in _RULES:
            raise ValueError(f"the code {code} is taken")
        told = page(function.__doc__ or "", _SECTIONS)
        _RULES[code] = Rule(
            code=code,
            name=name,
            theme=function.__module__.rpartition(".")[2],
            function=function,
            title=told["title"],
            why=told["Why"],
            evidence=told["Evidence"],
            basis=told["Basis"],
            question=told["Asks"],
            owner=told["Owner"],
            supersedes=supersedes,
            is_gate=is_gate,
            threshold=threshold,
        )
        return function

    return register


def all_rules() -> tuple[Rule, ...]:
    """Return every registered rule, in order of code."""
    return tuple(_RULES[code] for code in sorted(_RULES))


def decide(profile: Profile, rules: Iterable[Rule]) -> tuple[Decision, ...]:
    """Apply each rule to a profile, three-valued; the order of the rules does not matter.

    A rule that acts takes the place of those it supersedes: they are kept and do not act.
    """
    ordered = sorted(rules, key=lambda rule: rule.code)
    others = readings(profile)
    decisions = {rule.code: judge(profile, rule, others) for rule in ordered}
    replaced = {code for rule in ordered if decisions[rule.code].acts for code in rule.supersedes}
    return tuple(
        replace(decision, outcome=Outcome.SUPERSEDED)
        if decision.rule in replaced and decision.acts
        else decision
        for decision in decisions.values()
    )


def judge(profile: Profile, rule: Rule, others: tuple[Reading, ...]) -> Decision:
    """Apply one rule by itself, whatever other rules stand in its place.

    Args:
        profile: the country's profile.
        rule: the rule.
        others: the same profile with other measurements computing, as `readings` gives them.
    """
    override = _override(profile, rule)
    threshold = override.threshold.number if override and override.threshold else None
    look = Look(profile, threshold, rule.threshold or "share")
    try:
        change = rule.function(look)
    except LacksError as problem:
        return _decision(rule, Outcome.UNKNOWN, look, lacks=problem.paths)
    reason = override.reason if override and any(c.overridden for c in look.comparisons) else ""
    judged = _judged(rule, look, change, others)
    return replace(judged, override=reason)


def _judged(rule: Rule, look: Look, change: Change | None, others: tuple[Reading, ...]) -> Decision:
    """Decide once the rule can be judged: do other measurements, or figures too near, differ?"""
    answers = list(_answers(rule, look, others))
    disputed = [(o, answer) for o, answer in answers if (answer is None) != (change is None)]
    shown = {*look.read, *(o.path for o, _ in disputed)}
    turned = _turned(rule, look, holds=change is not None)
    if disputed:
        outcome, offered = Outcome.SENSITIVE, change or disputed[0][1]
    elif turned.matters:
        outcome, offered = Outcome.ADVISED, change or turned.change
    else:
        outcome, offered = (Outcome.FIRED if change else Outcome.NOT_FIRED), change
    return replace(
        _decision(rule, outcome, look, change=offered),
        alternatives={o.name: answer is not None for o, answer in answers if o.path in shown},
    )


def _override(profile: Profile, rule: Rule) -> Override | None:
    """Return what the country set for a rule, if it fits; what does not fit, a check reports."""
    for override in profile.overrides:
        if override.rule == rule.code and fits(override.threshold, rule.threshold):
            return override
    return None


def fits(threshold: Number | None, unit: Unit | None) -> bool:
    """Tell whether a threshold is known and of the unit: a share up to 1, a number above 0."""
    if unit is None or threshold is None or threshold.value is None:
        return False
    read = threshold.value
    if unit == "share":
        return read.unit in ("", "%") and 0 <= read.number <= 1
    return read.unit == "" and read.number > 0


def _answers(
    rule: Rule, look: Look, others: Iterable[Reading]
) -> Iterator[tuple[Reading, Change | None]]:
    """Yield what a rule says under each other measurement, None also where it is not known."""
    for other in others:
        try:
            change = rule.function(look.anew(profile=other.profile))
        except LacksError as problem:
            # A measurement without a part of its own, such as men and women, disputes nothing.
            if all(path.startswith(f"{other.path}.") for path in problem.paths):
                continue
            change = None
        yield other, change


def _answer(rule: Rule, look: Look) -> Change | None:
    """Return the change that a rule would make, None also where it cannot be judged."""
    try:
        return rule.function(look)
    except LacksError:
        return None


class _Turned(NamedTuple):
    """Whether figures too near to a threshold decide the answer, and the change they allow."""

    matters: bool
    change: Change | None


def _turned(rule: Rule, look: Look, *, holds: bool) -> _Turned:
    near = sorted({c.path for c in look.comparisons if c.is_near})
    for size in range(1, len(near) + 1):
        for paths in combinations(near, size):
            change = _answer(rule, look.anew(against=frozenset(paths)))
            if (change is not None) != holds:
                return _Turned(matters=True, change=change)
    return _Turned(matters=False, change=None)


def _decision(
    rule: Rule,
    outcome: Outcome,
    look: Look,
    *,
    change: Change | None = None,
    lacks: tuple[str, ...] = (),
) -> Decision:
    gates = {Outcome.FIRED: Gate.CLOSED, Outcome.NOT_FIRED: Gate.OPEN}
    return Decision(
        rule=rule.code,
        name=rule.name,
        title=rule.title,
        theme=rule.theme,
        outcome=outcome,
        why=rule.why,
        evidence=rule.evidence,
        basis=rule.basis,
        question=rule.question,
        owner=rule.owner,
        comparisons=tuple(look.comparisons),
        change=change,
        lacks=lacks,
        gate=gates.get(outcome, Gate.UNKNOWN) if rule.is_gate else None,
    )
