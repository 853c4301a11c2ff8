"""A forecast as text on a terminal: what breaks first, people, cash, drivers, what is unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kerja.cli.forecast_bands import (
    cash_bands,
    drivers,
    kind_bands,
    month_bands,
    stage_bands,
    year_bands,
)
from kerja.cli.forecast_inputs import inputs_text
from kerja.cli.lines import listed, wrapped
from kerja.forecast import Forecast, Unknown, breaks


def forecast_text(forecast: Forecast, *, title: str) -> str:
    """Write a forecast that has bands: what most worlds come to beside the base world."""
    parts = (
        _head, _breaks, stage_bands, _groups, cash_bands, year_bands, kind_bands, drivers, _waits,
        month_bands, _unknown, _inputs, _assumed,
    )  # fmt: skip
    return "\n".join([title, *(line for part in parts for line in part(forecast))])


def _head(forecast: Forecast) -> Iterator[str]:
    calendar, runs = forecast.scheme.calendar, len(forecast.runs)
    last = date.fromisoformat(calendar.first) + timedelta(days=calendar.days - 1)
    worlds = forecast.bands.worlds if forecast.bands is not None else 1
    yield f"{calendar.first} to {last.isoformat()}, seed {forecast.seed}"
    said = (
        f"Bands: {worlds} worlds, in each of which every uncertain input has another value of its "
        "range; 5 of 100 stay below P5, 95 below P95."
        if worlds > 1
        else "One world alone was run, so that no band has a width."
    )
    yield from wrapped("", said, indent=0)
    yield from wrapped(
        "", "Base: every input has its likeliest value, or the middle where nobody says which that "
        f"is; the mean of {runs} run{'s' if runs != 1 else ''} with other luck. Luck is how far "
        "these lie from their mean at most: it is no part of the bands.", indent=0,
    )  # fmt: skip
    if forecast.each > 1:
        yield from wrapped(
            "", f"One simulated person stands for {forecast.each:,.1f}, which makes luck look "
            "larger than it is.", indent=0,
        )  # fmt: skip


def _breaks(forecast: Forecast) -> Iterator[str]:
    yield from ("", "What breaks first, in the base world:")
    found = breaks(forecast)
    if not found:
        yield from wrapped("  ", "nothing of what is known; what is unknown may break", indent=4)
    for one in found:
        yield from wrapped(f"  {one.date.isoformat()}  {one.what:7}", one.said, indent=21)


def _groups(forecast: Forecast) -> Iterator[str]:
    names = [group.name for group in forecast.scheme.groups]
    if names:
        yield from ("", f"{'Of them, base world':24}" + "".join(f"{name:>13}" for name in names))
        for stage in forecast.stages:
            counts = "".join(f"{people:13,.0f}" for _, people in stage.groups)
            yield f"  {stage.name:22}{counts}"


def _waits(forecast: Forecast) -> Iterator[str]:
    found = forecast.waits()
    if found:
        yield from ("", "Waits in the base world, mean days before the step:")
        for step, days in found.items():
            yield f"  {step:38}{days:10,.1f}"


def _unknown(forecast: Forecast) -> Iterator[str]:
    timeless = [one for one in forecast.scheme.unknowns if _is_timeless(one)]
    others = [one for one in forecast.scheme.unknowns if not _is_timeless(one)]
    entries = [f"{one.path}: {one.what}; {one.taken}" for one in others]
    if timeless:
        steps = ", ".join(one.path.partition("[")[2].partition("]")[0] for one in timeless)
        entries.append(f"service_days of {len(timeless)} steps: {timeless[0].taken} ({steps})")
    yield from listed("Not known", entries)


def _is_timeless(one: Unknown) -> bool:
    return one.path.endswith("service_days") and "no time" in one.taken


def _inputs(forecast: Forecast) -> Iterator[str]:
    yield from inputs_text(forecast.scheme, forecast.world.values, forecast.grounds)


def _assumed(forecast: Forecast) -> Iterator[str]:
    yield from listed("Assumed", forecast.scheme.assumed)
