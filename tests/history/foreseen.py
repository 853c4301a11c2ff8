"""What the forecast of a profile says of recipients of a year in Indonesia, or of Cambodia."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from tests.history.ours import year
from tests.history.statistic import Band

from kerja.blueprint import adapt
from kerja.forecast import Scheme, compile_scheme
from kerja.forecast.drivers import Driver, drivers_of
from kerja.forecast.uncertainty import design, observe, stage_names

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SEED = 1
_WORLDS = 64
_MORE_WORLDS = 256
"""For Cambodia: 64 worlds do not tell a band as wide as its middle from a narrower one."""
LAST = "2025-08-31"
"""Last day of the counts of Cambodia: published in September 2025 as of August."""
_WEEK = 7


@cache
def scheme_until(name: str, last: str) -> Scheme:
    """Compile the profile of a year and cut its time after a day, "2020-12-31"."""
    whole = compile_scheme(adapt(year(name)))
    days = (date.fromisoformat(last) - date.fromisoformat(whole.calendar.first)).days + 1
    assert 0 < days <= whole.calendar.days
    months = sum(1 for start in whole.calendar.month_starts if start < days)
    calendar = replace(
        whole.calendar,
        days=days,
        month_names=whole.calendar.month_names[:months],
        month_starts=whole.calendar.month_starts[:months],
        years=tuple(part for part in whole.calendar.years if part.first < days),
    )
    return replace(
        whole,
        calendar=calendar,
        arrivals=replace(whole.arrivals, weeks=whole.arrivals.weeks[: -(-days // _WEEK)]),
        rounds=replace(whole.rounds, days=tuple(d for d in whole.rounds.days if d < days)),
    )


def of_year(number: int) -> Scheme:
    """Return the scheme of a calendar year of Indonesia."""
    return scheme_until(f"idn-{number}-forecast", f"{number}-12-31")


def recipients(number: int) -> Band:
    """Return persons given a place in a year, less those whose place was taken back in it."""
    return _band(_kept(number))


def accepted_of_registrants(number: int) -> Band:
    """Return recipients of a year as a share of those who registered in it."""
    came = _outcomes(of_year(number)).stages[:, 0]
    return _band(_kept(number) / came)


def in_cambodia(name: str, reached: str) -> Band:
    """Return persons of a profile of Cambodia who had reached a stage by August 2025."""
    scheme = scheme_until(name, LAST)
    return _band(_at(scheme, reached))


def pushes(name: str) -> tuple[Driver, ...]:
    """Return what the spread of graduates and cash comes from, most of the graduates first.

    `paid` of each stands for graduates here.
    """
    scheme = scheme_until(name, LAST)
    seen = _outcomes(scheme)
    found = drivers_of(scheme, seen.values, cash=seen.cash, paid=_at(scheme, "certified"))
    return tuple(sorted(found, key=lambda one: (-one.paid, one.key)))


class _Seen(NamedTuple):
    """Inputs and what came of each world: [worlds, inputs], stages, nodes; [worlds]."""

    values: Floats
    stages: Floats
    usual: Floats
    cash: Floats


@cache
def _outcomes(scheme: Scheme) -> _Seen:
    values = design(scheme, worlds=_WORLDS if scheme.has_ceiling else _MORE_WORLDS, seed=SEED)
    found = observe(scheme, values)
    return _Seen(values, found.stages, found.usual, found.kinds.sum(axis=1))


def _at(scheme: Scheme, reached: str) -> Floats:
    found: Floats = _outcomes(scheme).stages[:, stage_names(scheme).index(reached)]
    return found


def _kept(number: int) -> Floats:
    scheme = of_year(number)
    revoked = _outcomes(scheme).usual[:, scheme.positions["revoke_on_deadline"]]
    return _at(scheme, "selected") - revoked


def _band(values: Floats) -> Band:
    low, middle, high = np.quantile(values, (0.05, 0.5, 0.95))
    return Band(float(low), float(middle), float(high))
