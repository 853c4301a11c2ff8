"""From even numbers in (0, 1) to durations: quantile functions, by table where they are slow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kerja.forecast.scheme import LawName

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_CELLS = 4096
_TAIL = 1 / 512
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
        if self.name == "exponential":
            return -self.a * np.log(even)
        table = _table(self)
        return table.of(even, self.exact)

    def exact(self, even: Floats) -> Floats:
        """Return the same without a table."""
        import numpy as np
        from scipy import special

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
class _Table:
    """Values at evenly spaced probabilities; the tails, where a line would bend, are exact."""

    knots: Floats
    steps: Floats

    def of(self, even: Floats, exact: Callable[[Floats], Floats]) -> Floats:
        import numpy as np

        scaled = even * _CELLS
        cell = scaled.astype(np.int64)
        scaled -= cell
        found = self.steps.take(cell)
        found *= scaled
        found += self.knots.take(cell)
        tails = np.flatnonzero(np.abs(even - 0.5) > 0.5 - _TAIL)
        if tails.size:
            found[tails] = exact(even[tails])
        return found


@lru_cache(maxsize=512)
def _table(law: Quantiles) -> _Table:
    import numpy as np

    even = np.linspace(0, 1, _CELLS + 1)
    even[0], even[-1] = 0.5 / _CELLS, 1 - 0.5 / _CELLS
    knots = law.exact(even)
    return _Table(knots[:-1].copy(), np.diff(knots))
