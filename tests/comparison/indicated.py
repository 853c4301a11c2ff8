"""A small country of which everything is known, in round numbers, and the same with changes."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from tests.countries import written

from kerja.blueprint import adapt
from kerja.indicators import Reading, indicator, read, subject
from kerja.profile import Profile

_LABOUR = {"year": 2024, "source": "survey", "confidence": "survey", "definition": "icls-19"}


def _of_labour(value: object, **more: object) -> dict[str, object]:
    return {"value": value, **_LABOUR, **more}


_WAGE = {"value": "KHR 400_000", "days_per_month": 26, "year": 2024}

WHOLE: Mapping[str, Any] = {
    "as_of": "2025-06-30",
    "population": {
        "total": {"value": "10 million", "year": 2024},
        "adults_15plus": "8 million",
        "rural_share": "60%",
        "adult_literacy": "85%",
    },
    "labour_force": {
        "working_age": _of_labour("8 million"),
        "labour_force": _of_labour("5 million"),
        "employed": _of_labour("4.75 million"),
        "unemployed": _of_labour("250 thousand"),
        "underemployed": _of_labour("150 thousand"),
        "youth_population": _of_labour("1 million"),
        "neet_rate": _of_labour("20%", ages="15-24"),
        "informal_share": _of_labour("50%", of="employment"),
        "participation_rate": _of_labour("62.5%", men="70%", women="55%"),
        "productivity": {"value": 9000, "what": "int$ of 2021 a worker"},
        "tasks_at_risk": "20%",
    },
    "economy": {
        "gdp": {"value": "KHR 40 trillion", "year": 2024},
        "gdp_ppp": {"value": "USD 20 billion", "year": 2024},
        "exchange_rate": "4000 KHR/USD",
        "government_spending": "KHR 8 trillion",
        "debt_to_gdp": "50%",
        "minimum_wage_month": _WAGE,
        "median_wage_month": "KHR 800_000",
    },
    "identity": {"coverage_adults": {"value": "90%", "men": "92%", "women": "88%"}},
    "registry": {"social_registry_coverage": "70%", "social_registry_age_months": 18},
    "wallets": {
        "account_ownership": {"value": "60%", "men": "64%", "women": "56%", "year": 2024},
        "integratable": 4,
        "agents_per_100k_adults": 250,
        "cashout_fee_percent": "1.5%",
        "low_tier_max_balance": "KHR 1 million",
        "fee_fixed": "KHR 100",
        "fee_percent": "0%",
    },
    "digital": {
        "internet_use": {"value": "75%", "men": "78%", "women": "72%"},
        "data_price_share": "1.2%",
        "otp_sms_cost": "KHR 50",
    },
    "training": {
        "seats_year": {"value": "180 thousand", "year": 2024},
        "seats": "60 thousand",
        "cycles_year": 3,
        "enrolled": "60 thousand",
        "private_share": "40%",
        "average_price": "KHR 800_000",
        "districts_with_provider_share": "65%",
        "top_provider_share": "12%",
    },
    "existing_programmes": [{"id": "old", "kind": "training", "people": "25 thousand"}],
    "institutions": {"staff": 45, "commitment": "plan", "provincial_offices": 24},
    "stakeholders": [
        {"who": "Union", "role": "advice", "kind": "civil-society", "channel": "hotline"},
        {"who": "Ministry", "role": "owner", "kind": "government"},
    ],
    "budget": {"total": "KHR 200 billion", "stage": "approved", "contingency_share": "10%"},
    "costs": {
        "administration": {
            "fixed_year": "KHR 2 billion",
            "step_people": 10_000,
            "step_cost": "KHR 100 million",
            "per_applicant": "KHR 1_000",
            "per_recipient": "KHR 10_000",
        },
        "account_opening": "KHR 10_000",
        "new_place": "KHR 500_000",
        "messages_per_applicant": 4,
    },
    "programme": {
        "name": "Card",
        "status": "running",
        "quota": {"people": {"value": "100 thousand", "year": 2025, "status": "target"}},
        "eligible_population": "1 million",
        "expected_applicants": "250 thousand",
        "training_days": 73,
        "benefits": [
            {"id": "training", "kind": "voucher", "amount": "KHR 1 million"},
            {
                "id": "reward", "kind": "cash", "purpose": "incentive", "amount": "KHR 100_000",
                "every": "month", "at_most": 4,
            },
            {
                "id": "survey", "kind": "cash", "purpose": "survey", "amount": "KHR 50_000",
                "every": "survey", "at_most": 2,
            },
        ],
        "tracks": [{"id": "open", "what": "course library", "people": "5 thousand"}],
    },
    "evaluation": {
        "sample": 10_000,
        "treated_share": "50%",
        "take_up_treated": "80%",
        "take_up_control": "0%",
        "attrition": "20%",
        "wins_later": "0%",
        "literacy_item": True,
        "literacy_rise": "6%",
        "effects": [
            {"id": "null", "outcome": "employment", "points": "0%", "rise": "0%"},
            {"id": "good", "outcome": "employment", "points": "5%", "estimand": "took-up"},
            {
                "id": "gain", "outcome": "income", "income_month": "KHR 50_000",
                "estimand": "took-up",
            },
        ],
    },
    "assumptions": {
        "purchase": {"low": "90%", "mode": "90%", "high": "90%"},
        "completion": {"low": "80%", "mode": "80%", "high": "80%"},
        "paid": {"low": "50%", "mode": "50%", "high": "50%"},
        "survey_response": {"low": "50%", "mode": "50%", "high": "50%"},
        "linked_accounts": {"low": "70%", "mode": "80%", "high": "90%"},
        "base_employment": {"low": "58.75%", "mode": "58.75%", "high": "58.75%"},
        "effect_years": {"low": 1, "mode": 1, "high": 1},
        "effect_decay": {"low": 0, "mode": 0, "high": 0},
        "discount_rate": {"low": "0%", "mode": "0%", "high": "0%"},
        "effective_tax": {"low": "10%", "mode": "10%", "high": "10%"},
    },
}  # fmt: skip


def with_changes(*changes: tuple[str, Any]) -> Profile:
    """Return the country with other values at these dotted paths; None takes the value away."""
    data = deepcopy(dict(WHOLE))
    for path, value in changes:
        *above, name = path.split(".")
        section: Any = data
        for step in above:
            section = section.setdefault(step, {})
        if value is None:
            section.pop(name)
        else:
            section[name] = value
    return written(**data)


def reading(name: str, profile: Profile) -> Reading:
    """Read one indicator of a profile."""
    return read(indicator(name), subject(adapt(profile)))
