"""Whatever the text: no crash, no endless run, and places that exist."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kerja.errors import KerjaError
from kerja.source import find, plain, read, read_text, walk

TEXT = (Path(__file__).parent / "cambodia.yaml").read_text(encoding="utf-8")
TOKENS = st.sampled_from(
    [":", ": ", "- ", "\t", "&a ", "*a", "<<: *a", "!!int ", '"', "'", "{", "}", "[", "]", "|\n",
     ">\n", "#", "%", "@", "\ufeff", "\u2028", "\x85", "~", "NO", "012", ".nan", "---\n", "...\n",
     "? ", "\r", "\x00", "９", "\u202e", "\ud800", ",", "\n", "basis: {for: [a]}\n", "id: ",
     "remove: true", "null", "kerja: 2\n", "# kerja: ignore[", '"\\0"', "%YAML 1.9\n"]
)  # fmt: skip
EDITS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, 12), TOKENS), min_size=1, max_size=6
)
UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=100)


def edited(edits: list[tuple[int, int, str]]) -> str:
    text = TEXT
    for at, length, token in edits:
        text = text[:at] + token + text[at + length :]
    return text


def lines(text: str) -> int:
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 2


@UNHURRIED
@given(EDITS)
def test_an_edited_profile_gives_findings_at_places_that_exist(
    edits: list[tuple[int, int, str]],
) -> None:
    text = edited(edits)
    root, findings = read_text(text)
    for found in findings:
        assert 1 <= found.place.line <= lines(text)
        assert found.place.column >= 1
    if root is not None:
        plain(root)
        assert all(find(root, path) is not None for path, _ in walk(root))


@UNHURRIED
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_are_read_or_refused(given_bytes: bytes) -> None:
    read_text(given_bytes)


@UNHURRIED
@given(EDITS, EDITS)
def test_an_edited_chain_is_read_or_refused(
    child: list[tuple[int, int, str]], parent: list[tuple[int, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        above = edited(parent).replace("extends: prakerja-2023", "")
        below = edited(child).replace("prakerja-2023", "above")
        (folder / "above.yaml").write_bytes(above.encode("utf-8", "replace"))
        (folder / "below.yaml").write_bytes(below.encode("utf-8", "replace"))
        try:
            document, _ = read(folder / "below.yaml", folders=[])
        except KerjaError:
            return
        files = set(document.files)
        assert {node.place.file for _, node in walk(document.root)} <= files


def test_reading_the_same_text_twice_gives_the_same() -> None:
    assert read_text(TEXT) == read_text(TEXT)


def test_the_sample_is_clean() -> None:
    root, findings = read_text(TEXT)
    assert root is not None
    assert not findings
