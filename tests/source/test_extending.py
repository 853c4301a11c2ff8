"""One profile that extends another: how they are laid over each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from kerja.errors import KerjaError
from kerja.findings import Finding
from kerja.source import Document, Mapping, Scalar, find, plain, read

MODEL = "kerja: 1\nkind: model\n"
COUNTRY = "kerja: 1\nkind: country\n"
CHILD = COUNTRY + "extends: base\n"


def merged(folder: Path, base: str, child: str) -> tuple[object, tuple[Finding, ...], Document]:
    (folder / "base.yaml").write_text(MODEL + base, encoding="utf-8")
    (folder / "child.yaml").write_text(CHILD + child, encoding="utf-8")
    document, findings = read(folder / "child.yaml", folders=[])
    root = plain(document.root)
    assert isinstance(root, dict)
    return (
        {k: v for k, v in root.items() if k not in ("kerja", "kind", "extends")},
        findings,
        document,
    )


@pytest.mark.parametrize(
    ("base", "child", "expected"),
    [
        ("a: {x: 1, y: 2}", "a: {y: 3, z: 4}", {"a": {"x": 1, "y": 3, "z": 4}}),
        ("a: [1, 2]", "a: [3]", {"a": [3]}),
        ("a: [{id: p, v: 1}]", "a: []", {"a": []}),
        ("a: {x: 1, y: 2}", "a: {x: null}", {"a": {"y": 2}}),
        ("a: {x: 1}", "a: ~", {}),
        ("a: {x: 1}", "a: unknown", {"a": "unknown"}),
        ("a: unknown", "a: {x: 1}", {"a": {"x": 1}}),
        ("a: {value: 1, year: 2020}", "a: {value: 2}", {"a": {"value": 2}}),
        ("a: {value: 1, year: 2020}", "a: 2", {"a": 2}),
        ("a: 1", "a: {value: 2, year: 2021}", {"a": {"value": 2, "year": 2021}}),
        ("a: {low: 1, high: 2, note: n}", "a: {mode: 3}", {"a": {"mode": 3}}),
        ("a: {value: 1}", "a: {people: 2}", {"a": {"people": 2}}),
        (
            "a: [{id: p, x: 1, y: 2}, {id: q, x: 2}]",
            "a: [{id: r, x: 3}, {id: p, x: 9}, {id: q, remove: true}]",
            {"a": [{"id": "p", "x": 9, "y": 2}, {"id": "r", "x": 3}]},
        ),
        (
            "a: {use: m, measurements: [{id: m, value: 1}, {id: n, value: 2}]}",
            "a: {use: n}",
            {"a": {"use": "n", "measurements": [{"id": "m", "value": 1}, {"id": "n", "value": 2}]}},
        ),
        (
            "a: {use: m, measurements: [{id: m, value: 1}]}",
            "a: {use: n, measurements: [{id: n, value: 2}]}",
            {"a": {"use": "n", "measurements": [{"id": "n", "value": 2}]}},
        ),
        (  # a section of sets of figures is no figure
            "a: {b: 1, use: m, measurements: [{id: m, x: 1}]}",
            "a: {use: n, measurements: [{id: n, x: 2}]}",
            {"a": {"b": 1, "use": "n", "measurements": [{"id": "m", "x": 1}, {"id": "n", "x": 2}]}},
        ),
    ],
)
def test_a_child_is_laid_over_its_parent(
    tmp_path: Path, base: str, child: str, expected: object
) -> None:
    result, findings, _ = merged(tmp_path, base, child)
    assert result == expected
    assert not findings


@pytest.mark.parametrize(
    ("base", "child", "code", "expected"),
    [
        (
            "a: {value: 1, year: 2020}",
            "a: {year: 2024}",
            "KX709",
            {"a": {"value": 1, "year": 2020}},
        ),
        ("a: 147.7 million", "a: {source: x, note: y}", "KX709", {"a": "147.7 million"}),
        (
            "a: [{id: p, value: 1}]",
            "a: [{id: p, year: 2024}]",
            "KX709",
            {"a": [{"id": "p", "value": 1}]},
        ),
        ("a: 1", "a:", "KX708", {"a": 1}),
        ("a: 1", "b:", "KX708", {"a": 1}),
        ("a: 1", "b: {value: , year: 2024}", "KX708", None),
        ("a: 1", "b: null", "KX701", {"a": 1}),
        ("a: 1", "b: {c: null}", "KX701", {"a": 1, "b": {}}),
        ("a: [{id: p}]", "a: [{id: q, remove: true}]", "KX701", {"a": [{"id": "p"}]}),
        ("b: 1", "a: [{id: q, remove: true}]", "KX701", {"b": 1, "a": []}),
        ("a: [{id: p}]", "a: [{id: p, remove: yes}]", "KX712", {"a": [{"id": "p"}]}),
        ("a: [{id: p}]", "a: [{id: p}, {x: 1}]", "KX711", {"a": [{"id": "p"}, {"x": 1}]}),
    ],
)
def test_what_a_child_cannot_say_is_reported_in_its_own_file(
    tmp_path: Path, base: str, child: str, code: str, expected: object
) -> None:
    result, (found,), document = merged(tmp_path, base, child)
    assert (found.code, found.place.file) == (code, document.files[0])
    assert found.path
    assert expected in (None, result)


def test_a_section_of_metadata_alone_may_replace_what_is_no_figure(tmp_path: Path) -> None:
    result, findings, _ = merged(tmp_path, "a: unknown", "a: {date: 2023-01-23, source: x}")
    assert result == {"a": {"date": "2023-01-23", "source": "x"}}
    assert not findings


def test_every_value_keeps_its_own_place_and_basis(tmp_path: Path) -> None:
    _, _, document = merged(
        tmp_path,
        "a:\n  basis: {year: 2020}\n  x: 1\n  y: 2\n",
        "a:\n  basis: {year: 2024}\n  y: 3\n",
    )
    inherited, own = find(document.root, "a.x"), find(document.root, "a.y")
    assert isinstance(inherited, Scalar)
    assert isinstance(own, Scalar)
    assert inherited.place.file.endswith("base.yaml")
    assert own.place.file.endswith("child.yaml")
    assert (inherited.basis["year"].value, own.basis["year"].value) == (2020, 2024)


def test_the_head_is_not_inherited(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(MODEL + "as_of: 2024-01-01\n")
    (tmp_path / "child.yaml").write_text("kind: scenario\nextends: base\n")
    document, findings = read(tmp_path / "child.yaml", folders=[])
    assert [f.code for f in findings] == ["KY201"]
    assert plain(document.root) == {
        "as_of": "2024-01-01", "kind": "scenario", "extends": "base",
    }  # fmt: skip
    assert list(document.kinds.values()) == ["scenario", "model"]


def test_a_document_tells_which_files_it_was_read_from(tmp_path: Path) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "base.yaml").write_text(MODEL + "a: 1\nb: 2\na: 3\n")
    (tmp_path / "child.yaml").write_text(CHILD)
    document, (found,) = read(tmp_path / "child.yaml", folders=[shipped])
    assert document.files == (str(tmp_path / "child.yaml"), "base.yaml")
    assert document.paths == (tmp_path / "child.yaml", shipped / "base.yaml")
    assert found.place.file == "base.yaml"
    assert document.texts["base.yaml"].startswith("kerja: 1")


def test_ones_own_profile_can_extend_the_shipped_one_of_the_same_name(tmp_path: Path) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "khm.yaml").write_text(COUNTRY + "a: 1\n")
    (tmp_path / "khm.yaml").write_text(COUNTRY + "extends: khm\n")
    document, findings = read(tmp_path / "khm.yaml", folders=[shipped])
    assert not findings
    assert len(set(document.files)) == 2
    assert find(document.root, "a") is not None


def test_a_chain_is_merged_from_the_farthest_to_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(MODEL + "x: 1\ny: 1\nz: 1\n")
    (tmp_path / "b.yaml").write_text(COUNTRY + "extends: a\ny: 2\nz: 2\n")
    (tmp_path / "c.yaml").write_text("kerja: 1\nkind: scenario\nextends: b\nz: 3\n")
    document, _ = read(tmp_path / "c.yaml", folders=[])
    assert [plain(document.root.entries[key]) for key in "xyz"] == [1, 2, 3]


def test_a_scenario_in_options_may_extend_the_profile_above(tmp_path: Path) -> None:
    (tmp_path / "options").mkdir()
    (tmp_path / "profile.yaml").write_text(COUNTRY + "a: 1\n")
    scenario = tmp_path / "options" / "s.yaml"
    scenario.write_text("kerja: 1\nkind: scenario\nextends: ../profile.yaml\n")
    document, findings = read(scenario, folders=[])
    assert not findings
    assert document.files == (str(scenario), str(tmp_path / "profile.yaml"))


@pytest.mark.parametrize(
    ("name", "code"),
    [("../outside.yaml", "KX704"), ("/etc/passwd", "KX704"), ("~/x.yaml", "KX704"),
     ("link.yaml", "KX704"), ("C:\\x.yaml", "KX704"), ("..\\outside.yaml", "KX704"),
     ("nothing", "KX703"), ("child", "KX705"), ("child.yaml", "KX705"), ("b", "KX705"),
     ("[a, b]", "KX707"), ("null", "KX707"), ("x" * 5000, "KX703")],
)  # fmt: skip
def test_a_parent_that_cannot_be_had_is_one_clear_error(
    tmp_path: Path, name: str, code: str
) -> None:
    (tmp_path / "outside.yaml").write_text(MODEL)
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    (folder / "b.yaml").write_text("kerja: 1\nkind: country\nextends: child\n")
    (folder / "child.yaml").write_text(f"{COUNTRY}extends: {name}\n")
    _, (found,) = read(folder / "child.yaml", folders=[])
    assert (found.code, found.place.line) == (code, 3)


def test_a_chain_has_an_end(tmp_path: Path) -> None:
    for at in range(40):
        (tmp_path / f"p{at}.yaml").write_text(f"{COUNTRY}extends: p{at + 1}\n")
    document, (found,) = read(tmp_path / "p0.yaml", folders=[])
    assert found.code == "KX706"
    assert len(document.files) == 17


def test_a_parent_is_checked_like_the_profile_itself(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_bytes(b"x" * 2_000_001)
    (tmp_path / "child.yaml").write_text(CHILD + "a: null\n")
    _, findings = read(tmp_path / "child.yaml", folders=[])
    assert [(f.code, Path(f.place.file).name) for f in findings] == [("KY001", "base.yaml")]


def test_a_model_cannot_extend_a_country(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(COUNTRY)
    (tmp_path / "child.yaml").write_text(MODEL + "extends: base\n")
    _, (found,) = read(tmp_path / "child.yaml", folders=[])
    assert found.code == "KX710"


def test_a_mistyped_parent_gets_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "prakerja-2023.yaml").write_text(MODEL)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "c.yaml").write_text(COUNTRY + "extends: prakerja-2032\n")
    _, (found,) = read(tmp_path / "mine" / "c.yaml", folders=[tmp_path])
    assert (found.code, found.hint) == ("KX703", "did you mean prakerja-2023?")


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("kind: country", ["KY201"]),
        ("kerja: one\nkind: country", ["KY202"]),
        ("kerja: 0\nkind: country", ["KY202"]),
        ("kerja: true\nkind: country", ["KY202"]),
        ("kerja: 2\nkind: country", ["KY203"]),
        ("kerja: 1", ["KY204"]),
        ("kerja: 1\nkind: contry", ["KY205"]),
        ("kerja: 1\nkind: [country]", ["KY205"]),
        ("kerja:1\nkind: country", ["KY010", "KY011"]),
    ],
)
def test_the_head_says_version_and_kind(tmp_path: Path, head: str, codes: list[str]) -> None:
    (tmp_path / "p.yaml").write_text(head + "\na: 1\n")
    _, findings = read(tmp_path / "p.yaml", folders=[])
    assert [f.code for f in findings] == codes


def test_an_older_version_is_migrated_in_memory_and_keeps_its_places(tmp_path: Path) -> None:
    def renamed(root: Mapping) -> Mapping:
        entries = {"new" if key == "old" else key: node for key, node in root.entries.items()}
        return Mapping(root.place, entries)

    (tmp_path / "p.yaml").write_text("kerja: 0\nkind: country\nold: 5\n")
    document, findings = read(tmp_path / "p.yaml", folders=[], migrations={0: renamed})
    assert not findings
    node = find(document.root, "new")
    assert isinstance(node, Scalar)
    assert (node.value, node.place.line) == (5, 3)


@pytest.mark.parametrize(
    "given", [b"", b"# nothing yet\n", b"---\n", b"PK\x03\x04\x00", b"\x00\x01"]
)
def test_a_file_without_a_profile_is_one_error(tmp_path: Path, given: bytes) -> None:
    (tmp_path / "p.yaml").write_bytes(given)
    with pytest.raises(KerjaError, match="is no profile"):
        read(tmp_path / "p.yaml", folders=[])
