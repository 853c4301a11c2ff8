"""The same programme in SimPy, tuned: one process a person, one timeout where nobody is waited for.

It counts what the engine counts: visits and usual outcomes by step, cash by kind and day, waits.
"""

from __future__ import annotations

import math
import random
from collections.abc import Generator
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

(
    REGISTER, EKYC, AUDIT, MANUAL, ELIGIBLE, TEST, DRAW, NOTIFY, ACCEPT, WALLET, VOUCHER, CHOOSE,
    BRANCH, CLASSROOM, ONLINE, EXAM, PAY, SURVEYS, CALL, LEAVE,
) = range(20)  # fmt: skip
_LOG_HALF, _LOG_DESK, _LOG_ACCEPT, _LOG_EXAM = (math.log(x) for x in (0.5, 0.035, 1.5, 2.0))


def _days() -> list[float]:
    return [0.0] * (DAYS + 1)


@dataclass(slots=True)
class Totals:
    """What is counted; money of a kind by day, the last entry for all later days."""

    reached: list[int] = field(default_factory=lambda: [0] * 20)
    usual: list[int] = field(default_factory=lambda: [0] * 20)
    waited: list[float] = field(default_factory=lambda: [0.0] * 20)
    served: list[int] = field(default_factory=lambda: [0] * 20)
    steps: list[float] = field(default_factory=_days)
    training: list[float] = field(default_factory=_days)
    cash: list[float] = field(default_factory=_days)
    survey: list[float] = field(default_factory=_days)
    opened: int = 0

    @property
    def paid(self) -> float:
        """Money that left within the time."""
        kinds = (self.steps, self.training, self.cash, self.survey)
        return sum(sum(kind[:DAYS]) for kind in kinds)


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
        self.promised = 0.0
        self.totals = Totals()

    def run(self) -> Totals:
        arrive = sorted(self.draw.random() * 7 * WEEKS for _ in range(self.people))
        self.env.process(self.source(arrive))
        self.env.process(self.batches())
        self.env.run(until=DAYS)
        return self.totals

    def source(self, arrive: list[float]) -> Generator[simpy.Event, Any, None]:
        env = self.env
        for moment in arrive:
            yield env.timeout(moment - env.now)
            env.process(self.person())

    def batches(self) -> Generator[simpy.Event, Any, None]:
        env, pool, totals = self.env, self.pool, self.totals
        kinds = (totals.steps, totals.training, totals.cash, totals.survey)
        for number in range(50):
            yield env.timeout(28 + 14 * number - env.now)
            day = env.now
            for event in [event for event, (since, _) in pool.items() if day - since >= 180]:
                del pool[event]
            paid = sum(sum(kind[: int(day)]) for kind in kinds)
            if paid + self.promised + self.quota * PACKAGE > self.ceiling:
                continue
            totals.opened += 1
            if len(pool) <= self.quota:
                chosen = list(pool)
            elif number % 2 == 0:
                chosen = nlargest(self.quota, pool, key=lambda event: pool[event][1])
            else:
                chosen = self.draw.sample(list(pool), self.quota)
            self.promised += len(chosen) * PACKAGE
            for event in chosen:
                totals.waited[DRAW] += day - pool[event][0]
                del pool[event]
                event.succeed()
            totals.served[DRAW] += len(chosen)
            totals.usual[DRAW] += len(chosen)

    def person(self) -> Generator[simpy.Event, Any, None]:
        """Follow one person up to the draw; a person who leaves later frees what was promised."""
        env, draw, totals = self.env, self.draw, self.totals
        chance, lognormal = draw.random, draw.lognormvariate
        reached, usual, steps = totals.reached, totals.usual, totals.steps
        wait = lognormal(_LOG_HALF, 1.0)
        reached[REGISTER] += 1
        if chance() >= 0.92:
            return
        usual[REGISTER] += 1
        now = env.now
        ok, tries = False, 0
        while not ok and tries < 3:
            tries += 1
            steps[min(DAYS, int(now + wait))] += 0.1
            wait += draw.expovariate(1.0)
            ok = chance() < 0.8
        reached[EKYC] += tries
        if ok:
            usual[EKYC] += 1
            reached[AUDIT] += 1
            ok = chance() < 0.8
            usual[AUDIT] += ok
        if not ok:
            yield env.timeout(wait)
            reached[MANUAL] += 1
            come = env.now
            with self.officers.request() as turn:
                yield turn
                totals.waited[MANUAL] += env.now - come
                totals.served[MANUAL] += 1
                yield env.timeout(lognormal(_LOG_DESK, 0.5))
            if chance() >= 0.9:
                return
            usual[MANUAL] += 1
            wait = 0.0
        reached[ELIGIBLE] += 1
        if chance() >= 0.645:
            return
        usual[ELIGIBLE] += 1
        reached[TEST] += 1
        wait += 0.1 + 13.9 * draw.betavariate(1 + 4 * 0.9 / 13.9, 1 + 4 * 13 / 13.9)
        if chance() >= 0.9:
            return
        usual[TEST] += 1
        yield env.timeout(wait)
        reached[DRAW] += 1
        place = env.event()
        self.pool[place] = (env.now, chance())
        yield place
        self.promised -= yield from self.placed()

    def placed(self) -> Generator[simpy.Event, Any, float]:
        env, draw, totals = self.env, self.draw, self.totals
        chance, lognormal = draw.random, draw.lognormvariate
        reached, usual = totals.reached, totals.usual
        totals.steps[int(env.now)] += 0.05
        reached[NOTIFY] += 1
        usual[NOTIFY] += 1
        reached[ACCEPT] += 1
        wait = draw.expovariate(2.0)
        accept = lognormal(_LOG_ACCEPT, 1.0)
        goes_on = accept <= 7 and chance() < 0.93
        wait += min(accept, 7)
        if goes_on:
            usual[ACCEPT] += 1
            for _ in range(4):
                reached[WALLET] += 1
                wait += lognormal(_LOG_HALF, 0.8)
                goes_on = chance() < 0.85
                if goes_on:
                    usual[WALLET] += 1
                    break
        if goes_on:
            reached[VOUCHER] += 1
            usual[VOUCHER] += 1
            reached[CHOOSE] += 1
            wait += draw.expovariate(5.0)
            choose = draw.gammavariate(2.5, 9 / 2.5)
            goes_on = choose <= 30
            usual[CHOOSE] += goes_on
            wait += min(choose, 30)
        yield env.timeout(wait)
        return (yield from self.course()) if goes_on else PACKAGE

    def course(self) -> Generator[simpy.Event, Any, float]:
        """Return what is left of the promise in the end."""
        env, draw, totals, chance = self.env, self.draw, self.totals, self.draw.random
        reached, usual = totals.reached, totals.usual
        reached[BRANCH] += 1
        online = chance() < 0.6
        usual[BRANCH] += online
        passed = False
        if not online:
            reached[CLASSROOM] += 1
            come = env.now
            seat = self.class_seats.request()
            yield seat | env.timeout(60)
            if seat.triggered:
                totals.waited[CLASSROOM] += env.now - come
                totals.served[CLASSROOM] += 1
                yield env.timeout(5 + 35 * draw.betavariate(1 + 4 * 7 / 35, 1 + 4 * 28 / 35))
                self.class_seats.release(seat)
                passed = chance() < 0.92
                usual[CLASSROOM] += passed
            else:
                seat.cancel()
                online = True
        if online:
            reached[ONLINE] += 1
            yield env.timeout(1 + 44 * draw.betavariate(1 + 4 * 6 / 44, 1 + 4 * 38 / 44))
            passed = chance() < 0.85
            usual[ONLINE] += passed
        if not passed:
            return PACKAGE
        totals.training[int(env.now)] += FEE
        self.promised -= FEE
        wait = draw.lognormvariate(_LOG_EXAM, 0.5)
        passed = chance() < 0.9
        reached[EXAM] += 1
        if not passed:
            reached[EXAM] += 1
            wait += 7 + draw.lognormvariate(_LOG_EXAM, 0.5)
            passed = chance() < 0.9
        yield env.timeout(wait)
        if not passed:
            return PACKAGE - FEE
        usual[EXAM] += 1
        return (yield from self.money(PACKAGE - FEE))

    def money(self, owed: float) -> Generator[simpy.Event, Any, float]:
        env, totals, chance = self.env, self.totals, self.draw.random
        for _ in range(4):
            due = math.ceil((env.now + 30) / 7) * 7
            ok, tries = chance() < 0.95, 1
            while not ok and tries < 3:
                tries += 1
                due = math.ceil((due + 3) / 7) * 7
                ok = chance() < 0.95
            totals.reached[PAY] += tries
            yield env.timeout(due - env.now)
            if ok:
                totals.usual[PAY] += 1
                totals.cash[int(env.now)] += INCENTIVE
                self.promised -= INCENTIVE
                owed -= INCENTIVE
        for days in (15, 60):
            yield env.timeout(days)
            totals.reached[SURVEYS] += 1
            if chance() < 0.85:
                totals.usual[SURVEYS] += 1
                totals.survey[int(env.now)] += SURVEY
                self.promised -= SURVEY
                owed -= SURVEY
        if chance() >= 0.8:
            totals.reached[CALL] += 1
            come = env.now
            with self.callers.request() as turn:
                yield turn
                totals.waited[CALL] += env.now - come
                totals.served[CALL] += 1
                yield env.timeout(self.draw.gammavariate(2, 0.015))
            totals.usual[CALL] += 1
        totals.reached[LEAVE] += 1
        return owed
