"""Rules on skills: what is chosen beside what is asked for, and tasks that are at risk."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts
from tests.countries import country

from kerja.adaptation import Outcome, all_rules, decide


def fields(people: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": field, "people": count} for field, count in people.items()]


def demand(chosen: dict[str, Any], vacant: dict[str, Any]) -> dict[str, Any]:
    lists = {"chosen_by_field": fields(chosen), "vacancies_by_field": fields(vacant)}
    return {"training": {"skills_demand": lists}}


def risk(share: str) -> dict[str, Any]:
    return {"labour_force": {"tasks_at_risk": share}}


APART = demand({"tourism": 800, "construction": 200}, {"tourism": 20, "construction": 80})
CASES = [
    Case(
        "SKL-01",
        APART,
        demand({"tourism": 500, "construction": 500}, {"tourism": 60, "construction": 50}),
        demand({"tourism": 800, "construction": "unknown"}, {}),
        (
            "training.skills_demand.chosen_by_field[construction].people",
            "training.skills_demand.vacancies_by_field",
        ),
    ),
    Case("SKL-02", risk("40%"), risk("5%"), risk("unknown"), ("labour_force.tasks_at_risk",)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_whatever_is_chosen(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_those_beyond_the_part_of_their_field_are_counted_in_persons() -> None:
    (held,) = decided("SKL-01", APART).comparisons
    assert (held.number, held.threshold) == (600, 250)
    assert held.judged


def test_a_field_without_vacancies_counts_whole_and_one_that_nobody_chose_not_at_all() -> None:
    (held,) = decided("SKL-01", demand({"tourism": 100}, {"welding": 10})).comparisons
    assert held.number == 100


def test_lists_without_anybody_say_nothing() -> None:
    decision = decided("SKL-01", demand({"tourism": 0}, {"tourism": 0}))
    assert decision.outcome is Outcome.UNKNOWN
    assert len(decision.lacks) == 2


@given(st.lists(st.integers(1, 1_000), min_size=1, max_size=5), st.integers(1, 50))
def test_choices_in_the_proportion_of_vacancies_never_act(counts: list[int], times: int) -> None:
    chosen = {f"f{n}": count * times for n, count in enumerate(counts)}
    vacant = {f"f{n}": count for n, count in enumerate(counts)}
    assert decided("SKL-01", demand(chosen, vacant)).outcome is Outcome.NOT_FIRED


@pytest.mark.parametrize(
    ("beyond", "outcome"),
    [
        (22, Outcome.NOT_FIRED),
        (23, Outcome.ADVISED),
        (27, Outcome.ADVISED),
        (28, Outcome.FIRED),
    ],
)
def test_within_a_tenth_of_a_quarter_the_rule_advises(beyond: int, outcome: Outcome) -> None:
    facts = demand({"a": 50 + beyond, "b": 50 - beyond}, {"a": 1, "b": 1})
    assert decided("SKL-01", facts).outcome is outcome


@pytest.mark.parametrize(
    ("share", "outcome"),
    [
        ("17%", Outcome.NOT_FIRED),
        ("19%", Outcome.ADVISED),
        ("21%", Outcome.ADVISED),
        ("23%", Outcome.FIRED),
    ],
)
def test_within_a_tenth_of_a_fifth_the_rule_advises(share: str, outcome: Outcome) -> None:
    assert decided("SKL-02", risk(share)).outcome is outcome


def test_a_threshold_of_the_country_is_a_part_of_all_who_chose() -> None:
    override = {"rule": "SKL-01", "threshold": "70%", "reason": "decided in the council"}
    decision = decided("SKL-01", {**APART, "overrides": [override]})
    assert decision.outcome is Outcome.NOT_FIRED
    assert [(c.threshold, c.overridden) for c in decision.comparisons] == [(700, True)]


def test_vacancies_inform_a_choice_and_do_not_make_it() -> None:
    made = change("SKL-01", APART)
    assert made.settings == {"catalogue.vacancies_beside_courses": True}
    assert "Nobody is refused" in texts(made, "operations-manual")
    assert len(made.proposals) == 3


def test_who_may_take_part_is_not_changed_by_an_estimate_of_risk() -> None:
    made = change("SKL-02", risk("40%"))
    assert not any(key.startswith("eligibility") for key in made.settings)
    assert any("the law" in way for way in made.proposals)


def test_cambodia_knows_what_is_chosen_and_not_what_is_asked_for() -> None:
    (found,) = [d for d in decide(country("khm"), all_rules()) if d.rule == "SKL-01"]
    assert found.lacks == ("training.skills_demand.vacancies_by_field",)
