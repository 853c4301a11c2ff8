"""Expected value over the share of persons to whom an event happens: lowest to highest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.workflow.measures.layers import Table
from kerja.workflow.measures.sweep import Reward, extreme, extreme_pair, likeliest

if TYPE_CHECKING:
    from kerja.workflow.measures.layers import Flags, Numbers

_MOST_ROUNDS = 60
_CLOSE = 1e-11


def likeliest_ratios(table: Table, part: Reward, event: Reward) -> Numbers:
    """Return (c) what `part` comes to over what `event` comes to, at the likeliest shares."""
    width = part.gain.shape[1]
    values = likeliest(table, part + event)[table.start]
    return _over(values[:width], values[width:])


def extreme_ratios(table: Table, part: Reward, event: Reward, largest: Flags) -> Numbers:
    """Return (c) the least ratios over all possible shares, or the `largest` (c).

    The same shares hold above and below the line, so that the result is exact; in a workflow that
    may loop for ever, it is a bound from both apart. inf where nothing bounds the ratio, NaN where
    the event cannot happen.

    Source: Dinkelbach, On nonlinear fractional programming, Management Science 13 (1967): the
    ratio N/D is least where the least of N - x D is nothing.
    """
    import numpy as np

    finite = np.isfinite(part.gain).all(axis=0)
    found = np.full(finite.shape, np.inf)
    if finite.any():
        parts = [
            Reward(reward.gain[:, finite], reward.goes_on[:, finite]) for reward in (part, event)
        ]
        search = _apart if table.loops else _search
        found[finite] = search(table, parts[0], parts[1], largest[finite])
    return found


def _search(table: Table, part: Reward, event: Reward, largest: Flags) -> Numbers:
    import numpy as np

    always = np.ones(largest.shape, dtype=bool)
    chance, gained = _at_start(table, event, part, always)
    ratio = _over(gained, chance)
    endless = np.zeros(ratio.shape, dtype=bool)
    for _ in range(_MOST_ROUNDS):
        left, chance = _at_start(
            table, Reward(part.gain - ratio * event.gain, part.goes_on), event, largest
        )
        moving = (np.abs(left) > _CLOSE * (1 + np.abs(ratio))) & ~endless
        # Something is gained by persons to whom the event need not happen: no upper end.
        endless |= moving & (chance <= 0)
        if not (moving & ~endless).any():
            break
        step = left / np.where(chance > 0, chance, 1.0)
        ratio = ratio + np.where(moving & ~endless, step, 0.0)
    return np.where(endless, np.inf, ratio)


def _at_start(
    table: Table, first: Reward, second: Reward, largest: Flags
) -> tuple[Numbers, Numbers]:
    values = extreme_pair(table, first, second, largest)[table.start]
    return values[:, 0], values[:, 1]


def _apart(table: Table, part: Reward, event: Reward, largest: Flags) -> Numbers:
    import numpy as np

    gained = extreme(table, part, largest)[table.start]
    chance = extreme(table, event, ~largest)[table.start]
    return np.where((chance <= 0) & (gained > 0), np.inf, _over(gained, chance))


def _over(gained: Numbers, chance: Numbers) -> Numbers:
    """Return the ratio; NaN where the event cannot happen."""
    import numpy as np

    return np.where(chance > 0, gained / np.where(chance > 0, chance, 1.0), np.nan)
