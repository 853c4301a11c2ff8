"""A line in numbers: a fluid that flows off in the order in which it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.cohort_flows import Flows
from kerja.forecast.cohort_states import Unit
from kerja.forecast.cohort_waiting import Waiting
from kerja.forecast.scheme import NOWHERE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Line(Waiting):
    """A line: who came first is served first, as many a day as there are hands for."""

    def __init__(self, flows: Flows, unit: Unit) -> None:
        import numpy as np

        super().__init__(flows, unit)
        self._begun: Floats = np.zeros((flows.number, flows.days))
        self._busy: Floats | None = None
        if self.node.servers:
            until = flows.worlds.deadlines[:, self.at] if flows.has_deadline(self.at) else None
            duration = flows.durations[self.at]
            kernel = (
                duration.kernel(from_start=False)
                if until is None or self.node.since != NOWHERE
                else duration.held(until, from_start=False, lost=False)
            )
            ended = np.zeros((len(kernel), flows.days))
            ended[:, : kernel.shape[-1]] = np.cumsum(kernel, axis=-1)
            ended[:, kernel.shape[-1] :] = ended[:, kernel.shape[-1] - 1 :][:, :1]
            self._busy = np.maximum(1.0 - ended, 0.0)

    def serve(self, today: int) -> None:
        """Serve people for one day."""
        import numpy as np

        days, total = self.counts(today + 1)
        room = self._room(today)
        before = np.cumsum(total, axis=-1) - total
        served = np.clip(room[:, None] - before, 0.0, total)
        share = np.divide(served, total, out=np.zeros_like(total), where=total > 0)
        if served.any():
            self._begun[:, today] += served.sum(axis=-1)
            for state in self.there:
                self._start(state, today, days, share)
        self.send_late(today)
        days, total = self.counts(today + 1)
        self.flows.books.lines[self.at][:, today] = total.sum(axis=-1)

    def _start(self, state: int, today: int, days: slice, share: Floats) -> None:
        import numpy as np

        flow = self.take(state, days, share)
        books, flows = self.flows.books, self.flows
        counts = flow[:, 0]
        waited = today - np.arange(days.start, days.stop)
        books.served[:, self.at] += counts.sum(axis=-1)
        books.waited[:, self.at] += (counts * waited).sum(axis=-1)
        begin = flow.sum(axis=-1, keepdims=True)
        cost = self.node.unit_cost
        if cost:
            books.pay("steps", today, begin[:, 0] * cost)
        if not flows.has_deadline(self.at):
            flows.send(state, today, begin, flows.parts(self.at, from_start=False))
            return
        due = self.due[state][:, days]
        left = np.where(counts > 0, np.where(np.isinf(due), 1e9, due) - waited, 0.0)
        mean = (left * counts).sum(axis=-1) / np.maximum(counts.sum(axis=-1), 1e-300)
        until = np.maximum(mean, 0.0)
        flows.send(state, today, begin, flows.parts_until(self.at, until, from_start=False))

    def _room(self, today: int) -> Floats:
        """Return how many more may begin today.

        With servers: as many as are free at the end of the day, over the part of those who begin
        that are then still served. In the long run that is servers / mean duration a day.
        """
        import numpy as np

        if self._busy is None:
            begun: Floats = self._begun[:, today]
            return self.node.pace - begun
        busy = (self._begun[:, :today] * self._busy[:, today:0:-1]).sum(axis=-1)
        still = np.maximum(self._busy[:, 0], 1e-12)
        room: Floats = (self.node.servers - busy) / still - self._begun[:, today]
        return np.maximum(room, 0.0)
