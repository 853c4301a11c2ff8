"""The same programme in SimPy, tuned: one process a person, one timeout where nobody is waited for."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Any

import simpy

from benchmarks.forecast_case import (
    DAYS,
    FEE,
    INCENTIVE,
    NATIONAL,
    PACKAGE,
    SURVEY,
    WEEKS,
)


@dataclass
class Totals:
    """What the peer counts, to be compared."""

    selected: int = 0
    certified: int = 0
    opened: int = 0
    cash: float = 0.0
    seats: Counter[str] = field(default_factory=Counter)


def simulate(people: int, seed: int) -> Totals:
    """Run the programme once."""
    return _Programme(people, seed).run()


class _Programme:
    def __init__(self, people: int, seed: int) -> None:
        size = people / NATIONAL
        self.env = simpy.Environment()
        self.people = people
        self.draw = random.Random(seed)
        self.officers = simpy.Resource(self.env, max(1, round(30 * size)))
        self.class_seats = simpy.Resource(self.env, max(1, round(3300 * size)))
        self.callers = simpy.Resource(self.env, max(1, round(6 * size)))
        self.quota = round(12_000 * size)
        self.ceiling = 40e6 * size
        self.pool: dict[simpy.Event, tuple[float, float]] = {}
        self.committed = self.paid = 0.0
        self.totals = Totals()

    def run(self) -> Totals:
        arrive = sorted(self.draw.random() * 7 * WEEKS for _ in range(self.people))
        self.env.process(self.source(arrive))
        self.env.process(self.batches())
        self.env.run(until=DAYS)
        self.totals.cash = self.paid
        return self.totals

    def source(self, arrive: list[float]) -> Iterator[Any]:
        env = self.env
        for moment in arrive:
            yield env.timeout(moment - env.now)
            env.process(self.person())

    def batches(self) -> Iterator[Any]:
        env, pool = self.env, self.pool
        for number in range(50):
            yield env.timeout(28 + 14 * number - env.now)
            day = env.now
            for event in [event for event, (since, _) in pool.items() if day - since >= 180]:
                del pool[event]
            if self.paid + self.committed + self.quota * PACKAGE > self.ceiling:
                continue
            self.totals.opened += 1
            if len(pool) <= self.quota:
                chosen = list(pool)
            elif number % 2 == 0:
                chosen = nlargest(self.quota, pool, key=lambda event: pool[event][1])
            else:
                chosen = self.draw.sample(list(pool), self.quota)
            self.committed += len(chosen) * PACKAGE
            self.totals.selected += len(chosen)
            for event in chosen:
                del pool[event]
                event.succeed()

    def pays(self, amount: float, owed: float) -> float:
        self.paid += amount
        self.committed -= amount
        return owed - amount

    def person(self) -> Iterator[Any]:
        """Follow one person; a person who leaves frees what was committed."""
        env, draw = self.env, self.draw
        chance, lognormal = draw.random, draw.lognormvariate
        wait = lognormal(math.log(0.5), 1.0)
        if chance() >= 0.92:
            return
        tries = 1
        wait += draw.expovariate(1.0)
        while not (ok := chance() < 0.8) and tries < 3:
            tries += 1
            wait += draw.expovariate(1.0)
        self.paid += 0.1 * tries
        if not ok or chance() >= 0.8:
            yield env.timeout(wait)
            with self.officers.request() as turn:
                yield turn
                yield env.timeout(lognormal(math.log(0.035), 0.5))
            if chance() >= 0.9:
                return
            wait = 0.0
        if chance() >= 0.645:
            return
        wait += 0.1 + 13.9 * draw.betavariate(1 + 4 * 0.9 / 13.9, 1 + 4 * 13 / 13.9)
        if chance() >= 0.9:
            return
        yield env.timeout(wait)
        place = env.event()
        self.pool[place] = (env.now, chance())
        yield place
        yield from self.placed()

    def placed(self) -> Iterator[Any]:
        env, draw = self.env, self.draw
        chance, lognormal = draw.random, draw.lognormvariate
        self.paid += 0.05
        owed = PACKAGE
        wait = draw.expovariate(2.0)
        accept = lognormal(math.log(1.5), 1.0)
        goes_on = accept <= 7 and chance() < 0.93
        wait += min(accept, 7)
        if goes_on:
            for _ in range(4):
                wait += lognormal(math.log(0.5), 0.8)
                goes_on = chance() < 0.85
                if goes_on:
                    break
        if goes_on:
            wait += draw.expovariate(5.0)
            choose = draw.gammavariate(2.5, 9 / 2.5)
            goes_on = choose <= 30
            wait += min(choose, 30)
        yield env.timeout(wait)
        if goes_on:
            owed = yield from self.course(owed)
        self.committed -= owed

    def course(self, owed: float) -> Iterator[Any]:
        env, draw, chance = self.env, self.draw, self.draw.random
        online = chance() < 0.6
        passed = False
        if not online:
            seat = self.class_seats.request()
            yield seat | env.timeout(60)
            if seat.triggered:
                yield env.timeout(5 + 35 * draw.betavariate(1 + 4 * 7 / 35, 1 + 4 * 28 / 35))
                self.class_seats.release(seat)
                passed = chance() < 0.92
            else:
                seat.cancel()
                online = True
        if online:
            yield env.timeout(1 + 44 * draw.betavariate(1 + 4 * 6 / 44, 1 + 4 * 38 / 44))
            passed = chance() < 0.85
        if not passed:
            return owed
        owed = self.pays(FEE, owed)
        wait = draw.lognormvariate(math.log(2), 0.5)
        passed = chance() < 0.9
        if not passed:
            wait += 7 + draw.lognormvariate(math.log(2), 0.5)
            passed = chance() < 0.9
        yield env.timeout(wait)
        if not passed:
            return owed
        self.totals.certified += 1
        return (yield from self.money(owed))

    def money(self, owed: float) -> Iterator[Any]:
        env, chance = self.env, self.draw.random
        for _ in range(4):
            due = math.ceil((env.now + 30) / 7) * 7
            tries = 1
            while not (ok := chance() < 0.95) and tries < 3:
                tries += 1
                due = math.ceil((due + 3) / 7) * 7
            yield env.timeout(due - env.now)
            if ok:
                owed = self.pays(INCENTIVE, owed)
        for days in (15, 60):
            yield env.timeout(days)
            if chance() < 0.85:
                owed = self.pays(SURVEY, owed)
        if chance() >= 0.8:
            with self.callers.request() as turn:
                yield turn
                yield env.timeout(self.draw.gammavariate(2, 0.015))
        return owed
