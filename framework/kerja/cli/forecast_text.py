"""A forecast as text on a terminal: what breaks first, funnel, waits, cash, what is unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kerja.cli.lines import listed, wrapped
from kerja.forecast import Forecast, Unknown, breaks
from kerja.forecast.scheme import KINDS

_MILLION = 1e6
_SHOWN = {"training": "courses", "cash": "cash", "survey": "surveys", "steps": "steps"}


def forecast_text(forecast: Forecast, *, title: str) -> str:
    """Write a forecast: means of all runs, in the base world."""
    parts = (_head, _breaks, _funnel, _waits, _years, _months, _unknown, _world, _assumed)
    return "\n".join([title, *(line for part in parts for line in part(forecast))])


def _head(forecast: Forecast) -> Iterator[str]:
    calendar, runs = forecast.scheme.calendar, len(forecast.runs)
    last = date.fromisoformat(calendar.first) + timedelta(days=calendar.days - 1)
    number = f"{runs} run{'s' if runs != 1 else ''}"
    yield f"{calendar.first} to {last.isoformat()}, {number}, seed {forecast.seed}"
    if forecast.each > 1:
        yield f"one simulated person stands for {forecast.each:,.1f}"
    yield from wrapped(
        "", "Every input has its likeliest value, or the middle where nobody says which that is; "
        "the runs differ by luck alone.", indent=0,
    )  # fmt: skip


def _breaks(forecast: Forecast) -> Iterator[str]:
    yield from ("", "What breaks first:")
    found = breaks(forecast)
    if not found:
        yield from wrapped("  ", "nothing of what is known; what is unknown may break", indent=4)
    for one in found:
        yield from wrapped(f"  {one.date.isoformat()}  {one.what:7}", one.said, indent=21)


def _funnel(forecast: Forecast) -> Iterator[str]:
    names = [group.name for group in forecast.scheme.groups]
    yield from ("", f"{'Funnel, persons':24}{'mean':>13}{'least':>13}{'most':>13}")
    for stage in forecast.stages:
        yield f"  {stage.name:22}{stage.people:13,.0f}{stage.least:13,.0f}{stage.most:13,.0f}"
    if names:
        yield from ("", f"{'Of them':24}" + "".join(f"{name:>13}" for name in names))
        for stage in forecast.stages:
            counts = "".join(f"{people:13,.0f}" for _, people in stage.groups)
            yield f"  {stage.name:22}{counts}"


def _waits(forecast: Forecast) -> Iterator[str]:
    found = forecast.waits()
    if found:
        yield from ("", "Waits, mean days before the step:")
        for step, days in found.items():
            yield f"  {step:38}{days:10,.1f}"


def _years(forecast: Forecast) -> Iterator[str]:
    yield from _cash("Cash by fiscal year", forecast, forecast.cash_of_years())


def _months(forecast: Forecast) -> Iterator[str]:
    yield from _cash("Cash by month", forecast, forecast.cash_of_months())


def _cash(title: str, forecast: Forecast, rows: dict[str, dict[str, float]]) -> Iterator[str]:
    most = max((sum(row.values()) for row in rows.values()), default=0.0)
    scale = _MILLION if most >= _MILLION else 1.0
    unit = f"{forecast.scheme.currency}{' million' if scale > 1 else ''}"
    shown = [kind for kind in KINDS if any(row[kind] for row in rows.values())]
    yield from ("", f"{title}, {unit}:")
    yield f"{'':14}{'all':>13}" + "".join(f"{_SHOWN[kind]:>13}" for kind in shown)
    for name, row in rows.items():
        amounts = "".join(f"{row[kind] / scale:13,.1f}" for kind in shown)
        yield f"  {name:12}{sum(row.values()) / scale:13,.1f}{amounts}"


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


def _world(forecast: Forecast) -> Iterator[str]:
    pairs = zip(forecast.scheme.inputs, forecast.world.values, strict=True)
    entries = []
    for one, value in pairs:
        low, high = one.range.low, one.range.high
        shown = [f"{n:.1%}" if one.unit == "share" else f"{n:,.0f}" for n in (value, low, high)]
        entries.append(f"{one.key}: {shown[0]}, of {shown[1]} to {shown[2]}")
    yield from listed("Uncertain, with the value taken", entries)


def _assumed(forecast: Forecast) -> Iterator[str]:
    yield from listed("Assumed", forecast.scheme.assumed)
