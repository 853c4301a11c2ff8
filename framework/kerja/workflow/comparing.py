"""What differs between two workflows: steps added, removed, and changed in which of their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kerja.profile import Range
from kerja.workflow.step import Deadline, Step, Way
from kerja.workflow.telling import Sign
from kerja.workflow.workflow import Workflow, reading_order


@dataclass(frozen=True, slots=True)
class PartDifference:
    """A part of a step that differs, in words: `old` and `new` hold its items, none if empty.

    `key` is its key in the JSON form of a step ("start" for being the first step); `name` is what
    people call it.
    """

    key: str
    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepDifference:
    """A step that was added (+), removed (−) or changed (~).

    `step` is the step as it is now, or as it was if it is no longer there; `before` and `parts`
    say how a changed step was, and in what it differs.
    """

    sign: Sign
    step: Step
    before: Step | None = None
    parts: tuple[PartDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two workflows and the steps that differ, each group in the order in which it is told."""

    old: Workflow
    new: Workflow
    removed: tuple[StepDifference, ...]
    added: tuple[StepDifference, ...]
    changed: tuple[StepDifference, ...]

    @property
    def differences(self) -> tuple[StepDifference, ...]:
        """All that differ: removed, then added and changed as the new journey tells them."""
        place = {step.id: row for row, step in enumerate(reading_order(self.new))}
        told = sorted((*self.added, *self.changed), key=lambda one: place[one.step.id])
        return (*self.removed, *told)

    @property
    def is_empty(self) -> bool:
        """True if nobody can tell the two apart: the order in which steps are written is free."""
        return not (self.removed or self.added or self.changed)

    @property
    def unchanged(self) -> int:
        """How many steps are the same in both."""
        return len(self.new) - len(self.added) - len(self.changed)


def compare(old: Workflow, new: Workflow) -> Comparison:
    """Return what differs from the old workflow to the new one; a step is known by its id."""
    return Comparison(
        old,
        new,
        removed=tuple(
            StepDifference("−", step) for step in reading_order(old) if step.id not in new
        ),
        added=tuple(StepDifference("+", step) for step in reading_order(new) if step.id not in old),
        changed=tuple(_changed(old, new)),
    )


def _changed(old: Workflow, new: Workflow) -> Iterator[StepDifference]:
    for step in reading_order(new):
        before = old.get(step.id)
        if before is None:
            continue
        parts = tuple(_parts(before, step))
        if (old.start == step.id) is not (new.start == step.id):
            starts = ("the journey begins here",)
            pair = ((), starts) if new.start == step.id else (starts, ())
            parts = (*parts, PartDifference("start", "beginning", *pair))
        if parts:
            yield StepDifference("~", step, before, parts)


def _parts(old: Step, new: Step) -> Iterator[PartDifference]:
    for key, (name, read) in _PARTS.items():
        if getattr(old, key) != getattr(new, key):
            yield PartDifference(key, name, read(old), read(new))


def _way(way: Way) -> str:
    told = [
        way.when,
        "" if way.share is None else f"share {_spanned(way.share, 100, '%')}",
        f"share from assumption {way.share_of}" if way.share_of else "",
        "" if way.at_most is None else f"at most {way.at_most} times",
        f"then {way.then}" if way.then else "",
    ]
    said = ", ".join(filter(None, told))
    return f"{way.to} ({said})" if said else way.to


def _deadline(deadline: Deadline | None) -> tuple[str, ...]:
    if deadline is None:
        return ()
    days = "unknown" if deadline.days is None else _number(deadline.days)
    since = f" from {deadline.since}" if deadline.since else ""
    field = f" by {deadline.field}" if deadline.field else ""
    then = f", then {deadline.then}" if deadline.then else ""
    return (f"{days} days{since}{field}{then}",)


def _spanned(given: Range, factor: float, unit: str) -> str:
    """Return a range in words: the value, or the two ends and the likeliest where it is known."""
    low, high = (f"{_number(end * factor)}{unit}" for end in (given.low, given.high))
    if given.is_point:
        return low
    likeliest = "" if given.mode is None else f", likeliest {_number(given.mode * factor)}{unit}"
    return f"{low} to {high}{likeliest}"


def _days(given: Range | None) -> tuple[str, ...]:
    return () if given is None else (f"{_spanned(given, 1, '')} days",)


def _measured(number: float | None, unit: str) -> tuple[str, ...]:
    return () if number is None else (f"{_number(number)} {unit}".strip(),)


def _number(number: float) -> str:
    return f"{number:_.12g}"


def _text(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


_PARTS: Mapping[str, tuple[str, Callable[[Step], tuple[str, ...]]]] = {
    "name": ("name", lambda step: _text(step.name)),
    "kind": ("kind", lambda step: _text(step.kind)),
    "lane": ("actor", lambda step: _text(step.lane)),
    "phase": ("phase", lambda step: _text(step.phase)),
    "needs": ("needs", lambda step: step.needs),
    "gives": ("gives", lambda step: step.gives),
    "ways": ("leads to", lambda step: tuple(map(_way, step.ways))),
    "deadline": ("deadline", lambda step: _deadline(step.deadline)),
    "service_days": ("service time", lambda step: _days(step.service_days)),
    "capacity_day": ("capacity", lambda step: _measured(step.capacity_day, "persons a day")),
    "unit_cost": ("unit cost", lambda step: _measured(step.unit_cost, step.currency)),
    "currency": ("currency", lambda step: _text(step.currency)),
    "pays": ("pays", lambda step: _text(step.pays)),
    "rule": ("rule", lambda step: _text(step.rule)),
}
