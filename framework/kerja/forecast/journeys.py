"""People on their way through the nodes at which nobody waits for anybody, in arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.coming import Coming
from kerja.forecast.departures import Departed, Departures
from kerja.forecast.draws import Luck
from kerja.forecast.ledger import Ledger
from kerja.forecast.loops import Loops, loops
from kerja.forecast.plans import LATE, Plan, plans, ranks
from kerja.forecast.scheme import NOWHERE, Branch, Scheme
from kerja.forecast.tally import Tally
from kerja.forecast.tokens import Tokens
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]
    Small = NDArray[np.unsignedinteger]
    Group = tuple[Ints, Floats]

BLOCK = 1 << 15
"""Persons treated at once: few enough for their arrays to stay in the cache of the processor."""


class Journeys:
    """All people of a run, where they are and what they have done.

    `arrived` holds those who came to a node at which people meet, until somebody takes them.
    """

    def __init__(self, scheme: Scheme, world: World, luck: Luck, *, people: int) -> None:
        self.plans = plans(scheme, world, luck)
        self.loops: Loops = loops(scheme, self.plans)
        self.tally = Tally(scheme, world, luck, people=people)
        self.ledger = Ledger(scheme, people)
        self.tokens = Tokens(scheme, people, self.loops)
        self.coming = Coming(scheme.arrivals, luck)
        self.people = people
        self.horizon = float(scheme.calendar.days)
        self.departures = Departures(luck, self.tokens, horizon=self.horizon)
        self.arrived: dict[int, list[Group]] = {}
        self.ranks = ranks(scheme)
        # By node, and apart those who come in a loop from within it.
        self._pending: dict[tuple[int, bool], list[Group]] = {}

    def come(self, begin: float, end: float) -> None:
        """Let those come whose moment lies between two days, and go on as far as they can."""
        for low in range(0, self.people, BLOCK):
            high = min(low + BLOCK, self.people)
            persons, when = self.coming.between(low, high, begin=begin, end=end)
            self.tally.come(persons)
            self.send(persons, when)

    def send(self, persons: Ints, when: Floats) -> None:
        """Let people begin the first node and go on until they meet others or leave."""
        self._pending.setdefault((0, self.loops.holds(0)), []).append((persons, when))
        self.go_on()

    def go_on(self, before: int | None = None) -> None:
        """Move everybody on who waits for nobody; only at nodes that come before one, if given.

        The fewer and larger the groups that move, the faster: who comes out of one line waits for
        those who come out of the next, where they go the same way.
        """
        pending, order = self._pending, self.ranks
        last = len(order) if before is None else order[before]
        while pending:
            at, is_back = min(pending, key=lambda place: (order[place[0]], place))
            if order[at] >= last and at != before:
                return
            persons, when = _joined(pending.pop((at, is_back)))
            plan = self.plans[at]
            if not plan.node.is_cut:
                for some, moments in self.tokens.apart(persons, when):
                    self._pass(plan, some, moments, is_back=is_back)
                continue
            if not is_back:
                self.tokens.begin(self.loops.rows_of(at), persons, ())
            self.arrived.setdefault(at, []).append((persons, when))

    def begin(self, plan: Plan, persons: Ints, *, is_back: bool) -> Small | None:
        """Count a visit; return its number for each person, None if it is the first for all."""
        self.tally.reached[plan.at] += persons.size
        row = self.loops.visits.get(plan.at)
        return self.tokens.count(row, persons) if is_back and row is not None else None

    def finish(self, plan: Plan, groups: list[Departed]) -> None:
        """End a node at which people meet: pay, count, and put them at what follows."""
        for group in groups:
            self._follow(plan, group, is_back=self.loops.holds(plan.at))

    def _pass(self, plan: Plan, persons: Ints, when: Floats, *, is_back: bool) -> None:
        node = plan.node
        if node.kind == "join":
            persons, when = self.tokens.join(plan.at, persons, when)
        visits = self.begin(plan, persons, is_back=is_back)
        if node.unit_cost:
            self.ledger.pay("steps", node.unit_cost, when)
        if not node.ways:
            self._leave(persons, when)
        elif node.kind == "fork":
            self._fork(plan, persons, when)
        else:
            for group in self.departures.of(plan, persons, when, visits=visits):
                self._follow(plan, group, is_back=is_back)

    def _follow(self, plan: Plan, group: Departed, *, is_back: bool) -> None:
        persons, done = group.persons, group.done
        if plan.is_remembered:
            self.tokens.remember(plan.at, persons, done)
        if group.column == LATE:
            self.tally.late[plan.at] += persons.size
            branch = plan.node.late
        else:
            branch = plan.node.ways[group.column]
        if group.column == 0:
            self._usual(plan, persons, done)
        if branch is None:
            return
        row = self.loops.ways.get((plan.at, group.column))
        if row is not None and is_back:
            self._bounded(plan, branch, row, group=group)
        else:
            self._put(plan, branch.to, persons, done, is_back=is_back, row=row)

    def _usual(self, plan: Plan, persons: Ints, done: Floats) -> None:
        self.tally.usual[plan.at] += persons.size
        for stage in plan.stages:
            self.tally.pass_stage(stage, persons)
        if plan.frees:
            self.ledger.free(done)
        for payment in plan.payments:
            paid = done + payment.delay if payment.delay else done
            self.ledger.pay_promised(payment.kind, payment.amount, persons, paid)

    def _bounded(self, plan: Plan, branch: Branch, row: int, *, group: Departed) -> None:
        import numpy as np

        times = self.tokens.count(row, group.persons)
        within = times <= branch.at_most
        for chosen, target in ((within, branch.to), (~within, branch.used_up)):
            found = np.flatnonzero(chosen)
            persons, done = group.persons.take(found), group.done.take(found)
            self._put(plan, target, persons, done, is_back=True)

    def _fork(self, plan: Plan, persons: Ints, when: Floats) -> None:
        self.tally.usual[plan.at] += persons.size
        self.tokens.split(persons, len(plan.node.ways))
        for way in plan.node.ways:
            self._put(plan, way.to, persons, when, is_back=True)

    def _leave(self, persons: Ints, when: Floats) -> None:
        persons, when = self.tokens.last_of(persons, when)
        self.tally.left[0] += persons.size
        self.ledger.release(persons, when)

    def _put(
        self,
        origin: Plan,
        at: int,
        persons: Ints,
        done: Floats,
        *,
        is_back: bool,
        row: int | None = None,
    ) -> None:
        """Put people at a node; whoever stays in a loop into which they have just come is noted."""
        if at == NOWHERE or not persons.size:
            return
        stays = self.loops.stays(origin.at, at)
        if stays and not is_back:
            seen = (self.loops.visits.get(origin.at), row)
            rows = self.loops.rows_of(at)
            self.tokens.begin(rows, persons, [one for one in seen if one is not None])
        self._pending.setdefault((at, stays), []).append((persons, done))


def _joined(pieces: list[tuple[Ints, Floats]]) -> tuple[Ints, Floats]:
    import numpy as np

    if len(pieces) == 1:
        return pieces[0]
    return np.concatenate([p for p, _ in pieces]), np.concatenate([w for _, w in pieces])
