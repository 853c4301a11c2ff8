"""More of what a country has never lowers the number that it can serve."""

from __future__ import annotations

import os
from functools import cache
from typing import Any, NamedTuple

import pytest
from tests.adaptation.random_facts import random_sections
from tests.countries import written

from kerja.feasibility import Standing, binding
from kerja.profile import Profile

COUNTRIES = int(os.environ.get("KERJA_COUNTRIES", "200"))

_Written = dict[str, Any]


class Raise(NamedTuple):
    """An input of readiness with a value that is worse and one that is better."""

    path: str
    worse: object
    better: object


RAISES = (
    Raise("wallets.account_ownership", "20%", "80%"),
    Raise("wallets.target_account_ownership", "20%", "80%"),
    Raise("wallets.combined_coverage", "20%", "80%"),
    Raise("wallets.agents_per_100k_adults", 20, 900),
    Raise("wallets.rural_agent_access", "10%", "90%"),
    Raise("wallets.integratable", 0, 5),
    Raise("wallets.low_tier_max_balance", "KHR 1_000", "KHR 9 million"),
    Raise("wallets.user_funds_safeguarded", "no", "yes"),
    Raise("wallets.cashout_fee_percent", "9%", "1%"),
    Raise("identity.coverage_adults", "40%", "99%"),
    Raise("identity.online_verification", "no", "yes"),
    Raise("registry.household_link", "no", "yes"),
    Raise("registry.social_registry", "no", "yes"),
    Raise("digital.internet_use", "10%", "90%"),
    Raise("digital.service_points", 3, 400),
    Raise("training.seats_year", 100, 90_000),
    Raise("training.seats", 100, 90_000),
    Raise("training.cycles_year", 1, 4),
    Raise("training.enrolled", 50_000, 10),
    Raise("training.graduates_year", 100, 90_000),
    Raise("training.accredited_providers", 2, 400),
    Raise("institutions.staff", 2, 400),
    Raise("institutions.management_office", "no", "yes"),
    Raise("institutions.provincial_offices", 2, 25),
    Raise("grievance.channels", ["web"], ["web", "phone", "in-person"]),
    Raise("legal.mandate", "none", "law"),
    Raise("budget.total", "KHR 90 million", "KHR 5 trillion"),
    Raise("budget.contingency_share", "30%", "1%"),
    Raise("budget.multi_year", "no", "yes"),
    Raise("costs.administration.fixed_year", "KHR 2 billion", "KHR 1 million"),
    Raise("costs.administration.step_cost", "KHR 2 billion", "KHR 1 million"),
    Raise("costs.administration.step_people", 1_000, 9_000),
    Raise("costs.administration.per_applicant", "KHR 40_000", "KHR 500"),
    Raise("costs.administration.per_recipient", "KHR 40_000", "KHR 500"),
    Raise("programme.batches.per_year", 1, 12),
    Raise("programme.batches.quota", 20, 90_000),
    Raise(
        "assumptions.onboarding",
        {"low": "1%", "mode": "2%", "high": "3%"},
        {"low": "70%", "mode": "80%", "high": "90%"},
    ),
)


def persons(profile: Profile) -> float:
    """Return how many the known limits allow, without end if none is known."""
    tightest = binding(profile).binds
    return float("inf") if tightest is None else tightest.persons or 0.0


@cache
def drawn(seed: int) -> tuple[_Written, Profile]:
    sections = random_sections(seed)
    return sections, written(**sections)


def changed(seed: int, path: str, value: object) -> Profile:
    """Return a drawn country with one value written in place of what was drawn."""
    sections, profile = drawn(seed)
    name, _, rest = path.partition(".")
    model = type(getattr(profile, name))
    section = model.model_validate(_with(sections.get(name), rest, value))
    return profile.model_copy(update={name: section})


def _with(section: Any, path: str, value: object) -> _Written:
    kept = section if isinstance(section, dict) else {}
    name, _, rest = path.partition(".")
    return {**kept, name: _with(kept.get(name), rest, value) if rest else value}


@pytest.mark.parametrize("one", RAISES, ids=lambda one: one.path)
def test_more_of_it_is_never_fewer_people(one: Raise) -> None:
    for seed in range(COUNTRIES // 4):
        worse = changed(seed, one.path, one.worse)
        better = changed(seed, one.path, one.better)
        assert persons(worse) <= persons(better), f"country {seed}"
        before, after = (_by_name(profile) for profile in (worse, better))
        assert all(after[name] >= number for name, number in before.items() if name in after)


def _by_name(profile: Profile) -> dict[str, float]:
    limits = binding(profile).limits
    return {
        limit.name: limit.persons or 0.0 for limit in limits if limit.standing is Standing.KNOWN
    }


@pytest.mark.parametrize(
    "path",
    [
        "wallets.target_account_ownership", "identity.coverage_adults", "training.seats_year",
        "budget.total", "programme.batches.quota", "assumptions.onboarding",
    ],
)  # fmt: skip
def test_what_is_raised_can_raise_the_number(path: str) -> None:
    (one,) = [one for one in RAISES if one.path == path]
    differences = [
        persons(changed(seed, path, one.better)) - persons(changed(seed, path, one.worse))
        for seed in range(COUNTRIES)
    ]
    assert any(difference > 0 for difference in differences)
