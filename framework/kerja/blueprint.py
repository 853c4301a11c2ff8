"""The blueprint: a profile adapted to its country, with every decision and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kerja.adaptation import (
    Conflict,
    Decision,
    Feature,
    Point,
    Setting,
    all_rules,
    decide,
    decision_sheet,
    fidelity,
    settle,
)
from kerja.checks import NotEvaluated, all_checks, run, run_on_workflow
from kerja.findings import Finding
from kerja.profile import Profile
from kerja.workflow import Workflow, build_workflow, edit


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a country could decide on.

    `workflow` is the adapted one, `base` the model's as the country has it before adaptation.
    """

    profile: Profile
    base: Workflow
    workflow: Workflow
    decisions: tuple[Decision, ...]
    settings: tuple[Setting, ...]
    conflicts: tuple[Conflict, ...]
    features: tuple[Feature, ...]
    points: tuple[Point, ...]
    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]
    scenarios: tuple[Profile, ...]


def adapt(
    profile: Profile, *, model: Profile | None = None, scenarios: Sequence[Profile] = ()
) -> Blueprint:
    """Adapt a profile: checks, rules, workflow, and the checks of the workflow that results.

    Args:
        profile: the country's profile.
        model: the model that it extends, to compare with.
        scenarios: its options.
    """
    decisions = decide(profile, all_rules())
    base = build_workflow(profile)
    operations = [
        operation
        for decision in decisions
        if decision.acts and decision.change is not None
        for operation in decision.change.workflow
    ]
    workflow, clashes = edit(base, operations)
    settings, conflicts = settle(decisions)
    conflicts = (*conflicts, *(Conflict(c.step, c.rules, c.message) for c in clashes))
    features = fidelity(profile, model)
    checked = run(profile, all_checks())
    on_workflow = run_on_workflow(workflow, profile, all_checks())
    return Blueprint(
        profile=profile,
        base=base,
        workflow=workflow,
        decisions=decisions,
        settings=settings,
        conflicts=conflicts,
        features=features,
        points=decision_sheet(profile, decisions, conflicts, features),
        findings=(*checked.findings, *on_workflow.findings),
        not_evaluated=(*checked.not_evaluated, *on_workflow.not_evaluated),
        scenarios=tuple(scenarios),
    )
