"""Refusals by an authority, and whether the person can appeal before the journey ends."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kerja.workflow.soundness.flows import once, onward
from kerja.workflow.step import Step, Way
from kerja.workflow.workflow import Workflow

APPEAL = "appeal"
"""What a step `gives` that is an appeal, where its form does not show it."""

_AUTHORITIES = frozenset({"service", "manual", "decision", "payment"})
_After = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A way, taken `when` this is the outcome, on which a person loses what `step` would grant."""

    step: str
    when: str


def refusals_without_appeal(workflow: Workflow) -> tuple[Refusal, ...]:
    """Return the refusals from which no appeal can be reached before an end.

    A refusal is a way beside the usual one of a step at which an authority decides: a service, an
    officer, a rule, a payment (not a draw: who is not drawn waits for the next round or leaves);
    not of a step of the applicant. It ends the journey without what the usual way leads to, up to
    the first payment to the person: a way round that comes back there refuses nothing.

    An appeal is recognised by what it does, or because the profile says so:

    - an officer decides (`kind: manual`), and the usual way leads back to the decision or on to
      what was refused: `{id: appeal, kind: manual, next: [{to: verify_identity, …}, …]}`;
    - or the step `gives: [appeal]`, whatever its kind.

    What an appeal refuses needs no further appeal.
    """
    after = onward(workflow)
    judged = [(step, way, _Case(workflow, after, step, way)) for step, way in _refusing(workflow)]
    appeals = {appeal for _, _, case in judged for appeal in case.appeals}
    return tuple(
        Refusal(step.id, way.when)
        for step, way, case in judged
        if case.ends and not case.appeals and step.id not in appeals and not _says_so(step)
    )


class _Case:
    """Where a refusal leads: whether to an end, and the appeals on the way."""

    def __init__(self, workflow: Workflow, after: _After, step: Step, way: Way) -> None:
        granted = _granted(workflow, step)
        beginnings = [way.to, step.used_up(way)] if way.at_most is not None else [way.to]
        barred = {step.id, *granted}
        region = _region(after, [b for b in beginnings if b in workflow], barred)
        self.ends = any(workflow[s].kind == "end" for s in region)
        self.appeals = [
            s for s in sorted(region) if _is_appeal(workflow[s], after, {step.id, *granted})
        ]


def _refusing(workflow: Workflow) -> Iterator[tuple[Step, Way]]:
    for step in once(workflow):
        if step.kind in _AUTHORITIES and step.lane != "applicant":
            for way in step.ways[1:]:
                yield step, way


def _granted(workflow: Workflow, step: Step) -> tuple[str, ...]:
    """Return the usual journey after a step, up to the first payment to the person or an end."""
    found: list[str] = []
    here = step.usual.to if step.usual else ""
    while here in workflow and here not in found and workflow[here].kind != "end":
        found.append(here)
        if workflow[here].pays_person:
            break
        usual = workflow[here].usual
        here = usual.to if usual else ""
    return tuple(found)


def _is_appeal(step: Step, after: _After, wanted: Collection[str]) -> bool:
    if _says_so(step):
        return True
    if step.kind != "manual" or step.lane == "applicant" or step.usual is None:
        return False
    upheld = [step.usual.to] if step.usual.to in after else []
    return not _region(after, upheld, ()).isdisjoint(wanted)


def _says_so(step: Step) -> bool:
    return APPEAL in step.gives


def _region(after: _After, beginnings: Collection[str], barred: Collection[str]) -> set[str]:
    """Return what can be reached from some steps without the barred ones."""
    queue = deque(step for step in beginnings if step not in barred)
    found = set(queue)
    while queue:
        for step in after[queue.popleft()]:
            if step not in barred and step not in found:
                found.add(step)
                queue.append(step)
    return found
