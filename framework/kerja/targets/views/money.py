"""Rows of what the options cost: side by side, line by line, by payer, by fiscal year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from kerja.costing import Cases, Costing, CostYear, Line, Option, Paid
from kerja.targets.printing import Printer
from kerja.targets.views.money_open import own_lacks, said, titled

Text = str | Markup


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A figure of an option in three cases. `why` says why there is none."""

    name: str
    low: Text
    base: Text
    high: Text
    why: str = ""


@dataclass(frozen=True, slots=True)
class PaidRow:
    """What one payer bears in one year, or in each of a stretch of years that are alike."""

    years: str
    payer: str
    cases: CaseRow


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of cost. `standing` says whether its amount is whole."""

    name: str
    driver: str
    formula: str
    is_known: bool
    cases: CaseRow
    payer: str
    standing: str
    waits_for: str


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """Lines that do not count, with the reason that they share."""

    why: str
    lines: str


@dataclass(frozen=True, slots=True)
class FiscalRow:
    """Cash of one fiscal year, in the base case."""

    name: str
    need: Text
    carry_over: Text
    last_opening: str


@dataclass(frozen=True, slots=True)
class CostRow:
    """The cost of one option."""

    title: str
    people: Text
    years: str
    is_one_year: bool
    is_known: bool
    summary: tuple[CaseRow, ...]
    paid: tuple[PaidRow, ...]
    lines: tuple[LineRow, ...]
    outside: tuple[OutsideRow, ...]
    fiscal: tuple[FiscalRow, ...]
    starts: str
    rounds: str
    rounds_assumed: bool
    stretches: str
    undated: str

    @property
    def total(self) -> Text:
        """Cost of all years in the base case."""
        return self.summary[2].base

    @property
    def per_completer(self) -> CaseRow:
        """Cost for each person who finishes."""
        return self.summary[3]


def cost_rows(options: Iterable[Option], printer: Printer) -> tuple[CostRow, ...]:
    """Return the cost of each option."""
    return tuple(_cost(option, printer) for option in options)


def _cost(option: Option, printer: Printer) -> CostRow:
    costed, phasing = option.costing, option.costing.phasing
    start = f"costs[{option.id}]"
    assumed = [lag.name for lag in phasing.lags.listed if lag.assumed and lag.days is not None]
    people: Text = printer.figure(f"{start}.people")
    if costed.people is None:
        people = printer.escape(printer.say("to be decided"))
    return CostRow(
        title=option.title,
        people=people,
        years=printer.language.count(option.years) if option.years else printer.say("not stated"),
        is_one_year=costed.years == 1,
        is_known=costed.year is not None,
        summary=tuple(_summary(option, start, printer)),
        paid=tuple(_paid(costed, start, printer)),
        lines=tuple(_line(line, start, printer) for line in costed.counted),
        outside=tuple(_outside(costed.lines, printer)),
        fiscal=tuple(_fiscal(costed, start, printer)),
        starts=printer.language.date(phasing.starts) if phasing.starts else "",
        rounds=printer.language.count(phasing.rounds),
        rounds_assumed=phasing.rounds_assumed,
        stretches=", ".join(printer.say(name) for name in assumed),
        undated=said(phasing.lacks, printer),
    )


def _cases(name: str, key: str, printer: Printer) -> CaseRow:
    ends = (printer.figure(f"{key}.{case}") for case in Cases._fields)
    return CaseRow(name, *ends)


def _summary(option: Option, start: str, printer: Printer) -> Iterator[CaseRow]:
    costed = option.costing
    finishing = f"{start}.drivers[completed]"
    yield _cases(printer.say("Persons who finish in a year"), finishing, printer)
    yield _cases(printer.say("Cost of a year"), f"{start}.year", printer)
    yield _cases(printer.say("Cost of all years"), f"{start}.total", printer)
    each = _cases(printer.say("Cost per person who finishes"), f"{start}.per_completer", printer)
    yield replace(each, why=costed.per_completer.why)


def _paid(costed: Costing, start: str, printer: Printer) -> Iterator[PaidRow]:
    """Yield the payers of each year; years that are alike stand together."""
    stretches: list[list[CostYear]] = []
    for year in costed.by_year:
        if stretches and stretches[-1][0].by_payer == year.by_payer:
            stretches[-1].append(year)
        else:
            stretches.append([year])
    for alike in stretches:
        ends = dict.fromkeys(printer.language.count(year.number) for year in alike[:: len(alike)])
        last = printer.language.count(alike[-1].number)
        years = "–".join(dict.fromkeys((*ends, last)))
        for paid in alike[0].by_payer:
            yield PaidRow(years, printer.say(paid.payer), _payer(alike[0], paid, start, printer))


def _payer(year: CostYear, paid: Paid, start: str, printer: Printer) -> CaseRow:
    key = f"{start}.years[{year.number}].payers[{paid.payer}]"
    return _cases(printer.say(paid.payer), key, printer)


def _line(line: Line, start: str, printer: Printer) -> LineRow:
    standing = "known"
    if line.lacks:
        standing = "to be obtained" if line.known is None else "partial"
    return LineRow(
        name=titled(line, printer),
        driver=line.driver,
        formula=line.formula,
        is_known=line.known is not None,
        cases=_cases(line.title, f"{start}.lines[{line.id}]", printer),
        payer=printer.say(line.payer),
        standing=printer.say(standing),
        waits_for=said(own_lacks(line), printer),
    )


def method_rows(options: Iterable[Option], printer: Printer) -> tuple[LineRow, ...]:
    """Return each line that counts in any option, once: how it is computed."""
    found: dict[str, LineRow] = {}
    for option in options:
        for line in option.costing.counted:
            found.setdefault(line.id, _line(line, f"costs[{option.id}]", printer))
    return tuple(found.values())


def _outside(lines: Iterable[Line], printer: Printer) -> Iterator[OutsideRow]:
    listed = [line for line in lines if not line.counts]
    for why in dict.fromkeys(line.why_not for line in listed):
        names = (titled(line, printer) for line in listed if line.why_not == why)
        yield OutsideRow(why, ", ".join(names))


def _fiscal(costed: Costing, start: str, printer: Printer) -> Iterator[FiscalRow]:
    for year in costed.phasing.years:
        key = f"{start}.fiscal_years[{year.name}]"
        name = "–".join(_year(part, printer) for part in year.name.split("-"))
        opening = year.last_opening
        yield FiscalRow(
            name,
            printer.figure(f"{key}.need.base"),
            printer.figure(f"{key}.carry_over.base"),
            printer.language.date(opening) if opening else printer.say("no round opens"),
        )


def _year(text: str, printer: Printer) -> str:
    """Write a year, or the two digits that end one, in the calendar of the language."""
    if len(text) == len("2026"):
        return printer.language.year(int(text))
    return printer.language.in_digits(text)
