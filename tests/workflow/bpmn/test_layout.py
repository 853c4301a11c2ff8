"""The diagram can be read: nothing lies on anything else, and lanes are kept."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workflow.bpmn.cases import drawn, journeys

from kerja.workflow import Workflow
from kerja.workflow.bpmn import Process, to_process
from kerja.workflow.bpmn.layout import Box, Drawing, Point, draw


@pytest.mark.parametrize("name", sorted(journeys()))
def test_a_shipped_diagram_can_be_read(name: str) -> None:
    assert problems(journeys()[name]) == []


@given(seed=st.integers(0, 100_000))
@settings(max_examples=40, deadline=None)
def test_any_diagram_can_be_read(seed: int) -> None:
    assert problems(drawn(seed)) == []


def test_the_same_process_is_drawn_alike() -> None:
    workflow = journeys()["prakerja-2023"]
    assert draw(to_process(workflow, name="any")) == draw(to_process(workflow, name="any"))


def problems(workflow: Workflow) -> list[str]:
    process = to_process(workflow, name="any")
    drawing = draw(process)
    return [
        *lines_through_boxes(drawing),
        *boxes_on_boxes(process, drawing),
        *nodes_outside_lanes(process, drawing),
        *lines_on_lines(process, drawing),
    ]


def lines_through_boxes(drawing: Drawing) -> list[str]:
    return [
        f"{flow} crosses {name}"
        for flow, a, b in segments(drawing)
        for boxes in (drawing.nodes, drawing.labels)
        for name, box in boxes.items()
        if min(a[0], b[0]) < box.right
        and max(a[0], b[0]) > box.x
        and min(a[1], b[1]) < box.bottom
        and max(a[1], b[1]) > box.y
    ]


def boxes_on_boxes(process: Process, drawing: Drawing) -> list[str]:
    boxes = [*drawing.nodes.items(), *((f"label {n}", b) for n, b in drawing.labels.items())]
    hosts = {node.id: node.host for node in process.nodes}
    return [
        f"{one} lies on {other}"
        for (one, a), (other, b) in combinations(boxes, 2)
        if overlap(a, b) and hosts.get(one) != other and hosts.get(other) != one
    ]


def nodes_outside_lanes(process: Process, drawing: Drawing) -> list[str]:
    return [
        f"{node.id} is outside its lane"
        for node in process.nodes
        if not within(drawing.nodes[node.id], drawing.lanes[node.lane])
    ]


def lines_on_lines(process: Process, drawing: Drawing) -> list[str]:
    """Two flows may share a line only towards an end that they have in common."""
    ends = {flow.id: (flow.source, flow.target) for flow in process.flows}
    return [
        f"{one} runs on {other}"
        for (one, a, b), (other, c, d) in combinations(segments(drawing), 2)
        if ends[one][0] != ends[other][0]
        and ends[one][1] != ends[other][1]
        and any(
            a[axis] == b[axis] == c[axis] == d[axis]
            and max(min(a[1 - axis], b[1 - axis]), min(c[1 - axis], d[1 - axis]))
            < min(max(a[1 - axis], b[1 - axis]), max(c[1 - axis], d[1 - axis]))
            for axis in (0, 1)
        )
    ]


def segments(drawing: Drawing) -> list[tuple[str, Point, Point]]:
    return [(name, a, b) for name, points in drawing.flows.items() for a, b in pairwise(points)]


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def within(inner: Box, outer: Box) -> bool:
    return (
        outer.x < inner.x
        and inner.right < outer.right
        and outer.y < inner.y
        and inner.bottom < outer.bottom
    )
