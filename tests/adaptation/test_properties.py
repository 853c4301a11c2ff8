"""Whatever the facts of a country and whatever its journey: what holds of every adaptation.

The countries are drawn by number, so a failure names one that can be drawn again. KERJA_COUNTRIES
says how many; some hundreds are drawn if it says nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from xml.etree import ElementTree

from tests.adaptation.journeys import journeys, with_steps
from tests.adaptation.random_facts import random_country

from kerja.adaptation import (
    Change,
    Conflict,
    Decision,
    Outcome,
    Rule,
    SettingValue,
    all_rules,
    decide,
)
from kerja.adaptation.registry import judge
from kerja.adaptation.settings import settle
from kerja.profile import Profile
from kerja.workflow import (
    Clash,
    Operation,
    Workflow,
    build_workflow,
    edit,
    prove,
    to_svg,
    unbounded_loops,
    unmet_needs,
    unproven_payments,
)
from kerja.workflow.bpmn import to_process
from kerja.workflow.operations import anchor, new_steps

COUNTRIES = int(os.environ.get("KERJA_COUNTRIES", "200"))
DRAWN = COUNTRIES // 15
"""Pictures take longer than all the rest."""


@dataclass(frozen=True, slots=True)
class Case:
    """A drawn country with one of the journeys, and what the rules make of it."""

    seed: int
    journey: str
    profile: Profile
    decisions: tuple[Decision, ...]
    workflow: Workflow
    clashes: tuple[Clash, ...]

    @property
    def name(self) -> str:
        """What to draw to see it again."""
        return f"country {self.seed} with the journey {self.journey}"


@cache
def case(seed: int) -> Case:
    found = journeys()
    # The two models and Cambodia as often as all others together.
    name = list(found)[seed % 3] if seed % 2 else list(found)[seed // 2 % len(found)]
    profile = with_steps(random_country(seed), found[name])
    decisions = decide(profile, all_rules())
    workflow, clashes = edit(build_workflow(profile), wanted(decisions))
    return Case(seed, name, profile, decisions, workflow, clashes)


def wanted(decisions: tuple[Decision, ...]) -> list[Operation]:
    return [operation for change in changes(decisions) for operation in change.workflow]


def changes(decisions: tuple[Decision, ...]) -> Iterator[Change]:
    for decision in decisions:
        if decision.acts:
            assert decision.change is not None
            yield decision.change


def failing(holds: Callable[[Case], object], *, of: int = COUNTRIES) -> list[str]:
    """Name the drawn countries of which something does not hold."""
    return [case(seed).name for seed in range(of) if not holds(case(seed))]


def test_no_facts_break_a_rule_and_every_rule_is_decided() -> None:
    codes = [rule.code for rule in all_rules()]
    assert failing(lambda one: [d.rule for d in one.decisions] == codes) == []


def test_every_rule_fires_rests_and_is_unknown_in_some_country() -> None:
    seen = {(d.rule, d.outcome) for seed in range(COUNTRIES) for d in case(seed).decisions}
    due = ((rule, o) for rule in all_rules() for o in OUTCOMES if (rule.code, o) not in seen)
    assert [(rule.code, outcome) for rule, outcome in due if not comes_to(rule, outcome)] == []


OUTCOMES = (Outcome.FIRED, Outcome.NOT_FIRED, Outcome.UNKNOWN)


def comes_to(rule: Rule, outcome: Outcome) -> bool:
    """Look for a rare outcome in further countries."""
    more = range(COUNTRIES, COUNTRIES + 400)
    return any(judge(random_country(seed), rule, ()).outcome is outcome for seed in more)


def test_the_adapted_journey_is_sound() -> None:
    assert failing(lambda one: prove(one.workflow).status == "sound") == []


def test_the_adapted_journey_has_no_loop_without_end() -> None:
    assert failing(lambda one: unbounded_loops(one.workflow) == ()) == []


def test_no_person_is_paid_in_the_adapted_journey_without_proof() -> None:
    assert failing(lambda one: unproven_payments(one.workflow) == ()) == []


def test_no_step_of_the_adapted_journey_is_reached_without_what_it_needs() -> None:
    assert failing(lambda one: unmet_needs(one.workflow) == ()) == []


def test_what_is_left_out_of_a_whole_journey_of_a_model_is_nothing() -> None:
    models = ("prakerja-2020", "prakerja-2023", "khm")
    assert failing(lambda one: one.journey not in models or one.clashes == ()) == []


def test_what_is_left_out_says_which_rule_wanted_it_and_why() -> None:
    assert failing(lambda one: all(c.rules and c.message for c in one.clashes)) == []


def test_what_a_rule_wants_at_a_step_that_is_not_there_is_reported_and_not_half_done() -> None:
    def holds(one: Case) -> bool:
        there = {step.id for step in build_workflow(one.profile)}
        there |= {step.id for change in wanted(one.decisions) for step in new_steps(change)}
        lost = [operation for operation in wanted(one.decisions) if anchor(operation) not in there]
        brought = {step.id for operation in lost for step in new_steps(operation)}
        said = {clash.message for clash in one.clashes}
        missing = {f"no step is {anchor(operation)}" for operation in lost}
        return missing <= said and not brought & {step.id for step in one.workflow}

    assert failing(holds) == []


def test_the_order_of_the_rules_does_not_matter() -> None:
    def holds(one: Case) -> bool:
        rules = list(all_rules())
        Random(one.seed).shuffle(rules)
        return decide(one.profile, rules) == one.decisions

    assert failing(holds, of=COUNTRIES // 4) == []


def test_the_order_of_what_the_rules_want_does_not_matter() -> None:
    def holds(one: Case) -> bool:
        operations, decisions = wanted(one.decisions), list(one.decisions)
        for items in (operations, decisions):
            Random(one.seed).shuffle(items)
        edited = edit(build_workflow(one.profile), operations)
        return edited == (one.workflow, one.clashes) and settle(decisions) == settle(one.decisions)

    assert failing(holds) == []


def test_a_rule_that_fires_changes_or_proposes_something() -> None:
    def holds(one: Case) -> bool:
        return all(
            any((change.workflow, change.settings, change.costs, change.documents))
            or change.proposals
            for change in changes(one.decisions)
        )

    assert failing(holds) == []


LEAST = {"rollout.quota_cap", "g2p.stage_start"}
GREATEST = {
    "payment.link_deadline_days", "programme.purchase_deadline_days", "batch.registration_days",
    "batch.registration_days_min",
}  # fmt: skip
STRICTEST = {"rollout.max_scale": ("pilot", "phased", "national")}
UNION = {"me.disaggregate"}


def agreed(key: str, wishes: list[SettingValue]) -> SettingValue | None:
    """Return what the policy of a key makes of several wishes; None for a conflict."""
    if all(wish == wishes[0] and type(wish) is type(wishes[0]) for wish in wishes):
        return wishes[0]
    if key in LEAST:
        return min(wishes, key=lambda wish: float(str(wish)))
    if key in GREATEST:
        return max(wishes, key=lambda wish: float(str(wish)))
    if key in STRICTEST:
        return min(wishes, key=lambda wish: STRICTEST[key].index(str(wish)))
    if key in UNION:
        parts = [wish if isinstance(wish, tuple) else (str(wish),) for wish in wishes]
        return tuple(sorted({word for part in parts for word in part}))
    return None


def test_what_rules_set_is_settled_by_the_policy_of_its_key_or_reported() -> None:
    def holds(one: Case) -> bool:
        wishes: dict[str, list[SettingValue]] = {}
        for change in changes(one.decisions):
            for key, value in change.settings.items():
                wishes.setdefault(key, []).append(value)
        settings, conflicts = settle(one.decisions)
        due = {key: agreed(key, values) for key, values in wishes.items()}
        assert all(isinstance(conflict, Conflict) for conflict in conflicts)
        return {s.key: s.value for s in settings} == {
            key: value for key, value in due.items() if value is not None
        } and {c.key for c in conflicts} == {key for key, value in due.items() if value is None}

    assert failing(holds) == []


def test_the_adapted_journey_can_be_given_to_an_engine() -> None:
    def holds(one: Case) -> bool:
        process = to_process(one.workflow, name="drawn")
        carried = {node.step.id for node in process.nodes if node.step is not None}
        return carried == {step.id for step in one.workflow}

    assert failing(holds) == []


def test_the_adapted_journey_can_be_drawn() -> None:
    def holds(one: Case) -> bool:
        return ElementTree.fromstring(to_svg(one.workflow, title="drawn")).tag.endswith("svg")

    assert failing(holds, of=DRAWN) == []
