"""Proof that no money leaves, and no step is taken, before what it rests on has been shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kerja.workflow.soundness.holding import (
    ACCOUNT,
    IDENTITY,
    PAYMENT_CODE,
    Held,
    arrivals,
)
from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow

_PAYEE = "identity shown against the payment code"


@dataclass(frozen=True, slots=True)
class Unproven:
    """A step that can be reached without what it rests on.

    `lacks` names the missing proofs; `path` is a shortest way there from the start, both
    included; after a join it names the steps of every branch.
    """

    step: str
    lacks: tuple[str, ...]
    path: tuple[str, ...]


def unproven_payments(workflow: Workflow) -> tuple[Unproven, ...]:
    """Return the payments to a person that some path reaches without proof.

    A payment needs a proof of identity and either a verified account or an identified cash-out:
    a payment code, and identity shown while it is open. A code is used up by one payment.

    Proofs are the person's: what was shown before a fork holds in every branch, what a branch
    gives holds in the others only after the join, and a code used up in one is used up for all.
    """
    return _unproven(
        workflow,
        lambda step, held: _lacking_for_payment(held) if step.pays_person else (),
        frozenset({IDENTITY, ACCOUNT, PAYMENT_CODE}),
    )


def unmet_needs(workflow: Workflow) -> tuple[Unproven, ...]:
    """Return the steps that some path reaches without a proof they need; see `Step.needs`."""
    needs = dict.fromkeys(need for step in workflow for need in step.needs)
    found = [unmet for need in needs for unmet in _unmet(workflow, need)]
    order = {step.id: place for place, step in enumerate(workflow)}
    return tuple(sorted(found, key=lambda u: (order[u.step], _place(workflow, u))))


def _unmet(workflow: Workflow, need: str) -> tuple[Unproven, ...]:
    return _unproven(
        workflow,
        lambda step, held: (need,) if need in step.needs and not held.has(need) else (),
        frozenset({need}),
    )


def _place(workflow: Workflow, unmet: Unproven) -> int:
    return workflow[unmet.step].needs.index(unmet.lacks[0])


def _unproven(
    workflow: Workflow,
    lacking: Callable[[Step, Held], Iterable[str]],
    relevant: frozenset[str],
) -> tuple[Unproven, ...]:
    found: dict[str, Unproven] = {}
    for arrival in arrivals(workflow, relevant):
        if arrival.step in found:
            continue
        lacks = tuple(lacking(workflow[arrival.step], arrival.held))
        if lacks:
            found[arrival.step] = Unproven(arrival.step, lacks, arrival.path)
    return tuple(found[step.id] for step in workflow if step.id in found)


def _lacking_for_payment(held: Held) -> tuple[str, ...]:
    lacks = [] if held.has(IDENTITY) else [IDENTITY]
    if not held.has(ACCOUNT) and not held.shown:
        lacks.append(_PAYEE if held.has(PAYMENT_CODE) else ACCOUNT)
    return tuple(lacks)
