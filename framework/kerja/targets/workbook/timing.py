"""Which share of a year's payments is made by the end of each fiscal year, as Python reckons it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kerja.costing import Cases, Factor, FiscalNeed, Prices, Term
from kerja.costing.clock import Clock, ProgrammeYear, Window
from kerja.costing.lags import MOMENTS, Lags
from kerja.costing.phasing import phase
from kerja.targets.workbook.design import Design

Kind = tuple[str, int]
"""A moment of payment and the number of payments: `("course", 4)`."""
OVER_YEAR: Kind = ("year", 1)
"""What is spent evenly over the year, whenever rounds open."""

_ONE = Cases(1, 1, 1)
_LEVEL = Prices("real", None, None, ())


@dataclass(frozen=True, slots=True)
class Share:
    """Of the payments of one kind and one year of the design: those made by the end of each
    fiscal year."""

    kind: Kind
    year: int
    paid_by: tuple[float, ...]

    @property
    def paid(self) -> tuple[float, ...]:
        """What is paid within each fiscal year."""
        pairs = zip(self.paid_by, (0.0, *self.paid_by), strict=False)
        return tuple(now - before for now, before in pairs)

    @property
    def later(self) -> float:
        """What is paid after the last fiscal year."""
        return 1 - self.paid_by[-1]


@dataclass(frozen=True, slots=True)
class Timing:
    """The fiscal years of a design, and the shares of its payments.

    `opened` holds for each year of the design the share of its rounds that have opened by the end
    of each fiscal year.
    """

    clock: Clock
    years: tuple[FiscalNeed, ...]
    opened: tuple[tuple[float, ...], ...]
    shares: tuple[Share, ...]

    @property
    def stretches(self) -> Lags:
        """The stretches of a round."""
        return self.clock.stretches


def kinds(design: Design) -> tuple[Kind, ...]:
    """Return the kinds of payment of a design, those of lines that do not count included.

    They stand in the order of a round; what is spent over the year comes last.
    """
    terms = (term for line in design.costing.lines for term in line.terms)
    of_rounds = {(term.when, term.payments) for term in terms} - {OVER_YEAR}
    return (*sorted(of_rounds, key=lambda kind: (MOMENTS.index(kind[0]), kind[1])), OVER_YEAR)


def timing(design: Design) -> Timing | None:
    """Return the timing of a design; None while a day that it rests on is not known."""
    phasing = design.costing.phasing
    if phasing.starts is None or not phasing.years:
        return None
    clock = Clock(phasing.starts, phasing.rounds, phasing.lags)
    found = _laid(design, clock, phasing.years)
    if all(share.later <= 0 for share in found.shares):
        return found
    # What is not known yet may be paid after all that is known.
    years = (*phasing.years, *_until_all_is_paid(design)[len(phasing.years) :])
    return _laid(design, clock, years)


def _laid(design: Design, clock: Clock, needs: tuple[FiscalNeed, ...]) -> Timing:
    years = [clock.year(number + 1) for number in range(design.costing.years)]
    return Timing(
        clock,
        needs,
        tuple(tuple(year.opened_by(need.last) for need in needs) for year in years),
        tuple(
            Share(
                (moment, payments),
                number,
                _paid_by(year, [clock.window(moment, n) for n in range(payments)], needs),
            )
            for moment, payments in kinds(design)
            for number, year in enumerate(years, 1)
        ),
    )


def _until_all_is_paid(design: Design) -> tuple[FiscalNeed, ...]:
    """Return the fiscal years that the design would need if every line of it were known."""
    terms = tuple(
        Term((Factor("", _ONE),), when=when, payments=payments) for when, payments in kinds(design)
    )
    unit = replace(design.costing.lines[0], id="unit", terms=terms, known=_ONE, lacks=())
    years = phase(design.profile, [unit], years=design.costing.years, prices=_LEVEL).years
    return tuple(replace(year, need=None, carry_over=None) for year in years)


def _paid_by(
    year: ProgrammeYear, windows: list[Window | None], needs: tuple[FiscalNeed, ...]
) -> tuple[float, ...]:
    """Return the share of equal payments that is made by the end of each fiscal year."""
    return tuple(
        sum(
            year.spent_by(need.last) if window is None else year.paid_by(need.last, window)
            for window in windows
        )
        / len(windows)
        for need in needs
    )
