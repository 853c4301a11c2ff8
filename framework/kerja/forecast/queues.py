"""People on their way to a place, in the order in which they come, and a place with a pace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]
    Shorts = NDArray[np.integer]

_LARGE = 4096
"""Persons of a group that is put in order by itself, in the cache of the processor."""


@dataclass(slots=True)
class Days:
    """Persons by the day of their moments; `begins`: [days + 2] where each day begins.

    The last day is all that is later. What lies before `taken` is gone.
    """

    persons: Shorts
    when: Floats
    begins: Ints
    taken: int = 0


class Bucket:
    """Persons on their way to a place, each with a moment, taken out by whole days.

    They are kept by day, and put in the order of their moments only when they are taken.
    """

    size: Literal["i4", "i8"] = "i8"
    """The kind of number that a person is when taken out."""

    def __init__(self, days: int) -> None:
        self.days = days
        self._kept: list[Days] = []
        self._new: list[tuple[Shorts, Floats]] = []

    def add(self, persons: Ints, when: Floats) -> None:
        """Add persons."""
        import numpy as np

        if persons.size >= _LARGE:
            self._kept.append(self.by_day(persons, when))
        elif persons.size:
            # A small part of a large array would hold all of it in memory.
            self._new.append((persons.astype(np.int32), when.copy()))

    def take(self, until: float, *, in_order: bool = True) -> tuple[Ints, Floats]:
        """Return and remove those whose moment lies before the whole day `until`.

        Args:
            until: days from the first.
            in_order: by their moments, at the same moment by person. Else in an order of their own.
        """
        import numpy as np

        if self._new:
            small = [np.concatenate(column) for column in zip(*self._new, strict=True)]
            self._kept.append(self.by_day(*small))
            self._new = []
        found = []
        for part in self._kept:
            cut = int(part.begins[int(until)]) if until <= self.days else part.when.size
            if cut > part.taken:
                found.append((part.persons[part.taken : cut], part.when[part.taken : cut]))
                part.taken = cut
        self._kept = [part for part in self._kept if part.taken < part.when.size]
        if not found:
            return np.zeros(0, dtype=self.size), np.zeros(0)
        persons, when = (np.concatenate(column) for column in zip(*found, strict=True))
        if in_order:
            order = self.order(persons, when)
            persons, when = persons.take(order), when.take(order)
        return persons.astype(self.size, copy=False), when

    def by_day(self, persons: Ints, when: Floats) -> Days:
        """Return persons by day."""
        import numpy as np

        # Numbers of 16 bits are sorted by counting, many times faster than moments.
        days = np.minimum(when, self.days).astype(np.uint16)
        order = np.argsort(days, kind="stable")
        begins = np.zeros(self.days + 2, dtype=np.int64)
        np.cumsum(np.bincount(days, minlength=self.days + 1), out=begins[1:])
        return Days(persons.take(order).astype(np.int32), when.take(order), begins)

    def order(self, persons: Shorts, when: Floats) -> Ints:
        """Return positions in the order of moments, at the same moment of persons."""
        import numpy as np

        order = np.argsort(when)
        found = when.take(order)
        # Moments are rarely the same, and only then is it worth the time to look at persons.
        return np.lexsort((persons, when)) if (found[1:] == found[:-1]).any() else order


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
