"""What differs in the design: rules, settings, steps of the journey, points to decide, findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from kerja.adaptation import Decision, Setting
from kerja.blueprint import Blueprint
from kerja.comparison.plan import (
    DecisionChange,
    Difference,
    Level,
    Notice,
    Presence,
    StepChange,
    Verdict,
)
from kerja.comparison.statements import exact, told
from kerja.comparison.version import Version
from kerja.profile import Range
from kerja.register import Register
from kerja.workflow import Deadline, Step, Way, reading_order


def decision_changes(old: Version, new: Version) -> Iterator[DecisionChange]:
    """Yield the rules that are judged otherwise, or that fire in both and change other things."""
    before, after = ({d.rule: d for d in side.blueprint.decisions} for side in (old, new))
    for code in sorted({*before} & {*after}):
        one, other = before[code], after[code]
        acts_otherwise = one.acts and one.change != other.change
        if one.outcome is not other.outcome or acts_otherwise:
            verdicts = (_verdict(one, old.register), _verdict(other, new.register))
            yield DecisionChange(code, other.name, other.title, *verdicts)


def _verdict(decision: Decision, register: Register) -> Verdict:
    compared = [
        f"{c.path} is {_number(c.path, c.number, register)}, the threshold "
        f"{_number(c.path, c.threshold, register)}"
        for c in decision.comparisons
    ]
    lacked = [f"lacks {path}" for path in decision.lacks]
    return Verdict(decision.outcome, tuple(dict.fromkeys((*compared, *lacked))))


def _number(path: str, number: float, register: Register) -> str:
    entry = register.get(path)
    unit = entry.unit if entry is not None else "number"
    return exact(number, unit, entry.currency if entry is not None else None)


def setting_changes(old: Blueprint, new: Blueprint) -> Iterator[Difference]:
    """Yield the settings of the delivery system that differ, with the rules that set them."""
    before, after = ({s.key: s for s in blueprint.settings} for blueprint in (old, new))
    for key in sorted({*before, *after}):
        one, other = before.get(key), after.get(key)
        if one is None or other is None or one.value != other.value:
            yield Difference(key, _set(one), _set(other))


def _set(setting: Setting | None) -> Level | None:
    if setting is None:
        return None
    value = setting.value
    number = (
        float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    )
    return Level(f"{told(value)} (by {', '.join(setting.rules)})", number)


def step_changes(old: Blueprint, new: Blueprint) -> Iterator[StepChange]:
    """Yield the steps of the adapted journey that differ, in the order in which it is told."""
    for step in reading_order(old.workflow):
        if step.id not in new.workflow:
            yield StepChange(step.id, step.name, Presence.ONLY_OLD, step.rule)
    for step in reading_order(new.workflow):
        other = old.workflow.get(step.id)
        if other is None:
            yield StepChange(step.id, step.name, Presence.ONLY_NEW, step.rule)
        elif other != step:
            differences = tuple(_of_step(other, step))
            yield StepChange(step.id, step.name, Presence.BOTH, step.rule, differences)


def _of_step(old: Step, new: Step) -> Iterator[Difference]:
    for name, read in _OF_A_STEP.items():
        before, after = read(old), read(new)
        if before != after:
            yield Difference(name, _level(before), _level(after))


def _level(text: str) -> Level | None:
    return Level(text) if text else None


def _ways(step: Step) -> str:
    return ", ".join(map(_way, step.ways))


def _way(way: Way) -> str:
    share = "" if way.share is None else f", share {_spanned(way.share, 'share')}"
    often = "" if way.at_most is None else f", at most {way.at_most} times"
    told_of = f"{way.when}{share}{often}".removeprefix(", ")
    return f"{way.to} ({told_of})" if told_of else way.to


def _deadline(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    days = "unknown" if deadline.days is None else exact(deadline.days, "number")
    since = f" from {deadline.since}" if deadline.since else ""
    return f"{days} days{since}" + (f", then {deadline.then}" if deadline.then else "")


def _spanned(given: Range, unit: str) -> str:
    """Return a range in words: the value, or the two ends."""
    if given.is_point:
        return exact(given.low, unit)
    return f"{exact(given.low, unit)} to {exact(given.high, unit)}"


def _measured(number: float | None, unit: str) -> str:
    return "" if number is None else f"{exact(number, 'number')} {unit}".strip()


_OF_A_STEP: Mapping[str, Callable[[Step], str]] = {
    "name": lambda step: step.name,
    "kind": lambda step: step.kind,
    "actor": lambda step: step.lane,
    "phase": lambda step: step.phase,
    "needs": lambda step: ", ".join(step.needs),
    "gives": lambda step: ", ".join(step.gives),
    "leads to": _ways,
    "deadline": lambda step: _deadline(step.deadline),
    "service time": lambda step: (
        "" if step.service_days is None else f"{_spanned(step.service_days, 'number')} days"
    ),
    "capacity": lambda step: _measured(step.capacity_day, "persons a day"),
    "unit cost": lambda step: _measured(step.unit_cost, step.currency),
    "pays": lambda step: step.pays,
    "rule": lambda step: step.rule,
}


def point_changes(old: Blueprint, new: Blueprint) -> Iterator[Notice]:
    """Yield the points that only a person can decide and that stand in one version only."""
    before, after = (
        {
            (p.origin, p.path, p.rule): Notice(p.path or p.rule, p.question, Presence.BOTH, p.place)
            for p in blueprint.points
        }
        for blueprint in (old, new)
    )
    yield from _in_one(before, after)


def finding_changes(old: Blueprint, new: Blueprint) -> Iterator[Notice]:
    """Yield the findings, accepted ones apart, that stand in one version only."""
    before, after = (
        {
            (f.code, f.path): Notice(f"{f.code} {f.name}", f.message, Presence.BOTH, f.place)
            for f in blueprint.findings
            if not f.accepted
        }
        for blueprint in (old, new)
    )
    yield from _in_one(before, after)


_Key = TypeVar("_Key")


def _in_one(old: Mapping[_Key, Notice], new: Mapping[_Key, Notice]) -> Iterator[Notice]:
    for notices, others, presence in (
        (old, new, Presence.ONLY_OLD),
        (new, old, Presence.ONLY_NEW),
    ):
        for key, notice in notices.items():
            if key not in others:
                yield Notice(notice.key, notice.text, presence, notice.place)
