"""Every loop has a counter, or a deadline that counts from outside it."""

from dataclasses import replace

from tests.workflow.soundness.journeys import journey, step, with_step

from kerja.profile import Profile
from kerja.workflow import Deadline, Way, Workflow, build_workflow, unbounded_loops

LEARN = journey(
    step("apply", "enrol"),
    step("enrol", "learn"),
    step("learn", "test"),
    step("test", "leave", Way("learn", "not passed")),
    step("leave"),
)


def test_a_loop_without_a_bound_is_shown(model_2023: Profile) -> None:
    reference = build_workflow(model_2023)
    assert unbounded_loops(reference) == ()
    draw = reference["select_lottery"]
    ways = (draw.ways[0], replace(draw.ways[1], at_most=None))
    broken = with_step(reference, "select_lottery", ways=ways)
    assert unbounded_loops(broken) == (("join_batch", "select_lottery", "join_batch"),)


def test_each_loop_is_shown_once_in_the_order_of_the_steps() -> None:
    two = with_step(LEARN, "enrol", ways=(Way("learn"), Way("apply", "again")))
    assert unbounded_loops(two) == (("apply", "enrol", "apply"), ("learn", "test", "learn"))


def test_a_counter_bounds_a_loop() -> None:
    ways = (Way("leave"), Way("learn", "not passed", at_most=2))
    assert unbounded_loops(with_step(LEARN, "test", ways=ways)) == ()


def test_a_used_up_way_that_leads_back_bounds_nothing() -> None:
    ways = (Way("leave"), Way("learn", "not passed", at_most=2, then="learn"))
    assert unbounded_loops(with_step(LEARN, "test", ways=ways)) == (("learn", "test", "learn"),)


def test_a_deadline_that_counts_from_outside_a_loop_bounds_it() -> None:
    late = Deadline(days=90, then="leave", since="enrol")
    assert unbounded_loops(with_step(LEARN, "learn", deadline=late)) == ()


def test_a_deadline_that_begins_anew_each_time_bounds_nothing() -> None:
    each = Deadline(days=90, then="leave")
    assert unbounded_loops(with_step(LEARN, "learn", deadline=each)) != ()
    within = Deadline(days=90, then="leave", since="test")
    assert unbounded_loops(with_step(LEARN, "learn", deadline=within)) != ()


def test_a_deadline_that_leads_back_into_the_loop_bounds_nothing() -> None:
    back = Deadline(days=90, then="test", since="enrol")
    assert unbounded_loops(with_step(LEARN, "learn", deadline=back)) == (
        ("learn", "test", "learn"),
    )


def test_a_fork_heeds_no_counter() -> None:
    workflow = journey(
        step("a", "f"), step("f", "leave", Way("a", at_most=1), kind="fork"), step("leave")
    )
    assert unbounded_loops(workflow) == (("a", "f", "a"),)


def test_an_empty_journey_has_no_loop() -> None:
    assert unbounded_loops(Workflow()) == ()
