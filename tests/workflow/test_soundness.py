"""What makes a journey unsound is found, and a shortest path to it is shown."""

from dataclasses import replace

from kerja.workflow import (
    Deadline,
    Step,
    UnknownTarget,
    Way,
    Workflow,
    dead_ends,
    deadlines_without_consequence,
    deadlines_without_days,
    unbounded_loops,
    unknown_deadlines,
    unknown_targets,
    unmet_needs,
    unproven_payments,
    unreachable,
    waiting_without_deadline,
)


def step(name: str, *ways: str, **more: object) -> Step:
    plain = Step(
        id=name,
        name=name,
        kind="end" if not ways else "service",
        lane="applicant",
        phase="manage",
        ways=tuple(Way(to) for to in ways),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def with_step(journey: Workflow, name: str, **more: object) -> Workflow:
    return Workflow(
        tuple(replace(s, **more) if s.id == name else s for s in journey)  # type: ignore[arg-type]
    )


def test_a_step_nobody_comes_to_is_unreachable() -> None:
    workflow = Workflow((step("a", "end"), step("lost", "end"), step("end")))
    assert unreachable(workflow) == ("lost",)


def test_a_step_nobody_leaves_is_a_dead_end() -> None:
    workflow = Workflow((step("a", "trap", "end"), step("trap", "trap"), step("end")))
    assert dead_ends(workflow) == ("trap",)


def test_a_way_to_a_step_that_does_not_exist_is_named() -> None:
    late = Deadline(days=3, then="nowhere", since="never")
    workflow = Workflow((step("a", "ende", deadline=late), step("end")))
    assert unknown_targets(workflow) == (
        UnknownTarget("a", "ende"),
        UnknownTarget("a", "nowhere"),
        UnknownTarget("a", "never"),
    )


def test_a_deadline_of_an_unknown_field_is_named() -> None:
    late = Deadline(then="end", field="purchase_day")
    workflow = Workflow((step("a", "end", deadline=late), step("end")))
    assert unknown_deadlines(workflow) == (UnknownTarget("a", "purchase_day"),)
    assert deadlines_without_days(workflow) == ("a",)


def test_a_payment_without_a_linked_account_is_unproven(journey: Workflow) -> None:
    broken = with_step(journey, "link_account", gives=())
    found = {unproven.step: unproven for unproven in unproven_payments(broken)}
    assert set(found) == {"pay_incentive", "survey_1", "survey_2"}
    assert found["pay_incentive"].lacks == ("account",)
    assert found["pay_incentive"].path[0] == "outreach"
    assert found["pay_incentive"].path[-1] == "pay_incentive"


def test_the_path_shown_is_a_shortest_one() -> None:
    workflow = Workflow(
        (
            step("a", "long", "short"),
            step("long", "check"),
            step("check", "pay", gives=("identity", "account")),
            step("short", "pay"),
            step("pay", "end", kind="payment"),
            step("end"),
        )
    )
    (unproven,) = unproven_payments(workflow)
    assert unproven.path == ("a", "short", "pay")
    assert unproven.lacks == ("identity", "account")


def test_a_refusal_gives_no_proof(journey: Workflow) -> None:
    identity = journey["verify_identity"]
    ways = (identity.ways[0], Way("eligibility_check", "not confirmed"))
    broken = with_step(journey, "verify_identity", ways=ways)
    assert {unproven.step for unproven in unproven_payments(broken)} >= {"pay_incentive"}
    assert "eligibility_check" in {unmet.step for unmet in unmet_needs(broken)}


def test_a_missed_deadline_to_the_same_step_gives_no_proof() -> None:
    late = Deadline(days=1, then="pay")
    proof = ("identity", "account")
    workflow = Workflow(
        (
            step("check", "pay", gives=proof, deadline=late),
            step("pay", "end", kind="payment"),
            step("end"),
        )
    )
    assert [unproven.step for unproven in unproven_payments(workflow)] == ["pay"]


def test_a_payment_to_a_provider_needs_no_account_of_a_person() -> None:
    workflow = Workflow((step("pay", "end", kind="payment", pays="provider"), step("end")))
    assert unproven_payments(workflow) == ()


def cash_out(*steps: Step) -> Workflow:
    return Workflow((step("check", "code", gives=("identity",)), *steps, step("end")))


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
    assert [unproven.step for unproven in unproven_payments(workflow)] == ["cash"]


def test_a_payment_code_pays_once() -> None:
    workflow = cash_out(
        step("code", "agent", gives=("payment-code",)),
        step("agent", "cash", gives=("identity",)),
        step("cash", "again", kind="payment"),
        step("again", "end", kind="payment"),
    )
    assert [unproven.step for unproven in unproven_payments(workflow)] == ["again"]


def test_a_person_who_holds_a_place_is_not_waited_for_without_end(journey: Workflow) -> None:
    broken = with_step(journey, "choose_course", deadline=None)
    assert waiting_without_deadline(broken) == (
        "onboarding_videos",
        "link_account",
        "choose_course",
    )


def test_a_deadline_says_what_follows(journey: Workflow) -> None:
    broken = with_step(journey, "choose_course", deadline=Deadline(days=15))
    assert deadlines_without_consequence(broken) == ("choose_course",)


def test_a_loop_without_a_bound_is_shown(journey: Workflow) -> None:
    draw = journey["select_lottery"]
    ways = (draw.ways[0], replace(draw.ways[1], at_most=None))
    broken = with_step(journey, "select_lottery", ways=ways)
    assert unbounded_loops(broken) == (("join_batch", "select_lottery", "join_batch"),)


def test_an_empty_workflow_has_nothing_to_prove() -> None:
    empty = Workflow()
    assert unproven_payments(empty) == unmet_needs(empty) == ()
    assert unreachable(empty) == dead_ends(empty) == ()
