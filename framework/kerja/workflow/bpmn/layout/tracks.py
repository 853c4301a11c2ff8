"""Tracks: which of the parallel lines in a gutter or a corridor a flow runs on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kerja.workflow.bpmn.layout.grid import Grid
from kerja.workflow.bpmn.layout.lines import LEFT, MIDDLE, RIGHT, Axis, Line, Route, upright
from kerja.workflow.bpmn.layout.room import sorted_in_gutter
from kerja.workflow.bpmn.process import Flow, Process

Bundle = tuple[Axis, int]
"""Lines side by side, by their number."""


@dataclass(frozen=True)
class Tracks:
    """The track of each line of a flow, from 0, and how many tracks a bundle has."""

    places: Mapping[tuple[Bundle, str], int]
    counts: Mapping[Bundle, int]

    def place(self, line: Line, flow: Flow) -> int:
        """Return the track of a line."""
        return self.places[(line.axis, line.number), flow.id]

    def count(self, axis: Axis, number: int) -> int:
        """Return the number of tracks in a bundle."""
        return self.counts.get((axis, number), 0)

    def in_gutter(self, column: int) -> int:
        """Return the number of tracks in the gutter before a column."""
        return sum(self.count("upright", upright(column, zone)) for zone in (LEFT, MIDDLE, RIGHT))


def allot(process: Process, grid: Grid, routes: Sequence[Route]) -> Tracks:
    """Give every line a track on which it meets no line of a flow with other ends."""
    bundles: dict[Bundle, list[tuple[Line, Flow]]] = defaultdict(list)
    for route in routes:
        for line in route.lines:
            bundles[line.axis, line.number].append((line, route.flow))
    places: dict[tuple[Bundle, str], int] = {}
    counts: dict[Bundle, int] = {}
    for bundle, lines in bundles.items():
        axis, number = bundle
        zone = number % 4 if axis == "upright" else None
        if zone == MIDDLE:
            order = sorted_in_gutter(process, grid, [flow for _, flow in lines]) or ()
            found = {flow.id: track for track, flow in enumerate(order)}
        else:
            found = _coloured(lines, by_source=zone == LEFT)
        counts[bundle] = 1 + max(found.values())
        places |= {(bundle, flow): track for flow, track in found.items()}
    return Tracks(places, counts)


def _coloured(lines: Sequence[tuple[Line, Flow]], *, by_source: bool) -> dict[str, int]:
    """Give tracks greedily, from the line that begins first; flows with one end share a track."""
    spans: dict[str, tuple[int, int]] = {}
    for line, flow in lines:
        end = flow.source if by_source else flow.target
        low, high = sorted((line.begin, line.end))
        before = spans.get(end, (low, high))
        spans[end] = (min(low, before[0]), max(high, before[1]))
    track: dict[str, int] = {}
    reach: list[int] = []
    for end, (low, high) in sorted(spans.items(), key=lambda item: (item[1], item[0])):
        free = next((i for i, right in enumerate(reach) if right < low), len(reach))
        reach[free : free + 1] = [high]
        track[end] = free
    return {flow.id: track[flow.source if by_source else flow.target] for _, flow in lines}
