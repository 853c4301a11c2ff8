"""What is remembered of each person: visits, ways taken, ends of steps, what runs side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kerja.forecast.loops import Loops
from kerja.forecast.scheme import NOWHERE, Scheme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]
    Small = NDArray[np.unsignedinteger]


class Tokens:
    """The memory of a run, one array a subject."""

    def __init__(self, scheme: Scheme, people: int, loops: Loops) -> None:
        import numpy as np

        self._people = people
        self._leads_in = [node.leads_in for node in scheme.nodes]
        most = max((way.at_most for node in scheme.nodes for way in node.ways), default=0)
        size = np.uint8 if most < np.iinfo(np.uint8).max else np.uint16
        self.counts: Small = np.zeros((max(loops.rows, default=0), people), dtype=size)
        since = dict.fromkeys(node.since for node in scheme.nodes if node.since != NOWHERE)
        self.remembered = {at: row for row, at in enumerate(since)}
        self.ended_at: Floats = np.full((len(since), people), np.nan)
        self._held: dict[int, NDArray[np.int16]] = {}
        self._until: dict[int, Floats] = {}
        self._forks = any(node.kind == "fork" for node in scheme.nodes)
        self._alive = np.ones(people if self._forks else 0, dtype=np.int16)

    def begin(self, rows: int, persons: Ints, seen: Iterable[int]) -> None:
        """Begin to count anew in the first rows: once in those `seen`, else nothing."""
        for row in range(rows):
            self.counts[row][persons] = 1 if row in seen else 0

    def count(self, row: int, persons: Ints) -> Small:
        """Count something of each person, and return how often that was.

        The largest number that there is room for is never gone beyond.
        """
        import numpy as np

        counts = self.counts[row]
        found: Small = counts.take(persons)
        found += found != np.iinfo(found.dtype).max
        counts[persons] = found
        return found

    def remember(self, at: int, persons: Ints, done: Floats) -> None:
        """Keep the moment at which a node ended for each person."""
        self.ended_at[self.remembered[at], persons] = done

    def ended(self, at: int, persons: Ints, otherwise: Floats) -> Floats:
        """Return the moment at which a node ended last; `otherwise` where it never did."""
        import numpy as np

        found = self.ended_at[self.remembered[at], persons]
        return np.where(np.isnan(found), otherwise, found)

    def apart(self, persons: Ints, when: Floats) -> Iterator[tuple[Ints, Floats]]:
        """Yield people so that nobody is twice in one piece, the earlier moment first."""
        import numpy as np

        if not self._forks:
            yield persons, when
            return
        order = np.lexsort((when, persons))
        persons, when = persons[order], when[order]
        while persons.size:
            first = np.ones(persons.size, dtype=np.bool_)
            first[1:] = persons[1:] != persons[:-1]
            yield persons[first], when[first]
            persons, when = persons[~first], when[~first]

    def split(self, persons: Ints, ways: int) -> None:
        """Let each person go on along several ways at once."""
        self._alive[persons] += ways - 1

    def join(self, at: int, persons: Ints, when: Floats) -> tuple[Ints, Floats]:
        """Hold people at a join; return those for whom all is done, and the last moment."""
        import numpy as np

        if at not in self._held:
            self._held[at] = np.zeros(self._people, dtype=np.int16)
            self._until[at] = np.zeros(self._people)
        held, until, needed = self._held[at], self._until[at], self._leads_in[at]
        held[persons] += 1
        until[persons] = np.maximum(until[persons], when)
        through = persons[held[persons] >= needed]
        moments = until[through]
        held[through] = 0
        until[through] = 0.0
        if self._forks:
            self._alive[through] -= needed - 1
        return through, moments

    def last_of(self, persons: Ints, when: Floats) -> tuple[Ints, Floats]:
        """Return those who have nothing else under way."""
        if not self._forks:
            return persons, when
        self._alive[persons] -= 1
        gone = self._alive[persons] <= 0
        return persons[gone], when[gone]
