"""A workflow while it is being changed: one operation at a time, old names kept in mind."""

from __future__ import annotations

from dataclasses import replace

from kerja.workflow.operations import (
    AddBranch,
    InsertAfter,
    InsertBefore,
    Operation,
    Remove,
    Replace,
    anchor,
    new_steps,
)
from kerja.workflow.step import Deadline, Step, Way
from kerja.workflow.workflow import Workflow


class Draft:
    """A workflow under change. Steps keep their order; new ones stand beside their anchor."""

    def __init__(self, workflow: Workflow) -> None:
        self._steps = {step.id: step for step in workflow}
        self._heads: dict[str, str] = {}
        self._tails: dict[str, str] = {}
        self._entries: dict[str, str] = {}
        self._removed: dict[str, str] = {}

    def lacks(self, operation: Operation) -> str:
        """Return the first step that the operation works on and that is not there, or ""."""
        asked = [anchor(operation)]
        if isinstance(operation, AddBranch):
            asked.append(operation.rejoins)
        return next((step for step in asked if not self._stands(step)), "")

    def why_missing(self, step: str) -> str:
        """Say why a step is not there."""
        return f"{step} is removed by a rule" if step in self._removed else f"no step is {step}"

    def apply(self, operation: Operation) -> str:
        """Apply one operation whose steps are there; return why it cannot be done, or ""."""
        at = self._steps[self._tail(anchor(operation))]
        if not new_steps(operation) and isinstance(operation, InsertBefore | InsertAfter | Replace):
            return f"nothing is put at {at.id}"
        match operation:
            case InsertBefore():
                return self._insert_before(operation)
            case Replace():
                return self._replace(operation)
            case Remove():
                return self._remove(at)
            case InsertAfter():
                return self._insert_after(operation, at)
            case AddBranch():
                return self._branch(operation, at)

    def finish(self) -> Workflow:
        """Return the workflow, every reference to an old name led to what stands there now."""
        return Workflow(tuple(self._tidied(step) for step in self._steps.values()))

    def _insert_before(self, operation: InsertBefore) -> str:
        target = self._head(operation.before)
        if next(iter(self._steps)) == target:
            return f"nothing comes before the start {target}"
        line = _line(operation.steps, operation.rule, (Way(target),))
        self._redirect(target, line[0].id)
        # A branch that comes back here later passes what was put before, as every way does.
        self._entries.setdefault(target, line[0].id)
        self._place(line, before=target)
        return ""

    def _insert_after(self, operation: InsertAfter, at: Step) -> str:
        if at.usual is None:
            return f"nothing follows the end {at.id}"
        line = _line(operation.steps, operation.rule, (Way(at.usual.to),))
        onward = (replace(at.usual, to=line[0].id), *at.ways[1:])
        self._steps[at.id] = replace(at, ways=onward)
        self._place(line, after=at.id)
        return ""

    def _replace(self, operation: Replace) -> str:
        if self._steps[operation.step].kind == "end" and operation.steps[-1].kind != "end":
            return f"the end {operation.step} is replaced by what is no end"
        first, last = operation.steps[0].id, operation.steps[-1].id
        self._redirect(operation.step, first)
        old = self._steps[operation.step]
        self._place(_line(operation.steps, operation.rule, old.ways), instead_of=old.id)
        self._heads[old.id], self._tails[old.id] = first, last
        return ""

    def _remove(self, old: Step) -> str:
        if old.usual is None or old.usual.to == old.id:
            return f"{old.id} has no way on and cannot be removed"
        if next(iter(self._steps)) == old.id:
            return f"{old.id} is the start and cannot be removed"
        del self._steps[old.id]
        self._removed[old.id] = old.usual.to
        self._redirect(old.id, old.usual.to)
        return ""

    def _branch(self, operation: AddBranch, at: Step) -> str:
        if at.kind == "end":
            return f"nothing follows the end {at.id}"
        target = self._head(operation.rejoins)
        target = self._entries.get(target, target)
        line = _line(operation.steps, operation.rule, (Way(target),)) if operation.steps else ()
        way = Way(line[0].id if line else target, operation.when)
        self._steps[at.id] = replace(at, ways=(*at.ways, way))
        self._place(line, after=at.id)
        return ""

    def _stands(self, step: str) -> bool:
        return self._head(step) in self._steps and self._tail(step) in self._steps

    def _head(self, step: str) -> str:
        return self._heads.get(step, step)

    def _tail(self, step: str) -> str:
        return self._tails.get(step, step)

    def _redirect(self, old: str, new: str) -> None:
        for step in self._steps.values():
            self._steps[step.id] = _led(step, old, new)

    def _place(
        self, line: tuple[Step, ...], *, before: str = "", after: str = "", instead_of: str = ""
    ) -> None:
        placed: dict[str, Step] = {}
        for step in self._steps.values():
            if step.id in (before, instead_of):
                placed |= {new.id: new for new in line}
            if step.id != instead_of:
                placed[step.id] = step
            if step.id == after:
                placed |= {new.id: new for new in line}
        self._steps = placed

    def _tidied(self, step: Step) -> Step:
        for name in step.targets:
            step = _led(step, name, self._now(name))
        once: dict[tuple[str, str], Way] = {}
        for way in step.ways:
            once.setdefault((way.to, way.when), way)
        late = step.deadline
        if late and late.since not in self._steps:
            late = replace(late, since=self._tails.get(late.since, ""))
        return replace(step, ways=tuple(once.values()), deadline=late)

    def _now(self, name: str) -> str:
        """Return the step that stands where the name did, or the name if nothing does."""
        seen: set[str] = set()
        while name not in self._steps and name not in seen:
            seen.add(name)
            name = self._heads.get(name) or self._removed.get(name) or name
        return name


def _line(steps: tuple[Step, ...], rule: str, last: tuple[Way, ...]) -> tuple[Step, ...]:
    """Join new steps: the usual way of each leads to the next, that of the last as given."""
    onward = [(Way(step.id),) for step in steps[1:]] + [last]
    return tuple(
        replace(step, rule=rule, ways=(*ways, *step.ways))
        for step, ways in zip(steps, onward, strict=True)
    )


def _led(step: Step, old: str, new: str) -> Step:
    """Return the step with every way and deadline that led to `old` leading to `new`."""
    if old not in step.targets:
        return step
    ways = tuple(_way_led(way, old, new) for way in step.ways)
    late = step.deadline
    if late and late.then == old:
        late = Deadline(late.days, new, late.since, late.field)
    return replace(step, ways=ways, deadline=late)


def _way_led(way: Way, old: str, new: str) -> Way:
    to = new if way.to == old else way.to
    return replace(way, to=to, then=new if way.then == old else way.then)
