"""The individual engine: every person is followed, all at once, in arrays.

What happens to one person alone is computed for thousands at a time. Where people meet (a line, a
draw) they are gathered and treated in the order of time: everything before the day of a round is
settled before that round is held, because what was spent and who left decide whether it opens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.coming import arrivals
from kerja.forecast.draws import Luck
from kerja.forecast.journeys import BLOCK, Journeys
from kerja.forecast.plans import LATE, Plan, ranks, reach
from kerja.forecast.queues import Lane, Line, Servers
from kerja.forecast.results import Run
from kerja.forecast.scaling import smaller
from kerja.forecast.scheme import Method, Scheme
from kerja.forecast.selection import Pool
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_DAY = 1.0


def run(scheme: Scheme, world: World, luck: Luck, *, each: float = 1.0) -> Run:
    """Follow everybody through one run.

    Args:
        scheme: the compiled plan.
        world: one world.
        luck: seed and number of the run.
        each: persons that one simulated person stands for; servers, paces, places and money are
            divided by it, results multiplied. It saves time and memory, not meaning; the scatter
            between runs is that of the fewer persons.
    """
    return _Engine(scheme, world, luck, each=each).run()


class _Engine:
    def __init__(self, scheme: Scheme, world: World, luck: Luck, *, each: float) -> None:
        import numpy as np

        self.each = each
        self.scheme = smaller(scheme, each) if each != 1.0 else scheme
        self.world = world
        self.luck = luck
        self.people = round(float(world.people) / each)
        self.quota = float(world.quota) / each
        self.journeys = Journeys(self.scheme, world, luck, people=self.people)
        order = ranks(self.scheme)
        cuts = [plan for plan in self.journeys.plans if plan.node.is_cut]
        cuts.sort(key=lambda plan: order[plan.at])
        self.cuts = cuts
        self.draws = [plan for plan in cuts if plan.node.kind == "draw"]
        queues = [plan for plan in cuts if plan.node.queues]
        self.lines = {plan.at: _line(plan, self.scheme.calendar.days) for plan in queues}
        self.pools = {
            plan.at: Pool(luck, plan.node.salt, scheme.rounds.methods) for plan in self.draws
        }
        self.slice = min((_DAY for plan in queues if self._comes_back(plan)), default=np.inf)
        size = len(self.scheme.rounds.days)
        self.opened = np.zeros(size, dtype=np.int64)
        self.waiting, self.given = np.zeros(size), np.zeros(size)

    def run(self) -> Run:
        import numpy as np

        parts: list[Ints] = [np.zeros(0, dtype=np.int64)]
        for low in range(0, self.people, BLOCK):
            persons = np.arange(low, min(low + BLOCK, self.people))
            arrive = arrivals(self.scheme.arrivals, self.luck, persons)
            inside = np.flatnonzero(arrive < self.journeys.horizon)
            self.journeys.send(0, persons[inside], arrive[inside])
            parts.append(persons[inside])
        came = np.concatenate(parts)
        now = 0.0
        for number, day in enumerate(self.scheme.rounds.days if self.draws else ()):
            now = self._advance(now, float(day))
            for plan in self.draws:
                self._draw(plan, number, day)
        self._advance(now, self.journeys.horizon)
        return self._result(came)

    def _comes_back(self, plan: Plan) -> bool:
        return plan.at in reach(self.scheme, plan.at, through_draws=False)

    def _advance(self, now: float, until: float) -> float:
        """Settle every line up to a moment. Where somebody may come back to a line, day by day."""
        while now < until:
            now = min(until, now + self.slice)
            is_busy = True
            while is_busy:
                busy = [self._settle(plan, now) for plan in self.cuts]
                self.journeys.go_on()
                is_busy = any(busy) or bool(self.journeys.arrived)
        return until

    def _gather(self) -> None:
        """Put those who came to a node where people meet into its line or pool."""
        import numpy as np

        arrived = self.journeys.arrived
        for at in list(arrived):
            plan = self.journeys.plans[at]
            for persons, when in arrived.pop(at):
                bucket = self.lines[at].bucket if at in self.lines else self.pools[at].bucket
                runs = plan.node.run_days
                bucket.add(persons, np.ceil(when / runs) * runs if runs else when)

    def _settle(self, plan: Plan, until: float) -> bool:
        """Do what happens at a node before a moment; tell whether anything did."""
        self.journeys.go_on(before=plan.at)
        self._gather()
        is_draw = plan.node.kind == "draw"
        return self._let_in(plan, until) if is_draw else self._serve(plan, until)

    def _let_in(self, plan: Plan, until: float) -> bool:
        """Let those who come before a moment into the draw, and those go whose time ends by it."""
        pool, journeys = self.pools[plan.at], self.journeys
        persons, come = pool.bucket.take(until, in_order=False)
        if persons.size:
            journeys.begin(plan, persons)
            if plan.node.unit_cost:
                journeys.ledger.pay("steps", plan.node.unit_cost, come)
            pool.join(persons, come, journeys.due(plan, persons, come))
        gone, due = pool.take_due(until)
        journeys.finish(plan, gone, due, outcome=LATE)
        return bool(persons.size or gone.size)

    def _serve(self, plan: Plan, until: float) -> bool:
        """Serve those who come before a moment."""
        import numpy as np

        line, journeys, tally = self.lines[plan.at], self.journeys, self.journeys.tally
        persons, come = line.bucket.take(until)
        if not persons.size:
            return False
        visits = journeys.begin(plan, persons)
        outcome = journeys.outcomes(plan, persons, visits)
        lasts = np.broadcast_to(journeys.durations(plan, persons, visits), come.shape)
        due = journeys.due(plan, persons, come) if plan.has_deadline else None
        limit = np.full(come.shape, np.inf) if due is None else np.maximum(due, come)
        last = np.minimum(limit, come + plan.node.patience)
        begin = line.place.starts(come, lasts, last, limit)
        inside = np.flatnonzero(~np.isnan(begin))
        outside = np.flatnonzero(np.isnan(begin))
        gone = last[outside]
        line.note(come, 1)
        line.note(gone, -1)
        served, begin = persons[inside], begin[inside]
        line.note(begin, -1)
        counted = begin < journeys.horizon
        tally.wait(plan.at, (begin - come[inside])[counted])
        if plan.node.unit_cost:
            journeys.ledger.pay("steps", plan.node.unit_cost, begin[counted])
        journeys.finish(
            plan,
            served,
            begin + lasts[inside],
            outcome=outcome if isinstance(outcome, int) else outcome[inside],
            due=None if due is None else due[inside],
            since=begin,
        )
        journeys.finish(plan, persons[outside], gone, outcome=LATE)
        return True

    def _draw(self, plan: Plan, number: int, day: int) -> None:
        """Hold a round at a node, if there is the money for it."""
        import numpy as np

        pool, journeys = self.pools[plan.at], self.journeys
        self.waiting[number] += pool.persons.size
        winners, losers = self._winners(plan, number)
        if not self._is_affordable(day, winners.size):
            return
        self.opened[number] = 1
        chosen, since, _ = pool.take(winners, losers)
        self.given[number] += chosen.size
        journeys.tally.wait(plan.at, day - since)
        journeys.ledger.promise(chosen, self.scheme.rounds.package, day)
        lasts = journeys.durations(plan, chosen, None)
        journeys.finish(plan, chosen, np.full(chosen.size, float(day)) + lasts, outcome=0)
        if len(plan.node.ways) > 1:
            others, _, _ = pool.take(np.arange(pool.persons.size), np.arange(0))
            journeys.finish(plan, others, np.full(others.size, float(day)), outcome=1)

    def _winners(self, plan: Plan, number: int) -> tuple[Ints, Ints]:
        rounds = self.scheme.rounds
        method: Method = rounds.methods[number % len(rounds.methods)]
        pool = self.pools[plan.at]
        if rounds.quota is None and method != "all":
            return pool.lucky(number, float(self.world.shares[plan.at, 0]))
        places = pool.persons.size if rounds.quota is None else round(self.quota)
        return pool.winners(number, places=places, method=method)

    def _is_affordable(self, day: int, winners: int) -> bool:
        ceiling = self.journeys.ledger.ceiling(day)
        if ceiling is None:
            return True
        places = winners if self.scheme.rounds.quota is None else self.quota
        needed = places * self.scheme.rounds.package
        return self.journeys.ledger.spent_and_promised(day) + needed <= ceiling

    def _result(self, came: Ints) -> Run:
        import numpy as np

        tally, each = self.journeys.tally, self.each
        lines = np.zeros((len(self.scheme.nodes), self.scheme.calendar.days))
        for at, line in self.lines.items():
            lines[at] = np.cumsum(line.change)[:-1]
        return Run(
            applied=came.size * each,
            reached=tally.reached * each,
            usual=tally.usual * each,
            late=tally.late * each,
            stages=tally.stages() * each,
            by_group=tally.by_group(self.scheme, self.world, self.luck, came=came) * each,
            cash=self.journeys.ledger.cash * each,
            served=tally.served * each,
            waited=tally.waited * each,
            lines=lines * each,
            opened=self.opened,
            waiting=self.waiting * each,
            given=self.given * each,
            left=tally.left * each,
        )


def _line(plan: Plan, days: int) -> Line:
    node = plan.node
    return Line(Servers(node.servers) if node.servers else Lane(1 / node.pace), days)
