"""Cash by fiscal year: when the rounds of each year are paid, and what is carried over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from kerja.costing.cases import NOTHING, Cases, total
from kerja.costing.clock import Clock
from kerja.costing.lags import Lags, lags
from kerja.costing.line import Line
from kerja.costing.payers import Paid, by_payer
from kerja.costing.prices import Prices
from kerja.profile import Profile
from kerja.profile.budget import Payer
from kerja.profile.fiscal_years import fiscal_year_name, fiscal_year_of, year_starts

_MONTHS = 12
_MOST_YEARS = 40


@dataclass(frozen=True, slots=True)
class FiscalNeed:
    """Cash of one fiscal year, its first and last day included.

    `need` is what is paid in it, `by_line` and `by_payer` the same divided; `carry_over` what is
    still owed at its end to persons of rounds that have opened; both None while no cost is known.
    A round that opens after `last_opening` cannot be paid in full before the year ends; None where
    no round opens, or where the stretches are longer than the year.
    """

    name: str
    first: date
    last: date
    need: Cases | None
    by_line: tuple[tuple[str, Cases], ...]
    by_payer: tuple[Paid, ...]
    carry_over: Cases | None
    last_opening: date | None


@dataclass(frozen=True, slots=True)
class Phasing:
    """The years of a design laid over fiscal years.

    `starts` is the first day: that of the programme if it lies ahead, else the first day of the
    next fiscal year. `rounds` a year open evenly; `rounds_assumed` if their number is not known
    and one a month is taken. `years` is empty while one of `lacks` is not known.
    """

    starts: date | None
    rounds: int
    rounds_assumed: bool
    lags: Lags
    years: tuple[FiscalNeed, ...]
    lacks: tuple[str, ...]


def phase(
    profile: Profile,
    counted: Sequence[Line],
    *,
    years: int,
    prices: Prices,
    donors: Cases | None = None,
) -> Phasing:
    """Lay the lines of a year, repeated over the years of a design, over fiscal years.

    Cash of a fiscal year = Σ over rounds of amount × share of its payments that fall in the year.

    Args:
        profile: with `as_of`, the fiscal year, rounds and stretches.
        counted: the lines that count, each an amount of one year.
        years: of the design.
        prices: what a later year costs by the first.
        donors: the part of what the state would pay that donors bear.
    """
    stretches = lags(profile)
    begins = _starts(profile)
    rounds = profile.programme.batches.per_year
    number = round(rounds.number) if rounds is not None and rounds.number else 0
    lacks = (*stretches.lacks, *undated(profile))
    laid: tuple[FiscalNeed, ...] = ()
    if begins is not None and not lacks:
        clock = Clock(begins, number or _MONTHS, stretches)
        payers = _Payers({line.id: line.payer for line in counted}, donors)
        laid = tuple(_years(profile, clock, _amounts(counted, years, prices), payers, years=years))
    return Phasing(begins, number or _MONTHS, not number, stretches, laid, lacks)


def undated(profile: Profile) -> tuple[str, ...]:
    """Return the fields that have to be filled in before there is a first day."""
    named = {"as_of": profile.as_of, "budget.fiscal_year_starts": year_starts(profile)}
    return tuple(path for path, value in named.items() if value is None)


def _starts(profile: Profile) -> date | None:
    starts = year_starts(profile)
    if profile.as_of is None or starts is None:
        return None
    today = date.fromisoformat(profile.as_of)
    planned = profile.programme.starts
    if planned and len(planned) == len("2025-06-01") and date.fromisoformat(planned) >= today:
        return date.fromisoformat(planned)
    first = _first_day(today.year, starts)
    return first if first >= today else _first_day(today.year + 1, starts)


def _first_day(year: int, starts: str) -> date:
    return date.fromisoformat(f"{year}-{starts}")


_Key = tuple[int, tuple[str, int]]
_Amount = tuple[str, tuple[str, int], int, Cases]


class _Payers(NamedTuple):
    of_line: Mapping[str, Payer]
    donors: Cases | None

    def divide(self, lines: Mapping[str, Cases]) -> tuple[Paid, ...]:
        return by_payer(((self.of_line[line], part) for line, part in lines.items()), self.donors)


def _years(
    profile: Profile,
    clock: Clock,
    amounts: Sequence[_Amount],
    payers: _Payers,
    *,
    years: int,
) -> Iterable[FiscalNeed]:
    """Yield fiscal years until everything is paid."""
    laid = {year: clock.year(year) for year in range(1, years + 1)}
    windows = {
        kind: clock.window(*kind) for kind in dict.fromkeys(kind for _, kind, _, _ in amounts)
    }
    first, ends = fiscal_year_of(clock.begins, profile), clock.first(years + 1)
    before: Mapping[_Key, float] = {}
    for _ in range(_MOST_YEARS):
        following = _first_day(first.year + 1, f"{first:%m-%d}")
        last = following - timedelta(days=1)
        paid = {
            (number, kind): year.spent_by(last) if window is None else year.paid_by(last, window)
            for number, year in laid.items()
            for kind, window in windows.items()
        }
        by_line: dict[str, Cases] = {}
        owed = NOTHING
        for line, kind, number, amount in amounts:
            share = paid[number, kind] - before.get((number, kind), 0.0)
            by_line[line] = by_line.get(line, NOTHING).plus(amount.scaled(share))
            if windows[kind] is not None:
                due = max(0.0, laid[number].opened_by(last) - paid[number, kind])
                owed = owed.plus(amount.scaled(due))
        yield FiscalNeed(
            fiscal_year_name(first, profile), first, last,
            total(by_line.values()) if amounts else None,
            tuple(by_line.items()), payers.divide(by_line),
            owed if amounts else None,
            _last_opening(first, last, profile, clock.stretches) if first < ends else None,
        )  # fmt: skip
        before, first = paid, following
        if first >= ends and all(share >= 1 for share in paid.values()):
            return


def _amounts(counted: Sequence[Line], years: int, prices: Prices) -> list[_Amount]:
    """Split the lines into payments: line, moment and number of the payment, year, amount."""
    levels = {year: prices.levels(counted, year) for year in range(1, years + 1)}
    found: dict[tuple[str, tuple[str, int], int], Cases] = {}
    for line in counted:
        for term in line.terms:
            cases = term.cases
            if cases is None:
                continue
            for year in range(1, years + 1):
                part = cases.times(levels[year][line.id]).scaled(1 / term.payments)
                for payment in range(term.payments):
                    key = (line.id, (term.when, payment), year)
                    found[key] = found.get(key, NOTHING).plus(part)
    return [(line, kind, year, amount) for (line, kind, year), amount in found.items()]


def _last_opening(first: date, last: date, profile: Profile, stretches: Lags) -> date | None:
    """Return the day before the year's last payment by all stretches at their longest."""
    written = profile.programme.batches.last_payment_before
    end = last
    if written is not None:
        days = [_first_day(year, written) for year in (first.year, last.year)]
        end = min([day for day in days if first <= day <= last], default=last)
    opening = end - timedelta(days=stretches.days or 0)
    return opening if opening >= first else None
