"""What came of many worlds: the people and cash of each, as the cohort engine expects them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.forecast.scheme import Scheme
from kerja.forecast.world import settle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_CLOSE = 1e-9


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


def outcomes(scheme: Scheme, values: Floats) -> Outcomes:
    """Run the cohort engine for values [worlds, inputs] and keep what bands are made of."""
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


def joined(parts: Sequence[Outcomes]) -> Outcomes:
    """Return the outcomes of several blocks of worlds as those of one."""
    import numpy as np

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


def _holds(scheme: Scheme, years: Floats, opened: NDArray[np.int64]) -> Flags | None:
    """Tell in which worlds every round opened and no fiscal year paid more than it has."""
    import numpy as np

    if not scheme.has_ceiling:
        return None
    found: Flags = np.ones(len(years), dtype=np.bool_)
    for column, year in enumerate(scheme.calendar.years):
        if year.free is not None:
            found &= years[:, column] <= year.free + _CLOSE * max(1.0, year.free)
    if any(node.kind == "draw" for node in scheme.nodes):
        held = [at for at, day in enumerate(scheme.rounds.days) if day < scheme.calendar.days]
        found &= opened[:, held].astype(np.bool_).all(axis=1)
    return found


def _sums(daily: Floats, firsts: list[int] | tuple[int, ...], ends: list[int]) -> Floats:
    import numpy as np

    spans = zip(firsts, ends, strict=True)
    return np.stack([daily[:, first:end].sum(axis=1) for first, end in spans], axis=1)
