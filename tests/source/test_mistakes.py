"""Texts that people write by mistake: the place and the advice they get."""

from __future__ import annotations

import pytest

from kerja.source import LOADER_FINDINGS, plain, read_text

MISTAKES = [
    ("no space after the colon", "a: 1\ntotal:5\nb: 2", "KY010", 2, 1, "total: 5"),
    ("no colon", "a: 1\ntotal 5\nb: 2", "KY010", 2, 1, "total: 5"),
    ("an equals sign", "a: 1\ntotal = 5\nb: 2", "KY010", 2, 1, "total: 5"),
    ("no colon on the first child", "a:\n  total 5\n  b: 2", "KY010", 2, 3, "total: 5"),
    ("a second colon", "a: 1\nnote: he said: yes", "KY010", 2, 14, 'note: "he said: yes"'),
    ("an open quote", 'a: 1\nname: "Cambodia\nb: 2', "KY010", 2, 7, "end the text"),
    ("an open quote, another later", 'n: "Cam\nb: 2\nc: "x"', "KY010", 1, 4, "end the text"),
    ("an open brace", "a: {v: 5, y: 2020\nb: 3", "KY010", 1, 4, "}"),
    ("an open bracket", "a:\n  b: [x, y\n  c: 3", "KY010", 2, 6, "]"),
    ("an open brace at the end", "b: 1\na: {x: 1,\n  y: 2", "KY010", 2, 4, "}"),
    ("one brace too many", "a: {b: 1}}\nc: 2", "KY010", 1, 10, "delete it"),
    ("no comma in braces", "a: {x: 1 y: 2}\nb: 3", "KY010", 1, 11, "commas"),
    ("deeper than the line above", "a:\n  b: 1\n   c: 2", "KY010", 3, 4, "same indentation"),
    ("fits no level above", "a:\n    b: 1\n  c: 2", "KY010", 3, 3, "exactly"),
    ("a tab", "a:\n\tb: 1\n\tc: 2", "KY012", 2, 1, "spaces"),
    ("an at sign", "a: @x\nb: 1", "KY010", 1, 4, "quotes"),
    ("a percent sign first", "a: %5\nb: 1", "KY010", 1, 4, "quotes"),
    ("no space after the dash", "a:\n  - x\n  -y\nb: 1", "KY010", 3, 3, "after the dash"),
    ("an apostrophe", "a: 'Côte d'Ivoire'\nc: 2", "KY010", 1, 12, "twice"),
    ("text after a quote", 'a: "x" and y\nc: 2', "KY010", 1, 8, "whole text in quotes"),
    ("a backslash", 'a: "C:\\qq"\nb: 1', "KY010", 1, 7, "'…'"),
    ("text on the line of a bar", "a: | text\nb: 1", "KY010", 1, 6, "next line"),
    ("a special space", "a:\u00a05\nb: 2", "KY010", 1, 1, "special space"),
    ("special spaces as indentation", "a:\n\u00a0b: 5\n  c: 2", "KY010", 2, 1, "ordinary"),
    ("an item among keys", "a:\n  b: 1\n  - c\nd: 2", "KY010", 3, 3, "indent the item"),
    ("a star", "a: *important\nb: 1", "KY112", 1, 4, "quote"),
    ("a reference within", "x: &x {k: *x}", "KY119", 1, 11, "write the value out"),
    ("a tag", "a: !!int 5", "KY117", 1, 4, "remove it"),
    ("a merge key", "x: &x {k: 1}\ny:\n  <<: *x", "KY116", 3, 3, "extends"),
    ("a second document", "a: 1\n---\nb: 2", "KY118", 2, 1, "own"),
    ("a list as key", "? [x]\n: 1\nc: 1", "KY115", 1, 3, "key: value"),
    ("the same key twice", "a: 1\nb: 2\na: 3", "KY114", 3, 1, "line 1"),
    ("the same id twice", "a: [{id: x}, {id: x}]", "KY120", 1, 14, "id of its own"),
    ("a list as profile", "- a", "KY009", 1, 1, "kerja: 1"),
    ("nothing but a comment", "# to do", "KY008", 1, 1, "start"),
    ("a control character", "a: x\x07y", "KY007", 1, 5, "delete"),
    ("a line separator", "a: x\u2028y", "KY006", 1, 5, "Enter"),
]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "advice"),
    [mistake[1:] for mistake in MISTAKES],
    ids=[mistake[0] for mistake in MISTAKES],
)
def test_a_mistake_is_named_where_it_was_made_with_what_would_be_right(
    text: str, code: str, line: int, column: int, advice: str
) -> None:
    found = read_text(text)[1][0]
    assert (found.code, found.place.line, found.place.column) == (code, line, column)
    assert advice in found.hint


