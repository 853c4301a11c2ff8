"""kerja forecast prints bands beside the base world, solves, and takes any scheduler."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.forecast.cases import desk

from kerja.cli import main
from kerja.cli.forecast_progress import progress
from kerja.cli.forecast_solution import solution_text
from kerja.forecast import Solution


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["forecast", *arguments])
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    target = tmp_path_factory.mktemp("forecast") / "khm.txt"
    assert run("khm", "--runs", "4", "-o", str(target)) == 0
    return target.read_text(encoding="utf-8")


def test_the_page_fits_a_terminal_and_has_every_part(page: str) -> None:
    parts = (
        "Bands: 4 worlds", "What breaks first", "People ", "Cash, KHR million", "By fiscal year",
        "By kind", "By month", "Drivers", "Waits", "Not known", "Uncertain", "Assumed",
    )  # fmt: skip
    for part in parts:
        assert part in page
    assert max(len(line) for line in page.splitlines()) <= 80


def test_the_page_sets_p5_p50_and_p95_beside_the_base_world_and_luck_apart(page: str) -> None:
    heads = [line.split() for line in page.splitlines() if "P50" in line]
    assert ["People", "P5", "P50", "P95", "base", "luck"] in heads
    paid = next(line.split() for line in page.splitlines() if line.startswith("  paid "))
    low, middle, high = (int(number.replace(",", "")) for number in paid[1:4])
    assert low < middle < high
    assert paid[-1].endswith("%")


def test_the_page_says_why_nobody_can_tell_whether_the_budget_holds(page: str) -> None:
    assert "the budget holds: not known" in page
    assert "budget.total" in page


def test_no_assumption_stands_without_its_ends_and_its_source(page: str) -> None:
    text = " ".join(page.split())
    assert "assumptions.completion: 75.9%, of 51.8% to 100.0%; The Star" in text
    assert "assumptions.accepted: 50.0%, of 0.0% to 100.0%; nobody says anything" in text


def test_json_holds_the_forecast_with_the_seed_and_worlds_that_were_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("khm", "--runs", "3", "--seed", "9", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["seed"], found["bands"]["seed"], found["bands"]["worlds"]) == (9, 9, 3)
    assert found["funnel"][0]["stage"] == "applied"


def test_several_processes_print_the_same(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("khm", "--runs", "4", "--scheduler", "processes:2") == 0
    shown = capsys.readouterr()
    assert shown.out == page
    assert shown.err == ""


def test_solving_prints_the_answer_and_the_two_runs_that_prove_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("khm", "--solve", "budget", "--runs", "2", "--confidence", "0.5") == 0
    text = capsys.readouterr().out
    answer, beyond = (
        next(line for line in text.splitlines() if line.startswith(f"  {name}"))
        for name in ("answer", "just beyond")
    )
    assert answer.endswith("safe in 50.0% of 2 worlds")
    assert beyond.endswith("safe in 0.0% of 2 worlds")
    assert "assumptions.completion" in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_what_cannot_be_solved_says_what_to_fill_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("khm", "--solve", "quota", "--runs", "1") == 1
    assert "budget.total" in capsys.readouterr().err


def test_where_there_is_no_answer_the_page_says_why() -> None:
    none = Solution(
        "quota", 0.9, "the budget holds", None, None, None, None, 1.0, 250.0, 64, 1,
        "still safe at 9,000: it is not what limits people",
    )  # fmt: skip
    text = " ".join(solution_text(none, desk(), (), title="Somewhere").split())
    assert "at least 90.0% of 64 worlds" in text
    assert "There is none: still safe at 9,000" in text
    assert "now 250" in text


@pytest.mark.parametrize(
    "arguments",
    [
        ("--runs", "0"),
        ("--confidence", "0.9"),
        ("--solve", "luck"),
        ("--solve", "budget", "--confidence", "0"),
        ("--solve", "budget", "--confidence", "95"),
        ("--seed", "-1"),
    ],
)
def test_arguments_without_meaning_are_a_malformed_command(arguments: tuple[str, ...]) -> None:
    assert run("khm", *arguments) == 2


def test_an_address_that_is_none_is_told_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("khm", "--scheduler", "tcp://127.0.0.1") == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("error: no scheduler answers")
    assert "Traceback" not in shown.err


@pytest.mark.parametrize("scheduler", [(), ("--scheduler", "processes:2")])
@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_an_interruption_leaves_130_and_no_file(scheduler: tuple[str, ...], tmp_path: Path) -> None:
    target = tmp_path / "forecast.json"
    command = [
        sys.executable, "-c", _TELLING, "khm", "--runs", "1", *scheduler, "-o", str(target),
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"working\n"
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        assert process.wait() == 130
    assert b"Traceback" not in said
    assert list(tmp_path.iterdir()) == []


# In the middle of the work, for as long as it takes to interrupt it.
_TELLING = """
import sys
import time
import kerja.cli.forecast_command as command
from contextlib import contextmanager

def tell(done, of):
    print("working", flush=True)
    time.sleep(60)

@contextmanager
def progress(what):
    yield tell

command.progress = progress
if __name__ == "__main__":
    from kerja.cli import main
    main(["forecast", *sys.argv[1:]])
"""


def test_progress_is_shown_on_a_terminal_only_and_cleared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress("counting") as tell:
        tell(1, 2)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress("counting") as tell:
        tell(1, 2)
    shown = capsys.readouterr()
    assert "counting [##########..........] 1 of 2" in shown.err
    assert shown.err.endswith("\r")
    assert shown.err.rpartition("2")[2].strip() == ""
    assert shown.out == ""
