"""Ratios of Kerja's time to a tuned peer's, in the same run: `make bench`.

Of the forecast it is the other way round: how many times faster than the peer.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import yaml

from benchmarks.comparison import NUMBER, compare, load
from benchmarks.comparison import write as write_countries
from benchmarks.forecast import main as follow_people
from benchmarks.processes import peer as peer_of_processes
from benchmarks.processes import write_everything
from benchmarks.soundness import look, many_branches, proof
from benchmarks.workbook import read_book, write_book
from kerja.checks import examine
from kerja.costing import options
from kerja.outputs import Order, draft, examine_options
from kerja.profile import Profile
from kerja.profile.reading import read_profile
from kerja.resources import shipped
from kerja.source import locate
from kerja.targets import Draft
from kerja.targets.workbook import workbook_files

_RUNS = 15


def main() -> None:
    """Print each ratio."""
    folder = shipped("country_profiles")
    chain = [folder / f"{name}.yaml" for name in ("khm", "prakerja-2023", "prakerja-2020")]

    def ours() -> None:
        read_profile(chain[0], folders=(folder,))

    def peer() -> None:
        for path in chain:
            yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)

    _report("reading khm with its chain, models and places : libyaml to plain data", ours, peer)
    example = shipped("country_profiles").parent / "examples" / "cambodia"
    scenarios = [_over_five_years(example / "options" / name, folder) for name in _OPTIONS]

    def reading() -> None:
        read_profile(example / "profile.yaml", folders=(folder,))

    def costing() -> None:
        options(scenarios)

    _report(
        "costing three options over five years : reading the profile",
        costing,
        reading,
    )
    found = _draft(example, folder)
    content = workbook_files(found)["budget.xlsx"]
    book = read_book(content)
    if read_book(write_book(book)) != book:
        raise SystemExit("the peer writes another workbook than Kerja: the ratio would be unfair")
    _report(
        "the workbook of Cambodia : the same workbook with XlsxWriter alone",
        lambda: workbook_files(found),
        lambda: write_book(book),
    )
    workflow = many_branches()
    _report(
        "64-node workflow soundness : looking whether each step is reached and left",
        lambda: proof(workflow),
        lambda: look(workflow),
    )
    _report(
        "64 steps as BPMN and DMN in four dialects : writing the same trees with ElementTree",
        write_everything,
        peer_of_processes(),
    )
    _report(
        "kerja --help : python -c 'import click'",
        _command("-m", "kerja", "--help"),
        _command("-c", "import click"),
    )
    with tempfile.TemporaryDirectory() as countries:
        names = write_countries(Path(countries))
        entrants = load(names)
        _report(
            f"comparing {NUMBER} countries by everything : reading and checking them",
            lambda: compare(entrants),
            lambda: load(names),
            runs=2,
        )
    follow_people()


_OPTIONS = ("as-announced.yaml", "at-todays-pace.yaml", "equity-cards-first.yaml")


def _over_five_years(path: Path, folder: Path) -> Profile:
    """Read an option, whole enough that every line of cost is computed, over five years."""
    profile, _, _ = read_profile(path, folders=(folder,))
    whole = Profile.model_validate(
        {
            "costs": {
                "training_place": "KHR 1 million", "account_opening": "KHR 2_000",
                "administration": {
                    "fixed_year": "KHR 2 billion", "step_people": 5_000,
                    "step_cost": "KHR 60 million", "per_applicant": "KHR 4_000",
                    "per_recipient": "KHR 8_000",
                },
            },
            "scenario": {"title": "Five years", "years": 5},
        }
    )  # fmt: skip
    return profile.model_copy(update={"costs": whole.costs, "scenario": whole.scenario})


def _draft(example: Path, folder: Path) -> Draft:
    examination = examine(str(example), folders=(folder,))
    scenarios = examine_options(
        examination, path=locate(str(example), folders=(folder,)), folders=(folder,)
    )
    order = Order(languages=("en",), documents=())
    return draft(examination, scenarios, order, folders=(folder,))


def _command(*arguments: str) -> Callable[[], None]:
    def run() -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    return run


def _report(
    name: str, ours: Callable[[], object], peer: Callable[[], object], *, runs: int = _RUNS
) -> None:
    """Print the median of the ratios of runs that follow one another, its quarters, both times.

    A pair runs under the same load; times of different pairs may not.
    """
    pairs = [(_seconds(ours), _seconds(peer)) for _ in range(runs)]
    low, middle, high = quantiles((mine / theirs for mine, theirs in pairs), n=4)
    mine, theirs = (median(column) * 1000 for column in zip(*pairs, strict=True))
    print(f"{middle:6.2f}  {name}  ({low:.2f} to {high:.2f}; {mine:.1f} ms : {theirs:.1f} ms)")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
