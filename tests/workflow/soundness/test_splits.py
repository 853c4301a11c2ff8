"""The ways of a choice exclude one another, and their shares add up."""

import pytest
from tests.workflow.soundness.journeys import journey, step

from kerja.profile import Range
from kerja.profile.ranges import point
from kerja.workflow import (
    Deadline,
    SameOutcome,
    Step,
    UnknownTarget,
    Way,
    same_outcomes,
    unknown_shares,
    wrong_shares,
)


def split(*shares: float | Range | None, **more: object) -> Step:
    ways = (
        Way("end", f"outcome {k}", share=share if isinstance(share, Range | None) else point(share))
        for k, share in enumerate(shares)
    )
    return step("draw", *ways, **more)


def total(drawn: Step) -> float | None:
    found = wrong_shares(journey(drawn, step("end")))
    return round(found[0].total, 6) if found else None


def test_shares_above_one_are_too_much_though_not_all_are_known() -> None:
    assert total(split(0.7, 0.5, None)) == 1.2
    assert wrong_shares(journey(split(0.7, 0.5), step("end")))[0].is_too_much


def test_shares_that_are_all_known_leave_nobody_out() -> None:
    assert total(split(0.7, 0.2)) == 0.9
    assert total(split(0.7, 0.3)) is None
    assert total(split(0.9)) == 0.9


def test_a_share_that_is_not_known_takes_the_rest() -> None:
    assert total(split(0.7, None)) is None
    assert total(split(None, None)) is None


def test_who_misses_the_deadline_is_the_rest() -> None:
    late = Deadline(days=15, then="end")
    assert total(split(0.9, deadline=late)) is None
    assert total(split(0.9, 0.2, deadline=late)) == 1.1


def test_what_rounding_leaves_open_is_let_pass() -> None:
    assert total(split(0.333, 0.333, 0.333)) is None


def test_a_range_is_wrong_only_if_no_value_in_it_is_right() -> None:
    assert total(split(Range(0.4, None, 0.6), 0.5)) is None
    assert total(split(Range(0.6, None, 0.8), 0.5)) == 1.1
    assert total(split(Range(0.1, None, 0.3), 0.5)) == 0.8


def test_all_ways_of_a_fork_are_taken() -> None:
    assert total(split(0.7, 0.7, kind="fork")) is None


@pytest.mark.parametrize(
    ("outcomes", "clash"),
    [
        (("drawn", "Drawn!"), "drawn"),
        (("", "", ""), ""),
        (("", "done"), "done"),
        (("ខុស", "ខុស"), "ខុស"),
    ],
)
def test_two_ways_under_one_outcome_clash(outcomes: tuple[str, ...], clash: str) -> None:
    drawn = step("draw", *(Way("end", when) for when in outcomes))
    assert same_outcomes(journey(drawn, step("end"))) == (SameOutcome("draw", clash),)


def test_outcomes_that_differ_do_not_clash() -> None:
    drawn = step("draw", Way("end"), Way("end", "ខុស"), Way("end", "ខស"), Way("end", "x"))
    assert same_outcomes(journey(drawn, step("end"))) == ()


def test_a_share_of_an_unknown_assumption_is_named() -> None:
    drawn = step("draw", Way("end", share_of="acepted"), Way("end", "no", share_of="paid"))
    assert unknown_shares(journey(drawn, step("end"))) == (UnknownTarget("draw", "acepted"),)


def test_a_way_counted_in_an_unknown_assumption_is_named() -> None:
    drawn = step("draw", Way("end"), Way("end", "no", counted_in="elligible"))
    assert unknown_shares(journey(drawn, step("end"))) == (UnknownTarget("draw", "elligible"),)
