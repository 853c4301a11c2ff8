"""The tables of a forecast: bands of people and cash beside the base world, luck, drivers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kerja.cli.forecast_inputs import said_ends
from kerja.cli.lines import wrapped
from kerja.forecast import Band, Forecast

_MILLION = 1e6
_SHOWN = {"training": "courses", "cash": "cash", "survey": "surveys", "steps": "steps"}
_MOST_DRIVERS = 12
_HEAD = "".join(f"{name:>14}" for name in ("P5", "P50", "P95", "base"))


def stage_bands(forecast: Forecast) -> Iterator[str]:
    """Yield persons by stage of the funnel, and how far luck alone moves them."""
    if forecast.bands is None:
        return
    yield from ("", f"{'People':12}{_HEAD}{'luck':>9}")
    for stage in forecast.stages:
        band = forecast.bands.stages[stage.name]
        luck = _luck([stage.least, stage.most], stage.people)
        yield f"  {stage.name:10}{_numbers(band, stage.people, 1)}{luck}"


def cash_bands(forecast: Forecast) -> Iterator[str]:
    """Yield total cash, and the chance that the budget holds or why nobody can tell."""
    bands = forecast.bands
    if bands is None:
        return
    scale, unit = _scale(forecast)
    runs = [float(run.cash.sum()) for run in forecast.runs]
    base = sum(runs) / len(runs)
    yield from ("", f"Cash, {unit}:", f"{'':12}{_HEAD}{'luck':>9}")
    yield f"  {'in all':10}{_numbers(bands.total, base, scale)}{_luck(runs, base)}"
    if bands.budget_holds is None:
        said = "not known, for no ceiling is: fill in budget.total"
    else:
        said = (
            f"in {bands.budget_holds:.1%} of {bands.worlds} worlds no round is stopped for money "
            "and no fiscal year pays more than it has"
        )
    yield from wrapped("  ", f"the budget holds: {said}", indent=4)


def year_bands(forecast: Forecast) -> Iterator[str]:
    """Yield cash by fiscal year."""
    if forecast.bands is not None:
        found = {name: sum(row.values()) for name, row in forecast.cash_of_years().items()}
        yield from _table("By fiscal year", forecast, forecast.bands.years, found)


def kind_bands(forecast: Forecast) -> Iterator[str]:
    """Yield cash by what it is paid for."""
    if forecast.bands is not None:
        found = forecast.cash_between(0, forecast.scheme.calendar.days)
        bands = {kind: band for kind, band in forecast.bands.kinds.items() if band.high > 0}
        yield from _table(
            "By kind",
            forecast,
            {_SHOWN[kind]: band for kind, band in bands.items()},
            {_SHOWN[kind]: found[kind] for kind in bands},
        )


def month_bands(forecast: Forecast) -> Iterator[str]:
    """Yield cash by month."""
    if forecast.bands is not None:
        found = {name: sum(row.values()) for name, row in forecast.cash_of_months().items()}
        yield from _table("By month", forecast, forecast.bands.months, found)


def drivers(forecast: Forecast) -> Iterator[str]:
    """Yield what each input alone would change, the widest first, with its part of the spread."""
    if forecast.bands is None or forecast.swings is None or not forecast.swings.swings:
        return
    scale, unit = _scale(forecast)
    shares = {driver.key: driver.cash for driver in forecast.bands.drivers}
    inputs = {one.key: one for one in forecast.scheme.inputs}
    yield from ("", "Drivers, one input after the other at its two ends, all else as in the base:")
    yield f"{'':4}{f'cash, {unit}':>30}{'persons paid':>28}{'part of':>14}"
    yield f"{'':4}{'at low':>16}{'at high':>14}{'at low':>14}{'at high':>14}{'the spread':>14}"
    for one in forecast.swings.swings[:_MOST_DRIVERS]:
        yield from wrapped("  ", f"{one.key}, {said_ends(inputs[one.key])}", indent=4)
        cash = f"{one.cash_at_low / scale:16,.1f}{one.cash_at_high / scale:14,.1f}"
        paid = f"{one.paid_at_low:14,.0f}{one.paid_at_high:14,.0f}"
        yield f"{'':4}{cash}{paid}{shares.get(one.key, 0.0):14.0%}"
    left = len(forecast.swings.swings) - _MOST_DRIVERS
    if left > 0:
        yield f"  and {left} more that move less"
    yield from wrapped(
        "  ", "the part of the spread of cash in all worlds that would go if the input were known; "
        "what is missing to 100% comes of inputs together", indent=4,
    )  # fmt: skip


def _table(
    title: str, forecast: Forecast, bands: Mapping[str, Band], base: Mapping[str, float]
) -> Iterator[str]:
    scale, unit = _scale(forecast)
    yield from ("", f"{title}, {unit}:", f"{'':12}{_HEAD}")
    for name, band in bands.items():
        yield f"  {name:10}{_numbers(band, base[name], scale)}"


def _numbers(band: Band, base: float, scale: float) -> str:
    places = 0 if scale == 1 else 1
    values = (band.low, band.middle, band.high, base)
    return "".join(f"{value / scale:14,.{places}f}" for value in values)


def _luck(runs: Sequence[float], mean: float) -> str:
    if not mean:
        return ""
    return f"{max(abs(run - mean) for run in runs) / mean:>9.2%}"


def _scale(forecast: Forecast) -> tuple[float, str]:
    """Return what amounts are divided by, and the unit that is then theirs."""
    most = forecast.bands.total.high if forecast.bands is not None else 0.0
    currency = forecast.scheme.currency
    return (_MILLION, f"{currency} million") if most >= _MILLION else (1.0, currency)
