"""The two reference models: the figures that define them, and a journey that is sound."""

import pytest

from kerja.profile import Profile, facts
from kerja.workflow import (
    Workflow,
    build_workflow,
    dead_ends,
    deadlines_without_consequence,
    unbounded_loops,
    unknown_deadlines,
    unknown_targets,
    unmet_needs,
    unproven_payments,
    unreachable,
    waiting_without_deadline,
)

STEPS = [
    "outreach", "register_account", "verify_contact", "verify_identity",
    "verify_liveness", "eligibility_check", "crosscheck_registries", "aptitude_test",
    "join_batch", "select_lottery", "notify_result", "appeal",
    "onboarding_videos", "link_account", "issue_voucher", "choose_course",
    "attend_training", "assess_and_certify", "rate_and_review", "release_provider_payment",
    "pay_incentive", "survey_1", "survey_2", "job_matching",
    "revoke_on_deadline", "reallocate_quota", "grievance", "exit",
]  # fmt: skip


@pytest.fixture(params=["model_2020", "model_2023"])
def model(request: pytest.FixtureRequest) -> Profile:
    found: Profile = request.getfixturevalue(request.param)
    return found


def test_the_reference_journey_has_the_28_steps_in_order(model: Profile) -> None:
    assert [step.id for step in build_workflow(model)] == STEPS


@pytest.mark.parametrize(
    "proof",
    [
        unreachable,
        dead_ends,
        unknown_targets,
        unknown_deadlines,
        unproven_payments,
        unmet_needs,
        waiting_without_deadline,
        deadlines_without_consequence,
        unbounded_loops,
    ],
)
def test_the_reference_journey_is_sound(model: Profile, proof: object) -> None:
    assert callable(proof)
    assert proof(build_workflow(model)) == ()


def test_a_benefit_of_2020_adds_up_to_three_and_a_half_million(model_2020: Profile) -> None:
    assert _total(model_2020) == 3_550_000


def test_a_benefit_of_2023_adds_up_to_four_point_two_million(model_2023: Profile) -> None:
    assert _total(model_2023) == 4_200_000


def test_the_deadline_of_the_journey_is_that_of_the_programme(
    model_2020: Profile, model_2023: Profile
) -> None:
    days = [
        deadline.days
        for model in (model_2020, model_2023)
        if (deadline := build_workflow(model)["choose_course"].deadline)
    ]
    assert days == [30, 15]


def test_a_model_says_nothing_of_a_country(model: Profile) -> None:
    said = {path.partition(".")[0] for path, _ in facts(model)}
    assert said <= {"programme", "workflow", "evaluation", "assumptions"} | _unsaid(model)


def test_every_source_that_a_model_names_is_listed(model: Profile) -> None:
    named = {fact.source for _, fact in facts(model) if fact.source}
    named |= {effect.source for effect in model.evaluation.effects if effect.source}
    named |= {benefit.source for benefit in model.programme.benefits.items if benefit.source}
    assert named <= set(model.sources)


def test_the_null_effect_stands_beside_the_favourable_one(model: Profile) -> None:
    effects = {effect.id: effect.effect for effect in model.evaluation.effects}
    assert effects["lottery-published"] == "not detectable"
    assert "lottery-first-note" in effects


def test_every_figure_of_a_model_has_a_source_or_says_that_it_is_recalled(model: Profile) -> None:
    bare = [
        path
        for path, fact in facts(model)
        if fact.is_known and fact.place and not fact.source and fact.confidence != "recalled"
        and path.rpartition(".")[2] not in ("modality",)
    ]  # fmt: skip
    assert bare == []


def test_a_workflow_equals_another_with_the_same_steps(journey: Workflow) -> None:
    assert Workflow(journey.steps) == journey
    assert Workflow(journey.steps[:-1]) != journey
    assert hash(Workflow(journey.steps)) == hash(journey)


def test_a_profile_without_a_journey_has_an_empty_workflow() -> None:
    workflow = build_workflow(Profile())
    assert len(workflow) == 0
    assert (workflow.start, workflow.ends, workflow.lanes) == ("", (), ())


def _total(model: Profile) -> float:
    return sum(
        (benefit.amount.number or 0) * (benefit.payments or 0)
        for benefit in model.programme.benefits.items
        if benefit.amount
    )


def _unsaid(model: Profile) -> set[str]:
    """Return the sections that the model leaves as they are when nothing is written."""
    empty = Profile()
    return {name for name, _ in model if getattr(model, name) == getattr(empty, name)}
