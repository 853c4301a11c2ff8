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
    Ints = NDArray[np.signedinteger]

_CELLS = 4096


class Coming:
    """The moments at which the persons of a run come."""

    def __init__(self, plan: Arrivals, luck: Luck) -> None:
        import numpy as np

        self.luck = luck
        self.key = luck.key(ARRIVAL)
        self.ends: Floats = np.concatenate(([0.0], np.cumsum(plan.weeks) / sum(plan.weeks)))
        self.guide = _guide(plan)

    def between(self, low: int, high: int, *, begin: float, end: float) -> tuple[Ints, Floats]:
        """Return those of the persons from `low` to `high` who come from `begin` to `end`, in days.

        The second array is when each comes, in days from the first.
        """
        import numpy as np

        persons = np.arange(low, high)
        when = self.when(persons)
        inside = np.flatnonzero((when >= begin) & (when < end))
        return persons.take(inside), when.take(inside)

    def when(self, persons: Ints) -> Floats:
        """Return the moment at which each person comes, in days from the first."""
        import numpy as np

        even, ends = self.luck.uniform(self.key, persons), self.ends
        week = self.guide.take((even * _CELLS).astype(np.int64))
        while (beyond := even >= ends.take(week + 1)).any():
            week = week + beyond
        start = ends.take(week)
        inside: Floats = (even - start) / (ends.take(week + 1) - start)
        return 7.0 * (week + inside)


@lru_cache(maxsize=8)
def _guide(plan: Arrivals) -> Ints:
    """Return the week in which each of many equal parts of all people begins."""
    import numpy as np

    ends = np.cumsum(plan.weeks) / sum(plan.weeks)
    begins = np.arange(_CELLS) / _CELLS
    return np.minimum(np.searchsorted(ends, begins, side="right"), len(ends) - 1).astype(np.int64)
