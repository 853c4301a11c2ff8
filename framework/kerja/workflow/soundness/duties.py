"""Four eyes: money that one office alone can set in motion, having done all that leads to it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from kerja.profile.journey import Lane
from kerja.workflow.soundness.flows import onward
from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow

_APPROVALS = frozenset({"decision", "manual", "draw"})
_Duties = tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class OneOffice:
    """A payment on a path on which no office acts but `lane`; `path` leads from the start to it."""

    step: str
    lane: Lane
    path: tuple[str, ...]


def undivided_duties(workflow: Workflow) -> tuple[OneOffice, ...]:
    """Return the payments for which one office registers and approves, or approves and pays.

    Registering is an officer's or a system's step while the person is assessed, approving an
    officer's, a rule's or a draw's step, after it where both are in one path. A path is shown if
    no other office acts on it before the payment, whose own office counts only for paying. An
    office is a lane: two officers in one lane cannot be seen here.
    """
    offices = [lane for lane in workflow.lanes if lane != "applicant"]
    found = {
        (alone.step, alone.lane): alone for lane in offices for alone in _alone(workflow, lane)
    }
    return tuple(
        found[step.id, lane] for step in workflow for lane in offices if (step.id, lane) in found
    )


def _alone(workflow: Workflow, lane: Lane) -> tuple[OneOffice, ...]:
    """Walk breadth first over steps with the duties done, past no step of another office."""
    after = onward(workflow)
    first = (workflow.start, (False, False))
    paths: dict[tuple[str, _Duties], tuple[str, ...]] = {first: (workflow.start,)}
    queue = deque([first])
    found: dict[str, OneOffice] = {}
    while queue:
        here = queue.popleft()
        step, duties = workflow[here[0]], here[1]
        if step.kind == "payment" and _undivided(step, duties, lane):
            found.setdefault(step.id, OneOffice(step.id, lane, paths[here]))
        # Who pays does not look at the case again, so a payment is no other office's look.
        if step.traits.acts and step.kind != "payment" and step.lane not in (lane, "applicant"):
            continue
        for target in after[step.id]:
            there = (target, _having_done(step, duties))
            if there not in paths:
                paths[there] = (*paths[here], target)
                queue.append(there)
    return tuple(found.values())


def _undivided(payment: Step, duties: _Duties, lane: Lane) -> bool:
    registered, approved = duties
    return approved and (registered or payment.lane == lane)


def _having_done(step: Step, duties: _Duties) -> _Duties:
    """Return the duties done after a step; the officer who registers does not approve by it."""
    registered, approved = duties
    if not step.traits.acts or step.lane == "applicant" or step.kind == "payment":
        return duties
    if step.phase == "assess" and step.kind in ("service", "manual") and not registered:
        return True, approved
    return registered, approved or step.kind in _APPROVALS
