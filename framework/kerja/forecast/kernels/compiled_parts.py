"""The parts of the individual engine that have a compiled form."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kerja.forecast.coming import Coming
from kerja.forecast.departures import Departed, Departures
from kerja.forecast.draws import SCORE, Luck
from kerja.forecast.journeys import Journeys
from kerja.forecast.kernels import draws, lines
from kerja.forecast.kernels.serving import serve
from kerja.forecast.kernels.tables import code_of, memory_of, outcomes_of, steps_of
from kerja.forecast.kernels.walking import walk
from kerja.forecast.laws import table_of
from kerja.forecast.lines import Line
from kerja.forecast.plans import Plan
from kerja.forecast.queues import Bucket, Days, Lane
from kerja.forecast.scheme import Method, Scheme
from kerja.forecast.selection import Pool
from kerja.forecast.world import World

Floats = NDArray[np.float64]
Ints = NDArray[np.signedinteger]
Counts = NDArray[np.integer]
Flags = NDArray[np.bool_]
Small = NDArray[np.unsignedinteger]

_FIRST = np.zeros(0, dtype=np.uint8)
_ALL_BEGIN = -1


class CompiledLuck(Luck):
    """Draws even numbers."""

    def uniform(self, key: int, persons: Ints, visits: Counts | None = None) -> Floats:
        """Return numbers in the open interval (0, 1); see `Luck`."""
        found = np.empty(persons.size)
        draws.evens(persons, _again(visits), np.uint64(key), found)
        return found


class CompiledComing(Coming):
    """Tells when people come."""

    def between(self, low: int, high: int, *, begin: float, end: float) -> tuple[Ints, Floats]:
        """Return those of some persons who come from `begin` to `end`, and when; see `Coming`."""
        persons, when = np.empty(high - low, dtype=np.int32), np.empty(high - low)
        key = np.uint64(self.key)
        number = draws.come(low, high, begin, end, key, self.ends, self.guide, persons, when)
        return persons[:number], when[:number]


class CompiledDepartures(Departures):
    """Draws how long people stay."""

    def durations(self, plan: Plan, persons: Ints, visits: Small | None) -> Floats | float:
        """Return how long the node lasts for each person; see `Departures`."""
        if code_of(plan.law) != draws.TABLE:
            return super().durations(plan, persons, visits)
        found, table = self.luck.uniform(plan.duration_key, persons, visits), table_of(plan.law)
        draws.at_even(table.middle, table.low, table.high, found)
        return found


class CompiledJourneys(Journeys):
    """Moves people on in one go, until they leave or meet others."""

    def __init__(self, scheme: Scheme, world: World, luck: Luck, *, people: int) -> None:
        super().__init__(scheme, world, luck, people=people)
        self.steps = steps_of(
            self.plans, self.loops, self.ranks,
            ledger=self.ledger, tokens=self.tokens, horizon=self.horizon,
        )  # fmt: skip
        self.departures = CompiledDepartures(luck, self.tokens, horizon=self.horizon)
        self.coming = CompiledComing(scheme.arrivals, luck)
        self.memory = memory_of(self.steps, self.tally, self.ledger, self.tokens)
        self._cuts = [plan.at for plan in self.plans if plan.node.is_cut]

    def send(self, persons: Ints, when: Floats) -> None:
        """Let people begin the first node and go on until they meet others or leave."""
        self._walk(0, _ALL_BEGIN, persons, when, is_back=self.loops.holds(0))

    def go_on(self, before: int | None = None) -> None:
        """Do nothing: nobody who may go on is ever kept."""

    def finish(self, plan: Plan, groups: list[Departed]) -> None:
        """End a node at which people meet: pay, count, and let them go on."""
        is_back = self.loops.holds(plan.at)
        for group in groups:
            if not group.persons.size:
                continue
            outcome = outcomes_of(plan).index(group.column)
            self._walk(plan.at, outcome, group.persons, group.done, is_back=is_back)

    def _walk(self, at: int, outcome: int, persons: Ints, when: Floats, *, is_back: bool) -> None:
        if self.plans[at].node.is_cut and outcome == _ALL_BEGIN:
            self.arrived.setdefault(at, []).append((persons, when))
            return
        out = np.empty((len(self._cuts), persons.size), dtype=np.int32)
        moments = np.empty(out.shape)
        counts = np.zeros(len(self._cuts), dtype=np.int64)
        walk(
            self.steps, self.memory, at, outcome, int(is_back),
            persons.astype(np.int32, copy=False), when,
            out, moments, counts,
        )  # fmt: skip
        for cut, number in enumerate(counts.tolist()):
            if number:
                # Parts of the arrays would hold all of them in memory.
                group = out[cut, :number].copy(), moments[cut, :number].copy()
                self.arrived.setdefault(self._cuts[cut], []).append(group)


class CompiledBucket(Bucket):
    """Keeps people by day."""

    size = "i4"

    def by_day(self, persons: Ints, when: Floats) -> Days:
        """Return persons by day."""
        someone, moments = np.empty(when.size, dtype=np.int32), np.empty(when.size)
        begins = lines.by_day(persons, when, self.days, someone, moments)
        return Days(someone, moments, begins)

    def order(self, persons: Counts, when: Floats) -> Ints:
        """Return positions in the order of moments, at the same moment of persons."""
        found: Ints = lines.in_order(persons, when)
        return found if found.size else np.lexsort((persons, when))


class CompiledLine(Line):
    """Serves people, where there are servers."""

    def serve(self, persons: Ints, come: Floats, journeys: Journeys) -> list[Departed]:
        """Serve people who come at moments, in that order; return how they leave."""
        if not isinstance(journeys, CompiledJourneys) or isinstance(self.place, Lane):
            return super().serve(persons, come, journeys)
        plan = self.plan
        outcomes = outcomes_of(plan)
        out = np.empty((len(outcomes), persons.size), dtype=np.int32)
        moments = np.empty(out.shape)
        counts = np.zeros(len(outcomes), dtype=np.int64)
        served, waited = serve(
            journeys.steps, journeys.memory, plan.at, int(journeys.loops.holds(plan.at)),
            plan.node.patience, self.place.free, persons, come, self.change,
            out, moments, counts,
        )  # fmt: skip
        journeys.tally.add_wait(plan.at, served, waited)
        return [
            Departed(column, out[row, :number], moments[row, :number])
            for row, (column, number) in enumerate(zip(outcomes, counts.tolist(), strict=True))
            if number
        ]


class CompiledPool(Pool):
    """Gives places. Nothing is kept of a person that can be reckoned again."""

    def __init__(
        self, luck: Luck, salt: int, *, methods: tuple[Method, ...], bucket: Bucket, lasts: float
    ) -> None:
        super().__init__(luck, salt, methods=methods, bucket=bucket, lasts=lasts)
        self._people = np.empty(0, dtype=np.int32)
        self._moments = np.empty(0)
        self._keep(0)

    def join(self, persons: Ints, since: Floats, due: Floats) -> None:
        """Let persons into the pool."""
        before = self.persons.size
        size = before + persons.size
        if size > self._people.size:
            # Memory that is asked for is not used before it is written to: twice as much costs
            # nothing, and growing is rare.
            self._people = _grown(self._people, before, 2 * size)
            self._moments = _grown(self._moments, before, 2 * size)
        self._people[before:size], self._moments[before:size] = persons, since
        self._keep(size)
        if due.size:
            self.first_due = min(self.first_due, float(due.min()))

    def take(self, gone: Flags) -> tuple[Ints, Floats, Floats]:
        """Remove those who are flagged, and return them, since when and until when they waited."""
        number = int(np.count_nonzero(gone))
        # One more than is needed: each is written before it is known whether they are taken.
        persons, since = np.empty(number + 1, dtype=np.int32), np.empty(number + 1)
        if number:
            lines.take(gone, self.persons, self.since, persons, since)
            self._keep(self.persons.size - number)
        return persons[:number], since[:number], since[:number] + self.lasts

    def ends(self) -> Floats:
        """Return when the time of each ends."""
        return self.since + self.lasts

    def ranks(self, number: int, method: Method) -> Floats:
        """Return a rank for everyone; the lowest are given a place first."""
        if method == "ranking":
            return 1.0 - self.luck.uniform(self.luck.key(SCORE), self.persons)
        return super().ranks(number, method)

    def first(self, number: int, *, places: int, method: Method) -> Flags:
        """Return who is given a place where there are fewer places than persons."""
        if method == "first-come":
            return super().first(number, places=places, method=method)
        is_score = method == "ranking"
        key = np.uint64(self.luck.key(SCORE) if is_score else self.lot(number))
        wins = np.empty(self.persons.size, dtype=np.bool_)
        lines.lowest(self.persons, key, is_score, places, wins)
        return wins

    def _keep(self, size: int) -> None:
        self.persons, self.since = self._people[:size], self._moments[:size]


def _again(visits: Counts | None) -> NDArray[np.uint8]:
    return _FIRST if visits is None else visits.astype(np.uint8)


def _grown(values: Any, used: int, size: int) -> Any:
    found = np.empty(size, dtype=values.dtype)
    found[:used] = values[:used]
    return found
