"""What the uncertain inputs of a scheme make of its people and cash: bands, chances, drivers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.errors import KerjaError
from kerja.forecast.drivers import Driver, drivers_of
from kerja.forecast.laws import Quantiles
from kerja.forecast.scheme import KINDS, Input, Scheme
from kerja.forecast.world import base_values, settle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

WORLDS = 256
"""Worlds of a band; a power of two."""
SEED = 1
_BLOCK = 64
_QUANTILES = (0.05, 0.5, 0.95)
_NO_SPREAD = 1e-9


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


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of each world; the first axis of every array is the worlds.

    `stages`: [worlds, milestones + 1] persons, the first column those who came. `usual`:
    [worlds, nodes] visits that ended on the usual way. `in_line`: [worlds, months] persons.
    `months`, `years`, `kinds`: money. `holds`: [worlds] true if no round was stopped for money and
    no fiscal year of known ceiling paid more than that; None if no ceiling is known.
    """

    stages: Floats
    usual: Floats
    in_line: Floats
    months: Floats
    years: Floats
    kinds: Floats
    holds: Flags | None


def bands(scheme: Scheme, *, worlds: int = WORLDS, seed: int = SEED) -> Bands:
    """Return the bands of a scheme over everything that is uncertain about its inputs.

    The cohort engine gives what is expected in a world. The luck of single persons, which the
    individual engine shows from run to run, is not part of a band. Inputs vary independently of one
    another.

    Args:
        scheme: the compiled plan.
        worlds: a power of two; one is run if nothing is uncertain.
        seed: of the scrambling; the same seed gives the same bands.

    Raises:
        KerjaError: the number of worlds is not a power of two, or the engine refuses.
    """
    values = design(scheme, worlds=worlds, seed=seed)
    seen = observe(scheme, values)
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

    A scrambled Sobol sequence (Matousek 1998, Journal of Complexity 14: 527-556, as in scipy) over
    the inputs whose range has a width, each turned into values by its quantile function.

    Raises:
        KerjaError: the number of worlds is not a power of two.
    """
    import numpy as np

    power = worlds.bit_length() - 1
    if worlds < 2 or worlds != 1 << power:
        near = max(2, 1 << max(1, power))
        raise KerjaError(f"{worlds} worlds do not fill a Sobol design", f"ask for {near}")
    open_ = [at for at, one in enumerate(scheme.inputs) if not one.range.is_point]
    base = np.asarray(base_values(scheme), dtype=np.float64)
    if not open_:
        return base[None, :]
    from scipy.stats import qmc

    even = qmc.Sobol(len(open_), scramble=True, rng=seed).random_base2(power)
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


def observe(scheme: Scheme, values: Floats) -> Outcomes:
    """Run the cohort engine for values [worlds, inputs] and keep what bands are made of."""
    import numpy as np

    # Block by block, for the daily books of many worlds at once fill the memory.
    parts = [
        _observe(scheme, values[first : first + _BLOCK]) for first in range(0, len(values), _BLOCK)
    ]
    held = [part.holds for part in parts if part.holds is not None]
    return Outcomes(
        stages=np.concatenate([part.stages for part in parts]),
        usual=np.concatenate([part.usual for part in parts]),
        in_line=np.concatenate([part.in_line for part in parts]),
        months=np.concatenate([part.months for part in parts]),
        years=np.concatenate([part.years for part in parts]),
        kinds=np.concatenate([part.kinds for part in parts]),
        holds=np.concatenate(held) if held else None,
    )


def _observe(scheme: Scheme, values: Floats) -> Outcomes:
    import numpy as np

    from kerja.forecast.cohort import run_cohort

    runs = run_cohort(scheme, settle(scheme, values))
    calendar = scheme.calendar
    daily = np.array([run.cash.sum(axis=0) for run in runs])
    ends = [*calendar.month_starts[1:], calendar.days]
    firsts = [max(0, year.first) for year in calendar.years]
    years = _sums(daily, firsts, [*firsts[1:], calendar.days])
    return Outcomes(
        stages=np.array([[run.applied, *run.stages] for run in runs]),
        usual=np.array([run.usual for run in runs]),
        in_line=np.array([run.lines.sum(axis=0)[[end - 1 for end in ends]] for run in runs]),
        months=_sums(daily, calendar.month_starts, ends),
        years=years,
        kinds=np.array([run.cash.sum(axis=1) for run in runs]),
        holds=_holds(scheme, years, np.array([run.opened for run in runs])),
    )


def _holds(scheme: Scheme, years: Floats, opened: NDArray[np.int64]) -> Flags | None:
    """Tell in which worlds every round opened and no fiscal year paid more than it has."""
    import numpy as np

    if not scheme.has_ceiling:
        return None
    found: Flags = np.ones(len(years), dtype=np.bool_)
    for column, year in enumerate(scheme.calendar.years):
        if year.ceiling is not None:
            found &= years[:, column] <= year.ceiling + _NO_SPREAD * max(1.0, year.ceiling)
    if any(node.kind == "draw" for node in scheme.nodes):
        held = [at for at, day in enumerate(scheme.rounds.days) if day < scheme.calendar.days]
        found &= opened[:, held].astype(np.bool_).all(axis=1)
    return found


def _sums(daily: Floats, firsts: list[int] | tuple[int, ...], ends: list[int]) -> Floats:
    import numpy as np

    spans = zip(firsts, ends, strict=True)
    return np.stack([daily[:, first:end].sum(axis=1) for first, end in spans], axis=1)


def _named(names: tuple[str, ...], columns: Floats) -> dict[str, Band]:
    return {name: _band(columns[:, at]) for at, name in enumerate(names)}


def _band(values: Floats) -> Band:
    import numpy as np

    low, middle, high = np.quantile(values, _QUANTILES)
    return Band(float(low), float(middle), float(high))
