"""The books of a run, day by day: what left, what was promised, which places came back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kerja.forecast.plans import reach
from kerja.forecast.scheme import KINDS, Kind, Scheme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]
    Shorts = NDArray[np.int32]


class Ledger:
    """Money by kind and day, for the persons who are simulated.

    What falls on the last day or later is not booked. Payments are counted, and what is promised
    is kept in whole units of money (a power of ten): sums do not depend on their order.
    """

    def __init__(self, scheme: Scheme, people: int) -> None:
        import numpy as np

        self.days = scheme.calendar.days
        self._years = scheme.calendar.years
        costs: set[tuple[Kind, float]] = {
            ("steps", node.unit_cost) for node in scheme.nodes if node.unit_cost
        }
        paid = {(one.kind, one.amount) for one in scheme.payments if one.amount}
        self._listed: list[tuple[Kind, float]] = sorted(costs | paid)
        # The last row counts places that are free again: they are payments of nothing.
        self.freed_row = len(self._listed)
        self.accounts: Ints = np.zeros((self.freed_row + 1, self.days + 1), dtype=np.int64)
        self._offered = 0
        self._unit = _unit(scheme)
        self.keeps_promises = scheme.has_ceiling
        self.promised: Ints = np.zeros(self.days + 1, dtype=np.int64)
        self.owed: Shorts = np.zeros(people if self.keeps_promises else 0, dtype=np.int32)

    @property
    def cash(self) -> Floats:
        """Money that left: [kinds, days]."""
        import numpy as np

        found = np.zeros((len(KINDS), self.days))
        for (kind, amount), counts in zip(self._listed, self.accounts[:-1], strict=True):
            found[KINDS.index(kind)] += counts[:-1] * amount
        return found

    def pay(self, kind: Kind, amount: float, when: Floats) -> None:
        """Book the same amount at each of several moments."""
        self.accounts[self.number(kind, amount)] += self._days(when)

    def promise(self, persons: Ints, amount: float, day: int) -> None:
        """Commit an amount to each person on a day."""
        if self.keeps_promises:
            units = self.units(amount)
            held = self.owed.take(persons)
            held += units
            self.owed[persons] = held
            self.promised[day] += units * persons.size

    def pay_promised(self, kind: Kind, amount: float, persons: Ints, when: Floats) -> None:
        """Book the same amount to each of several persons, out of what they were promised.

        What was not promised is paid all the same.
        """
        counts = self._days(when)
        self.accounts[self.number(kind, amount)] += counts
        if not self.keeps_promises:
            return
        units = self.units(amount)
        held = self.owed.take(persons)
        if (held >= units).all():
            held -= units
            self.owed[persons] = held
            self.promised -= counts * units
        else:
            self._take(persons, held.clip(max=units), when)

    def release(self, persons: Ints, when: Floats) -> None:
        """Free what is still promised to persons who leave."""
        if self.keeps_promises:
            self._take(persons, self.owed.take(persons), when)

    def affords(self, day: int, amount: float) -> bool:
        """Tell whether rounds of a fiscal year may promise an amount more on a day.

        What counts is what was so by the evening before.
        """
        room = self._room(day)
        return room is None or self.units(amount) <= room

    def free(self, when: Floats) -> None:
        """Count places that are free again, at moments."""
        self.accounts[self.freed_row] += self._days(when)

    def freed(self, day: int, amount: float, package: float) -> int:
        """Return the places that are free again by the evening before a day, not offered yet.

        They are as many as there is money for, `package` each, once an amount is promised.
        """
        found = int(self.accounts[self.freed_row, :day].sum()) - self._offered
        room, each = self._room(day), self.units(package)
        if room is None or not each:
            return found
        return max(0, min(found, (room - self.units(amount)) // each))

    def offer(self, places: int) -> None:
        """Note that places which were free again are offered."""
        self._offered += places

    def number(self, kind: Kind, amount: float) -> int:
        """Return the row of `accounts` that counts payments of an amount; -1 if there is none."""
        place = (kind, amount)
        return self._listed.index(place) if place in self._listed else -1

    def units(self, amount: float) -> int:
        """Return an amount in whole units."""
        return round(amount / self._unit)

    def _room(self, day: int) -> int | None:
        """Return the units that may still be promised on a day; None if there is no limit."""
        began = [year for year in self._years if year.first <= day]
        if not began or began[-1].free is None:
            return None
        first = max(0, *(year.first for year in began))
        paid = sum(
            self.units(amount) * int(counts[first:day].sum())
            for (_, amount), counts in zip(self._listed, self.accounts[:-1], strict=True)
        )
        return self.units(began[-1].free) - paid - int(self.promised[:day].sum())

    def _take(self, persons: Ints, units: Ints, when: Floats) -> None:
        import numpy as np

        self.owed[persons] -= units
        days = np.minimum(when, self.days).astype(np.int64)
        # Sums of whole numbers are exact in floats below 2^53.
        sums = np.bincount(days, units, minlength=self.days + 1)
        self.promised -= sums.astype(np.int64)

    def _days(self, when: Floats) -> Ints:
        import numpy as np

        days = np.minimum(when, self.days).astype(np.int64)
        return np.bincount(days, minlength=self.days + 1)


def _unit(scheme: Scheme) -> float:
    """Return the power of ten of which what a person is owed is never more than 32 bits hold.

    A place is a hundred million units at most; where a person may win again and again, a million.
    """
    returns = any(
        node.kind == "draw" and at in reach(scheme, at) for at, node in enumerate(scheme.nodes)
    )
    largest = max((scheme.rounds.package, *(one.amount for one in scheme.payments)))
    most = 1e6 if returns else 1e8
    return float(10.0 ** math.ceil(math.log10(largest / most))) if largest > 0 else 1.0
