"""The states of a chain that lead to one another, and those that a person may never leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerja.workflow.measures.chain import GONE, Chain

_ROUNDING = 1e-12


def components(chain: Chain) -> tuple[tuple[int, ...], ...]:
    """Return the strongly connected components, each after all that it leads to.

    Source: Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
    """
    search = _Search([[b.to for b in found if b.to != GONE] for found in chain.branches])
    for state in range(len(chain.states)):
        search.visit(state)
    return tuple(search.found)


def trap(chain: Chain, component: Sequence[int]) -> frozenset[int]:
    """Return the states of a component in which a person may be kept for ever."""
    kept = set(component)
    while True:
        leaving = {
            state
            for state in kept
            if sum(b.share.high for b in chain.branches[state] if b.to in kept) < 1 - _ROUNDING
        }
        if not leaving:
            return frozenset(kept)
        kept -= leaving


class _Search:
    """A search in depth without recursion."""

    def __init__(self, onward: list[list[int]]) -> None:
        self._onward = onward
        self._index: dict[int, int] = {}
        self._lowest: dict[int, int] = {}
        self._open: dict[int, None] = {}
        self.found: list[tuple[int, ...]] = []

    def visit(self, root: int) -> None:
        if root in self._index:
            return
        work = [self._enter(root)]
        while work:
            state, onward = work[-1]
            following = next((t for t in onward if self._is_new(state, t)), None)
            if following is not None:
                work.append(self._enter(following))
                continue
            work.pop()
            if work:
                parent = work[-1][0]
                self._lowest[parent] = min(self._lowest[parent], self._lowest[state])
            if self._lowest[state] == self._index[state]:
                self.found.append(tuple(self._close(state)))

    def _enter(self, state: int) -> tuple[int, Iterator[int]]:
        self._index[state] = self._lowest[state] = len(self._index)
        self._open[state] = None
        return state, iter(self._onward[state])

    def _is_new(self, state: int, target: int) -> bool:
        if target not in self._index:
            return True
        if target in self._open:
            self._lowest[state] = min(self._lowest[state], self._index[target])
        return False

    def _close(self, first: int) -> Iterator[int]:
        while True:
            state, _ = self._open.popitem()
            yield state
            if state == first:
                return
