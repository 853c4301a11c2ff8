"""Missing data tried over their ranges: what would change the answer, and whom to ask."""

from __future__ import annotations

import time
from functools import cache
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.adaptation.random_facts import random_country
from tests.conftest import ROOT
from tests.countries import country, read_file, written

from kerja.adaptation import Decision, Gap, Gate, Outcome, all_rules, data_to_obtain, decide
from kerja.feasibility import (
    Bound,
    Deciding,
    Weight,
    binding,
    could_bind,
    deciding,
)
from kerja.feasibility.filling import Value, filled, number
from kerja.profile import Profile
from kerja.profile.quantities import Quantity

PROFILES = ["khm", "tha", "idn", "khm-2023", "mys-13", "phl", "mar", "tls"]


def profile(name: str) -> Profile:
    history = ROOT / "tests" / "history" / f"{name}.yaml"
    return read_file(history) if history.exists() else country(name)


def found_in(given: Profile) -> tuple[Deciding, ...]:
    decisions, limits = decide(given, all_rules()), binding(given)
    gaps = data_to_obtain(given, decisions, [(one.name, one.lacks) for one in limits.limits])
    return deciding(given, gaps, decisions=decisions, limits=limits)


@cache
def found(name: str) -> tuple[Deciding, ...]:
    return found_in(profile(name))


def datum(path: str, among: tuple[Deciding, ...]) -> Deciding:
    (one,) = [one for one in among if one.gap.path == path]
    return one


def answer(given: Profile) -> tuple[object, ...]:
    """The whole answer: what binds, which rules act or ask, which conditions are settled."""
    binds = binding(given).binds
    rules = tuple((one.rule, *_standing(one)) for one in decide(given, all_rules()))
    return (binds.name if binds else "", binds.persons if binds else None, rules)


def _standing(decision: Decision) -> tuple[object, ...]:
    asks = decision.outcome in (Outcome.ADVISED, Outcome.SENSITIVE)
    settled = decision.gate is not None and (decision.gate is not Gate.UNKNOWN or asks)
    return (decision.acts, asks, settled)


