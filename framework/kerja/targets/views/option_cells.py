"""What a cabinet asks of one option: what each cell says, every figure with its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from kerja.adaptation import Point
from kerja.costing import Costing, Option
from kerja.feasibility import Binding, Standing
from kerja.profile.budget import Payer
from kerja.targets.printing import UNKNOWN, Printer
from kerja.targets.views.money import CostRow, FiscalRow
from kerja.targets.views.money_open import said

Text = str | Markup

_NAMED = 3
_LISTED = 6


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a cell says.

    `name` stands before the value: a year, a payer, a limit. `ends` are the lowest and the highest
    value, "" where there is one only. `is_partial` says that a part of the sum is not known.
    `place` is the anchor on the page that `name`, or without a name `value`, leads to.
    """

    value: Text
    name: str = ""
    ends: Text = ""
    note: Text = ""
    is_partial: bool = False
    place: str = ""


Cell = tuple[Statement, ...]


def people_said(option: Option, printer: Printer) -> Cell:
    """Print the people offered a place, once or a year."""
    if option.people is None:
        return (Statement(printer.say("to be decided")),)
    often = printer.say("a year" if option.period == "year" else "once")
    people = printer.figure(f"options[{option.id}].people")
    return (Statement(people + printer.escape(f"\u00a0{often}")),)


def finishing_said(option: Option, printer: Printer) -> Cell:
    """Print the persons who finish in a year."""
    driver = option.costing.driver("completed")
    if driver.cases is None:
        return (_not_known(driver.lacks, printer),)
    return (_cases(f"costs[{option.id}].drivers[completed]", printer),)


_LACKED = "not known: "


def to_target_said(option: Option, printer: Printer) -> Cell:
    """Print the years until the target is reached, or why it is not."""
    key, why = f"costs[{option.id}].to_target_years", option.to_target.why
    if printer.has(key):
        return (Statement(printer.figure(key)),)
    if why.startswith(_LACKED):
        return (_not_known((why.removeprefix(_LACKED),), printer),)
    return (Statement(printer.say("not reached"), note=printer.say(why)),)


def total_said(option: Option, printer: Printer) -> Cell:
    """Print the cost of all years."""
    if option.costing.total is None:
        return (_not_known(option.costing.lacks, printer),)
    return (_cases(f"costs[{option.id}].total", printer, is_partial=option.costing.is_partial),)


def cash_said(option: Option, cost: CostRow, printer: Printer) -> Cell:
    """Print the cash of each fiscal year, and who pays it where that is one payer."""
    costed = option.costing
    if costed.total is None:
        return (_not_known(costed.lacks, printer),)
    if not cost.fiscal:
        return (_not_known(costed.phasing.lacks, printer),)
    if len(costed.by_payer) == 1:
        payer = Statement(printer.say(costed.by_payer[0].payer), printer.say("Payer"))
        return (*(_cash(year, costed) for year in cost.fiscal), payer)
    start = f"costs[{option.id}].fiscal_years"
    return tuple(
        said
        for year, need in zip(cost.fiscal, costed.phasing.years, strict=True)
        for said in (
            _cash(year, costed),
            *(
                _cases(
                    f"{start}[{need.name}].need.payers[{one.payer}]",
                    printer,
                    name=f"{year.name}, {printer.say(one.payer)}",
                    is_partial=costed.is_partial,
                )
                for one in need.by_payer
            ),
        )
    )


def _cash(year: FiscalRow, costed: Costing) -> Statement:
    return Statement(year.need, year.name, is_partial=costed.is_partial)


def payers_said(option: Option, printer: Printer) -> Cell:
    """Print what each payer bears in a year; who is not named as a payer is "not stated"."""
    paid = [one.payer for one in option.costing.by_payer]
    if not paid:
        return (_not_known(option.costing.lacks, printer),)
    start, is_partial = f"costs[{option.id}].payers", option.costing.is_partial
    others = ", ".join(printer.say(payer) for payer in get_args(Payer) if payer not in paid)
    return (
        *(
            _cases(f"{start}[{one}]", printer, name=printer.say(one), is_partial=is_partial)
            for one in paid
        ),
        *((Statement(printer.say("not stated"), others),) if others else ()),
    )


def per_completer_said(option: Option, printer: Printer) -> Cell:
    """Print the cost for each person who finishes."""
    each = option.costing.per_completer
    if each.value is not None:
        key = f"costs[{option.id}].per_completer"
        return (_cases(key, printer, is_partial=option.costing.is_partial),)
    if each.why.startswith("not defined"):
        return (Statement(printer.say("undefined: nobody finishes")),)
    lacks = option.costing.driver("completed").lacks
    return (_not_known(lacks or option.costing.lacks, printer),)


def ceiling_said(option: Option, printer: Printer) -> Cell:
    """Print what could be claimed at most, and the same in dollars."""
    start = f"options[{option.id}].ceiling"
    if not printer.has(start):
        return (_not_known(option.lacks, printer),)
    dollars = printer.figure(f"{start}_usd") if printer.has(f"{start}_usd") else ""
    return (Statement(printer.figure(start), ends=dollars, is_partial=option.is_partial),)


