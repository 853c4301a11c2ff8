"""Basis, acceptance in place, walking a tree, and finding profiles by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kerja.errors import KerjaError
from kerja.source import closest, find, locate, plain, read, read_text, shipped_names, walk

PROFILE = """\
kerja: 1
kind: country
basis: {confidence: recalled, for: [country.languages, "rails[wing]"]}
country: {code: KHM, languages: [km]}
rails:
  - {id: bakong, kind: fast}
  - {id: wing, kind: mobile}
population:
  basis: {year: 2024, source: cia}
  total: 17 million
  youth:
    basis: {year: 2019}
    share: 20%
completion: {low: 1, basis: bounds}
"""


def basis(path: str, text: str = PROFILE) -> dict[str, object]:
    root, findings = read_text(text)
    assert root is not None
    assert not findings
    node = find(root, path)
    assert node is not None
    return {key: scalar.value for key, scalar in node.basis.items()}


def test_the_nearest_basis_wins_key_by_key() -> None:
    assert basis("population.total") == {"year": 2024, "source": "cia"}
    assert basis("population.youth.share") == {"year": 2019, "source": "cia"}


def test_a_limited_basis_holds_for_the_listed_parts_and_what_is_below() -> None:
    assert basis("country.languages[0]") == {"confidence": "recalled"}
    assert basis("rails[wing].kind") == {"confidence": "recalled"}
    assert basis("country.code") == basis("rails[bakong].kind") == basis("completion.low") == {}


def test_a_basis_is_taken_out_and_a_single_word_stays() -> None:
    root, _ = read_text(PROFILE)
    assert root is not None
    assert "basis" not in root.entries
    assert plain(root.entries["completion"]) == {"low": 1, "basis": "bounds"}


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("a: {basis: {yaer: 2024}, b: 1}", "KY301", "did you mean year?"),
        ("a: {basis: {source: [x]}, b: 1}", "KY302", "basis:"),
        ("a: {basis: {source: }, b: 1}", "KY302", "basis:"),
        ("a: {basis: {year: 2024, for: {b: 1}}, b: 1}", "KY302", "for:"),
        ("a: {basis: {year: 2024, for: [c]}, b: 1}", "KY303", "name a part"),
    ],
)
def test_a_basis_that_says_nothing_is_reported(text: str, code: str, hint: str) -> None:
    (found,) = read_text(text)[1]
    assert (found.code, found.path) == (code, "a.basis")
    assert hint in found.hint


def test_a_tree_is_walked_by_dotted_paths_that_find_reads_back() -> None:
    root, _ = read_text("a: {b.c: 1, b: {c: 2}}\nl: [{id: x.y, v: 1}, {v: 2}, [3]]\n")
    assert root is not None
    assert [path for path, _ in walk(root)] == [
        "a", "a.b.c", "a.b", "a.b.c", "l", "l[x.y]", "l[x.y].id", "l[x.y].v",
        "l[1]", "l[1].v", "l[2]", "l[2][0]",
    ]  # fmt: skip
    assert plain(find(root, "l[x.y].v") or root) == 1
    assert plain(find(root, "l[2][0]") or root) == 3
    assert find(root, "") is root
    assert find(root, "l[9]") is None
    assert find(root, "a.z") is None


def test_a_finding_is_accepted_by_a_comment_with_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(
        "kerja: 1\nkind: country\n"
        "a: 1  # kerja: ignore[KL103, unknown-key] the survey is older\n"
        "# kerja: ignore[KL104] two reasons\n# more words\nb: 2\n"
        'c: "text # kerja: ignore[KL105] no comment"\n'
    )
    document, findings = read(file, folders=[])
    assert not findings
    assert [(i.line, i.codes, i.reason) for i in document.ignores] == [
        (3, ("KL103", "unknown-key"), "the survey is older"),
        (6, ("KL104",), "two reasons"),
    ]


@pytest.mark.parametrize(
    ("comment", "code"),
    [("ignore[KL103]", "KY401"), ("ignore", "KY402"), ("ignore KL103 x", "KY402"),
     ("ignore[] x", "KY402"), ("ignore[KL103", "KY402")],
)  # fmt: skip
def test_a_comment_that_accepts_nothing_is_reported(comment: str, code: str) -> None:
    (found,) = read_text(f"a: 1 # kerja: {comment}\n")[1]
    assert (found.code, found.place.column) == (code, 6)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shipped = tmp_path / "shipped"
    (shipped / "tha").mkdir(parents=True)
    (shipped / "empty").mkdir()
    (shipped / "tha" / "profile.yaml").write_text("kerja: 1\n")
    (shipped / "khm.yaml").write_text("kerja: 1\n")
    (shipped / "README.md").write_text("")
    return shipped


def test_a_profile_is_found_by_name_file_or_folder(folder: Path) -> None:
    assert shipped_names([folder]) == ("khm", "tha")
    assert locate("khm", folders=[folder]) == locate("KHM", folders=[folder])
    assert locate("tha", folders=[folder]) == folder / "tha" / "profile.yaml"
    assert locate(str(folder / "tha"), folders=[]) == folder / "tha" / "profile.yaml"
    assert locate(str(folder / "khm.yaml"), folders=[]) == folder / "khm.yaml"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [("kmh", "no profile is called", "did you mean khm?"), ("", "no profile", "known: khm, tha"),
     ("zzzzzz", "no profile is called", "known: khm, tha"), ("x/khm.yaml", "no file", "khm"),
     ("a\0b", "no profile", ""), ("x" * 5000, "no profile", "")],
)  # fmt: skip
def test_an_unknown_profile_is_one_error_with_a_suggestion(
    folder: Path, name: str, message: str, hint: str
) -> None:
    with pytest.raises(KerjaError, match=message) as problem:
        locate(name, folders=[folder])
    assert hint in problem.value.hint


def test_a_mistyped_file_and_an_empty_folder_are_named(folder: Path) -> None:
    with pytest.raises(KerjaError) as problem:
        read(folder / "kmh.yaml", folders=[])
    assert "khm.yaml" in problem.value.hint
    with pytest.raises(KerjaError, match=r"has no profile\.yaml"):
        read(folder / "empty", folders=[])


def test_a_shipped_profile_shows_no_place_of_the_machine(folder: Path) -> None:
    document, _ = read(locate("tha", folders=[folder]), folders=[folder])
    assert document.files == ("tha/profile.yaml",)


def test_a_near_word_is_suggested_and_a_far_one_is_not() -> None:
    words = ["labour_force", "population"]
    for typed in ("labour-force", "Labour_Force", "labuor_force", "labourforce"):
        assert closest(typed, words) == "labour_force"
    assert closest("zzz", words) is None
    assert closest("x" * 100_000, words) is None
