"""A proof says which property fails, for which steps, and shows a shortest path to it."""

from tests.workflow.soundness.journeys import journey, step, with_step

from kerja.workflow import Deadline, Failure, Step, Way, Workflow, prove

BOTH = journey(
    step("apply", "begin", kind="start"),
    step("begin", "kyc", "voucher", kind="fork"),
    step("kyc", "both"),
    step("voucher", "both"),
    step("both", "learn", kind="join"),
    step("learn", "leave"),
    step("leave"),
)

EITHER = journey(
    step("apply", "choose", kind="start"),
    step("choose", "account", Way("cash", "no account"), kind="decision"),
    step("account", "pay"),
    step("cash", "pay"),
    step("pay", "leave"),
    step("leave"),
)


def failures(workflow: Workflow) -> tuple[Failure, ...]:
    verdict = prove(workflow)
    assert verdict.status == "unsound"
    return verdict.failures


def test_a_fork_closed_by_its_join_is_sound() -> None:
    assert str(prove(BOTH)) == "sound"


def test_a_choice_closed_by_a_step_is_sound() -> None:
    assert prove(EITHER).status == "sound"


def test_a_fork_closed_by_a_choice_ends_before_a_branch_is_done() -> None:
    (failure,) = failures(with_step(BOTH, "both", kind="service"))
    assert failure == Failure(
        "proper completion",
        ("voucher",),
        ("apply", "begin", "kyc", "both", "learn", "leave"),
        "an end is reached before voucher is done",
    )


def test_a_choice_closed_by_a_join_waits_for_what_never_comes() -> None:
    stuck, dead = failures(with_step(EITHER, "pay", kind="join"))
    assert stuck == Failure(
        "option to complete",
        ("pay",),
        ("apply", "choose", "account"),
        "waiting at pay; cash never started",
    )
    assert (dead.property, dead.steps) == ("no dead transitions", ("pay", "leave"))


def test_a_choice_that_leads_to_a_join_itself_led_elsewhere() -> None:
    broken = journey(step("choose", "both", Way("both", "no")), step("both", "leave", kind="join"))
    stuck, _ = failures(Workflow((*broken.steps, step("leave"))))
    assert str(stuck) == (
        "option to complete fails: choose done; waiting at both; choose led elsewhere"
    )


def test_a_step_without_a_way_in_is_dead() -> None:
    (dead,) = failures(Workflow((*EITHER.steps, step("review", "leave"))))
    assert dead == Failure("no dead transitions", ("review",), (), "review never started")


def test_a_path_that_never_ends_is_shown_up_to_where_no_end_can_be_reached() -> None:
    broken = with_step(EITHER, "cash", ways=(Way("wait"),))
    (stuck,) = failures(Workflow((*broken.steps, step("wait", "ask"), step("ask", "wait"))))
    assert stuck.property == "option to complete"
    assert stuck.path == ("apply", "choose")
    assert stuck.reason == "no end can be reached from cash"


def test_a_step_that_leads_nowhere_is_a_trap() -> None:
    (stuck,) = failures(with_step(EITHER, "cash", ways=()))
    assert stuck.path == ("apply", "choose")
    assert stuck.steps == ("cash",)


def test_an_early_end_in_a_branch_leaves_the_other_branch_undone() -> None:
    broken = with_step(BOTH, "kyc", ways=(Way("both"), Way("leave", "refused")))
    (failure,) = failures(broken)
    assert failure.property == "proper completion"
    assert failure.path == ("apply", "begin", "kyc", "leave")
    assert failure.reason == "an end is reached before voucher is done"


def test_a_way_to_an_unknown_step_is_told_beside_other_faults() -> None:
    broken = with_step(BOTH, "both", kind="service")
    lost, improper = failures(with_step(broken, "learn", ways=(Way("leave"), Way("leaf", "ill"))))
    assert lost.path == ("apply", "begin", "kyc", "both", "learn")
    assert lost.reason == 'the way "ill" of learn leads to "leaf", which does not exist'
    assert improper.property == "proper completion"


def test_a_used_up_way_is_one_more_choice() -> None:
    again = Way("choose", "again", at_most=2, then="appeal")
    loop = with_step(EITHER, "account", ways=(Way("pay"), again))
    (lost,) = failures(loop)
    assert lost.reason == 'the way "again" of account leads to "appeal", which does not exist'
    assert prove(Workflow((*loop.steps, step("appeal", "leave")))).status == "sound"


def test_a_way_that_can_be_used_up_needs_another() -> None:
    broken = with_step(EITHER, "pay", ways=(Way("leave", at_most=1),))
    (lost,) = failures(broken)
    assert lost.reason == "a way of pay can be used up, and then there is nowhere to go"


def test_a_missed_deadline_is_one_more_choice() -> None:
    late = Deadline(days=15, then="revoke")
    revoked = Workflow((*with_step(BOTH, "kyc", deadline=late).steps, step("revoke", "leave")))
    assert [failure.path for failure in failures(revoked)] == [
        ("apply", "begin", "kyc", "revoke", "leave")
    ]


def test_a_join_waits_for_a_way_that_a_missed_deadline_takes_as_well() -> None:
    broken = with_step(BOTH, "kyc", deadline=Deadline(days=15, then="both"))
    assert failures(broken)[0].reason == "waiting at both; kyc led elsewhere"


def test_a_journey_without_steps_is_unknown() -> None:
    assert str(prove(Workflow())) == "unknown: there are no steps"


def test_a_limit_of_states_makes_the_answer_unknown_and_never_unsound() -> None:
    assert prove(tangle(4)).status == "sound"
    assert str(prove(tangle(4), limit=10)) == "unknown: the journey has more than 10 states"


def test_sixty_four_steps_side_by_side_are_proven() -> None:
    assert prove(branches(12, 5)).status == "sound"


def test_where_the_states_are_too_many_a_path_is_shown_all_the_same() -> None:
    failure = failures(with_step(branches(12, 5), "join", kind="service"))[0]
    assert failure.property == "proper completion"
    assert failure.path[:2] == ("start", "fork")
    assert failure.path[-2:] == ("join", "leave")
    assert len(failure.path) == 2 + 5 + 2


def test_of_many_branches_each_that_never_started_is_named() -> None:
    failure = failures(with_step(branches(12, 5), "fork", kind="decision"))[0]
    assert failure.path == ("start", "fork", "s0_0", "s0_1", "s0_2", "s0_3", "s0_4")
    assert failure.reason.startswith("waiting at join; s1_4, s2_4, ")


def branches(number: int, length: int) -> Workflow:
    """Return branches side by side, from a fork to its join."""
    names = [[f"s{b}_{k}" for k in range(length)] for b in range(number)]
    steps = [
        step(name, following)
        for branch in names
        for name, following in zip(branch, [*branch[1:], "join"], strict=True)
    ]
    return journey(
        step("start", "fork", kind="start"),
        step("fork", *(branch[0] for branch in names), kind="fork"),
        *steps,
        step("join", "leave", kind="join"),
        step("leave"),
    )


def tangle(number: int) -> Workflow:
    """Return branches in each of which every step may lead to every other: no rule reduces them."""
    steps: list[Step] = []
    for b in range(number):
        names = [f"s{b}_{k}" for k in range(7)]
        ways = tuple(Way(name, name) for name in (*names, f"out{b}"))
        steps += [step(name, *ways, kind="decision") for name in names]
        steps.append(step(f"out{b}", "join"))
    return journey(
        step("fork", *(f"s{b}_0" for b in range(number)), kind="fork"),
        *steps,
        step("join", "leave", kind="join"),
        step("leave"),
    )
