"""Readiness: each dimension at each level, unknown where facts are missing, never an average."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT
from tests.countries import country, read_file, read_text, written

from kerja.feasibility import DIMENSIONS, Readiness, bottlenecks, readiness
from kerja.feasibility.ladder import simple
from kerja.profile import Profile

SHIPPED = (
    "khm", "tha", "idn", "prakerja-2020", "prakerja-2023", "examples/cambodia", "examples/thailand",
    "mys", "mys-13", "phl", "mar", "tls", "mng",
)  # fmt: skip
NAMES = [dimension.name for dimension in DIMENSIONS]


def all_of(profile: Profile) -> dict[str, Readiness]:
    return {one.dimension.name: one for one in readiness(profile)}


def one_of(name: str, **sections: Any) -> Readiness:
    return all_of(written(**sections))[name]


def money(total: int, **more: Any) -> dict[str, Any]:
    """Return a programme of 1,000 places at KHR 100 each, without cost of administration."""
    nothing = {"fixed_year": 0, "step_cost": 0, "per_applicant": 0, "per_recipient": 0}
    return {
        "legal": {"appropriation_line": "yes"},
        "budget": {"total": f"KHR {total}", "contingency_share": "0%", **more},
        "costs": {"administration": nothing},
        "programme": {
            "quota": {"people": 1_000},
            "benefits": [{"id": "stipend", "kind": "cash", "amount": "KHR 100"}],
        },
    }


def places(free: int, **more: Any) -> dict[str, Any]:
    return {
        "training": {"seats_year": free, "enrolled": 0, **more},
        "programme": {"quota": {"people": 1_000}},
    }


def rules(refresh: int, **registry: str) -> dict[str, Any]:
    rule = {"groups": ["poor-households"], "excluded": ["civil-servants"]}
    return {
        "programme": {"eligibility": [{**rule, "not_in_education": "yes"}]},
        "registry": {**registry, "refresh_days": refresh},
    }


def rails(share: str, providers: int, switch: str = "no") -> dict[str, Any]:
    owned = {"account_ownership": share, "integratable": providers, "national_switch": switch}
    return {"wallets": owned}


def one_section(section: str, **facts: Any) -> dict[str, Any]:
    return {section: facts}


def shown(*proofs: str) -> dict[str, Any]:
    return {"documents": [{"id": "manual", "in_force": "yes", "proves": list(proofs)}]}


NO_DOCUMENT = {"documents": "none"}
DPIA = {"documents": [{"id": "dpia", "in_force": "yes"}]}
CASES: dict[str, tuple[dict[str, Any], ...]] = {
    "legal-mandate": (
        {"legal": {"mandate": "none"}},
        {"legal": {"mandate": "policy"}},
        {"legal": {"mandate": "law"}, "budget": {"multi_year": "no"}},
        {"legal": {"mandate": "decree"}, "budget": {"multi_year": "yes"}},
    ),
    "budget-cover": (
        money(29_000),
        money(30_000),
        money(100_000, multi_year="no"),
        money(100_000, multi_year="yes"),
    ),
    "identity-proof": (
        one_section("identity", coverage_adults="49%"),
        one_section("identity", coverage_adults="50%"),
        one_section("identity", coverage_adults="99%", online_verification="no"),
        one_section("identity", coverage_adults="95%", online_verification="yes"),
    ),
    "eligibility-registers": (
        rules(30, social_registry="no", civil_servant_list="no", education_data="no"),
        rules(30, social_registry="yes", civil_servant_list="no", education_data="no"),
        rules(31, social_registry="yes", civil_servant_list="yes", education_data="yes"),
        rules(30, social_registry="yes", civil_servant_list="yes", education_data="yes"),
    ),
    "payment-rails": (
        rails("90%", 0),
        rails("90%", 1),
        rails("56%", 4, "yes"),
        rails("70%", 3, "yes"),
    ),
    "cash-out": (
        one_section("wallets", rural_agent_access="29%"),
        one_section("wallets", rural_agent_access="30%"),
        one_section("wallets", rural_agent_access="90%", cashout_fee_percent="1%"),
        one_section("wallets", rural_agent_access="85%", cashout_fee_percent="0%"),
    ),
    "training-supply": (
        places(299),
        places(300),
        places(1_100, attendance_tracking="no"),
        places(1_100, attendance_tracking="yes"),
    ),
    "connectivity": (
        one_section("digital", internet_use="19%"),
        one_section("digital", internet_use="34%"),
        one_section("digital", internet_use="90%", data_price_share="3%"),
        one_section("digital", internet_use="60%", data_price_share="2%"),
    ),
    "people-and-language": (
        one_section("population", adult_literacy="49%"),
        one_section("population", adult_literacy="79%"),
        one_section("population", adult_literacy="95%", largest_language_share="60%"),
        one_section("population", adult_literacy="95%", largest_language_share="95%"),
    ),
    "implementing-office": (
        # Nobody ever says that no owner is named: without an office and an owner it stays open.
        {},
        {"programme": {"owner": "MLVT"}, "institutions": {"management_office": "no"}},
        one_section("institutions", management_office="yes", staff=9, steering_committee="no"),
        one_section("institutions", management_office="yes", staff=9, steering_committee="yes"),
    ),
    "data-protection": (
        # The same: that no term of deletion is stated proves nothing.
        {},
        {"legal": {"data_protection_law": "no"}, "institutions": DPIA},
        {
            "legal": {"data_protection_law": "yes", "data_protection_authority": "yes"},
            "institutions": NO_DOCUMENT,
        },
        {
            "legal": {"data_protection_law": "yes", "data_protection_authority": "yes"},
            "institutions": DPIA,
        },
    ),
    "complaints": (
        one_section("grievance", channels=[]),
        one_section("grievance", channels=["web", "phone"]),
        one_section(
            "grievance",
            channels=["web", "phone", "in-person"],
            answer_days=10,
            appeal_before_batch_close="no",
        ),
        one_section(
            "grievance",
            channels=["web", "phone", "in-person"],
            answer_days=10,
            appeal_before_batch_close="yes",
        ),
    ),
    "control-of-payments": (
        {"institutions": {"internal_audit": "no", **shown("M4.0")}, "costs": {"audited_share": 0}},
        one_section("institutions", internal_audit="yes", **shown("M4.1")),
        one_section(
            "institutions", internal_audit="yes", supreme_audit_access="no", **shown("M4.2")
        ),
        one_section(
            "institutions", internal_audit="yes", supreme_audit_access="yes", **shown("M4.3")
        ),
    ),
    "continuity": (
        one_section("institutions", commitment="none", months_to_election=5),
        one_section("institutions", commitment="statement", months_to_election=11),
        one_section("institutions", commitment="plan"),
        one_section("institutions", commitment="statute"),
    ),
}
NEVER_R0 = ("implementing-office", "data-protection")


def test_every_dimension_has_a_case_for_every_level() -> None:
    assert list(CASES) == NAMES
    assert len(NAMES) == 14


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("level", range(4))
def test_a_dimension_stands_where_its_facts_put_it(name: str, level: int) -> None:
    found = one_of(name, **CASES[name][level]).level.known
    expected = None if level == 0 and name in NEVER_R0 else level
    assert found == expected


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=NAMES)
def test_a_dimension_says_why_what_each_level_asks_and_on_what_basis(dimension: Any) -> None:
    assert dimension.title
    assert dimension.why
    assert all(dimension.rungs)
    assert dimension.source
    assert dimension.basis.startswith("judgement")


def test_a_country_that_says_nothing_is_unknown_on_everything_and_told_what_to_obtain() -> None:
    for one in readiness(written()):
        assert (one.level.low, one.level.high) == (0, 3)
        assert one.lacks
        assert one.moves


def test_a_missing_fact_leaves_the_levels_that_are_possible() -> None:
    found = one_of("identity-proof", identity={"coverage_adults": "99%"})
    assert (found.level.low, found.level.high, found.level.known) == (2, 3, None)
    assert found.lacks == ("identity.online_verification",)


def test_a_failed_condition_bounds_the_level_whatever_else_is_unknown() -> None:
    found = one_of("payment-rails", wallets={"account_ownership": "33%"})
    assert (found.level.low, found.level.high) == (0, 1)
    assert [c.path for c in found.caps] == ["wallets.account_ownership"]


def test_unknown_and_to_decide_are_no_no() -> None:
    for word in ("unknown", "TODO(human)"):
        found = one_of("connectivity", digital={"internet_use": word})
        assert (found.level.low, found.level.high) == (0, 3)


def test_what_would_move_a_level_is_named_with_its_threshold() -> None:
    found = one_of("connectivity", digital={"internet_use": "30%"})
    assert [(c.path, c.found, c.wanted) for c in found.moves] == [
        ("digital.internet_use", 0.3, 0.35)
    ]
    assert found.level.known == 1


def test_nothing_moves_the_highest_level() -> None:
    assert one_of("continuity", institutions={"commitment": "statute"}).moves == ()


def test_a_figure_close_to_a_judged_threshold_is_said_to_be_close() -> None:
    assert [c.path for c in one_of("connectivity", digital={"internet_use": "61%"}).near] == [
        "digital.internet_use"
    ]
    assert one_of("connectivity", digital={"internet_use": "47%"}).near == ()


def test_a_range_counts_where_all_of_it_stands_on_one_side() -> None:
    held = {"coverage_adults": {"low": "97%", "high": "99%"}, "online_verification": "yes"}
    assert one_of("identity-proof", identity=held).level.known == 3
    wide = {"coverage_adults": {"low": "80%", "high": "99%"}, "online_verification": "yes"}
    found = one_of("identity-proof", identity=wide)
    assert (found.level.low, found.level.high) == (1, 3)


def test_the_indonesia_of_2020_adapts_its_rails_and_is_not_stopped() -> None:
    found = one_of("payment-rails", **rails("56%", 5, "yes"))
    assert found.level.known == 2
    assert [(c.path, c.wanted) for c in found.moves] == [("wallets.account_ownership", 0.7)]


def test_the_indonesia_of_january_2023_would_have_been_r1_in_its_budget() -> None:
    assert one_of("budget-cover", **money(59_500)).level.known == 1


def test_the_profiles_of_indonesian_history_come_out_as_calibrated() -> None:
    history = ROOT / "tests" / "history"
    assert all_of(read_file(history / "idn-2020.yaml"))["payment-rails"].level.known == 2
    found = all_of(read_file(history / "idn-2023-01.yaml"))["budget-cover"]
    assert found.level.high == 1


def test_without_the_cost_of_administration_a_budget_covers_at_most_so_much() -> None:
    facts = money(50_000)
    del facts["costs"]
    found = one_of("budget-cover", **facts)
    assert (found.level.low, found.level.high) == (0, 1)
    assert "costs.administration.fixed_year" in found.lacks


def test_graduates_are_no_training_places() -> None:
    facts = {"training": {"graduates_year": 9_000}, "programme": {"quota": {"people": 1_000}}}
    assert one_of("training-supply", **facts).level.known is None


def test_the_target_group_counts_before_all_adults() -> None:
    owned = {"account_ownership": "90%", "target_account_ownership": "10%"}
    assert one_of("payment-rails", wallets=owned).level.known == 0


def test_disagreeing_measurements_make_a_level_sensitive() -> None:
    found = all_of(country("examples/cambodia"))["payment-rails"]
    assert found.is_sensitive
    assert {name: level.high for name, level in found.alternatives.items()} == {
        "wallets.account_ownership[findex-2021]": 1,
        "wallets.account_ownership[tracker-2021]": 2,
    }


def test_what_comes_from_the_model_is_not_known_of_the_country(tmp_path: Path) -> None:
    head = "kerja: 1\nkind: country\nextends: prakerja-2023\ncountry: {code: KHM, currency: KHR}\n"
    for one in readiness(read_text(head, tmp_path)):
        assert (one.level.low, one.level.high) == (0, 3), one.dimension.name


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_says_something_true_on_every_dimension(name: str) -> None:
    found = readiness(country(name))
    assert [one.dimension.name for one in found] == NAMES
    for one in found:
        assert one.level.low <= one.level.high
        assert bool(one.lacks) == (one.level.known is None)
        assert bool(one.moves) == (one.level.low < 3)
        assert bool(one.caps) == (one.level.high < 3)


def test_the_bottleneck_stands_first_and_what_may_be_anything_before_the_top() -> None:
    found = bottlenecks(readiness(country("idn")))
    ends = [(one.level.high, one.level.low) for one in found]
    assert ends == sorted(ends)
    assert [one.level.known for one in found[-2:]] == [3, 3]


_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "identity.coverage_adults": st.integers(0, 100),
        "wallets.account_ownership": st.integers(0, 100),
        "wallets.rural_agent_access": st.integers(0, 100),
        "digital.internet_use": st.integers(0, 100),
        "population.adult_literacy": st.integers(0, 100),
        "population.largest_language_share": st.integers(0, 100),
        "costs.audited_share": st.integers(0, 100),
        "wallets.integratable": st.integers(0, 5),
        "institutions.staff": st.integers(0, 5),
        "institutions.months_to_election": st.integers(0, 20),
        "training.seats_year": st.integers(0, 2_000),
        "budget.total": st.integers(0, 200_000),
        "budget.multi_year": st.booleans(),
        "identity.online_verification": st.booleans(),
        "wallets.national_switch": st.booleans(),
        "legal.appropriation_line": st.booleans(),
        "institutions.internal_audit": st.booleans(),
        "institutions.management_office": st.booleans(),
        "registry.civil_servant_list": st.booleans(),
        "legal.data_protection_law": st.booleans(),
    },
)
_SHARES = ("coverage_adults", "ownership", "access", "internet_use", "literacy", "_share")


def _of(facts: dict[str, Any]) -> Profile:
    sections = {**money(0), **{"training": {"enrolled": 0, "attendance_tracking": "yes"}}}
    del sections["budget"]["total"], sections["legal"]
    sections["programme"]["eligibility"] = [{"excluded": ["civil-servants"], "ages": "18-64"}]
    for path, number in facts.items():
        section, name = path.split(".")
        text: Any = number
        if isinstance(number, bool):
            text = "yes" if number else "no"
        elif name.endswith(_SHARES):
            text = f"{number}%"
        sections[section] = {**sections.get(section, {}), name: text}
    return written(**sections)


@settings(max_examples=40)
@given(facts=_FACTS, data=st.data())
def test_raising_a_fact_never_lowers_a_level(facts: dict[str, Any], data: st.DataObject) -> None:
    raised = {
        path: True
        if number is True or (isinstance(number, bool) and data.draw(st.booleans()))
        else number
        if isinstance(number, bool)
        else min(number + data.draw(st.integers(0, 50)), 100 if path.endswith(_SHARES) else 10**6)
        for path, number in facts.items()
    }
    before, after = all_of(_of(facts)), all_of(_of(raised))
    for name, one in before.items():
        assert after[name].level.low >= one.level.low, name
        assert after[name].level.high >= one.level.high, name


@settings(max_examples=40)
@given(facts=_FACTS)
def test_a_level_is_known_exactly_if_nothing_is_lacking(facts: dict[str, Any]) -> None:
    for one in readiness(_of(facts)):
        assert (one.level.known is None) == bool(one.lacks)
        assert all(c.lacks or c.holds is not None for c in simple(one.conditions))


@settings(max_examples=40)
@given(facts=_FACTS, data=st.data())
def test_learning_a_fact_only_narrows_what_is_possible(
    facts: dict[str, Any], data: st.DataObject
) -> None:
    known = {path: number for path, number in facts.items() if data.draw(st.booleans())}
    less, more = all_of(_of(known)), all_of(_of(facts))
    for name, one in less.items():
        assert one.level.low <= more[name].level.low, name
        assert more[name].level.high <= one.level.high, name
