"""Who may take part as a decision table, from the rules in force in a profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kerja.profile import Profile
from kerja.workflow.bpmn.conditions import Condition, conditions, undecided
from kerja.workflow.bpmn.inforce import in_force
from kerja.workflow.bpmn.inputs import INPUTS
from kerja.workflow.bpmn.printing import sentence
from kerja.workflow.bpmn.table import Answer, DecisionTable, Rule

UNDECIDED = "the rules are not decided"
_NAME = "Who may take part"


def eligibility_table(profile: Profile, *, on: date | None = None) -> DecisionTable:
    """Return who may take part on a date; without one, on the date on which the profile speaks.

    Refusals come first, each with its reason; then one rule that grants if everything that is
    asked was shown; then one that refuses, so that what is missing never grants. What is unknown
    or not decided asks nothing and is named in the notes. Unless the rules themselves are known,
    the table grants nothing.
    """
    day = on.isoformat() if on is not None else profile.as_of
    held = in_force(profile, day)
    found = conditions(profile, held)
    open_rules = undecided(profile, held)
    decided = held is not None and bool(found)
    return DecisionTable(
        name=_NAME,
        inputs=tuple(one.input for one in found) or (INPUTS["group"],),
        rules=(
            *_refusals(found),
            *([_grant(found, open_rules)] if decided else []),
            Rule((), Answer("no", _not_shown(found) if decided else UNDECIDED)),
        ),
        notes=tuple(_notes(day, open_rules, decided=decided)),
    )


def _refusals(found: Sequence[Condition]) -> Iterator[Rule]:
    for one in found:
        for test, reason in one.refusals:
            yield Rule((test,), Answer("no", reason))


def _grant(found: Sequence[Condition], open_rules: Sequence[str]) -> Rule:
    reason = "meets every rule"
    if open_rules:
        reason = f"meets every rule that is known; not decided: {', '.join(open_rules)}"
    return Rule(tuple(one.shown for one in found), Answer("yes", reason))


def _not_shown(found: Sequence[Condition]) -> str:
    return f"not shown: {'; '.join(sentence(one.shown) for one in found)}"


def _notes(day: str | None, open_rules: Sequence[str], *, decided: bool) -> Iterator[str]:
    yield f"Rules in force on {day}." if day else "The latest rules; the profile has no date."
    for what in open_rules:
        yield f"Not decided: {what}."
    if not decided:
        yield f"Nobody is accepted: {UNDECIDED}."
