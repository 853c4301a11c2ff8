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
    Ints = NDArray[np.signedinteger]
    Flags = NDArray[np.bool_]


class Pool:
    """Persons who wait for a round: since when, until when at most, and their score."""

    def __init__(
        self, luck: Luck, salt: int, *, methods: tuple[Method, ...], bucket: Bucket, lasts: float
    ) -> None:
        import numpy as np

        self.bucket = bucket
        self.persons: Ints = np.zeros(0, dtype=np.int64)
        self.since: Floats = np.zeros(0)
        self.due: Floats = np.zeros(0)
        self._scores: Floats = np.zeros(0)
        self.first_due = np.inf
        self.lasts = lasts
        self._ranks = "ranking" in methods
        self.luck = luck
        self._salt = salt
        self._score = luck.key(SCORE)

    def join(self, persons: Ints, since: Floats, due: Floats) -> None:
        """Let persons into the pool."""
        import numpy as np

        self.persons = np.concatenate((self.persons, persons))
        self.since = np.concatenate((self.since, since))
        self.due = np.concatenate((self.due, due))
        self.first_due = min(self.first_due, float(due.min())) if due.size else self.first_due
        scores = since
        if self._ranks:
            scores = 1.0 - self.luck.uniform(self._score, persons)
        self._scores = np.concatenate((self._scores, scores))

    def take_due(self, until: float) -> tuple[Ints, Floats]:
        """Remove those whose time ends by a moment, and return them with that time."""
        import numpy as np

        if self.first_due > until:
            return self.persons[:0], np.zeros(0)
        persons, _, due = self.take(self.ends() <= until)
        self.first_due = float(self.ends().min()) if self.persons.size else np.inf
        return persons, due

    def take(self, gone: Flags) -> tuple[Ints, Floats, Floats]:
        """Remove those who are flagged, and return them, since when and until when they waited."""
        import numpy as np

        chosen, kept = np.flatnonzero(gone), np.flatnonzero(~gone)
        found = self.persons.take(chosen), self.since.take(chosen), self.due.take(chosen)
        self.persons, self.since = self.persons.take(kept), self.since.take(kept)
        self.due, self._scores = self.due.take(kept), self._scores.take(kept)
        return found

    def ends(self) -> Floats:
        """Return when the time of each ends."""
        return self.due

    def winners(self, number: int, *, places: int, method: Method) -> Flags:
        """Return who is given a place in round `number`.

        ranking: the highest scores; a score is drawn once for each person. first-come: who came
        to the pool first. all: everyone.
        """
        import numpy as np

        size = self.persons.size
        if places >= size or method == "all":
            return np.ones(size, dtype=np.bool_)
        if places <= 0:
            return np.zeros(size, dtype=np.bool_)
        return self.first(number, places=places, method=method)

    def first(self, number: int, *, places: int, method: Method) -> Flags:
        """Return who is given a place where there are fewer places than persons."""
        import numpy as np

        ranks = self.ranks(number, method)
        last = np.partition(ranks, places - 1)[places - 1]
        wins = ranks <= last
        surplus = int(np.count_nonzero(wins)) - places
        if surplus:
            # Of those who share the last place, the first of all persons are given it.
            equal = np.flatnonzero(ranks == last)
            wins[equal[np.argsort(self.persons[equal])[-surplus:]]] = False
        return np.asarray(wins)

    def ranks(self, number: int, method: Method) -> Floats:
        """Return a rank for everyone; the lowest are given a place first."""
        if method == "first-come":
            return self.since
        if method == "ranking":
            return self._scores
        return self.lots(number)

    def lots(self, number: int) -> Floats:
        """Return the lot of everyone in a round."""
        return self.luck.uniform(self.lot(number), self.persons)

    def lucky(self, number: int, share: float) -> Flags:
        """Return the same if each wins in round `number` with the same probability."""
        return self.lots(number) < share

    def lot(self, number: int) -> int:
        """Return the key of the lots of a round."""
        return self.luck.key(LOT, self._salt + number)
