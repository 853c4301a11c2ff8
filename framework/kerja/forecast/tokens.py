"""What is remembered of each person: visits, ways taken, ends of steps, what runs side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from kerja.forecast.scheme import Scheme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Small = NDArray[np.int16]


_Key = TypeVar("_Key")


class Tokens:
    """The memory of a run, one array a subject, made when it is first needed."""

    def __init__(self, scheme: Scheme, people: int) -> None:
        import numpy as np

        self._people = people
        self._leads_in = [node.leads_in for node in scheme.nodes]
        self._visits: dict[int, Small] = {}
        self._taken: dict[tuple[int, int], Small] = {}
        self._ended: dict[int, Floats] = {}
        self._held: dict[int, Small] = {}
        self._until: dict[int, Floats] = {}
        self._forks = any(node.kind == "fork" for node in scheme.nodes)
        self._alive: Small = np.ones(people if self._forks else 0, dtype=np.int16)

    def visit(self, at: int, persons: Ints) -> Small:
        """Count a visit of each person to a node, and return its number."""
        return self._counted(self._visits, at, persons)

    def take_way(self, at: int, column: int, persons: Ints) -> Small:
        """Count that each person takes a way, and return how often that was."""
        return self._counted(self._taken, (at, column), persons)

    def remember(self, at: int, persons: Ints, done: Floats) -> None:
        """Keep the moment at which a node ended for each person."""
        import numpy as np

        if at not in self._ended:
            self._ended[at] = np.full(self._people, np.nan)
        self._ended[at][persons] = done

    def ended(self, at: int, persons: Ints, otherwise: Floats) -> Floats:
        """Return the moment at which a node ended last; `otherwise` where it never did."""
        import numpy as np

        if at not in self._ended:
            return otherwise
        found = self._ended[at][persons]
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

    def _counted(self, memory: dict[_Key, Small], key: _Key, persons: Ints) -> Small:
        import numpy as np

        if key not in memory:
            memory[key] = np.zeros(self._people, dtype=np.int16)
        counts = memory[key]
        found = counts.take(persons)
        found += np.int16(1)
        counts[persons] = found
        return found
