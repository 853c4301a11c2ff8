"""People in numbers on their way between states: counts by day, and what they carry with them.

A flow is an array [worlds, channels, days]. The first channel counts persons; the others are sums
over these persons of what each carries, so that all of them spread in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.forecast.cohort_books import Books
from kerja.forecast.cohort_households import Households
from kerja.forecast.cohort_kernels import LATE, Durations, Part, convolved, parts
from kerja.forecast.cohort_states import Exit, Layout
from kerja.forecast.scheme import NOWHERE, Scheme
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_MIDDAY = 0.5
_FEW = 1e-12


@dataclass(frozen=True, slots=True)
class Channels:
    """The position of each thing that is carried; -1 where the scheme does not need it.

    `weight`: the part of a person that a thread after a fork stands for; `owed`: money promised;
    `top`: highest score that somebody who has lost a ranking may still have; `full`: persons passed
    over because their household has its places; `ends`: for each node
    from which a deadline is counted the first of three: persons who ended it, and the sums of the
    moment and of its square.
    """

    size: int
    weight: int
    owed: int
    top: int
    full: int
    ends: dict[int, int]


def channels(scheme: Scheme) -> Channels:
    """Return what people of a scheme carry."""
    size = 1
    found: list[int] = []
    for is_needed in (
        any(node.kind == "fork" for node in scheme.nodes),
        scheme.has_ceiling and scheme.rounds.package > 0,
        "ranking" in scheme.rounds.methods and any(n.kind == "draw" for n in scheme.nodes),
        scheme.rounds.household is not None,
    ):
        found.append(size if is_needed else -1)
        size += is_needed
    ends = {}
    for since in sorted({n.since for n in scheme.nodes if n.since != NOWHERE and n.late}):
        ends[since] = size
        size += 3
    weight, owed, top, full = found
    return Channels(size, weight, owed, top, full, ends)


class Flows:
    """Who comes to every state on every day, and the counting of who ends a step.

    `coming`: by state, [worlds, channels, days]; at a join by lead, in `held`.
    """

    def __init__(self, scheme: Scheme, made: Layout, worlds: World) -> None:
        import numpy as np

        self.scheme, self.made, self.worlds = scheme, made, worlds
        self.number, self.days = len(worlds.people), scheme.calendar.days
        self.carried = channels(scheme)
        self.books = Books(scheme, self.number)
        self.households: Households | None = None
        if scheme.rounds.household is not None:
            cap = scheme.rounds.household.cap
            self.households = Households(cap, worlds.applicants, worlds.people)
        self.coming: dict[int, Floats] = {}
        self.held: dict[int, dict[int, Floats]] = {}
        self.durations = [
            Durations(node.law, worlds.laws[:, at], self.days)
            for at, node in enumerate(scheme.nodes)
        ]
        self._parts: dict[tuple[int, bool], tuple[Part, ...]] = {}
        self._has_deadline = [
            node.late is not None and bool(np.isfinite(worlds.deadlines[:, at]).any())
            for at, node in enumerate(scheme.nodes)
        ]

    def empty(self, days: int) -> Floats:
        """Return a flow of nobody."""
        import numpy as np

        return np.zeros((self.number, self.carried.size, days))

    def taken(self, state: int, first: int, end: int) -> Floats | None:
        """Return and remove who comes to a state on the days of a slice; None if nobody does."""
        if state not in self.coming:
            return None
        part = self.coming[state][:, :, first:end]
        if not part[:, 0].any():
            return None
        found = part.copy()
        part[...] = 0.0
        return found

    def has_deadline(self, at: int) -> bool:
        """True if a missed deadline of this node leads somewhere in some world."""
        return self._has_deadline[at]

    def remaining(self, state: int, first: int, flow: Floats) -> Floats:
        """Return the days to the deadline from each day of a flow, [worlds, days], on average."""
        at, is_start = self.made.states[state].at, self.made.states[state].from_start
        node, deadline = self.scheme.nodes[at], self.worlds.deadlines[:, at, None]
        if node.since == NOWHERE:
            return deadline + 0.0 * flow[:, 0]
        age, _, share = self.age(node.since, flow, self.moments(first, flow, is_start=is_start))
        return deadline - age * share

    def age(self, since: int, flow: Floats, moments: Floats) -> tuple[Floats, Floats, Floats]:
        """Return how long ago a node ended: mean, standard deviation, part who ended it at all."""
        import numpy as np

        where = self.carried.ends[since]
        ended = np.maximum(flow[:, where], _FEW)
        mean = flow[:, where + 1] / ended
        spread = np.sqrt(np.maximum(flow[:, where + 2] / ended - mean**2, 0.0))
        share = np.minimum(flow[:, where] / np.maximum(flow[:, 0], _FEW), 1.0)
        return np.maximum(moments - mean, 0.0) * (share > 0), spread, share

    def moments(self, first: int, flow: Floats, *, is_start: bool) -> Floats:
        """Return the moment that each day of a flow stands for."""
        import numpy as np

        start = first + (0.0 if is_start else _MIDDAY)
        return start + np.arange(flow.shape[-1], dtype=np.float64)

    def parts(self, at: int, *, from_start: bool) -> tuple[Part, ...]:
        """Return how people leave a step whose deadline begins with it."""
        key = at, from_start
        if key not in self._parts:
            node = self.scheme.nodes[at]
            until = self.worlds.deadlines[:, at] if self._has_deadline[at] else None
            self._parts[key] = self.parts_until(at, until, from_start=from_start)
            assert node.since == NOWHERE or until is None
        return self._parts[key]

    def parts_until(self, at: int, until: Floats | None, *, from_start: bool) -> tuple[Part, ...]:
        """Return how people leave a step, `until` ([worlds]) days before its deadline."""
        return parts(
            self.scheme.nodes[at], self.durations[at], self.worlds.shares[:, at],
            from_start=from_start, until=until,
        )  # fmt: skip

    def send(self, state: int, first: int, flow: Floats, leaving: tuple[Part, ...]) -> None:
        """Let people who begin a step from a day on end it, each at their time."""
        for part in leaving:
            ended = convolved(flow, part.kernel, self.days - first)
            for position, column in enumerate(part.columns):
                share = part.shares[:, position]
                if share.any():
                    self.finish(state, column, first, ended * share[:, None, None])

    def finish(self, state: int, column: int, first: int, flow: Floats) -> None:
        """Count people who end a step from a day on in one way, pay them, and let them go on."""
        flow = flow[:, :, : self.days - first]
        at = self.made.states[state].at
        way = self.made.exits[state].get(column)
        if at in self.carried.ends:
            self._note_end(at, first, flow, way)
        if column == LATE:
            self.books.late[:, at] += flow[:, 0].sum(axis=-1)
        if column == 0:
            number = flow[:, 0].sum(axis=-1)
            self.books.usual[:, at] += number
            for stage in way.stages if way is not None else ():
                self.books.stages[:, stage] += number
            if at in self.scheme.rounds.freed_at:
                self.books.free(first, flow[:, 0])
            self._pay(at, first, flow)
        if way is not None:
            self.put(way, first, flow)

    def put(self, way: Exit, first: int, flow: Floats) -> None:
        """Let people come to what follows."""
        if way.target == NOWHERE or not flow.shape[-1]:
            return
        at = self.made.states[way.target].at
        if self.scheme.nodes[at].kind == "join":
            store = self.held.setdefault(way.target, {})
            key = way.lead
        else:
            store, key = self.coming, way.target
        if key not in store:
            store[key] = self.empty(self.days)
        store[key][:, :, first : first + flow.shape[-1]] += flow

    def leave(self, first: int, flow: Floats) -> None:
        """Count people who come to an end, and free what is still promised to them."""
        carried = self.carried
        weight = carried.weight if carried.weight > 0 else 0
        self.books.left += flow[:, weight].sum(axis=-1)
        if carried.owed > 0:
            self.books.promise(first, -flow[:, carried.owed])

    def begin(self, at: int, first: int, flow: Floats, *, pays: bool = True) -> None:
        """Count people who begin a step, and pay what it costs."""
        self.books.reached[:, at] += flow[:, 0].sum(axis=-1)
        cost = self.scheme.nodes[at].unit_cost
        if cost and pays:
            self.books.pay("steps", first, flow[:, 0] * cost)

    def _pay(self, at: int, first: int, flow: Floats) -> None:
        import numpy as np

        owed = self.carried.owed
        for payment in self.scheme.payments:
            if payment.node != at or not payment.amount:
                continue
            amounts = flow[:, 0] * payment.amount
            self.books.pay(payment.kind, first, amounts, payment.delay)
            if owed > 0:
                spent = np.minimum(flow[:, owed], amounts)
                flow[:, owed] -= spent
                self.books.promise(first, -spent, payment.delay)

    def _note_end(self, at: int, first: int, flow: Floats, way: Exit | None) -> None:
        where = self.carried.ends[at]
        is_start = way is not None and way.from_start
        moments = self.moments(first, flow, is_start=is_start)
        for power in range(3):
            flow[:, where + power] = flow[:, 0] * moments**power
