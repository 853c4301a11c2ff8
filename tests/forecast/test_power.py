"""The power of a profile's evaluation: ranges, what is missing, published effects."""

from __future__ import annotations

from typing import Any

import pytest
from tests.countries import country, written

from kerja.errors import KerjaError
from kerja.forecast.power import INCOME, OFFERED, SCALES, TOOK_UP, WORK, Power, Sight, power_of

COUNTRIES = [
    "prakerja-2020", "prakerja-2023", "idn", "khm", "tha", "examples/cambodia",
    "mys", "mys-13", "phl", "mar", "tls", "mng",
]  # fmt: skip

EFFECTS = [
    {"id": "none", "outcome": "work", "estimand": "offered", "points": "0%"},
    {"id": "small", "outcome": "work", "estimand": "offered", "points": "1%"},
    {"id": "large", "outcome": "work", "estimand": "offered", "points": "8%"},
    {"id": "unsaid", "outcome": "work", "points": "4.7%"},
    {"id": "earned", "outcome": "income", "estimand": "took-up", "income_month": "KHR 60_000"},
    {"id": "words", "outcome": "work", "effect": "not detectable"},
]

WHOLE = {
    "design": "lottery",
    "sample": "6_000",
    "treated_share": "50%",
    "take_up_treated": "90%",
    "take_up_control": "2%",
    "attrition": "20%",
    "wins_later": "10%",
    "income_sd": "KHR 800_000",
    "effects": EFFECTS,
}
ASSUMED = {"base_employment": {"low": "50%", "mode": "55%", "high": "60%"}}


def computed(*, without: str = "", assumed: Any = None, **others: Any) -> Power:
    evaluation = {key: value for key, value in (WHOLE | others).items() if key != without}
    return power_of(written(evaluation=evaluation, assumptions=ASSUMED if assumed is None else {}))


def sight(found: Power, name: str) -> Sight:
    (only,) = (one for one in found.effects if one.id == name)
    return only


@pytest.mark.parametrize("name", COUNTRIES)
def test_a_shipped_country_is_told_what_is_missing_and_never_given_a_sample(name: str) -> None:
    found = power_of(country(name))
    missing = {path for one in found.missing for path, _ in one.missing}
    assert {"evaluation.sample", "evaluation.attrition", "assumptions.base_employment"} <= missing
    assert found.reaches == ()
    assert len(found.rows) > 3


@pytest.mark.parametrize("name", COUNTRIES)
def test_the_published_null_stands_beside_the_favourable_effect(name: str) -> None:
    found = power_of(country(name))
    verdicts = {one.id: one.verdict for one in found.effects}
    assert verdicts["lottery-published"] == "null"
    assert verdicts["lottery-first-note"] == "not known"
    needed = [one.needed for one in found.effects if one.id == "lottery-first-note"]
    assert all(one is not None and 3_000 < one.base < 5_000 for one in needed)


def test_a_design_that_is_known_has_no_lean() -> None:
    found = computed()
    assert found.missing[0].name == "mean"
    assert {reach.lean.word for reach in found.reaches} == {""}
    assert len(found.reaches) == 2 * len(SCALES)


def test_the_range_of_an_assumption_becomes_a_range_of_the_detectable_effect() -> None:
    (reach,) = (r for r in computed().reaches if (r.measure, r.scale) == (WORK, OFFERED))
    assert reach.smallest.low < reach.smallest.base <= reach.smallest.high


def test_half_between_the_ends_of_a_share_is_looked_at_too() -> None:
    wide = {"base_employment": {"low": "10%", "mode": "12%", "high": "90%"}}
    found = power_of(written(evaluation=WHOLE, assumptions=wide))
    half = power_of(
        written(
            evaluation=WHOLE,
            assumptions={"base_employment": dict.fromkeys(("low", "mode", "high"), "50%")},
        )
    )
    (widest,) = (r for r in found.reaches if (r.measure, r.scale) == (WORK, OFFERED))
    (at_half,) = (r for r in half.reaches if (r.measure, r.scale) == (WORK, OFFERED))
    assert widest.smallest.high == pytest.approx(at_half.smallest.base)


