"""Ratios of Kerja's time to a tuned peer's, in the same run: `make bench`."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

import yaml

from kerja.profile.reading import read_profile
from kerja.resources import shipped

_RUNS = 15


def main() -> None:
    """Print each ratio with both medians."""
    folder = shipped("country_profiles")
    chain = [folder / f"{name}.yaml" for name in ("khm", "prakerja-2023", "prakerja-2020")]

    def ours() -> None:
        read_profile(chain[0], folders=(folder,))

    def peer() -> None:
        for path in chain:
            yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)

    _report("reading khm with its chain, models and places : libyaml to plain data", ours, peer)
    _report(
        "kerja --help : python -c 'import click'",
        _command("-m", "kerja", "--help"),
        _command("-c", "import click"),
    )


def _command(*arguments: str) -> Callable[[], None]:
    def run() -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    return run


def _report(name: str, ours: Callable[[], None], peer: Callable[[], None]) -> None:
    pairs = [(_seconds(ours), _seconds(peer)) for _ in range(_RUNS)]
    mine, theirs = (median(column) for column in zip(*pairs, strict=True))
    print(f"{mine / theirs:6.2f}  {name}  ({mine * 1000:.1f} ms : {theirs * 1000:.1f} ms)")


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
