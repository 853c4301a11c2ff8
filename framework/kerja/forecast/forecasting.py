"""The forecast of a blueprint: its scheme, runs in the base world, bands over many worlds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kerja.blueprint import Blueprint
from kerja.errors import KerjaError
from kerja.forecast.compiling import compile_scheme
from kerja.forecast.executors import Executor, InProcess
from kerja.forecast.grounding import Ground, grounds
from kerja.forecast.outcomes import joined
from kerja.forecast.results import Run
from kerja.forecast.scheme import KINDS, Scheme
from kerja.forecast.swings import Swings, swings
from kerja.forecast.tasks import blocks, outcomes_from, repetitions, run_from
from kerja.forecast.uncertainty import Bands, banded, design
from kerja.forecast.world import World, base_values, settle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

RUNS = 5
SEED = 1
_MOST_PEOPLE = 200_000
"""Persons simulated in one run; each stands for several where more would come."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Persons of a stage of the funnel: the mean of the runs, the least and the most of one run.

    `groups` are the persons of each group that the scheme names.
    """

    name: str
    people: float
    least: float
    most: float
    groups: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """What would happen: in the base world, run several times with other luck, and in many worlds.

    `each` is how many persons one simulated person stands for. The scatter between runs is luck
    alone; what is not certain about the inputs is in `bands` and `swings`, None unless asked for.
    `grounds` say what the range of each input rests on.
    """

    scheme: Scheme
    world: World
    seed: int
    each: float
    runs: tuple[Run, ...]
    grounds: tuple[Ground, ...] = ()
    bands: Bands | None = None
    swings: Swings | None = None

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The funnel, from those who apply on."""
        import numpy as np

        names = ["applied", *(stage.name for stage in self.scheme.milestones)]
        people = np.array([[run.applied, *run.stages] for run in self.runs])
        by_group = np.mean([run.by_group for run in self.runs], axis=0)
        return tuple(
            Stage(
                name,
                float(people[:, column].mean()),
                float(people[:, column].min()),
                float(people[:, column].max()),
                tuple(
                    (group.name, float(by_group[row, column]))
                    for row, group in enumerate(self.scheme.groups)
                ),
            )
            for column, name in enumerate(names)
        )

    @property
    def cash(self) -> Floats:
        """Mean money that leaves: [kinds, days]."""
        import numpy as np

        found: Floats = np.mean([run.cash for run in self.runs], axis=0)
        return found

    def cash_between(self, first: int, last: int) -> dict[str, float]:
        """Return the mean money by kind from day `first` to before day `last`."""
        sums = self.cash[:, max(first, 0) : last].sum(axis=1)
        return {kind: float(amount) for kind, amount in zip(KINDS, sums, strict=True)}

    def cash_of_years(self) -> dict[str, dict[str, float]]:
        """Return the mean money by fiscal year and kind, within the time of the forecast."""
        years = self.scheme.calendar.years
        ends = [*(year.first for year in years[1:]), self.scheme.calendar.days]
        return {
            year.name: self.cash_between(year.first, end)
            for year, end in zip(years, ends, strict=True)
        }

    def cash_of_months(self) -> dict[str, dict[str, float]]:
        """Return the mean money by month, "2026-01", and kind."""
        calendar = self.scheme.calendar
        ends = [*calendar.month_starts[1:], calendar.days]
        rows = zip(calendar.month_names, calendar.month_starts, ends, strict=True)
        return {name: self.cash_between(first, end) for name, first, end in rows}

    def waits(self) -> dict[str, float]:
        """Return the mean days that people wait at each step at which they wait for others."""
        found = {}
        for at, node in enumerate(self.scheme.nodes):
            served = sum(run.served[at] for run in self.runs)
            if node.is_cut and served:
                found[node.id] = float(sum(run.waited[at] for run in self.runs) / served)
        return found


def forecast(
    blueprint: Blueprint,
    *,
    runs: int = RUNS,
    worlds: int = 0,
    seed: int = SEED,
    executor: Executor | None = None,
) -> Forecast:
    """Forecast people, queues and cash of a blueprint.

    Args:
        blueprint: the design.
        runs: how often to repeat the base world with other luck; at least 1.
        worlds: worlds of the bands; 0 is no bands.
        seed: of luck and worlds; the same seed gives the same forecast.
        executor: who does the work; None is this process. It changes no result.

    Raises:
        KerjaError: something without which there is no forecast is missing.
    """
    if runs < 1:
        raise KerjaError(f"{runs} runs are no forecast", "ask for at least one")
    scheme = compile_scheme(blueprint)
    world = settle(scheme, base_values(scheme))
    each = max(1.0, float(world.people) / _MOST_PEOPLE)
    lucky = repetitions(scheme, runs=runs, seed=seed, each=each)
    values = design(scheme, worlds=worlds, seed=seed) if worlds else None
    spread = blocks(scheme, values) if values is not None else ()
    # The blocks first: they take longest, and a long task begun last is waited for alone.
    results = (executor or InProcess()).results((*spread, *lucky))
    found = Forecast(
        scheme,
        world,
        seed,
        each,
        tuple(run_from(one) for one in results[len(spread) :]),
        grounds(blueprint.profile, scheme),
    )
    if values is None:
        return found
    seen = joined([outcomes_from(one) for one in results[: len(spread)]])
    bands = banded(scheme, values, seen, seed=seed)
    return replace(found, bands=bands, swings=swings(scheme, paid_stage=bands.paid_stage))
