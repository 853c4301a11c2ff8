"""What is begun together, waited for, or tried a limited number of times is told in every form."""

from itertools import combinations
from xml.etree import ElementTree as Tree

import pytest
from tests.workflow.test_picture import assert_clear

from kerja.workflow import (
    LABELS,
    Deadline,
    Step,
    Way,
    Workflow,
    reading_order,
    to_dot,
    to_mermaid,
    to_svg,
    to_text,
)
from kerja.workflow.pictures.drawing import PAGE, draw
from kerja.workflow.scene import scene

SVG = "{http://www.w3.org/2000/svg}"


def step(name: str, kind: str, lane: str, *ways: Way, deadline: Deadline | None = None) -> Step:
    title = name.replace("-", " ").capitalize()
    phase = "provide" if name in ("attend", "pay", "leave") else "enrol"
    return Step(name, title, kind, lane, phase, ways=ways, deadline=deadline)  # type: ignore[arg-type]


THREE = Workflow(
    (
        step("begin", "start", "programme-office", Way("part")),
        step("part", "fork", "programme-office", Way("account"), Way("voucher"), Way("health")),
        step(
            "account",
            "service",
            "payment-provider",
            Way("link"),
            Way("account", "papers missing", at_most=3, then="leave"),
        ),
        step("link", "person", "applicant", Way("meet")),
        step("voucher", "service", "programme-office", Way("meet")),
        step("health", "manual", "province", Way("meet"), deadline=Deadline(10, "meet")),
        step("meet", "join", "programme-office", Way("attend")),
        step("attend", "person", "applicant", Way("pay", "", at_most=2), Way("leave", "gives up")),
        step("pay", "payment", "payment-provider", Way("attend")),
        step("leave", "end", "applicant"),
    )
)


def words(svg: str) -> list[str]:
    return [text.text or "" for text in Tree.fromstring(svg).iter(f"{SVG}text")]


def test_text_names_every_way_of_a_fork_and_what_a_join_waits_for() -> None:
    lines = to_text(THREE).splitlines()
    assert [line.strip() for line in lines if "same time" in line] == [
        "at the same time -> 3 account",
        "at the same time -> 5 voucher",
        "at the same time -> 6 health",
    ]
    assert "       waits for steps 4, 5, 6" in lines


def test_text_says_where_a_way_leads_that_was_taken_as_often_as_allowed() -> None:
    text = to_text(THREE)
    assert "papers missing -> 3 account (3 times at most, then -> 10 leave)" in text


def test_a_limit_on_the_usual_way_is_told_although_the_next_step_follows() -> None:
    assert "       -> 9 pay (2 times at most, then -> 10 leave)" in to_text(THREE)


def test_a_way_that_can_be_taken_once_says_so(journey: Workflow) -> None:
    told = to_text(journey)
    assert "-> 4 verify_identity (once at most, then -> 28 exit)" in told
    assert "1 times" not in told


def test_mermaid_draws_every_way_of_a_fork_and_of_a_limit() -> None:
    lines = to_mermaid(THREE).splitlines()
    assert '    n_part[["2 Part"]]' in lines
    assert '    n_meet[["7 Meet<br/>waits for steps 4, 5, 6"]]' in lines
    for target in ("account", "voucher", "health"):
        assert f'  n_part -->|"at the same time"| n_{target}' in lines
    assert '  n_account -->|"papers missing"| n_account' in lines
    assert '  n_account -->|"papers missing#59; 3 times at most, then"| n_leave' in lines


def test_graphviz_draws_every_way_of_a_fork_and_of_a_limit() -> None:
    lines = to_dot(THREE).splitlines()
    assert '  "part" -> "health" [label="at the same time"];' in lines
    assert '  "account" -> "leave" [label="papers missing; 3 times at most, then"];' in lines
    assert any("waits for steps 4, 5, 6" in line for line in lines)


def test_the_picture_draws_a_line_for_every_way_of_a_fork() -> None:
    panels = draw(scene(THREE), {}, {}).panels
    lines = {(line.start, line.end) for panel in panels for line in panel.lines}
    assert {("part", "account"), ("part", "voucher"), ("part", "health")} <= lines
    assert {("link", "meet"), ("voucher", "meet"), ("health", "meet")} <= lines


def test_the_lines_of_a_fork_keep_apart_where_they_pass_rows() -> None:
    for panel in draw(scene(THREE), {}, {}).panels:
        parting = [line for line in panel.lines if line.start == "part"]
        for one, other in combinations(parting, 2):
            assert one.points[-1] != other.points[-1]


def test_the_picture_says_at_the_same_time_once_with_all_numbers() -> None:
    svg = to_svg(THREE, title="x")
    assert words(svg).count("at the same time") == 1
    assert "waits for steps 4, 5, 6" in words(svg)
    assert "(3 times at most, then" in " ".join(words(svg))


def test_the_legend_explains_forks_and_joins_where_there_are_some(journey: Workflow) -> None:
    assert LABELS["kind.fork"] in words(to_svg(THREE, title="x"))
    assert LABELS["kind.join"] in words(to_svg(THREE, title="x"))
    assert LABELS["kind.fork"] not in words(to_svg(journey, title="x"))


def test_a_fork_of_three_fits_the_page_and_nothing_lies_over_anything() -> None:
    picture = draw(scene(THREE), {}, {})
    assert (picture.width, picture.height) <= PAGE
    for panel in picture.panels:
        assert_clear(panel)


@pytest.mark.parametrize("write", [to_text, to_mermaid, to_dot])
def test_a_remark_stands_beside_its_step_in_every_text(write: object, journey: Workflow) -> None:
    assert callable(write)
    plain, told = write(journey), write(journey, remarks={"appeal": "reached by 33–52%"})
    assert "reached by 33–52%" not in plain
    assert told.count("reached by 33–52%") == 1


def test_remarks_on_all_steps_leave_the_picture_on_one_page(journey: Workflow) -> None:
    remarks = {step.id: "reached by 33–52%, busy to 81%" for step in journey}
    picture = draw(scene(journey, remarks=remarks), {}, {})
    assert (picture.width, picture.height) <= PAGE
    notes = [note for panel in picture.panels for note in panel.notes]
    assert sum(note.manner == "measure" for note in notes) == len(journey)
    for panel in picture.panels:
        assert_clear(panel)


def test_a_join_without_ways_into_it_does_not_hide_that() -> None:
    alone = Workflow((step("meet", "join", "province"),))
    assert "waits for steps ?" in to_text(alone)


def test_steps_of_a_fork_are_told_branch_by_branch() -> None:
    told = [step.id for step in reading_order(THREE)]
    assert told[1:7] == ["part", "account", "link", "voucher", "health", "meet"]
