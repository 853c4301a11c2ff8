"""Proof that no money leaves, and no step is taken, before what it rests on has been shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow

IDENTITY = "identity"
ACCOUNT = "account"
PAYMENT_CODE = "payment-code"

_PAYEE = "identity shown against the payment code"
_PAYMENT_PROOFS = frozenset({IDENTITY, ACCOUNT, PAYMENT_CODE, _PAYEE})
_Held = frozenset[str]


@dataclass(frozen=True, slots=True)
class Unproven:
    """A step that can be reached without what it rests on.

    `lacks` names the missing proofs; `path` is a shortest way there from the start, both included.
    """

    step: str
    lacks: tuple[str, ...]
    path: tuple[str, ...]


def unproven_payments(workflow: Workflow) -> tuple[Unproven, ...]:
    """Return the payments to a person that some path reaches without proof.

    A payment needs a proof of identity and either a verified account or an identified cash-out:
    a payment code, and identity shown while it is open. A code is used up by one payment.
    """
    return _unproven(workflow, lambda step: step.pays_person, _PAYMENT_PROOFS, _lacking_for_payment)


def unmet_needs(workflow: Workflow) -> tuple[Unproven, ...]:
    """Return the steps that some path reaches without a proof they need; see `Step.needs`."""
    found: list[Unproven] = []
    for step in workflow:
        for need in dict.fromkeys(step.needs):
            found += _unproven(
                workflow,
                lambda other, step=step: other is step,  # type: ignore[misc]
                frozenset({need}),
                lambda held, need=need: () if need in held else (need,),  # type: ignore[misc]
            )
    return tuple(found)


def _unproven(
    workflow: Workflow,
    asks: Callable[[Step], bool],
    relevant: _Held,
    lacking: Callable[[_Held], tuple[str, ...]],
) -> tuple[Unproven, ...]:
    """Walk breadth first over pairs of a step and the relevant proofs held on arrival."""
    if not workflow.steps:
        return ()
    first = (workflow.start, frozenset[str]())
    came_from: dict[tuple[str, _Held], tuple[str, _Held] | None] = {first: None}
    queue = deque([first])
    found: dict[str, Unproven] = {}
    while queue:
        here = queue.popleft()
        step = workflow[here[0]]
        lacks = lacking(here[1]) if asks(step) and step.id not in found else ()
        if lacks:
            found[step.id] = Unproven(step.id, lacks, _path(came_from, here))
        for target, gained in _onward(workflow, step, here[1]):
            there = (target, gained & relevant)
            if there not in came_from:
                came_from[there] = here
                queue.append(there)
    return tuple(found[step.id] for step in workflow if step.id in found)


def _onward(workflow: Workflow, step: Step, held: _Held) -> Iterator[tuple[str, _Held]]:
    if step.pays_person:
        held -= {PAYMENT_CODE, _PAYEE}
    gained = held | set(step.gives)
    if PAYMENT_CODE in held and IDENTITY in step.gives:
        gained |= {_PAYEE}
    usual = step.usual.to if step.usual else ""
    for target in workflow.successors(step.id):
        if target == usual:
            yield target, gained
        if target != usual or _also_otherwise(step, target):
            yield target, held


def _also_otherwise(step: Step, target: str) -> bool:
    """True if a refusal or a missed deadline leads to the same step as the usual way."""
    late = step.deadline is not None and step.deadline.then == target
    return late or any(way.to == target for way in step.ways[1:])


def _lacking_for_payment(held: _Held) -> tuple[str, ...]:
    lacks = [] if IDENTITY in held else [IDENTITY]
    if ACCOUNT not in held and not {PAYMENT_CODE, _PAYEE} <= held:
        lacks.append(_PAYEE if PAYMENT_CODE in held else ACCOUNT)
    return tuple(lacks)


def _path(
    came_from: dict[tuple[str, _Held], tuple[str, _Held] | None], end: tuple[str, _Held]
) -> tuple[str, ...]:
    path = [end[0]]
    here = came_from[end]
    while here is not None:
        path.append(here[0])
        here = came_from[here]
    return tuple(reversed(path))
