"""The figures of a forecast: bands of people and money, groups, what drives them, each option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.forecast import Forecast, Scheme
from kerja.forecast.outlook import Outlook, Prospect
from kerja.forecast.swings import Swings
from kerja.forecast.uncertainty import Band, Bands
from kerja.register.costed import partial
from kerja.register.entry import Entry, Register

_ENDS = ("low", "middle", "high")


def with_foreseen(known: Register, outlook: Outlook) -> Register:
    """Return the register with what the design and its options may come to."""
    return Register([*known.values(), *foreseen_entries(outlook)])


def foreseen_entries(outlook: Outlook) -> Iterator[Entry]:
    """Yield the figures of the design as it stands, then those of each option."""
    found = outlook.found
    if found is not None:
        scheme = found.forecast.scheme
        yield from _bands("forecast", found.bands, scheme)
        yield from _groups(found.forecast)
        yield from _waits(found.forecast)
        yield from _swings(found.swings, scheme.currency)
    for option in outlook.options:
        yield from _option(option)


def _bands(start: str, found: Bands, scheme: Scheme) -> Iterator[Entry]:
    inputs, said = _uncertain(scheme), _formula(found)
    people = Entry("", 0, "count", formula=said, inputs=inputs)
    money = Entry(
        "", 0, "money", scheme.currency, formula=said, note=_partial(scheme), inputs=inputs
    )
    yield from _each(f"{start}.stages", found.stages, people)
    yield from _each(f"{start}.in_line", found.in_line, people)
    yield from _each(f"{start}.months", found.months, money)
    yield from _each(f"{start}.years", found.years, money)
    yield from _band(f"{start}.total", found.total, money)
    if found.budget_holds is not None:
        yield Entry(
            f"{start}.budget_holds", found.budget_holds, "share", inputs=("budget.total", *inputs),
            formula=f"worlds in which the budget holds ÷ {found.worlds} worlds",
        )  # fmt: skip
    for driver in found.drivers:
        yield Entry(
            f"{start}.drivers[{driver.key}]", driver.cash, "share", inputs=(driver.key,),
            formula="part of the variance of all cash that would go if this were known",
            note=f"first-order index over {found.worlds} worlds (Sobol 1993, Plischke 2012)",
        )  # fmt: skip


def _partial(scheme: Scheme) -> str | None:
    """Say that money is partial, and what is missing."""
    return partial(one.path for one in scheme.unknowns if one.lowers_cash) or None


def _formula(found: Bands) -> str:
    return f"5, 50 and 95 of 100 worlds stay below; {found.worlds} worlds, seed {found.seed}"


def _uncertain(scheme: Scheme) -> tuple[str, ...]:
    return tuple(one.key for one in scheme.inputs if not one.range.is_point)


def _each(start: str, bands: Mapping[str, Band], like: Entry) -> Iterator[Entry]:
    for name, band in bands.items():
        yield from _band(f"{start}[{name}]", band, like)


def _band(key: str, band: Band, like: Entry) -> Iterator[Entry]:
    for end in _ENDS:
        yield Entry(
            f"{key}.{end}", getattr(band, end), like.unit, like.currency,
            formula=like.formula, note=like.note, inputs=like.inputs,
        )  # fmt: skip


def _groups(found: Forecast) -> Iterator[Entry]:
    for stage in found.stages:
        for group, people in stage.groups:
            yield Entry(
                f"forecast.groups[{group}].{stage.name}", people, "count",
                formula=f"mean of {len(found.runs)} runs in the base world, person by person",
                inputs=_shares(found.scheme, group),
            )  # fmt: skip


def _shares(scheme: Scheme, group: str) -> tuple[str, ...]:
    """Return the fields on which the share of a group rests."""
    return tuple(one.key for one in scheme.inputs if group in one.key)


def _waits(found: Forecast) -> Iterator[Entry]:
    for step, days in found.waits().items():
        yield Entry(
            f"forecast.waits[{step}]", days, "number",
            formula=f"mean days before the step, {len(found.runs)} runs in the base world",
            inputs=(f"workflow.steps[{step}]",),
        )  # fmt: skip


def _swings(found: Swings, currency: str) -> Iterator[Entry]:
    yield Entry(
        "forecast.base_cash", found.cash, "money", currency,
        formula="all cash with every input at its usual value", inputs=_keys(found),
    )  # fmt: skip
    for swing in found.swings:
        for end, cash in (("low", swing.cash_at_low), ("high", swing.cash_at_high)):
            yield Entry(
                f"forecast.swings[{swing.key}].{end}", cash, "money", currency,
                formula=f"all cash with this input at its {end} end, all others as usual",
                inputs=(swing.key, "forecast.base_cash"),
            )  # fmt: skip


def _keys(found: Swings) -> tuple[str, ...]:
    return tuple(swing.key for swing in found.swings)


def _option(found: Prospect) -> Iterator[Entry]:
    if found.bands is None or found.scheme is None:
        return
    start, said = f"forecast.options[{found.option}]", _formula(found.bands)
    stage = found.bands.paid_stage
    own = (f"options[{found.option}].people",)
    people = Entry("", 0, "count", formula=said, inputs=own)
    lacks = _partial(found.scheme)
    money = Entry("", 0, "money", found.scheme.currency, formula=said, note=lacks, inputs=own)
    yield from _band(f"{start}.paid", found.bands.stages[stage], people)
    yield from _band(f"{start}.total", found.bands.total, money)
    if found.bands.budget_holds is not None:
        yield Entry(
            f"{start}.budget_holds", found.bands.budget_holds, "share", inputs=("budget.total",),
            formula=f"worlds in which the budget holds ÷ {found.bands.worlds} worlds",
        )  # fmt: skip
