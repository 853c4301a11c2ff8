"""A world gives every outcome a share, and the shares of a step sum to one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forecast.cases import case, node

from kerja.forecast.scheme import Branch, Input, Slot
from kerja.forecast.world import base_values, settle
from kerja.profile import Range

_SHARE = st.one_of(st.none(), st.floats(0, 1))


@given(st.lists(_SHARE, min_size=1, max_size=4), st.one_of(st.just(0.0), _SHARE), st.integers(0, 3))
def test_shares_sum_to_one_whatever_is_given(
    shares: list[float | None], late: float | None, free: int
) -> None:
    ways = [Branch(1, share, of_rest=number == free) for number, share in enumerate(shares)]
    ways = [replace(way, of_rest=way.of_rest and way.share is not None) for way in ways]
    scheme = case([node("a", "person", *ways, late=Branch(1, late)), node("z", "end")], people=1)
    row = settle(scheme, ()).shares[0]
    assert (row >= 0).all()
    given = [*shares, late]
    if None in given or sum(share or 0 for share in given if share) > 0:
        total = row.sum()
        # All that is given may be a part of the rest, of which something is left over.
        assert total == pytest.approx(1) or (None not in given and total <= 1 + 1e-12)


def test_a_share_of_the_rest_leaves_what_is_known_as_it_is() -> None:
    ways = (Branch(1, 0.95), Branch(1, 0.5, of_rest=True), Branch(1))
    scheme = case([node("a", "person", *ways), node("z", "end")], people=1)
    assert settle(scheme, ()).shares[0][:3] == pytest.approx([0.95, 0.025, 0.025])


def test_many_worlds_are_the_same_as_each_of_them() -> None:
    inputs = (Input("share", Range(0, None, 1)), Input("people", Range(10, 20, 40)))
    scheme = replace(
        case([node("a", "person", Branch(1, Slot(0)), Branch(1)), node("z", "end")], people=1),
        inputs=inputs,
    )
    scheme = replace(scheme, arrivals=replace(scheme.arrivals, per_year=Slot(1)))
    assert base_values(scheme) == (0.5, 20)
    values = np.array([[0.1, 10.0], [0.7, 40.0]])
    many = settle(scheme, values)
    for number in range(2):
        one = settle(scheme, values[number])
        assert (many.at(number).shares == one.shares).all()
        assert many.at(number).people == one.people
