"""A small engine that carries out a process as BPMN means it, for comparison with the walk."""

from collections import Counter, deque
from collections.abc import Callable

from kerja.workflow.bpmn.expressions import Given, evaluate
from kerja.workflow.bpmn.process import Flow, Node, Process
from kerja.workflow.bpmn.variables import outcome

LATE = "late"


def run(process: Process, complete: Callable[[str, int], str]) -> list[str]:
    """Return the steps in the order in which they are begun.

    `complete` gives the outcome of a step at its n-th visit, or LATE.
    """
    return _Run(process, complete).to_end()


class _Run:
    def __init__(self, process: Process, complete: Callable[[str, int], str]) -> None:
        self.process = process
        self.complete = complete
        self.values: dict[str, Given] = {}
        self.held: Counter[str] = Counter()
        self.times: Counter[str] = Counter()
        self.events = {node.host: node for node in process.nodes if node.on_border}

    def to_end(self) -> list[str]:
        visited: list[str] = []
        waiting = deque(node.id for node in self.process.nodes if node.kind == "start")
        while waiting:
            node = self.process.by_id[waiting.popleft()]
            if not self.may_begin(node):
                continue
            if node.step is not None:
                visited.append(node.step.id)
            waiting.extend(flow.target for flow in self.onward(node))
        assert not +self.held, "somebody waits at a gateway for ever"
        return visited

    def may_begin(self, node: Node) -> bool:
        """A parallel gateway waits for all that lead to it."""
        needed = len(self.process.incoming[node.id]) if node.kind == "parallel" else 1
        self.held[node.id] += 1
        if self.held[node.id] < needed:
            return False
        self.held[node.id] = 0
        return True

    def onward(self, node: Node) -> tuple[Flow, ...]:
        if node.kind in ("user", "service", "rule", "receive"):
            self.times[node.id] += 1
            code = self.complete(node.id, self.times[node.id])
            if code == LATE:
                return self.process.outgoing[self.events[node.id].id]
            self.values[outcome(node.id)] = code
            if node.kind == "rule":
                assert node.step is not None
                usual = code == self.complete("", 0) or code == "done"
                self.values["eligible"] = "yes" if usual else "no"
        for one in node.sets:
            self.values[one.variable] = evaluate(one.value, self.values)
        flows = self.process.outgoing[node.id]
        if node.kind != "choice":
            assert node.kind == "parallel" or len(flows) <= 1
            return flows
        held = [f for f in flows if f.condition and evaluate(f.condition, self.values)]
        assert len(held) <= 1, "two conditions hold"
        return tuple(held or [flow for flow in flows if flow.id == node.default])
