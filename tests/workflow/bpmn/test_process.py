"""A process does what the walk does, says what it waits for, and refuses what cannot end."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workflow.bpmn.cases import drawn, journeys, step
from tests.workflow.bpmn.interpreter import LATE as IS_LATE
from tests.workflow.bpmn.interpreter import run

from kerja.errors import KerjaError
from kerja.workflow import LATE, Deadline, Step, Way, Workflow, walk
from kerja.workflow.bpmn import to_process
from kerja.workflow.bpmn.variables import outcome_codes

END = step("leave", kind="end")


def line(*steps: Step) -> Workflow:
    return Workflow((step("begin", Way(steps[0].id), kind="start"), *steps, END))


@pytest.mark.parametrize("name", sorted(journeys()))
@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_a_shipped_process_takes_a_person_where_the_walk_does(name: str, seed: int) -> None:
    assert_same_journey(journeys()[name], seed)


@given(seed=st.integers(0, 100_000))
@settings(max_examples=60, deadline=None)
def test_any_process_takes_a_person_where_the_walk_does(seed: int) -> None:
    assert_same_journey(drawn(seed), seed)


def test_no_node_has_an_id_that_an_engine_keeps_for_itself() -> None:
    """SpiffWorkflow 3.2.0 calls what it begins and ends with Start, End and Root."""
    ask = step("begin", Way("leave"), Way("leave", "else"), kind="start")
    process = to_process(Workflow((ask, END)), name="any")
    assert not {"Start", "End", "Root"} & set(process.by_id)


def assert_same_journey(workflow: Workflow, seed: int) -> None:
    chosen: dict[tuple[str, int], int] = {}

    def outcomes(found: Step, time: int) -> int:
        if (found.id, time) not in chosen:
            chance = random.Random(f"{seed} {found.id} {time}")
            late = [LATE] if found.deadline and found.deadline.then else []
            chosen[found.id, time] = chance.choice([*range(len(found.ways)), *late])
        return chosen[found.id, time]

    def complete(name: str, time: int) -> str:
        if not name:
            return ""
        position = outcomes(workflow[name], time)
        return IS_LATE if position == LATE else outcome_codes(workflow[name])[position]

    walked = walk(workflow, outcomes)
    process = to_process(workflow, name="any")
    visited = run(process, complete)
    if any(found.kind == "fork" for found in workflow):
        assert sorted(visited) == sorted(walked.path)
    else:
        assert tuple(visited) == walked.path


def test_an_outcome_is_a_code_that_is_easy_to_type() -> None:
    ways = (
        Way("leave"),
        Way("leave", "not drawn: next batch"),
        Way("leave", "Not drawn, next batch"),
    )
    assert outcome_codes(step("draw", *ways)) == (
        "done",
        "not-drawn-next-batch",
        "not-drawn-next-batch-2",
    )


def test_an_outcome_in_another_script_has_a_code_too() -> None:
    assert outcome_codes(step("ask", Way("leave", "យល់ព្រម"), Way("leave", "บอกเลิก"))) == (
        "way-0",
        "way-1",
    )


def test_an_outcome_that_nobody_understands_grants_nothing() -> None:
    process = to_process(journeys()["prakerja-2023"], name="any")
    refused = {"select_lottery": "exit", "pay_incentive": "grievance", "appeal": "exit"}
    for asked, target in refused.items():
        visited = run(process, lambda name, time, asked=asked: answers(name, asked))  # type: ignore[misc]
        assert visited[visited.index(asked) + 1] == target


def answers(name: str, asked: str) -> str:
    if name == asked:
        return "of another language"
    usual = {"select_lottery": "drawn", "appeal": "not-upheld", "verify_identity": "done"}
    if asked == "appeal" and name == "verify_identity":
        return "not-confirmed"
    return usual.get(name, "done")


def test_a_deadline_from_the_step_itself_is_a_duration() -> None:
    late = Deadline(days=3, then="leave")
    process = to_process(line(step("choose", Way("leave"), deadline=late)), name="any")
    event = process.by_id["Late_choose"]
    assert (event.kind, event.days, event.until) == ("timer", 3, "")


def test_a_deadline_from_an_earlier_step_is_a_moment_that_the_process_notes() -> None:
    late = Deadline(days=15, then="leave", since="tell")
    told = step("tell", Way("choose"))
    process = to_process(line(told, step("choose", Way("leave"), deadline=late)), name="any")
    assert process.by_id["Late_choose"].until == "choose_due"
    assert [one.variable for one in process.by_id["Note_tell"].sets] == ["choose_due"]


def test_a_deadline_from_a_step_that_not_everybody_passes_is_a_message() -> None:
    late = Deadline(days=15, then="leave", since="tell")
    workflow = line(
        step("draw", Way("tell"), Way("choose", "not told")),
        step("tell", Way("choose")),
        step("choose", Way("leave"), deadline=late),
    )
    event = to_process(workflow, name="any").by_id["Late_choose"]
    assert (event.kind, event.message) == ("message", "choose_late")
    assert "not every way passes" in event.note


def test_a_deadline_without_days_is_no_timer_and_says_so() -> None:
    late = Deadline(then="leave", field="purchase_days")
    process = to_process(line(step("choose", Way("leave"), deadline=late)), name="any")
    event = process.by_id["Late_choose"]
    assert event.kind == "message"
    assert event.note.startswith("days not known: decide before deployment")


def test_what_only_one_outcome_leads_to_needs_no_gateway() -> None:
    process = to_process(line(step("ask", Way("leave"), Way("leave", "no answer"))), name="any")
    assert "Choice_ask" not in process.by_id
    assert [one.name for one in process.variables] == ["participant_id"]


def test_a_way_back_to_the_start_does_not_enter_the_start_event() -> None:
    workflow = Workflow(
        (
            step("apply", Way("draw"), kind="start"),
            step("draw", Way("leave"), Way("apply", "not drawn", at_most=2, then="leave")),
            END,
        )
    )
    process = to_process(workflow, name="any")
    (start,) = (node for node in process.nodes if node.kind == "start")
    assert process.incoming[start.id] == ()
    assert process.by_id["apply"].kind == "event"


def test_a_workflow_that_cannot_end_is_refused() -> None:
    workflow = Workflow(
        (
            step("begin", Way("both"), Way("never"), kind="fork"),
            step("never", Way("leave")),
            step("both", Way("leave"), kind="join"),
            END,
        )
    )
    with pytest.raises(KerjaError, match="cannot be executed"):
        to_process(workflow, name="any")


def test_an_empty_workflow_is_refused() -> None:
    with pytest.raises(KerjaError, match="no steps"):
        to_process(Workflow(), name="any")
