"""Figures are read in one way only, and what could be read in two is refused with the cure."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.profile.quantities import UnreadableQuantityError, looks_grouped, quantity


@pytest.mark.parametrize(
    ("written", "number", "unit", "step"),
    [
        ("1200", 1200, "", 1),
        ("1_500_000", 1_500_000, "", 1),
        ("147.7 million", 147_700_000, "", 100_000),
        ("21_722.8 thousand", 21_722_800, "", 100),
        ("8.5%", 0.085, "%", 0.001),
        ("-0.4%", -0.004, "%", 0.001),
        ("IDR 3.5 million", 3_500_000, "IDR", 100_000),
        ("KHR 280_000", 280_000, "KHR", 1),
        ("4072.397 KHR/USD", 4072.397, "KHR/USD", 0.001),
        ("2.1 lakh", 210_000, "", 10_000),
    ],
)
def test_a_figure_is_read_as_written(written: str, number: float, unit: str, step: float) -> None:
    read = quantity(written)
    assert (read.number, read.unit) == (number, unit)
    assert read.step == pytest.approx(step)


@pytest.mark.parametrize(
    ("written", "fault", "cure"),
    [
        ("89,878", "digit-grouping", "89_878"),
        ("1.500.000", "digit-grouping", "1_500_000"),
        ("1 500 000", "digit-grouping", "1_500_000"),
        ("Rp 2.000.000", "currency-symbol", "IDR 2_000_000"),
        ("7.86 juta", "unknown-scale-word", "7.86 million"),
        ("4.37 milliard", "unknown-scale-word", "4.37 billion"),
        ("twelve", "not-a-figure", ""),
        ("", "not-a-figure", ""),
        ("５%", "not-a-figure", ""),
        ("٣", "not-a-figure", ""),
        ("1e999", "not-a-figure", ""),
        ("USD 3 KHR", "not-a-figure", ""),
    ],
)
def test_a_doubtful_figure_is_refused_with_its_cure(written: str, fault: str, cure: str) -> None:
    with pytest.raises(UnreadableQuantityError) as refused:
        quantity(written)
    assert (refused.value.fault, refused.value.cure) == (fault, cure)


@given(st.text(max_size=40))
def test_no_text_does_worse_than_being_refused(text: str) -> None:
    with contextlib.suppress(UnreadableQuantityError):
        assert quantity(text).written == text.strip()


@given(st.integers(0, 10**15))
def test_grouping_by_underscores_changes_nothing(number: int) -> None:
    assert quantity(f"{number:_}").number == number


def test_three_digits_after_a_point_may_be_thousands() -> None:
    assert looks_grouped("3.500")
    assert not looks_grouped("3.50")
