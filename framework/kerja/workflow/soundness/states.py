"""The states of a net: every marking that a game of tokens can come to, the nearest first.

A marking is an integer with two bits for each place, so that firing is two additions: 0, 1 or 2
tokens. More than one on a place is unsafe, and a free-choice net that can be unsafe is unsound
(van der Aalst, The Application of Petri Nets to Workflow Management, 1998: a sound one is
covered by state machines, so it is safe).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kerja.workflow.soundness.net import SINK, SOURCE, Places

Marking = int


class Game:
    """The moves of a net on markings."""

    def __init__(self, moves: Iterable[tuple[Places, Places]]) -> None:
        listed = list(moves)
        places = {SOURCE: None, SINK: None}
        for takes, puts in listed:
            places |= dict.fromkeys(sorted(takes | puts))
        self._bit = {place: 1 << 2 * number for number, place in enumerate(places)}
        self._low = sum(self._bit.values())
        self._moves = [(self._sum(takes), self._sum(puts)) for takes, puts in listed]
        self.start: Marking = self._bit[SOURCE]
        self.goal: Marking = self._bit[SINK]

    def next(self, marking: Marking) -> Iterator[tuple[int, Marking | None]]:
        """Yield each move that can be made and where it leads: None if to a third token."""
        held = self._low & (marking | marking >> 1)
        for move, (takes, puts) in enumerate(self._moves):
            if held & takes == takes:
                rest = marking - takes
                yield move, None if rest & (puts << 1) else rest + puts

    def play(self, moves: Iterable[int]) -> Marking:
        """Return the marking after these moves, each of which can be made in its turn."""
        marking = self.start
        for move in moves:
            takes, puts = self._moves[move]
            marking += puts - takes
        return marking

    def is_unsafe(self, marking: Marking) -> bool:
        """Return whether a place holds more than one token."""
        return bool(marking & self._low << 1)

    def has_ended(self, marking: Marking) -> bool:
        """Return whether an end was reached, whatever else is left."""
        return bool(marking & (self.goal | self.goal << 1))

    def marked(self, marking: Marking) -> dict[str, int]:
        """Return the places with tokens, and how many."""
        counts = {p: marking // bit & 3 for p, bit in self._bit.items()}
        return {place: count for place, count in counts.items() if count}

    def _sum(self, places: Places) -> int:
        return sum(self._bit[place] for place in places)


@dataclass(slots=True)
class Space:
    """Markings found, each with the marking and the move before it; nearest first.

    `onward` holds where each leads, `made` the moves that can be made somewhere, `unsafe` the
    first marking with two tokens on a place, `is_whole` tells that no marking was left out.
    """

    before: dict[Marking, tuple[Marking, int] | None] = field(default_factory=dict)
    onward: dict[Marking, list[Marking]] = field(default_factory=dict)
    made: set[int] = field(default_factory=set)
    unsafe: Marking | None = None
    is_whole: bool = True

    def path(self, marking: Marking) -> tuple[int, ...]:
        """Return the fewest moves that lead from the start to a marking."""
        moves: list[int] = []
        step = self.before[marking]
        while step is not None:
            marking, move = step
            moves.append(move)
            step = self.before[marking]
        return tuple(reversed(moves))


def explore(game: Game, *, limit: int, stop_when_unsafe: bool) -> Space:
    """Return the state space, as far as `limit` markings or the first unsafe one."""
    space = Space(before={game.start: None})
    queue = deque([game.start])
    while queue:
        marking = queue.popleft()
        if space.unsafe is None and game.is_unsafe(marking):
            space.unsafe = marking
        if len(space.before) > limit or (stop_when_unsafe and space.unsafe is not None):
            space.is_whole = False
            return space
        targets = space.onward[marking] = []
        for move, target in game.next(marking):
            space.made.add(move)
            if target is None:
                space.is_whole = False
                continue
            targets.append(target)
            if target not in space.before:
                space.before[target] = (marking, move)
                queue.append(target)
    return space


def improper(game: Game, space: Space) -> Marking | None:
    """Return the nearest marking in which an end was reached and something is left."""
    ended = (m for m in space.before if game.has_ended(m) and m != game.goal)
    return next(ended, None)


def stuck(game: Game, space: Space) -> Marking | None:
    """Return the nearest marking from which no end can be reached; one that is at rest first.

    In a space that is not whole only those at rest are known.
    """
    unended = [m for m in space.onward if not game.has_ended(m)]
    resting = next((m for m in unended if not any(True for _ in game.next(m))), None)
    if resting is not None or not space.is_whole:
        return resting
    leaving = _leading_to_an_end(game, space)
    return next((m for m in unended if m not in leaving), None)


def _leading_to_an_end(game: Game, space: Space) -> set[Marking]:
    back: dict[Marking, list[Marking]] = {}
    for marking, targets in space.onward.items():
        for target in targets:
            back.setdefault(target, []).append(marking)
    found = {m for m in space.before if game.has_ended(m)}
    queue = deque(found)
    while queue:
        for marking in back.get(queue.popleft(), ()):
            if marking not in found:
                found.add(marking)
                queue.append(marking)
    return found
