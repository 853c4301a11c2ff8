"""Columns and rows of nodes: a step of another lane stands above or below the one before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kerja.workflow.bpmn.layout.ranks import in_order, standing, ways_on, without_ways_back
from kerja.workflow.bpmn.layout.sizes import has_label_below
from kerja.workflow.bpmn.process import Flow, Process


class Height(NamedTuple):
    """Where a node stands in its column: number of its lane, row within that lane."""

    lane: int
    row: int


@dataclass(frozen=True, slots=True)
class Place:
    """Column from 0, and the height in it."""

    column: int
    height: Height


def place(process: Process) -> Mapping[str, Place]:
    """Return the place of every node that does not stand on a border.

    A node stands right of those that lead to it; one in another lane than the last of those
    stands in its column, if a straight line leads there.
    """
    placing = _Placing(process)
    for name in placing.order:
        placing.put(name)
    return placing.places


@dataclass
class _Column:
    """What stands in a column so far: nodes, and straight lines between two of them."""

    nodes: set[Height] = field(default_factory=set)
    lines: list[tuple[Height, Height]] = field(default_factory=list)

    def is_free(self, height: Height) -> bool:
        return height not in self.nodes and not any(low < height < high for low, high in self.lines)

    def leads(self, start: Height, end: Height) -> bool:
        """Return whether nothing stands between two heights."""
        low, high = sorted((start, end))
        return not any(low < height < high for height in self.nodes)


class _Placing:
    """Places found so far."""

    def __init__(self, process: Process) -> None:
        self._process = process
        onward = ways_on(process)
        forward = without_ways_back(process, onward)
        self._before = _by_target(onward)
        self._forward = _by_target(forward)
        self._lanes = {lane: number for number, lane in enumerate(process.lanes)}
        self._columns: dict[int, _Column] = defaultdict(_Column)
        self.order = in_order(forward)
        self.places: dict[str, Place] = {}

    def put(self, name: str) -> None:
        """Give a node its place."""
        found = self._straight(name) or self._beside(name)
        self.places[name] = found
        self._columns[found.column].nodes.add(found.height)

    def _straight(self, name: str) -> Place | None:
        """Return a place above or below the node before, and take the line between them."""
        flow = self._last(name)
        if flow is None:
            return None
        start = self._source(flow)
        column = self._columns[start.column]
        for height in self._wishes(name):
            free = column.is_free(height) and column.leads(start.height, height)
            if free and self._may_turn(flow, downwards=start.height < height):
                low, high = sorted((start.height, height))
                column.lines.append((low, high))
                return Place(start.column, height)
        return None

    def _last(self, name: str) -> Flow | None:
        """Return the flow from the column furthest right, if it alone comes from there."""
        flows = self._forward[name]
        last = max((self._source(flow).column for flow in flows), default=0)
        found = [flow for flow in flows if self._source(flow).column == last]
        lane = self._lanes[self._process.by_id[name].lane]
        alone = len(found) == 1 and self._source(found[0]).height.lane != lane
        return found[0] if alone else None

    def _beside(self, name: str) -> Place:
        """Return a place right of all nodes before."""
        number = max((1 + self._source(flow).column for flow in self._forward[name]), default=0)
        while True:
            for height in self._wishes(name):
                if self._columns[number].is_free(height):
                    return Place(number, height)
            number += 1

    def _may_turn(self, flow: Flow, *, downwards: bool) -> bool:
        """Return whether a flow may leave and arrive upright: no name stands in its way."""
        source, target = self._process.by_id[flow.source], self._process.by_id[flow.target]
        upper = source if downwards else target
        return not source.on_border and not has_label_below(upper)

    def _wishes(self, name: str) -> Iterator[Height]:
        """Yield heights in the node's lane, first those of the nodes before it."""
        lane = self._lanes[self._process.by_id[name].lane]
        before = (self._source(flow) for flow in self._before[name] if self._has_source(flow))
        yield from (place.height for place in before if place.height.lane == lane)
        yield from (Height(lane, row) for row in range(len(self.order)))

    def _has_source(self, flow: Flow) -> bool:
        return standing(self._process.by_id[flow.source]) in self.places

    def _source(self, flow: Flow) -> Place:
        return self.places[standing(self._process.by_id[flow.source])]


def _by_target(ways: Mapping[str, tuple[Flow, ...]]) -> Mapping[str, list[Flow]]:
    found: dict[str, list[Flow]] = {name: [] for name in ways}
    for flows in ways.values():
        for flow in flows:
            found[flow.target].append(flow)
    return found
