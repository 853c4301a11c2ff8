"""A person's journey: forks take all ways, limits hold, and a failed payment pays nothing."""

from kerja.workflow import LATE, Deadline, Step, Way, Workflow, walk


def step(name: str, *ways: Way, kind: str = "service", deadline: Deadline | None = None) -> Step:
    return Step(
        id=name,
        name=name,
        kind=kind,  # type: ignore[arg-type]
        lane="applicant",
        phase="manage",
        ways=ways,
        deadline=deadline,
    )


def always(outcome: int):  # type: ignore[no-untyped-def]
    return lambda step, time: min(outcome, len(step.ways) - 1)


DRAW = Workflow(
    (
        step("apply", Way("draw"), kind="start"),
        step("draw", Way("pay", "drawn"), Way("apply", "not drawn", at_most=2, then="leave")),
        step("pay", Way("leave"), Way("complain", "fails"), kind="payment"),
        step("complain", Way("pay", "mended", at_most=1), Way("leave", "not mended")),
        step("leave", kind="end"),
    )
)


def test_a_way_back_is_taken_as_often_as_is_allowed() -> None:
    journey = walk(DRAW, always(1))
    assert journey.path == ("apply", "draw") * 3 + ("leave",)
    assert journey.end == "leave"


def test_a_payment_that_fails_pays_nothing() -> None:
    outcomes = {("draw", 1): 0, ("pay", 1): 1, ("complain", 1): 0, ("pay", 2): 0}
    journey = walk(DRAW, lambda step, time: outcomes.get((step.id, time), 0))
    assert journey.path == ("apply", "draw", "pay", "complain", "pay", "leave")
    assert journey.payments == ("pay",)


def test_a_way_that_is_used_up_without_a_then_grants_nothing() -> None:
    journey = walk(DRAW, lambda step, time: 1 if step.id == "pay" else 0)
    assert journey.path[-4:] == ("complain", "pay", "complain", "leave")
    assert journey.payments == ()


def test_a_missed_deadline_leads_to_its_consequence() -> None:
    late = Deadline(days=3, then="leave")
    workflow = Workflow(
        (step("choose", Way("learn"), deadline=late), step("learn", Way("leave")), DRAW["leave"])
    )
    assert walk(workflow, lambda step, time: LATE).path == ("choose", "leave")


def test_what_is_begun_at_the_same_time_is_waited_for() -> None:
    workflow = Workflow(
        (
            step("begin", Way("account"), Way("voucher"), kind="fork"),
            step("account", Way("both")),
            step("voucher", Way("print")),
            step("print", Way("both")),
            step("both", Way("leave"), kind="join"),
            DRAW["leave"],
        )
    )
    journey = walk(workflow, always(0))
    assert journey.path == ("begin", "account", "voucher", "print", "both", "leave")
    assert journey.finished


def test_a_join_that_nobody_completes_leaves_the_journey_unfinished() -> None:
    workflow = Workflow(
        (
            step("begin", Way("both"), Way("never")),
            step("never", Way("both")),
            step("both", Way("leave"), kind="join"),
            DRAW["leave"],
        )
    )
    journey = walk(workflow, always(0))
    assert (journey.path, journey.finished, journey.end) == (("begin",), False, "")
