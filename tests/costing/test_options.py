"""Options side by side: the figures that a person can check by hand, and what they lack."""

from __future__ import annotations

from typing import Any

import pytest
from tests.countries import options_of, written

from kerja.adaptation import words
from kerja.costing import Option, options

STIPEND = {"id": "stipend", "kind": "cash", "amount": "KHR 280_000", "every": "month", "at_most": 4}
CURVE = {
    "fixed_year": "KHR 1 billion", "step_people": 5_000, "step_cost": "KHR 60 million",
    "per_applicant": "KHR 4_000", "per_recipient": "KHR 8_000",
}  # fmt: skip


def cambodia() -> dict[str, Option]:
    return {option.id: option for option in options(options_of("examples/cambodia"))}


def option(quota: Any, *, years: int | None = None, **sections: Any) -> Option:
    programme = {"benefits": [STIPEND], "quota": quota, **sections.pop("programme", {})}
    scenario = {"title": "One", "years": years}
    (found,) = options([written(scenario=scenario, programme=programme, **sections)])
    return found


@pytest.mark.parametrize(
    ("name", "people", "ceiling", "dollars"),
    [
        ("as-announced", 1_500_000, "KHR 1.68 trillion", "USD 412.5 million"),
        ("at-todays-pace", 89_878, "KHR 100.7 billion", "USD 24.72 million"),
        ("equity-cards-first", 60_185, "KHR 67.41 billion", "USD 16.55 million"),
    ],
)
def test_the_ceilings_of_cambodia_are_people_times_stipend(
    name: str, people: int, ceiling: str, dollars: str
) -> None:
    found = cambodia()[name]
    assert found.people == people
    assert (str(found.ceiling), str(found.in_dollars)) == (ceiling, dollars)


def test_options_keep_the_order_in_which_the_profile_names_them() -> None:
    assert list(cambodia()) == ["as-announced", "at-todays-pace", "equity-cards-first"]


def test_places_once_are_spread_over_the_years_and_yearly_ones_repeat() -> None:
    once, yearly = cambodia()["as-announced"], cambodia()["at-todays-pace"]
    assert [year.people for year in once.by_year] == [375_000] * 4
    assert sum(year.ceiling.number for year in once.by_year) == 1.68e12
    assert [year.people for year in yearly.by_year] == [89_878] * 4
    assert yearly.by_year[0].ceiling == yearly.ceiling


def test_every_ceiling_of_cambodia_is_partial_and_says_why() -> None:
    for found in cambodia().values():
        assert found.is_partial
        assert "programme.benefits[training].amount" in found.lacks


def test_what_a_cost_lacks_reads_well() -> None:
    said = [words(path) for path in cambodia()["as-announced"].lacks]
    assert said == [
        "benefit training: amount",
        "administration: fixed cost of a year",
        "administration: recipients that one office unit serves",
        "administration: cost of one office unit",
        "administration: cost of one applicant",
        "administration: cost of one recipient",
    ]


def test_a_whole_cost_lacks_nothing() -> None:
    found = option({"people": 1_000, "every": "year"}, costs={"administration": CURVE})
    assert found.lacks == ()
    assert not found.is_partial


def test_without_places_the_option_lacks_them_first() -> None:
    for found in options(options_of("examples/thailand")):
        assert (found.people, found.ceiling, found.funnel) == (None, None, None)
        assert found.lacks[0] == "programme.quota.people"


def test_places_of_a_round_are_counted_over_the_rounds_of_a_year() -> None:
    quota = {"people": 20_000, "every": "batch"}
    found = option(quota, years=2, programme={"batches": {"per_year": 15}})
    assert (found.people, found.period) == (300_000, "year")
    assert [year.people for year in found.by_year] == [300_000] * 2


def test_places_of_a_round_without_the_number_of_rounds_are_not_known() -> None:
    found = option({"people": 20_000, "every": "batch"})
    assert found.people is None
    assert found.lacks[0] == "programme.batches.per_year"


def test_a_package_of_which_nothing_is_known_has_no_ceiling_and_never_zero() -> None:
    unknown = {**STIPEND, "amount": "unknown"}
    found = option({"people": 1_000}, programme={"benefits": [unknown]})
    assert found.ceiling is None
    assert found.lacks[0] == "programme.benefits[stipend].amount"


def test_places_once_reach_the_target_in_the_years_of_the_option_or_never() -> None:
    found = cambodia()
    assert found["as-announced"].to_target.by_places == 4
    first = found["equity-cards-first"].to_target
    assert (first.by_places, first.by_completers) == (None, None)
    assert first.why == "the places are offered once and are fewer than the target"


def test_the_level_of_2022_takes_17_years_and_longer_where_few_finish() -> None:
    horizon = cambodia()["at-todays-pace"].to_target
    assert horizon.by_places == pytest.approx(1_500_000 / 89_878)
    assert horizon.by_places is not None
    assert horizon.by_completers is not None
    assert horizon.by_completers.low > horizon.by_completers.high > horizon.by_places


def test_without_a_target_or_places_the_time_to_it_is_not_known() -> None:
    assert option({"people": 10}).to_target.why == "not known: programme.target.people"
    nobody = option({}, programme={"target": {"people": 10}}).to_target
    assert nobody.why == "not known: programme.quota.people"


def test_the_options_of_cambodia_have_a_cost_by_year_and_payer() -> None:
    for found in cambodia().values():
        costed = found.costing
        assert costed.option == found.id
        assert len(costed.by_year) == (found.years or 1)
        assert [paid.payer for paid in costed.by_year[0].by_payer] == ["state"]
        assert costed.per_completer.value is not None
        assert costed.is_partial


def test_the_expected_cost_is_never_above_the_ceiling_of_a_whole_package() -> None:
    for found in cambodia().values():
        assert found.ceiling is not None
        year = found.costing.year
        assert year is not None
        years = (found.years or 1) if found.period == "once" else 1
        assert year.high <= found.ceiling.number / years


def test_without_a_rate_there_are_no_dollars() -> None:
    assert option({"people": 1_000}).in_dollars is None
