"""What a country sets in place of Kerja's thresholds is used where it fits, and nowhere else."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from tests.adaptation.random_facts import random_country
from tests.adaptation.rulings import decided
from tests.countries import with_journey

from kerja.adaptation import Decision, Outcome, Rule, all_rules
from kerja.adaptation.registry import judge
from kerja.profile import Profile
from kerja.profile.evidence import Override

RULES = all_rules()
SETTABLE = [rule for rule in RULES if rule.threshold is not None]
FITTING = {"share": ("1%", "50%", "99%"), "number": ("1", "20", "2_000_000")}
OTHER = {"share": "400", "number": "40%", None: "40%"}
COUNTRIES = 120
SEEDS = range(1_000, 1_000 + COUNTRIES)


@cache
def drawn(seed: int) -> Profile:
    return with_journey(random_country(seed))


def judged(rule: Rule, seed: int, threshold: str | None = None) -> Decision:
    """Return what a rule makes of a drawn country that set a threshold."""
    profile = drawn(seed)
    if threshold is not None:
        written = {"rule": rule.code, "threshold": threshold, "reason": "decided in the council"}
        overrides = (Override.model_validate(written),)
        profile = profile.model_copy(update={"overrides": overrides})
    return judge(profile, rule, ())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_that_compares_by_judgement_says_what_may_be_set_in_its_place(rule: Rule) -> None:
    held = [c for seed in SEEDS for c in judged(rule, seed).comparisons]
    assert rule.threshold is not None or not any(c.judged for c in held)


@pytest.mark.parametrize("rule", SETTABLE, ids=lambda rule: rule.code)
def test_a_threshold_that_fits_is_used_and_printed_with_its_reason(rule: Rule) -> None:
    assert rule.threshold is not None
    found = [judged(rule, seed, t) for seed in SEEDS for t in FITTING[rule.threshold]]
    known = [decision for decision in found if decision.outcome is not Outcome.UNKNOWN]
    used = [d for d in known if any(c.overridden for c in d.comparisons)]
    assert used
    assert all(decision.override == "decided in the council" for decision in used)
    assert {decision.outcome for decision in used} >= {Outcome.FIRED, Outcome.NOT_FIRED}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_threshold_that_does_not_fit_changes_nothing(rule: Rule) -> None:
    for seed in SEEDS[:20]:
        assert judged(rule, seed, OTHER[rule.threshold]) == judged(rule, seed)


def on(rule: str, threshold: object, **facts: Any) -> Outcome:
    override = {"rule": rule, "threshold": threshold, "reason": "decided in the council"}
    return decided(rule, {**facts, "overrides": [override]}).outcome


def test_counts_ages_and_ratios_can_be_set_as_shares_can() -> None:
    crowd = {"programme": {"expected_applicants": 6_000_000, "batches": {"per_year": 10}}}
    assert on("DIG-07", 900_000, **crowd) is Outcome.NOT_FIRED
    assert on("DIG-07", 550_000, **crowd) is Outcome.FIRED
    office = {
        "institutions": {"staff": 100},
        "programme": {"quota": {"people": 2_000_000, "every": "year"}},
    }
    assert on("INS-02", 19_000, **office) is Outcome.FIRED
    assert on("INS-02", 21_000, **office) is Outcome.NOT_FIRED
    register = {"registry": {"social_registry": "yes", "social_registry_age_months": 48}}
    assert on("REG-02", 60, **register) is Outcome.NOT_FIRED
    asked = {"programme": {"expected_applicants": 1_900, "quota": {"people": 1_000}}}
    assert on("PRG-01", 1.8, **asked) is Outcome.FIRED
    assert on("PRG-01", 2, **asked) is Outcome.NOT_FIRED
    ways = {"grievance": {"channels": ["web", "phone"]}}
    assert on("GRM-01", 2, **ways) is Outcome.NOT_FIRED
