"""Servers give the same whether persons are served in groups or one after the other."""

from __future__ import annotations

import heapq

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from kerja.forecast.servers import Servers

Floats = NDArray[np.float64]


def _one_by_one(number: int, columns: list[Floats]) -> Floats:
    free, found = [0.0] * number, []
    for come, service, limit, leave in zip(*(one.tolist() for one in columns), strict=True):
        begin = max(come, free[0])
        found.append(begin if begin <= limit else np.nan)
        if begin <= limit:
            heapq.heapreplace(free, min(begin + service, leave))
    return np.array(found)


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    number=st.sampled_from((1, 2, 7, 30, 200)),
    load=st.sampled_from((0.3, 0.7, 0.95, 1.5)),
    patience=st.sampled_from((np.inf, 1.0)),
    leave=st.sampled_from((np.inf, 2.5)),
    is_uneven=st.booleans(),
    is_daily=st.booleans(),
)
def test_servers_serve_groups_as_they_serve_one_after_the_other(
    seed: int,
    number: int,
    load: float,
    patience: float,
    leave: float,
    is_uneven: bool,
    is_daily: bool,
) -> None:
    chance = np.random.default_rng(seed)
    size = int(chance.integers(5, 1_500))
    come = np.sort(chance.uniform(0, size / number / load, size))
    come = np.ceil(come) if is_daily else come
    service = chance.gamma(2, 0.5, size)
    until = come + leave
    limit = np.minimum(come + patience, until)
    limit = np.minimum(limit, come + chance.uniform(0, 3, size)) if is_uneven else limit
    columns = [come, service, limit, until]
    cut = int(chance.integers(0, size))
    servers = Servers(number)
    parts = [
        servers.starts(come[part], service[part], limit[part], until[part])
        for part in (slice(0, cut), slice(cut, size))
    ]
    assert np.array_equal(np.concatenate(parts), _one_by_one(number, columns), equal_nan=True)
