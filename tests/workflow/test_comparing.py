"""A comparison says exactly what was added, removed and changed, in words and as data."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.workflow.alterations import EDITS, altered_by_hand, changed

from kerja.profile import Profile, Range
from kerja.workflow import (
    Comparison,
    Deadline,
    Operation,
    Step,
    Way,
    Workflow,
    build_workflow,
    changes_to_json,
    changes_to_text,
    compare,
    edit,
    to_json,
    to_mermaid,
)


@pytest.fixture(scope="session")
def altered(journey: Workflow) -> Workflow:
    return altered_by_hand(journey)


def names(comparison: Comparison) -> tuple[set[str], set[str], set[str]]:
    groups = (comparison.added, comparison.removed, comparison.changed)
    added, removed, changed = ({one.step.id for one in group} for group in groups)
    return added, removed, changed


def test_a_workflow_does_not_differ_from_itself(journey: Workflow) -> None:
    assert compare(journey, journey).is_empty
    assert compare(journey, journey).unchanged == len(journey)
    assert changes_to_text(journey, journey) == "no difference: 28 steps in both\n"


def test_the_order_in_which_steps_are_written_makes_no_difference(journey: Workflow) -> None:
    first, *others = journey
    assert compare(journey, Workflow((first, *reversed(others)))).is_empty


def test_another_beginning_is_a_difference(journey: Workflow) -> None:
    first, second, *others = journey
    moved = compare(journey, Workflow((second, first, *others)))
    assert names(moved) == (set(), set(), {first.id, second.id})
    assert "beginning: none -> the journey begins here" in changes_to_text(
        journey, Workflow((second, first, *others))
    )


def test_what_was_done_by_hand_is_told_exactly(journey: Workflow, altered: Workflow) -> None:
    found = compare(journey, altered)
    assert names(found) == (
        {"help", "visit"},
        {"verify_liveness"},
        {"verify_identity", "onboarding_videos", "attend_training"},
    )
    (attend,) = (one for one in found.changed if one.step.id == "attend_training")
    assert [(part.key, part.old, part.new) for part in attend.parts] == [
        ("lane", ("applicant",), ("province",)),
        ("deadline", ("unknown days by completion_days, then exit",),
         ("9 days from notify_result, then exit",)),
    ]  # fmt: skip


CHANGES: dict[str, object] = {
    "name": "Another name",
    "kind": "manual",
    "lane": "finance",
    "phase": "assess",
    "needs": ("something new",),
    "gives": ("something new",),
    "ways": (Way("exit", "told", Range(0.1, None, 0.2), "accepted", "", 3, "appeal"),),
    "deadline": Deadline(3, "exit"),
    "service_days": Range(1.5, 2, 4),
    "capacity_day": 12_345.5,
    "unit_cost": 7.25,
    "currency": "KHR",
    "pays": "provider",
    "rule": "X-99",
}


@pytest.mark.parametrize("part", CHANGES)
def test_every_part_of_a_step_is_compared_and_told(part: str, journey: Workflow) -> None:
    after = changed(journey, "issue_voucher", **{part: CHANGES[part]})
    (one,) = compare(journey, after).differences
    assert [p.key for p in one.parts] == [part]
    assert one.parts[0].old != one.parts[0].new
    text = changes_to_text(journey, after)
    assert "~ 15" in text
    assert len(text.splitlines()) >= 5
    assert "~ 15" in to_mermaid(after, against=journey)


def test_every_part_of_a_step_has_its_case() -> None:
    assert set(CHANGES) == set(Step.__dataclass_fields__) - {"id"}


def test_shares_that_differ_are_told_with_their_ends(journey: Workflow) -> None:
    ways = journey["select_lottery"].ways
    other = replace(ways[0], share=Range(0.2, 0.25, 0.5))
    text = changes_to_text(journey, changed(journey, "select_lottery", ways=(other, *ways[1:])))
    assert "+ notify_result (drawn, share 20% to 50%, likeliest 25%" in text
    assert text.count("join_batch") == 0


def test_the_words_of_a_comparison(journey: Workflow, altered: Workflow) -> None:
    text = changes_to_text(journey, altered)
    assert {len(line) for line in text.splitlines() if line[:1] in ("+", "-", "~")} == {80}
    assert (
        re.sub(r"(?<=\S) {2,}", "  ", text)
        == """\
2 added, 1 removed, 3 changed, 24 as before

ADDED
+ 13  Do help  programme office
       comes after 12 onboarding_videos
       -> 14 visit
       brought in by R-1
+ 14  Do visit  programme office
       comes after 13 help
       -> 15 link_account
       brought in by R-1

REMOVED, with their old numbers
-  5  Compare face with card  identity authority
       came after 4 verify_identity
       -> 5 eligibility_check
       no match -> 11 appeal

CHANGED
~  4  Check the identity number  identity authority
       - -> -5 verify_liveness
       + -> 5 eligibility_check
~ 12  Watch the introduction  applicant
       + -> 13 help
~ 18  Attend the training  province
       actor: applicant -> province
       - in time (days not known), else -> 29 exit
       + within 9 days after step 10, else -> 29 exit
"""
    )


@settings(max_examples=60, deadline=None)
@given(operations=EDITS)
def test_edits_give_exactly_their_differences(
    journey: Workflow, operations: list[Operation]
) -> None:
    edited, _ = edit(journey, operations)
    found = compare(journey, edited)
    before, after = ({step.id: step for step in side} for side in (journey, edited))
    assert names(found) == (
        set(after) - set(before),
        set(before) - set(after),
        {name for name in before if name in after and before[name] != after[name]},
    )
    assert all(one.parts for one in found.changed)
    assert found.is_empty == (edited == journey)


@settings(max_examples=60, deadline=None)
@given(operations=EDITS)
def test_the_comparison_backwards_swaps_added_and_removed(
    journey: Workflow, operations: list[Operation]
) -> None:
    edited, _ = edit(journey, operations)
    there, back = compare(journey, edited), compare(edited, journey)
    added, removed, altered = names(there)
    assert names(back) == (removed, added, altered)
    swapped = {(one.step.id, p.key, p.new, p.old) for one in back.changed for p in one.parts}
    assert {(one.step.id, p.key, p.old, p.new) for one in there.changed for p in one.parts} == (
        swapped
    )


def test_json_holds_whole_steps_and_both_values_of_what_changed(
    journey: Workflow, altered: Workflow
) -> None:
    written = json.dumps(changes_to_json(journey, altered))
    data = json.loads(written)
    assert data == changes_to_json(journey, altered)
    assert data["unchanged"] == 24
    parts = {one["id"]: one["parts"] for one in data["changed"]}
    assert parts["attend_training"]["lane"] == {"old": "applicant", "new": "province"}
    before = {one["id"]: one for one in json.loads(json.dumps(to_json(journey)))["steps"]}
    (removed,) = data["removed"]
    assert before["verify_liveness"].items() <= removed.items()


def test_the_two_models_differ_in_the_tries_and_the_time_to_choose(
    model_2020: Profile, model_2023: Profile
) -> None:
    text = changes_to_text(build_workflow(model_2020), build_workflow(model_2023))
    assert text.startswith("2 changed, 26 as before\n")
    assert "- not drawn: next batch -> 9 join_batch (11 times at most" in text
    assert "+ not drawn: next batch -> 9 join_batch (15 times at most" in text
