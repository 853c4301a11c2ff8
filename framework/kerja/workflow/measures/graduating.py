"""Days until an event for those to whom it happens, and the spread of days for everybody."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kerja.workflow.measures.bounds import Bounds, bounds
from kerja.workflow.measures.layers import Table
from kerja.workflow.measures.sweep import Reward, likeliest, single_way

if TYPE_CHECKING:
    from kerja.workflow.measures.layers import Flags, Numbers

_ROUNDING = 1e-12


def days_until(table: Table, event: Flags, times: Numbers) -> Bounds | None:
    """Return the days until an event (b) for those to whom it happens, None if to nobody.

    Likeliest: the mean of the chain given the event. Lowest and highest: the same where all shares
    are known, else the shortest and the longest way to the event.

    Source: Doob, Conditional Brownian motion and the boundary limits of harmonic functions,
    Bulletin de la SMF 85 (1957): the chain is transformed by h, the probability of the event from
    each state; E[time; event] is then solved with h in place of the transformed shares.
    """
    import numpy as np

    if not event.any():
        return None
    on = np.repeat(~event[:, None], 3, axis=1)
    chance = likeliest(table, Reward(np.where(on, 0.0, 1.0)[:, :1], on[:, :1]))
    after = np.where(event, 1.0, chance[table.to, 0])[:, None]
    weighted = np.where(after > 0, times * np.where(after > 0, after, 1.0), 0.0)
    low, mode, high = likeliest(table, Reward(weighted, on))[table.start] / _positive(
        chance[table.start, 0]
    )
    if not all(b.share.high - b.share.low <= _ROUNDING for b in table.branches):
        low, high = _shortest_and_longest(table, event, times)
    return bounds(low, mode, high)


def spread(table: Table, times: Numbers, days: Numbers) -> float:
    """Return the standard deviation of the days until a person leaves, NaN if not known.

    Every step takes its likeliest time, `times` (b); what varies is the way that a person goes.
    `days` (n + 1) are the expected days in each state.

    Source: Kemeny & Snell, Finite Markov Chains (1960), theorem 3.3.5: from each state, the second
    moment of r + t is r² + 2 r E[t] + E[t²].
    """
    import numpy as np

    gain = (times**2 + 2 * times * days[table.to])[:, None]
    square = likeliest(table, Reward(gain, np.ones(gain.shape, dtype=bool)))[table.start, 0]
    variance = float(square - days[table.start] ** 2)
    return math.nan if math.isnan(variance) else math.sqrt(max(variance, 0.0))


def _shortest_and_longest(table: Table, event: Flags, times: Numbers) -> tuple[float, float]:
    import numpy as np

    missed = ((table.to == table.size) & ~event)[:, None]
    gain = np.where(missed, [np.inf, -np.inf], times[:, [0, 2]])
    on = np.repeat(~event[:, None], 2, axis=1)
    low, high = single_way(table, Reward(gain, on), np.array([False, True]))[table.start]
    return float(low), float(high)


def _positive(chance: float) -> float:
    return chance if chance > 0 else math.nan
