"""Participants per second of the individual engine and of a tuned SimPy model, in the same run."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median

from benchmarks.forecast_case import NATIONAL, programme
from benchmarks.forecast_peer import simulate
from kerja.forecast.draws import Luck
from kerja.forecast.individual import run
from kerja.forecast.world import settle

PEER = 10_000


def main() -> None:
    """Print people, seconds, participants per second and the ratio; three rounds in turn."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else NATIONAL
    ours, peers = [], []
    for number in range(3):
        peers.append(PEER / _seconds(lambda seed=number: simulate(PEER, seed)))  # type: ignore[misc]
        ours.append(people / _seconds(lambda seed=number: _ours(people, seed)))  # type: ignore[misc]
    rate, peer = median(ours), median(peers)
    print(f"individual engine, {people:,} applicants: {rate:,.0f} participants a processor second")
    print(f"SimPy, {PEER:,} applicants: {peer:,.0f} participants a processor second")
    print(f"ratio: {rate / peer:.0f}")


def _ours(people: int, seed: int) -> None:
    scheme = programme(people)
    run(scheme, settle(scheme, ()), Luck(seed))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
