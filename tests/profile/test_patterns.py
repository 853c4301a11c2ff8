"""A user's pattern can neither hang a form nor say more than classes and counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.profile.patterns import safe_pattern


@pytest.mark.parametrize(
    "pattern", ["[0-9]{9}", "[A-Z]{1,2}[0-9]{6}", "[0-9]{6}-[0-9]{2}", "[А-Я]{2}[0-9]{8}"]
)
def test_the_forms_of_real_identity_numbers_are_accepted(pattern: str) -> None:
    assert safe_pattern(pattern) == pattern


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "a*", ".*", "a|b", "(?=x)", r"\d{9}", "[0-9]+", "", "[0-9]{9999}"]
)
def test_whatever_could_hang_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="classes and counts"):
        safe_pattern(pattern)


@given(st.text(alphabet="abZ09[]{}(),.*+?|\\-^$", max_size=20))
def test_an_accepted_pattern_is_a_regular_expression_without_choice(pattern: str) -> None:
    try:
        accepted = safe_pattern(pattern)
    except ValueError:
        return
    assert accepted is not None
    re.compile(accepted)
    assert not set(accepted) & set("()*+?|.\\^$")