def between(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Values within a range that were not tried, or all of a list."""
    numbers = [value.number for value in values if isinstance(value, Quantity)]
    if not numbers:
        return values
    low, high = min(numbers), max(numbers)
    return tuple(number(low + (high - low) * part) for part in (0.03, 0.31, 0.71, 0.97))


@pytest.mark.parametrize("name", ["khm", "tha", "khm-2023"])
def test_a_datum_that_decides_changes_the_answer_for_some_value_of_its_range(name: str) -> None:
    given = profile(name)
    now = answer(given)
    for one in found(name):
        if one.tried is None or not one.decides:
            continue
        partner = next((bound.together for bound in one.bounds), "")
        paths = (one.gap.path, partner) if partner else (one.gap.path,)
        ranges = [datum(path, found(name)).tried for path in paths]
        tried = product(*(known.values for known in ranges if known is not None))
        worlds = (dict(zip(paths, values, strict=True)) for values in tried)
        assert any(answer(filled(given, world)) != now for world in worlds), one.gap.path


@pytest.mark.parametrize("name", PROFILES)
def test_a_datum_that_does_not_decide_never_changes_the_answer(name: str) -> None:
    given = profile(name)
    now = answer(given)
    for one in found(name):
        if one.tried is None or one.decides:
            continue
        for value in between(one.tried.values):
            assert answer(filled(given, {one.gap.path: value})) == now, (one.gap.path, value)


@pytest.mark.parametrize("name", PROFILES)
def test_what_a_single_datum_makes_bind_lies_within_the_range_that_is_said(name: str) -> None:
    given = profile(name)
    for one in found(name):
        for bound in one.bounds:
            if bound.together or one.tried is None:
                continue
            low, high = bound.people
            for value in between(one.tried.values):
                binds = binding(filled(given, {one.gap.path: value})).binds
                assert binds is not None
                assert binds.name in bound.names
                assert low - 1e-6 <= (binds.persons or 0) <= high + 1e-6


@pytest.mark.parametrize("name", PROFILES)
def test_the_list_is_that_of_data_to_obtain_in_another_order(name: str) -> None:
    given = profile(name)
    limits = binding(given)
    lacking = [(one.name, one.lacks) for one in limits.limits]
    gaps = data_to_obtain(given, decide(given, all_rules()), lacking)
    assert {one.gap for one in found(name)} == set(gaps)
    keys = [(one.weight, -one.swing) for one in found(name)]
    assert keys == sorted(keys)
    assert all(one.ask for one in found(name))


def test_on_the_day_of_the_launch_demand_and_places_could_bind_and_the_budget_is_unknown() -> None:
    given = profile("khm-2023")
    assert binding(given).binds is None
    could = could_bind(found("khm-2023"))
    assert could["demand"] == ("programme.expected_applicants",)
    assert set(could["places"]) == {"training.seats_year", "training.enrolled"}
    assert "budget" not in could
    (budget,) = [one for one in binding(given).limits if one.name == "budget"]
    assert budget.standing == "unknown"
    assert "budget.total" in budget.lacks


def test_on_the_day_of_the_launch_the_number_of_applicants_would_decide() -> None:
    first = found("khm-2023")[0]
    assert first.gap == Gap(
        "programme.expected_applicants", "absent",
        ("demand", "budget", "accounts", "identity", "DIG-05", "DIG-07", "PRG-01", "PRG-02"),
    )  # fmt: skip
    assert first.weight is Weight.BINDING
    assert first.bounds == (Bound(("demand",), (0, 1_500_000)),)
    assert first.ask == "MLVT"


def test_two_years_later_demand_is_known_and_places_decide_only_by_two_data_together() -> None:
    places = datum("training.seats_year", found("khm"))
    (bound,) = places.bounds
    assert bound.together == "training.enrolled"
    assert set(bound.names) == {"places", "demand"}
    assert places.weight is Weight.BINDING_TOGETHER
    assert places.ask == "Ministry of Labour and Vocational Training (MLVT)"


def test_one_of_eight_data_that_a_limit_lacks_decides_nothing() -> None:
    budget = datum("budget.total", found("khm"))
    assert not budget.decides
    assert budget.tried is not None
    assert budget.ask == "ministry of finance"


def test_the_ends_that_the_profile_states_are_the_range() -> None:
    helped = {"low": 0.4, "high": 0.6}
    given = written(
        programme={"expected_applicants": 1_000},
        wallets={"account_ownership": 0.5},
        assumptions={"onboarding": helped},
    )
    one = datum("assumptions.onboarding", found_in(given))
    assert one.tried is not None
    assert one.tried.ends == (0.4, 0.6)
    (bound,) = one.bounds
    assert bound.names == ("accounts",)
    assert bound.people == pytest.approx((700, 800))
    assert one.swing == pytest.approx(300)


def test_the_owner_of_the_rules_is_asked_for_what_only_rules_wait_for() -> None:
    one = datum("wallets.integratable", found("khm"))
    assert one.weight is Weight.GATE
    assert one.ask == "central bank"


def test_who_runs_the_programme_is_asked_for_what_is_still_to_be_decided() -> None:
    given = written(programme={"owner": "The Ministry", "expected_applicants": "TODO(human)"})
    assert datum("programme.expected_applicants", found_in(given)).ask == "The Ministry"


def test_what_is_no_field_is_not_tried_and_nothing_is_said_of_it() -> None:
    one = datum("registrations a day, by a load test", found("khm"))
    assert one.tried is None
    assert not one.decides


def test_cambodia_is_tried_in_less_than_a_second_of_work() -> None:
    given = country("khm")
    started = time.process_time()
    found_in(given)
    assert time.process_time() - started < 1


FIGURES: dict[str, Any] = {
    "programme.expected_applicants": 1_000,
    "training.seats_year": 5_000,
    "identity.coverage_adults": 0.9,
    "digital.internet_use": 0.5,
    "wallets.interoperable": False,
    "legal.mandate": "law",
    "programme.batches.quota": 100,
}


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(sorted(FIGURES))))
def test_what_is_filled_in_reads_as_if_it_had_been_written(known: set[str]) -> None:
    sections: dict[str, Any] = {}
    for path in known:
        *above, name = path.split(".")
        holder = sections
        for part in above:
            holder = holder.setdefault(part, {})
        holder[name] = FIGURES[path]
    values = {
        path: number(FIGURES[path])
        if isinstance(FIGURES[path], int | float) and not isinstance(FIGURES[path], bool)
        else FIGURES[path]
        for path in sorted(known)
    }
    assert answer(filled(written(), values)) == answer(written(**sections))


@pytest.mark.parametrize("seed", [3])
def test_in_a_country_drawn_at_random_the_list_is_exact_too(seed: int) -> None:
    given = random_country(seed)
    now, listed = answer(given), found_in(given)
    for one in listed:
        if one.tried is None or any(bound.together for bound in one.bounds):
            continue
        values = one.tried.values if one.decides else between(one.tried.values)
        answers = [answer(filled(given, {one.gap.path: value})) for value in values]
        assert any(other != now for other in answers) == one.decides, one.gap.path
