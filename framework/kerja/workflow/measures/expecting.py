"""Expected reach, visits, days and costs of a chain, from the start and from a place given."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.workflow.kinds import HOLDS_A_PLACE
from kerja.workflow.measures.bounds import Bounds, bounds
from kerja.workflow.measures.layers import NO_CHOICE, Table
from kerja.workflow.measures.ratio import extreme_ratios, likeliest_ratios
from kerja.workflow.measures.sweep import Reward, extreme, likeliest
from kerja.workflow.step import Step

if TYPE_CHECKING:
    from kerja.workflow.measures.layers import Flags, Numbers

CERTIFICATE = "certificate"
"""Proof that a person finished the training."""

_LOW, _MODE, _HIGH = range(3)
_COSTS = 3  # columns between the steps and the costs


def needs_cost(step: Step) -> bool:
    """True if somebody works or pays in a step, so that it costs something."""
    return step.traits.acts or step.pays != ""


@dataclass(frozen=True, slots=True)
class Expected:
    """Measures of a table in columns: reach and visits of each step, then what persons come to.

    What persons come to: certificate, payment, days, a cost for each currency. `gains` (3, b, c)
    are lowest, likeliest and highest on each branch, `values` (3, n + 1, c) what they come to from
    each state. `certified` and `placed` (b) are true for branches on which a certificate, or a
    place, is given.
    """

    table: Table
    gains: Numbers
    values: Numbers
    certified: Flags
    placed: Flags

    @property
    def first(self) -> int:
        """First column of what persons come to."""
        return 2 * len(self.table.chain.steps)

    @property
    def days(self) -> Numbers:
        """Likeliest days (n + 1) until a person leaves, from each state."""
        found: Numbers = self.values[_MODE, :, self.first + 2]
        return found

    def at_start(self) -> list[Bounds]:
        """Return all measures per applicant."""
        return _bounds(self.values[:, self.table.start])

    def over_events(self) -> tuple[list[Bounds], list[Bounds]]:
        """Return what persons given a place come to, and the costs per graduate by currency.

        Persons given a place count from the first time on, on average over how they came to it.
        Both are empty if nobody is.
        """
        import numpy as np

        table, event = self.table, self._events()
        low, high = self._parts(_LOW), self._parts(_HIGH)
        largest = np.arange(2 * low.gain.shape[1]) >= low.gain.shape[1]
        ends = extreme_ratios(table, low + high, event + event, largest)
        mode = likeliest_ratios(table, self._parts(_MODE), event)
        found = np.stack([ends[~largest], mode, ends[largest]])
        width = self.values.shape[2] - self.first
        return (
            _bounds(found[:, :width]) if self.placed.any() else [],
            _bounds(found[:, width:]) if self.certified.any() else [],
        )

    def _events(self) -> Reward:
        """Return a place given, once for what each person comes to; a certificate for each cost."""
        import numpy as np

        width = self.values.shape[2] - self.first
        happens = np.concatenate(
            [_columns(self.placed, width), _columns(self.certified, width - _COSTS)], axis=1
        )
        return Reward(happens.astype(float), ~happens)

    def _parts(self, sense: int) -> Reward:
        """Return what is gained from a place on, and all costs; for each, up to the event."""
        import numpy as np

        event = self._events()
        costs = self.first + _COSTS
        gain, values = self.gains[sense], self.values[sense][self.table.to]
        nothing = np.zeros((len(gain), values.shape[1] - self.first))
        before = np.concatenate([nothing, gain[:, costs:]], axis=1)
        after = np.concatenate([values[:, self.first :], values[:, costs:]], axis=1)
        return Reward(before + np.where(event.goes_on, 0.0, after), event.goes_on)


def expect(table: Table, times: Numbers, currencies: tuple[str, ...]) -> Expected:
    """Return the expected measures of a table whose branches take `times` (b, 3) days."""
    import numpy as np

    certified = _usual(table, lambda step: CERTIFICATE in step.gives)
    placed = _usual(table, lambda step: HOLDS_A_PLACE in step.gives)
    paid = _usual(table, lambda step: step.pays_person)
    count, every = len(table.chain.steps), np.arange(len(table.to))
    gains = np.zeros((3, len(every), 2 * count + _COSTS + len(currencies)))
    goes_on = np.ones(gains.shape[1:], dtype=bool)
    gains[:, every, table.step] = 1.0
    goes_on[every, table.step] = False
    gains[:, every, count + table.step] = 1.0
    gains[:, :, 2 * count], gains[:, :, 2 * count + 1] = certified, paid
    goes_on[:, 2 * count], goes_on[:, 2 * count + 1] = ~certified, ~paid
    gains[:, :, 2 * count + 2] = times.T
    costs = [[_costs(step, name) for name in currencies] for step in table.chain.steps]
    by_sense = np.array(costs).reshape(count, len(currencies), 3).transpose(2, 0, 1)
    gains[:, :, 2 * count + _COSTS :] = by_sense[:, table.step]
    low, mode, high = (Reward(gain, goes_on) for gain in gains)
    width = gains.shape[2]
    ends = extreme(table, low + high, np.arange(2 * width) >= width)
    values = np.stack([ends[:, :width], likeliest(table, mode), ends[:, width:]])
    return Expected(table, gains, values, certified, placed)


def _usual(table: Table, does: Callable[[Step], bool]) -> Flags:
    """Return (b) the branches that are the usual way of a step that does something."""
    import numpy as np

    doing = np.array([does(step) and bool(step.ways) for step in table.chain.steps])
    usual = (table.outcome == 0) | (table.outcome == NO_CHOICE)
    found: Flags = doing[table.step] & usual
    return found


def _costs(step: Step, currency: str) -> tuple[float, float, float]:
    """Return what a step costs in a currency; a cost that is not known may be in any."""
    if step.unit_cost is not None:
        cost = step.unit_cost if step.currency == currency else 0.0
        return cost, cost, cost
    return (0.0, math.nan, math.inf) if needs_cost(step) else (0.0, 0.0, 0.0)


def _columns(event: Flags, width: int) -> Flags:
    import numpy as np

    return np.repeat(event[:, None], width, axis=1)


def _bounds(values: Numbers) -> list[Bounds]:
    """Return bounds from (3, c)."""
    return [bounds(*three) for three in values.T.tolist()]
