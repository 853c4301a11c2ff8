"""The cohort engine: people are counted by day and step, in many worlds at once.

It gives what is expected, at a cost that does not depend on the number of people. Lines are
fluid: nobody waits where fewer come than can be served, and waits shorter than a day are not seen.
Where money decides whether a round opens, the expected course of events decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.cohort_flows import Flows
from kerja.forecast.cohort_joins import Join
from kerja.forecast.cohort_lines import Line
from kerja.forecast.cohort_pools import Pool
from kerja.forecast.cohort_states import Layout, Unit, layout, loops
from kerja.forecast.cohort_waiting import next_run
from kerja.forecast.results import Run
from kerja.forecast.scheme import NOWHERE, Arrivals, Scheme
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_BLOCK_BYTES = 128_000_000
_MOST_PASSES = 60
_NOBODY = 1e-9


def run_cohort(scheme: Scheme, worlds: World) -> tuple[Run, ...]:
    """Return the expected result of every world.

    Args:
        scheme: the compiled plan.
        worlds: one world or many, as `settle` gives them.

    Raises:
        KerjaError: limits of the ways back make too many states.
    """
    import numpy as np

    if worlds.values.ndim == 1:
        worlds = _block(worlds, None)
    made = layout(scheme)
    number = len(worlds.people)
    size = 8 * scheme.calendar.days * (len(made.states) + 4)
    step = max(1, min(number, _BLOCK_BYTES // max(size, 1)))
    found: list[Run] = []
    for first in range(0, number, step):
        part = _block(worlds, np.arange(first, min(first + step, number), dtype=np.int64))
        found.extend(_Engine(scheme, made, part).run())
    return tuple(found)


def said_wait(days: float | None) -> str:
    """Return a mean wait as it may be read: the engine sees whole days."""
    if days is None:
        return "nobody was served"
    return "< 1 day" if days < 1 else f"{days:.1f} days"


class _Engine:
    def __init__(self, scheme: Scheme, made: Layout, worlds: World) -> None:
        self.scheme, self.made, self.worlds = scheme, made, worlds
        self.flows = Flows(scheme, made, worlds)
        self.lines: dict[int, Line] = {}
        self.pools: dict[int, Pool] = {}
        self.joins: dict[int, Join] = {}
        for unit in (unit for group in made.order for unit in group):
            node = scheme.nodes[unit.at]
            if node.queues:
                self.lines[unit.at] = Line(self.flows, unit)
            elif node.kind == "draw":
                self.pools[unit.at] = Pool(self.flows, unit)
            elif node.kind == "join":
                self.joins[unit.at] = Join(self.flows, unit)

    def run(self) -> tuple[Run, ...]:
        flows, days = self.flows, self.scheme.calendar.days
        coming = flows.empty(days)
        coming[:, 0] = self.worlds.people[:, None] * spread(self.scheme.arrivals, days)
        for channel in (flows.carried.weight, flows.carried.top):
            if channel > 0:
                coming[:, channel] = coming[:, 0]
        flows.books.applied = coming[:, 0].sum(axis=-1)
        flows.coming[0] = coming
        rounds = self.scheme.rounds.days if self.pools else ()
        now = 0
        for number, day in enumerate(rounds):
            self._advance(now, min(day, days))
            now = min(day, days)
            if day < days:
                for pool in self.pools.values():
                    pool.hold(number, day)
        self._advance(now, days)
        return flows.books.runs(self.scheme, self.worlds)

    def _advance(self, first: int, end: int) -> None:
        """Settle everything in a slice of time: step after step, loops day by day."""
        if first >= end:
            return
        for group in self.made.order:
            if loops(group, self.made):
                for day in range(first, end):
                    self._circle(group, day)
            else:
                self._do(group[0], first, end)

    def _circle(self, group: tuple[Unit, ...], day: int) -> None:
        """Settle a day of a loop: again and again until nobody comes round on the same day."""
        for _ in range(_MOST_PASSES):
            for unit in group:
                self._do(unit, day, day + 1)
            if not self._is_busy(group, day):
                break
        self._put_off(group, day)

    def _is_busy(self, group: tuple[Unit, ...], day: int) -> bool:
        coming = self.flows.coming
        limit = _NOBODY * max(1.0, float(self.worlds.people.max()))
        return any(
            state in coming and bool((coming[state][:, 0, day] > limit).any())
            for unit in group
            for state in unit.states
        )

    def _put_off(self, group: tuple[Unit, ...], day: int) -> None:
        for state in (state for unit in group for state in unit.states):
            flow = self.flows.taken(state, day, day + 1)
            if flow is not None and day + 1 < self.scheme.calendar.days:
                self.flows.coming[state][:, :, day + 1] += flow[:, :, 0]

    def _do(self, unit: Unit, first: int, end: int) -> None:
        at = unit.at
        if at in self.lines:
            self.lines[at].let_in(first, end)
            for day in range(first, end):
                self.lines[at].serve(day)
        elif at in self.pools:
            self.pools[at].let_in(first, end)
            for day in range(first, end):
                self.pools[at].send_late(day)
        elif at in self.joins:
            self.joins[at].meet(first, end)
        else:
            self._pass(unit.states[0], first, end)

    def _pass(self, state: int, first: int, end: int) -> None:
        """Let people do a step at which nobody waits for anybody."""
        flows, made = self.flows, self.made
        flow = flows.taken(state, first, end)
        if flow is None:
            return
        at = made.states[state].at
        node = self.scheme.nodes[at]
        flows.begin(at, first, flow)
        if not node.ways:
            flows.leave(first, flow)
        elif node.kind == "fork":
            self._fork(state, first, flow)
        elif node.run_days or (flows.has_deadline(at) and node.since != NOWHERE):
            for day in range(flow.shape[-1]):
                one = flow[:, :, day : day + 1]
                if one[:, 0].any():
                    self._pass_one(state, first + day, one)
        else:
            is_start = made.states[state].from_start
            flows.send(state, first, flow, flows.parts(at, from_start=is_start))

    def _pass_one(self, state: int, day: int, flow: Floats) -> None:
        """Let those who come on one day do a step with pay runs, or a deadline from elsewhere."""
        import numpy as np

        flows, at = self.flows, self.made.states[state].at
        is_start, node = self.made.states[state].from_start, self.scheme.nodes[at]
        begin, delay = day, 0.0
        begins_at_start = is_start
        if node.run_days:
            begin = next_run(day, node.run_days, is_start=is_start)
            delay = begin - (day if is_start else day + 0.5)
            begins_at_start = True
            if begin >= flows.days:
                return
        if not flows.has_deadline(at):
            flows.send(state, begin, flow, flows.parts(at, from_start=begins_at_start))
            return
        for some, until in self._apart(state, day, flow):
            left = np.maximum(until - delay, 0.0)
            flows.send(state, begin, some, flows.parts_until(at, left, from_start=begins_at_start))

    def _apart(self, state: int, day: int, flow: Floats) -> list[tuple[Floats, Floats]]:
        """Return people by the time that is left to them, in at most three parts.

        The moment at which the other step ended is known by mean and spread; two values, one
        spread below and above the mean, have the same.
        """
        flows, at = self.flows, self.made.states[state].at
        since, deadline = self.scheme.nodes[at].since, self.worlds.deadlines[:, at]
        if since == NOWHERE:
            return [(flow, deadline)]
        moments = flows.moments(day, flow, is_start=self.made.states[state].from_start)
        age, spread_, share = (one[:, 0] for one in flows.age(since, flow, moments))
        where = flows.carried.ends[since]
        found = []
        never = flow * (1.0 - share)[:, None, None]
        never[:, where : where + 3] = 0.0
        if bool((never[:, 0] > 0).any()):
            found.append((never, deadline))
        halves = (-1.0, 1.0) if bool((spread_ > _NOBODY).any()) else (0.0,)
        for sign in halves:
            some = flow * (share / len(halves))[:, None, None]
            ended = moments[0] - age + sign * spread_
            for power in range(3):
                some[:, where + power, 0] = some[:, 0, 0] * ended**power
            found.append((some, deadline - (moments[0] - ended).clip(min=0.0)))
        return found

    def _fork(self, state: int, first: int, flow: Floats) -> None:
        flows, carried = self.flows, self.flows.carried
        at = self.made.states[state].at
        flows.books.usual[:, at] += flow[:, 0].sum(axis=-1)
        ways = self.made.exits[state]
        thread = flow.copy()
        for channel in (carried.weight, carried.owed):
            if channel > 0:
                thread[:, channel] /= len(ways)
        for way in ways.values():
            flows.put(way, first, thread)


def spread(plan: Arrivals, days: int) -> Floats:
    """Return the part of all persons who come on each day: [days]."""
    import numpy as np

    weights = np.asarray(plan.weeks, dtype=np.float64)
    daily = np.repeat(weights / weights.sum() / 7.0, 7)[:days]
    return np.concatenate((daily, np.zeros(days - len(daily))))


def _block(worlds: World, chosen: Ints | None) -> World:
    """Return some of many worlds; with None a single world as a block of one."""
    rows = (
        worlds.values, worlds.shares, worlds.laws, worlds.deadlines,
        worlds.people, worlds.quota, worlds.groups, worlds.applicants,
    )  # fmt: skip
    return World(*(row[None] if chosen is None else row[chosen] for row in rows))
