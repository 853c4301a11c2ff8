"""From even numbers in (0, 1) to durations: quantile functions, by table where they are slow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kerja.forecast.scheme import LawName

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CELLS = 4096
TAIL = 1 / 512
SHIFT = 48
"""What is right of the first 4 bits of the fraction of a float: those tell the sixteenths."""
FIRST = (1023 - 53) << 4
"""The first bits of 2^-53, the least number that is drawn."""
_PERT_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Quantiles:
    """The quantile function of one law with its parameters.

    `constant` is the one value of a law without spread, else None.
    """

    name: LawName
    a: float
    b: float
    c: float
    sample: tuple[float, ...] = ()

    @property
    def constant(self) -> float | None:
        """The value that everyone has, if there is but one."""
        if self.name == "constant" or (self.name == "uniform" and self.a == self.b):
            return self.a
        if self.name == "pert" and self.a == self.c:
            return self.a
        if self.name in ("exponential", "lognormal") and not self.a:
            return 0.0
        return 0.0 if self.name == "gamma" and not self.b else None

    def of(self, even: Floats) -> Floats:
        """Return the duration at each probability in (0, 1), in days."""
        import numpy as np

        fixed = self.constant
        if fixed is not None:
            return np.full(even.shape, fixed)
        if self.name == "uniform":
            return self.a + (self.b - self.a) * even
        return table_of(self).of(even)

    def exact(self, even: Floats) -> Floats:
        """Return the same without a table."""
        import numpy as np
        from scipy import special

        if self.name == "exponential":
            return -self.a * np.log(even)
        if self.name == "lognormal":
            return np.asarray(self.a * np.exp(self.b * special.ndtri(even)))
        if self.name == "gamma":
            return np.asarray(special.gammaincinv(self.a, even) * (self.b / self.a))
        if self.name == "empirical":
            known = np.sort(np.asarray(self.sample, dtype=np.float64))
            return np.interp(even, np.linspace(0, 1, len(known)), known)
        span = self.c - self.a
        rising = 1 + _PERT_WEIGHT * (self.b - self.a) / span
        falling = 1 + _PERT_WEIGHT * (self.c - self.b) / span
        return np.asarray(self.a + span * special.betaincinv(rising, falling, even))


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Values of a quantile function at many probabilities, and the step to the next of each.

    Each is [2, cells], values and steps. `middle` is at evenly spaced probabilities. In the tails,
    where a line would bend, `low` and `high` are at probabilities (from the near end) that halve:
    sixteen in each halving.
    """

    middle: Floats
    low: Floats
    high: Floats

    def of(self, even: Floats) -> Floats:
        """Return the value at each probability in (0, 1)."""
        import numpy as np

        scaled = even * CELLS
        cell = scaled.astype(np.int32)
        scaled -= cell
        found: Floats = self.middle[1].take(cell)
        found *= scaled
        found += self.middle[0].take(cell)
        tails = np.flatnonzero(np.abs(even - 0.5) > 0.5 - TAIL)
        if tails.size:
            found[tails] = self._tails(even[tails])
        return found

    def _tails(self, even: Floats) -> Floats:
        import numpy as np

        is_low = even < 0.5
        bits = np.where(is_low, even, 1.0 - even).view(np.int64)
        cell = (bits >> SHIFT) - FIRST
        part = (bits & ((1 << SHIFT) - 1)) * 2.0**-SHIFT
        low = self.low[0].take(cell) + self.low[1].take(cell) * part
        high = self.high[0].take(cell) + self.high[1].take(cell) * part
        return np.asarray(np.where(is_low, low, high))


@lru_cache(maxsize=512)
def table_of(law: Quantiles) -> Table:
    """Return the table of a law that has one: neither constant nor uniform."""
    import numpy as np

    even = np.linspace(0, 1, CELLS + 1)
    even[0], even[-1] = 0.5 / CELLS, 1 - 0.5 / CELLS
    last = int(np.float64(TAIL).view(np.int64)) >> SHIFT
    ends = (np.arange(FIRST, last + 1) << SHIFT).view(np.float64)
    knots = (law.exact(even), law.exact(ends), law.exact(1.0 - ends))
    return Table(*(np.stack((values[:-1], np.diff(values))) for values in knots))
