"""No payment and no step comes before its proofs, whatever branch gave them."""

import pytest
from tests.workflow.soundness.journeys import journey, step, with_step

from kerja.profile import Profile
from kerja.workflow import (
    Deadline,
    Step,
    Way,
    Workflow,
    build_workflow,
    unmet_needs,
    unproven_payments,
)


@pytest.fixture
def reference(model_2023: Profile) -> Workflow:
    return build_workflow(model_2023)


def unproven(workflow: Workflow) -> dict[str, tuple[str, ...]]:
    return {found.step: found.lacks for found in unproven_payments(workflow)}


def test_a_payment_without_a_linked_account_is_unproven(reference: Workflow) -> None:
    broken = with_step(reference, "link_account", gives=())
    found = {one.step: one for one in unproven_payments(broken)}
    assert set(found) == {"pay_incentive", "survey_1", "survey_2"}
    assert found["pay_incentive"].lacks == ("account",)
    assert found["pay_incentive"].path[0] == "outreach"
    assert found["pay_incentive"].path[-1] == "pay_incentive"


def test_the_path_shown_is_a_shortest_one() -> None:
    workflow = journey(
        step("a", "long", "short"),
        step("long", "check"),
        step("check", "pay", gives=("identity", "account")),
        step("short", "pay"),
        step("pay", "end", kind="payment"),
        step("end"),
    )
    (found,) = unproven_payments(workflow)
    assert found.path == ("a", "short", "pay")
    assert found.lacks == ("identity", "account")


def test_a_refusal_gives_no_proof(reference: Workflow) -> None:
    identity = reference["verify_identity"]
    ways = (identity.ways[0], Way("eligibility_check", "not confirmed"))
    broken = with_step(reference, "verify_identity", ways=ways)
    assert set(unproven(broken)) >= {"pay_incentive"}
    assert "eligibility_check" in {unmet.step for unmet in unmet_needs(broken)}


def test_a_missed_deadline_to_the_same_step_gives_no_proof() -> None:
    workflow = journey(
        step("check", "pay", gives=("identity", "account"), deadline=Deadline(days=1, then="pay")),
        step("pay", "end", kind="payment"),
        step("end"),
    )
    assert set(unproven(workflow)) == {"pay"}


def test_a_used_up_usual_way_gives_no_proof() -> None:
    workflow = journey(
        step("check", Way("pay", at_most=1, then="pay"), gives=("identity", "account")),
        step("pay", "end", kind="payment"),
        step("end"),
    )
    assert set(unproven(workflow)) == {"pay"}


def test_a_payment_to_a_provider_needs_no_account_of_a_person() -> None:
    workflow = journey(step("pay", "end", kind="payment", pays="provider"), step("end"))
    assert unproven_payments(workflow) == ()


def cash_out(*steps: Step) -> Workflow:
    return journey(step("check", "code", gives=("identity",)), *steps, step("end"))


def test_an_identified_cash_out_with_a_payment_code_is_proven() -> None:
    workflow = cash_out(
        step("code", "agent", gives=("payment-code",)),
        step("agent", "cash", gives=("identity",)),
        step("cash", "end", kind="payment"),
    )
    assert unproven_payments(workflow) == ()


def test_a_payment_code_alone_is_no_proof() -> None:
    workflow = cash_out(
        step("code", "cash", gives=("payment-code",)), step("cash", "end", kind="payment")
    )
    assert set(unproven(workflow)) == {"cash"}


def test_a_payment_code_pays_once() -> None:
    workflow = cash_out(
        step("code", "agent", gives=("payment-code",)),
        step("agent", "cash", gives=("identity",)),
        step("cash", "again", kind="payment"),
        step("again", "end", kind="payment"),
    )
    assert set(unproven(workflow)) == {"again"}


def both(left: Step, right: Step, *more: Step, gives: tuple[str, ...] = ()) -> Workflow:
    """Return two branches, each one step, from a fork to its join; then what more there is."""
    return journey(
        step("apply", "begin", gives=gives),
        step("begin", left.id, right.id, kind="fork"),
        left,
        right,
        step("both", more[0].id if more else "end", kind="join"),
        *more,
        step("end"),
    )


PAY = step("pay", "end", kind="payment")


