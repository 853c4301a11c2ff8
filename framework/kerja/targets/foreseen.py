"""The pictures of a forecast: funnel, cash, people in line, and what moves the cash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kerja.forecast.outlook import Found
from kerja.forecast.uncertainty import Band
from kerja.targets.charts import (
    Moment,
    Pull,
    Spread,
    band_chart,
    range_chart,
    swing_chart,
)
from kerja.targets.printing import Printer, two_digits
from kerja.targets.registry import Draft
from kerja.targets.views.foreseen import MOST_DRIVERS, input_name

_QUARTER = 3
_NOBODY = 0.5


def forecast_pictures(draft: Draft, printer: Printer) -> Mapping[str, str]:
    """Return the pictures as SVG by file name, in the printer's language; none without a forecast.

    A picture that would show nothing is left out: no line where nobody waits, no swing where
    nothing is uncertain.
    """
    found = draft.outlook.found
    return dict(_pictures(found, draft, printer)) if found is not None else {}


def _pictures(found: Found, draft: Draft, printer: Printer) -> Iterator[tuple[str, str]]:
    say, bands = printer.say, found.bands
    people, money = printer.language.count, _money(found, printer)
    yield (
        "forecast_funnel.svg",
        range_chart(
            [_spread(say(name), band, people) for name, band in bands.stages.items()],
            title=say("People, stage by stage"),
            description=say(
                "Bars to the middle of the worlds; lines from the 5th to the 95th of 100."
            ),
        ),
    )
    yield (
        "forecast_cash.svg",
        band_chart(
            _moments(found, bands.months),
            title=say("Cash of each month"),
            description=say("The band holds 90 of 100 worlds; the line is their middle."),
            said=money,
        ),
    )
    if any(band.high > _NOBODY for band in bands.in_line.values()):
        yield (
            "forecast_lines.svg",
            band_chart(
                _moments(found, bands.in_line),
                title=say("People in line at the end of each month"),
                description=say("The band holds 90 of 100 worlds; the line is their middle."),
                said=people,
            ),
        )
    pulls = [
        Pull(
            input_name(swing.key, draft.blueprint.workflow, printer),
            swing.cash_at_low,
            swing.cash_at_high,
        )
        for swing in found.swings.swings[:MOST_DRIVERS]
        if swing.width > _NOBODY
    ]
    if pulls:
        yield (
            "forecast_swings.svg",
            swing_chart(
                pulls,
                centre=found.swings.cash,
                title=say("All cash, if one thing alone is at its low or high end"),
                description=say("The low end in orange, the high end in blue."),
                said=money,
            ),
        )


def _money(found: Found, printer: Printer) -> Callable[[float], str]:
    currency = found.forecast.scheme.currency
    return lambda amount: printer.language.money_in_words(amount, currency)


def _spread(name: str, band: Band, said: Callable[[float], str]) -> Spread:
    low, middle, high = (said(two_digits(end)) for end in (band.low, band.middle, band.high))
    ends = f" ({low}–{high})" if low != high else ""
    return Spread(name, band.low, band.middle, band.high, f"{middle}{ends}")


def _moments(found: Found, bands: Mapping[str, Band]) -> list[Moment]:
    calendar = found.forecast.scheme.calendar
    years = {max(0, year.first): year.name for year in calendar.years}
    return [
        Moment(
            name if at % _QUARTER == 0 else "",
            band.low,
            band.middle,
            band.high,
            years.get(calendar.month_starts[at], ""),
        )
        for at, (name, band) in enumerate(bands.items())
    ]
