"""What every form of a workflow shows: steps in order, their numbers, what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from kerja.profile.journey import Lane
from kerja.workflow.comparing import Comparison, PartDifference, compare
from kerja.workflow.step import Step
from kerja.workflow.telling import Clause, Remark, Sign, numbers, remarks_on
from kerja.workflow.workflow import Workflow, reading_order

_TOLD_BY = {
    "ways": ("usual", "together", "other"),
    "deadline": ("deadline",),
    "rule": ("rule",),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """Steps in the order in which they are told, each with its number and what is said of it.

    In a comparison, steps that were removed stand where they stood, under their old number with a
    minus sign; `signs` holds the steps that differ.
    """

    steps: tuple[Step, ...]
    numbers: Mapping[str, str]
    remarks: Mapping[str, tuple[Remark, ...]]
    signs: Mapping[str, Sign]
    is_comparison: bool = False

    @property
    def lanes(self) -> Mapping[Lane, tuple[Step, ...]]:
        """The steps of each lane: in the order of the lanes, those of removed steps last."""
        kept = {step.lane for step in self.steps if self.sign(step.id) != "−"}
        ordered = [lane for lane in get_args(Lane) if lane in kept]
        lanes = dict.fromkeys((*ordered, *(step.lane for step in self.steps)))
        return {lane: tuple(step for step in self.steps if step.lane == lane) for lane in lanes}

    def sign(self, step: str) -> Sign:
        """Return how a step differs; "" if it does not."""
        return self.signs.get(step, "")

    def marked(self, step: str) -> str:
        """Return the number of a step with the sign of its change: "12", "+ 12", "− 8"."""
        return f"{self.sign(step)} {self.numbers[step].removeprefix('−')}".strip()


def scene(
    workflow: Workflow,
    *,
    against: Workflow | None = None,
    labels: Mapping[str, str] | None = None,
    remarks: Mapping[str, str] | None = None,
) -> Scene:
    """Return what is to be shown of a workflow, or of its difference from another.

    Args:
        workflow: the workflow; in a comparison the new one.
        against: the old workflow, None if nothing is compared.
        labels: translations of `kerja.workflow.LABELS` by key, and of outcomes by their text.
        remarks: a short remark on steps by id, such as "reached by 52–93 %".
    """
    words = labels or {}
    if against is not None:
        found = _compared(compare(against, workflow), words)
    else:
        numbered = {step: str(number) for step, number in numbers(workflow).items()}
        said = {step.id: remarks_on(step, workflow, numbered, words) for step in workflow}
        found = Scene(reading_order(workflow), numbered, said, {})
    measured = {
        step: (Remark("measure", (Clause(text),)),) for step, text in (remarks or {}).items()
    }
    told = {step: (*said, *measured.get(step, ())) for step, said in found.remarks.items()}
    return replace(found, remarks=told)


def untold(
    parts: tuple[PartDifference, ...], remarks: tuple[Remark, ...]
) -> tuple[PartDifference, ...]:
    """Return the parts of a step whose difference no marked remark on the step shows."""
    shown = {remark.manner for remark in remarks if remark.sign in ("+", "−")}
    return tuple(part for part in parts if not shown.intersection(_TOLD_BY.get(part.key, ())))


def brief(part: PartDifference) -> str:
    """Return a change in a few words: both values, or the items of a list that differ.

    >>> brief(PartDifference("lane", "actor", ("province",), ("finance",)))
    'actor: province → finance'
    >>> brief(PartDifference("needs", "needs", ("a", "b"), ("b", "c")))
    'needs: + c, − a'
    """
    if part.key in ("needs", "gives"):
        items = [f"+ {item}" for item in part.new if item not in part.old]
        items += [f"− {item}" for item in part.old if item not in part.new]
        if items:
            return f"{part.name}: {', '.join(items)}"
    if part.key == "ways":
        return "shares of its ways"
    sides = (", ".join(side) or "none" for side in (part.old, part.new))
    return f"{part.name}: {' → '.join(sides)}"


def _compared(comparison: Comparison, words: Mapping[str, str]) -> Scene:
    old, new = comparison.old, comparison.new
    numbered = {step: str(number) for step, number in numbers(new).items()}
    for step, number in numbers(old).items():
        numbered.setdefault(step, f"−{number}")
    signs = {one.step.id: one.sign for one in comparison.differences}
    said: dict[str, tuple[Remark, ...]] = {}
    for name in numbered:
        before, now = (
            remarks_on(side[name], side, numbered, words) if name in side else ()
            for side in (old, new)
        )
        said[name] = tuple(_both(before, now, signs))
    for one in comparison.changed:
        others = untold(one.parts, said[one.step.id])
        if others:
            text = "; ".join(_was(part) for part in others)
            said[one.step.id] += (Remark("change", (Clause(text),), "~"),)
    return Scene(_in_place(comparison), numbered, said, signs, is_comparison=True)


def _was(part: PartDifference) -> str:
    """Return a change in a few words, beside a step that shows its name as it is now."""
    return f"before: {part.old[0]}" if part.key == "name" and part.old else brief(part)


def _in_place(comparison: Comparison) -> tuple[Step, ...]:
    """Return the steps of the new journey, and each removed one after the one that it followed."""
    told = list(reading_order(comparison.new))
    removed = {one.step.id for one in comparison.removed}
    place = 0
    for step in reading_order(comparison.old):
        if step.id in removed:
            told.insert(place, step)
            place += 1
        else:
            place = next(i for i, other in enumerate(told) if other.id == step.id) + 1
    return tuple(told)


def _both(
    before: tuple[Remark, ...], now: tuple[Remark, ...], signs: Mapping[str, Sign]
) -> Iterator[Remark]:
    """Yield what is said now, marked where it is new, and what is no longer said.

    A way that now passes an added step first is told once: the step itself shows the change.
    """
    gone = [remark for remark in before if remark not in now]
    if not before or not now:
        # The sign on the step is enough for what is not a way on.
        yield from (replace(one, sign="+") if one.is_onward else one for one in now)
        yield from (replace(one, sign="−") if one.is_onward else one for one in before)
        return
    for remark in now:
        if remark in before:
            yield remark
            continue
        rival = next((old for old in gone if _alike(old, remark)), None)
        if rival is not None:
            gone.remove(rival)
            if signs.get(remark.first.target) != "+":
                yield replace(rival, sign="−")
        yield replace(remark, sign="+")
    yield from (replace(remark, sign="−") for remark in gone)


def _alike(one: Remark, other: Remark) -> bool:
    if one.manner == "other":
        return other.manner == "other" and one.first.text == other.first.text
    return one.manner == other.manner
