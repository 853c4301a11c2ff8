"""The individual engine: every person is followed, all at once, in arrays.

What happens to one person alone is computed for thousands at a time. Where people meet (a line, a
draw) they are gathered and treated in the order of time: everything before the day of a round is
settled before that round is held, because what was spent and who left decide whether it opens.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kerja.forecast.draws import Luck
from kerja.forecast.fairness import Fairness
from kerja.forecast.kernels import Parts, compiled, fastest
from kerja.forecast.plans import LATE, Plan, ranks, reach
from kerja.forecast.results import Run
from kerja.forecast.scaling import smaller
from kerja.forecast.scheme import NOWHERE, Method, Scheme
from kerja.forecast.selection import Pool
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]
    Flags = NDArray[np.bool_]

_DAY = 1.0
_FEW = 500
_MANY = 1_500_000
"""Of more persons, some are let in later than others: memory is for those who are under way."""


def run(
    scheme: Scheme, world: World, luck: Luck, *, each: float = 1.0, parts: Parts | None = None
) -> Run:
    """Follow everybody through one run.

    Args:
        scheme: the compiled plan.
        world: one world.
        luck: seed and number of the run.
        each: persons that one simulated person stands for; servers, paces, places and money are
            divided by it, results multiplied. It saves time and memory, not meaning; the scatter
            between runs is that of the fewer persons.
        parts: what the engine is made of; compiled or not, the results are the same to the bit. If
            not given, what takes the least time here.
    """
    made_of = parts or fastest(scheme, round(float(world.people) / each))
    luck = made_of.luck(luck.seed, luck.run)
    return _Engine(scheme, world, luck, each=each, parts=made_of).run()


def prepare(scheme: Scheme, world: World) -> None:
    """Compile what `run` needs, once and for all on this machine: it takes some seconds.

    Raises:
        ModuleNotFoundError: numba (the extra `fast`) is not installed.
    """
    few = max(1.0, float(world.people) / _FEW)
    run(scheme, world, Luck(0), each=few, parts=compiled())


class _Engine:
    def __init__(
        self, scheme: Scheme, world: World, luck: Luck, *, each: float, parts: Parts
    ) -> None:
        import numpy as np

        self.each = each
        self.scheme = smaller(scheme, each) if each != 1.0 else scheme
        self.world = world
        self.people = round(float(world.people) / each)
        self.quota = float(world.quota) / each
        self.journeys = parts.journeys(self.scheme, world, luck, people=self.people)
        order = ranks(self.scheme)
        cuts = [plan for plan in self.journeys.plans if plan.node.is_cut]
        cuts.sort(key=lambda plan: order[plan.at])
        self.cuts = cuts
        self.draws = [plan for plan in cuts if plan.node.kind == "draw"]
        queues = [plan for plan in cuts if plan.node.queues]
        days = self.scheme.calendar.days
        self.lines = {plan.at: parts.line(plan, parts.bucket(days)) for plan in queues}
        self.pools = {
            plan.at: (parts.pool if plan.node.since == NOWHERE else Pool)(
                luck, plan.node.salt,
                methods=scheme.rounds.methods, bucket=parts.bucket(days), lasts=plan.deadline,
            )
            for plan in self.draws
        }  # fmt: skip
        self.fairness = Fairness(scheme, world, luck, people=self.people)
        self.slice = min((_DAY for plan in queues if self._comes_back(plan)), default=np.inf)
        self.come, self.party = 0.0, float(days)
        if self.people > _MANY:
            self.party = math.ceil(days * _MANY / self.people)
        size = len(self.scheme.rounds.days)
        self.opened = np.zeros(size, dtype=np.int64)
        self.waiting, self.given = np.zeros(size), np.zeros(size)

    def run(self) -> Run:
        now = 0.0
        for number, day in enumerate(self.scheme.rounds.days if self.draws else ()):
            now = self._advance(now, float(day))
            for plan in self.draws:
                self._draw(plan, number, day)
        self._advance(now, self.journeys.horizon)
        return self._result()

    def _comes_back(self, plan: Plan) -> bool:
        return plan.at in reach(self.scheme, plan.at, through_draws=False)

    def _advance(self, now: float, until: float) -> float:
        """Settle every line up to a moment. Where somebody may come back to a line, day by day."""
        while self.come < until:
            begin, self.come = self.come, min(self.come + self.party, self.journeys.horizon)
            self.journeys.come(begin, self.come)
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
            journeys.begin(plan, persons, is_back=journeys.loops.holds(plan.at))
            if plan.node.unit_cost:
                journeys.ledger.pay("steps", plan.node.unit_cost, come)
            pool.join(persons, come, journeys.departures.due(plan, persons, come))
        gone, due = pool.take_due(until)
        journeys.finish(plan, journeys.departures.parted(plan, gone, due, outcome=LATE))
        return bool(persons.size or gone.size)

    def _serve(self, plan: Plan, until: float) -> bool:
        """Serve those who come before a moment."""
        line = self.lines[plan.at]
        persons, come = line.bucket.take(until)
        if persons.size:
            self.journeys.finish(plan, line.serve(persons, come, self.journeys))
        return bool(persons.size)

    def _draw(self, plan: Plan, number: int, day: int) -> None:
        """Hold a round at a node, if there is the money for it."""
        import numpy as np

        pool, journeys = self.pools[plan.at], self.journeys
        self.waiting[number] += pool.persons.size
        freed = self._freed(day)
        winners = self._winners(plan, number, freed)
        if not self._is_affordable(day, int(np.count_nonzero(winners))):
            return
        self.opened[number] = 1
        journeys.ledger.offer(freed)
        chosen, since, _ = pool.take(winners)
        self.given[number] += chosen.size
        self.fairness.give(chosen)
        journeys.tally.wait(plan.at, day - since)
        journeys.ledger.promise(chosen, self.scheme.rounds.package, day)
        departures = journeys.departures
        done = np.full(chosen.size, float(day)) + departures.durations(plan, chosen, None)
        groups = departures.parted(plan, chosen, done, outcome=0)
        if len(plan.node.ways) > 1:
            others, _, _ = pool.take(np.ones(pool.persons.size, dtype=np.bool_))
            done = np.full(others.size, float(day))
            groups += departures.parted(plan, others, done, outcome=1)
        journeys.finish(plan, groups)

    def _winners(self, plan: Plan, number: int, freed: int) -> Flags:
        rounds = self.scheme.rounds
        method: Method = rounds.methods[number % len(rounds.methods)]
        pool = self.pools[plan.at]
        if rounds.quota is None and method != "all":
            return self.fairness.lucky(pool, number, float(self.world.shares[plan.at, 0]))
        places = pool.persons.size if rounds.quota is None else round(self.quota) + freed
        return self.fairness.winners(pool, number, places=places, method=method)

    def _freed(self, day: int) -> int:
        rounds = self.scheme.rounds
        if rounds.quota is None or not rounds.freed_at:
            return 0
        return self.journeys.ledger.freed(day, self.quota * rounds.package, rounds.package)

    def _is_affordable(self, day: int, winners: int) -> bool:
        places = winners if self.scheme.rounds.quota is None else self.quota
        return self.journeys.ledger.affords(day, places * self.scheme.rounds.package)

    def _result(self) -> Run:
        import numpy as np

        tally, each = self.journeys.tally, self.each
        lines = np.zeros((len(self.scheme.nodes), self.scheme.calendar.days))
        for at, line in self.lines.items():
            lines[at] = np.cumsum(line.change)[:-1]
        return Run(
            applied=tally.came * each,
            reached=tally.reached * each,
            usual=tally.usual * each,
            late=tally.late * each,
            stages=tally.stages() * each,
            by_group=tally.by_group() * each,
            cash=self.journeys.ledger.cash * each,
            served=tally.served * each,
            waited=tally.waited * each,
            lines=lines * each,
            opened=self.opened,
            waiting=self.waiting * each,
            given=self.given * each,
            left=int(tally.left[0]) * each,
        )
