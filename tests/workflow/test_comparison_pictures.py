"""The picture of a comparison: what is gone stands in place, and a sign goes with each colour."""

import re
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given, settings
from tests.workflow.alterations import EDITS, altered_by_hand
from tests.workflow.test_picture import assert_clear

from kerja.workflow import Operation, Workflow, edit, to_dot, to_mermaid, to_svg
from kerja.workflow.marks import MARKS
from kerja.workflow.pictures.drawing import PAGE, draw
from kerja.workflow.scene import scene

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def altered(journey: Workflow) -> Workflow:
    return altered_by_hand(journey)


def words(svg: str) -> list[str]:
    return [text.text or "" for text in Tree.fromstring(svg).iter(f"{SVG}text")]


@settings(max_examples=20, deadline=None)
@given(operations=EDITS)
def test_every_form_shows_every_step_of_both_and_nothing_lies_over_anything(
    journey: Workflow, operations: list[Operation]
) -> None:
    edited, _ = edit(journey, operations)
    shown = scene(edited, against=journey)
    both = {step.id for step in (*journey, *edited)}
    assert [len(shown.steps), {step.id for step in shown.steps}] == [len(both), both]
    assert len(set(shown.numbers.values())) == len(both)
    mermaid, dot = to_mermaid(edited, against=journey), to_dot(edited, against=journey)
    for name in both:
        assert len(re.findall(rf"(?m)^    n_{name}[\[({{]", mermaid)) == 1
        assert len(re.findall(rf'(?m)^    "{name}" \[', dot)) == 1
    for panel in draw(shown, {}, {}).panels:
        assert_clear(panel)


def test_removed_steps_stand_where_they_stood(journey: Workflow, altered: Workflow) -> None:
    shown = [step.id for step in scene(altered, against=journey).steps]
    place = shown.index("verify_liveness")
    assert shown[place - 1 : place + 2] == [
        "verify_identity", "verify_liveness", "eligibility_check",
    ]  # fmt: skip


def test_numbers_are_those_of_the_new_journey_and_old_ones_have_a_minus(
    journey: Workflow, altered: Workflow
) -> None:
    shown = scene(altered, against=journey)
    alone = scene(altered)
    assert {step: shown.numbers[step] for step in alone.numbers} == alone.numbers
    assert shown.numbers["verify_liveness"] == "−5"
    assert [shown.marked(s) for s in ("help", "verify_liveness", "attend_training", "exit")] == [
        "+ 13", "− 5", "~ 18", "29",
    ]  # fmt: skip


def test_the_picture_has_sign_and_colour_for_each_change(
    journey: Workflow, altered: Workflow
) -> None:
    svg = to_svg(altered, title="x", against=journey)
    said = words(svg)
    assert {"+ 13", "+ 14", "− 5", "~ 4", "~ 12", "~ 18"} <= set(said)
    for sign, mark in MARKS.items():
        assert svg.count(mark.edge) > 1
        assert sign in said
        assert any(text.startswith(mark.word) for text in said)
    boxes = list(Tree.fromstring(svg).iter(f"{SVG}rect"))
    dashed = [box for box in boxes if box.get("stroke-dasharray")]
    assert {box.get("stroke") for box in dashed} == {MARKS["−"].edge}
    assert "2 added (+), 1 removed (−), 3 changed (~)" in (
        Tree.fromstring(svg).findtext(f"{SVG}desc") or ""
    )


def test_the_lines_of_what_is_gone_are_dashed_and_those_of_what_is_new_are_not(
    journey: Workflow, altered: Workflow
) -> None:
    svg = Tree.fromstring(to_svg(altered, title="x", against=journey))
    lines = [(p.get("stroke"), bool(p.get("stroke-dasharray"))) for p in svg.iter(f"{SVG}polyline")]
    assert lines.count((MARKS["−"].edge, True)) == 2
    assert lines.count((MARKS["+"].edge, False)) == 4
    assert {dashed for edge, dashed in lines if edge not in (MARKS["−"].edge,)} == {False}


def test_a_picture_of_a_comparison_fits_the_page(journey: Workflow, altered: Workflow) -> None:
    picture = draw(scene(altered, against=journey), {}, {})
    assert (picture.width, picture.height) <= PAGE
    sizes = [
        float(text.get("font-size", "0"))
        for text in Tree.fromstring(to_svg(altered, title="x", against=journey)).iter(f"{SVG}text")
    ]
    assert min(sizes) >= 7.5


def test_mermaid_and_graphviz_have_sign_and_colour_for_each_change(
    journey: Workflow, altered: Workflow
) -> None:
    mermaid, dot = to_mermaid(altered, against=journey), to_dot(altered, against=journey)
    for text in (mermaid, dot):
        assert all(label in text for label in ("+ 13 Do help", "− 5 Compare", "~ 18 Attend"))
        assert all(f"{sign} {mark.word}" in text for sign, mark in MARKS.items())
        assert all(mark.edge in text for mark in MARKS.values())
    assert "classDef removed fill:#fdecea,stroke:#b3261e,stroke-dasharray:5 3" in mermaid
    assert '  "verify_identity" -> "verify_liveness" [label="−"' in dot


def test_mermaid_colours_the_arrows_that_are_marked(journey: Workflow, altered: Workflow) -> None:
    lines = to_mermaid(altered, against=journey).splitlines()
    arrows = [line for line in lines if "-->" in line or "-.->" in line]
    for sign, mark in (("+", MARKS["+"]), ("−", MARKS["−"])):
        (style,) = (line for line in lines if "linkStyle" in line and mark.edge in line)
        places = [int(i) for i in style.split()[1].split(",")]
        assert places == [i for i, arrow in enumerate(arrows) if f'|"{sign}' in arrow]


def test_a_comparison_is_the_same_each_time(journey: Workflow, altered: Workflow) -> None:
    for write in (to_mermaid, to_dot):
        assert write(altered, against=journey) == write(altered, against=Workflow(journey.steps))
