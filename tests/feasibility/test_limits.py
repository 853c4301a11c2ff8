"""What limits a programme: known, an indication, or unknown and still listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.countries import country, read_text, written

from kerja.adaptation import INHERITED
from kerja.feasibility import Limit, Standing, applications_a_year, binding
from kerja.profile import Profile
from kerja.profile.administration import administration_cost
from kerja.profile.packages import package

NAMES = [
    "demand", "budget", "places", "accounts", "identity", "office", "calendar", "platform",
]  # fmt: skip
STIPEND = {"id": "stipend", "kind": "cash", "amount": "KHR 280_000", "every": "month", "at_most": 4}


def limits(profile: Profile) -> dict[str, Limit]:
    return {limit.name: limit for limit in binding(profile).limits}


def limit(name: str, **sections: Any) -> Limit:
    return limits(written(**sections))[name]


@pytest.mark.parametrize(
    "name", ["khm", "tha", "idn", "prakerja-2023", "mys", "mys-13", "phl", "mar", "tls", "mng"]
)
def test_every_limit_is_listed_in_every_country(name: str) -> None:
    found = limits(country(name))
    assert list(found) == NAMES
    for one in found.values():
        assert (one.standing is Standing.UNKNOWN) == (one.persons is None)
        assert bool(one.lacks) == (one.standing is not Standing.KNOWN) or INHERITED in one.note
        assert one.lifts


def test_a_country_that_says_nothing_has_only_unknown_limits() -> None:
    found = binding(written())
    assert found.binds is None
    assert [one.name for one in found.unknown] == NAMES


def test_cambodia_is_known_by_its_pace_and_everything_else_is_open() -> None:
    found = binding(country("examples/cambodia"))
    assert [one.name for one in found.known] == ["demand"]
    assert round(found.known[0].persons or 0) == 78_496
    assert "pace so far" in found.known[0].note
    assert [one.name for one in found.indications] == ["places", "accounts"]


def test_an_indication_never_binds() -> None:
    found = binding(country("examples/cambodia"))
    places = limits(country("examples/cambodia"))["accounts"]
    assert places.persons is not None
    assert found.binds is not None
    assert found.binds.persons is not None
    assert places.persons < found.binds.persons
    assert found.binds.name == "demand"


def test_graduates_hint_at_places_and_are_not_free_places() -> None:
    found = limit("places", training={"graduates_year": 89_878})
    assert found.standing is Standing.INDICATION
    assert set(found.lacks) == {"training.seats_year", "training.enrolled"}


def test_places_are_a_flow_less_those_taken() -> None:
    stock = {"seats": 400, "cycles_year": 3, "enrolled": 500}
    assert limit("places", training=stock).persons == 700
    flow = {"seats_year": 1_000, "enrolled": 1_500}
    assert limit("places", training=flow).persons == 0


def test_what_the_places_lack_is_named_exactly() -> None:
    assert limit("places", training={"seats": 400, "enrolled": 0}).lacks == (
        "training.cycles_year",
    )
    assert limit("places", training={"seats_year": 400}).lacks == ("training.enrolled",)


def test_accounts_prefer_the_target_group_and_fall_back_to_all_adults() -> None:
    facts = {"programme": {"expected_applicants": 1_000}}
    both = {"target_account_ownership": "20%", "account_ownership": "90%"}
    assert limit("accounts", wallets=both, **facts).persons == 200
    unknown = {"target_account_ownership": "unknown", "account_ownership": "90%"}
    found = limit("accounts", wallets=unknown, **facts)
    assert found.persons == 900
    assert found.inputs[0] == "wallets.account_ownership"


def test_help_to_open_accounts_makes_the_limit_known() -> None:
    found = limit(
        "accounts",
        wallets={"account_ownership": "40%"},
        programme={"expected_applicants": 1_000},
        assumptions={"onboarding": {"low": "30%", "mode": "50%", "high": "70%"}},
    )
    assert found.standing is Standing.KNOWN
    assert found.persons == pytest.approx(700)


def test_a_limit_that_rests_on_the_model_is_an_indication(tmp_path: Path) -> None:
    head = "kerja: 1\nkind: country\nextends: prakerja-2020\ncountry: {code: KHM, currency: KHR}\n"
    found = limits(read_text(head, tmp_path))["calendar"]
    assert found.standing is Standing.INDICATION
    assert found.note == INHERITED


def test_the_office_warns_and_never_caps() -> None:
    found = limit("office", institutions={"staff": 10})
    assert found.standing is Standing.INDICATION
    assert "no cap" in found.note


@pytest.mark.parametrize(
    ("applied", "starts", "expected"),
    [
        ({"value": 1_000, "date": "2025-01-01"}, "2024-01-01", 1_000 / 366 * 365.25),
        ({"value": 1_000, "year": 2024, "month": 12}, "2024-01-01", 1_000 / 365 * 365.25),
        ({"value": 1_000, "year": 2024}, "2024-01-01", 1_000 / 365 * 365.25),
        ({"value": 1_000, "year": 2024}, "2024", None),
        ({"value": 1_000}, "2024-01-01", None),
        ({"value": "unknown", "year": 2024}, "2024-01-01", None),
        ({"value": 1_000, "year": 2023}, "2024-01-01", None),
    ],
)
def test_the_pace_is_counted_in_days_up_to_the_day_of_the_figure(
    applied: dict[str, Any], starts: str, expected: float | None
) -> None:
    profile = written(programme={"starts": starts, "actual": {"applied": applied}})
    assert applications_a_year(profile) == (expected and pytest.approx(expected))


BUDGET = {"total": "KHR 12 billion", "contingency_share": "5%"}
CURVE = {
    "fixed_year": "KHR 1 billion", "step_people": 500, "step_cost": "KHR 60 million",
    "per_applicant": "KHR 4_000", "per_recipient": "KHR 8_000",
}  # fmt: skip
PLANNED = {
    "budget": BUDGET,
    "costs": {"administration": CURVE},
    "programme": {"benefits": [STIPEND], "expected_applicants": 50_000},
}


def test_the_budget_limit_is_the_most_persons_that_it_pays_for() -> None:
    profile = written(**PLANNED)
    persons = limits(profile)["budget"].persons
    assert persons is not None

    def cost(people: float) -> float:
        each = package(profile).total.at_least.number
        running = administration_cost(profile, recipients=people, applicants=50_000)
        assert running.amount is not None
        return people * each + running.amount.number

    assert cost(int(persons)) <= 12e9 * 0.95 < cost(int(persons) + 1)


@given(
    total=st.integers(0, 10**7), fixed=st.integers(0, 10**6),
    people=st.integers(1, 5_000), step=st.integers(0, 10**6), each=st.integers(0, 2_000),
)  # fmt: skip
def test_the_budget_limit_inverts_the_cost_curve(
    total: int, fixed: int, people: int, step: int, each: int
) -> None:
    curve = {
        "fixed_year": fixed, "step_people": people, "step_cost": step,
        "per_applicant": 0, "per_recipient": each,
    }  # fmt: skip
    profile = written(
        budget={"total": total, "contingency_share": "0%"},
        costs={"administration": curve},
        programme={"benefits": [{"id": "grant", "kind": "cash", "amount": 1_000}]},
    )
    persons = limits(profile)["budget"].persons
    assert persons is not None
    whole = int(persons)
    running = administration_cost(profile, recipients=whole, applicants=0).amount
    more = administration_cost(profile, recipients=whole + 1, applicants=0).amount
    assert running is not None
    assert more is not None
    assert whole == 0 or whole * 1_000 + running.number <= total
    assert (whole + 1) * 1_000 + more.number > total


def test_a_budget_without_the_cost_of_administration_only_indicates() -> None:
    found = limits(country("idn"))["budget"]
    assert found.standing is Standing.INDICATION
    assert found.persons == pytest.approx(4.8e12 / 4.2e6)
    assert found.note.startswith("at most")


def test_an_unknown_part_of_the_package_makes_the_budget_unknown() -> None:
    free = {"id": "training", "kind": "free-place", "amount": "unknown"}
    programme = {"benefits": [STIPEND, free], "expected_applicants": 50_000}
    found = limit("budget", **{**PLANNED, "programme": programme})
    assert found.standing is Standing.UNKNOWN
    assert "programme.benefits[training].amount" in found.lacks


READY = {
    "budget.total": (10**6, 10**10),
    "training.seats": (0, 50_000),
    "training.cycles_year": (0, 6),
    "wallets.account_ownership": (0, 100),
    "identity.coverage_adults": (0, 100),
    "assumptions.onboarding": (0, 100),
    "programme.batches.per_year": (0, 30),
    "programme.batches.quota": (0, 20_000),
    "institutions.staff": (0, 300),
}


def ready(levels: dict[str, int]) -> Profile:
    percent = {name: f"{levels[name]}%" for name in READY if "." in name}
    helped = percent["assumptions.onboarding"]
    return written(
        budget={"total": levels["budget.total"], "contingency_share": "5%"},
        costs={"administration": CURVE},
        training={
            "seats": levels["training.seats"],
            "cycles_year": levels["training.cycles_year"],
            "enrolled": 1_000,
        },
        wallets={"account_ownership": percent["wallets.account_ownership"]},
        identity={"coverage_adults": percent["identity.coverage_adults"]},
        assumptions={"onboarding": {"low": helped, "mode": helped, "high": helped}},
        institutions={"staff": levels["institutions.staff"]},
        programme={
            "benefits": [STIPEND],
            "expected_applicants": 40_000,
            "batches": {
                "per_year": levels["programme.batches.per_year"],
                "quota": levels["programme.batches.quota"],
            },
        },
    )


@given(
    levels=st.fixed_dictionaries({name: st.integers(*ends) for name, ends in READY.items()}),
    name=st.sampled_from(sorted(READY)),
    rise=st.integers(0, 10**6),
)
def test_raising_a_readiness_figure_never_lowers_what_is_feasible(
    levels: dict[str, int], name: str, rise: int
) -> None:
    more = {**levels, name: min(levels[name] + rise, READY[name][1])}
    before, after = binding(ready(levels)).binds, binding(ready(more)).binds
    assert before is not None
    assert after is not None
    assert (after.persons or 0) >= (before.persons or 0)
