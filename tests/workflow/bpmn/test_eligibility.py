"""The decision table is the rule that is written, and what is missing never grants."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workflow.bpmn.cases import profiles

from kerja.profile import Profile
from kerja.workflow.bpmn import DecisionTable, eligibility_table
from kerja.workflow.bpmn.expressions import Given
from kerja.workflow.bpmn.inputs import INPUTS

GOOD: dict[str, Given] = {
    "age": 30,
    "group": "job-seekers",
    "excluded_group": "none",
    "citizen": "yes",
    "at_school": "no",
    "income_month": 100,
    "household_members": 1,
    "other_programme": "none",
    "took_part_before": "no",
}


def table(**programme: object) -> DecisionTable:
    given = {"as_of": "2024-10-31", "programme": programme}
    return eligibility_table(Profile.model_validate(given))


def rule(**more: object) -> dict[str, object]:
    return {"from": "2023", "groups": ["job-seekers"], **more}


def test_a_person_who_meets_every_rule_may_take_part() -> None:
    answer = eligibility_table(profiles()["prakerja-2023"]).decide(GOOD)
    assert (answer.eligible, answer.reason) == ("yes", "meets every rule")


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("age", 17, "younger than 18"),
        ("age", 65, "older than 64"),
        ("excluded_group", "police", "in a group that may not take part"),
        ("citizen", "no", "not a citizen"),
        ("at_school", "yes", "in school or a course of study"),
        ("household_members", 2, "2 members of the household take part already"),
        ("took_part_before", "yes", "took part before"),
    ],
)
def test_a_refusal_gives_its_reason(name: str, value: Given, reason: str) -> None:
    answer = eligibility_table(profiles()["prakerja-2023"]).decide({**GOOD, name: value})
    assert (answer.eligible, answer.reason) == ("no", reason)


@pytest.mark.parametrize("name", sorted(profiles()))
def test_what_is_missing_never_grants(name: str) -> None:
    decided = eligibility_table(profiles()[name])
    for one in decided.inputs:
        without = {key: value for key, value in GOOD.items() if key != one.name}
        assert decided.decide(without).eligible == "no"
        assert decided.decide({**GOOD, one.name: None}).eligible == "no"
        assert decided.decide({**GOOD, one.name: "what nobody knows"}).eligible == "no"


@given(
    values=st.fixed_dictionaries(
        {}, optional={name: st.none() | st.integers() | st.text() for name in INPUTS}
    )
)
def test_any_input_is_answered(values: dict[str, Given]) -> None:
    for profile in profiles().values():
        assert eligibility_table(profile).decide(values).eligible in ("yes", "no")


def test_the_table_is_the_rule_at_every_boundary() -> None:
    decided = table(
        eligibility=[rule(ages="18-64", income_ceiling="IDR 100", citizens_only="yes")],
        household_cap={"people": 2},
    )
    for age, income, members, citizen, group in itertools.product(
        (None, 17, 18, 64, 65), (None, 99, 100, 101), (None, 0, 1, 2, 3),
        (None, "yes", "no"), (None, "job-seekers", "others"),
    ):  # fmt: skip
        values = {
            "age": age, "income_month": income, "household_members": members,
            "citizen": citizen, "group": group,
        }  # fmt: skip
        may = (
            age in (18, 64)
            and income in (99, 100)
            and members in (0, 1)
            and citizen == "yes"
            and group == "job-seekers"
        )
        assert (decided.decide(values).eligible == "yes") is may, values


def test_a_rule_that_only_adds_keeps_what_held_before() -> None:
    later = {"from": "2024", "add": ["returning-migrants"]}
    decided = table(eligibility=[rule(ages="18+"), later])
    for group in ("job-seekers", "returning-migrants"):
        assert decided.decide({"age": 70, "group": group}).eligible == "yes"
        assert decided.decide({"age": 17, "group": group}).eligible == "no"


def test_a_rule_that_names_its_groups_stands_by_itself() -> None:
    decided = table(eligibility=[rule(ages="18+"), {"from": "2024", "groups": ["farmers"]}])
    assert decided.decide({"group": "farmers"}).eligible == "yes"
    assert decided.decide({"group": "job-seekers", "age": 20}).eligible == "no"


def test_a_rule_of_a_later_date_does_not_hold_yet() -> None:
    given = {
        "as_of": "2024-10-31",
        "programme": {"eligibility": [rule(), {"from": "2024-11", "add": ["farmers"]}]},
    }
    profile = Profile.model_validate(given)
    farmer: dict[str, Given] = {"group": "farmers"}
    assert eligibility_table(profile).decide(farmer).eligible == "no"
    assert eligibility_table(profile, on=date(2024, 11, 1)).decide(farmer).eligible == "yes"


def test_a_rule_that_is_unknown_asks_nothing_and_is_named() -> None:
    decided = table(eligibility=[rule(ages="unknown")], household_cap="unknown")
    assert [one.name for one in decided.inputs] == ["group"]
    assert "Not decided: ages (unknown)." in decided.notes
    assert "ages (unknown)" in decided.decide({"group": "job-seekers"}).reason


@pytest.mark.parametrize("written", ["unknown", "TODO(human) parliament decides"])
def test_rules_that_nobody_decided_accept_nobody(written: str) -> None:
    decided = table(eligibility=written, repeat="no")
    assert decided.decide(GOOD).eligible == "no"
    assert decided.decide(GOOD).reason == "the rules are not decided"
    assert decided.decide({"took_part_before": "yes"}).reason == "took part before"


def test_a_cap_of_none_asks_nothing() -> None:
    decided = table(eligibility=[rule()], household_cap="none", excluded_with={"value": []})
    assert [one.name for one in decided.inputs] == ["group"]
