"""The order in which nodes are placed: by the longest way from the start, ways back left out."""

from __future__ import annotations

from collections.abc import Mapping

from kerja.workflow.bpmn.process import Flow, Node, Process

Ways = Mapping[str, tuple[Flow, ...]]
"""Flows by the node that they leave or reach; those of a border event are those of its host."""


def standing(node: Node) -> str:
    """Return the node in whose cell a node stands: itself, or its host."""
    return node.host or node.id


def ways_on(process: Process) -> Ways:
    """Return the flows out of every node that does not stand on a border."""
    found: dict[str, list[Flow]] = {n.id: [] for n in process.nodes if not n.on_border}
    for flow in process.flows:
        found[standing(process.by_id[flow.source])].append(flow)
    return {name: tuple(flows) for name, flows in found.items()}


def without_ways_back(process: Process, onward: Ways) -> Ways:
    """Return the ways on but for those that close a loop, found depth first."""
    kept: dict[str, list[Flow]] = {name: [] for name in onward}
    on_path: set[str] = set()
    seen: set[str] = set()
    starts = [node.id for node in process.nodes if node.kind == "start"]
    for start in [*starts, *onward]:
        if start in seen:
            continue
        seen.add(start)
        on_path.add(start)
        path = [(start, iter(onward[start]))]
        while path:
            here, flows = path[-1]
            flow = next(flows, None)
            if flow is None:
                path.pop()
                on_path.discard(here)
                continue
            if flow.target not in on_path:
                kept[here].append(flow)
            if flow.target not in seen:
                seen.add(flow.target)
                on_path.add(flow.target)
                path.append((flow.target, iter(onward[flow.target])))
    return {name: tuple(flows) for name, flows in kept.items()}


def in_order(forward: Ways) -> tuple[str, ...]:
    """Return all nodes, every one after those that lead to it, by the longest way from a start."""
    open_ways: dict[str, int] = dict.fromkeys(forward, 0)
    for flows in forward.values():
        for flow in flows:
            open_ways[flow.target] += 1
    ready = [name for name, count in open_ways.items() if not count]
    ranks = dict.fromkeys(forward, 0)
    while ready:
        here = ready.pop()
        for flow in forward[here]:
            ranks[flow.target] = max(ranks[flow.target], ranks[here] + 1)
            open_ways[flow.target] -= 1
            if not open_ways[flow.target]:
                ready.append(flow.target)
    return tuple(sorted(forward, key=lambda name: ranks[name]))
