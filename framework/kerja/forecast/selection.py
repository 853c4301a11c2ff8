"""The draw: who waits for a place, and who is given one in a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.draws import LOT, SCORE, Luck
from kerja.forecast.queues import Bucket
from kerja.forecast.scheme import Method

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


class Pool:
    """Persons who wait for a round: since when, until when at most, and their score."""

    def __init__(self, luck: Luck, salt: int, methods: tuple[Method, ...]) -> None:
        import numpy as np

        self.bucket = Bucket()
        self.persons: Ints = np.zeros(0, dtype=np.int64)
        self.since: Floats = np.zeros(0)
        self.due: Floats = np.zeros(0)
        self._scores: Floats = np.zeros(0)
        self._first_due = np.inf
        self._ranks = "ranking" in methods
        self._luck = luck
        self._lot = luck.key(LOT, salt)
        self._score = luck.key(SCORE)

    def join(self, persons: Ints, since: Floats, due: Floats) -> None:
        """Let persons into the pool."""
        import numpy as np

        self.persons = np.concatenate((self.persons, persons))
        self.since = np.concatenate((self.since, since))
        self.due = np.concatenate((self.due, due))
        self._first_due = min(self._first_due, float(due.min())) if due.size else self._first_due
        if self._ranks:
            scores = 1.0 - self._luck.uniform(self._score, persons)
            self._scores = np.concatenate((self._scores, scores))

    def take_due(self, until: float) -> tuple[Ints, Floats]:
        """Remove those whose time ends by a moment, and return them with that time."""
        import numpy as np

        if self._first_due > until:
            return self.persons[:0], self.due[:0]
        late = self.due <= until
        persons, _, due = self.take(np.flatnonzero(late), np.flatnonzero(~late))
        self._first_due = float(self.due.min()) if self.due.size else np.inf
        return persons, due

    def take(self, gone: Ints, kept: Ints) -> tuple[Ints, Floats, Floats]:
        """Remove those at some positions, keep the others; return them with since and due."""
        found = self.persons.take(gone), self.since.take(gone), self.due.take(gone)
        self.persons, self.since = self.persons.take(kept), self.since.take(kept)
        self.due = self.due.take(kept)
        if self._ranks:
            self._scores = self._scores.take(kept)
        return found

    def winners(self, number: int, *, places: int, method: Method) -> tuple[Ints, Ints]:
        """Return the positions of those given a place in round `number`, and of the others.

        ranking: the highest scores; a score is drawn once for each person. first-come: who came
        to the pool first. all: everyone.
        """
        import numpy as np

        size = self.persons.size
        if places >= size or method == "all":
            return np.arange(size), np.arange(0)
        if places <= 0:
            return np.arange(0), np.arange(size)
        order = np.argpartition(self._rank(number, method), places - 1)
        wins = np.zeros(size, dtype=np.bool_)
        wins[order[:places]] = True
        # In the order of the persons, whose memory is then read from front to back.
        return np.flatnonzero(wins), np.flatnonzero(~wins)

    def lucky(self, number: int, share: float) -> tuple[Ints, Ints]:
        """Return the same if each wins in round `number` with the same probability."""
        import numpy as np

        wins = self._lots(number) < share
        return np.flatnonzero(wins), np.flatnonzero(~wins)

    def _rank(self, number: int, method: Method) -> Floats:
        if method == "first-come":
            return self.since
        if method == "ranking":
            return self._scores
        return self._lots(number)

    def _lots(self, number: int) -> Floats:
        import numpy as np

        rounds = np.full(self.persons.size, number + 1)
        return self._luck.uniform(self._lot, self.persons, rounds)
