"""What a person holds on arriving at each step, on every path: proofs, and open payment codes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from kerja.workflow.soundness.flows import Flow, flows, onward, taken
from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow

IDENTITY = "identity"
ACCOUNT = "account"
PAYMENT_CODE = "payment-code"

_Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Held:
    """Proofs, and payment codes by the step that issued them.

    `codes` are open, `shown` are those against which identity was shown, `spent` those used up:
    after a join they stay so, whatever another branch still holds.
    """

    proofs: _Names = frozenset()
    codes: _Names = frozenset()
    shown: _Names = frozenset()
    spent: _Names = frozenset()

    def has(self, proof: str) -> bool:
        """Return whether a proof is held; a payment code, whether one is open."""
        return bool(self.codes) if proof == PAYMENT_CODE else proof in self.proofs


@dataclass(frozen=True, slots=True)
class Arrival:
    """A person at a step with what is held there."""

    step: str
    held: Held
    _way: Callable[[], tuple[str, ...]]

    @property
    def path(self) -> tuple[str, ...]:
        """A way there from the start, with every branch that a join brought together."""
        return self._way()


def arrivals(workflow: Workflow, relevant: _Names) -> Iterator[Arrival]:
    """Yield every step with everything that may be held on arrival, the nearest first.

    Args:
        workflow: the journey; a join that cannot be completed is not passed.
        relevant: the proofs that are looked at.
    """
    if workflow.steps:
        yield from _Travel(workflow, relevant).go()


_Node = int
_Entry = tuple[Held, tuple[_Node, ...]]


class _Travel:
    """A walk, breadth first, over pairs of a step and what is held there."""

    def __init__(self, workflow: Workflow, relevant: _Names) -> None:
        self._workflow = workflow
        self._relevant = relevant
        self._out: dict[str, list[Flow]] = {step.id: [] for step in workflow}
        self._at_join: dict[str, dict[Flow, dict[Held, _Node]]] = {}
        for flow in flows(workflow):
            if workflow[flow.target].kind == "join":
                self._at_join.setdefault(flow.target, {})[flow] = {}
            if taken(workflow[flow.source], flow):
                self._out[flow.source].append(flow)
        self._payers = {s.id: _payers(workflow, s) for s in workflow if s.kind == "fork"}
        self._seen: set[tuple[str, Held]] = set()
        self._nodes: list[tuple[str, tuple[_Node, ...]]] = []
        self._queue: deque[tuple[_Node, Held]] = deque()

    def go(self) -> Iterator[Arrival]:
        self._arrive(self._workflow.start, (Held(), ()))
        while self._queue:
            node, held = self._queue.popleft()
            step = self._workflow[self._nodes[node][0]]
            yield Arrival(step.id, held, partial(self._path, node))
            for flow in self._out[step.id]:
                self._follow(flow, self._after(step, flow, held), node)

    def _follow(self, flow: Flow, held: Held, node: _Node) -> None:
        if flow.target not in self._at_join:
            self._arrive(flow.target, (held, (node,)))
            return
        waiting = self._at_join[flow.target]
        if held in waiting[flow]:
            return
        waiting[flow][held] = node
        others = [entries for other, entries in waiting.items() if other != flow]
        for entry in _joined((held, (node,)), others):
            self._arrive(flow.target, entry)

    def _arrive(self, target: str, entry: _Entry) -> None:
        held, before = entry
        if (target, held) not in self._seen:
            self._seen.add((target, held))
            self._nodes.append((target, before))
            self._queue.append((len(self._nodes) - 1, held))

    def _after(self, step: Step, flow: Flow, held: Held) -> Held:
        """Return what is held on a flow: proofs on the usual way, or in every branch of a fork."""
        if step.pays_person:
            spent = held.spent | held.codes
            held = replace(held, codes=frozenset(), shown=frozenset(), spent=spent)
        if flow.is_usual or step.kind == "fork":
            held = _with(held, step, self._relevant)
        return self._in_branch(step, flow, held) if step.kind == "fork" else held

    def _in_branch(self, fork: Step, flow: Flow, held: Held) -> Held:
        """Do not count on a code that another branch may use up at the same time."""
        others = {f.target for f in self._out[fork.id] if f != flow}
        if others & self._payers[fork.id]:
            return replace(held, codes=frozenset(), shown=frozenset())
        return held

    def _path(self, node: _Node) -> tuple[str, ...]:
        passed = {node}
        stack = [node]
        while stack:
            for before in self._nodes[stack.pop()][1]:
                if before not in passed:
                    passed.add(before)
                    stack.append(before)
        # Nodes are numbered as they are come to, so each stands after those before it.
        return tuple(self._nodes[number][0] for number in sorted(passed))


def _with(held: Held, step: Step, relevant: _Names) -> Held:
    """Return what is held once a step has given what it gives."""
    shown = held.codes if IDENTITY in step.gives else held.shown
    gained = held.proofs | (relevant & set(step.gives) - {PAYMENT_CODE})
    held = replace(held, proofs=gained, shown=shown)
    if PAYMENT_CODE not in relevant or PAYMENT_CODE not in step.gives:
        return held
    new = frozenset({step.id})
    return replace(held, codes=held.codes | new, shown=held.shown - new, spent=held.spent - new)


def _joined(entry: _Entry, others: Iterable[dict[Held, _Node]]) -> Iterable[_Entry]:
    """Return the unions of what each way into a join may bring, each once."""
    found = {entry[0]: entry[1]}
    for entries in others:
        wider: dict[Held, tuple[_Node, ...]] = {}
        for held, nodes in found.items():
            for other, node in entries.items():
                wider.setdefault(_union(held, other), (*nodes, node))
        found = wider
    return list(found.items())


def _union(one: Held, other: Held) -> Held:
    spent = one.spent | other.spent
    return Held(
        one.proofs | other.proofs,
        (one.codes | other.codes) - spent,
        (one.shown | other.shown) - spent,
        spent,
    )


def _payers(workflow: Workflow, fork: Step) -> frozenset[str]:
    """Return the first steps of those branches of a fork in which a person may be paid."""
    after = onward(workflow)
    # Without the fork: a loop that begins it anew is not part of what it began.
    after[fork.id] = ()
    branches = {way.to: _region(after, way.to) for way in fork.ways if way.to in workflow}
    common = frozenset[str].intersection(*branches.values()) if branches else frozenset[str]()
    for join in common:
        if workflow[join].kind == "join":
            after[join] = ()
    return frozenset(
        first
        for first in branches
        if any(
            workflow[step].pays_person and not (step in common and workflow[step].kind == "join")
            for step in _region(after, first)
        )
    )


def _region(after: dict[str, tuple[str, ...]], start: str) -> _Names:
    queue = deque([start])
    seen = {start}
    while queue:
        fresh = [target for target in after[queue.popleft()] if target not in seen]
        seen.update(fresh)
        queue += fresh
    return frozenset(seen)
