"""Reduction of a net to a smaller one that is sound if and only if the first is.

Rules of Murata (Petri Nets: Properties, Analysis and Applications, Proceedings of the IEEE 77,
1989), as in chapter 7 of Desel & Esparza (Free Choice Petri Nets, 1995):

- a place is folded into what puts tokens on it where all that take from it take from nothing else
  (fusion of series places and of series transitions);
- of several transitions, or places, with the same ends one is kept (fusion of parallel ones);
- a transition that puts back what it takes is left out (self-loop).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kerja.workflow.soundness.net import SINK, SOURCE, Net, Places

_MOST = 20
"""Growth up to which a choice is folded; what is left then is for the state space."""


@dataclass(frozen=True, slots=True)
class Fused:
    """A transition of the reduced net, and the transitions of the first net that do the same."""

    takes: Places
    puts: Places
    run: tuple[int, ...]


def reduce_net(net: Net) -> tuple[Fused, ...]:
    """Return the transitions that are left when no rule applies, in a fixed order.

    Of a sound net usually one is left, from `SOURCE` to `SINK`. The run of each may be fired in
    the first net wherever the transition may be fired in the reduced one.
    """
    work = _Reduction(net)
    while work.drop_loops() or work.fold_series() or work.fuse_places() or work.fold_choice():
        pass
    return tuple(work.fused[number] for number in sorted(work.fused))


class _Reduction:
    """A net under reduction: its transitions by number, and who puts on and takes from a place."""

    def __init__(self, net: Net) -> None:
        self.fused: dict[int, Fused] = {}
        self._number = 0
        self._same: dict[tuple[Places, Places], int] = {}
        self._putting: defaultdict[str, set[int]] = defaultdict(set)
        self._taking: defaultdict[str, set[int]] = defaultdict(set)
        for index, transition in enumerate(net.transitions):
            self._add(Fused(transition.takes, transition.puts, (index,)))

    def drop_loops(self) -> bool:
        """Leave out what puts back what it takes, but not a ring that nobody enters: it is dead."""
        loops = [
            number
            for number, fused in self.fused.items()
            if fused.takes == fused.puts and all(self._putting[p] - {number} for p in fused.takes)
        ]
        if loops:
            # One at a time: two loops on a place that nobody enters would excuse each other.
            self._drop(loops[0])
        return bool(loops)

    def fold_series(self) -> bool:
        """Fold every place with a single transition before or after it; tell if there was one."""
        queue = dict.fromkeys(self._places())
        folded = False
        while queue:
            place, _ = queue.popitem()
            if self._growth(place) == 0 and self._folds(place):
                queue |= dict.fromkeys(self._fold(place))
                folded = True
        return folded

    def fuse_places(self) -> bool:
        """Of all inner places with the same transitions before and after keep one."""
        kept: dict[tuple[frozenset[int], frozenset[int]], str] = {}
        surplus: set[str] = set()
        for place in self._places():
            ends = frozenset(self._putting[place]), frozenset(self._taking[place])
            if kept.setdefault(ends, place) != place:
                surplus.add(place)
        touched = {n for place in surplus for n in self._putting[place] | self._taking[place]}
        for old in [self._drop(number) for number in sorted(touched)]:
            self._add(Fused(old.takes - surplus, old.puts - surplus, old.run))
        return bool(surplus)

    def fold_choice(self) -> bool:
        """Fold the one place with several transitions on both sides that adds the fewest."""
        places = [(growth, p) for p in self._places() if (growth := self._growth(p)) <= _MOST]
        best = next((place for _, place in sorted(places) if self._folds(place)), None)
        if best is not None:
            self._fold(best)
        return best is not None

    def _growth(self, place: str) -> int:
        """Return by how many transitions, less one, the net grows if a place is folded."""
        return (len(self._putting[place]) - 1) * (len(self._taking[place]) - 1)

    def _folds(self, place: str) -> bool:
        before, after = self._putting[place], self._taking[place]
        if not before or not after or before & after:
            return False
        if any(self.fused[number].takes != {place} for number in after):
            return False
        # A place on which both would put a token would hold two: that has to stay to be seen.
        return not any(
            self.fused[first].puts & self.fused[second].puts for first in before for second in after
        )

    def _fold(self, place: str) -> list[str]:
        """Fold a place; return the places near it."""
        firsts = [self._drop(number) for number in sorted(self._putting[place])]
        seconds = [self._drop(number) for number in sorted(self._taking[place])]
        for first in firsts:
            for second in seconds:
                puts = (first.puts - {place}) | second.puts
                self._add(Fused(first.takes, puts, first.run + second.run))
        near = {p for fused in (*firsts, *seconds) for p in fused.takes | fused.puts}
        return sorted(near - {place, SOURCE, SINK})

    def _add(self, fused: Fused) -> None:
        ends = fused.takes, fused.puts
        if ends in self._same:
            other = self._same[ends]
            self.fused[other] = min(self.fused[other], fused, key=lambda f: len(f.run))
            return
        self._number += 1
        self.fused[self._number] = fused
        self._same[ends] = self._number
        for place in fused.puts:
            self._putting[place].add(self._number)
        for place in fused.takes:
            self._taking[place].add(self._number)

    def _drop(self, number: int) -> Fused:
        fused = self.fused.pop(number)
        del self._same[fused.takes, fused.puts]
        for place in fused.puts:
            self._putting[place].discard(number)
        for place in fused.takes:
            self._taking[place].discard(number)
        return fused

    def _places(self) -> list[str]:
        inner = {p for fused in self.fused.values() for p in fused.takes | fused.puts}
        return sorted(inner - {SOURCE, SINK})
