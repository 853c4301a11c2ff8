"""Strata are drawn apart to the place, and no household is given more than it may."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.countries import blueprint, country, written
from tests.forecast.cases import apart, case, homes, node

from kerja.forecast.cohort import run_cohort
from kerja.forecast.compiling import compile_scheme
from kerja.forecast.conditions import household, strata
from kerja.forecast.draws import Luck
from kerja.forecast.fairness import Homes, apportion
from kerja.forecast.individual import run
from kerja.forecast.inputs import Inputs
from kerja.forecast.results import Run
from kerja.forecast.scheme import Branch, Group, Household, Method, Milestone, Rounds, Scheme, Slot
from kerja.forecast.tasks import carry_out, repetitions, run_from
from kerja.forecast.world import base_values, settle
from kerja.profile import Profile, Range
from kerja.workflow import build_workflow


def _run(scheme: Scheme, luck: int = 1) -> Run:
    return run(scheme, settle(scheme, base_values(scheme)), Luck(luck))


def _one_round(
    *, household: Household | None = None, quota: float | None = 100.0, method: Method = "lottery"
) -> Scheme:
    """A thousand persons of the first week, one round."""
    return case(
        [
            node("start", "start", Branch(1)),
            node("draw", "draw", Branch(2, 0.5), Branch(2)),
            node("end", "end"),
        ],
        people=1000,
        weeks=1,
        rounds=Rounds((14,), quota, (method,), household=household),
        groups=(Group("women", 0.6), Group("rural", 0.3)),
        milestones=(Milestone("selected", (1,)),),
    )


def _profile(**sections: object) -> Profile:
    programme = {
        "selection": {"method": "stratified-lottery", "strata": ["sex", "age"]},
        "household_cap": {"people": 2, "household": "family-card"},
    }
    assumed = {"low": 0.8, "mode": 1.4, "high": 2, "rests_on": "judgement"}
    given_ = {"applicants_per_household": assumed}
    return written(**{"programme": programme, "assumptions": given_, **sections})


def test_every_stratum_is_given_its_part_of_the_places_in_every_draw() -> None:
    scheme = _one_round()
    scheme = replace(scheme, rounds=replace(scheme.rounds, strata=(0,)))
    for luck in range(5):
        found = _run(scheme, luck)
        came, given_ = found.by_group[0]
        assert abs(given_ - 100 * came / 1000) <= 0.5


def test_strata_change_nothing_on_average() -> None:
    scheme = apart()
    one_lot = replace(scheme, rounds=replace(scheme.rounds, strata=()))
    found = [
        np.mean([_run(one, luck).by_group[:, 1] for luck in range(40)], axis=0)
        for one in (scheme, one_lot)
    ]
    assert found[0] == pytest.approx(found[1], rel=0.03)


@given(places=st.integers(0, 400), waiting=st.lists(st.integers(0, 90), min_size=1, max_size=8))
def test_places_are_divided_so_that_nobody_is_a_whole_place_off(
    places: int, waiting: list[int]
) -> None:
    total = sum(waiting)
    found = apportion(places, np.array(waiting))
    assert found.sum() == min(places, total)
    assert (found <= waiting).all()
    if places < total:
        assert (np.abs(found - np.array(waiting) * places / total) < 1).all()


@given(
    applicants=st.floats(1, 5), cap=st.integers(1, 3), places=st.integers(1, 60),
    seed=st.integers(0, 99),
)  # fmt: skip
def test_no_household_has_more_places_than_its_cap_over_all_rounds(
    applicants: float, cap: int, places: int, seed: int
) -> None:
    luck, persons = Luck(seed), np.arange(200)
    made = Homes(luck, 200, cap=cap, applicants=applicants)
    begins = luck.uniform(luck.key(6), persons) < 1 / applicants
    begins[0] = True
    home = np.cumsum(begins)
    given_ = np.zeros(200, dtype=bool)
    for number in range(4):
        ranks = luck.uniform(number, persons)
        inside = np.flatnonzero(made.inside(persons, ranks) & ~given_)
        winners = inside[np.argsort(ranks[inside])][:places]
        made.give(winners)
        given_[winners] = True
        assert np.bincount(home[given_]).max() <= cap
        # Whoever is passed over lives where all places of a household are held.
        if winners.size < places:
            full = np.bincount(home[given_], minlength=home.max() + 1) >= cap
            assert full[home[~given_]].all()


@pytest.mark.parametrize("method", ["lottery", "first-come", "ranking", "all"])
@pytest.mark.parametrize(("cap", "applicants"), [(1, 2.0), (2, 3.0)])
def test_with_a_place_for_everybody_each_household_takes_what_it_may(
    method: Method, cap: int, applicants: float
) -> None:
    scheme = _one_round(
        household=Household(cap, applicants), quota=2000.0, method=method
    )  # fmt: skip
    # Of m persons of a geometric household on average, min(cap, members) are expected.
    share = 1 - (1 - 1 / applicants) ** cap
    found = np.mean([_run(scheme, luck).given[0] for luck in range(30)])
    assert found == pytest.approx(1000 * share, rel=0.02)
    (mean,) = run_cohort(scheme, settle(scheme, base_values(scheme)))
    assert mean.given == pytest.approx([1000 * share])


def test_where_everybody_wins_by_chance_households_are_capped_too() -> None:
    scheme = _one_round(household=Household(1, 2.0), quota=None)
    found = np.mean([_run(scheme, luck).given[0] for luck in range(30)])
    # Of those with a chance of a half, r = 1/3 of the others come second.
    assert found == pytest.approx(1000 * 0.5 * 2 / 3, rel=0.03)
    (mean,) = run_cohort(scheme, settle(scheme, base_values(scheme)))
    assert mean.given == pytest.approx([1000 / 3])


@pytest.mark.parametrize("scheme", [apart(), homes()])
def test_strata_and_households_travel_to_whoever_does_the_work(scheme: Scheme) -> None:
    (task,) = repetitions(scheme, runs=1, seed=3, each=1.0)
    here = run(scheme, settle(scheme, base_values(scheme)), Luck(3))
    assert run_from(carry_out(task)).given.tolist() == here.given.tolist()


def test_a_profile_says_what_is_drawn_apart_and_what_stops_a_household() -> None:
    profile = _profile()
    inputs = Inputs(profile)
    known = (Group("women", 0.5), Group("rural", 0.4))
    assert strata(profile, known, inputs) == (0,)
    assert household(profile, inputs) == Household(2, Slot(0))
    assert inputs.listed[0].range == Range(1.0, 1.4, 2.0)
    assert "age: drawn in proportion, as one lot for all is in expectation" in inputs.assumed


def test_without_applicants_of_a_household_the_cap_is_named_and_stops_nobody() -> None:
    profile = _profile(assumptions={})
    inputs = Inputs(profile)
    assert household(profile, inputs) is None
    (unknown,) = inputs.unknowns
    assert unknown.path == "assumptions.applicants_per_household"
    assert unknown.taken == "no draw is stopped by the household cap"


@pytest.mark.parametrize("name", ["prakerja-2020", "prakerja-2023", "idn", "tha"])
def test_the_journey_of_the_models_puts_a_place_taken_back_in_a_later_round(name: str) -> None:
    step = build_workflow(country(name))["reallocate_quota"]
    assert step.gives == ("freed-place",)


def test_the_forecast_of_indonesia_offers_places_again_where_the_journey_says_so() -> None:
    scheme = compile_scheme(blueprint("idn"))
    assert scheme.rounds.freed_at == (scheme.positions["reallocate_quota"],)


def test_one_applicant_of_a_household_is_never_stopped() -> None:
    free = replace(homes(), rounds=replace(homes().rounds, household=None))
    assert list(_run(homes(applicants=1.0)).given) == list(_run(free).given)
    world = settle(free, base_values(free))
    (mean,) = run_cohort(free, world)
    alone = homes(applicants=1.0)
    (capped,) = run_cohort(alone, settle(alone, base_values(alone)))
    assert capped.given == pytest.approx(mean.given)
