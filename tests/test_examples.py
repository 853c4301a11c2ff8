"""The examples are tutorial, fixture and demonstration: their text outputs are committed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT, Golden

from kerja.cli import main

EXAMPLES = ("cambodia", "thailand")
TEXTS = ("data/*.json", "data/*.csv", "workflow/*.mmd", "workflow/*.json")


def run(*arguments: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert left.value.code == 0


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_committed_output_is_what_a_build_writes(
    name: str, golden: Golden, tmp_path: Path
) -> None:
    built = tmp_path / name
    run("build", str(ROOT / "examples" / name), "-o", str(built))
    expected = ROOT / "examples" / name / "output"
    written = sorted(path for pattern in TEXTS for path in built.glob(pattern))
    for path in written:
        golden(path.read_text(encoding="utf-8"), expected / path.relative_to(built))
    committed = {p.relative_to(expected) for p in expected.rglob("*.*") if p.name != "check.txt"}
    assert committed == {path.relative_to(built) for path in written}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_committed_findings_are_what_check_prints(
    name: str,
    golden: Golden,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    run("check", f"examples/{name}", "-v")
    golden(capsys.readouterr().out, ROOT / "examples" / name / "output" / "check.txt")
