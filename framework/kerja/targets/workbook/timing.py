"""Which share of a year's payments falls into which fiscal year, and what is owed at its end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kerja.costing import Cases, Factor, FiscalNeed, Prices, Term
from kerja.costing.phasing import phase
from kerja.targets.workbook.design import Design

Kind = tuple[str, int]
"""A moment of payment and the number of payments: `("course", 4)`."""

_ONE = Cases(1, 1, 1)
_LEVEL = Prices("real", None, None, ())


@dataclass(frozen=True, slots=True)
class Share:
    """Of the payments of one kind and one year of the design: paid in, and owed at the end of,
    each fiscal year."""

    kind: Kind
    year: int
    paid: tuple[float, ...]
    owed: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Timing:
    """The fiscal years of a design, and the shares of its payments; empty if not known."""

    years: tuple[FiscalNeed, ...]
    shares: tuple[Share, ...]


def kinds(design: Design) -> tuple[Kind, ...]:
    """Return the kinds of payment of a design, those of lines that do not count included."""
    terms = (term for line in design.costing.lines for term in line.terms)
    return tuple(sorted({(term.when, term.payments) for term in terms} | {("year", 1)}))


def timing(design: Design) -> Timing:
    """Return the timing of a design: one unit of each kind of payment, laid over fiscal years."""
    if not design.costing.phasing.years:
        return Timing((), ())
    years = range(design.costing.years + 1)
    laid = {kind: [_laid(design, kind, count) for count in years] for kind in kinds(design)}
    whole = max((every[-1] for every in laid.values()), key=len)
    length = max(len(whole), len(design.costing.phasing.years))
    shares = tuple(
        Share(
            kind,
            number,
            _between(every[number - 1], every[number], length, "need"),
            _between(every[number - 1], every[number], length, "carry_over"),
        )
        for kind, every in laid.items()
        for number in years[1:]
    )
    known = design.costing.phasing.years
    return Timing((*known, *whole[len(known) :]), shares)


def _laid(design: Design, kind: Kind, years: int) -> tuple[FiscalNeed, ...]:
    if not years:
        return ()
    term = Term((Factor("", _ONE),), when=kind[0], payments=kind[1])
    unit = replace(design.costing.lines[0], id="unit", terms=(term,), known=_ONE, lacks=())
    return phase(design.profile, [unit], years=years, prices=_LEVEL).years


def _between(
    before: tuple[FiscalNeed, ...], after: tuple[FiscalNeed, ...], length: int, what: str
) -> tuple[float, ...]:
    """Return what the last of the years adds, by fiscal year."""
    earlier, later = (
        [cases.base if (cases := getattr(need, what)) is not None else 0.0 for need in needs]
        for needs in (before, after)
    )
    earlier += [0.0] * (length - len(earlier))
    later += [0.0] * (length - len(later))
    return tuple(max(0.0, b - a) for a, b in zip(earlier, later, strict=True))
