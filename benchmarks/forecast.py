"""Participants per second of the individual engine and of a tuned SimPy model, in the same run."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from statistics import median

import numpy as np

from benchmarks.forecast_case import NATIONAL, programme
from benchmarks.forecast_peer import simulate
from kerja.forecast.draws import Luck
from kerja.forecast.individual import prepare, run
from kerja.forecast.kernels import Parts, compiled
from kerja.forecast.world import settle

PEER = 10_000
ROUNDS = 5
DRAWS = 21
"""Numbers that are drawn for a participant, about: the floor below which no engine comes."""


def main() -> None:
    """Print participants a second in arrays and compiled, and the ratios; rounds in turn."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else NATIONAL
    scheme = programme(people)
    world = settle(scheme, ())
    ours = {"in arrays": Parts()}
    if find_spec("numba"):
        start = time.perf_counter()
        prepare(scheme, world)
        print(
            f"        the first compiled run on this machine: {time.perf_counter() - start:.1f} s"
        )
        ours["compiled"] = compiled()
    rates: dict[str, list[float]] = {name: [] for name in ("SimPy", *ours, "draws alone")}
    for number in range(ROUNDS):
        rates["SimPy"].append(PEER / _seconds(partial(simulate, PEER, number)))
        for name, parts in ours.items():
            work = partial(run, scheme, world, Luck(number), parts=parts)
            rates[name].append(people / _seconds(work))
        luck = list(ours.values())[-1].luck(number)
        rates["draws alone"].append(people / _seconds(partial(_draw, luck, people)))
    for name, found in rates.items():
        ratios = [one / other for one, other in zip(found, rates["SimPy"], strict=True)]
        print(
            f"{median(ratios):6.0f}  {people:,} applicants, {name} : {PEER:,} with SimPy"
            f"  ({min(ratios):.0f} to {max(ratios):.0f}; {median(found):,.0f} a second)"
        )


def _draw(luck: Luck, people: int) -> None:
    persons = np.arange(1 << 15)
    for _ in range(0, people * DRAWS, persons.size):
        luck.uniform(1, persons)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
