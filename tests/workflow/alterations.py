"""The reference journey altered: by hand in a known way, and by any set of operations."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from kerja.workflow import (
    AddBranch,
    Deadline,
    InsertAfter,
    InsertBefore,
    Operation,
    Remove,
    Replace,
    Step,
    Workflow,
    edit,
)


def new(name: str) -> Step:
    """Return a step to bring in."""
    return Step(name, f"Do {name}", "service", "programme-office", "enrol")


def changed(workflow: Workflow, altered: str, **parts: object) -> Workflow:
    """Return the workflow with one step changed by hand."""
    return Workflow(
        tuple(
            replace(step, **parts) if step.id == altered else step  # type: ignore[arg-type]
            for step in workflow
        )
    )


def altered_by_hand(journey: Workflow) -> Workflow:
    """Return the journey with two steps more, one less, and one changed by hand."""
    edited, clashes = edit(
        journey,
        [
            InsertBefore(rule="R-1", before="link_account", steps=(new("help"), new("visit"))),
            Remove(rule="R-2", step="verify_liveness"),
        ],
    )
    assert clashes == ()
    late = Deadline(days=9, then="exit", since="notify_result")
    return changed(edited, "attend_training", deadline=late, lane="province")


OLD = ("verify_identity", "verify_liveness", "aptitude_test", "link_account", "survey_1")
NEW = ("n_one", "n_two", "n_three", "n_four")
LINES = st.lists(st.sampled_from(NEW), min_size=1, max_size=2, unique=True).map(
    lambda ids: tuple(new(name) for name in ids)
)
ANCHORS = st.sampled_from((*OLD, *NEW))
RULES = st.sampled_from(("A-1", "B-2"))
OPERATIONS: st.SearchStrategy[Operation] = st.one_of(
    st.builds(InsertBefore, rule=RULES, before=ANCHORS, steps=LINES),
    st.builds(InsertAfter, rule=RULES, after=ANCHORS, steps=LINES),
    st.builds(Replace, rule=RULES, step=ANCHORS, steps=LINES),
    st.builds(Remove, rule=RULES, step=ANCHORS),
    st.builds(AddBranch, rule=RULES, at=ANCHORS, rejoins=ANCHORS, when=st.just("x"), steps=LINES),
)
EDITS = st.lists(OPERATIONS, max_size=5)
