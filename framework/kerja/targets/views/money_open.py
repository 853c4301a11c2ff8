"""Rows of what is open on money: figures to obtain, the price basis, points to decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kerja.adaptation import Point
from kerja.adaptation.sheet import words
from kerja.costing import Line, Option
from kerja.costing.lines import YEAR
from kerja.targets.printing import Printer


@dataclass(frozen=True, slots=True)
class LackRow:
    """A figure to be obtained, and the lines of cost that wait for it."""

    name: str
    lines: str
    options: str


@dataclass(frozen=True, slots=True)
class PriceRow:
    """The price basis of options. `kind` is nominal, real or "" while nobody has decided."""

    options: str
    kind: str
    base_year: str


def lack_rows(options: Iterable[Option], printer: Printer) -> tuple[LackRow, ...]:
    """Return what is to be obtained for the cost, what most lines wait for first."""
    listed = tuple(options)
    waiting: dict[str, dict[str, None]] = {}
    asking: dict[str, dict[str, None]] = {}
    for option in listed:
        for path in option.costing.lacks:
            lines = waiting.setdefault(path, {})
            lines |= dict.fromkeys(
                titled(line, printer) for line in option.costing.counted if path in own_lacks(line)
            )
            asking.setdefault(path, {})[option.title] = None
    every = printer.say("all")
    return tuple(
        LackRow(
            said((path,), printer),
            ", ".join(waiting[path]) or printer.say("all years"),
            every if len(asking[path]) == len(listed) else ", ".join(asking[path]),
        )
        for path in sorted(waiting, key=lambda path: -len(waiting[path]))
    )


def price_rows(options: Iterable[Option], printer: Printer) -> tuple[PriceRow, ...]:
    """Return the price bases, each with the options that have it."""
    found: dict[tuple[str, int | None], list[str]] = {}
    for option in options:
        prices = option.costing.prices
        found.setdefault((prices.basis or "", prices.base_year), []).append(option.title)
    return tuple(
        PriceRow(
            ", ".join(titles) if len(found) > 1 else "",
            kind,
            printer.language.year(year) if year else "",
        )
        for (kind, year), titles in found.items()
    )


_MONEY = ("budget", "costs", "economy", "programme.benefits", "programme.quota", "wallets")
_WAITING = ("cost", "number of people that can be paid for")


def money_points(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points of the decision sheet that money depends on."""
    return tuple(
        point
        for point in points
        if point.path.startswith(_MONEY)
        or point.waits.startswith(_WAITING)
        or point.rule.startswith("BUD")
    )


def own_lacks(line: Line) -> tuple[str, ...]:
    """Return what a line itself lacks; the reserve lacks all that the other lines do."""
    others = {
        path
        for term in line.terms
        for factor in term.factors
        if factor.path == YEAR
        for path in factor.lacks
    }
    return tuple(path for path in line.lacks if path not in others)


def titled(line: Line, printer: Printer) -> str:
    """Say the title of a line; one that a rule adds is named by the rule, in English."""
    is_rules = line.asked_by and not line.anchor
    return line.title if is_rules else printer.say(line.title)


def said(paths: Iterable[str], printer: Printer) -> str:
    """Say fields of the profile in words."""
    return "; ".join(printer.say(words(path)) if "." in path else path for path in paths)
