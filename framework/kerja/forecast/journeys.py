"""People on their way through the nodes at which nobody waits for anybody, in arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.draws import Luck
from kerja.forecast.ledger import Ledger
from kerja.forecast.plans import LATE, Plan, plans, ranks
from kerja.forecast.scheme import NOWHERE, Branch, Scheme
from kerja.forecast.tally import Tally
from kerja.forecast.tokens import Tokens
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Small = NDArray[np.int16]

BLOCK = 1 << 15
"""Persons treated at once: few enough for their arrays to stay in the cache of the processor."""


class Journeys:
    """All people of a run, where they are and what they have done.

    `arrived` holds those who came to a node at which people meet, until somebody takes them.
    """

    def __init__(self, scheme: Scheme, world: World, luck: Luck, *, people: int) -> None:
        self.scheme = scheme
        self.luck = luck
        self.plans = plans(scheme, world, luck)
        self.tally = Tally(scheme, people)
        self.ledger = Ledger(scheme, people)
        self.tokens = Tokens(scheme, people)
        self.horizon = float(scheme.calendar.days)
        self.arrived: dict[int, list[tuple[Ints, Floats]]] = {}
        self._ranks = ranks(scheme)
        self._pending: dict[int, list[tuple[Ints, Floats]]] = {}

    def send(self, at: int, persons: Ints, when: Floats) -> None:
        """Let people begin a node and go on until they meet others or leave."""
        for low in range(0, persons.size, BLOCK):
            self._put(at, persons[low : low + BLOCK], when[low : low + BLOCK])
            self.go_on()

    def go_on(self, before: int | None = None) -> None:
        """Move everybody on who waits for nobody; only at nodes that come before one, if given.

        The fewer and larger the groups that move, the faster: who comes out of one line waits for
        those who come out of the next, where they go the same way.
        """
        pending, order = self._pending, self._ranks
        last = len(order) if before is None else order[before]
        while pending:
            at = min(pending, key=order.__getitem__)
            if order[at] >= last and at != before:
                return
            persons, when = _joined(pending.pop(at))
            if self.plans[at].node.is_cut:
                self.arrived.setdefault(at, []).append((persons, when))
                continue
            for some, moments in self.tokens.apart(persons, when):
                self._pass(self.plans[at], some, moments)

    def begin(self, plan: Plan, persons: Ints) -> Small | None:
        """Count a visit; return its number for each person, None if it is the first for all."""
        self.tally.reached[plan.at] += persons.size
        return self.tokens.visit(plan.at, persons) if plan.may_return else None

    def durations(self, plan: Plan, persons: Ints, visits: Small | None) -> Floats | float:
        """Return how long the node lasts for each person, one number if it is the same for all."""
        fixed = plan.law.constant
        if fixed is not None:
            return fixed
        return plan.law.of(self.luck.uniform(plan.duration_key, persons, visits))

    def due(self, plan: Plan, persons: Ints, since: Floats) -> Floats:
        """Return the moment of each person's deadline; `since` is when the node began."""
        if plan.node.since == NOWHERE:
            return since + plan.deadline
        return self.tokens.ended(plan.node.since, persons, since) + plan.deadline

    def outcomes(self, plan: Plan, persons: Ints, visits: Small | None) -> Ints | int:
        """Return the outcome of each person, one number if it is the same for all."""
        import numpy as np

        if len(plan.columns) == 1:
            return plan.columns[0]
        even = self.luck.uniform(plan.outcome_key, persons, visits)
        place = (even >= plan.bounds[0]).astype(np.int8)
        for bound in plan.bounds[1:]:
            place += even >= bound
        return np.asarray(_columns(plan).take(place))

    def finish(
        self,
        plan: Plan,
        persons: Ints,
        done: Floats,
        *,
        outcome: Ints | int,
        due: Floats | None = None,
        since: Floats | None = None,
    ) -> None:
        """End a node for people: pay, count, and put them at what follows."""
        import numpy as np

        if due is not None and since is not None:
            outcome, done = _held_to(plan, done, outcome, np.maximum(due, since))
        if done.size and not done.max() < self.horizon:
            kept = np.flatnonzero(done < self.horizon)
            persons, done = persons.take(kept), done.take(kept)
            outcome = outcome if isinstance(outcome, int) else outcome[kept]
        if plan.is_remembered:
            self.tokens.remember(plan.at, persons, done)
        if isinstance(outcome, int):
            self._follow(plan, outcome, persons, done)
            return
        for column in plan.outcomes:
            chosen = np.flatnonzero(outcome == column)
            if chosen.size:
                self._follow(plan, column, persons.take(chosen), done.take(chosen))

    def _pass(self, plan: Plan, persons: Ints, when: Floats) -> None:
        import numpy as np

        node = plan.node
        if node.kind == "join":
            persons, when = self.tokens.join(plan.at, persons, when)
        visits = self.begin(plan, persons)
        if node.unit_cost:
            self.ledger.pay("steps", node.unit_cost, when)
        if not node.ways:
            self._leave(persons, when)
            return
        if node.kind == "fork":
            self._fork(plan, persons, when)
            return
        starts = np.ceil(when / node.run_days) * node.run_days if node.run_days else when
        lasts = self.durations(plan, persons, visits)
        self.finish(
            plan,
            persons,
            starts if isinstance(lasts, float) and lasts == 0 else starts + lasts,
            outcome=self.outcomes(plan, persons, visits),
            due=self.due(plan, persons, when) if plan.has_deadline else None,
            since=when,
        )

    def _follow(self, plan: Plan, column: int, persons: Ints, done: Floats) -> None:
        if column == LATE:
            self.tally.late[plan.at] += persons.size
            branch = plan.node.late
        else:
            branch = plan.node.ways[column]
        if column == 0:
            self._usual(plan, persons, done)
        if branch is None:
            return
        if branch.at_most:
            self._bounded(plan, column, branch, persons=persons, done=done)
        else:
            self._put(branch.to, persons, done)

    def _usual(self, plan: Plan, persons: Ints, done: Floats) -> None:
        self.tally.usual[plan.at] += persons.size
        for stage in plan.stages:
            self.tally.pass_stage(stage, persons)
        for payment in plan.payments:
            paid = done + payment.delay if payment.delay else done
            self.ledger.pay_promised(payment.kind, payment.amount, persons, paid)

    def _bounded(
        self, plan: Plan, column: int, branch: Branch, *, persons: Ints, done: Floats
    ) -> None:
        import numpy as np

        times = self.tokens.take_way(plan.at, column, persons)
        within = times <= branch.at_most
        for chosen, target in ((within, branch.to), (~within, branch.used_up)):
            found = np.flatnonzero(chosen)
            self._put(target, persons.take(found), done.take(found))

    def _fork(self, plan: Plan, persons: Ints, when: Floats) -> None:
        self.tally.usual[plan.at] += persons.size
        self.tokens.split(persons, len(plan.node.ways))
        for way in plan.node.ways:
            self._put(way.to, persons, when)

    def _leave(self, persons: Ints, when: Floats) -> None:
        persons, when = self.tokens.last_of(persons, when)
        self.tally.left += persons.size
        self.ledger.release(persons, when)

    def _put(self, at: int, persons: Ints, when: Floats) -> None:
        if at != NOWHERE and persons.size:
            self._pending.setdefault(at, []).append((persons, when))


def _held_to(
    plan: Plan, done: Floats, outcome: Ints | int, due: Floats
) -> tuple[Ints | int, Floats]:
    """Apply a deadline: who is not done is late, or all but the late are done by then."""
    import numpy as np

    if plan.is_late_by_time:
        late = done > due
        if not late.any():
            return outcome, done
        return np.where(late, LATE, outcome), np.minimum(done, due)
    if isinstance(outcome, int):
        return outcome, due if outcome == LATE else np.minimum(done, due)
    return outcome, np.where(outcome == LATE, due, np.minimum(done, due))


def _columns(plan: Plan) -> Ints:
    import numpy as np

    return np.array(plan.columns, dtype=np.int8)


def _joined(pieces: list[tuple[Ints, Floats]]) -> tuple[Ints, Floats]:
    import numpy as np

    if len(pieces) == 1:
        return pieces[0]
    return np.concatenate([p for p, _ in pieces]), np.concatenate([w for _, w in pieces])
