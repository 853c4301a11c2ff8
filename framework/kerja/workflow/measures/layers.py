"""A chain as arrays, in layers: each can be solved once those before it are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.workflow.measures.chain import GONE, Branch, Chain
from kerja.workflow.measures.components import components, trap

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Places = NDArray[np.intp]
    Flags = NDArray[np.bool_]

NO_CHOICE = -2
"""Outcome of a branch that nobody chooses."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of a table with m states that have k branches each.

    `states` and `rows` say which states (m) and branches (m x k, state by state); `to` (m, k) the
    rows that follow; `low`, `mode` and `high` (m, k) the shares.
    """

    states: slice
    rows: slice
    to: Places
    low: Numbers
    mode: Numbers
    high: Numbers

    @property
    def width(self) -> int:
        """Branches of each state."""
        return int(self.to.shape[1])


@dataclass(frozen=True, slots=True)
class Layer:
    """Blocks that are solved together; `loop` if their states lead to one another.

    `trap` holds the branches of the states in which a person may be kept for ever.
    """

    blocks: tuple[Block, ...]
    loop: bool
    trap: Places


@dataclass(frozen=True, slots=True)
class Table:
    """A chain with n states and b branches in the order in which they are solved.

    `numbers` (n) are the states' numbers in the chain and `branches` (b) its branches; `state`,
    `step`, `outcome` and `to` (b) say where a branch starts, of which step, with which outcome
    (`NO_CHOICE` for a fork or an end), and where it leads, n standing for `GONE`. `start` is the
    row of the first state.
    """

    chain: Chain
    numbers: tuple[int, ...]
    branches: tuple[Branch, ...]
    state: Places
    step: Places
    outcome: Places
    to: Places
    layers: tuple[Layer, ...]
    start: int

    @property
    def size(self) -> int:
        """Number of states, and the row of those who have left."""
        return len(self.numbers)

    @property
    def loops(self) -> bool:
        """True if a person may come back to the same state."""
        return any(layer.loop for layer in self.layers)


def tabulate(chain: Chain) -> Table:
    """Return a chain as arrays, in layers from the ends to the start."""
    import numpy as np

    groups = _groups(chain)
    numbers = tuple(state for _, blocks in groups for block in blocks for state in block)
    row = {state: i for i, state in enumerate(numbers)} | {GONE: len(numbers)}
    branches = tuple(branch for state in numbers for branch in chain.branches[state])
    wide = [len(chain.branches[state]) for state in numbers]
    state = np.repeat(np.arange(len(numbers)), wide)
    step = np.array([chain.states[number].waiting[-1] for number in numbers], dtype=np.intp)
    to = np.array([row[branch.to] for branch in branches], dtype=np.intp)
    shares = np.array([(b.share.low, b.share.mode, b.share.high) for b in branches])
    layers = []
    done = (0, 0)
    for component, blocks in groups:
        found = []
        for block in blocks:
            states = slice(done[0], done[0] + len(block))
            rows = slice(done[1], done[1] + sum(wide[states]))
            done = (states.stop, rows.stop)
            low, mode, high = shares[rows].reshape(len(block), -1, 3).transpose(2, 0, 1)
            found.append(Block(states, rows, to[rows].reshape(low.shape), low, mode, high))
        kept = [row[number] for number in trap(chain, component)] if component else []
        trapped = np.flatnonzero(np.isin(state, kept)) if kept else np.array([], dtype=np.intp)
        layers.append(Layer(tuple(found), bool(component), trapped))
    return Table(
        chain=chain,
        numbers=numbers,
        branches=branches,
        state=state,
        step=step[state],
        outcome=np.array([_position(b) for b in branches], dtype=np.intp),
        to=to,
        layers=tuple(layers),
        start=row[0],
    )


def _position(branch: Branch) -> int:
    return branch.outcome.position if branch.outcome else NO_CHOICE


def _groups(chain: Chain) -> list[tuple[tuple[int, ...], list[list[int]]]]:
    """Return, for each layer, its loop (empty if it is none) and its states by width."""
    depth = [0] * len(chain.states)
    plain: defaultdict[int, list[int]] = defaultdict(list)
    loops: defaultdict[int, list[tuple[int, ...]]] = defaultdict(list)
    for component in components(chain):
        onward = [b.to for state in component for b in chain.branches[state] if b.to != GONE]
        inside = frozenset(component)
        here = 1 + max((depth[state] for state in onward if state not in inside), default=0)
        for state in component:
            depth[state] = here
        if inside.isdisjoint(onward):
            plain[here] += component
        else:
            loops[here].append(component)
    found: list[tuple[tuple[int, ...], list[list[int]]]] = []
    for here in sorted({*plain, *loops}):
        found += [((), _by_width(chain, plain[here]))] if here in plain else []
        found += [(component, _by_width(chain, component)) for component in loops[here]]
    return found


def _by_width(chain: Chain, states: Iterable[int]) -> list[list[int]]:
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for state in sorted(states):
        alike[len(chain.branches[state])].append(state)
    return [alike[width] for width in sorted(alike)]
