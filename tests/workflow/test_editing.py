"""Operations of adaptation rules are a set: any order gives the same journey or the same clash."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kerja.workflow import (
    AddBranch,
    InsertAfter,
    InsertBefore,
    Operation,
    Remove,
    Replace,
    Step,
    Way,
    Workflow,
    dead_ends,
    edit,
    reading_order,
    unknown_targets,
    unreachable,
)


def new(name: str, **more: object) -> Step:
    plain = Step(id=name, name=name, kind="service", lane="programme-office", phase="enrol")
    return replace(plain, **more)  # type: ignore[arg-type]


def usual(workflow: Workflow, name: str) -> str:
    way = workflow[name].usual
    return way.to if way else ""


def test_no_operation_leaves_the_journey_as_it_is(journey: Workflow) -> None:
    assert edit(journey, []) == (journey, ())


def test_every_way_to_a_step_passes_what_is_inserted_before_it(journey: Workflow) -> None:
    edited, clashes = edit(
        journey, [InsertBefore(rule="R-1", before="join_batch", steps=(new("check"),))]
    )
    assert clashes == ()
    assert edited.predecessors("join_batch") == ("check",)
    assert edited.predecessors("check") == ("aptitude_test", "select_lottery")
    assert edited["check"].rule == "R-1"


def test_only_the_usual_way_passes_what_is_inserted_after_a_step(journey: Workflow) -> None:
    steps = (new("one", ways=(Way("appeal", "refused"),)), new("two"))
    edited, _ = edit(journey, [InsertAfter(rule="R-1", after="verify_identity", steps=steps)])
    refused = journey["verify_identity"].ways[1]
    assert edited["verify_identity"].ways == (Way("one"), refused)
    assert edited["one"].ways == (Way("two"), Way("appeal", "refused"))
    assert edited["two"].ways == (Way("verify_liveness"),)


def test_a_replacement_keeps_the_ways_on(journey: Workflow) -> None:
    edited, _ = edit(
        journey, [Replace(rule="IDN-02", step="verify_identity", steps=(new("nightly"),))]
    )
    assert "verify_identity" not in edited
    assert edited["nightly"].ways == journey["verify_identity"].ways
    assert edited.predecessors("nightly") == ("verify_contact", "appeal")
    assert unknown_targets(edited) == ()


def test_a_removed_step_is_passed_over(journey: Workflow) -> None:
    edited, _ = edit(journey, [Remove(rule="IDN-04", step="verify_liveness")])
    assert usual(edited, "verify_identity") == "eligibility_check"
    assert unknown_targets(edited) == ()
    assert unreachable(edited) == ()


def test_a_branch_leaves_and_rejoins_where_it_says(journey: Workflow) -> None:
    branch = AddBranch(
        rule="PAY-01",
        at="pay_incentive",
        rejoins="survey_1",
        when="no account",
        steps=(new("code"), new("cash")),
    )
    edited, clashes = edit(journey, [branch])
    assert clashes == ()
    assert edited["pay_incentive"].ways[-1] == Way("code", "no account")
    assert [usual(edited, step) for step in ("code", "cash")] == ["cash", "survey_1"]
    told = [step.id for step in reading_order(edited)]
    assert told[told.index("pay_incentive") + 1 :][:2] == ["code", "cash"]


def test_a_branch_without_steps_is_a_way_past_others(journey: Workflow) -> None:
    past = AddBranch(rule="PRG-02", at="join_batch", rejoins="notify_result", when="no draw")
    edited, _ = edit(journey, [past])
    assert Way("notify_result", "no draw") in edited["join_batch"].ways


def test_operations_at_a_replaced_step_work_at_what_stands_there_now(journey: Workflow) -> None:
    edited, clashes = edit(
        journey,
        [
            AddBranch(
                rule="IDN-01",
                at="verify_identity",
                rejoins="verify_liveness",
                when="no card",
                steps=(new("attest"),),
            ),
            Replace(rule="IDN-02", step="verify_identity", steps=(new("nightly"),)),
            InsertAfter(rule="IDN-03", after="verify_identity", steps=(new("unique"),)),
        ],
    )
    assert clashes == ()
    assert usual(edited, "nightly") == "unique"
    assert Way("attest", "no card") in edited["nightly"].ways


def test_two_replacements_of_one_step_clash_and_neither_is_carried_out(journey: Workflow) -> None:
    edited, (clash,) = edit(
        journey,
        [
            Replace(rule="TRN-10", step="job_matching", steps=(new("boards"),)),
            Replace(rule="PPL-03", step="job_matching", steps=(new("enterprise"),)),
        ],
    )
    assert edited == journey
    assert (clash.step, clash.rules) == ("job_matching", ("PPL-03", "TRN-10"))


def test_an_operation_at_a_removed_step_clashes(journey: Workflow) -> None:
    _, clashes = edit(
        journey,
        [
            Remove(rule="IDN-04", step="verify_liveness"),
            InsertAfter(rule="X-1", after="verify_liveness", steps=(new("extra"),)),
            InsertAfter(rule="X-2", after="nowhere", steps=(new("other"),)),
        ],
    )
    assert [(clash.step, clash.rules) for clash in clashes] == [
        ("nowhere", ("X-2",)),
        ("verify_liveness", ("X-1",)),
    ]
    assert "removed" in clashes[1].message


def test_two_rules_that_insert_the_same_step_insert_it_once(journey: Workflow) -> None:
    step = new("help")
    edited, clashes = edit(
        journey,
        [
            InsertBefore(rule="PAY-02", before="link_account", steps=(step,)),
            InsertBefore(rule="PAY-01", before="link_account", steps=(step,)),
        ],
    )
    assert clashes == ()
    assert len(edited) == len(journey) + 1
    assert edited["help"].rule == "PAY-01"


def test_one_name_for_two_new_steps_clashes(journey: Workflow) -> None:
    edited, clashes = edit(
        journey,
        [
            InsertBefore(rule="A-1", before="link_account", steps=(new("help"),)),
            InsertBefore(rule="A-2", before="join_batch", steps=(new("help"),)),
            InsertBefore(rule="A-3", before="join_batch", steps=(new("exit"),)),
        ],
    )
    assert edited == journey
    assert [clash.step for clash in clashes] == ["exit", "help"]


def test_the_start_and_the_end_stay(journey: Workflow) -> None:
    edited, clashes = edit(
        journey,
        [
            Remove(rule="A-1", step="outreach"),
            Remove(rule="A-2", step="exit"),
            InsertBefore(rule="A-3", before="outreach", steps=(new("a"),)),
            InsertAfter(rule="A-4", after="exit", steps=(new("b"),)),
            AddBranch(rule="A-5", at="exit", rejoins="outreach", when="again"),
        ],
    )
    assert edited == journey
    assert len(clashes) == 5


OLD = ("verify_identity", "verify_liveness", "aptitude_test", "link_account", "survey_1", "exit")
NEW = ("n_one", "n_two", "n_three", "n_four")
LINES = st.lists(st.sampled_from(NEW), min_size=1, max_size=2, unique=True).map(
    lambda names: tuple(new(name) for name in names)
)
RULES = st.sampled_from(("A-1", "B-2", "C-3"))
ANCHORS = st.sampled_from((*OLD, *NEW))
OPERATIONS: st.SearchStrategy[Operation] = st.one_of(
    st.builds(InsertBefore, rule=RULES, before=ANCHORS, steps=LINES),
    st.builds(InsertAfter, rule=RULES, after=ANCHORS, steps=LINES),
    st.builds(Replace, rule=RULES, step=ANCHORS, steps=LINES),
    st.builds(Remove, rule=RULES, step=ANCHORS),
    st.builds(
        AddBranch, rule=RULES, at=ANCHORS, rejoins=ANCHORS, when=st.just("else"), steps=LINES
    ),
)


@given(data=st.data(), operations=st.lists(OPERATIONS, max_size=6))
def test_the_order_given_does_not_matter(
    journey: Workflow, data: st.DataObject, operations: list[Operation]
) -> None:
    shuffled = data.draw(st.permutations(operations))
    assert edit(journey, shuffled) == edit(journey, operations)
    assert edit(journey, [*operations, *shuffled]) == edit(journey, operations)


@given(operations=st.lists(OPERATIONS, max_size=6))
def test_no_operation_leads_a_way_to_nowhere_or_cuts_a_step_off_from_the_end(
    journey: Workflow, operations: list[Operation]
) -> None:
    edited, _ = edit(journey, operations)
    assert unknown_targets(edited) == ()
    assert edited.start == "outreach"
    assert dead_ends(edited) == ()
    assert {step.id for step in reading_order(edited)} == {step.id for step in edited}
