"""Where names stand beside events, gateways and flows, measured from the centre of a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kerja.workflow.bpmn.layout.lines import Route
from kerja.workflow.bpmn.layout.ranks import standing
from kerja.workflow.bpmn.layout.sizes import (
    BORDER_EVENT,
    TASK,
    Box,
    has_label,
    is_gateway,
    label_size,
    size,
)
from kerja.workflow.bpmn.process import Node, Process

_GAP = 4
_BELOW = 6
"""From a line to a text below it, whose letters begin right at the top of their box."""


def shape(node: Node) -> Box:
    """Return the rectangle of a node, from the centre of its cell."""
    x, y = BORDER_EVENT if node.on_border else (0, 0)
    extent = size(node)
    return Box(x - extent.width // 2, y - extent.height // 2, extent.width, extent.height)


def place_labels(process: Process, routes: Sequence[Route]) -> Mapping[str, Box]:
    """Return the rectangle of each label, by the id of its node or flow.

    The label of a gateway stands left above it, above the task before it too; those of its flows
    stand beside where they leave. So none lies on a line.
    """
    labels = {node.id: _label(node) for node in process.nodes if has_label(node)}
    leaving: dict[str, list[Route]] = defaultdict(list)
    for route in routes:
        if route.flow.name:
            leaving[route.flow.source].append(route)
    for source, found in leaving.items():
        labels |= _flow_labels(shape(process.by_id[source]), found)
    return labels


def extents(process: Process, labels: Mapping[str, Box]) -> Mapping[str, tuple[Box, ...]]:
    """Return all rectangles that belong to a cell, by the node that stands in it."""
    found: dict[str, list[Box]] = defaultdict(list)
    for node in process.nodes:
        found[standing(node)].append(shape(node))
        if node.id in labels:
            found[standing(node)].append(labels[node.id])
    for flow in process.flows:
        if flow.id in labels:
            found[standing(process.by_id[flow.source])].append(labels[flow.id])
    return {name: tuple(boxes) for name, boxes in found.items()}


def _label(node: Node) -> Box:
    extent, own = label_size(node.name), shape(node)
    if is_gateway(node):
        top = -(TASK.height // 2) - extent.height
        return Box(-_GAP - extent.width, top, extent.width, extent.height)
    if node.on_border:
        # Below the task and right of the flow that leaves the event downwards.
        return Box(own.right + 2, own.middle[1] + 2, extent.width, extent.height)
    return Box(-(extent.width // 2), own.bottom + 2, extent.width, extent.height)


def _flow_labels(own: Box, routes: Sequence[Route]) -> dict[str, Box]:
    """Return the labels of flows that leave one gateway, each beside the line that it names."""
    sides = {route.leaves for route in routes}
    below = "top" in sides and "bottom" not in sides
    found = _beside(own, [route for route in routes if route.leaves == "right"], below=below)
    highest = min((box.y - 2 for box in found.values()), default=own.y)
    for route in routes:
        extent = label_size(route.flow.name)
        if route.leaves == "top":
            top = min(own.y - 2, highest) - extent.height
            found[route.flow.id] = Box(_GAP, top, extent.width, extent.height)
        if route.leaves == "bottom":
            found[route.flow.id] = Box(_GAP, own.bottom + 2, extent.width, extent.height)
    return found


def _beside(own: Box, routes: Sequence[Route], *, below: bool) -> dict[str, Box]:
    """Return labels one after the other from the line that leaves to the right, down or up."""
    found: dict[str, Box] = {}
    edge = own.middle[1] + (_BELOW if below else -2)
    for route in routes:
        extent = label_size(route.flow.name)
        top = edge if below else edge - extent.height
        found[route.flow.id] = Box(own.right + _GAP, top, extent.width, extent.height)
        edge = top + extent.height + 1 if below else top - 1
    return found
