"""How the end of a step spreads over days, for many worlds at once.

With F the distribution of a duration and G(x) its integral from 0 to x, whoever begins evenly
within a day ends k days later with probability G(k+1) - 2 G(k) + G(k-1): no time is lost or gained
by counting in days. Whoever begins with the day ends k days later with F(k+1) - F(k).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.forecast.scheme import Law, Node

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LATE = -1
_SLIGHT = 1e-9
_NEGLIGIBLE = 1e-12
_PERT_WEIGHT = 4.0
_SLICE = 64
"""Days up to which a product with one matrix is quicker than a transform."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """People who end a step in the same time: [worlds or 1, days], and the ways they take.

    `shares`: [worlds, columns]; `columns` are positions of ways, or `LATE`.
    """

    kernel: Floats
    columns: tuple[int, ...]
    shares: Floats


class Durations:
    """The law of one step in every world; worlds in which it is the same share one row."""

    def __init__(self, law: Law, rows: Floats, days: int) -> None:
        import numpy as np

        if bool((rows == rows[:1]).all()):
            rows = rows[:1]
        self.days = days
        self._law = law
        self._a, self._b, self._c = (rows[:, column, None] for column in range(3))
        point = _point(law, self._a, self._b, self._c)
        self._is_point = ~np.isnan(point)
        self._point = np.where(self._is_point, point, 0.0)
        grid = np.arange(-1.0, days + 1)[None, :]
        self._below, self._area = self.below(grid[:, 1:]), self.area(grid)

    def below(self, x: Floats) -> Floats:
        """Return the probability that it lasts less than x days."""
        import numpy as np

        known = np.where(x > self._point, 1.0, 0.0)
        if bool(self._is_point.all()):
            return known
        spread, _ = self._spread(np.maximum(x, 0.0))
        return np.where(self._is_point, known, np.where(x > 0, spread, 0.0))

    def area(self, x: Floats) -> Floats:
        """Return the integral of `below` from 0 to x: x F(x) less the partial mean."""
        import numpy as np

        known = np.maximum(x - self._point, 0.0)
        if bool(self._is_point.all()):
            return known
        x = np.maximum(x, 0.0)
        below, partial = self._spread(x)
        return np.where(self._is_point, known, np.maximum(x * below - partial, 0.0))

    def kernel(self, *, from_start: bool) -> Floats:
        """Return the probability to end k days later: [worlds or 1, days]."""
        import numpy as np

        if from_start:
            return _trimmed(np.diff(self._below, axis=-1))
        return _trimmed(np.diff(self._area, 2, axis=-1))

    def held(self, until: Floats, *, from_start: bool, lost: bool) -> Floats:
        """Return the kernel if nothing lasts longer than `until` days ([worlds]).

        `lost` leaves out whoever would last longer; else they end at that moment.
        """
        import numpy as np

        last = until[:, None]
        days = _days_until(until, self.days)
        at_last = self.below(np.minimum(last, self.days + 2.0) + _SLIGHT)
        after = at_last if lost else np.ones_like(at_last)
        if from_start:
            grid = np.arange(0.0, days + 1)[None, :]
            below = self._below[:, : days + 1]
            return _trimmed(np.diff(np.where(grid <= last, below, after), axis=-1))
        grid = np.arange(-1.0, days + 1)[None, :]
        beyond = np.maximum(grid - last, 0.0)
        area_at_last = self.area(np.minimum(last, self.days + 2.0))
        area = self._area[:, : days + 2]
        area = np.where(grid <= last, area, area_at_last + after * beyond)
        return _trimmed(np.diff(area, 2, axis=-1))

    def _spread(self, x: Floats) -> tuple[Floats, Floats]:
        """Return F(x) and the mean of what is below x, each over all persons."""
        import numpy as np
        from scipy import special

        name, a, b, c = self._law.name, self._a, self._b, self._c
        fixed = self._is_point
        if name == "exponential":
            mean = np.where(fixed, 1.0, a)
            below = -np.expm1(-x / mean)
            return below, mean * below - x * np.exp(-x / mean)
        if name == "uniform":
            width = np.where(fixed, 1.0, b - a)
            inside = np.clip(x, a, a + width)
            return (inside - a) / width, (inside**2 - a**2) / (2 * width)
        if name == "lognormal":
            median, sigma = np.where(fixed, 1.0, a), np.where(fixed, 1.0, b)
            z = np.log(np.maximum(x, 1e-300) / median) / sigma
            mean = median * np.exp(sigma**2 / 2)
            return special.ndtr(z), mean * special.ndtr(z - sigma)
        if name == "gamma":
            shape, mean = np.where(fixed, 1.0, a), np.where(fixed, 1.0, b)
            scaled = x * shape / mean
            return special.gammainc(shape, scaled), mean * special.gammainc(shape + 1, scaled)
        if name == "empirical":
            return _sampled(np.sort(np.asarray(self._law.sample)), x)
        span = np.where(fixed, 1.0, c - a)
        rising = 1 + _PERT_WEIGHT * np.where(fixed, 0.5, (b - a) / span)
        falling = 2 + _PERT_WEIGHT - rising
        part = np.clip((x - a) / span, 0.0, 1.0)
        below = np.asarray(special.betainc(rising, falling, part), dtype=np.float64)
        rest = special.betainc(rising + 1, falling, part)
        return below, a * below + span * rising / (rising + falling) * rest


def parts(
    node: Node,
    durations: Durations,
    shares: Floats,
    *,
    from_start: bool,
    until: Floats | None = None,
) -> tuple[Part, ...]:
    """Return how people leave a step.

    Args:
        node: the step.
        durations: its law.
        shares: [worlds, outcomes], the late in the last column.
        from_start: True if people begin with the day, not within it.
        until: [worlds] days from the beginning to the deadline; None without one.
    """
    import numpy as np

    ways = tuple(range(len(node.ways)))
    if until is None or node.late is None:
        kernel = durations.kernel(from_start=from_start)
        return (Part(kernel, (*ways, LATE), shares[:, [*ways, -1]]),)
    days = _days_until(until, durations.days)
    last = Durations(Law(), np.stack([until, until, until], axis=-1), days)
    at_last = last.kernel(from_start=from_start)
    if node.late.share == 0.0:
        done = durations.held(until, from_start=from_start, lost=True)
        in_time = durations.below(np.minimum(until, 1e9)[:, None] + _SLIGHT)
        late = np.broadcast_to(1.0 - in_time, (len(shares), 1))
    else:
        done = durations.held(until, from_start=from_start, lost=False)
        late = shares[:, -1:]
    return Part(done, ways, shares[:, list(ways)]), Part(at_last, (LATE,), late)


def _days_until(until: Floats, days: int) -> int:
    """Return the days after which nothing happens any more if nothing lasts longer than `until`."""
    # Two more, for whoever begins within a day ends within the day after, and to be sure of it.
    return int(min(float(until.max()) + 3.0, days))


def convolved(flow: Floats, kernel: Floats, days: int) -> Floats:
    """Return who ends on each day: [worlds, channels, at most `days`].

    Args:
        flow: [worlds, channels, days], who begins.
        kernel: [worlds or 1, days].
        days: days that are left.
    """
    import numpy as np
    from scipy import fft

    if kernel.shape[-1] == 1:
        return flow * kernel[:, None, :]
    if flow.shape[-1] == 1:
        return flow * kernel[:, None, :days]
    size = flow.shape[-1] + kernel.shape[-1] - 1
    if kernel.shape[0] == 1 and flow.shape[-1] <= _SLICE:
        found: Floats = flow @ _shifted(kernel[0], flow.shape[-1], min(size, days))
        return found
    length = fft.next_fast_len(size, real=True)
    product = fft.rfft(flow, length) * fft.rfft(kernel, length)[:, None, :]
    found = fft.irfft(product, length)[..., : min(size, days)]
    # What should be nought comes back as a little more or less.
    return np.where(found > _NEGLIGIBLE, found, 0.0)


def _shifted(kernel: Floats, begin: int, end: int) -> Floats:
    """Return the kernel once for each day of beginning, a day later each: [begin, end]."""
    import numpy as np

    before = np.zeros(begin - 1)
    padded = np.concatenate((before, kernel, np.zeros(max(end - kernel.size, 0))))
    return np.lib.stride_tricks.sliding_window_view(padded, end)[begin - 1 :: -1][:begin]


def _point(law: Law, a: Floats, b: Floats, c: Floats) -> Floats:
    """Return the one value of a law where it has no spread, else NaN."""
    import numpy as np

    none = np.full(a.shape, np.nan)
    if law.name == "constant":
        return a
    if law.name == "exponential":
        return np.where(a < _SLIGHT, 0.0, none)
    if law.name == "uniform":
        return np.where(b - a < _SLIGHT, a, none)
    if law.name == "lognormal":
        return np.where((a < _SLIGHT) | (b < _SLIGHT), a, none)
    if law.name == "gamma":
        return np.where(b < _SLIGHT, 0.0, none)
    if law.name == "pert":
        return np.where(c - a < _SLIGHT, a, none)
    same = min(law.sample) == max(law.sample)
    return np.full(a.shape, law.sample[0]) if same else none


def _sampled(known: Floats, x: Floats) -> tuple[Floats, Floats]:
    """Return F and the partial mean of equally likely values, even between neighbours."""
    import numpy as np

    even = np.linspace(0.0, 1.0, len(known))
    below = np.asarray(np.interp(x, known, even), dtype=np.float64)
    sums = np.concatenate(([0.0], np.cumsum((known[1:] + known[:-1]) / 2 * np.diff(even))))
    cell = np.clip(np.searchsorted(known, x, side="right") - 1, 0, len(known) - 1)
    reached = np.clip(x, known[0], known[-1])
    return below, sums[cell] + (known[cell] + reached) / 2 * (below - even[cell])


def _trimmed(kernel: Floats) -> Floats:
    """Leave out the days at the end on which nothing happens in any world."""
    import numpy as np

    kernel = np.maximum(kernel, 0.0)
    used = np.flatnonzero((kernel > _NEGLIGIBLE).any(axis=0))
    return kernel[:, : int(used[-1]) + 1 if used.size else 1]
