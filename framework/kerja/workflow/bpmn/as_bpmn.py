"""A process as BPMN 2.0 with its diagram, plain or in the dialect of an engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kerja.workflow.bpmn.compiling import to_process
from kerja.workflow.bpmn.diagram import COLLABORATION, POOL, diagram
from kerja.workflow.bpmn.dialects import DIALECTS, Detail, Dialect
from kerja.workflow.bpmn.elements import Attributes, Element, element, lines, serialised
from kerja.workflow.bpmn.facts import step_facts, variable_facts, way_facts
from kerja.workflow.bpmn.layout import draw
from kerja.workflow.bpmn.naming import lane_id
from kerja.workflow.bpmn.process import PROCESS, Flow, Node, NodeKind, Process
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow

_TAGS: dict[NodeKind, str] = {
    "start": "startEvent",
    "end": "endEvent",
    "event": "intermediateThrowEvent",
    "user": "userTask",
    "service": "serviceTask",
    "rule": "businessRuleTask",
    "script": "scriptTask",
    "receive": "receiveTask",
    "choice": "exclusiveGateway",
    "merge": "exclusiveGateway",
    "parallel": "parallelGateway",
    "timer": "boundaryEvent",
    "message": "boundaryEvent",
}
_TASKS = frozenset({"user", "service", "rule", "receive"})


def to_bpmn(workflow: Workflow, *, name: str, dialect: str = "plain") -> str:
    """Return a workflow as a BPMN 2.0 document; the same input gives the same bytes.

    Args:
        workflow: the journey; only a sound one is written.
        name: what the process is called in the diagram.
        dialect: plain, spiffworkflow, camunda7, camunda8.

    Raises:
        KerjaError: the workflow is not sound.
    """
    process = to_process(workflow, name=name)
    return _document(process, _drawn(process), DIALECTS[dialect])


def write_process(process: Process) -> Mapping[str, str]:
    """Return a process as a BPMN 2.0 document in every dialect, by the dialect's name."""
    drawn = _drawn(process)
    return {name: _document(process, drawn, dialect) for name, dialect in DIALECTS.items()}


def _drawn(process: Process) -> Sequence[str]:
    return lines(diagram(process, draw(process)), " ")


def _document(process: Process, drawn: Sequence[str], dialect: Dialect) -> str:
    head = {
        "id": "Definitions",
        "targetNamespace": "urn:kerja:journey",
        "exporter": "Kerja",
        **dialect.definitions(),
    }
    root = element(
        "bpmn:definitions",
        head,
        [
            _collaboration(process),
            *_messages(process, dialect),
            _process(process, dialect),
        ],
    )
    prefixes = ("bpmn", "bpmndi", "dc", "di", "xsi", "kerja", *dialect.prefixes)
    return serialised(root, prefixes, last=drawn)


def _collaboration(process: Process) -> Element:
    pool = {"id": POOL, "name": process.name, "processRef": PROCESS}
    return element("bpmn:collaboration", {"id": COLLABORATION}, [element("bpmn:participant", pool)])


def _messages(process: Process, dialect: Dialect) -> Iterator[Element]:
    for node in process.nodes:
        if node.message:
            attributes = {"id": _message_id(node), "name": node.message}
            yield element("bpmn:message", attributes, _extended(*dialect.message()))


def _process(process: Process, dialect: Dialect) -> Element:
    attributes = {"id": PROCESS, "name": process.name, "isExecutable": "true"}
    return element(
        "bpmn:process",
        {**attributes, **dialect.process()},
        [
            *_extended(*variable_facts(process.variables)),
            _lanes(process),
            *(_node(process, node, dialect) for node in process.nodes),
            *(_flow(flow, dialect) for flow in process.flows),
        ],
    )


def _lanes(process: Process) -> Element:
    lanes = [
        element(
            "bpmn:lane",
            {"id": lane_id(lane), "name": word(f"lane.{lane}", {})},
            [
                element("bpmn:flowNodeRef", text=node.id)
                for node in process.nodes
                if node.lane == lane
            ],
        )
        for lane in process.lanes
    ]
    return element("bpmn:laneSet", {"id": "Lanes"}, lanes)


def _node(process: Process, node: Node, dialect: Dialect) -> Element:
    """Return a node with its parts in the order of the schema."""
    detail = _detail(node, dialect)
    facts = step_facts(node.step) if node.step is not None else ()
    return element(
        f"bpmn:{detail.tag or _TAGS[node.kind]}",
        {"id": node.id, "name": node.name, **_attributes(node), **detail.attributes},
        [
            *([element("bpmn:documentation", text=node.note)] if node.note else []),
            *_extended(*facts, *detail.extensions),
            *(element("bpmn:incoming", text=flow.id) for flow in process.incoming[node.id]),
            *(element("bpmn:outgoing", text=flow.id) for flow in process.outgoing[node.id]),
            *detail.body,
            *_event(node, dialect),
        ],
    )


def _detail(node: Node, dialect: Dialect) -> Detail:
    if node.kind == "script":
        return dialect.script(node)
    return dialect.task(node) if node.kind in _TASKS else Detail()


def _attributes(node: Node) -> Attributes:
    border = {"attachedToRef": node.host, "cancelActivity": "true"} if node.on_border else {}
    asks = {"messageRef": _message_id(node)} if node.kind == "receive" else {}
    return {"default": node.default, **border, **asks}


def _event(node: Node, dialect: Dialect) -> Iterator[Element]:
    if node.kind == "message":
        attributes = {"id": f"Event_{node.host}", "messageRef": _message_id(node)}
        yield element("bpmn:messageEventDefinition", attributes)
    if node.kind == "timer":
        if node.days is not None:
            timer = _formal("bpmn:timeDuration", dialect.duration(node.days))
        else:
            timer = _formal("bpmn:timeDate", dialect.moment(node.until))
        yield element("bpmn:timerEventDefinition", {"id": f"Event_{node.host}"}, [timer])


def _flow(flow: Flow, dialect: Dialect) -> Element:
    attributes = {
        "id": flow.id,
        "name": flow.name,
        "sourceRef": flow.source,
        "targetRef": flow.target,
    }
    facts = [way_facts(code, way) for code, way in flow.ways]
    made = element("bpmn:sequenceFlow", attributes, _extended(*facts))
    if flow.condition is not None:
        made.append(_formal("bpmn:conditionExpression", dialect.condition(flow.condition)))
    return made


def _formal(tag: str, text: str) -> Element:
    return element(tag, {"xsi:type": "bpmn:tFormalExpression"}, text=text)


def _extended(*extensions: Element) -> list[Element]:
    return [element("bpmn:extensionElements", {}, extensions)] if extensions else []


def _message_id(node: Node) -> str:
    return f"Message_{node.message}"
