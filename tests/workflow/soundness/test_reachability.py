"""Steps that nobody comes to or leaves, and ways that lead nowhere, are named."""

import pytest
from tests.workflow.soundness.journeys import journey, step, with_step

from kerja.profile import Profile
from kerja.workflow import (
    Deadline,
    Nowhere,
    UnknownTarget,
    Way,
    Workflow,
    build_workflow,
    dead_ends,
    deadlines_without_consequence,
    deadlines_without_days,
    shortest_path,
    unknown_deadlines,
    unknown_targets,
    unmet_needs,
    unproven_payments,
    unreachable,
    waiting_without_deadline,
    ways_to_nowhere,
)


@pytest.fixture
def reference(model_2023: Profile) -> Workflow:
    return build_workflow(model_2023)


def test_a_step_nobody_comes_to_is_unreachable() -> None:
    workflow = journey(step("a", "end"), step("lost", "end"), step("end"))
    assert unreachable(workflow) == ("lost",)
    assert shortest_path(workflow, "lost") == ()


def test_a_step_where_only_the_used_up_would_go_is_unreachable_if_nothing_is_used_up() -> None:
    workflow = journey(step("a", Way("end", then="lost")), step("lost", "end"), step("end"))
    assert unreachable(workflow) == ("lost",)


def test_a_step_nobody_leaves_is_a_dead_end() -> None:
    workflow = journey(step("a", "b"), step("b", "trap", "end"), step("trap", "trap"), step("end"))
    assert dead_ends(workflow) == ("trap",)
    assert shortest_path(workflow, "trap") == ("a", "b", "trap")


def test_a_way_to_a_step_that_does_not_exist_is_named() -> None:
    late = Deadline(days=3, then="nowhere", since="never")
    workflow = journey(step("a", "ende", deadline=late), step("end"))
    assert unknown_targets(workflow) == (
        UnknownTarget("a", "ende"),
        UnknownTarget("a", "nowhere"),
        UnknownTarget("a", "never"),
    )
    assert ways_to_nowhere(workflow) == (
        Nowhere("a", "", "ende"),
        Nowhere("a", "deadline", "nowhere"),
    )


def test_a_used_up_way_with_nowhere_to_go_is_named() -> None:
    again = Way("a", "again", at_most=2)
    workflow = journey(step("a", Way("end", at_most=1), again), step("end"))
    assert ways_to_nowhere(workflow) == (Nowhere("a", "", ""), Nowhere("a", "again", ""))
    assert ways_to_nowhere(journey(step("a", "end", again), step("end"))) == ()


def test_a_fork_takes_all_its_ways_whatever_their_limit() -> None:
    workflow = journey(step("a", Way("end", at_most=1), kind="fork"), step("end"))
    assert ways_to_nowhere(workflow) == ()


def test_a_deadline_of_an_unknown_field_is_named() -> None:
    late = Deadline(then="end", field="purchase_day")
    workflow = journey(step("a", "end", deadline=late), step("end"))
    assert unknown_deadlines(workflow) == (UnknownTarget("a", "purchase_day"),)
    assert deadlines_without_days(workflow) == ("a",)


def test_a_person_who_holds_a_place_is_not_waited_for_without_end(reference: Workflow) -> None:
    broken = with_step(reference, "choose_course", deadline=None)
    assert waiting_without_deadline(broken) == (
        "onboarding_videos",
        "link_account",
        "choose_course",
    )


def test_a_deadline_says_what_follows(reference: Workflow) -> None:
    broken = with_step(reference, "choose_course", deadline=Deadline(days=15))
    assert deadlines_without_consequence(broken) == ("choose_course",)


def test_an_empty_workflow_has_nothing_to_prove() -> None:
    empty = Workflow()
    assert unproven_payments(empty) == unmet_needs(empty) == ()
    assert unreachable(empty) == dead_ends(empty) == ()
    assert ways_to_nowhere(empty) == ()
