"""The picture: one page, readable, nothing over anything else."""

from itertools import combinations, pairwise
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerja.workflow import (
    LABELS,
    AddBranch,
    InsertBefore,
    Operation,
    Step,
    Workflow,
    edit,
    to_svg,
)
from kerja.workflow.pictures.drawing import PAGE, draw
from kerja.workflow.pictures.lettering import width, wrap
from kerja.workflow.pictures.picture import Frame, Panel
from kerja.workflow.scene import scene

SVG = "{http://www.w3.org/2000/svg}"


def new(name: str, lane: str = "programme-office") -> Step:
    return Step(name, f"Do what is called {name}", "service", lane, "enrol")  # type: ignore[arg-type]


def adapted(journey: Workflow) -> Workflow:
    steps = tuple(new(f"cash_{i}", "payment-provider") for i in range(4))
    desk = tuple(new(f"desk_{i}", "province") for i in range(3))
    edited, clashes = edit(
        journey,
        [
            AddBranch(rule="A", at="pay_incentive", rejoins="survey_1", when="cash", steps=steps),
            AddBranch(
                rule="B", at="register_account", rejoins="verify_contact", when="desk", steps=desk
            ),
            InsertBefore(rule="C", before="link_account", steps=(new("help", "civil-society"),)),
        ],
    )
    assert clashes == ()
    return edited


@pytest.fixture(params=["as it is", "adapted"])
def workflow(request: pytest.FixtureRequest, journey: Workflow) -> Workflow:
    return journey if request.param == "as it is" else adapted(journey)


def segments(panel: Panel) -> list[tuple[str, str, Frame]]:
    return [
        (line.start, line.end, Frame(min(a[0], b[0]) - 0.3, min(a[1], b[1]) - 0.3,
                                     abs(a[0] - b[0]) + 0.6, abs(a[1] - b[1]) + 0.6))
        for line in panel.lines
        for a, b in pairwise(line.points)
    ]  # fmt: skip


def inside(frame: Frame) -> Frame:
    return Frame(frame.x + 0.5, frame.y + 0.5, frame.width - 1, frame.height - 1)


def assert_clear(panel: Panel) -> None:
    frames = [box.frame for box in panel.boxes]
    notes = [note.frame for note in panel.notes]
    assert not any(a.meets(b) for a, b in combinations(frames, 2))
    assert not any(a.meets(b) for a, b in combinations(notes, 2))
    assert not any(note.meets(frame) for note in notes for frame in frames)
    for start, end, segment in segments(panel):
        assert not any(segment.meets(note) for note in notes), (start, end)
        crossed = [b.step.id for b in panel.boxes if segment.meets(inside(b.frame))]
        assert crossed == [], (start, end)


def test_no_note_lies_over_a_line_or_a_box(workflow: Workflow) -> None:
    for panel in draw(scene(workflow), {}, {}).panels:
        assert_clear(panel)


def test_lines_turn_at_right_angles_only(workflow: Workflow) -> None:
    for panel in draw(scene(workflow), {}, {}).panels:
        for line in panel.lines:
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line.points))


def test_everything_stands_within_the_page(workflow: Workflow) -> None:
    picture = draw(scene(workflow), {}, {})
    for panel in picture.panels:
        for frame in [*(b.frame for b in panel.boxes), *(n.frame for n in panel.notes)]:
            assert frame.x >= 0
            assert frame.right <= picture.width
            assert frame.bottom <= picture.height


def test_36_steps_fit_one_landscape_page_with_text_of_at_least_7_5_points(
    workflow: Workflow,
) -> None:
    assert len(workflow) <= 36
    picture = draw(scene(workflow), {}, {})
    assert (picture.width, picture.height) <= PAGE
    sizes = [
        float(text.get("font-size", "0"))
        for text in Tree.fromstring(to_svg(workflow, title="x")).iter(f"{SVG}text")
    ]
    assert min(sizes) >= 7.5


def test_every_step_is_drawn_once(workflow: Workflow) -> None:
    drawn = [box.step.id for panel in draw(scene(workflow), {}, {}).panels for box in panel.boxes]
    assert sorted(drawn) == sorted(step.id for step in workflow)


def test_every_way_is_a_line_or_a_note(workflow: Workflow) -> None:
    picture = draw(scene(workflow), {}, {})
    lines = sum(len(panel.lines) for panel in picture.panels)
    notes = sum(note.manner != "rule" for panel in picture.panels for note in panel.notes)
    ways = sum(len(step.ways) + (step.deadline is not None) for step in workflow)
    assert lines + notes == ways


def test_the_picture_can_be_read_aloud_and_names_its_fonts(journey: Workflow) -> None:
    root = Tree.fromstring(to_svg(journey, title="A & B"))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "A & B"
    assert "28 steps" in (root.findtext(f"{SVG}desc") or "")
    assert "Noto Sans Khmer" in (root.get("font-family") or "")


def test_names_lanes_and_outcomes_can_be_translated(journey: Workflow) -> None:
    labels = {key: f"<{key}>" for key in LABELS} | {"not confirmed": "មិនបញ្ជាក់"}
    names = {"exit": "ចាកចេញ"}
    text = to_svg(journey, title="x", names=names, labels=labels)
    words = " ".join(t.text or "" for t in Tree.fromstring(text).iter(f"{SVG}text"))
    assert "មិនបញ្ជាក់" in words
    assert "ចាកចេញ" in words
    assert "Programme office" not in words


def test_steps_that_a_rule_brought_in_are_marked_with_its_id(journey: Workflow) -> None:
    words = [
        t.text for t in Tree.fromstring(to_svg(adapted(journey), title="x")).iter(f"{SVG}text")
    ]
    assert words.count("A") == 4
    assert words.count("C") == 1


def test_an_empty_workflow_is_an_empty_picture() -> None:
    assert Tree.fromstring(to_svg(Workflow(), title="nothing")).findtext(f"{SVG}title") == "nothing"


def test_drawing_twice_gives_the_same_bytes(journey: Workflow) -> None:
    assert to_svg(journey, title="x") == to_svg(Workflow(journey.steps), title="x")


@settings(max_examples=25, deadline=None)
@given(
    branches=st.lists(
        st.tuples(st.integers(0, 26), st.integers(0, 27), st.integers(0, 3)), max_size=4
    )
)
def test_no_note_lies_over_a_line_whatever_branches_are_added(
    journey: Workflow, branches: list[tuple[int, int, int]]
) -> None:
    ids = [step.id for step in journey if step.kind != "end"]
    operations: list[Operation] = [
        AddBranch(
            rule=f"R-{i}",
            at=ids[at % len(ids)],
            rejoins=journey.steps[to].id,
            when="for a reason that takes a few words",
            steps=tuple(new(f"s{i}_{k}", "finance") for k in range(count)),
        )
        for i, (at, to, count) in enumerate(branches)
    ]
    edited, _ = edit(journey, operations)
    for panel in draw(scene(edited), {}, {}).panels:
        assert_clear(panel)


@given(st.text(max_size=60), st.floats(20, 200))
def test_no_line_of_wrapped_text_is_wider_than_its_room(text: str, room: float) -> None:
    for line in wrap(text, 8, room):
        assert width(line, 8) <= room or len(line) < 12


def test_words_are_wrapped_whole_where_they_fit() -> None:
    assert wrap("Rate and review the course", 8, 60) == ("Rate and", "review the", "course")


def test_khmer_is_cut_at_marked_places_and_never_before_a_mark() -> None:
    assert wrap("ចុះឈ្មោះ\u200bគណនី", 8, 34) == ("ចុះឈ្មោះ", "គណនី")
