"""What a gain is worth today, and how long or how large it must be to be worth its cost."""

from __future__ import annotations

from dataclasses import dataclass

_MONTHS = 12
_MOST_YEARS = 100


@dataclass(frozen=True, slots=True)
class Course:
    """How a gain goes on: for `years`, losing the share `decay` a year, discounted at `rate`."""

    years: float
    decay: float
    rate: float

    def present_value(self, month: float) -> float:
        """Return today's value of a gain of `month` a month in the first year.

        Σ over years t of 12 · month · (1 - decay)^t ÷ (1 + rate)^(t + ½); a begun year counts in
        part. J-PAL's gain of IDR 122,500, for one year and for three at a decay of 20 %:

        >>> round(Course(1, 0.2, 0.1).present_value(122_500))
        1401590
        >>> round(Course(3, 0.2, 0.1).present_value(122_500))
        3162265
        """
        whole = int(self.years)
        found = sum(self._year(month, number) for number in range(whole))
        return found + (self.years - whole) * self._year(month, whole)

    def years_until(self, month: float, cost: float) -> float | None:
        """Return the years after which a gain is worth its cost; None if it never is."""
        left = cost
        for number in range(_MOST_YEARS):
            value = self._year(month, number)
            if value <= 0:
                return None
            if value >= left:
                return number + max(0.0, left / value)
            left -= value
        return None

    def _year(self, month: float, number: int) -> float:
        kept = (1 - self.decay) ** number
        return float(_MONTHS * month * kept / (1 + self.rate) ** (number + 0.5))
