"""An option for a crisis stops at its ceiling, and no factor on benefits is inferred."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.countries import country, written

from kerja.costing import Crisis, options
from kerja.costing.crisis import crisis
from kerja.profile import Profile

STIPEND = {"id": "stipend", "kind": "cash", "amount": "KHR 280_000", "every": "month", "at_most": 4}
PLACE = {"id": "training", "kind": "free-place", "amount": "KHR 500_000"}
BOUNDS = {
    "trigger": "the council declares it",
    "ceiling": "KHR 20 billion",
    "exit_rule": "after six months",
}


def option(shock: dict[str, Any], benefits: list[dict[str, Any]], **scenario: Any) -> Profile:
    """Return an option of a small country."""
    head = {"title": "In a crisis", "mode": "crisis", **scenario}
    programme = {"benefits": benefits, "quota": {"people": 60_185, "every": "once"}}
    return written(scenario=head, shock=shock, programme=programme)


def bounded(shock: dict[str, Any], *benefits: dict[str, Any], people: float = 60_185) -> Crisis:
    found = crisis(option(shock, list(benefits)), people)
    assert found is not None
    return found


def test_the_ceiling_pays_for_so_many_and_no_more() -> None:
    found = bounded(BOUNDS, STIPEND)
    assert found.people_at_most == 17_857  # 20 billion ÷ (4 × 280,000)
    assert found.cost is not None
    assert found.cost.number == 60_185 * 1_120_000
    assert found.stops is True


def test_a_small_option_stays_below_the_ceiling() -> None:
    assert bounded(BOUNDS, STIPEND, people=10_000).stops is False


def test_no_factor_is_inferred_from_what_was_paid_before() -> None:
    earlier = [{"what": "cash in the pandemic", "amount": "USD 1.359 billion", "months": 46}]
    found = bounded({**BOUNDS, "precedents": earlier}, STIPEND)
    assert found.factor is None
    assert found.people_at_most == 17_857


def test_a_stated_factor_raises_cash_and_nothing_else() -> None:
    found = bounded({**BOUNDS, "multiplier": 2}, STIPEND, PLACE)
    assert found.each is not None
    assert found.each.number == 2 * 1_120_000 + 500_000


@pytest.mark.parametrize("ceiling", ["unknown", "TODO(human)"])
def test_an_open_ceiling_stops_nobody_and_is_not_zero(ceiling: str) -> None:
    found = bounded({**BOUNDS, "ceiling": ceiling}, STIPEND)
    assert found.ceiling is None
    assert found.people_at_most is None
    assert found.stops is None


def test_benefits_that_nobody_knows_cost_no_known_amount() -> None:
    found = bounded(BOUNDS, {**STIPEND, "amount": "unknown"})
    assert found.each is None
    assert found.people_at_most is None


def test_places_of_each_year_are_counted_over_all_years() -> None:
    by_year = option(BOUNDS, [STIPEND], years=3)
    quota = by_year.programme.quota.model_copy(update={"every": "year"})
    programme = by_year.programme.model_copy(update={"quota": quota})
    (three,) = options([by_year.model_copy(update={"programme": programme})])
    (once,) = options([option(BOUNDS, [STIPEND], years=3)])
    assert three.crisis is not None
    assert once.crisis is not None
    assert three.crisis.cost is not None
    assert once.crisis.cost is not None
    assert three.crisis.cost.number == 3 * once.crisis.cost.number


def test_other_options_are_not_for_a_crisis() -> None:
    assert crisis(written(shock=BOUNDS), 1_000) is None
    usual = option(BOUNDS, [STIPEND], mode=None)
    assert [one.crisis for one in options([usual])] == [None]
    assert country("khm").shock.multiplier is None


@given(people=st.integers(1, 10_000_000), ceiling=st.integers(1, 10**13), factor=st.integers(0, 9))
def test_whom_the_ceiling_pays_for_never_cost_more_than_it(
    people: int, ceiling: int, factor: int
) -> None:
    shock = {**BOUNDS, "ceiling": f"KHR {ceiling}", "multiplier": factor}
    found = bounded(shock, STIPEND, PLACE, people=people)
    assert found.each is not None
    assert found.people_at_most is not None
    assert found.people_at_most * found.each.number <= ceiling
    assert (found.people_at_most + 1) * found.each.number > ceiling
    assert found.stops is (people * found.each.number > ceiling)
