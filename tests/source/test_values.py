"""What a single value means, and which characters are retyped."""

from __future__ import annotations

import pytest

from kerja.source import Mapping, Scalar, plain, read_text


def value(text: str) -> object:
    root, _ = read_text(f"a: {text}\n")
    assert isinstance(root, Mapping)
    return plain(root.entries["a"])


def codes(text: str | bytes) -> list[str]:
    return [found.code for found in read_text(text)[1]]


@pytest.mark.parametrize(
    "text", ["NO", "no", "yes", "on", "012", "12:30", "2023-01-23", "1_000_000", "8.5%", "0x1F"]
)
def test_what_other_tools_would_turn_into_something_else_stays_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12", 12), ("-3", -3), ("0.5", 0.5), ("1e3", 1000.0), (".5", 0.5), ("true", True),
     ("null", None), ("~", None), ("", None), ("'12'", "12"), ("TRUE", True)],
)  # fmt: skip
def test_numbers_and_truth_values_are_those_of_yaml_1_2(text: str, expected: object) -> None:
    assert value(text) == expected
    assert type(value(text)) is type(expected)


def test_keys_are_always_text() -> None:
    root, findings = read_text("NO: 1\n2024: 2\n012: 3\nnull: 4\ntrue: 5\n")
    assert root is not None
    assert list(root.entries) == ["NO", "2024", "012", "null", "true"]
    assert not findings


@pytest.mark.parametrize("text", ["code: NO", "paid: yes", "languages: [no, nb]", "start: 01-01"])
def test_ordinary_text_gives_no_note(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("012", "KY104"), ("0x1F", "KY105"), (".nan", "KY109"), ("-.inf", "KY109"),
     ("1e999", "KY109"), ("9" * 31, "KY108"), ("1" * 5000, "KY108")],
)  # fmt: skip
def test_a_number_that_cannot_be_used_is_reported_and_stays_text(text: str, code: str) -> None:
    assert codes(f"a: {text}") == [code]
    assert value(text) == text


@pytest.mark.parametrize(
    ("written", "typed"),
    [("−5", -5), ("15–24", "15-24"), ("៥០", 50), ("٥٠", 50), ("５０％", "50%"),
     ("147.7\u00a0million", "147.7 million"), ("“a word”", "a word"), ("\u00a012", 12)],
)  # fmt: skip
def test_what_word_and_excel_paste_is_read_as_typed_and_reported(
    written: str, typed: object
) -> None:
    assert value(written) == typed
    (found,) = read_text(f"a: {written}")[1]
    assert found.code == "KY102"
    assert str(typed) in found.hint


@pytest.mark.parametrize(
    "text", ["Cambodia’s way – and “ours”", "ភាសា\u200bខ្មែរ", "Thaïlande\u00a0!"]
)
def test_good_typography_in_prose_is_left_alone(text: str) -> None:
    assert value(text) == text
    assert codes(f"a: {text}") == []


def test_an_invisible_character_is_an_error_and_taken_out() -> None:
    root, findings = read_text("va\u200blue: 1\nc: 5\u200b0\nb: ab\u202ecd\n")
    assert root is not None
    assert plain(root) == {"value": 1, "c": 50, "b": "abcd"}
    assert [(f.code, f.place.line) for f in findings] == [("KY101", line) for line in (1, 2, 3)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("89,878", "89_878"), ("1,234,567", "1_234_567"), ("IDR 3,500,000", "IDR 3_500_000"),
     ("8,5%", "8.5%"), ("1.234,56", "1_234.56"), ("1,000,000", "1_000_000")],
)  # fmt: skip
def test_a_comma_that_ended_a_number_is_named_with_the_number_that_was_meant(
    written: str, meant: str
) -> None:
    root, findings = read_text(f"a: {{value: {written}, year: 2022}}")
    assert root is not None
    assert plain(root) == {"a": {"value": meant, "year": 2022}}
    (found,) = findings
    assert (found.code, found.place.column) == ("KY107", 12)
    assert f"write {meant}" in found.message


def test_a_comma_that_ended_a_text_asks_for_quotes() -> None:
    (found,) = read_text("a: {what: garment, footwear, year: 2022}")[1]
    assert found.code == "KY110"
    assert 'what: "garment, footwear"' in found.hint


def test_a_year_as_key_with_a_value_is_no_misplaced_comma() -> None:
    assert codes("by_year: {2022: 5, 2023: 6}") == []


def test_every_line_end_gives_the_same_places() -> None:
    lines = ["a: 1", "b:", "  c: 2", "a: 3", ""]
    found = [read_text(end.join(lines).encode())[1] for end in ("\n", "\r\n", "\r")]
    assert found[0] == found[1] == found[2]
    assert [(f.code, f.place.line) for f in found[0]] == [("KY114", 4)]


def test_a_value_knows_its_place_and_that_of_its_key() -> None:
    root, _ = read_text("a: 1\nb: {c: two words}\n", file="x.yaml")
    assert root is not None
    section = root.entries["b"]
    assert isinstance(section, Mapping)
    node = section.entries["c"]
    assert isinstance(node, Scalar)
    assert (node.place.line, node.place.column, node.place.end_column) == (2, 8, 17)
    assert node.key is not None
    assert str(node.key) == "x.yaml:2:5"
