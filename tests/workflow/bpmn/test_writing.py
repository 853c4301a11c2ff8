"""What is written can be read back whole: steps, ends of flows, lanes, shapes, in every dialect."""

import xml.etree.ElementTree as Tree
from collections import Counter

import pytest
from tests.workflow.bpmn.cases import drawn, journeys, profiles

from kerja.workflow import Workflow
from kerja.workflow.bpmn import DIALECTS, eligibility_table, to_bpmn, to_dmn

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
WORKFLOWS = {**journeys(), "random": drawn(7)}
NODES = ("Event", "Task", "Gateway")


def read(workflow: Workflow, dialect: str = "plain") -> Tree.Element:
    return Tree.fromstring(to_bpmn(workflow, name="Any & all", dialect=dialect))


def nodes(root: Tree.Element) -> dict[str, Tree.Element]:
    process = root.find(f"{BPMN}process")
    assert process is not None
    return {found.get("id", ""): found for found in process if found.tag.endswith(NODES)}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_step_is_a_node_in_one_lane_with_a_shape(name: str, dialect: str) -> None:
    root = read(WORKFLOWS[name], dialect)
    found = nodes(root)
    assert {step.id for step in WORKFLOWS[name]} <= set(found)
    in_lanes = Counter(ref.text for ref in root.iter(f"{BPMN}flowNodeRef"))
    assert in_lanes == Counter(list(found))
    assert all(len(lane) for lane in root.iter(f"{BPMN}lane"))
    drawn_things = {shape.get("bpmnElement") for shape in root.iter(f"{DI}BPMNShape")}
    assert set(found) <= drawn_things


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_flow_joins_two_nodes_and_is_drawn(name: str, dialect: str) -> None:
    root = read(WORKFLOWS[name], dialect)
    found = nodes(root)
    flows = {flow.get("id"): flow for flow in root.iter(f"{BPMN}sequenceFlow")}
    for name_of_flow, flow in flows.items():
        for end, tag in (("sourceRef", "outgoing"), ("targetRef", "incoming")):
            node = found[flow.get(end, "")]
            assert name_of_flow in [part.text for part in node.findall(f"{BPMN}{tag}")]
    assert set(flows) == {edge.get("bpmnElement") for edge in root.iter(f"{DI}BPMNEdge")}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_id_is_used_once(dialect: str) -> None:
    for text in (
        to_bpmn(WORKFLOWS["prakerja-2023"], name="any", dialect=dialect),
        to_dmn(eligibility_table(profiles()["prakerja-2023"]), dialect=dialect),
    ):
        ids = Counter(found.get("id") for found in Tree.fromstring(text).iter() if found.get("id"))
        assert set(ids.values()) == {1}


def test_no_node_splits_or_merges_but_a_gateway() -> None:
    for workflow in WORKFLOWS.values():
        for found in nodes(read(workflow)).values():
            if not found.tag.endswith("Gateway"):
                assert len(found.findall(f"{BPMN}incoming")) <= 1
                assert len(found.findall(f"{BPMN}outgoing")) <= 1


def test_a_choice_has_a_default_and_a_condition_on_every_other_flow() -> None:
    root = read(WORKFLOWS["prakerja-2023"])
    for gateway in root.iter(f"{BPMN}exclusiveGateway"):
        leaving = [part.text for part in gateway.findall(f"{BPMN}outgoing")]
        if len(leaving) > 1:
            flows = [f for f in root.iter(f"{BPMN}sequenceFlow") if f.get("id") in leaving]
            bare = [f.get("id") for f in flows if f.find(f"{BPMN}conditionExpression") is None]
            assert bare == [gateway.get("default")]


@pytest.mark.parametrize(
    ("dialect", "duration", "moment", "condition"),
    [
        ("plain", "P15D", "", 'eligible = "yes"'),
        ("spiffworkflow", '"P15D"', "", 'eligible == "yes"'),
        ("camunda7", "P15D", "${{{}}}", '${decision.eligible == "yes"}'),
        ("camunda8", "P15D", "={}", '=eligible = "yes"'),
    ],
)
def test_each_dialect_writes_in_its_own_language(
    dialect: str, duration: str, moment: str, condition: str
) -> None:
    text = to_bpmn(WORKFLOWS["prakerja-2023"], name="any", dialect=dialect)
    root = Tree.fromstring(text)
    conditions = [found.text for found in root.iter(f"{BPMN}conditionExpression")]
    assert condition in conditions
    dates = [found.text for found in root.iter(f"{BPMN}timeDate")]
    assert dates == [(moment or "{}").format("choose_course_due")]
    assert DIALECTS[dialect].duration(15) == duration


def test_no_file_mixes_two_vendors() -> None:
    vendors = ("spiffworkflow.org", "camunda.org/schema/1.0/bpmn", "camunda.org/schema/zeebe")
    for dialect in DIALECTS:
        text = to_bpmn(WORKFLOWS["prakerja-2023"], name="any", dialect=dialect)
        assert sum(vendor in text for vendor in vendors) == (dialect != "plain")


def test_camunda_7_is_told_how_long_to_keep_cases() -> None:
    table = eligibility_table(profiles()["prakerja-2023"])
    assert 'camunda:historyTimeToLive="P' in to_dmn(table, dialect="camunda7")
    text = to_bpmn(WORKFLOWS["prakerja-2023"], name="any", dialect="camunda7")
    assert 'camunda:historyTimeToLive="P' in text


def test_what_is_unknown_of_a_step_is_left_out() -> None:
    text = to_bpmn(WORKFLOWS["prakerja-2023"], name="any")
    steps = [found for found in Tree.fromstring(text).iter() if found.tag.endswith("1}step")]
    assert {found.get("unitCost") for found in steps} == {None, "5500"}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_same_input_gives_the_same_bytes(dialect: str) -> None:
    workflow, table = drawn(3), eligibility_table(profiles()["prakerja-2020"])
    assert len({to_bpmn(workflow, name="any", dialect=dialect) for _ in range(2)}) == 1
    assert len({to_dmn(table, dialect=dialect) for _ in range(2)}) == 1


def test_a_table_has_one_decision_and_as_many_cells_as_columns() -> None:
    table = eligibility_table(profiles()["prakerja-2020"])
    root = Tree.fromstring(to_dmn(table))
    assert len(root.findall(f"{DMN}decision")) == 1
    rules = list(root.iter(f"{DMN}rule"))
    assert len(rules) == len(table.rules)
    assert {len(rule.findall(f"{DMN}inputEntry")) for rule in rules} == {len(table.inputs)}
