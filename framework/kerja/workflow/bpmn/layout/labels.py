"""Where names stand beside events, gateways and flows, measured from the centre of a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kerja.workflow.bpmn.layout.grid import standing
from kerja.workflow.bpmn.layout.routes import Route
from kerja.workflow.bpmn.layout.sizes import (
    Box,
    has_label,
    is_gateway,
    label_size,
    size,
)
from kerja.workflow.bpmn.process import Node, Process

BORDER_EVENT = (25, 40)
"""Centre of an event on the border of a task, from the centre of the task."""

_GAP = 4


def shape(node: Node) -> Box:
    """Return the rectangle of a node, from the centre of its cell."""
    x, y = BORDER_EVENT if node.on_border else (0, 0)
    extent = size(node)
    return Box(x - extent.width // 2, y - extent.height // 2, extent.width, extent.height)


def place_labels(process: Process, routes: Sequence[Route]) -> Mapping[str, Box]:
    """Return the rectangle of each label, by the id of its node or flow.

    The label of a gateway stands left above it, those of its flows beside where they leave; so
    none lies on a line.
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
        return Box(-_GAP - extent.width, own.y - _GAP - extent.height, extent.width, extent.height)
    if node.on_border:
        # Below the task and right of the flow that leaves the event downwards.
        return Box(own.right + 2, own.middle[1] + 2, extent.width, extent.height)
    return Box(-(extent.width // 2), own.bottom + 2, extent.width, extent.height)


def _flow_labels(own: Box, routes: Sequence[Route]) -> dict[str, Box]:
    found: dict[str, Box] = {}
    bottom = own.middle[1] - 2
    for route in routes:
        extent = label_size(route.flow.name)
        if route.leaves == "right":
            top = bottom - extent.height
            found[route.flow.id] = Box(own.right + _GAP, top, extent.width, extent.height)
            bottom = top - 1
    for route in routes:
        extent = label_size(route.flow.name)
        if route.leaves == "top":
            top = min(own.y - 2, bottom - 1) - extent.height
            found[route.flow.id] = Box(_GAP, top, extent.width, extent.height)
        if route.leaves == "bottom":
            found[route.flow.id] = Box(_GAP, own.bottom + 2, extent.width, extent.height)
    return found
