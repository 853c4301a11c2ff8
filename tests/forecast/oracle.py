"""The meaning of a scheme, one person at a time: a SimPy model written to be read, not to be fast.

It draws from Python's own generator and shares no code with the engines but the scheme itself.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Generator
from dataclasses import dataclass, field

import simpy

from kerja.forecast.plans import LATE
from kerja.forecast.scheme import NOWHERE, Branch, Node, Scheme
from kerja.forecast.world import World

Steps = Generator[simpy.Event, object, None]
Doing = Generator[simpy.Event, object, int]


@dataclass
class Seen:
    """What was counted: by node, by stage, by kind and day."""

    reached: Counter[int] = field(default_factory=Counter)
    usual: Counter[int] = field(default_factory=Counter)
    late: Counter[int] = field(default_factory=Counter)
    stages: Counter[int] = field(default_factory=Counter)
    by_group: Counter[tuple[int, int]] = field(default_factory=Counter)
    cash: dict[tuple[str, int], float] = field(default_factory=lambda: defaultdict(float))
    waits: dict[int, list[float]] = field(default_factory=dict)
    opened: list[int] = field(default_factory=list)
    given: list[int] = field(default_factory=list)
    left: int = 0


@dataclass
class Home:
    """A household, and how many of its members were given a place."""

    held: int = 0


@dataclass
class Person:
    """One person: who they are, what they have done, what they were promised."""

    score: float
    home: Home
    groups: frozenset[int]
    has_place: bool = False
    ended: dict[int, float] = field(default_factory=dict)
    taken: Counter[tuple[int, int]] = field(default_factory=Counter)
    held: Counter[int] = field(default_factory=Counter)
    stages: set[int] = field(default_factory=set)
    owed: float = 0.0
    under_way: int = 1


@dataclass
class Waiting:
    """Somebody in the draw."""

    person: Person
    since: float
    due: float
    called: simpy.Event


def simulate(scheme: Scheme, world: World, seed: int) -> Seen:
    """Run one programme."""
    model = _Model(scheme, world, random.Random(seed))
    model.env.run(until=scheme.calendar.days)
    return model.seen


class _Model:
    def __init__(self, scheme: Scheme, world: World, chance: random.Random) -> None:
        self.scheme, self.world, self.chance = scheme, world, chance
        self.env = simpy.Environment()
        self.seen = Seen()
        self.promised: dict[int, float] = defaultdict(float)
        self.freed: list[float] = []
        self.pools: dict[int, list[Waiting]] = {
            at: [] for at, node in enumerate(scheme.nodes) if node.kind == "draw"
        }
        self.counters = {
            at: simpy.Resource(self.env, node.servers or 1)
            for at, node in enumerate(scheme.nodes)
            if node.queues
        }
        home = Home()
        for _ in range(round(float(world.people))):
            if scheme.rounds.household is None or self.begins_home():
                home = Home()
            self.env.process(self.arrive(home))
        if self.pools:
            self.env.process(self.rounds())

    def begins_home(self) -> bool:
        return self.chance.random() < 1 / float(self.world.applicants)

    def arrive(self, home: Home) -> Steps:
        weeks = self.scheme.arrivals.weeks
        week = self.chance.choices(range(len(weeks)), weeks)[0]
        yield self.env.timeout(7 * (week + self.chance.random()))
        shares = enumerate(self.world.groups)
        groups = frozenset(at for at, share in shares if self.chance.random() < share)
        yield from self.journey(Person(self.chance.random(), home, groups), 0)

    def journey(self, person: Person, at: int) -> Steps:
        """Follow one thread of a person's journey until it ends."""
        while at != NOWHERE:
            node = self.scheme.nodes[at]
            if node.kind == "join":
                person.held[at] += 1
                if person.held[at] < node.leads_in:
                    person.under_way -= 1
                    return
                person.held[at] = 0
            self.seen.reached[at] += 1
            if not node.ways:
                self.leave(person)
                return
            if node.kind == "fork":
                self.seen.usual[at] += 1
                person.under_way += len(node.ways) - 1
                for way in node.ways:
                    self.env.process(self.journey(person, way.to))
                return
            outcome = yield from self.do(person, at, node)
            person.ended[at] = self.env.now
            at = self.follow(person, at, outcome)

    def do(self, person: Person, at: int, node: Node) -> Doing:
        """Do one step, with its line and its deadline; return its outcome."""
        if node.kind == "draw":
            return (yield from self.draw(person, at, self.due(person, at, node)))
        now = self.env.now
        run = math.ceil(now / node.run_days) * node.run_days - now if node.run_days else 0.0
        if node.queues:
            yield self.env.timeout(run)
            return (yield from self.in_line(person, at, node))
        due = self.due(person, at, node)
        self.pay("steps", node.unit_cost)
        lasts = run + self.lasts(at, node)
        return (yield from self.spend(node, lasts, due=due, outcome=self.outcome(at)))

    def due(self, person: Person, at: int, node: Node) -> float:
        now, days = self.env.now, float(self.world.deadlines[at])
        if node.late is None or math.isinf(days):
            return math.inf
        return max(now, person.ended.get(node.since, now) + days)

    def lasts(self, at: int, node: Node) -> float:
        a, b, c = map(float, self.world.laws[at])
        name, chance = node.law.name, self.chance
        if name == "exponential":
            return chance.expovariate(1 / a)
        if name == "uniform":
            return chance.uniform(a, b)
        if name == "lognormal":
            return chance.lognormvariate(math.log(a), b)
        if name == "gamma":
            return chance.gammavariate(a, b / a)
        if name == "pert":
            span = c - a
            return a + span * chance.betavariate(1 + 4 * (b - a) / span, 1 + 4 * (c - b) / span)
        return a

    def outcome(self, at: int) -> int:
        row = [float(share) for share in self.world.shares[at]]
        ways = len(self.scheme.nodes[at].ways)
        found: int = self.chance.choices([*range(ways), LATE], [*row[:ways], row[-1]])[0]
        return found

    def spend(self, node: Node, lasts: float, *, due: float, outcome: int) -> Doing:
        """Spend the time of a step; its deadline may decide the outcome."""
        now = self.env.now
        done, due = now + lasts, max(due, now)
        if due < math.inf:
            assert node.late is not None
            if node.late.share == 0.0 and done > due:
                outcome = LATE
            done = due if outcome == LATE else min(done, due)
        yield self.env.timeout(done - now)
        return outcome

    def in_line(self, person: Person, at: int, node: Node) -> Doing:
        """Wait for one's turn, then be served, or go before that."""
        come = self.env.now
        due = self.due(person, at, node)
        turn = self.counters[at].request()
        last = min(due, come + node.patience)
        if last < math.inf:
            yield turn | self.env.timeout(last - come)
        else:
            yield turn
        if not turn.triggered:
            turn.cancel()
            return LATE
        self.seen.waits.setdefault(at, []).append(self.env.now - come)
        self.pay("steps", node.unit_cost)
        if node.servers:
            outcome = yield from self.spend(
                node, self.lasts(at, node), due=due, outcome=self.outcome(at)
            )
            self.counters[at].release(turn)
            return outcome
        self.env.process(self.next_after(1 / node.pace, at, turn))
        return (
            yield from self.spend(node, self.lasts(at, node), due=due, outcome=self.outcome(at))
        )

    def next_after(self, gap: float, at: int, turn: simpy.resources.resource.Request) -> Steps:
        yield self.env.timeout(gap)
        self.counters[at].release(turn)

    def draw(self, person: Person, at: int, due: float) -> Doing:
        """Wait for a place."""
        node = self.scheme.nodes[at]
        self.pay("steps", node.unit_cost)
        waiting = Waiting(person, self.env.now, due, self.env.event())
        self.pools[at].append(waiting)
        if due < math.inf:
            yield waiting.called | self.env.timeout(due - self.env.now)
        else:
            yield waiting.called
        if not waiting.called.triggered:
            self.pools[at].remove(waiting)
            return LATE
        won = waiting.called.value == 0
        if won:
            self.seen.waits.setdefault(at, []).append(self.env.now - waiting.since)
            yield self.env.timeout(self.lasts(at, node))
        return 0 if won else 1

    def rounds(self) -> Steps:
        """Hold the rounds, one after the other."""
        for number, day in enumerate(self.scheme.rounds.days):
            yield self.env.timeout(day - self.env.now)
            for at in self.pools:
                self.hold(at, number, day)

    def hold(self, at: int, number: int, day: int) -> None:
        """Give the places of a round, if the money lasts."""
        rounds = self.scheme.rounds
        there = [one for one in self.pools[at] if one.since < day < one.due]
        quota, free_again = float(self.world.quota), 0
        if rounds.quota is None:
            share = float(self.world.shares[at, 0])
            winners = self.within([one for one in there if self.chance.random() < share])
            places = float(len(winners))
        else:
            method = rounds.methods[number % len(rounds.methods)]
            free_again = self.free_again(day, quota * rounds.package)
            winners = self.within(self.order(there, method))
            winners = self.first(winners, round(quota) + free_again, method)
            places = quota
        if not self.is_affordable(day, places * rounds.package):
            self.seen.opened.append(0)
            self.seen.given.append(0)
            return
        del self.freed[:free_again]
        self.seen.opened.append(1)
        self.seen.given.append(len(winners))
        for one in winners:
            one.person.home.held += not one.person.has_place
            one.person.has_place = True
            one.person.owed += rounds.package
            self.promised[day] += rounds.package
            one.called.succeed(0)
            self.pools[at].remove(one)
        if len(self.scheme.nodes[at].ways) > 1:
            for one in set_apart(there, winners):
                one.called.succeed(1)
                self.pools[at].remove(one)

    def order(self, there: list[Waiting], method: str) -> list[Waiting]:
        if method == "ranking":
            return sorted(there, key=lambda one: -one.person.score)
        if method == "first-come":
            return sorted(there, key=lambda one: one.since)
        return self.chance.sample(there, len(there))

    def within(self, order: list[Waiting]) -> list[Waiting]:
        """Pass over those whose household has its places already."""
        household = self.scheme.rounds.household
        if household is None:
            return order
        found, more = [], Counter[int]()
        for one in order:
            home = one.person.home
            if not one.person.has_place:
                if home.held + more[id(home)] >= household.cap:
                    continue
                more[id(home)] += 1
            found.append(one)
        return found

    def first(self, order: list[Waiting], places: int, method: str) -> list[Waiting]:
        """Return the first of all, or those of each stratum."""
        strata = self.scheme.rounds.strata
        if not strata or method != "lottery" or places >= len(order):
            return order[:places]
        apart = defaultdict(list)
        for one in order:
            apart[tuple(at in one.person.groups for at in strata)].append(one)
        due = {cell: places * len(those) / len(order) for cell, those in apart.items()}
        given = {cell: math.floor(part) for cell, part in due.items()}
        for cell in sorted(due, key=lambda cell: (given[cell] - due[cell], cell)):
            given[cell] += sum(given.values()) < places
        return [one for cell, those in apart.items() for one in those[: given[cell]]]

    def free_again(self, day: int, needed: float) -> int:
        """Return the places that came back before a day and can be paid for."""
        found = sum(moment < day for moment in self.freed)
        package = self.scheme.rounds.package
        while found and not self.is_affordable(day, needed + found * package):
            found -= 1
        return found

    def is_affordable(self, day: int, needed: float) -> bool:
        year = [part for part in self.scheme.calendar.years if part.first <= day][-1]
        if year.ceiling is None:
            return True
        paid = sum(amount for (_, on), amount in self.seen.cash.items() if year.first <= on < day)
        promised = sum(amount for on, amount in self.promised.items() if on < day)
        return paid + promised + needed <= year.ceiling

    def follow(self, person: Person, at: int, outcome: int) -> int:
        """Count an outcome, pay what it pays, and return the node that follows."""
        node = self.scheme.nodes[at]
        if outcome == LATE:
            self.seen.late[at] += 1
        if outcome == 0:
            self.usual(person, at)
        branch = node.late if outcome == LATE else node.ways[outcome]
        if branch is None:
            return NOWHERE
        return self.along(person, (at, outcome), branch)

    def along(self, person: Person, way: tuple[int, int], branch: Branch) -> int:
        person.taken[way] += 1
        used_up = branch.at_most and person.taken[way] > branch.at_most
        return branch.used_up if used_up else branch.to

    def usual(self, person: Person, at: int) -> None:
        self.seen.usual[at] += 1
        if at in self.scheme.rounds.freed_at:
            self.freed.append(self.env.now)
        for number, stage in enumerate(self.scheme.milestones):
            if at in stage.nodes and number not in person.stages:
                person.stages.add(number)
                self.seen.stages[number] += 1
                self.seen.by_group.update((group, number) for group in person.groups)
        for payment in self.scheme.payments:
            if payment.node == at:
                when = self.env.now + payment.delay
                self.pay(payment.kind, payment.amount, when)
                spent = min(person.owed, payment.amount)
                person.owed -= spent
                self.promised[math.floor(when)] -= spent

    def leave(self, person: Person) -> None:
        person.under_way -= 1
        if person.under_way == 0:
            self.seen.left += 1
            self.promised[math.floor(self.env.now)] -= person.owed
            person.owed = 0.0

    def pay(self, kind: str, amount: float, when: float | None = None) -> None:
        moment = self.env.now if when is None else when
        if amount and moment < self.scheme.calendar.days:
            self.seen.cash[kind, math.floor(moment)] += amount


def set_apart(there: list[Waiting], winners: list[Waiting]) -> list[Waiting]:
    """Return those who did not win."""
    won = {id(one) for one in winners}
    return [one for one in there if id(one) not in won]
