"""Oracles that know only `walk`: all journeys of a workflow, one by one or at random; its clock."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

import numpy as np

from kerja.profile import Range, point
from kerja.profile.journey import StepKind
from kerja.workflow import LATE, Deadline, Journey, Step, Way, Workflow, walk, ways_into


def step(
    name: str,
    *ways: Way,
    kind: StepKind = "service",
    gives: tuple[str, ...] = (),
    deadline: Deadline | None = None,
    days: float | Range | None = None,
    cost: float | None = None,
    currency: str = "KHR",
    capacity: float | None = None,
) -> Step:
    """A step with what measures depend on; an end if no way leads on."""
    return Step(
        id=name,
        name=name,
        kind=kind if ways else "end",
        lane="applicant",
        phase="manage",
        ways=ways,
        gives=gives,
        deadline=deadline,
        service_days=point(days) if isinstance(days, (int, float)) else days,
        unit_cost=cost,
        currency=currency if cost is not None else "",
        capacity_day=capacity,
    )


def way(to: str, share: float | Range | None = None, **more: object) -> Way:
    """A way with a share that may be a number."""
    given = point(share) if isinstance(share, (int, float)) else share
    return Way(to, share=given, **more)  # type: ignore[arg-type]


def shares(one: Step) -> dict[int, Range]:
    """Bounds of each outcome, as a person would work them out: what is not said is free."""
    if one.kind == "fork" or not one.ways:
        return {}
    said = {i: w.share or Range(0, None, 1) for i, w in enumerate(one.ways)}
    return said | ({LATE: Range(0, None, 1)} if one.deadline else {})


def extreme_mean(
    workflow: Workflow, worth: Callable[[Journey], float], *, largest: bool = False
) -> float:
    """The least (or largest) mean of `worth` over all shares, each chosen anew at every visit.

    Every journey is walked; at each outcome all corners of what the shares may be are tried.
    """
    sign = -1.0 if largest else 1.0

    def solve(script: list[int]) -> float:
        met: list[Step] = []

        def replay(here: Step, _: int) -> int:
            if len(met) < len(script):
                met.append(here)
                return script[len(met) - 1]
            raise _OpenError(here)

        try:
            journey = walk(workflow, replay)
        except _OpenError as asked:
            bounds = shares(asked.step)
            values = {outcome: solve([*script, outcome]) for outcome in bounds}
            return min(sum(p * values[o] for o, p in corner.items()) for corner in corners(bounds))
        return sign * worth(journey)

    return sign * solve([])


class _OpenError(Exception):
    def __init__(self, one: Step) -> None:
        super().__init__(one.id)
        self.step = one


def corners(bounds: dict[int, Range]) -> Iterator[dict[int, float]]:
    """All corners of the shares that sum to one: all but one outcome are at an end."""
    for order in permutations(bounds):
        chosen = {outcome: bounds[outcome].low for outcome in order}
        rest = 1 - sum(chosen.values())
        for outcome in order:
            more = min(rest, bounds[outcome].high - bounds[outcome].low)
            chosen[outcome] += more
            rest -= more
        if abs(rest) < 1e-9:
            yield chosen


def mean(workflow: Workflow, worth: Callable[[Journey], float]) -> float:
    """The mean of `worth` where all shares are known."""
    return extreme_mean(workflow, worth)


def times_taken(workflow: Workflow, journey: Journey) -> tuple[float, dict[str, list[float]]]:
    """Days of a journey, and the days at which each step was done; every step takes its low time.

    Steps begun at the same time run side by side; a join begins when the last has come.
    """
    waiting = [0.0]
    held: defaultdict[str, list[float]] = defaultdict(list)
    done: defaultdict[str, list[float]] = defaultdict(list)
    for visit in journey.visits:
        one = workflow[visit.step]
        end = waiting.pop(0) + _duration(one, visit.outcome)
        done[one.id].append(end)
        for target in visit.to:
            if target not in workflow:
                continue
            if workflow[target].kind == "join":
                held[target].append(end)
                if len(held[target]) == ways_into(workflow, target):
                    waiting.append(max(held.pop(target)))
            else:
                waiting.append(end)
    return max((max(ends) for ends in done.values()), default=0.0), dict(done)


def _duration(one: Step, outcome: int | None) -> float:
    limit = one.deadline.days if one.deadline and not one.deadline.since else None
    if outcome == LATE:
        return limit or 0.0
    low = one.service_days.low if one.service_days else 0.0
    return low if limit is None else min(low, limit)


def cost_of(workflow: Workflow, journey: Journey, currency: str = "KHR") -> float:
    """What a journey costs in one currency."""
    steps = (workflow[visit.step] for visit in journey.visits)
    return sum(one.unit_cost or 0.0 for one in steps if one.currency == currency)


def usual_at(workflow: Workflow, journey: Journey, proof: str) -> int | None:
    """The visit at which a proof is first given, on the usual way."""
    for i, visit in enumerate(journey.visits):
        if visit.outcome == 0 and proof in workflow[visit.step].gives:
            return i
    return None


class Crowd:
    """Random journeys through a workflow whose shares are known."""

    def __init__(self, journeys: Sequence[Journey]) -> None:
        self.journeys = journeys
        self._counts = [Counter(journey.path) for journey in journeys]

    def visits(self, name: str, expected: float) -> float:
        """Return z of the visits to a step."""
        return _z([count[name] for count in self._counts], expected)

    def agrees(self, worth: Callable[[Journey], float], expected: float) -> float:
        """Return z: how many standard errors the mean lies from what is expected."""
        return _z([worth(journey) for journey in self.journeys], expected)


def _z(values: Sequence[float], expected: float) -> float:
    found = np.array(values)
    far = abs(found.mean() - expected)
    # What is seldom may not be seen at all: its variance is then what its mean would be.
    variance = max(found.var(ddof=1), far)
    return float(far / np.sqrt(variance / len(found))) if far > 1e-6 else 0.0


def crowd(workflow: Workflow, people: int, *, seed: int) -> Crowd:
    """Let people walk with outcomes drawn by the shares that the ways state."""
    random = np.random.default_rng(seed)
    odds = {}
    for one in workflow:
        stated = [w.share.low if w.share else 1.0 for w in one.ways]
        late = [1 - sum(stated)] if one.deadline else []
        odds[one.id] = np.cumsum([*stated, *late]).tolist()

    def outcome(here: Step, _: int) -> int:
        drawn = bisect_right(odds[here.id], random.random() * odds[here.id][-1])
        return LATE if drawn == len(here.ways) else drawn

    return Crowd([walk(workflow, outcome) for _ in range(people)])


def opened(workflow: Workflow, seed: int) -> Workflow:
    """Make some shares ranges, or unknown, so that what was known remains possible."""
    random = np.random.default_rng(seed)

    def less(one: Way) -> Way:
        if one.share is None or random.random() < 0.3:
            return one
        if random.random() < 0.4:
            return replace(one, share=None)
        low, high = one.share.low * random.random(), 1 - (1 - one.share.low) * random.random()
        return replace(one, share=Range(low, None, high))

    return Workflow(
        tuple(replace(one, ways=tuple(less(found) for found in one.ways)) for one in workflow)
    )


class Builder:
    """Random workflows from blocks: steps, refusals, tries that are counted, deadlines, forks."""

    def __init__(self, seed: int, *, forks: bool = True, largest: int = 5) -> None:
        self._random = np.random.default_rng(seed)
        self._forks = forks
        self._largest = largest
        self._steps: list[Step] = []

    def build(self) -> Workflow:
        """Return a workflow in which every share, time and cost is known."""
        self._steps = []
        last = self._sequence("leave", self._number(2, self._largest), outer=True)
        proof = [i for i, one in enumerate(self._steps) if one.kind not in ("fork", "join")]
        certifies, selects = (int(self._random.choice(proof)) for _ in range(2))
        steps = [
            replace(one, gives=("certificate",) * (i == certifies) + ("selected",) * (i == selects))
            for i, one in enumerate(self._steps)
        ]
        begin = step("begin", way(last), kind="start")
        return Workflow((begin, *steps, step("leave")))

    def _sequence(self, after: str, length: int, *, outer: bool, depth: int = 0) -> str:
        """Add blocks that lead to `after`, the last first; return where they begin."""
        for _ in range(length):
            kinds = ["plain", "choice", "tries", "late"]
            if self._forks and depth < 2:
                kinds.append("fork")
            after = getattr(self, f"_{self._random.choice(kinds)}")(after, outer, depth)
        return after

    def _plain(self, after: str, outer: bool, depth: int) -> str:
        kind: StepKind = "payment" if self._random.random() < 0.3 else "service"
        return self._add(way(after), kind=kind)

    def _choice(self, after: str, outer: bool, depth: int) -> str:
        share = self._share()
        aside = "leave" if outer and self._random.random() < 0.5 else self._add(way(after))
        return self._add(way(after, share), way(aside, 1 - share, when="refused"))

    def _tries(self, after: str, outer: bool, depth: int) -> str:
        """A step after which one may go back some times, to itself or to one before it."""
        name, back = f"s{len(self._steps)}", f"s{len(self._steps) + 1}"
        share = self._share()
        most = self._number(1, 3)
        again = name if self._random.random() < 0.4 else back
        then = after if self._random.random() < 0.5 else ""
        self._add(way(after, share), way(again, 1 - share, when="again", at_most=most, then=then))
        return self._add(way(name))

    def _late(self, after: str, outer: bool, depth: int) -> str:
        then = "leave" if outer else self._add(way(after))
        deadline = Deadline(days=float(self._number(1, 9)), then=then)
        share = self._share()
        ways = [way(after, share)]
        if self._random.random() < 0.4:
            ways.append(way(self._add(way(after)), (1 - share) / 2, when="otherwise"))
        return self._add(*ways, deadline=deadline, kind="person")

    def _fork(self, after: str, outer: bool, depth: int) -> str:
        join = self._add(way(after), kind="join")
        ways = []
        for _ in range(self._number(2, 3)):
            last = self._add(way(join))
            begin = self._sequence(last, self._number(0, 2), outer=False, depth=depth + 1)
            ways.append(way(begin))
        return self._add(*ways, kind="fork")

    def _add(self, *ways: Way, kind: StepKind = "service", deadline: Deadline | None = None) -> str:
        name = f"s{len(self._steps)}"
        works = kind not in ("fork", "join")
        currency = "KHR" if self._random.random() < 0.7 else "USD"
        self._steps.append(
            step(
                name,
                *ways,
                kind=kind,
                deadline=deadline,
                days=float(self._number(0, 6)) if works else None,
                cost=float(self._number(0, 50)) if works else None,
                currency=currency,
            )
        )
        return name

    def _share(self) -> float:
        return float(self._random.choice([0.1, 0.25, 0.5, 0.8, 0.95]))

    def _number(self, low: int, high: int) -> int:
        return int(self._random.integers(low, high + 1))
