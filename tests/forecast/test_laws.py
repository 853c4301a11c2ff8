"""Tables of quantiles are as good as the functions that they stand for."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from kerja.forecast.draws import Luck
from kerja.forecast.laws import Quantiles

_LAWS = {
    "exponential": (Quantiles("exponential", 3.0, 0, 0), stats.expon(scale=3)),
    "uniform": (Quantiles("uniform", 2.0, 5.0, 0), stats.uniform(2, 3)),
    "lognormal": (Quantiles("lognormal", 0.5, 1.0, 0), stats.lognorm(1.0, scale=0.5)),
    "gamma": (Quantiles("gamma", 2.5, 9.0, 0), stats.gamma(2.5, scale=3.6)),
    "narrow gamma": (Quantiles("gamma", 0.4, 2.0, 0), stats.gamma(0.4, scale=5)),
    "pert": (Quantiles("pert", 1.0, 7.0, 45.0), stats.beta(1 + 24 / 44, 1 + 152 / 44, 1, 44)),
}


@pytest.mark.parametrize("name", list(_LAWS))
def test_a_million_draws_have_the_law_they_should_have(name: str) -> None:
    law, known = _LAWS[name]
    found = law.of(Luck(5).uniform(11, np.arange(1_000_000)))
    assert stats.kstest(found, known.cdf).pvalue > 1e-3
    assert found.mean() == pytest.approx(known.mean(), rel=6e-3)
    assert found.std() == pytest.approx(known.std(), rel=2e-2)


@pytest.mark.parametrize("name", [name for name in _LAWS if name not in ("exponential", "uniform")])
def test_a_table_is_close_to_the_function_everywhere(name: str) -> None:
    law, _ = _LAWS[name]
    even = np.linspace(1e-7, 1 - 1e-7, 20_001)
    assert law.of(even) == pytest.approx(law.exact(even), rel=2e-3, abs=1e-4)


def test_a_sample_gives_values_between_its_least_and_its_most() -> None:
    law = Quantiles("empirical", 0, 0, 0, (4.0, 1.0, 2.0))
    assert law.of(np.array([0.25, 0.5, 0.75])) == pytest.approx([1.5, 2.0, 3.0])


def test_a_law_without_spread_is_one_number() -> None:
    assert Quantiles("pert", 4, 4, 4).constant == 4
    assert Quantiles("gamma", 2, 1, 0).constant is None
