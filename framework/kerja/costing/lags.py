"""Days from the opening of a round to each payment, and the last day on which one may open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kerja.costing.cases import Cases, of_assumption, of_figure
from kerja.profile import Profile

MOMENTS = ("round", "choice", "course", "certificate", "payment")
"""Moments of a round at which something is paid."""
MONTH = 30
"""Days between two payments of one kind."""

_STATED = {
    "registration": "programme.batches.registration_days",
    "selection": "",
    "purchase": "programme.deadlines.purchase_days",
    "training": "programme.training_days",
    "certificate": "",
    "payment": "programme.deadlines.payment_days",
    "buffer": "",
}
"""The lags in their order, each with the field of the programme that states it."""


@dataclass(frozen=True, slots=True)
class Lag:
    """Days of one stretch. `path` is the field that says them, `assumed` if an assumption does."""

    name: str
    days: Cases | None
    path: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class Lags:
    """All stretches of a round, in their order."""

    listed: tuple[Lag, ...]

    @property
    def lacks(self) -> tuple[str, ...]:
        """Stretches of which nothing is known."""
        return tuple(lag.path for lag in self.listed if lag.days is None)

    @property
    def days(self) -> int | None:
        """Days from the opening to the end of the reserve, each stretch at its longest."""
        known = [lag.days.high for lag in self.listed if lag.days is not None]
        return round(sum(known)) if len(known) == len(self.listed) else None

    def window(self, moment: str, payment: int) -> tuple[float, float]:
        """Return the earliest and latest day of a payment, counted from the opening.

        Persons may choose a course on the first day, or on the last: between the two days
        payments are spread evenly.

        Args:
            moment: one of `MOMENTS`.
            payment: 0 for the first, 1 for the one 30 days later.
        """
        earliest, latest = self.behind(moment)
        first, last = 0.0, 0.0
        for lag in earliest:
            first += lag.days.low if lag.days is not None else 0.0
        for lag in latest:
            last += lag.days.high if lag.days is not None else 0.0
        months = payment + 1 if moment == "course" else payment
        return first + MONTH * months, last + MONTH * months

    def behind(self, moment: str) -> tuple[tuple[Lag, ...], tuple[Lag, ...]]:
        """Return the stretches whose shortest days make the earliest day of a payment, and those
        whose longest days make the latest.

        Args:
            moment: one of `MOMENTS`.
        """
        latest = tuple(lag for lag in self.listed if lag.name in _BEFORE[moment])
        if moment == "round":
            return (), latest
        return tuple(lag for lag in latest if lag.name != "purchase"), latest


_BEFORE = {
    "round": ("registration",),
    "choice": ("registration", "selection", "purchase"),
    "course": ("registration", "selection", "purchase"),
    "certificate": ("registration", "selection", "purchase", "training", "certificate"),
    "payment": ("registration", "selection", "purchase", "training", "certificate", "payment"),
}


def lags(profile: Profile) -> Lags:
    """Return the stretches of a round: as the programme states them, else as assumed.

    The assumptions stand in `assumptions.lags`; those of the model are Prakerja's of 2020.
    """
    return Lags(tuple(_lag(name, stated, profile) for name, stated in _STATED.items()))


def _lag(name: str, stated: str, profile: Profile) -> Lag:
    value: Any = profile
    for part in stated.split(".") if stated else ():
        value = getattr(value, part, None)
    days = of_figure(value, profile) if stated else None
    if days is not None:
        return Lag(name, days, stated, assumed=False)
    assumed = of_assumption(getattr(profile.assumptions.lags, name), profile)
    return Lag(name, assumed, f"assumptions.lags.{name}", assumed=True)
