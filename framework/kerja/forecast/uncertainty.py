"""What the uncertain inputs of a scheme make of its people and cash: bands, chances, drivers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.errors import KerjaError
from kerja.forecast.drivers import Driver, drivers_of
from kerja.forecast.executors import Executor, InProcess
from kerja.forecast.laws import Quantiles
from kerja.forecast.outcomes import Outcomes as Outcomes
from kerja.forecast.outcomes import joined
from kerja.forecast.scheme import KINDS, Input, Scheme
from kerja.forecast.tasks import blocks, outcomes_from
from kerja.forecast.world import base_values

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

WORLDS = 128
"""Worlds of a band. Powers of two spread most evenly."""
SEED = 1
_QUANTILES = (0.05, 0.5, 0.95)


@dataclass(frozen=True, slots=True)
class Band:
    """What 5, 50 and 95 of 100 worlds stay below."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Bands:
    """People and cash over all worlds, by name, in the scheme's order.

    `stages`: persons; `in_line`: persons in line at the end of each month; `months`, `years`,
    `kinds`, `total`: money that leaves. `budget_holds` is the share of worlds in which it does (see
    `Outcomes.holds`), None if no ceiling is known. `drivers` come with the one that moves total
    cash most first; `paid_stage` names the stage that they count as paid.
    """

    worlds: int
    seed: int
    stages: dict[str, Band]
    in_line: dict[str, Band]
    months: dict[str, Band]
    years: dict[str, Band]
    kinds: dict[str, Band]
    total: Band
    budget_holds: float | None
    paid_stage: str
    drivers: tuple[Driver, ...]


def bands(
    scheme: Scheme, *, worlds: int = WORLDS, seed: int = SEED, executor: Executor | None = None
) -> Bands:
    """Return the bands of a scheme over everything that is uncertain about its inputs.

    The cohort engine gives what is expected in a world. The luck of single persons, which the
    individual engine shows from run to run, is not part of a band. Inputs vary independently of one
    another.

    Args:
        scheme: the compiled plan.
        worlds: at least 1; one is run if nothing is uncertain.
        seed: of the scrambling; the same seed gives the same bands.
        executor: who does the work; None is this process.

    Raises:
        KerjaError: there are no worlds, or the engine refuses.
    """
    values = design(scheme, worlds=worlds, seed=seed)
    return banded(scheme, values, observe(scheme, values, executor=executor), seed=seed)


def banded(scheme: Scheme, values: Floats, seen: Outcomes, *, seed: int) -> Bands:
    """Return the bands of outcomes that were seen in worlds [worlds, inputs]."""
    names = stage_names(scheme)
    paid_stage = "paid" if "paid" in names else names[-1]
    calendar = scheme.calendar
    total = seen.kinds.sum(axis=1)
    paid = seen.stages[:, names.index(paid_stage)]
    return Bands(
        worlds=len(values),
        seed=seed,
        stages=_named(names, seen.stages),
        in_line=_named(calendar.month_names, seen.in_line),
        months=_named(calendar.month_names, seen.months),
        years=_named(tuple(year.name for year in calendar.years), seen.years),
        kinds=_named(KINDS, seen.kinds),
        total=_band(total),
        budget_holds=None if seen.holds is None else float(seen.holds.mean()),
        paid_stage=paid_stage,
        drivers=drivers_of(scheme, values, cash=total, paid=paid),
    )


def stage_names(scheme: Scheme) -> tuple[str, ...]:
    """Return the names of the stages of the funnel, from those who apply on."""
    return ("applied", *(stage.name for stage in scheme.milestones))


def design(scheme: Scheme, *, worlds: int, seed: int) -> Floats:
    """Return values of all inputs in many worlds: [worlds, inputs].

    The first points of a scrambled Sobol sequence (Matousek 1998, Journal of Complexity 14:
    527-556, as in scipy) over the inputs whose range has a width, each turned into values by its
    quantile function. More worlds keep those that were there; a power of two leaves no gaps.

    Raises:
        KerjaError: there are no worlds.
    """
    import numpy as np

    if worlds < 1:
        raise KerjaError(f"{worlds} worlds make no band", "ask for at least one")
    open_ = [at for at, one in enumerate(scheme.inputs) if not one.range.is_point]
    base = np.asarray(base_values(scheme), dtype=np.float64)
    if not open_:
        return base[None, :]
    from scipy.stats import qmc

    sequence = qmc.Sobol(len(open_), scramble=True, rng=seed)
    even = sequence.random_base2((worlds - 1).bit_length())[:worlds]
    values = np.tile(base, (worlds, 1))
    for column, at in enumerate(open_):
        values[:, at] = quantiles(scheme.inputs[at], even[:, column])
    return values


def quantiles(one: Input, even: Floats) -> Floats:
    """Return the values of an input at probabilities from 0 to 1.

    A PERT law is a beta law with weight 4 on the mode (Malcolm et al. 1959, Operations Research 7:
    646-669). Without a mode every value is equally likely.
    """
    import numpy as np

    low, mode, high = one.range
    span = high - low
    if one.shape == "uniform" or mode is None or not span:
        return low + span * even
    rise, fall = mode - low, high - mode
    if one.shape == "triangular":
        rising = low + np.sqrt(even * span * rise)
        return np.where(even * span < rise, rising, high - np.sqrt((1 - even) * span * fall))
    return Quantiles("pert", low, mode, high).exact(even)


def observe(scheme: Scheme, values: Floats, *, executor: Executor | None = None) -> Outcomes:
    """Run the cohort engine for values [worlds, inputs] and keep what bands are made of.

    Block by block, for the daily books of many worlds at once fill the memory.
    """
    found = (executor or InProcess()).results(blocks(scheme, values))
    return joined([outcomes_from(one) for one in found])


def _named(names: tuple[str, ...], columns: Floats) -> dict[str, Band]:
    return {name: _band(columns[:, at]) for at, name in enumerate(names)}


def _band(values: Floats) -> Band:
    import numpy as np

    low, middle, high = np.quantile(values, _QUANTILES)
    return Band(float(low), float(middle), float(high))
