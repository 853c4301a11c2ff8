"""Expected values over a chain: at the likeliest shares, or extreme over all that are possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.workflow.measures.layers import Block, Layer, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from kerja.workflow.measures.layers import Flags, Numbers

    Solve = Callable[[Block, Numbers], Numbers]

_CLOSE = 1e-13
_MOST_ROUNDS = 20_000


@dataclass(frozen=True, slots=True)
class Reward:
    """What the b branches of a table bring, in c measures at once.

    `gain` (b, c) is received on a branch; `goes_on` (b, c) is true where what follows counts too.
    NaN is a likeliest value that is not known, inf a highest one that nothing bounds.
    """

    gain: Numbers
    goes_on: Flags

    def __add__(self, other: Reward) -> Reward:
        """Return the measures of both side by side."""
        import numpy as np

        return Reward(
            np.concatenate([self.gain, other.gain], axis=1),
            np.concatenate([self.goes_on, other.goes_on], axis=1),
        )


def likeliest(table: Table, reward: Reward) -> Numbers:
    """Return the expected values (n + 1, c) at the likeliest shares; the last row is of the gone.

    NaN where a share that matters has no likeliest value. Without loops each state is solved once
    from those that follow; in a loop without a limit the values rise until they settle.

    Source: Kemeny & Snell, Finite Markov Chains (1960), theorems 3.2.4 and 3.3.5.
    """
    return _Sweep(reward.gain, reward.goes_on, _mean).run(table)


def extreme(table: Table, reward: Reward, largest: Flags) -> Numbers:
    """Return the least expected values (n + 1, c) over all possible shares, or the `largest` (c).

    A share may differ from state to state within its bounds.

    Source: Givan, Leach & Dean, Bounded-parameter Markov decision processes, Artificial
    Intelligence 122 (2000), section 4: the order-maximising transition.
    """
    return _Sweep(reward.gain, reward.goes_on, _extremes(largest), largest).run(table)


def extreme_pair(table: Table, first: Reward, second: Reward, largest: Flags) -> Numbers:
    """Return (n + 1, c, 2): both values under the shares that make the first one extreme."""
    import numpy as np

    gain = np.stack([first.gain, second.gain], axis=-1)
    goes_on = np.stack([first.goes_on, second.goes_on], axis=-1)
    return _Sweep(gain, goes_on, _extremes(largest), largest).run(table)


def single_way(table: Table, reward: Reward, largest: Flags) -> Numbers:
    """Return the value (n + 1, c) of the single way that is least, or the `largest` (c)."""
    import numpy as np

    def solve(block: Block, found: Numbers) -> Numbers:
        chosen: Numbers = np.where(largest, found.max(axis=1), found.min(axis=1))
        return chosen

    return _Sweep(reward.gain, reward.goes_on, solve, largest, single=True).run(table)


@dataclass(frozen=True, slots=True)
class _Sweep:
    """How a table is solved: `solve` chooses among outcomes; `largest` is None for likeliest."""

    gain: Numbers
    goes_on: Flags
    solve: Solve
    largest: Flags | None = None
    single: bool = False

    def run(self, table: Table) -> Numbers:
        import numpy as np

        values = np.zeros((table.size + 1, *self.gain.shape[1:]))
        with np.errstate(invalid="ignore"):  # inf - inf, of which neither is chosen
            for layer in table.layers:
                if layer.loop:
                    self._go_round(layer, values)
                    continue
                for block in layer.blocks:
                    values[block.states] = self._solved(block, values)
        return values

    def _solved(self, block: Block, values: Numbers) -> Numbers:
        import numpy as np

        shape = (*block.to.shape, *self.gain.shape[1:])
        goes_on = self.goes_on[block.rows].reshape(shape)
        found = self.gain[block.rows].reshape(shape) + np.where(goes_on, values[block.to], 0.0)
        return found[:, 0] if block.width == 1 else self.solve(block, found)

    def _go_round(self, layer: Layer, values: Numbers) -> None:
        """Solve a loop in place: values rise until they settle; a shortest way falls."""
        import numpy as np

        endless = self._endless(layer)
        falling = self.single and self.largest is not None and ~self.largest
        for block in layer.blocks:
            values[block.states] = np.where(endless | falling, np.inf, 0.0)
        for _ in range(_MOST_ROUNDS):
            moving: Flags = np.zeros_like(endless)
            for block in layer.blocks:
                before = values[block.states]
                after = np.where(endless, np.inf, self._solved(block, values))
                risen: Flags = np.logical_or.reduce(~_same(before, after), axis=0)
                moving = moving | risen
                values[block.states] = after
            if not moving.any():
                return
        # What still rises is a bound from below for a least value, and no value otherwise.
        unknown = moving if self.largest is None else moving & self.largest
        for block in layer.blocks:
            values[block.states] = np.where(unknown, np.nan, values[block.states])

    def _endless(self, layer: Layer) -> Flags:
        """Return (c) the largest values that grow for ever in a loop that need not be left."""
        import numpy as np

        rows = layer.trap
        if self.single:
            blocks = [np.arange(block.rows.start, block.rows.stop) for block in layer.blocks]
            rows = np.concatenate(blocks)
        grows: Flags = np.logical_or.reduce((self.gain[rows] > 0) & self.goes_on[rows], axis=0)
        return np.zeros_like(grows) if self.largest is None else grows & self.largest


def _mean(block: Block, found: Numbers) -> Numbers:
    """Return the mean over outcomes; where shares are unknown, what all outcomes agree on."""
    import numpy as np

    shares = block.mode[:, :, None]
    mean: Numbers = np.where(shares > 0, shares * found, 0.0).sum(axis=1)
    unknown: Flags = np.isnan(block.mode.sum(axis=1))
    if not unknown.any():
        return mean
    first = found[:, 0]
    same = np.all(np.abs(found - first[:, None]) <= _CLOSE * (1 + np.abs(first[:, None])), axis=1)
    agreed: Numbers = np.where(unknown[:, None], np.where(same, first, np.nan), mean)
    return agreed


def _extremes(largest: Flags) -> Solve:
    import numpy as np

    def solve(block: Block, found: Numbers) -> Numbers:
        leading = found if found.ndim == 3 else found[..., 0]
        if block.width == 2:
            first = (leading[:, 0] < leading[:, 1]) != largest
            share = np.where(first, block.high[:, [0]], block.low[:, [0]])
            weights = np.stack([share, 1.0 - share], axis=1)
        else:
            weights = _weights(block, np.where(largest, -leading, leading))
        weights = weights if found.ndim == 3 else weights[..., None]
        chosen: Numbers = np.where(weights > _CLOSE, weights * found, 0.0).sum(axis=1)
        return chosen

    return solve


def _weights(block: Block, cost: Numbers) -> Numbers:
    """Return the shares (m, k, c) with which the cost (m, k, c) has the least mean.

    Every outcome has its least share; the rest goes to the best outcome up to its greatest share,
    then to the next best.
    """
    import numpy as np

    order = np.argsort(cost, axis=1, kind="stable")
    low = np.broadcast_to(block.low[:, :, None], cost.shape)
    room = np.broadcast_to((block.high - block.low)[:, :, None], cost.shape)
    room = np.take_along_axis(room, order, axis=1)
    before = np.cumsum(room, axis=1) - room
    rest = (1.0 - block.low.sum(axis=1))[:, None, None]
    weights = np.empty(cost.shape)
    np.put_along_axis(weights, order, np.clip(rest - before, 0.0, room), axis=1)
    return weights + low


def _same(before: Numbers, after: Numbers) -> Flags:
    import numpy as np

    close = np.abs(after - before) <= _CLOSE * (1 + np.abs(after))
    same: Flags = close | (before == after) | (np.isnan(before) & np.isnan(after))
    return same
