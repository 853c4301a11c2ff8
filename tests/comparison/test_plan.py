"""What a difference does: rules, settings, journey, people and cost, limits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.comparison.versions import change, plan, shipped, version
from tests.countries import country, options_of, read_text, written

from kerja.adaptation import Outcome
from kerja.comparison import Difference, Kind, Level, Presence, diff, exact, to_json
from kerja.comparison.ready import readiness_changes

NAMES = [
    "khm", "tha", "idn", "prakerja-2020", "prakerja-2023", "examples/cambodia",
    "mys", "mys-13", "phl", "mar", "tls", "mng",
]  # fmt: skip
HEAD = "kerja: 1\nkind: country\nextends: khm\nas_of: 2025-09-30\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_version_does_not_differ_from_itself(name: str) -> None:
    assert diff(shipped(name), shipped(name)).is_empty


def test_a_rule_that_ceases_takes_its_steps_and_settings_with_it(tmp_path: Path) -> None:
    text = HEAD + "wallets:\n  account_ownership: {value: 96%, year: 2026, source: findex-2021}\n"
    found = plan(country("khm"), read_text(text, tmp_path))
    (ceased,) = [decision for decision in found.decisions if decision.effect == "ceases"]
    assert ceased.rule == "PAY-01"
    assert ceased.old.outcome is Outcome.FIRED
    assert ceased.new.reasons == ("wallets.account_ownership is 96%, the threshold 70%",)
    gone = {step.id for step in found.steps if step.presence is Presence.ONLY_OLD}
    assert "issue_payment_code" in gone
    assert {s.name for s in found.settings if s.new is None} >= {"payment.fallback"}
    assert found.computed == ()


def test_a_gate_that_closes_is_said_beside_the_rule(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    before, after = (
        read_text(HEAD + f"legal: {{mandate: {mandate}}}\n", folder)
        for folder, mandate in ((tmp_path / "before", "law"), (tmp_path, "none"))
    )
    (gate,) = [d for d in plan(before, after).decisions if d.rule == "LEG-01"]
    assert gate.effect == "fires"
    assert [side.reasons[0] for side in (gate.old, gate.new)] == ["gate open", "gate closed"]


def test_a_changed_step_says_what_changed_in_it() -> None:
    found = diff(shipped("prakerja-2020"), shipped("prakerja-2023"))
    (course,) = [step for step in found.steps if step.id == "choose_course"]
    (deadline,) = course.differences
    assert deadline.name == "deadline"
    assert deadline.old is not None
    assert deadline.old.text.startswith("30 days")
    assert deadline.new is not None
    assert deadline.new.text.startswith("15 days")


def test_an_example_adds_its_options_and_its_open_decision_to_its_country() -> None:
    found = diff(shipped("khm"), shipped("examples/cambodia"))
    assert change(found, "programme.quota").kind is Kind.STILL_MISSING
    assert [option.id for option in found.options] == [
        "as-announced", "at-todays-pace", "equity-cards-first",
    ]  # fmt: skip
    assert {option.presence for option in found.options} == {Presence.ONLY_NEW}
    (point,) = found.points
    assert (point.key, point.presence) == ("programme.quota", Presence.ONLY_NEW)
    assert not any((found.decisions, found.steps, found.limits))


def test_two_option_files_differ_by_people_and_cost() -> None:
    first, second, _ = options_of("examples/cambodia")
    (own,) = plan(first, second).options
    differences = {difference.name: difference for difference in own.differences}
    people = differences["people"]
    assert people.old == Level("1_500_000 once", 1_500_000, "count once")
    assert people.ratio is None
    cost = differences["cost of the packages, as far as known"]
    assert cost.ratio == pytest.approx(89_878 / 1_500_000 - 1)


def test_a_larger_package_shows_in_every_option() -> None:
    folder = options_of("examples/cambodia")
    base = country("examples/cambodia")
    (stipend,) = [b for b in base.programme.benefits.items if b.id == "stipend"]
    raised = stipend.model_copy(update={"at_most": 8})
    dearer = [
        option.model_copy(
            update={
                "programme": option.programme.model_copy(
                    update={
                        "benefits": option.programme.benefits.model_copy(
                            update={"items": (raised,)}
                        )
                    }
                )
            }
        )
        for option in folder
    ]
    found = diff(version(base, "old", folder), version(base, "new", dearer))
    assert [option.presence for option in found.options] == [Presence.BOTH] * 3
    for option in found.options:
        ratios = {d.name: d.ratio for d in option.differences}
        assert ratios["package of one person, as far as known"] == pytest.approx(1)


def test_the_binding_limit_is_named_before_and_after() -> None:
    found = diff(shipped("prakerja-2020"), shipped("prakerja-2023"))
    assert found.binds.old is not None
    assert found.binds.old.text == "calendar, 8_800_000 persons a year"
    # The quotas of the rounds of 2023 are not published: nothing known binds.
    assert found.binds.new is None


def test_two_countries_compare_and_amounts_of_two_currencies_have_no_ratio() -> None:
    found = diff(shipped("khm"), shipped("tha"))
    assert {decision.rule for decision in found.decisions} >= {"PAY-01", "PAY-02"}
    assert change(found, "country.currency").kind is Kind.REPLACED
    assert found.binds.new is None
    assert Difference("x", Level("1", 1, "KHR"), Level("2", 2, "THB")).ratio is None


def test_a_plan_as_data_is_plain_and_places_have_file_and_line() -> None:
    data = to_json(diff(shipped("khm"), shipped("examples/cambodia")))
    again = json.loads(json.dumps(data))
    assert again == data
    quota = next(value for value in again["values"] if value["path"] == "programme.quota")
    assert quota["kind"] == "still missing"
    assert quota["old"]["place"]["file"] == "khm.yaml"
    assert quota["new"]["place"]["line"] > 0
    assert again["decisions"] == []


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [(0.333333, "share", "33.33%"), (0.5, "number", "0.5"), (78_495.6, "count", "78_496"),
     (-0.004, "rate", "-0.4%"), (0, "count", "0"), (12.5, "money", "USD 12.5")],
)  # fmt: skip
def test_a_number_is_written_with_the_digits_that_count(
    number: float, unit: str, text: str
) -> None:
    assert exact(number, unit, "USD") == text


def test_a_package_of_which_a_part_is_unknown_is_at_least_and_has_no_ratio() -> None:
    found = diff(shipped("prakerja-2023"), shipped("khm"))
    sums = {difference.name: difference for difference in found.package}
    assert sums["all benefits"].new == Level("at least KHR 1.12 million")
    assert sums["all benefits"].ratio is None
    assert sums["share of cash"].new == Level("not known")
    assert not [one for one in found.computed if one.name.startswith("package.")]


def test_another_source_of_an_item_is_the_same_value() -> None:
    found = diff(shipped("prakerja-2020"), shipped("prakerja-2023"))
    assert change(found, "programme.benefits[survey].source").kind is Kind.RESTATED


def test_readiness_that_rises_is_told_with_both_levels() -> None:
    before = written(wallets={"account_ownership": "30%"})
    after = written(wallets={"account_ownership": "30%"}, legal={"mandate": "decree"})
    (change,) = readiness_changes(before, after)
    assert change.name == "Legal mandate"
    assert change.old is not None
    assert change.new is not None
    assert change.old.text == "R0 to R3, not known"
    assert change.new.text.startswith("R2")
    assert tuple(readiness_changes(after, after)) == ()
