"""The books of a run: what left, and what was promised and not yet spent, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.scheme import KINDS, Kind, Scheme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


class Ledger:
    """Money by kind and day, for the persons who are simulated.

    What falls on the last day or later is not booked.
    """

    def __init__(self, scheme: Scheme, people: int) -> None:
        import numpy as np

        self.days = scheme.calendar.days
        self.cash: Floats = np.zeros((len(KINDS), self.days))
        self._promised: Floats = np.zeros(self.days)
        self._years = scheme.calendar.years
        self.keeps_promises = scheme.has_ceiling
        self.owed: Floats = np.zeros(people if self.keeps_promises else 0)

    def pay(self, kind: Kind, amount: float, when: Floats) -> None:
        """Book the same amount at each of several moments."""
        self.cash[KINDS.index(kind)] += self._counted(when) * amount

    def promise(self, persons: Ints, amount: float, day: int) -> None:
        """Commit an amount to each person on a day."""
        if self.keeps_promises:
            self.owed[persons] += amount
            self._promised[day] += amount * persons.size

    def pay_promised(self, kind: Kind, amount: float, persons: Ints, when: Floats) -> None:
        """Book the same amount to each of several persons, out of what they were promised.

        What was not promised is paid all the same.
        """
        counts = self._counted(when)
        self.cash[KINDS.index(kind)] += counts * amount
        if not self.keeps_promises:
            return
        held = self.owed.take(persons)
        if (held >= amount).all():
            held -= amount
            self.owed[persons] = held
            self._promised -= counts * amount
        else:
            self._take(persons, held.clip(max=amount), when)

    def release(self, persons: Ints, when: Floats) -> None:
        """Free what is still promised to persons who leave."""
        if self.keeps_promises:
            self._take(persons, self.owed.take(persons), when)

    def spent_and_promised(self, day: int) -> float:
        """Return what was paid in the fiscal year of a day, and what is promised, before it."""
        first = max((year.first for year in self._years if year.first <= day), default=0)
        paid = self.cash[:, max(first, 0) : day].sum()
        return float(paid + self._promised[:day].sum())

    def ceiling(self, day: int) -> float | None:
        """Return the money of the fiscal year of a day; None if it is not known."""
        found = [year.ceiling for year in self._years if year.first <= day]
        return found[-1] if found else None

    def _take(self, persons: Ints, amounts: Floats, when: Floats) -> None:
        import numpy as np

        self.owed[persons] -= amounts
        days = np.minimum(when, self.days).astype(np.int64)
        self._promised -= np.bincount(days, amounts, minlength=self.days + 1)[:-1]

    def _counted(self, when: Floats) -> Ints:
        import numpy as np

        days = np.minimum(when, self.days).astype(np.int64)
        return np.bincount(days, minlength=self.days + 1)[:-1]
