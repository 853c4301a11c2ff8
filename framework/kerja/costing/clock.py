"""The days of a programme: when its years begin, when rounds open, what is paid by a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kerja.costing.lags import Lags


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

    def length(self, year: int) -> int:
        """Return the days of a year of the design."""
        return (self.first(year + 1) - self.first(year)).days

    def openings(self, year: int) -> tuple[int, ...]:
        """Return the days from the first of a year to the opening of each of its rounds."""
        length = self.length(year)
        return tuple(number * length // self.rounds for number in range(self.rounds))

    def opened_by(self, day: date, year: int) -> float:
        """Return the share of a year's rounds that have opened by the end of a day."""
        passed = (day - self.first(year)).days
        return sum(opening <= passed for opening in self.openings(year)) / self.rounds

    def paid_by(self, day: date, *, year: int, moment: str, payment: int) -> float:
        """Return the share of a year's payments that is made by the end of a day.

        Args:
            day: belongs to the time that has passed.
            year: of the design, counted from 1.
            moment: of a round, or "year" for what is spent evenly over the year.
            payment: 0 for the first, 1 for the one 30 days later.
        """
        passed = (day - self.first(year)).days
        if moment == "year":
            return min(1.0, max(0.0, (passed + 1) / self.length(year)))
        first, last = self.stretches.window(moment, payment)
        paid = 0.0
        for opening in self.openings(year):
            since = passed - opening
            if since >= last:
                paid += 1.0
            elif since > first:
                paid += (since - first) / (last - first)
        return paid / self.rounds
