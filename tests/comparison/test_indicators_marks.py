"""Marks say what keeps readings from being compared; ranks stand only where nothing does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.indicated import reading, with_changes
from tests.countries import blueprint, read_text, written

from kerja.indicators import (
    Flaw,
    Ranking,
    Reading,
    indicator,
    indicators,
    marks_between,
    ranks,
    read,
    read_all,
    subject,
)
from kerja.profile import Profile
from kerja.profile.profile import Origin


def named(name: str, profile: Profile) -> Profile:
    return profile.model_copy(update={"origin": Origin(name=name)})


def flaws_between(name: str, one: Profile, other: Profile) -> set[str]:
    marks = marks_between(reading(name, one), reading(name, other))
    assert all(mark.is_between and mark.forbids_rank for mark in marks)
    return {mark.flaw.value for mark in marks}


def flaws_of(found: Reading) -> set[str]:
    return {mark.flaw.value for mark in found.marks}


def _labour(**facts: Any) -> Profile:
    return written(labour_force=facts)


def test_figures_more_than_three_years_apart_are_marked_and_only_then() -> None:
    def ratio(year: int) -> Reading:
        spending = {"value": "KHR 8 trillion", "year": year}
        return reading("ECO02", with_changes(("economy.government_spending", spending)))

    assert flaws_of(ratio(2021)) == set()
    assert flaws_of(ratio(2020)) == {"years-apart"}
    assert not any(mark.forbids_rank for mark in ratio(2020).marks)


def test_two_countries_of_different_times_are_not_held_against_each_other() -> None:
    def owning(year: int) -> Profile:
        return written(wallets={"account_ownership": {"value": "50%", "year": year}})

    assert flaws_between("PAY01", owning(2021), owning(2024)) == set()
    assert flaws_between("PAY01", owning(2017), owning(2024)) == {"years-apart"}


def test_definitions_of_work_are_not_mixed_and_silence_is_no_definition() -> None:
    def rate(definition: str | None) -> Profile:
        return _labour(unemployment_rate={"value": "5%", "definition": definition})

    assert flaws_between("LAB02", rate("icls-19"), rate("icls-19")) == set()
    assert flaws_between("LAB02", rate("icls-19"), rate("icls-13")) == {"definitions-differ"}
    assert flaws_between("LAB02", rate("national"), rate(None)) == {"definitions-differ"}


def test_places_of_a_year_are_not_held_against_places_at_one_time() -> None:
    flow = with_changes()
    stock = with_changes(("training.seats_year", None), ("training.cycles_year", None))
    assert reading("TRN02", stock).nature == "stock"
    assert flaws_between("TRN02", flow, stock) == {"flow-against-stock"}


def test_what_is_aimed_at_is_not_held_against_what_has_happened() -> None:
    funnel = {"accepted": 1000, "purchased": 800}
    actual = with_changes(("programme.actual", funnel))
    assert "target-against-actual" in flaws_between("OPS03", actual, with_changes())


def test_an_announced_budget_is_not_held_against_an_approved_one() -> None:
    announced = with_changes(("budget.stage", "announced"))
    assert flaws_between("BUD01", announced, with_changes()) == {"announced-against-budgeted"}


def test_a_line_of_the_budget_says_its_stage_as_the_total_does() -> None:
    line = {"id": "plan", "year": "2025", "stage": "proposed", "amount": "KHR 200 billion"}
    proposed = with_changes(("budget", {"lines": [line], "contingency_share": "10%"}))
    assert reading("BUD01", proposed).value == reading("BUD01", with_changes()).value
    assert flaws_between("BUD01", proposed, with_changes()) == {"announced-against-budgeted"}


def test_age_bands_are_compared_where_both_are_stated() -> None:
    def idle(ages: str) -> Profile:
        return _labour(neet_rate={"value": "15%", "ages": ages})

    assert flaws_between("LAB04", idle("15-24"), idle("15-29")) == {"age-bands-differ"}


def test_a_wage_of_one_industry_is_not_held_against_a_general_one() -> None:
    garment = {"value": "KHR 400_000", "year": 2024, "scope": "garment only"}
    one = with_changes(("economy.minimum_wage_month", garment))
    assert flaws_between("LAB07", one, with_changes()) == {"coverage-differs"}


def test_two_designs_under_one_name_are_told_apart() -> None:
    before, after = (subject(blueprint(name)) for name in ("prakerja-2020", "prakerja-2023"))
    share = indicator("GEN05")
    found = {m.flaw for m in marks_between(read(share, before), read(share, after))}
    assert found == {Flaw.DESIGNS}


def test_a_proposal_is_not_held_against_a_programme_that_runs() -> None:
    proposal = with_changes(("programme.status", "proposal"))
    assert "programme-stage-differs" in flaws_between("COV01", proposal, with_changes())
    assert flaws_between("LAB01", proposal, with_changes()) == set()


def test_what_is_recalled_or_claimed_has_a_mark_and_no_rank() -> None:
    found = read(indicator("IDN01"), subject(blueprint("idn")))
    assert flaws_of(found) == {"recalled-or-claimed"}
    assert all(mark.forbids_rank for mark in found.marks)


def test_a_figure_of_the_model_has_a_mark() -> None:
    found = read(indicator("CST06"), subject(blueprint("khm")))
    assert any(one.is_inherited for one in found.inputs)
    linked = read(indicator("OPS03"), subject(blueprint("examples/cambodia")))
    assert not linked.is_known


def test_an_area_that_uses_a_national_figure_says_so(tmp_path: Path) -> None:
    text = "kerja: 1\nkind: area\nextends: khm\ncountry: {code: KH-12, name: Phnom Penh}\n"
    found = reading("PAY01", read_text(text, tmp_path))
    assert found.value == 33
    assert flaws_of(found) == {"national-figure-for-an-area"}


def test_marks_are_the_same_both_ways_round() -> None:
    one, other = (read_all(indicators(), subject(blueprint(c))) for c in ("idn", "khm"))
    for left, right in zip(one, other, strict=True):
        assert set(marks_between(left, right)) == set(marks_between(right, left))


# ── Ranks ─────────────────────────────────────────────────────────────────────────────────────────


def _ownership(name: str, text: str | dict[str, Any]) -> Profile:
    return named(name, written(wallets={"account_ownership": text}))


def _ranked(name: str, *profiles: Profile) -> Ranking:
    return ranks(indicator(name), [reading(name, profile) for profile in profiles])


def test_more_is_first_where_more_is_better_and_equal_values_share_a_rank() -> None:
    found = _ranked("PAY01", _ownership("a", "30%"), _ownership("b", "60%"), _ownership("c", "60%"))
    assert [(p.rank, p.name) for p in found.places] == [(1, "b"), (1, "c"), (3, "a")]


def test_less_is_first_where_less_is_better() -> None:
    priced = [
        named(name, written(digital={"data_price_share": price}))
        for name, price in (("a", "3%"), ("b", "1%"))
    ]
    assert [place.name for place in _ranked("DIG03", *priced).places] == ["b", "a"]


@pytest.mark.parametrize(
    "name", [one.id for one in indicators() if one.direction == "context" or one.tier == 2]
)
def test_context_and_the_second_tier_are_never_ranked(name: str) -> None:
    found = _ranked(name, named("a", with_changes()), named("b", with_changes()))
    assert found.places == ()
    assert found.why_not


def test_who_lacks_the_figure_or_bears_a_mark_is_left_out_with_the_reason() -> None:
    found = _ranked(
        "PAY01", _ownership("a", "30%"), _ownership("b", "60%"), _ownership("c", "unknown"),
        _ownership("d", {"value": "90%", "confidence": "recalled"}),
    )  # fmt: skip
    assert [place.name for place in found.places] == ["b", "a"]
    assert [one.name for one in found.unranked] == ["c", "d"]
    assert found.unranked[0].why == ("missing: wallets.account_ownership",)
    assert "recalled" in found.unranked[1].why[0]


def test_who_cannot_be_held_against_the_others_is_left_out() -> None:
    dated = [
        _ownership(name, {"value": value, "year": year})
        for name, value, year in (("a", "30%", 2024), ("b", "60%", 2023), ("c", "50%", 2014))
    ]
    found = _ranked("PAY01", *dated)
    assert [place.name for place in found.places] == ["b", "a"]
    assert [one.name for one in found.unranked] == ["c"]


def test_ranges_that_overlap_are_not_ranked() -> None:
    wide = {"value": "50%", "low": "40%", "high": "60%"}
    found = _ranked("PAY01", _ownership("a", wide), _ownership("b", "55%"))
    assert found.places == ()
    assert found.why_not == "fewer than two can be compared"


LIKE = reading("PAY01", _ownership("any", "50%"))


def _reading(name: str, value: float) -> Reading:
    about = replace(LIKE.about, name=name)
    return replace(LIKE, about=about, value=value, low=value, high=value)


@given(st.lists(st.integers(0, 100), min_size=2, max_size=8))
def test_a_rank_says_how_many_are_better(values: list[int]) -> None:
    found = ranks(indicator("PAY01"), [_reading(f"p{n}", v) for n, v in enumerate(values)])
    assert len(found.places) == len(values)
    for place in found.places:
        own = values[int(place.name[1:])]
        assert place.rank == 1 + sum(value > own for value in values)
