"""People drawn for a workflow: what happens to each at every step, and the journey it must give."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from kerja.workflow import LATE, Journey, Step, Workflow, walk

_OVERDUE = "late"
_MOST = 60
"""Visits to one step after which everybody takes the usual way: a loop without a limit ends."""


@dataclass(frozen=True, slots=True)
class Person:
    """Outcome codes of each step by visit ("late" for a missed deadline), and what they lead to.

    `visits` holds step and outcome code of every visit in the order of `walk`.
    """

    outcomes: dict[str, tuple[str, ...]]
    visits: tuple[tuple[str, str], ...]
    end: str
    payments: tuple[str, ...]


def people(workflow: Workflow, number: int, seed: int) -> tuple[Person, ...]:
    """Draw people: one for each outcome of each step that can be reached, then random ones."""
    drawn = [_person(workflow, wish) for wish in _wishes(workflow)]
    for k in range(max(0, number - len(drawn))):
        drawn.append(_person(workflow, _Mood(random.Random(f"{seed} {k}"))))
    return tuple(person for person in drawn if person is not None)


def few_of(drawn: Sequence[Person]) -> tuple[Person, ...]:
    """Return some of the people, who together have had every outcome that any of them had."""
    open_outcomes = {visit for person in drawn for visit in person.visits}
    chosen: list[Person] = []
    while open_outcomes:
        best = max(drawn, key=lambda person: len(open_outcomes.intersection(person.visits)))
        chosen.append(best)
        open_outcomes.difference_update(best.visits)
    return tuple(chosen)


def as_data(drawn: Sequence[Person]) -> list[object]:
    """Return people as plain data for a runner."""
    return [asdict(person) for person in drawn]


def code(step: Step, outcome: int | None) -> str:
    """Return the word for an outcome that a process file uses; "" where there is none."""
    if outcome is None or step.kind == "fork":
        return ""
    return _OVERDUE if outcome == LATE else codes(step)[outcome]


def codes(step: Step) -> tuple[str, ...]:
    """Return the word for each way, by the published contract and not by the code that writes it.

    It is what stands behind `when` in small letters and hyphens; "done" for the usual way without;
    a word that has been used gets the position of the way.
    """
    found: list[str] = []
    for position, way in enumerate(step.ways):
        plain = unicodedata.normalize("NFKD", way.when).encode("ascii", "ignore").decode().lower()
        nameless = "done" if position == 0 and not way.when else f"way-{position}"
        word = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or nameless
        found.append(f"{word}-{position}" if word in found else word)
    return tuple(found)


class _Mood:
    """How a person behaves: at each step they mostly want the same, most often the usual."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._usual = chance.choice((0.3, 0.6, 0.8, 0.95))
        self._sticky: dict[str, int] = {}

    def __call__(self, step: Step, time: int) -> int:
        if step.id not in self._sticky or self._chance.random() < 0.25:
            others = _outcomes(step)[1:]
            usual = not others or self._chance.random() < self._usual
            self._sticky[step.id] = 0 if usual else self._chance.choice(others)
        return self._sticky[step.id]


@dataclass(frozen=True, slots=True)
class _Wish:
    """Take a given outcome at each step named, the usual one elsewhere; stop after `times`."""

    wanted: dict[str, int]
    last: str
    times: int

    def __call__(self, step: Step, time: int) -> int:
        if step.id == self.last and time > self.times:
            return 0
        return self.wanted.get(step.id, 0)


def _wishes(workflow: Workflow) -> Iterator[_Wish]:
    """For each outcome of each step: the shortest way there, then the outcome, once and always."""
    for step, way_there in _shortest(workflow).items():
        for outcome in _outcomes(workflow[step]):
            wanted = {**way_there, step: outcome}
            yield _Wish(wanted, step, 1)
            way = workflow[step].ways[outcome] if outcome != LATE else None
            if way is not None and way.at_most is not None:
                yield _Wish(wanted, step, way.at_most)
                yield _Wish(wanted, step, way.at_most + 1)


def _shortest(workflow: Workflow) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {workflow.start: {}}
    waiting = deque(found)
    while waiting:
        here = waiting.popleft()
        for outcome, target in _edges(workflow[here]):
            if target in workflow and target not in found:
                found[target] = {**found[here], here: outcome}
                waiting.append(target)
    return {step: wanted for step, wanted in found.items() if _outcomes(workflow[step])}


def _edges(step: Step) -> Iterator[tuple[int, str]]:
    if step.kind == "fork":
        yield from ((0, way.to) for way in step.ways)
        return
    for outcome in _outcomes(step):
        if outcome == LATE:
            yield outcome, step.deadline.then if step.deadline else ""
        else:
            way = step.ways[outcome]
            yield outcome, way.to
            if way.at_most is not None:
                yield outcome, step.used_up(way)


def _outcomes(step: Step) -> tuple[int, ...]:
    """Return what may come of a step, the usual first; nothing to choose at a fork or an end."""
    if step.kind == "fork" or not step.ways:
        return ()
    due = step.deadline is not None and step.deadline.then
    return (*range(len(step.ways)), *((LATE,) if due else ()))


def _person(workflow: Workflow, mood: _Mood | _Wish) -> Person | None:
    diary = _Diary(mood)
    journey = walk(workflow, diary)
    if not journey.finished:
        return None
    return Person(
        outcomes={step: tuple(codes) for step, codes in diary.codes.items()},
        visits=tuple(_visits(workflow, journey)),
        end=journey.end,
        payments=journey.payments,
    )


def _visits(workflow: Workflow, journey: Journey) -> Iterator[tuple[str, str]]:
    for visit in journey.visits:
        yield visit.step, code(workflow[visit.step], visit.outcome)


class _Diary:
    """Outcomes as a mood wants them, written down; nobody is in time once time has run out.

    Who misses one deadline lets time pass. A deadline that counts from a step done before that
    may be over too, so it is missed as well: the draws then hold on any clock.
    """

    def __init__(self, mood: _Mood | _Wish) -> None:
        self._mood = mood
        self._now = 0
        self._late = -1
        self._done: dict[str, int] = {}
        self._times: Counter[str] = Counter()
        self.codes: dict[str, list[str]] = {}

    def __call__(self, step: Step, time: int) -> int:
        self._now += 1
        outcome = self._mood(step, time) if time <= _MOST else 0
        if LATE in _outcomes(step) and self._is_over(step):
            outcome = LATE
        if outcome == LATE:
            self._late = self._now
        self._done[step.id] = self._now
        self.codes.setdefault(step.id, []).append(code(step, outcome))
        return outcome

    def _is_over(self, step: Step) -> bool:
        since = step.deadline.since if step.deadline else ""
        return bool(since) and self._done.get(since, self._now) <= self._late
