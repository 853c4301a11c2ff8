"""No office alone both registers and approves, or approves and pays."""

from tests.workflow.soundness.journeys import journey, step, with_step

from kerja.workflow import OneOffice, Step, Workflow, undivided_duties

ALONE = journey(
    step("apply", "enter", kind="start", lane="applicant", phase="assess"),
    step("enter", "approve", kind="manual", phase="assess"),
    step("approve", "pay", kind="manual", phase="enrol"),
    step("pay", "leave", kind="payment", lane="payment-provider"),
    step("leave", kind="end", lane="applicant"),
)


def test_one_office_that_registers_and_approves_is_shown_with_a_path() -> None:
    assert undivided_duties(ALONE) == (
        OneOffice("pay", "programme-office", ("apply", "enter", "approve", "pay")),
    )


def test_one_office_that_approves_and_pays_is_shown() -> None:
    decided = with_step(ALONE, "enter", kind="person", lane="applicant")
    assert undivided_duties(decided) == ()
    paying = with_step(decided, "pay", lane="programme-office")
    assert [alone.step for alone in undivided_duties(paying)] == ["pay"]


def test_another_office_in_between_divides_the_duties() -> None:
    assert undivided_duties(with_step(ALONE, "enter", lane="province")) == ()
    assert undivided_duties(with_step(ALONE, "approve", lane="province")) == ()


def test_an_office_that_only_carries_out_a_payment_divides_nothing() -> None:
    twice = with_step(ALONE, "pay", ways=ALONE["enter"].ways)
    more = step("again", "leave", kind="payment", lane="payment-provider")
    workflow = with_step(twice, "pay", ways=step("x", "again").ways)
    assert [a.step for a in undivided_duties(Workflow((*workflow.steps, more)))] == ["pay", "again"]


def test_one_officer_is_not_two() -> None:
    assert undivided_duties(without(ALONE, "approve")) == ()


def without(workflow: Workflow, name: str) -> Workflow:
    """Return the workflow with one step left out."""
    gone = workflow[name].ways[0].to
    steps: list[Step] = []
    for here in workflow:
        if here.id != name:
            ways = [gone if way.to == name else way.to for way in here.ways]
            steps.append(step(here.id, *ways, kind=here.kind, lane=here.lane, phase=here.phase))
    return Workflow(tuple(steps))
