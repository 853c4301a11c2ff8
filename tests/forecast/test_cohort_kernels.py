"""How the end of a step spreads over days."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerja.forecast.cohort_kernels import Durations, convolved
from kerja.forecast.laws import Quantiles
from kerja.forecast.scheme import Law

LAWS = [
    (Law("constant", 3.25), 3.25),
    (Law("exponential", 4.0), 4.0),
    (Law("uniform", 2.0, 9.0), 5.5),
    (Law("lognormal", 5.0, 0.6), 5.0 * np.exp(0.18)),
    (Law("gamma", 2.5, 9.0), 9.0),
    (Law("pert", 5.0, 12.0, 40.0), (5 + 4 * 12 + 40) / 6),
    (Law("pert", 2.0, 2.0, 2.0), 2.0),
    (Law("empirical", sample=(1.0, 2.0, 6.0)), 2.75),
]


def durations(law: Law, days: int = 400) -> Durations:
    """Return a law in one world."""
    return Durations(law, np.array([[law.a, law.b, law.c]], dtype=np.float64), days)


@pytest.mark.parametrize(("law", "mean"), LAWS)
def test_counting_in_days_keeps_the_mean(law: Law, mean: float) -> None:
    (kernel,) = durations(law).kernel(from_start=False)
    assert kernel.sum() == pytest.approx(1, rel=1e-6)
    assert (kernel * np.arange(kernel.size)).sum() == pytest.approx(mean, rel=1e-4)


@pytest.mark.parametrize(("law", "mean"), LAWS)
def test_the_kernel_is_the_law_of_the_other_engine(law: Law, mean: float) -> None:
    even = (np.arange(100_000) + 0.5) / 100_000
    a, b, c = (float(x) for x in (law.a, law.b, law.c))  # type: ignore[arg-type]
    lasts = Quantiles(law.name, a, b, c, law.sample).of(even)
    for from_start in (True, False):
        (kernel,) = durations(law).kernel(from_start=from_start)
        begin = 0.0 if from_start else np.random.default_rng(1).random(even.size)
        seen = np.bincount((lasts + begin).astype(int), minlength=kernel.size)[: kernel.size]
        assert np.abs(np.cumsum(seen / even.size - kernel)).max() < 0.01


@settings(max_examples=40, deadline=None)
@given(law=st.sampled_from([law for law, _ in LAWS]), until=st.floats(0, 30), start=st.booleans())
def test_nobody_is_lost_at_a_deadline(law: Law, until: float, start: bool) -> None:
    lasting, last = durations(law), np.array([until])
    (held,) = lasting.held(last, from_start=start, lost=False)
    (in_time,) = lasting.held(last, from_start=start, lost=True)
    assert held.sum() == pytest.approx(1, rel=1e-6)
    assert held.size <= until + 2
    assert in_time.sum() == pytest.approx(
        float(lasting.below(last[:, None] + 1e-9)[0, 0]), abs=1e-6
    )


def test_worlds_keep_their_own_law() -> None:
    rows = np.array([[2.0, 0.0, 0.0], [5.0, 0.0, 0.0]])
    kernel = Durations(Law("constant"), rows, 30).kernel(from_start=True)
    assert kernel.argmax(axis=1).tolist() == [2, 5]


def test_people_begin_on_many_days_and_none_is_counted_twice() -> None:
    flow = np.random.default_rng(2).random((3, 2, 50))
    kernel = durations(Law("gamma", 2.0, 6.0)).kernel(from_start=False)
    found = convolved(flow, kernel, 1000)
    assert found.sum(axis=-1) == pytest.approx(flow.sum(axis=-1) * kernel.sum())
    assert found[1, 1, :20] == pytest.approx(np.convolve(flow[1, 1], kernel[0])[:20])
