"""One person's journey as a finite chain: where they are, who waits at joins, what was tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kerja.errors import KerjaError
from kerja.workflow.measures.shares import Outcome, outcomes
from kerja.workflow.step import Step
from kerja.workflow.walking import LATE, ways_into
from kerja.workflow.workflow import Workflow

GONE = -1
"""The state of a person of whom nothing is left to be done."""

MOST_STATES = 20_000

_CERTAIN = Outcome(0, 1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class State:
    """Steps waiting to be done, the last first; arrivals at joins; how often ways were taken.

    All are positions: of steps in the workflow, and of bounded ways in `Chain.bounded`. What can
    no longer matter is left out, so that states that behave alike are one. `apart` is true from a
    fork until what it began has met again.
    """

    waiting: tuple[int, ...]
    held: tuple[tuple[int, int], ...]
    taken: tuple[int, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """An outcome of the step that is done in a state, and the state that follows, or `GONE`.

    `outcome` is None where a fork or an end leaves no choice.
    """

    outcome: Outcome | None
    to: int

    @property
    def share(self) -> Outcome:
        """Bounds of the share of persons."""
        return self.outcome or _CERTAIN


@dataclass(frozen=True, slots=True)
class Chain:
    """States from the first, and the branches of each.

    `stuck` is true if somebody may wait at a join for ever.
    """

    workflow: Workflow
    steps: tuple[Step, ...]
    states: tuple[State, ...]
    branches: tuple[tuple[Branch, ...], ...]
    stuck: bool

    def step(self, state: int) -> Step:
        """Return the step that is done in a state."""
        return self.steps[self.states[state].waiting[-1]]


class Unfolding:
    """A workflow made ready to be unfolded into chains.

    What `walk` does step by step is unfolded over all outcomes. Things begun at the same time are
    done one after the other, the first way of a fork first: the order changes neither what is
    visited nor how often, and the states of two branches add up instead of multiplying.
    """

    def __init__(self, workflow: Workflow) -> None:
        self.workflow = workflow
        self.steps = tuple(workflow[name] for name in dict.fromkeys(s.id for s in workflow))
        self._number = {step.id: i for i, step in enumerate(self.steps)}
        self._outcomes = [outcomes(step) for step in self.steps]
        self._needed = [
            ways_into(workflow, step.id) if step.kind == "join" else 1 for step in self.steps
        ]
        self._bounded = {
            (i, position): bound
            for bound, (i, position) in enumerate(
                (i, position)
                for i, step in enumerate(self.steps)
                for position, way in enumerate(step.ways)
                if way.at_most is not None and step.kind != "fork"
            )
        }
        self._matters = self._what_matters()

    def chain(
        self, start: Sequence[int] = (0,), taken: Sequence[int] = (), stop: str = ""
    ) -> Chain:
        """Return the chain of who has the steps at positions `start` to do, the last first.

        Args:
            start: positions of steps.
            taken: how often each bounded way was taken before; never, if left out.
            stop: a step at which everybody leaves the chain.

        Raises:
            KerjaError: there are more than 20,000 states.
        """
        run = _Run(self, self._number.get(stop, GONE))
        run.find(self._state(start, (), taken or (0,) * len(self._bounded)))
        for state in run.states:  # grows while it is read
            run.branches.append(tuple(run.branch(*onward) for onward in self._onward(state)))
        return Chain(
            self.workflow, self.steps, tuple(run.states), tuple(run.branches), stuck=run.stuck
        )

    def _onward(
        self, state: State
    ) -> Iterator[tuple[State, Outcome | None, list[int], tuple[int, ...]]]:
        """Yield (state, outcome, steps that follow, ways taken so far)."""
        here = state.waiting[-1]
        step = self.steps[here]
        if not self._outcomes[here]:
            # The last is done first, so the ways of a fork are laid down in reverse.
            onward = [self._known(way.to) for way in reversed(step.ways)]
            yield state, None, onward, state.taken
        for outcome in self._outcomes[here]:
            name, taken = self._taking(here, outcome.position, state.taken)
            yield state, outcome, [self._known(name)], taken

    def _taking(
        self, here: int, position: int, taken: tuple[int, ...]
    ) -> tuple[str, tuple[int, ...]]:
        """Return the step that follows an outcome, and the ways taken by then."""
        step = self.steps[here]
        if position == LATE:
            return (step.deadline.then if step.deadline else ""), taken
        way, bound = step.ways[position], self._bounded.get((here, position))
        if bound is None or way.at_most is None:
            return way.to, taken
        if taken[bound] >= way.at_most:
            return step.used_up(way), taken
        return way.to, (*taken[:bound], taken[bound] + 1, *taken[bound + 1 :])

    def _known(self, name: str) -> int:
        return self._number.get(name, GONE)

    def _state(
        self,
        waiting: Sequence[int],
        held: tuple[tuple[int, int], ...],
        taken: Sequence[int],
        *,
        apart: bool = False,
    ) -> State:
        if not any(taken):
            return State(tuple(waiting), held, tuple(taken), apart)
        matters = 0
        for step in (*waiting, *(join for join, _ in held)):
            matters |= self._matters[step]
        kept = tuple(n if matters >> bound & 1 else 0 for bound, n in enumerate(taken))
        return State(tuple(waiting), held, kept, apart)

    def arrived(self, state: State, onward: list[int], taken: Sequence[int], stop: int) -> State:
        """Return the state after steps were begun; a join waits for all that lead to it."""
        waiting, held, met = list(state.waiting[:-1]), dict(state.held), False
        for step in onward:
            if step in (GONE, stop):
                continue
            if self._needed[step] > 1:
                held[step] = held.get(step, 0) + 1
                if held[step] < self._needed[step]:
                    continue
                del held[step]
                met = True
            waiting.append(step)
        one = len(waiting) == 1 and not held
        apart = (state.apart and not (met and one)) or (len(onward) > 1 and not one)
        return self._state(waiting, tuple(sorted(held.items())), taken, apart=apart)

    def _what_matters(self) -> list[int]:
        """Return, for each step, the set of bounded ways (bits) that may be met from it on."""
        own = [0] * len(self.steps)
        for (step, _), bound in self._bounded.items():
            own[step] |= 1 << bound
        targets = [
            [self._number[name] for name in step.targets if name in self._number]
            for step in self.steps
        ]
        changed = True
        while changed:
            changed = False
            for step in reversed(range(len(self.steps))):
                found = own[step]
                for target in targets[step]:
                    found |= own[target]
                changed = changed or found != own[step]
                own[step] = found
        return own


class _Run:
    """States found so far."""

    def __init__(self, unfolding: Unfolding, stop: int) -> None:
        self._unfolding = unfolding
        self._stop = stop
        self._number: dict[State, int] = {}
        self.states: list[State] = []
        self.branches: list[tuple[Branch, ...]] = []
        self.stuck = False

    def find(self, state: State) -> int:
        if not state.waiting:
            self.stuck = self.stuck or bool(state.held)
            return GONE
        number = self._number.setdefault(state, len(self.states))
        if number == len(self.states):
            self.states.append(state)
        if number >= MOST_STATES:
            raise KerjaError(
                f"the journey has more than {MOST_STATES:,} states: too many tries are counted",
                "a smaller at_most, or fewer ways that have one",
            )
        return number

    def branch(
        self, state: State, outcome: Outcome | None, onward: list[int], taken: tuple[int, ...]
    ) -> Branch:
        return Branch(outcome, self.find(self._unfolding.arrived(state, onward, taken, self._stop)))
