"""The diagram can be read: nothing lies on anything else, and lanes are kept."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.adaptation.random_facts import random_country
from tests.countries import with_journey
from tests.verify.bpmn.legibility import LEAST_POINTS, on_paper
from tests.workflow.bpmn.cases import drawn, journeys

from kerja.blueprint import adapt
from kerja.workflow import Workflow
from kerja.workflow.bpmn import Process, to_process
from kerja.workflow.bpmn.layout import Box, Drawing, Point, draw

LABEL_POINTS = 11
"""Height of the smallest text in a drawing program, in pixels."""

EDGE = 40
"""Pixels left free around a drawing, both sides together."""


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


def test_a_journey_half_as_long_again_as_the_model_is_legible_on_three_sheets() -> None:
    found = [adapt(with_journey(random_country(seed))).workflow for seed in range(6)]
    assert max(len(workflow.steps) for workflow in found) > 42
    for workflow in found:
        assert problems(workflow) == []
        pool = draw(to_process(workflow, name="any")).pool
        assert LABEL_POINTS * on_paper(pool.width + EDGE, pool.height + EDGE) >= LEAST_POINTS


def test_a_step_of_another_lane_stands_above_or_below_the_one_before() -> None:
    workflow = journeys()["prakerja-2023"]
    nodes = draw(to_process(workflow, name="any")).nodes
    assert workflow["join_batch"].lane != workflow["select_lottery"].lane
    assert nodes["join_batch"].middle[0] == nodes["select_lottery"].middle[0]


def test_each_of_three_ways_out_of_a_choice_begins_at_its_own_side() -> None:
    for workflow in (*journeys().values(), *map(drawn, range(60))):
        process = to_process(workflow, name="any")
        flows = draw(process).flows
        for node in process.nodes:
            ways = process.outgoing[node.id]
            if node.kind == "choice" and len(ways) <= 3:
                assert len({flows[way.id][0] for way in ways}) == len(ways)


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
