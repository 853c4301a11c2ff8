"""Random workflows of blocks: tasks, choices, loops with a limit, forks within forks, deadlines."""

from __future__ import annotations

import random
from dataclasses import dataclass

from kerja.profile.journey import Lane, StepKind
from kerja.workflow import Deadline, Step, Way, Workflow

_LANES: tuple[Lane, ...] = ("applicant", "programme-office", "payment-provider", "province")
_KINDS: tuple[StepKind, ...] = ("person", "service", "manual", "payment")


def blocks(chance: random.Random) -> Workflow:
    """Return a workflow that is sound because each of its blocks is, with a decision at first."""
    made = _Maker(chance)
    made.add("begin", "start", Way("check"))
    made.add("check", "decision", Way("body"), Way("refused", "not eligible"))
    made.sequence("body", "finish", _Place(depth=0, done=("begin",)))
    made.add("finish", "end")
    made.add("refused", "end")
    return Workflow(tuple(made.steps))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: how deep, after which steps in any case, whether others run beside."""

    depth: int
    done: tuple[str, ...]
    beside: bool = False

    def deeper(self, *, beside: bool = False) -> _Place:
        return _Place(self.depth + 1, self.done, self.beside or beside)

    def after(self, step: str) -> _Place:
        return _Place(self.depth, (*self.done, step), self.beside)


class _Maker:
    """Writes steps; every block has one step to enter by and leads to one given step."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._number = 0
        self.steps: list[Step] = []

    def add(self, name: str, kind: StepKind, *ways: Way, deadline: Deadline | None = None) -> None:
        self.steps.append(
            Step(name, name.replace("_", " "), kind, self._chance.choice(_LANES), "enrol",
                 ways=ways, deadline=deadline)
        )  # fmt: skip

    def sequence(self, entry: str, onward: str, place: _Place) -> None:
        """Write blocks in a row; the last is a plain step, so that one way leads on."""
        least, most = ((3, 4), (0, 2), (0, 1), (0, 0))[place.depth]
        for _ in range(self._chance.randint(least, most)):
            following = self._new("step")
            kind = self._chance.choice((self.task, self.choice, self.loop, self.fork))
            kind(entry, following, place)
            place = place.after(entry)
            entry = following
        self.add(entry, self._chance.choice(_KINDS), Way(onward))

    def task(self, entry: str, onward: str, place: _Place) -> None:
        if self._chance.random() < 0.4:
            self.add(entry, self._chance.choice(_KINDS), Way(onward))
            return
        late = self._new("late")
        since = self._chance.choice((*place.done, "", ""))
        deadline = Deadline(float(self._chance.choice((1, 3, 10, 30))), late, since)
        kind: StepKind = self._chance.choice(("person", "wait", "manual", "service", "payment"))
        self.add(entry, kind, Way(onward), deadline=deadline)
        self.add(late, "service", Way(onward))

    def choice(self, entry: str, onward: str, place: _Place) -> None:
        branch = self._new("branch")
        ways = [Way(onward, self._chance.choice(("", "the usual"))), Way(branch, "else: do more")]
        if not place.beside and self._chance.random() < 0.5:
            ways.append(Way("finish", "leaves early"))
        self.add(entry, self._chance.choice(("manual", "draw", "service", "payment")), *ways)
        self.sequence(branch, onward, place.deeper())

    def loop(self, entry: str, onward: str, place: _Place) -> None:
        """Write tasks that are done again, until it is well or has been tried too often."""
        ask = self._new("ask")
        self.sequence(entry, ask, place.deeper())
        used_up = onward if place.beside else self._chance.choice(("", "finish", onward))
        again = Way(entry, "once more", at_most=self._chance.randint(1, 3), then=used_up)
        self.add(ask, self._chance.choice(("draw", "manual")), Way(onward, "well"), again)

    def fork(self, entry: str, onward: str, place: _Place) -> None:
        join = self._new("join")
        branches = [self._new("side") for _ in range(self._chance.randint(2, 3))]
        self.add(entry, "fork", *(Way(branch) for branch in branches))
        for branch in branches:
            self.sequence(branch, join, place.deeper(beside=True))
        self.add(join, "join", Way(onward))

    def _new(self, word: str) -> str:
        self._number += 1
        return f"{word}_{self._number}"
