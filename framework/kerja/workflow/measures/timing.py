"""The days that each branch of a chain takes; of things done at the same time, the longest."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kerja.workflow.measures.chain import GONE, Branch, Chain, Unfolding
from kerja.workflow.measures.days import NONE, Days, days, service_days
from kerja.workflow.measures.layers import Table, tabulate
from kerja.workflow.measures.sweep import Reward, extreme, likeliest, single_way

if TYPE_CHECKING:
    from kerja.workflow.measures.layers import Numbers


class Timing:
    """Days on the branches of chains of one workflow.

    `at_least` collects the forks whose time is only bounded from below: something is chosen in
    one of its ways, so that the longest of the means is less than the mean of the longest.
    """

    def __init__(self, unfolding: Unfolding) -> None:
        self._unfolding = unfolding
        self._known: dict[tuple[int, int], Days] = {}
        self._forks: dict[tuple[int, tuple[int, ...]], Days] = {}
        self.at_least: set[str] = set()

    def of_branches(self, table: Table) -> Numbers:
        """Return lowest, likeliest and highest days (b, 3).

        A fork takes what its longest way takes, and the steps on its ways nothing.

        Source: Dumas, La Rosa, Mendling & Reijers, Fundamentals of Business Process Management,
        2nd ed. (2018), section 7.1: the cycle time of a parallel block is that of its slowest path.
        """
        import numpy as np

        chain = table.chain
        found = [
            NONE if chain.states[number].apart else self._alone(chain, number, branch)
            for number, branch in _numbered(table)
        ]
        return np.array(found).reshape(-1, 3)

    def _alone(self, chain: Chain, number: int, branch: Branch) -> Days:
        step, state = chain.step(number), chain.states[number]
        if step.kind == "fork":
            key = (state.waiting[-1], state.taken)
            if key not in self._forks:
                self._forks[key] = self._fork(chain, number)
            own, ways = service_days(step), self._forks[key]
            return Days(own.low + ways.low, own.mode + ways.mode, own.high + ways.high)
        return self._single(chain, number, branch)

    def _single(self, chain: Chain, number: int, branch: Branch) -> Days:
        if branch.outcome is None:
            return service_days(chain.step(number))
        key = (chain.states[number].waiting[-1], branch.outcome.position)
        if key not in self._known:
            step = chain.step(number)
            self._known[key] = days(chain.workflow, step, branch.outcome.position)
        return self._known[key]

    def _fork(self, chain: Chain, number: int) -> Days:
        """Return the days from a fork to where all its ways are done.

        Lowest: the longest of the lowest means, as the mean of the longest is no less. Highest: the
        least of two bounds, the longest course of any way and the sum of the highest means.
        """
        import numpy as np

        onward = chain.branches[number][0].to
        if onward == GONE or not chain.states[onward].apart:
            return NONE
        together = chain.states[onward].waiting
        join, taken = _meeting(chain, onward), chain.states[number].taken
        ways = [self._unfolding.chain((way,), taken, join) for way in together]
        means = np.array([_means(table, self.of_branches(table)) for table in map(tabulate, ways)])
        low, mode, _, longest = means.max(axis=0)
        after_another = self._one_after_the_other(together, taken, join)
        if any(way.stuck for way in ways):
            return Days(low, math.nan, after_another)
        if len(ways) > 1 and any(len(found) > 1 for way in ways for found in way.branches):
            self.at_least.add(chain.step(number).id)
        return Days(low, mode, min(longest, after_another))

    def _one_after_the_other(
        self, together: tuple[int, ...], taken: tuple[int, ...], join: str
    ) -> float:
        import numpy as np

        table = tabulate(self._unfolding.chain(together, taken, join))
        found = [self._single(table.chain, number, branch) for number, branch in _numbered(table)]
        return _means(table, np.array(found))[2]


def _numbered(table: Table) -> Iterator[tuple[int, Branch]]:
    """Yield each branch with the number of its state in the chain."""
    for state, branch in zip(table.state.tolist(), table.branches, strict=True):
        yield table.numbers[state], branch


def _meeting(chain: Chain, start: int) -> str:
    """Return the step that is done once all begun after a fork is done, "" if there is none."""
    seen, queue, found = {start}, [start], set()
    while queue:
        state = queue.pop()
        if state == GONE:
            continue
        if not chain.states[state].apart and chain.step(state).kind == "join":
            found.add(chain.step(state).id)
            continue
        onward = {branch.to for branch in chain.branches[state]} - seen
        seen |= onward
        queue += onward
    return found.pop() if len(found) == 1 else ""


def _means(table: Table, times: Numbers) -> tuple[float, float, float, float]:
    """Return the lowest, likeliest and highest mean, and the longest way."""
    import numpy as np

    on = np.ones((len(times), 2), dtype=bool)
    ends = np.array([False, True])
    low, high = extreme(table, Reward(times[:, [0, 2]], on), ends)[table.start]
    mode = likeliest(table, Reward(times[:, [1]], on[:, :1]))[table.start, 0]
    longest = single_way(table, Reward(times[:, [2]], on[:, :1]), ends[1:])[table.start, 0]
    return float(low), float(mode), float(high), float(longest)
