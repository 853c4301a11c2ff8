"""The diagram of a process as BPMN diagram interchange."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.workflow.bpmn.elements import Attributes, Element, element
from kerja.workflow.bpmn.layout import Box, Drawing
from kerja.workflow.bpmn.naming import lane_id
from kerja.workflow.bpmn.process import Process

COLLABORATION = "Collaboration"
POOL = "Pool"


def diagram(process: Process, drawing: Drawing) -> Element:
    """Return the diagram of a process."""
    plane = {"id": "Plane", "bpmnElement": COLLABORATION}
    children = (*_pool(drawing), *_nodes(process, drawing), *_flows(process, drawing))
    return element(
        "bpmndi:BPMNDiagram", {"id": "Diagram"}, [element("bpmndi:BPMNPlane", plane, children)]
    )


def _pool(drawing: Drawing) -> Iterator[Element]:
    yield _shape(POOL, drawing.pool, {"isHorizontal": "true"})
    for lane, box in drawing.lanes.items():
        yield _shape(lane_id(lane), box, {"isHorizontal": "true"})


def _nodes(process: Process, drawing: Drawing) -> Iterator[Element]:
    for node in process.nodes:
        marker = {"isMarkerVisible": "true"} if node.kind in ("choice", "merge") else {}
        shape = _shape(node.id, drawing.nodes[node.id], marker)
        shape.extend(_label(drawing, node.id))
        yield shape


def _flows(process: Process, drawing: Drawing) -> Iterator[Element]:
    for flow in process.flows:
        points = [element("di:waypoint", {"x": x, "y": y}) for x, y in drawing.flows[flow.id]]
        attributes = {"id": f"{flow.id}_di", "bpmnElement": flow.id}
        yield element("bpmndi:BPMNEdge", attributes, [*points, *_label(drawing, flow.id)])


def _shape(of: str, box: Box, attributes: Attributes) -> Element:
    head = {"id": f"{of}_di", "bpmnElement": of, **attributes}
    return element("bpmndi:BPMNShape", head, [_bounds(box)])


def _label(drawing: Drawing, of: str) -> Iterator[Element]:
    if of in drawing.labels:
        yield element("bpmndi:BPMNLabel", {}, [_bounds(drawing.labels[of])])


def _bounds(box: Box) -> Element:
    return element("dc:Bounds", {"x": box.x, "y": box.y, "width": box.width, "height": box.height})
