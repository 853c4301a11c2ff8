"""Journeys to try rules on: the models', Cambodia's, and ones that lack steps or know no model."""

from __future__ import annotations

from functools import cache

from tests.countries import country

from kerja.profile import Profile
from kerja.profile.journey import StepText, WorkflowText
from kerja.workflow import (
    build_workflow,
    prove,
    unbounded_loops,
    unmet_needs,
    unproven_payments,
)


@cache
def journeys() -> dict[str, WorkflowText]:
    """Return journeys by name, each sound, with every payment proven."""
    found = {name: country(name).workflow for name in ("prakerja-2020", "prakerja-2023", "khm")}
    found["short"] = _SHORT
    found["foreign"] = _FOREIGN
    for step in (one.id for one in country("prakerja-2023").workflow.steps[1:]):
        found[f"without {step}"] = _without(country("prakerja-2023").workflow, step)
    return {name: journey for name, journey in found.items() if is_safe(journey)}


def with_steps(profile: Profile, journey: WorkflowText) -> Profile:
    """Return the profile with a journey as its own."""
    return profile.model_copy(update={"workflow": journey})


def is_safe(journey: WorkflowText) -> bool:
    """Tell whether a journey is sound and every payment in it proven, before any rule."""
    workflow = build_workflow(with_steps(Profile(), journey))
    proofs = (unbounded_loops, unproven_payments, unmet_needs)
    return prove(workflow).status == "sound" and all(proof(workflow) == () for proof in proofs)


def _without(journey: WorkflowText, gone: str) -> WorkflowText:
    """Take a step out; who came to it goes on where its usual way led."""
    (step,) = [one for one in journey.steps if one.id == gone]
    onward = step.next[0].to if step.next else ""
    kept = (_led(one, gone, onward) for one in journey.steps if one.id != gone)
    return WorkflowText(steps=tuple(kept))


def _led(step: StepText, old: str, new: str) -> StepText:
    ways = tuple(
        way.model_copy(
            update={
                "to": new if way.to == old else way.to,
                "then": new if way.then == old else way.then,
            }
        )
        for way in step.next
    )
    late = step.deadline
    if late is not None:
        since = None if late.since == old else late.since
        then = new if late.then == old else late.then
        late = late.model_copy(update={"since": since, "then": then})
    return step.model_copy(update={"next": ways, "deadline": late})


_SHORT = WorkflowText.model_validate({
    "steps": [
        {"id": "register_account", "name": "Sign up at the office", "kind": "start",
         "lane": "province", "phase": "assess", "next": [{"to": "verify_identity"}]},
        {"id": "verify_identity", "name": "Look at the card", "kind": "manual", "lane": "province",
         "phase": "assess", "gives": ["identity"],
         "next": [{"to": "link_account"}, {"to": "exit", "when": "no card"}]},
        {"id": "link_account", "name": "Note the account", "kind": "person", "lane": "applicant",
         "phase": "enrol", "needs": ["identity"], "gives": ["account"],
         "next": [{"to": "attend_training"}]},
        {"id": "attend_training", "name": "Attend", "kind": "person", "lane": "applicant",
         "phase": "provide", "next": [{"to": "pay_incentive"}],
         "deadline": {"days": 90, "then": "exit"}},
        {"id": "pay_incentive", "name": "Pay the stipend", "kind": "payment",
         "lane": "payment-provider", "phase": "provide", "needs": ["identity", "account"],
         "next": [{"to": "exit"}, {"to": "pay_incentive", "when": "failed: pay again",
                                   "at_most": 2, "then": "exit"}]},
        {"id": "exit", "name": "Leave", "kind": "end", "lane": "applicant", "phase": "manage"},
    ]
})  # fmt: skip
"""Few steps, with names of the model: no draw, voucher, appeal, review; a payment tried again."""

_FOREIGN = WorkflowText.model_validate({
    "steps": [
        {"id": "come_in", "name": "Come in", "kind": "start", "lane": "applicant",
         "phase": "assess", "next": [{"to": "show_card"}]},
        {"id": "show_card", "name": "Show the card", "kind": "manual", "lane": "province",
         "phase": "assess", "gives": ["identity"],
         "next": [{"to": "both"}, {"to": "object", "when": "not known"}]},
        {"id": "both", "name": "Go on in two ways", "kind": "fork", "lane": "programme-office",
         "phase": "enrol", "next": [{"to": "name_account"}, {"to": "learn"}]},
        {"id": "name_account", "name": "Name an account", "kind": "person", "lane": "applicant",
         "phase": "enrol", "needs": ["identity"], "gives": ["account"],
         "next": [{"to": "all_done"}]},
        {"id": "learn", "name": "Learn", "kind": "person", "lane": "applicant",
         "phase": "provide", "next": [{"to": "all_done"}]},
        {"id": "all_done", "name": "Bring both together", "kind": "join",
         "lane": "programme-office", "phase": "provide", "next": [{"to": "give_money"}]},
        {"id": "give_money", "name": "Pay", "kind": "payment", "lane": "payment-provider",
         "phase": "provide", "needs": ["identity", "account"], "next": [{"to": "go_home"}]},
        {"id": "object", "name": "Hear the objection", "kind": "manual",
         "lane": "programme-office", "phase": "enrol",
         "next": [{"to": "show_card", "when": "upheld", "at_most": 1},
                  {"to": "turned_away", "when": "not upheld"}]},
        {"id": "turned_away", "name": "Turned away", "kind": "end", "lane": "applicant",
         "phase": "manage"},
        {"id": "go_home", "name": "Go home", "kind": "end", "lane": "applicant",
         "phase": "manage"},
    ]
})  # fmt: skip
"""No step that a rule knows by name, two things at once, and two ends."""
