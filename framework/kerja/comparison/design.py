"""What differs in the design: rules, settings, steps of the journey, points to decide, findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from kerja.register import Register
from kerja.workflow import compare


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
        f"{c.what or c.path} is {_number(c.path, c.number, register)}, the threshold "
        f"{_number(c.path, c.threshold, register)}"
        for c in decision.comparisons
    ]
    lacked = [f"lacks {path}" for path in decision.lacks]
    gate = [f"gate {decision.gate}"] if decision.gate is not None else []
    return Verdict(decision.outcome, tuple(dict.fromkeys((*gate, *compared, *lacked))))


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
    for one in compare(old.workflow, new.workflow).differences:
        step = one.step
        parts = (Difference(p.name, _listed(p.old), _listed(p.new)) for p in one.parts)
        yield StepChange(step.id, step.name, _PRESENCES[one.sign], step.rule, tuple(parts))


_PRESENCES = {"−": Presence.ONLY_OLD, "+": Presence.ONLY_NEW, "~": Presence.BOTH}


def _listed(items: tuple[str, ...]) -> Level | None:
    return Level(", ".join(items)) if items else None


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
