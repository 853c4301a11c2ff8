"""When people come: each at a moment of their own, spread over weeks as the scheme says."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kerja.forecast.draws import ARRIVAL, Luck
from kerja.forecast.scheme import Arrivals

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_CELLS = 4096


def arrivals(plan: Arrivals, luck: Luck, persons: Ints) -> Floats:
    """Return the moment at which each person comes, in days from the first."""
    import numpy as np

    ends = np.concatenate(([0.0], np.cumsum(plan.weeks) / sum(plan.weeks)))
    even = luck.uniform(luck.key(ARRIVAL), persons)
    week = _guide(plan)[(even * _CELLS).astype(np.int64)]
    while (beyond := even >= ends[week + 1]).any():
        week = week + beyond
    inside: Floats = (even - ends[week]) / (ends[week + 1] - ends[week])
    return 7.0 * (week + inside)


@lru_cache(maxsize=8)
def _guide(plan: Arrivals) -> Ints:
    """Return the week in which each of many equal parts of all people begins."""
    import numpy as np

    ends = np.cumsum(plan.weeks) / sum(plan.weeks)
    begins = np.arange(_CELLS) / _CELLS
    return np.minimum(np.searchsorted(ends, begins, side="right"), len(ends) - 1).astype(np.int64)
