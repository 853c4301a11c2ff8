"""Lines of people, served in the order of arrival: by a pace, or by several servers."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Small = NDArray[np.uint16]

_LARGE = 4096
"""Persons of a group that is put in order by itself."""


class Bucket:
    """Persons on their way to a place, each with a moment, taken out by whole days.

    They are kept by day, and put in the order of their moments only when they are taken.
    """

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self._new: list[tuple[Ints, Floats]] = []

    def add(self, persons: Ints, when: Floats) -> None:
        """Add persons."""
        if persons.size:
            self._new.append((persons, when))

    def take(self, until: float, *, in_order: bool = True) -> tuple[Ints, Floats]:
        """Return and remove those whose moment lies before the whole day `until`.

        Args:
            until: days from the first.
            in_order: by their moments. Else in an order of their own.
        """
        import numpy as np

        # A large group is put in order by itself, in the cache; small ones are, all together.
        large = [piece for piece in self._new if piece[0].size >= _LARGE]
        small = [piece for piece in self._new if piece[0].size < _LARGE]
        groups = [*large, _joined(small)] if small else large
        self._pieces += [_by_day(*group) for group in groups]
        self._new = []
        found = []
        for piece in self._pieces:
            cut = int(np.searchsorted(piece.days, np.uint16(until), side="left"))
            found.append((piece.persons[piece.begin : cut], piece.when[piece.begin : cut]))
            piece.begin = cut
        self._pieces = [piece for piece in self._pieces if piece.begin < piece.days.size]
        persons, when = _joined(found)
        if not in_order or when.size < 2:
            return persons, when
        order = np.argsort(when, kind="stable")
        return persons.take(order), when.take(order)


@dataclass(slots=True)
class _Piece:
    persons: Ints
    when: Floats
    days: Small
    begin: int = 0


def _by_day(persons: Ints, when: Floats) -> _Piece:
    import numpy as np

    # Numbers of 16 bits are sorted by counting, many times faster than moments.
    days = np.minimum(when, np.iinfo(np.uint16).max).astype(np.uint16)
    order = np.argsort(days, kind="stable")
    return _Piece(persons.take(order), when.take(order), days.take(order))


def _joined(pieces: list[tuple[Ints, Floats]]) -> tuple[Ints, Floats]:
    import numpy as np

    filled = [piece for piece in pieces if piece[0].size]
    if len(filled) == 1:
        return filled[0]
    if not filled:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    return np.concatenate([p for p, _ in filled]), np.concatenate([w for _, w in filled])


class Lane:
    """A place where a person may begin every `gap` days."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._free = 0.0

    def starts(self, arrive: Floats, service: Floats, limit: Floats, leave: Floats) -> Floats:
        """Return when each person begins, NaN for who goes before; see `Servers.starts`."""
        import numpy as np

        if not arrive.size:
            return arrive
        passed = np.arange(arrive.size) * self._gap
        slack = arrive - passed
        slack[0] = max(slack[0], self._free)
        found = np.maximum.accumulate(slack) + passed
        if bool((found > limit).any()):
            return self._one_by_one(arrive, limit)
        self._free = float(found[-1]) + self._gap
        return np.asarray(found)

    def _one_by_one(self, arrive: Floats, limit: Floats) -> Floats:
        import numpy as np

        free, gap = self._free, self._gap
        found = []
        for come, last in zip(arrive.tolist(), limit.tolist(), strict=True):
            begin = come if come > free else free
            if begin > last:
                found.append(np.nan)
            else:
                found.append(begin)
                free = begin + gap
        self._free = free
        return np.array(found)


class Servers:
    """A place where several persons are served at once, each by one server."""

    def __init__(self, number: int) -> None:
        self._free = [0.0] * number

    def starts(self, arrive: Floats, service: Floats, limit: Floats, leave: Floats) -> Floats:
        """Return when each person begins, NaN for who goes away before that.

        Args:
            arrive: moments of arrival, in order.
            service: days that each would be served.
            limit: last moment at which each begins, else goes away.
            leave: moment at which each goes in the midst of service.
        """
        import numpy as np

        free, replace = self._free, heapq.heapreplace
        found: list[float] = []
        note = found.append
        if bool(np.isinf(limit).all()):
            for come, lasts in zip(arrive.tolist(), service.tolist(), strict=True):
                begin = free[0]
                if come > begin:
                    begin = come
                note(begin)
                replace(free, begin + lasts)
            return np.array(found)
        ends = zip(arrive.tolist(), service.tolist(), limit.tolist(), leave.tolist(), strict=True)
        for come, lasts, last, goes in ends:
            begin = free[0]
            if come > begin:
                begin = come
            if begin > last:
                note(np.nan)
                continue
            note(begin)
            end = begin + lasts
            replace(free, end if end < goes else goes)
        return np.array(found)


class Line:
    """A queue at a node: who comes, who is served, how many stand in it at the end of a day."""

    def __init__(self, place: Lane | Servers, days: int) -> None:
        import numpy as np

        self.bucket = Bucket()
        self.place = place
        self.change: Ints = np.zeros(days + 1, dtype=np.int64)

    def note(self, moments: Floats, sign: int) -> None:
        """Count persons who come (+1) or go (-1)."""
        import numpy as np

        days = len(self.change) - 1
        counted = np.minimum(moments, days).astype(np.int64)
        self.change += sign * np.bincount(counted, minlength=days + 1)
