"""A place where several persons are served at once, in the order in which they come.

The rule is short: each begins when they have come and a server is free (Kiefer and Wolfowitz, On
the theory of queues with many servers, 1955). Followed person by person in Python it is slow, so
two cases are done for many at once, with the same result: nobody has to wait, and servers so many
that most of a group has begun before the first of it is done.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_MANY = 128
"""Servers from which groups are faster than one person after the other."""
_NEAR = 64
"""Persons who are served one by one although nobody waits, because soon somebody will again."""


@dataclass(frozen=True, slots=True)
class Callers:
    """Those who come, in order: when, served for how long, when at the latest, until when at most.

    Who cannot begin by `limit` goes away; who has begun goes at `leave`, done or not. `is_patient`
    if nobody's limit is before that of somebody who came earlier.
    """

    come: Floats
    service: Floats
    limit: Floats
    leave: Floats
    is_patient: bool

    def part(self, low: int, high: int) -> Callers:
        """Return those from one position to another."""
        cut = slice(low, high)
        return Callers(
            self.come[cut], self.service[cut], self.limit[cut], self.leave[cut], self.is_patient
        )


class Servers:
    """A number of servers, and when each is free again."""

    def __init__(self, number: int) -> None:
        import numpy as np

        self.free: Floats = np.zeros(number)

    def starts(self, arrive: Floats, service: Floats, limit: Floats, leave: Floats) -> Floats:
        """Return when each person begins, NaN for who goes away before that.

        Args:
            arrive: moments of arrival, in order.
            service: days that each would be served.
            limit: last moment at which each begins, not before arrival; else goes away.
            leave: moment at which each goes in the midst of service.
        """
        import numpy as np

        is_patient = bool((limit[1:] >= limit[:-1]).all())
        callers = Callers(arrive, service, limit, leave, is_patient)
        ends = np.minimum(arrive + service, leave)
        crowded = self._crowded(arrive, ends)
        begin = arrive.copy()
        at = 0
        while at < arrive.size:
            place = int(np.searchsorted(crowded, at))
            first = int(crowded[place]) if place < crowded.size else arrive.size
            self.free = _largest(np.concatenate((self.free, ends[at:first])), self.free.size)
            at = self._one_by_one(callers, begin, first, crowded=crowded)
        return begin

    def _crowded(self, come: Floats, ends: Floats) -> NDArray[np.int64]:
        """Return the positions of those who find no free server, if nobody waited before them."""
        import numpy as np

        done = np.searchsorted(np.sort(ends), come) + np.searchsorted(
            np.sort(self.free), come, side="right"
        )
        return np.flatnonzero(done <= np.arange(come.size))

    def _one_by_one(
        self, callers: Callers, begin: Floats, at: int, *, crowded: NDArray[np.int64]
    ) -> int:
        """Serve from a position until those who waited are gone; return the position after."""
        import numpy as np

        until, size = -np.inf, callers.come.size
        serve = self._group if callers.is_patient and self.free.size >= _MANY else self._each
        while at < size:
            taken, last = serve(callers, begin, at)
            until = max(until, last)
            at += taken
            if at < size and callers.come[at] >= until:
                place = int(np.searchsorted(crowded, at))
                if place == crowded.size or crowded[place] - at > _NEAR:
                    break
        return at

    def _each(self, callers: Callers, begin: Floats, at: int) -> tuple[int, float]:
        """Serve a few one after the other; return how many, and when the last who waited is done.

        Who begins takes the server who is free first.
        """
        import numpy as np

        part = callers.part(at, at + _NEAR)
        free, until = sorted(self.free.tolist()), -np.inf
        found: list[float] = []
        replace = heapq.heapreplace
        for come, lasts, last, goes in zip(
            part.come.tolist(), part.service.tolist(), part.limit.tolist(), part.leave.tolist(),
            strict=True,
        ):  # fmt: skip
            start = free[0]
            if come >= start:
                start = come
            if start > last:
                found.append(np.nan)
                continue
            found.append(start)
            end = start + lasts
            if end > goes:
                end = goes
            if start > come and end > until:
                until = end
            replace(free, end)
        begin[at : at + len(found)] = found
        self.free = np.array(free)
        return len(found), until

    def _group(self, callers: Callers, begin: Floats, at: int) -> tuple[int, float]:
        """Do the same for a group of which nobody is done before the last of it has begun.

        The next server goes to the first person whose patience lasts until then: patience must not
        end earlier for who comes later.
        """
        import numpy as np

        free = np.sort(self.free)
        part = callers.part(at, at + 4 * free.size)
        size = part.come.size
        turns = np.arange(free.size)
        taker = np.searchsorted(part.limit, free)
        taker = np.maximum.accumulate(taker - turns) + turns
        slots = int(np.searchsorted(taker, size))
        if not slots:
            begin[at : at + size] = np.nan
            return size, -np.inf
        taker = taker[:slots]
        come = part.come[taker]
        start = np.maximum(come, free[:slots])
        end = np.minimum(start + part.service[taker], part.leave[taker])
        soonest = np.minimum.accumulate(end)[:-1]
        wrong = np.flatnonzero(free[1:slots] > np.maximum(come[1:], soonest))
        slots = int(wrong[0]) + 1 if wrong.size else slots
        taken = int(taker[slots - 1]) + 1
        begin[at : at + taken] = np.nan
        begin[at + taker[:slots]] = start[:slots]
        self.free = np.concatenate((free[slots:], end[:slots]))
        waited = start[:slots] > come[:slots]
        return taken, float(end[:slots].max(initial=-np.inf, where=waited))


def _largest(values: Floats, number: int) -> Floats:
    import numpy as np

    if values.size == number:
        return values
    return np.asarray(np.partition(values, values.size - number)[-number:])
