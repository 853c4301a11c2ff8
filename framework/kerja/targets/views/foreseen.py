"""Rows of the forecast: people, lines, money and risk, of the design and of every option."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kerja.adaptation import words
from kerja.forecast import breaks
from kerja.forecast.outlook import Found, Prospect
from kerja.targets.printing import UNKNOWN, Printer, Say, Sentence
from kerja.targets.registry import Draft
from kerja.targets.views.choices import Text
from kerja.workflow import Workflow

_WAY = re.compile(r"workflow\.steps\[(\w+)\]\.next\[(\d+)\]\.share")
_SERVICE = re.compile(r"workflow\.steps\[(\w+)\]\.(\w+)")
MOST_DRIVERS = 8
SPAN = (
    "From {first} to {last}, over {worlds} worlds: in each, everything uncertain has another "
    "value within its range."
)


@dataclass(frozen=True, slots=True)
class BandRow:
    """One figure with what 5, 50 and 95 of 100 worlds stay below."""

    name: str
    low: Text
    middle: Text
    high: Text


@dataclass(frozen=True, slots=True)
class DriverRow:
    """What is not certain: its part in the variance of all cash, and all cash at its two ends."""

    name: str
    part: Text
    at_low: Text
    at_high: Text


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Persons of one stage, group by group."""

    name: str
    people: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ProspectRow:
    """What an option may come to; without figures `why_not` says what is missing."""

    title: str
    paid: BandRow | None
    total: BandRow | None
    holds: Text
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class ForecastView:
    """Everything that is printed of a forecast; `why_not` if there is none."""

    why_not: str
    options: tuple[ProspectRow, ...]
    span: Text = ""
    holds: Text = ""
    partial: str = ""
    stages: tuple[BandRow, ...] = ()
    years: tuple[BandRow, ...] = ()
    months: tuple[BandRow, ...] = ()
    in_line: tuple[BandRow, ...] = ()
    total: BandRow | None = None
    waits: tuple[tuple[str, Text], ...] = ()
    groups: tuple[str, ...] = ()
    by_group: tuple[GroupRow, ...] = ()
    drivers: tuple[DriverRow, ...] = ()
    breaking: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


def forecast_view(draft: Draft, printer: Printer) -> ForecastView:
    """Return what is printed of the forecast of a draft."""
    outlook = draft.outlook
    options = tuple(_prospects(draft, printer))
    if outlook.found is None:
        return ForecastView(outlook.why_not, options)
    found, workflow = outlook.found, draft.blueprint.workflow
    scheme, spread = found.forecast.scheme, found.bands
    say = printer.say
    return ForecastView(
        why_not="",
        options=options,
        span=printer.sentence(Sentence(SPAN, _span(found, printer))),
        holds=_holds("forecast", printer),
        partial="; ".join(words(one.path) for one in scheme.unknowns if one.lowers_cash),
        stages=tuple(band_row(f"forecast.stages[{n}]", say(n), printer) for n in spread.stages),
        years=tuple(band_row(f"forecast.years[{n}]", n, printer) for n in spread.years),
        months=tuple(band_row(f"forecast.months[{n}]", n, printer) for n in spread.months),
        in_line=tuple(band_row(f"forecast.in_line[{n}]", n, printer) for n in spread.in_line),
        total=band_row("forecast.total", say("All cash"), printer),
        waits=tuple(_waits(found, workflow, printer)),
        groups=tuple(say(group.name) for group in scheme.groups),
        by_group=tuple(_by_group(found, printer)),
        drivers=tuple(_drivers(found, workflow, printer)),
        breaking=tuple(
            (printer.language.date(one.date), one.said) for one in breaks(found.forecast)
        ),
        unknown=tuple(f"{words(one.path)}: {one.taken}" for one in scheme.unknowns),
        assumed=scheme.assumed,
    )


def _span(found: Found, printer: Printer) -> dict[str, Say | str]:
    calendar = found.forecast.scheme.calendar
    first = date.fromisoformat(calendar.first)
    said = {
        "first": printer.language.date(first),
        "last": printer.language.date(first + timedelta(days=calendar.days - 1)),
        "worlds": printer.language.count(found.bands.worlds),
    }
    return {name: printer.escape(text) for name, text in said.items()}


def band_row(key: str, name: str, printer: Printer) -> BandRow:
    """Return the three ends of a band, rounded to what they are worth, with the way to each."""
    return BandRow(name, *(printer.about(f"{key}.{end}") for end in ("low", "middle", "high")))


def input_name(key: str, workflow: Workflow, printer: Printer) -> str:
    """Return what an uncertain input is called: an outcome by its step, others in words."""
    way, service = _WAY.fullmatch(key), _SERVICE.match(key)
    names = {step.id: step for step in workflow}
    if way is not None and way[1] in names:
        step = names[way[1]]
        outcome = step.ways[int(way[2])].when if int(way[2]) < len(step.ways) else ""
        return f"{printer.say(step.name)}: {printer.say(outcome or 'usual way')}"
    if service is not None and service[1] in names:
        return f"{printer.say(names[service[1]].name)}: {words(service[2])}"
    return printer.say(words(key))


def _prospects(draft: Draft, printer: Printer) -> Iterator[ProspectRow]:
    by_name = {one.option: one for one in draft.outlook.options}
    for option in draft.options:
        found = by_name.get(option.id)
        if found is None:
            continue
        yield _prospect(found, option.title, printer)


def _prospect(found: Prospect, title: str, printer: Printer) -> ProspectRow:
    start = f"forecast.options[{found.option}]"
    if found.bands is None:
        return ProspectRow(title, None, None, printer.say("unknown"), found.why_not)
    return ProspectRow(
        title,
        band_row(f"{start}.paid", printer.say("Persons paid"), printer),
        band_row(f"{start}.total", printer.say("All cash"), printer),
        _holds(start, printer),
    )


def _holds(start: str, printer: Printer) -> Text:
    key = f"{start}.budget_holds"
    if not printer.has(key):
        return printer.escape(f"{printer.say(UNKNOWN)}: {printer.say('no budget is known')}")
    return printer.figure(key)


def _waits(found: Found, workflow: Workflow, printer: Printer) -> Iterator[tuple[str, Text]]:
    names = {step.id: step.name for step in workflow}
    for step in found.forecast.waits():
        yield printer.say(names.get(step, step)), printer.figure(f"forecast.waits[{step}]")


def _by_group(found: Found, printer: Printer) -> Iterator[GroupRow]:
    for stage in found.forecast.stages:
        people = (
            printer.about(f"forecast.groups[{name}].{stage.name}") for name, _ in stage.groups
        )
        yield GroupRow(printer.say(stage.name), tuple(people))


def _drivers(found: Found, workflow: Workflow, printer: Printer) -> Iterator[DriverRow]:
    swings = {swing.key: swing for swing in found.swings.swings}
    for driver in found.bands.drivers[:MOST_DRIVERS]:
        if driver.key in swings:
            start = f"forecast.swings[{driver.key}]"
            yield DriverRow(
                input_name(driver.key, workflow, printer),
                printer.figure(f"forecast.drivers[{driver.key}]"),
                printer.about(f"{start}.low"),
                printer.about(f"{start}.high"),
            )