def paid_key(option: Option) -> str:
    """Return the start of the keys of the persons whom a forecast sees paid."""
    return f"forecast.options[{option.id}].paid.middle"


def reach_said(option: Option, printer: Printer) -> Cell:
    """Print the persons paid: the middle of the worlds, and what 5 and 95 of 100 stay below."""
    if not printer.has(paid_key(option)):
        return (Statement(printer.say(UNKNOWN)),)
    low, middle, high = (
        printer.about(f"forecast.options[{option.id}].paid.{end}")
        for end in ("low", "middle", "high")
    )
    return (Statement(middle, ends=low + printer.escape("–") + high),)


def holds_said(option: Option, printer: Printer) -> Cell:
    """Print the part of the worlds in which the budget holds."""
    key = f"forecast.options[{option.id}].budget_holds"
    if printer.has(key):
        return (Statement(printer.figure(key)),)
    return (Statement(printer.say(UNKNOWN), note=printer.say("no budget is known")),)


def binding_said(option: Option, limits: Binding, printer: Printer) -> Cell:
    """Name the limits that are below the places of a year, the tightest first."""
    places = option.costing.people
    below = sorted(
        (
            limit
            for limit in (*limits.known, *limits.indications)
            if limit.persons is not None and (places is None or limit.persons < places)
        ),
        key=lambda limit: (limit.standing is not Standing.KNOWN, limit.persons or 0),
    )
    listed = tuple(
        Statement(
            printer.figure(f"limits.{limit.name}"),
            printer.say(limit.name),
            note=printer.say("known: binds" if limit is limits.binds else limit.standing.value),
        )
        for limit in below
    )
    if any(limit.standing is Standing.KNOWN for limit in below):
        return listed
    none = "no known limit is below the places of a year"
    return (Statement(printer.say(none if limits.known else "no limit is known")), *listed)


def unknown_limits_said(limits: Binding, printer: Printer) -> Cell:
    """Name the limits that are not known."""
    names = [printer.say(one.name) for one in limits.limits if one.standing is Standing.UNKNOWN]
    return (Statement(", ".join(names)),) if names else ()


def listed_said(texts: Sequence[str], otherwise: str, printer: Printer) -> Cell:
    """Say each text, or another word where there is none."""
    return tuple(Statement(text) for text in texts) or (Statement(printer.say(otherwise)),)


def decisions_said(option: Option, points: Sequence[Point], printer: Printer) -> Cell:
    """Name the points to decide, first those that the option's cost waits for."""
    if not points:
        return (Statement(printer.say("no decision is open")),)
    lacks = (*option.lacks, *option.costing.lacks)
    ordered = sorted(
        points, key=lambda point: not any(_is_under(path, point.path) for path in lacks)
    )
    listed = [Statement(point.question, point.id, place=point.id) for point in ordered[:_LISTED]]
    if len(points) > _LISTED:
        listed.append(Statement(_more(len(points) - _LISTED, printer), place="sheet"))
    return tuple(listed)


def _is_under(path: str, start: str) -> bool:
    return path == start or (bool(start) and path.startswith((f"{start}.", f"{start}[")))


def lacking_said(options: Sequence[Option], printer: Printer) -> Cell:
    """Say what the costs wait for: of all options first, then of single ones."""
    lacks = {option.title: option.costing.lacks for option in options}
    shared = [path for path in next(iter(lacks.values()), ()) if _is_in_all(path, lacks.values())]
    own = {
        title: [path for path in listed if path not in shared] for title, listed in lacks.items()
    }
    return (
        *((Statement(said(shared, printer)),) if shared else ()),
        *(Statement(said(listed, printer), title) for title, listed in own.items() if listed),
    )


def _is_in_all(path: str, lists: Iterable[Sequence[str]]) -> bool:
    return all(path in listed for listed in lists)


def _not_known(paths: Iterable[str], printer: Printer) -> Statement:
    """Say that a figure is unknown, and what is to be obtained for it."""
    listed = tuple(paths)
    note = f"{printer.say('to be obtained')}: {said(listed[:_NAMED], printer)}" if listed else ""
    if len(listed) > _NAMED:
        note = f"{note}; {_more(len(listed) - _NAMED, printer)}"
    return Statement(printer.say(UNKNOWN), note=note)


def _more(number: int, printer: Printer) -> str:
    return printer.say("and {count} more").replace("{count}", printer.language.count(number))


def _cases(key: str, printer: Printer, *, name: str = "", is_partial: bool = False) -> Statement:
    """Print the base case and, beneath it, the lowest and the highest of the cases."""
    base, low, high = f"{key}.base", f"{key}.low", f"{key}.high"
    ends = sorted((low, high), key=lambda end: printer.register[end].number)
    between: Text = ""
    if printer.plain(low) != printer.plain(high):
        between = printer.figure(ends[0]) + printer.escape("–") + printer.figure(ends[1])
    return Statement(printer.figure(base), name, between, is_partial=is_partial)
