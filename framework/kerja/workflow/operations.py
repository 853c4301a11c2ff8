"""Changes that an adaptation rule asks for; each names the rule, and the new steps in order.

The new steps are joined in a line: the usual way of each leads to the next, the usual way of the
last is given by the operation. Their own `ways` hold only what lies beside that.
"""

from __future__ import annotations

from dataclasses import dataclass

from kerja.workflow.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertBefore:
    """Every way to the step `before` passes the new steps first."""

    rule: str
    before: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertAfter:
    """The usual way on from the step `after` passes the new steps first."""

    rule: str
    after: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """The new steps take the place of `step` and keep its ways on, each refusal included."""

    rule: str
    step: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Who came to `step` goes on where its usual way led."""

    rule: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBranch:
    """From `at` a further way, taken `when` this is the outcome, by the new steps to `rejoins`.

    `rejoins` is the step where the branch comes back, or the end that it leads to. Without new
    steps the branch is a way past what lies between.
    """

    rule: str
    at: str
    rejoins: str
    when: str
    steps: tuple[Step, ...] = ()


Operation = InsertBefore | InsertAfter | Replace | Remove | AddBranch


@dataclass(frozen=True, slots=True)
class Clash:
    """Operations that cannot stand together; none of them was carried out."""

    step: str
    rules: tuple[str, ...]
    message: str


def anchor(operation: Operation) -> str:
    """Return the existing step at which an operation works."""
    match operation:
        case InsertBefore(before=step) | InsertAfter(after=step) | AddBranch(at=step):
            return step
        case Replace(step=step) | Remove(step=step):
            return step


def new_steps(operation: Operation) -> tuple[Step, ...]:
    """Return the steps that an operation brings in."""
    return () if isinstance(operation, Remove) else operation.steps


def rank(operation: Operation) -> tuple[int, str, str]:
    """Return the order of application: replace and remove, insert, branch; then by rule."""
    kinds = (Replace | Remove, InsertBefore | InsertAfter, AddBranch)
    kind = next(i for i, kind in enumerate(kinds) if isinstance(operation, kind))
    return kind, operation.rule, repr(operation)