def test_at_a_join_what_every_branch_gave_is_held() -> None:
    workflow = both(
        step("kyc", "both", gives=("identity",)), step("link", "both", gives=("account",)), PAY
    )
    assert unproven_payments(workflow) == ()


def test_a_branch_may_fail_to_give_its_proof_and_the_path_shows_every_branch() -> None:
    workflow = both(
        step("kyc", "both", gives=("identity",)),
        step("link", "linked", Way("help", "no account"), gives=("account",)),
        PAY,
        step("help", "linked"),
        step("linked", "both"),
    )
    (found,) = unproven_payments(workflow)
    assert found.lacks == ("account",)
    assert found.path == ("apply", "begin", "kyc", "link", "help", "linked", "both", "pay")


def test_what_a_parallel_branch_gives_is_not_counted_on() -> None:
    workflow = both(
        step("kyc", "both", gives=("identity", "account")), step("cash", "both", kind="payment")
    )
    assert unproven(workflow) == {"cash": ("identity", "account")}


def test_what_was_shown_before_a_fork_holds_in_every_branch() -> None:
    workflow = both(
        step("first", "both", kind="payment"),
        step("second", "both", kind="payment"),
        gives=("identity", "account"),
    )
    assert unproven_payments(workflow) == ()


def test_what_a_fork_gives_holds_in_every_branch() -> None:
    workflow = both(step("first", "both", kind="payment"), step("second", "both", kind="payment"))
    given = with_step(workflow, "begin", gives=("identity", "account"))
    assert unproven_payments(given) == ()


def with_code(*steps: Step) -> Workflow:
    return journey(
        step("check", "code", gives=("identity",)),
        step("code", "agent", gives=("payment-code",)),
        step("agent", "begin", gives=("identity",)),
        *steps,
        step("end"),
    )


def test_a_code_used_up_in_one_branch_stays_used_up_after_the_join() -> None:
    workflow = with_code(
        step("begin", "cash", "learn", kind="fork"),
        step("cash", "both", kind="payment"),
        step("learn", "both"),
        step("both", "again", kind="join"),
        step("again", "end", kind="payment"),
    )
    assert set(unproven(workflow)) == {"again"}


def test_a_code_that_no_branch_used_is_open_after_the_join() -> None:
    workflow = with_code(
        step("begin", "rest", "learn", kind="fork"),
        step("rest", "both"),
        step("learn", "both"),
        step("both", "cash", kind="join"),
        step("cash", "end", kind="payment"),
    )
    assert unproven_payments(workflow) == ()


def test_two_branches_cannot_both_count_on_one_code() -> None:
    workflow = with_code(
        step("begin", "cash", "learn", kind="fork"),
        step("cash", "both", kind="payment"),
        step("learn", "bonus"),
        step("bonus", "both", kind="payment"),
        step("both", "end", kind="join"),
    )
    assert set(unproven(workflow)) == {"cash", "bonus"}


def test_a_code_issued_in_one_branch_is_not_used_up_by_a_payment_in_the_other() -> None:
    workflow = with_code(
        step("begin", "cash", "second_code", kind="fork"),
        step("cash", "both", kind="payment"),
        step("second_code", "second_agent", gives=("payment-code",)),
        step("second_agent", "both", gives=("identity",)),
        step("both", "again", kind="join"),
        step("again", "end", kind="payment"),
    )
    assert unproven_payments(workflow) == ()


def test_a_payment_in_an_inner_branch_is_at_the_same_time_as_the_outer_one() -> None:
    workflow = with_code(
        step("begin", "cash", "inner", kind="fork"),
        step("cash", "both", kind="payment"),
        step("inner", "kyc", "learn", kind="fork"),
        step("kyc", "inner_join"),
        step("learn", "inner_join"),
        step("inner_join", "bonus", kind="join"),
        step("bonus", "both", kind="payment"),
        step("both", "end", kind="join"),
    )
    assert set(unproven(workflow)) == {"cash", "bonus"}


def test_a_need_of_a_parallel_branch_is_unmet() -> None:
    workflow = both(
        step("kyc", "both", gives=("identity",)), step("card", "both", needs=("identity",))
    )
    (found,) = unmet_needs(workflow)
    assert (found.step, found.lacks) == ("card", ("identity",))