def test_a_duplicate_key_names_both_places() -> None:
    (found,) = read_text("a: 1\nb: 2\na: 3")[1]
    (first,) = found.related
    assert (first.place.line, found.place.line) == (1, 3)


def test_several_syntax_errors_are_found_in_one_run_and_the_rest_is_read() -> None:
    text = "a: 1\ntotal:5\nb: 2\nnote: he said: yes\nc:\n  d: @x\n  e: 3\nb: 4\n"
    root, findings = read_text(text)
    assert root is not None
    assert plain(root) == {"a": 1, "b": 2, "c": {"e": 3}}
    assert [(f.code, f.place.line) for f in findings] == [
        ("KY010", 2), ("KY010", 4), ("KY010", 6), ("KY011", 1), ("KY114", 8),
    ]  # fmt: skip


def test_what_hangs_on_a_broken_line_is_left_out_with_it() -> None:
    root, findings = read_text("a: 1\nbudget\n  lines: 3\n  total: 4\nd: 3\n")
    assert root is not None
    assert plain(root) == {"a": 1, "d": 3}
    assert [f.code for f in findings] == ["KY010", "KY011"]


def test_after_five_unreadable_places_reading_stops_and_says_so() -> None:
    root, findings = read_text("\n".join(f"k{at}: a: b" for at in range(9)))
    assert root is None
    assert [f.code for f in findings] == ["KY010"] * 6 + ["KY011"]
    assert "stopped" in findings[-1].message


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("a: 1".encode("utf-16"), "KY003"),
        ("a: some text".encode("utf-16-le"), "KY003"),
        (b"PK\x03\x04rest", "KY005"),
        (b"%PDF-1.7", "KY005"),
        (b"\x00\x01\x02\x03\x04", "KY005"),
        (b"a: " + b"x" * 2_000_000, "KY001"),
    ],
)
def test_what_is_no_text_is_refused(given: bytes, code: str) -> None:
    root, (found,) = read_text(given)
    assert (root, found.code) == (None, code)


def test_a_byte_order_mark_is_only_noted() -> None:
    root, (found,) = read_text("a: 1".encode("utf-8-sig"))
    assert root is not None
    assert (found.code, found.severity) == ("KY002", "info")


def test_another_encoding_is_reported_with_the_letter_that_was_meant() -> None:
    root, (found,) = read_text(b"a: 1\nname: C\xf4te\n")
    assert root is not None
    assert (found.code, found.place.line, found.place.column) == ("KY004", 2, 8)
    assert "ô" in found.hint


def test_depth_counts_what_references_expand_to() -> None:
    assert [f.code for f in read_text("a: " + "[" * 64)[1]] == ["KY111"]
    assert [f.code for f in read_text("[\n" * 100_000)[1]] == ["KY111"]
    levels = [f"l{at}: &l{at} {'[' * 20}*l{at - 1}{']' * 20}" for at in range(1, 5)]
    text = "l0: &l0 x\n" + "\n".join(levels)
    assert "KY111" in [f.code for f in read_text(text)[1]]


def test_brackets_without_end_are_refused_at_once() -> None:
    root, findings = read_text("[" * 100_000)
    assert root is None
    assert findings[0].code in ("KY010", "KY111")  # libyaml has a limit of its own


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    levels = [f"l{at}: &l{at} [{', '.join([f'*l{at - 1}'] * 9)}]" for at in range(1, 30)]
    root, findings = read_text("l0: &l0 [x, x]\n" + "\n".join(levels))
    assert root is None
    assert [f.code for f in findings] == ["KY113"]


def test_a_reference_gives_a_value_of_its_own() -> None:
    root, findings = read_text("a: &a {k: 1}\nb: *a\n")
    assert root is not None
    assert not findings
    assert plain(root) == {"a": {"k": 1}, "b": {"k": 1}}
    assert root.entries["a"] is not root.entries["b"]
    assert root.entries["b"].key is not None
    assert root.entries["b"].key.line == 2


def test_codes_and_names_are_unique_and_every_kind_explains_itself() -> None:
    kinds = LOADER_FINDINGS.values()
    assert len({kind.name for kind in kinds}) == len(LOADER_FINDINGS)
    for code, kind in LOADER_FINDINGS.items():
        assert code == kind.code
        assert kind.why.endswith(".")
        assert kind.right
