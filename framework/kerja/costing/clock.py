"""The days of a programme: when its years begin, when rounds open, what is paid by a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kerja.costing.lags import Lags

Window = tuple[float, float]
"""Earliest and latest day of a payment, counted from the opening of its round."""


@dataclass(frozen=True, slots=True)
class ProgrammeYear:
    """One year of a design: its first day, its length in days, and the days from the first to the
    opening of each round."""

    first: date
    length: int
    openings: tuple[int, ...]

    def opened_by(self, day: date) -> float:
        """Return the share of the rounds that have opened by the end of a day."""
        passed = (day - self.first).days
        return sum(opening <= passed for opening in self.openings) / len(self.openings)

    def spent_by(self, day: date) -> float:
        """Return the share that is spent by the end of a day of what is spent evenly."""
        return min(1.0, max(0.0, ((day - self.first).days + 1) / self.length))

    def paid_by(self, day: date, window: Window) -> float:
        """Return the share of the payments of all rounds that is made by the end of a day.

        Between the two days of the window payments are spread evenly.
        """
        first, last = window
        passed = (day - self.first).days
        paid = 0.0
        for opening in self.openings:
            since = passed - opening
            if since >= last:
                paid += 1.0
            elif since > first:
                paid += (since - first) / (last - first)
        return paid / len(self.openings)


@dataclass(frozen=True, slots=True)
class Clock:
    """When money leaves.

    `begins` is the first day of the first year, `rounds` open evenly over each year, `stretches`
    lie between the opening of a round and its payments.
    """

    begins: date
    rounds: int
    stretches: Lags

    def first(self, year: int) -> date:
        """Return the first day of a year of the design, counted from 1."""
        begins, number = self.begins, self.begins.year + year - 1
        if (begins.month, begins.day) == (2, 29):
            return date(number, 3, 1)
        return begins.replace(year=number)

    def year(self, number: int) -> ProgrammeYear:
        """Return a year of the design, counted from 1."""
        first = self.first(number)
        length = (self.first(number + 1) - first).days
        openings = tuple(position * length // self.rounds for position in range(self.rounds))
        return ProgrammeYear(first, length, openings)

    def window(self, moment: str, payment: int) -> Window | None:
        """Return the days of a payment; None for "year", which is spent evenly over the year."""
        return None if moment == "year" else self.stretches.window(moment, payment)