@pytest.mark.parametrize(
    ("field", "leaning"),
    [
        ("treated_share", SCALES),
        ("attrition", SCALES),
        ("wins_later", (OFFERED, TOOK_UP)),
        ("take_up_treated", (TOOK_UP,)),
        ("take_up_control", (TOOK_UP,)),
    ],
)
def test_a_design_that_lacks_a_number_sees_at_least_what_is_shown(
    field: str, leaning: tuple[str, ...]
) -> None:
    whole, partial = computed(), computed(without=field)
    for full, lean in zip(whole.reaches, partial.reaches, strict=True):
        assert lean.lean.word == ("at least" if lean.scale in leaning else "")
        if lean.scale in leaning:
            assert lean.smallest.base <= full.smallest.base * (1 + 1e-9)
        else:
            assert lean.smallest.base == pytest.approx(full.smallest.base, rel=0.01)


def test_without_the_share_at_work_the_effect_is_at_most_what_is_shown() -> None:
    words = {one.measure: one.lean.word for one in computed(assumed={}).reaches}
    assert words == {WORK: "at most", INCOME: ""}


def test_where_things_are_missing_both_ways_the_result_is_no_bound() -> None:
    found = computed(assumed={}, without="attrition")
    assert {r.lean.word for r in found.reaches if r.measure == WORK} == {"as if"}
    assert sight(found, "small").verdict == "as taken no"


def test_each_published_effect_is_seen_or_not() -> None:
    found = computed()
    verdicts = {name: sight(found, name).verdict for name in ("none", "small", "large", "earned")}
    assert verdicts == {"none": "null", "small": "no", "large": "yes", "earned": "no"}
    assert found.without_number == ("words",)


def test_an_effect_that_is_seen_at_best_only_is_said_to_be() -> None:
    assert sight(computed(without="attrition"), "large").verdict == "at best"


def test_an_effect_whose_source_does_not_say_whose_it_is_is_read_both_ways() -> None:
    readings = [one for one in computed().effects if one.id == "unsaid"]
    offered, took_up = readings
    assert (offered.estimand, took_up.estimand) == ("offered", "took-up")
    assert offered.needed is not None
    assert took_up.needed is not None
    assert offered.needed.base < took_up.needed.base


def test_income_without_its_spread_is_told_in_standard_deviations_and_not_compared() -> None:
    found = computed(without="income_sd")
    assert all(one.in_deviations for one in found.reaches if one.measure == INCOME)
    assert sight(found, "earned").lacks == ("evaluation.income_sd",)


def test_a_second_try_is_computed_from_rounds_chance_and_who_enters() -> None:
    assumptions = ASSUMED | {"accepted": {"low": "20%", "mode": "23%", "high": "30%"}}
    evaluation = {key: value for key, value in WHOLE.items() if key != "wins_later"}
    tries = {"applies_again": "100%", "later_rounds": 3}
    found = power_of(written(evaluation=evaluation | tries, assumptions=assumptions))
    cases = found.inputs["wins_later"].cases
    assert cases is not None
    assert cases.base == pytest.approx(0.54, abs=0.01)
    three = next(one for one in found.again if one.rounds == 3)
    assert three.factor.base == pytest.approx(2.2, abs=0.05)


def test_where_nobody_may_try_again_the_chance_need_not_be_known() -> None:
    found = computed(without="wins_later", applies_again="0%")
    assert found.inputs["wins_later"].cases == (0, 0, 0)


def test_the_test_is_the_usual_one_unless_the_profile_sets_another() -> None:
    usual, strict = computed(), computed(significance="1%", power="90%")
    assert usual.inputs["significance"].defaulted
    assert not strict.inputs["significance"].defaulted
    assert strict.reaches[0].smallest.base > usual.reaches[0].smallest.base


def test_groups_make_the_detectable_effect_larger() -> None:
    found = computed(clusters="60", correlation="5%")
    assert found.reaches[0].smallest.base > computed().reaches[0].smallest.base


def test_an_unknown_likeness_within_groups_is_missing_and_leans() -> None:
    found = computed(clusters="60")
    assert "correlation" in [one.name for one in found.missing]
    assert found.reaches[0].lean.word == "at least"


@pytest.mark.parametrize(
    ("field", "value"), [("significance", "0%"), ("power", "100%"), ("attrition", "120%")]
)
def test_a_share_that_cannot_be_is_refused_with_its_field(field: str, value: str) -> None:
    with pytest.raises(KerjaError, match=f"evaluation.{field}"):
        computed(**{field: value})
