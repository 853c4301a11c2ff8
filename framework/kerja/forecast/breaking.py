"""What breaks first: the days on which money, places or desks are no longer enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kerja.forecast.forecasting import Forecast
from kerja.forecast.scheme import Node

_LONG = 14
"""Days of work that stand in a line when it counts as broken."""


@dataclass(frozen=True, slots=True)
class Break:
    """Something that is no longer enough from a day on. `what`: money, places, line."""

    day: int
    date: date
    what: str
    said: str


def breaks(forecast: Forecast) -> tuple[Break, ...]:
    """Return what breaks in the first run, the earliest first.

    Money: the first round of a fiscal year that does not open for lack of it. Places: the first
    round in which more wait than there are places. A line: the first day at whose end the work of
    14 days stands in it, or as many persons as there are places to be served.
    """
    first = date.fromisoformat(forecast.scheme.calendar.first)
    found = [*_money(forecast), *_places(forecast), *_lines(forecast)]
    listed = (Break(day, first + timedelta(days=day), what, said) for day, what, said in found)
    return tuple(sorted(listed, key=lambda one: (one.day, one.what, one.said)))


def _money(forecast: Forecast) -> Iterator[tuple[int, str, str]]:
    scheme, run = forecast.scheme, forecast.runs[0]
    seen = set()
    for number, day in enumerate(scheme.rounds.days):
        year = [part for part in scheme.calendar.years if part.first <= day][-1].name
        if not run.opened[number] and year not in seen and run.opened.size:
            seen.add(year)
            yield day, "money", f"the money of {year} is not enough for round {number + 1}"


def _places(forecast: Forecast) -> Iterator[tuple[int, str, str]]:
    scheme, run = forecast.scheme, forecast.runs[0]
    if scheme.rounds.quota is None:
        return
    for number, day in enumerate(scheme.rounds.days):
        if run.opened[number] and run.waiting[number] > run.given[number]:
            left = run.waiting[number] - run.given[number]
            yield day, "places", f"round {number + 1} leaves {left:,.0f} persons without a place"
            return


def _lines(forecast: Forecast) -> Iterator[tuple[int, str, str]]:
    for at, node in enumerate(forecast.scheme.nodes):
        if not node.queues:
            continue
        long = forecast.runs[0].lines[at] > _most(node)
        if long.any():
            day = int(long.argmax())
            people = forecast.runs[0].lines[at][day]
            yield day, "line", f"{people:,.0f} persons stand in line at {node.id}"


def _most(node: Node) -> float:
    return float(node.servers) if node.servers else _LONG * node.pace
