"""Profiles side by side: the numbers are right, and what cannot be compared says so."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comparison.compared import ALL, cell, entrant, row, shipped, small
from tests.comparison.indicated import WHOLE, with_changes
from tests.countries import written

from kerja.comparison.tables import CellMark, Comparison, Entrant, Normal, compare_profiles
from kerja.comparison.tables.clashes import Clashes
from kerja.comparison.tables.normalising import NORMALS
from kerja.comparison.tables.side import side
from kerja.indicators import indicator as indicator_of
from kerja.indicators import indicators, marks_between, ranks
from kerja.profile import Profile

ASEAN = ("idn", "khm", "tha")


@pytest.mark.parametrize(
    ("indicator", "party", "value"),
    [
        ("LAB01", "idn", 152_110_000),
        # 7.47 million unemployed of 152.11 million, Sakernas August 2024.
        ("LAB02", "idn", 100 * 7.47 / 152.11),
        ("PAY01", "khm", 33),
        ("EQU01", "idn", 51),
        # A voucher of 3.5 million, 600,000 once and two surveys of 50,000 rupiah.
        ("GEN01", "idn", 4_200_000),
        ("GEN05", "idn", 100 * 600 / 4200),
        # 1.2 million places to a labour force of 152.11 million.
        ("COV01", "idn", 1000 * 1.2 / 152.11),
    ],
)
def test_values_are_those_reckoned_by_hand(indicator: str, party: str, value: float) -> None:
    found = cell(indicator, party, shipped(*ASEAN))
    assert found.value == pytest.approx(value)
    assert found.inputs
    assert found.missing == ()


def test_all_indicators_stand_in_one_table_with_a_cell_for_every_party() -> None:
    compared = shipped(*ASEAN)
    assert {one.id for one in compared.rows} == {one.id for one in indicators()}
    assert all(len(one.cells) == len(compared.parties) for one in compared.rows)
    names = [group.name for group in compared.groups]
    assert len(names) == len({*names})


def test_a_rank_stands_only_where_more_or_less_is_better() -> None:
    compared = shipped(*ASEAN)
    assert [one.rank for one in row("PAY01", compared).cells] == [2, 3, 1]
    for one in compared.rows:
        ranked = [found.rank for found in one.cells if found.rank is not None]
        assert bool(ranked) is not bool(one.why_no_rank)
        if one.direction == "context" or one.tier == 2:
            assert ranked == []
    shown = row("LAB04", compared)
    assert [found.rank for found in shown.cells] == [None, None, None]
    assert "fewer than two" in shown.why_no_rank


def test_a_mark_names_the_parties_that_it_stands_between() -> None:
    informal = cell("LAB05", "idn", shipped(*ASEAN))
    against = {mark.against for mark in informal.marks if mark.flaw == "definitions-differ"}
    assert against
    assert all("idn" not in names for names in against)
    back = cell("LAB05", "khm", shipped(*ASEAN))
    assert any("idn" in mark.against for mark in back.marks)


@pytest.mark.parametrize("names", [ALL, ASEAN])
def test_marks_are_those_that_the_readings_have_pair_by_pair(names: tuple[str, ...]) -> None:
    _same_marks_and_ranks(shipped(*names), names)


def _same_marks_and_ranks(compared: Comparison, names: tuple[str, ...]) -> None:
    sides = [side(entrant(name)) for name in names]
    for indicator, found in ((indicator_of(one.id), one) for one in compared.rows):
        readings = [one.reading(indicator) for one in sides]
        for here, (one, own) in enumerate(zip(readings, found.cells, strict=True)):
            between = {
                (mark.flaw, name)
                for mark in own.marks
                for name in mark.against
                if mark.flaw != "currencies-differ"
            }
            expected = {
                (mark.flaw.value, other.about.name)
                for there, other in enumerate(readings)
                if there != here and one.is_known and other.is_known
                for mark in marks_between(one, other)
            }
            assert between == expected, (indicator.id, one.about.name)
        if "currencies" not in found.why_no_rank:
            places = {place.name: place.rank for place in ranks(indicator, readings).places}
            assert places == {
                name: own.rank
                for name, own in zip(names, found.cells, strict=True)
                if own.rank is not None
            }


STATUSES = ("target", "actual")
YEARS = st.sampled_from([2015, 2018, 2022, 2024, None])
DEFINITIONS = st.sampled_from(["icls-13", "icls-19", None])


@st.composite
def varied(draw: st.DrawFn) -> Profile:
    labour = WHOLE["labour_force"]
    unemployed = {**labour["unemployed"], "year": draw(YEARS), "definition": draw(DEFINITIONS)}
    people = {"value": "100 thousand", "year": 2025, "status": draw(st.sampled_from(STATUSES))}
    return with_changes(
        ("labour_force.unemployed", unemployed),
        ("economy.gdp", {"value": "KHR 40 trillion", "year": draw(YEARS)}),
        ("programme.status", draw(st.sampled_from(["running", "proposal"]))),
        ("programme.name", draw(st.sampled_from(["Card", "Other card"]))),
        ("programme.quota", {"people": people}),
        ("programme.training_days", draw(st.sampled_from([73, 100]))),
        ("programme.actual", draw(st.sampled_from([{}, {"accepted": 10, "purchased": 8}]))),
    )


SHARED = ("LAB02", "ECO02", "COV01", "COV03", "GEN06", "BUD01", "CST05", "OPS03", "PAY05")


@given(st.lists(varied(), min_size=2, max_size=4))
@settings(max_examples=15, deadline=None)
def test_marks_found_class_by_class_are_those_of_every_pair(profiles: list[Profile]) -> None:
    sides = [side(Entrant(f"p{number}", one)) for number, one in enumerate(profiles)]
    clashes = Clashes()
    for name in SHARED:
        readings = [one.reading(indicator_of(name)) for one in sides]
        known = [one for one in readings if one.is_known]
        for here, found in enumerate(clashes.between(known)):
            expected = {
                (mark.flaw.value, there)
                for there, other in enumerate(known)
                if there != here
                for mark in marks_between(known[here], other)
            }
            assert {(flaw, other) for (flaw, _), others in found.items() for other in others} == (
                expected
            )


def test_the_order_of_profiles_changes_no_value_no_rank_and_no_mark() -> None:
    first = shipped(*ASEAN)
    for names in permutations(ASEAN):
        other = shipped(*names)
        for one in first.rows:
            for name in ASEAN:
                here, there = (cell(one.id, name, which) for which in (first, other))
                assert replace(here, marks=()) == replace(there, marks=())
                assert _unordered(here.marks) == _unordered(there.marks)


def _unordered(marks: tuple[CellMark, ...]) -> set[tuple[str, str, frozenset[str]]]:
    return {(mark.flaw, mark.said, frozenset(mark.against)) for mark in marks}


def test_every_number_has_a_year_and_a_source_or_a_mark_that_says_which_it_lacks() -> None:
    compared = shipped(*ASEAN, "mys-13", "prakerja-2020")
    shown = 0
    for one in compared.rows:
        for party, found in zip(compared.parties, one.cells, strict=True):
            if not found.is_known:
                assert found.missing or found.note or found.left_out
                assert found.value is None
                continue
            shown += 1
            figures = [party.evidence[path] for path in found.inputs]
            flaws = {mark.flaw for mark in found.marks}
            assert figures or {"no-year", "no-source"} <= flaws
            assert all(figure.year for figure in figures) or "no-year" in flaws
            assert all(figure.source for figure in figures) or "no-source" in flaws
            assert all(figure.source in {"", *party.publications} for figure in figures)
    assert shown > 60


def test_what_is_missing_is_named_with_whom_to_ask_and_never_zero() -> None:
    compared = shipped(*ASEAN)
    found = cell("TRN01", "tha", compared)
    assert (found.value, found.low, found.high) == (None, None, None)
    thailand = compared.parties[2]
    assert all(thailand.missing[path].ask for path in found.missing)


# ── Normalised ────────────────────────────────────────────────────────────────────────────────────


def test_money_is_normalised_and_says_why_where_it_cannot_be() -> None:
    package = cell("GEN01", "idn", shipped(*ASEAN))
    by = {one.by: one for one in package.normalised}
    assert by[Normal.USD].value == pytest.approx(4_200_000 / 15_855.4, rel=1e-3)
    assert by[Normal.PPP].value == cell("GEN02", "idn", shipped(*ASEAN)).value
    wage = by[Normal.WAGE]
    assert wage.value is None
    assert (wage.low or 0) < (wage.high or 0)
    without = small(a=with_changes(("economy.gdp_ppp", None)), b=with_changes())
    lacking = next(one for one in cell("GEN01", "a", without).normalised if one.by is Normal.PPP)
    assert lacking.value is None
    assert lacking.why_not.startswith("missing: economy.")
    assert any("a: no PPP rate" in line for line in without.statements)


def test_persons_are_shown_per_thousand_of_the_labour_force() -> None:
    places = cell("BUD05", "a", small(a=with_changes(), b=with_changes()))
    assert places.value is not None
    (one,) = places.normalised
    assert one.value == pytest.approx(1000 * places.value / 5_000_000)
    assert one.inputs


def test_every_amount_says_how_it_is_normalised() -> None:
    amounts = {one.id for one in indicators() if one.is_money}
    assert amounts <= {*NORMALS}


# ── What must be said ─────────────────────────────────────────────────────────────────────────────


def test_a_single_profile_is_told_that_there_is_nothing_to_compare() -> None:
    compared = shipped("idn")
    assert compared.statements[0].startswith("Only idn is given")
    assert compared.journeys == ()
    assert all(found.rank is None for one in compared.rows for found in one.cells)
    assert cell("LAB02", "idn", compared).is_known


def _in_baht() -> Profile:
    """Return the country of which everything is known, with baht for riel."""
    sections = json.loads(json.dumps(WHOLE).replace("KHR", "THB"))
    return written(country={"code": "THA", "currency": "THB"}, **sections)


def test_amounts_in_different_currencies_are_marked_and_not_ranked() -> None:
    compared = small(a=with_changes(), b=_in_baht())
    assert any("KHR: a; THB: b" in line for line in compared.statements)
    cost = row("CST04", compared)
    assert [found.unit for found in cost.cells] == ["KHR", "THB"]
    assert cost.why_no_rank == "the amounts are in different currencies"
    for found, other in zip(cost.cells, "ba", strict=True):
        marks = [mark for mark in found.marks if mark.flaw == "currencies-differ"]
        assert [(mark.said, mark.against) for mark in marks] == [("KHR against THB", (other,))]


def test_a_model_says_that_it_speaks_of_no_country() -> None:
    compared = shipped("prakerja-2020", "prakerja-2023", "khm")
    assert "speak of no country" in compared.statements[0]
    assert "speaks of no country" in cell("LAB01", "prakerja-2020", compared).note
    assert cell("GEN01", "prakerja-2020", compared).value == 3_550_000
    assert all(one.cells[0].low is None for one in compared.readiness)
    assert any("2 designs" in line for line in compared.statements)


def test_a_relation_is_a_claim_with_its_author() -> None:
    cambodia = shipped(*ASEAN).parties[1]
    assert cambodia.relation == "replicated"
    assert cambodia.claimed_by
    assert shipped(*ASEAN).parties[2].relation == "studied"


def test_there_is_no_composite_index() -> None:
    fields = {name for name in dir(shipped(*ASEAN)) if not name.startswith("_")}
    assert fields == {
        "parties", "groups", "readiness", "design", "journeys", "statements", "rows",
    }  # fmt: skip


# ── Readiness, design, journey ────────────────────────────────────────────────────────────────────


def test_readiness_shows_levels_with_the_raw_values_under_them() -> None:
    identity = next(r for r in shipped(*ASEAN).readiness if r.name == "identity-proof")
    indonesia = identity.cells[0]
    assert indonesia.level == "R3"
    assert any("97" in ground.found for ground in indonesia.grounds)
    assert identity.cells[2].lacks


def test_design_shows_package_terms_likeness_cost_and_reach_of_models_and_countries() -> None:
    compared = shipped("prakerja-2020", "prakerja-2023", "khm")
    said = {(one.group, one.name): [term.text for term in one.cells] for one in compared.design}
    assert said["package", "share of cash"][:2] == ["71.83%", "16.67%"]
    assert said["package", "cash of a month"] == ["IDR 600_000", "none", "KHR 280_000"]
    assert said["terms", "days to choose a course"][:2] == ["30", "15"]
    assert said["reach", "announced target"][2] == "1.5 million"
    assert {group for group, _ in said} == {"package", "terms", "cost", "reach", "likeness"}
    survey = next(one for one in compared.design if one.name == "Paid surveys")
    assert survey.cells[2].likeness == "not used"


def test_each_journey_stands_beside_that_of_the_first() -> None:
    (khm,) = shipped("idn", "khm").journeys
    assert (khm.party, khm.beside) == ("khm", "idn")
    by_sign = {(step.sign, step.id) for step in khm.differences}
    assert {("removed", "survey_1"), ("added", "cash_paid")} <= by_sign
    voucher = next(step for step in khm.differences if step.id == "issue_voucher")
    assert voucher.said[0].startswith("name: ")


def test_a_profile_without_a_journey_says_so() -> None:
    (other,) = small(a=with_changes(), b=written()).journeys
    assert other.note == "a describes no journey"


def test_the_same_profiles_give_the_same_comparison() -> None:
    again = compare_profiles([entrant(name) for name in ASEAN])
    assert again == shipped(*ASEAN)
