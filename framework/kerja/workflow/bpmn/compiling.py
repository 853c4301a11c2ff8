"""From a workflow to a process: no implicit split or merge, every wait and limit explicit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kerja.workflow.bpmn.choosing import Choice, branches, choices
from kerja.workflow.bpmn.deadlines import limit
from kerja.workflow.bpmn.declaring import variables
from kerja.workflow.bpmn.expressions import Constant, Later, Sum, Variable
from kerja.workflow.bpmn.looping import steps_again
from kerja.workflow.bpmn.process import Assignment, Flow, Node, NodeKind, Process
from kerja.workflow.bpmn.refusing import refuse_unsound
from kerja.workflow.bpmn.variables import due, late, outcome, rule_step, taken
from kerja.workflow.soundness.flows import flows
from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow

_KINDS: Mapping[str, NodeKind] = {
    "start": "event",
    "person": "user",
    "service": "service",
    "manual": "user",
    "decision": "service",
    "draw": "service",
    "wait": "receive",
    "payment": "service",
    "join": "user",
    "end": "end",
}


def to_process(workflow: Workflow, *, name: str) -> Process:
    """Return the process that carries out a workflow; every person's journey stays the same.

    A node has the id of its step. An exclusive gateway after a step with several outcomes reads
    `<step>_outcome`; a way that is limited passes a script that counts it.

    Raises:
        KerjaError: the workflow is not sound.
    """
    refuse_unsound(workflow)
    made = _Compilation(workflow)
    made.begin()
    for step in workflow:
        made.add_step(step)
    nodes, flows = _merged(made.nodes, made.flows)
    lanes = tuple(lane for lane in workflow.lanes if any(node.lane == lane for node in nodes))
    return Process(name, nodes, flows, lanes, variables(workflow, made.limits, made.reads))


class _Compilation:
    """A process that is being made; `entries` is the node at which each step begins."""

    def __init__(self, workflow: Workflow) -> None:
        self.nodes: list[Node] = []
        self.flows: list[Flow] = []
        self.workflow = workflow
        self.ways_into = Counter(flow.target for flow in flows(workflow))
        self.limits = {step.id: found for step in workflow if (found := limit(workflow, step))}
        self.rule = rule_step(workflow)
        self.chosen = {step.id: self._choices(step) for step in workflow}
        self.reads = frozenset(s.id for s in workflow if _reads_outcome(s, self.chosen[s.id]))
        self.entries = {step.id: self._entry(step) for step in workflow}
        self._ids: Counter[str] = Counter()

    def begin(self) -> None:
        """Add the start, and the script that gives every variable of the process a value."""
        first = self.workflow[self.workflow.start]
        plain = self._is_plain_start(first)
        start = first.id if plain else "Begin"
        node = Node(start, first.name if plain else "Begin", "start", first.lane)
        self.nodes.append(replace(node, step=first) if plain else node)
        if not plain:
            self._prepared(start, first, self.entries[first.id])

    def add_step(self, step: Step) -> None:
        """Add a step, what limits it, and its ways on."""
        if self._is_plain_start(step):
            self._go_on(self._prepared(step.id, step, ""), step)
            return
        if step.kind == "fork":
            self._go_on("", step)
            return
        into = self.ways_into[step.id]
        if self.entries[step.id] != step.id:
            self.nodes.append(Node(self.entries[step.id], "all done", "parallel", step.lane))
            self._flow(self.entries[step.id], step.id)
        kind = self._kind(step, into)
        message = step.id if kind == "receive" else ""
        self.nodes.append(Node(step.id, step.name, kind, step.lane, step, message=message))
        self._limit(step)
        self._go_on(step.id, step)

    def _prepared(self, start: str, first: Step, onward: str) -> str:
        """Add the script that prepares variables, if there are any; return the last node."""
        sets = (*self._counters(), *self._no_outcomes(self.reads))
        last = start
        if sets:
            last = "Prepare"
            self.nodes.append(Node(last, "Prepare the counts", "script", first.lane, sets=sets))
            self._flow(start, last)
        if onward:
            self._flow(last, onward)
        return last

    def _kind(self, step: Step, into: int) -> NodeKind:
        if step.id == self.rule:
            return "rule"
        stops = len(step.ways) > 1 or step.id in self.limits
        if step.kind == "start":
            return "user" if stops else "event"
        if step.kind == "join" and not stops:
            return "parallel" if into > 1 else "event"
        return _KINDS[step.kind]

    def _entry(self, step: Step) -> str:
        """Return where a step begins; a join that somebody must decide on has a gateway before."""
        if step.kind == "join" and (len(step.ways) > 1 or step.id in self.limits):
            return f"Join_{step.id}"
        if step.kind == "fork" and self._dues(step):
            return f"Note_{step.id}"
        return step.id

    def _is_plain_start(self, step: Step) -> bool:
        return (
            step.id == self.workflow.start
            and step.kind == "start"
            and len(step.ways) == 1
            and step.id not in self.limits
            and not self.ways_into[step.id]
        )

    def _limit(self, step: Step) -> None:
        """Add the event on the border of a step that breaks it off."""
        found = self.limits.get(step.id)
        if found is None or step.deadline is None:
            return
        event = Node(
            id=f"Late_{step.id}",
            name=found.name,
            kind="message" if found.days is None else "timer",
            lane=step.lane,
            host=step.id,
            days=None if found.until else found.days,
            until=found.until,
            message=late(step.id) if found.days is None else "",
            note=found.note,
        )
        self.nodes.append(event)
        self._flow(event.id, self.entries[step.deadline.then])

    def _go_on(self, last: str, step: Step) -> None:
        """Add what follows the end of a step: dates to note, then its ways."""
        last = self._noted(last, step)
        if step.kind == "fork":
            kind: NodeKind = "parallel" if len(self.chosen[step.id]) > 1 else "event"
            self.nodes.append(Node(step.id, step.name, kind, step.lane, step))
            if last:
                self._flow(last, step.id)
            last = step.id
        elif len(self.chosen[step.id]) > 1:
            gateway = f"Choice_{step.id}"
            name = "Eligible?" if step.id == self.rule else "Outcome?"
            self.nodes.append(Node(gateway, name, "choice", step.lane))
            self._flow(last, gateway)
            last = gateway
        for choice in self.chosen[step.id]:
            self._choose(last, step, choice)

    def _noted(self, last: str, step: Step) -> str:
        sets = self._dues(step)
        if not sets:
            return last
        self.nodes.append(
            Node(f"Note_{step.id}", "Note the last day", "script", step.lane, sets=sets)
        )
        if last:
            self._flow(last, f"Note_{step.id}")
        return f"Note_{step.id}"

    def _choose(self, source: str, step: Step, choice: Choice) -> None:
        target = self.entries[choice.to]
        if choice.counted is not None:
            counter = f"Count_{step.id}_{choice.counted}"
            self.nodes.append(self._counter(counter, step, choice.counted))
            self._flow(counter, target)
            target = counter
        flow = self._flow(source, target, choice)
        several = len(self.chosen[step.id]) > 1 and step.kind != "fork"
        if several and choice.condition is None:
            at = next(i for i, node in enumerate(self.nodes) if node.id == source)
            self.nodes[at] = replace(self.nodes[at], default=flow.id)

    def _counter(self, name: str, step: Step, way: int) -> Node:
        """Return the script that counts a way and forgets the outcomes that steps give anew.

        Those of steps that run at the same time stay: a gateway may be about to read them.
        """
        times = taken(step.id, way)
        once_more = Assignment(times, Sum(Variable(times), Constant(1)))
        again = steps_again(self.workflow, step.ways[way].to, step.id)
        sets = (once_more, *self._no_outcomes(again))
        return Node(name, "Count the tries", "script", step.lane, sets=sets)

    def _counters(self) -> tuple[Assignment, ...]:
        return tuple(
            Assignment(taken(step.id, position), Constant(0))
            for step in self.workflow
            for position, way in enumerate(step.ways)
            if way.at_most is not None
        )

    def _no_outcomes(self, steps: frozenset[str]) -> tuple[Assignment, ...]:
        return tuple(
            Assignment(outcome(step.id), Constant(""))
            for step in self.workflow
            if step.id in self.reads & steps
        )

    def _dues(self, step: Step) -> tuple[Assignment, ...]:
        return tuple(
            Assignment(due(limited), Later(found.days))
            for limited, found in self.limits.items()
            if found.since == step.id and found.days is not None
        )

    def _choices(self, step: Step) -> tuple[Choice, ...]:
        if not step.ways:
            return ()
        return (
            branches(step) if step.kind == "fork" else choices(step, by_rule=step.id == self.rule)
        )

    def _flow(self, source: str, target: str, choice: Choice | None = None) -> Flow:
        self._ids[f"Flow_{source}_{target}"] += 1
        times = self._ids[f"Flow_{source}_{target}"]
        name = f"Flow_{source}_{target}" + (f"_{times}" if times > 1 else "")
        flow = Flow(name, source, target)
        if choice is not None:
            several = len(self.chosen.get(source.removeprefix("Choice_"), ())) > 1
            flow = replace(
                flow,
                name=choice.name if several and source.startswith("Choice_") else "",
                condition=choice.condition if several else None,
                ways=choice.ways,
            )
        self.flows.append(flow)
        return flow


def _reads_outcome(step: Step, chosen: Iterable[Choice]) -> bool:
    """Return whether a gateway asks how the step ended."""
    text = repr(tuple(choice.condition for choice in chosen))
    return repr(Variable(outcome(step.id))) in text


def _merged(
    nodes: Iterable[Node], flows: Iterable[Flow]
) -> tuple[tuple[Node, ...], tuple[Flow, ...]]:
    """Put an exclusive gateway before every node at which several flows would meet."""
    into: dict[str, list[int]] = {}
    listed = list(flows)
    for position, flow in enumerate(listed):
        into.setdefault(flow.target, []).append(position)
    after: list[Node] = []
    for node in nodes:
        arriving = into.get(node.id, [])
        joins = node.kind == "parallel" and (node.step is None or node.step.kind == "join")
        if joins and len(arriving) == 1:
            node = replace(node, kind="event")
        if len(arriving) > 1 and not joins:
            merge = f"Merge_{node.id}"
            after.append(Node(merge, "", "merge", node.lane))
            for position in arriving:
                listed[position] = replace(listed[position], target=merge)
            listed.append(Flow(f"Flow_{merge}_{node.id}", merge, node.id))
        after.append(node)
    return tuple(after), tuple(listed)
