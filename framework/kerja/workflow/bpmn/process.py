"""A process without a dialect: nodes in lanes, flows with conditions, timers, variables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kerja.profile.journey import Lane
from kerja.workflow.bpmn.expressions import Expression
from kerja.workflow.bpmn.variables import ProcessVariable
from kerja.workflow.step import Step, Way

PROCESS = "Journey"
"""Id of the process. Ids that are not those of a step begin with a capital letter."""

NodeKind = Literal[
    "start", "end", "event", "user", "service", "rule", "receive", "script", "choice", "merge",
    "parallel", "timer", "message",
]  # fmt: skip
"""`event` is passed without a stop; `timer` and `message` stand on the border of another node."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A variable that the process sets by itself."""

    variable: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the process.

    `step` is the step that it carries out, None for a node that the notation needs. `host` is the
    node on whose border an event stands. A timer has `days` from the start of its host, or the
    variable `until` with the moment. `message` is what a node waits for. `default` is the flow that
    is taken if no condition holds.
    """

    id: str
    name: str
    kind: NodeKind
    lane: Lane
    step: Step | None = None
    sets: tuple[Assignment, ...] = ()
    host: str = ""
    days: float | None = None
    until: str = ""
    message: str = ""
    default: str = ""
    note: str = ""

    @property
    def on_border(self) -> bool:
        """True for an event on the border of a task."""
        return bool(self.host)


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow; `ways` are the ways of a step that it stands for, by outcome."""

    id: str
    source: str
    target: str
    name: str = ""
    condition: Expression | None = None
    ways: tuple[tuple[str, Way], ...] = ()


@dataclass(frozen=True)
class Process:
    """A process: `nodes` in the order of the journey, `lanes` only those that have nodes."""

    name: str
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    lanes: tuple[Lane, ...]
    variables: tuple[ProcessVariable, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """Nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Flow, ...]]:
        """Flows that end at a node; none for a node without."""
        return self._grouped("target")

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Flow, ...]]:
        """Flows that begin at a node."""
        return self._grouped("source")

    def _grouped(self, end: Literal["source", "target"]) -> Mapping[str, tuple[Flow, ...]]:
        found: dict[str, list[Flow]] = defaultdict(list)
        for flow in self.flows:
            found[getattr(flow, end)].append(flow)
        return {node.id: tuple(found[node.id]) for node in self.nodes}
