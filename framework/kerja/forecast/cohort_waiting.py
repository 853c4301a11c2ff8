"""People who wait at a step, in numbers: since when, and until when at most."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kerja.forecast.cohort_flows import Flows
from kerja.forecast.cohort_kernels import LATE
from kerja.forecast.cohort_states import Unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_FEW = 1e-9


class Waiting:
    """People who wait at a node, by state and day of arrival, and until when at most."""

    def __init__(self, flows: Flows, unit: Unit) -> None:
        self.flows, self.unit, self.at = flows, unit, unit.at
        self.node = flows.scheme.nodes[unit.at]
        self.there: dict[int, Floats] = {}
        self.due: dict[int, Floats] = {}
        self._limit: dict[int, Floats] = {}
        self._first = flows.days
        self._left_on = -1

    def let_in(self, first: int, end: int) -> bool:
        """Let those in who come in a slice; tell whether anybody does."""
        is_any = False
        for state in self.unit.states:
            flow = self.flows.taken(state, first, end)
            if flow is None:
                continue
            is_any = True
            self.flows.begin(self.at, first, flow, pays=not self.node.queues)
            for day in range(flow.shape[-1]):
                self._come(state, first + day, flow[:, :, day : day + 1])
        return is_any

    def counts(self, until: int) -> tuple[slice, Floats]:
        """Return the days of arrival of those who came before a day, and how many are left."""
        import numpy as np

        while self._first < until and self._nobody(self._first):
            self._first += 1
        days = slice(min(self._first, until), until)
        total = np.zeros((self.flows.number, until - days.start))
        for there in self.there.values():
            total += there[:, 0, days]
        return days, total

    def take(self, state: int, days: slice, share: Floats) -> Floats:
        """Remove a share of each day's arrivals; return them: [worlds, channels, days]."""
        found: Floats = self.there[state][:, :, days] * share[:, None, :]
        self.there[state][:, :, days] -= found
        return found

    def send_late(self, today: int, *, at_start: bool = False) -> None:
        """Let those go whose time ends today; `at_start` only those who go as the day begins."""
        import numpy as np

        if not at_start:
            if self._left_on == today:
                return
            self._left_on = today
        if not self._has_limit:
            return
        days, total = self.counts(today + (not at_start))
        if not total.any():
            return
        came = np.arange(days.start, days.stop)
        for state in self.there:
            is_start = self.flows.made.states[state].from_start
            if at_start and not is_start:
                continue
            ends = came + self._limit[state][:, days]
            gone = _share_gone(ends, today, is_start=is_start, at_start=at_start)
            if gone.any():
                flow = self.take(state, days, gone).sum(axis=-1, keepdims=True)
                self.flows.finish(state, LATE, today, flow)

    @property
    def _has_limit(self) -> bool:
        return self.flows.has_deadline(self.at) or self.node.patience < float("inf")

    def _nobody(self, day: int) -> bool:
        return not any((there[:, 0, day] > _FEW).any() for there in self.there.values())

    def _come(self, state: int, day: int, flow: Floats) -> None:
        import numpy as np

        if not flow[:, 0].any():
            return
        runs = self.node.run_days
        is_start = self.flows.made.states[state].from_start
        due = self.flows.remaining(state, day, flow) if self.flows.has_deadline(self.at) else None
        if runs:
            day = next_run(day, runs, is_start=is_start)
            if day >= self.flows.days:
                return
        if state not in self.there:
            shape = (self.flows.number, self.flows.days)
            self.there[state] = self.flows.empty(self.flows.days)
            self.due[state] = np.full(shape, np.inf)
            self._limit[state] = np.full(shape, np.inf)
        self.there[state][:, :, day] += flow[:, :, 0]
        self._first = min(self._first, day)
        if due is not None:
            self.due[state][:, day] = np.maximum(due[:, 0], 0.0)
        self._limit[state][:, day] = np.minimum(self.due[state][:, day], self.node.patience)


def next_run(day: int, runs: float, *, is_start: bool) -> int:
    """Return the day of the next pay run for those who come on a day."""
    return math.floor(math.ceil((day if is_start else day + 0.5) / runs) * runs)


def _share_gone(ends: Floats, today: int, *, is_start: bool, at_start: bool) -> Floats:
    """Return which part of those still there goes today; `ends` in days, from the day of arrival.

    Who arrived evenly within a day goes evenly over a day, so partly today and partly tomorrow.
    """
    import numpy as np

    if is_start:
        limit = today if at_start else today + 1 - 1e-9
        return np.where(ends <= limit, 1.0, 0.0)
    by_now = np.clip(today + 1 - ends, 0.0, 1.0)
    before = np.clip(today - ends, 0.0, 1.0)
    return np.where(before < 1.0, (by_now - before) / np.maximum(1.0 - before, 1e-12), 1.0)
