"""Ways to break the XML of a process or of a decision table."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DD = "{http://www.omg.org/spec/DD/20100524/DI}"
DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"


def without_ends(root: ET.Element) -> None:
    """Nodes do not say which flows they have."""
    for tag in ("incoming", "outgoing"):
        _remove_all(root, f"{BPMN}{tag}")


def without_diagram(root: ET.Element) -> None:
    """There is nothing to draw."""
    _remove_all(root, f"{DI}BPMNDiagram")


def without_a_shape(root: ET.Element) -> None:
    """One task is not drawn."""
    task = _first(root, f"{BPMN}userTask").get("id")
    _remove(root, _with(root, "bpmnElement", task))


def without_an_edge(root: ET.Element) -> None:
    """One flow is not drawn."""
    _remove(root, _first(root, f"{DI}BPMNEdge"))


def without_drawn_lanes(root: ET.Element) -> None:
    """The lanes are there, but not in the picture."""
    for lane in list(root.iter(f"{BPMN}lane")):
        _remove(root, _with(root, "bpmnElement", lane.get("id")))


def with_an_unknown_node_in_a_lane(root: ET.Element) -> None:
    """A lane names a node that does not exist."""
    _first(root, f"{BPMN}flowNodeRef").text = "nobody"


def with_a_flow_to_nowhere(root: ET.Element) -> None:
    """A flow leads to a node that does not exist."""
    _first(root, f"{BPMN}sequenceFlow").set("targetRef", "nowhere")


def with_one_id_twice(root: ET.Element) -> None:
    """Two flows have one id."""
    first, second, *_ = root.iter(f"{BPMN}sequenceFlow")
    second.set("id", first.get("id", ""))


def with_children_out_of_order(root: ET.Element) -> None:
    """A task names its flows before it says what it is."""
    task = _first(root, f"{BPMN}userTask")
    incoming = _first(task, f"{BPMN}incoming")
    task.remove(incoming)
    task.append(incoming)


def with_an_edge_of_one_point(root: ET.Element) -> None:
    """A line has a beginning and no end."""
    edge = _first(root, f"{DI}BPMNEdge")
    for point in list(edge.iter(f"{DD}waypoint"))[1:]:
        edge.remove(point)


def with_a_node_in_no_lane(root: ET.Element) -> None:
    """Nobody is responsible for a step."""
    task = _first(root, f"{BPMN}userTask").get("id")
    for reference in list(root.iter(f"{BPMN}flowNodeRef")):
        if reference.text == task:
            _remove(root, reference)


def with_the_plane_of_the_process(root: ET.Element) -> None:
    """The picture is of the process, so pool and lanes are not drawn."""
    process = _first(root, f"{BPMN}process").get("id", "")
    _first(root, f"{DI}BPMNPlane").set("bpmnElement", process)


def with_a_label_over_a_task(root: ET.Element) -> None:
    """The name of a start stands on the first task."""
    task = _first(root, f"{BPMN}userTask").get("id")
    where = _first(_with(root, "bpmnElement", task), _BOUNDS)
    for label in root.iter(f"{DI}BPMNLabel"):
        _first(label, _BOUNDS).attrib.update(where.attrib)
        return


def with_a_bare_condition(root: ET.Element) -> None:
    """A condition is not marked as FEEL, so Camunda 8 reads it as a text."""
    condition = _first(root, f"{BPMN}conditionExpression")
    condition.text = (condition.text or "").removeprefix("=")


def with_a_condition_of_another_engine(root: ET.Element) -> None:
    """A condition is written for Camunda 7."""
    for condition in root.iter(f"{BPMN}conditionExpression"):
        condition.text = '${eligible == "yes"}'


def with_conditions_that_nobody_reads(root: ET.Element) -> None:
    """The result of a step is asked for under another name, so everybody is refused."""
    for condition in root.iter(f"{BPMN}conditionExpression"):
        condition.text = (condition.text or "").replace("_outcome", "_result")


def without_a_default(root: ET.Element) -> None:
    """A gateway leads nowhere if no condition holds."""
    for gateway in root.iter(f"{BPMN}exclusiveGateway"):
        gateway.attrib.pop("default", None)


def with_two_flows_exchanged(root: ET.Element) -> None:
    """What should lead on leads to the refusal, and the other way round."""
    gateway = next(g for g in root.iter(f"{BPMN}exclusiveGateway") if g.get("default"))
    a, b, *_ = (
        f for f in root.iter(f"{BPMN}sequenceFlow") if f.get("sourceRef") == gateway.get("id")
    )
    exchanged = {a.get("targetRef"): b, b.get("targetRef"): a}
    for target, flow in exchanged.items():
        node = _with(root, "id", target)
        for incoming in node.iter(f"{BPMN}incoming"):
            if incoming.text in (a.get("id"), b.get("id")):
                incoming.text = flow.get("id")
        flow.set("targetRef", target or "")


def with_a_deadline_that_stops_nothing(root: ET.Element) -> None:
    """Who is late is told so, and goes on as well."""
    for event in root.iter(f"{BPMN}boundaryEvent"):
        event.set("cancelActivity", "false")


def with_a_deadline_in_words(root: ET.Element) -> None:
    """Days are not written as ISO 8601."""
    for tag in ("timeDuration", "timeDate"):
        for duration in root.iter(f"{BPMN}{tag}"):
            duration.text = "two weeks"


def without_the_extensions(root: ET.Element) -> None:
    """Nothing says which worker or which decision a task calls."""
    for tag in ("serviceTask", "businessRuleTask"):
        for task in root.iter(f"{BPMN}{tag}"):
            for extension in list(task.iter(f"{BPMN}extensionElements")):
                task.remove(extension)


def without_counting(root: ET.Element) -> None:
    """Tries are counted from the beginning each time."""
    for script in root.iter(f"{BPMN}script"):
        # Tries are numbers, and entries of a dictionary where numbers get lost at a join.
        kept = re.sub(r"\{\*\*\w+, ", "{", script.text or "")
        script.text = kept if kept != script.text else kept.replace("+ 1", "+ 0")


def with_a_list_of_feel(root: ET.Element) -> None:
    """A cell is written in FEEL for an engine that reads Python."""
    for cell in _cells(root):
        if " in (" in (cell.text or ""):
            cell.text = (cell.text or "").split("(")[1].rstrip(",) ")


def with_a_bound_moved(root: ET.Element) -> None:
    """The first number in a rule is one too high."""
    for cell in _cells(root):
        found = "".join(c if c.isdigit() else " " for c in cell.text or "").split()
        if found:
            cell.text = (cell.text or "").replace(found[0], str(int(found[0]) + 1))
            return


def _cells(root: ET.Element) -> Iterator[ET.Element]:
    for entry in root.iter(f"{DMN}inputEntry"):
        yield from entry.iter(f"{DMN}text")


_BOUNDS = "{http://www.omg.org/spec/DD/20100524/DC}Bounds"


def _first(root: ET.Element, tag: str) -> ET.Element:
    return next(root.iter(tag))


def _with(root: ET.Element, attribute: str, value: str | None) -> ET.Element:
    return next(element for element in root.iter() if element.get(attribute) == value)


def _remove(root: ET.Element, element: ET.Element) -> None:
    for parent in root.iter():
        if element in list(parent):
            parent.remove(element)
            return


def _remove_all(root: ET.Element, tag: str) -> None:
    for element in list(root.iter(tag)):
        _remove(root, element)
