"""Apply the operations of all adaptation rules to a workflow, as a set and never last-wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kerja.workflow.kinds import HOLDS_A_PLACE
from kerja.workflow.operations import (
    AddBranch,
    Clash,
    InsertAfter,
    InsertBefore,
    Operation,
    Remove,
    Replace,
    anchor,
    new_steps,
    rank,
)
from kerja.workflow.soundness.proofs import unmet_needs
from kerja.workflow.splicing import Draft
from kerja.workflow.workflow import Workflow


def edit(workflow: Workflow, operations: Iterable[Operation]) -> tuple[Workflow, tuple[Clash, ...]]:
    """Return the workflow with the operations applied, and those that clash and were left out.

    The result does not depend on the order given: replacements and removals first, then
    insertions, then branches, each by rule id. Operations that differ in the rule only are one.
    A step that was replaced is still found under its old name; one that was removed is not. A new
    step that holds a place asks for none where the journey gives none before it.
    """
    wanted = _once(operations)
    wanted, clashes = _without_rivals(wanted)
    wanted, doubled = _without_doubles(workflow, wanted)
    clashes += doubled
    draft = Draft(workflow)
    clashes += _apply(draft, [op for op in wanted if isinstance(op, Replace | Remove)])
    clashes += _apply(draft, [op for op in wanted if isinstance(op, InsertBefore | InsertAfter)])
    clashes += _apply(draft, [op for op in wanted if isinstance(op, AddBranch)])
    done = _without_needless(draft.finish())
    return done, tuple(sorted(clashes, key=lambda c: (c.step, c.rules, c.message)))


def _once(operations: Iterable[Operation]) -> list[Operation]:
    """Keep one of those that differ in the rule only: that of the lowest rule id."""
    first: dict[Operation, Operation] = {}
    for operation in sorted(operations, key=rank):
        first.setdefault(replace(operation, rule=""), operation)
    return list(first.values())


def _without_rivals(operations: Sequence[Operation]) -> tuple[list[Operation], list[Clash]]:
    """Leave out replacements and removals of one step that want different things."""
    groups: dict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        if isinstance(operation, Replace | Remove):
            groups[operation.step].append(operation)
    rivals = {step: group for step, group in groups.items() if len(group) > 1}
    clashes = [
        Clash(step, _rules(group), f"{step} is replaced or removed in {len(group)} different ways")
        for step, group in rivals.items()
    ]
    lost = [operation for group in rivals.values() for operation in group]
    return [operation for operation in operations if operation not in lost], clashes


def _without_doubles(
    workflow: Workflow, operations: Sequence[Operation]
) -> tuple[list[Operation], list[Clash]]:
    """Leave out operations that bring in a step under a name that is taken."""
    groups: dict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        for step in new_steps(operation):
            groups[step.id].append(operation)
    lost: list[Operation] = []
    clashes = []
    for name, group in groups.items():
        if len(group) > 1:
            clashes.append(Clash(name, _rules(group), f"{name} is added in different ways"))
            lost += group
        elif name in workflow and not _replaces(group[0], name):
            clashes.append(Clash(name, _rules(group), f"{name} is in the journey already"))
            lost += group
    return [operation for operation in operations if operation not in lost], clashes


def _replaces(operation: Operation, step: str) -> bool:
    return isinstance(operation, Replace) and operation.step == step


def _apply(draft: Draft, operations: Sequence[Operation]) -> list[Clash]:
    """Apply what can be applied, again and again: a step may stand beside another new one."""
    waiting = list(operations)
    clashes = []
    while ready := next((op for op in waiting if draft.lacks(op) == ""), None):
        waiting.remove(ready)
        problem = draft.apply(ready)
        if problem:
            clashes.append(Clash(anchor(ready), (ready.rule,), problem))
    for operation in waiting:
        missing = draft.lacks(operation)
        clashes.append(Clash(missing, (operation.rule,), draft.why_missing(missing)))
    return clashes


def _without_needless(workflow: Workflow) -> Workflow:
    """Let no step of a rule need a place in a journey that gives places later, or to everybody."""
    if not any(step.rule and HOLDS_A_PLACE in step.needs for step in workflow):
        return workflow
    unmet = {one.step for one in unmet_needs(workflow) if HOLDS_A_PLACE in one.lacks}
    return Workflow(
        tuple(
            replace(step, needs=tuple(need for need in step.needs if need != HOLDS_A_PLACE))
            if step.rule and step.id in unmet
            else step
            for step in workflow
        )
    )


def _rules(operations: Iterable[Operation]) -> tuple[str, ...]:
    return tuple(sorted({operation.rule for operation in operations}))
