"""A line of people at a node: who comes, who is served, how many stand in it each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.departures import Departed
from kerja.forecast.journeys import Journeys
from kerja.forecast.plans import LATE, Plan
from kerja.forecast.queues import Bucket, Lane
from kerja.forecast.servers import Servers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]


class Line:
    """A queue at a node. `change`: [days + 1] how many more stand in it, by day."""

    def __init__(self, plan: Plan, bucket: Bucket) -> None:
        import numpy as np

        node = plan.node
        self.plan = plan
        self.bucket = bucket
        self.place = Servers(node.servers) if node.servers else Lane(1 / node.pace)
        self.change: Ints = np.zeros(bucket.days + 1, dtype=np.int64)

    def serve(self, persons: Ints, come: Floats, journeys: Journeys) -> list[Departed]:
        """Serve people who come at moments, in that order; return how they leave."""
        import numpy as np

        plan, departures, tally = self.plan, journeys.departures, journeys.tally
        visits = journeys.begin(plan, persons, is_back=journeys.loops.holds(plan.at))
        outcome = departures.outcomes(plan, persons, visits)
        lasts = np.broadcast_to(departures.durations(plan, persons, visits), come.shape)
        due = departures.due(plan, persons, come) if plan.has_deadline else None
        limit = np.full(come.shape, np.inf) if due is None else np.maximum(due, come)
        last = np.minimum(limit, come + plan.node.patience)
        begin = self.place.starts(come, lasts, last, limit)
        inside = np.flatnonzero(~np.isnan(begin))
        outside = np.flatnonzero(np.isnan(begin))
        gone, begin = last.take(outside), begin.take(inside)
        self._note(come, 1)
        self._note(gone, -1)
        self._note(begin, -1)
        counted = begin < journeys.horizon
        tally.wait(plan.at, (begin - come.take(inside))[counted])
        if plan.node.unit_cost:
            journeys.ledger.pay("steps", plan.node.unit_cost, begin[counted])
        groups = departures.parted(
            plan,
            persons.take(inside),
            begin + lasts.take(inside),
            outcome=outcome if isinstance(outcome, int) else outcome.take(inside),
            due=None if due is None else due.take(inside),
            since=begin,
        )
        return [*groups, *departures.parted(plan, persons.take(outside), gone, outcome=LATE)]

    def _note(self, moments: Floats, sign: int) -> None:
        """Count persons who come (+1) or go (-1)."""
        import numpy as np

        days = len(self.change) - 1
        counted = np.minimum(moments, days).astype(np.int64)
        self.change += sign * np.bincount(counted, minlength=days + 1)
