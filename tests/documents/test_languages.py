"""Every language writes figures, money and dates as its readers expect."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.documents import language

DAY = datetime.date(2026, 10, 1)


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "1,500,000"),
        ("id", "1.500.000"),
        ("km", "១,៥០០,០០០"),
        ("th", "๑,๕๐๐,๐๐๐"),
        ("fr", "1\u202f500\u202f000"),
        ("ar", "\u20681,500,000\u2069"),
    ],
)
def test_a_count_is_grouped_as_in_the_language(code: str, written: str) -> None:
    assert language(code).count(1_500_000) == written


def test_digits_can_be_latin() -> None:
    assert language("km", native_digits=False).count(1500) == "1,500"


def test_a_half_is_rounded_up_as_people_do() -> None:
    english = language("en")
    assert (english.count(2.5), english.decimal(0.285, places=2)) == ("3", "0.29")
    assert english.count(-0.4) == "0"


def test_a_share_is_a_percentage() -> None:
    assert language("en").percent(0.085) == "8.5%"
    assert language("id").percent(0.085) == "8,5%"
    assert language("th").percent(0.9, places=0) == "๙๐%"


@pytest.mark.parametrize("currency", ["KHR", "IDR", "MNT", "LAK"])
def test_currencies_without_small_coins_have_no_decimals(currency: str) -> None:
    assert language("en").money(1120000.4, currency) == f"{currency}\u00a01,120,000"


def test_other_currencies_have_decimals_where_there_are_any() -> None:
    assert language("en").money(12.5, "USD") == "USD\u00a012.50"
    assert language("en").money(200, "USD") == "USD\u00a0200"


@pytest.mark.parametrize(
    ("code", "amount", "written"),
    [
        ("en", 1.68e12, "KHR 1.68 trillion"),
        ("en", 24_680_000, "KHR 24.7 million"),
        ("en", 413_400_000, "KHR 413 million"),
        ("en", 999_999_999, "KHR 1 billion"),
        ("en", 280_000, "KHR 280,000"),
        ("id", 1.5e9, "KHR 1,5 miliar"),
        ("fr", 1e9, "KHR 1 milliard"),
        ("pt", 24_700_000, "KHR 24,7 milhões"),
        ("km", 1.68e12, "KHR ១,៦៨០,០០០,០០០,០០០"),
        ("th", 1.68e12, "KHR ๑,๖๘๐,๐๐๐,๐๐๐,๐๐๐"),
    ],
)
def test_large_amounts_have_scale_words_where_we_can_vouch_for_them(
    code: str, amount: float, written: str
) -> None:
    assert language(code).money_in_words(amount, "KHR").replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "1 October 2026"),
        ("km", "១ តុលា ២០២៦"),
        ("th", "๑ ตุลาคม พ.ศ. ๒๕๖๙"),
        ("id", "1 Oktober 2026"),
    ],
)
def test_a_date_is_written_in_full(code: str, written: str) -> None:
    assert language(code).date(DAY).replace("\u00a0", " ") == written


def test_a_thai_year_is_of_the_buddhist_era_unless_asked_otherwise() -> None:
    assert language("th").year(2026) == "พ.ศ.\u00a0๒๕๖๙"
    assert language("th", calendar="gregorian").year(2026) == "๒๐๒๖"


def test_an_unknown_language_writes_as_english_does() -> None:
    unknown = language("qqq")
    assert (unknown.code, unknown.name, unknown.count(1500)) == ("qqq", "qqq", "1,500")


def test_a_country_changes_how_its_language_writes() -> None:
    assert language("pt", territory="TL").count(1500000) == "1\u00a0500\u00a0000"
    assert language("pt").count(1500000) == "1.500.000"


def test_a_language_knows_its_name_fonts_and_direction() -> None:
    khmer, arabic = language("km"), language("ar")
    assert (khmer.name, khmer.fonts) == ("ខ្មែរ", ("Noto Sans Khmer", "Noto Sans"))
    assert (arabic.direction, khmer.direction) == ("rtl", "ltr")


@given(st.integers(-(10**14), 10**14))
def test_a_khmer_count_reads_back(number: int) -> None:
    assert int(language("km").count(number).replace(",", "")) == number
