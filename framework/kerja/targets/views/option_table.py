"""The options as columns and what a cabinet asks of each as rows: figures, limits, decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kerja.adaptation import Point
from kerja.costing import Option
from kerja.feasibility import Binding
from kerja.targets.printing import Printer
from kerja.targets.views import option_cells as cells
from kerja.targets.views.crisis import CrisisRow, crisis_rows
from kerja.targets.views.money import cost_rows
from kerja.targets.views.option_cells import Cell, Statement


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row: a cell for each option, or one cell for all where all would say the same."""

    name: str
    cells: tuple[Cell, ...]
    note: str = ""
    is_of_figures: bool = True

    @property
    def is_shared(self) -> bool:
        """True if one cell speaks for all options."""
        return len(self.cells) == 1


def criteria(
    options: Sequence[Option], limits: Binding, *, points: Sequence[Point], printer: Printer
) -> tuple[Criterion, ...]:
    """Return what is said of the options, side by side.

    Args:
        options: the columns, in their order.
        limits: of the country, in persons a year.
        points: the decision sheet; those that an option's cost waits for are named first.
        printer: prints figures with the way to their rows in the register.
    """
    rows = (
        *_people(options, printer),
        *_money(options, printer),
        *_crises(options, printer),
        *_limits(options, limits, printer),
        *_words(options, points, printer),
    )
    return tuple(row for row in rows if any(row.cells))


def _people(options: Sequence[Option], printer: Printer) -> Iterator[Criterion]:
    say, costs = printer.say, cost_rows(options, printer)
    yield Criterion(say("People"), _each(options, cells.people_said, printer))
    yield Criterion(say("Years"), tuple((Statement(cost.years),) for cost in costs))
    yield Criterion(say("Places of a year"), tuple((Statement(cost.people),) for cost in costs))
    finishing = _each(options, cells.finishing_said, printer)
    yield Criterion(say("Persons who finish in a year"), finishing)
    yield Criterion(
        say("Years to the announced target"),
        _each(options, cells.to_target_said, printer),
        say("counted in places offered; not all who are offered a place finish"),
    )
    if any(printer.has(cells.paid_key(option)) for option in options):
        yield Criterion(
            say("Persons paid, as forecast"),
            _each(options, cells.reach_said, printer),
            say("of those who come at the pace that is known; not all places need be taken"),
        )


def _money(options: Sequence[Option], printer: Printer) -> Iterator[Criterion]:
    say, costs = printer.say, cost_rows(options, printer)
    yield Criterion(say("Cost of all years"), _each(options, cells.total_said, printer))
    pairs = zip(options, costs, strict=True)
    yield Criterion(
        say("Cash by fiscal year"),
        tuple(cells.cash_said(option, cost, printer) for option, cost in pairs),
        say("Base case"),
    )
    yield Criterion(
        say("Cost of a year, by payer"),
        _each(options, cells.payers_said, printer),
        say("the state is taken to pay where the profile names nobody else"),
    )
    each = _each(options, cells.per_completer_said, printer)
    yield Criterion(say("Cost per person who finishes"), each)
    yield Criterion(say("Cost, at most"), _each(options, cells.ceiling_said, printer))
    if any(printer.has(cells.paid_key(option)) for option in options):
        yield Criterion(
            say("Chance that the budget holds, as forecast"),
            _each(options, cells.holds_said, printer),
        )


def _limits(options: Sequence[Option], limits: Binding, printer: Printer) -> Iterator[Criterion]:
    say = printer.say
    yield Criterion(
        say("What binds"),
        tuple(cells.binding_said(option, limits, printer) for option in options),
        say("persons a year"),
    )
    unknown = (cells.unknown_limits_said(limits, printer),)
    yield Criterion(say("Limits that are not known"), unknown, is_of_figures=False)


def _crises(options: Sequence[Option], printer: Printer) -> Iterator[Criterion]:
    """Yield what bounds the options for a crisis; nothing where there is none."""
    say = printer.say
    rows = {row.id: row for row in crisis_rows(options, printer)}
    if not rows:
        return
    usual = (Statement(say("not for a crisis")),)

    def each(said: Callable[[CrisisRow], Cell]) -> tuple[Cell, ...]:
        return tuple(said(rows[one.id]) if one.id in rows else usual for one in options)

    yield Criterion(
        say("Crisis: who declares it, on what sign"),
        each(lambda row: (Statement(row.trigger),)),
        is_of_figures=False,
    )
    yield Criterion(
        say("Crisis: most that may be spent"),
        each(lambda row: (Statement(row.ceiling, note=row.reach, is_partial=row.is_partial),)),
    )
    yield Criterion(
        say("Crisis: factor on cash benefits"),
        each(lambda row: (Statement(row.factor), *map(Statement, row.precedents))),
        say("beneath it what was paid in earlier crises"),
        is_of_figures=False,
    )
    yield Criterion(
        say("Crisis: when it ends"),
        each(lambda row: (Statement(row.exit_rule),)),
        is_of_figures=False,
    )


def _words(
    options: Sequence[Option], points: Sequence[Point], printer: Printer
) -> Iterator[Criterion]:
    say = printer.say
    named = {
        say("Risks"): [cells.listed_said(one.risks, "not stated", printer) for one in options],
        say("Who must agree"): [
            cells.listed_said(one.who_must_agree, "to be decided", printer) for one in options
        ],
        say("Decisions sought"): _shared(
            [cells.decisions_said(option, points, printer) for option in options]
        ),
        say("What is to be obtained"): [cells.lacking_said(options, printer)],
    }
    for name, said in named.items():
        yield Criterion(name, tuple(said), is_of_figures=False)


def _each(
    options: Sequence[Option], cell: Callable[[Option, Printer], Cell], printer: Printer
) -> tuple[Cell, ...]:
    return tuple(cell(option, printer) for option in options)


def _shared(said: Sequence[Cell]) -> tuple[Cell, ...]:
    """Leave one cell where all say the same."""
    return tuple(said[:1]) if len(set(said)) == 1 else tuple(said)
