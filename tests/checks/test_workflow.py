"""Checks of the workflow on small journeys: what is told, with its path and what would be right."""

from collections.abc import Callable

from kerja.checks import Examination
from kerja.findings import Finding

Examine = Callable[[str], Examination]

LEAVE = "{id: leave, name: Leave, kind: end, lane: applicant, phase: manage}"


def step(name: str, kind: str, ways: str, more: str = "") -> str:
    office = "applicant" if kind in ("start", "person") else "programme-office"
    head = f"id: {name}, name: {name}, kind: {kind}, lane: {office}, phase: enrol"
    return f"{{{head}, next: [{ways}]{more}}}"


def journey(*steps: str) -> str:
    return "\n".join(["workflow:", "  steps:", *(f"    - {s}" for s in (*steps, LEAVE))])


def found(examination: Examination) -> list[tuple[str, str, str]]:
    return [(f.code, f.message, f.hint) for f in examination.findings]


def only(examination: Examination) -> Finding:
    (finding,) = examination.findings
    return finding


APPLY = step("apply", "start", "{to: begin}")


def test_an_unsound_journey_is_told_with_its_path(examined: Examine) -> None:
    text = journey(
        APPLY,
        step("begin", "decision", "{to: kyc}, {to: voucher, when: no account}"),
        step("kyc", "service", "{to: both}"),
        step("voucher", "service", "{to: both}"),
        step("both", "join", "{to: leave}"),
    )
    finding = only(examined(text))
    assert finding.path == "workflow.steps[both]"
    assert finding.message == (
        "option to complete fails: apply → begin → kyc done; waiting at both; voucher never started"
    )
    assert finding.stops_build


def test_a_dead_end_is_told_with_a_way_there_and_only_once(examined: Examine) -> None:
    text = journey(
        APPLY, step("begin", "service", "{to: leave}, {to: trap}"), step("trap", "service", "")
    )
    told = [(code, message) for code, message, _ in found(examined(text))]
    assert told == [
        ("KF501", 'from the step "trap" no end can be reached, on the way apply → begin → trap')
    ]


def test_an_end_that_leads_on_is_told(examined: Examine) -> None:
    text = journey(APPLY, step("begin", "end", "{to: leave}"))
    finding = only(examined(text))
    assert (finding.code, finding.message) == ("KF501", 'the end "begin" leads on to "leave"')


def test_a_misspelt_step_is_told_with_the_one_that_was_meant(examined: Examine) -> None:
    draw = "{to: leave}, {to: begin, when: not drawn, at_most: 3, then: leaves}"
    finding = only(examined(journey(APPLY, step("begin", "draw", draw))))
    assert (finding.code, finding.hint) == ("KF501", "did you mean leave?")
    assert finding.message == 'the step "begin" leads to "leaves", which does not exist'


def test_a_used_up_way_with_nowhere_to_go_stops_a_build(examined: Examine) -> None:
    ask = "{to: leave, at_most: 2}, {to: begin, when: again, at_most: 2}"
    findings = examined(journey(APPLY, step("begin", "person", ask))).findings
    assert {f.code for f in findings} == {"KF505"}
    assert all(f.stops_build for f in findings)
    assert findings[1].message == (
        'the way "again" of begin can be used up, and then there is nowhere to go'
    )


def test_a_journey_too_tangled_to_prove_is_a_warning_and_no_error(examined: Examine) -> None:
    branches = range(7)
    steps = [APPLY, step("begin", "fork", ", ".join(f"{{to: s{b}_0}}" for b in branches))]
    for b in branches:
        names = [f"s{b}_{k}" for k in range(7)]
        for name in names:
            ways = [f"{{to: {to}, when: {to}, at_most: 9}}" for to in names]
            steps.append(step(name, "person", ", ".join([f"{{to: out{b}}}", *ways])))
        steps.append(step(f"out{b}", "service", "{to: both}"))
    finding = only(examined(journey(*steps, step("both", "join", "{to: leave}"))))
    assert finding.code == "KF501"
    assert finding.message.endswith("the journey has more than 20000 states")
    assert not finding.stops_build


def test_outcomes_and_assumptions_of_a_choice_are_told(examined: Examine) -> None:
    ways = "{to: leave, when: Drawn!, share_from: acepted}, {to: leave, when: drawn}"
    assert sorted(found(examined(journey(APPLY, step("begin", "draw", ways))))) == [
        (
            "KF507",
            'a way of "begin" takes its share from "acepted", which is no field of assumptions',
            "did you mean accepted?",
        ),
        ("KF507", 'several ways of "begin" have the outcome "drawn"', "give each way its own when"),
    ]


def test_all_known_shares_leave_nobody_out(examined: Examine) -> None:
    ways = "{to: leave, when: drawn, share: 70%}, {to: leave, when: no, share: 20%}"
    finding = only(examined(journey(APPLY, step("begin", "draw", ways))))
    assert finding.message == 'the shares of the ways of "begin" sum to 90%'
