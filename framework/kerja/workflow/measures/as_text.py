"""Measures as a short table of 80 columns: lowest, likeliest, highest, and what is missing."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from kerja.workflow.measures.bounds import Bounds, scaled
from kerja.workflow.measures.result import Cost, Datum, Expectation, Measures

_COLUMNS = 80
_WIDTH = 12
_MOST_FIELDS = 6
_WORDS: dict[Datum, tuple[str, str]] = {
    "share": ("share", "shares"),
    "likeliest share": ("likeliest share", "likeliest shares"),
    "days": ("time", "times"),
    "cost": ("cost", "costs"),
    "capacity": ("capacity", "capacities"),
}


def measures_to_text(measures: Measures) -> str:
    """Return the table, ending in a newline; "" for the measures of an empty workflow."""
    if not measures.steps:
        return ""
    lines = [
        _line("MEASURES", "lowest", "likeliest", "highest"),
        *_persons("of 100 applicants", measures.per_applicant),
        *_persons("of 100 given a place", measures.per_placed),
        *_days(measures),
        *_costs(measures),
        *_capacity(measures),
        *_missing(measures),
    ]
    return "\n".join(lines) + "\n"


def _persons(who: str, expected: Expectation | None) -> Iterator[str]:
    if expected and expected.certificate:
        yield _row(f"{who}, get the certificate", scaled(expected.certificate, 100))
    if expected and expected.payment:
        yield _row(f"{who}, are paid", scaled(expected.payment, 100))


def _days(measures: Measures) -> Iterator[str]:
    yield _row("days of an applicant", measures.per_applicant.days)
    if measures.spread_days is not None:
        yield _line("  standard deviation", "", f"{measures.spread_days:,.1f}", "")
    if measures.per_placed:
        yield _row("days from a place given", measures.per_placed.days)
    if measures.days_to_certificate:
        yield _row("days to the certificate", measures.days_to_certificate)
    for path in measures.critical_paths:
        yield _row(f"days of the longest way to {path.end}", path.days)
    if measures.at_least_forks:
        forks = ", ".join(measures.at_least_forks)
        yield from _told(
            f"The likeliest days are a least value: the slowest way of {forks} decides."
        )


def _costs(measures: Measures) -> Iterator[str]:
    for who, costs in (
        ("cost of an applicant", measures.per_applicant.costs),
        ("cost of a graduate", measures.cost_per_graduate),
    ):
        yield from (_row(f"{who}, {_currency(cost)}", cost.amount, places=0) for cost in costs)


def _currency(cost: Cost) -> str:
    return cost.currency or "own currency"


def _capacity(measures: Measures) -> Iterator[str]:
    if measures.bottleneck:
        yield from _told(f"The bottleneck is {measures.bottleneck}.")
        yield from _binding(measures)
    elif measures.could_bind:
        yield from _told(f"The bottleneck may be {', '.join(measures.could_bind)}.")
    else:
        yield from _told("The bottleneck is not known: no step says its capacity_day.")
    if measures.persons:
        yield _row("persons on their way", measures.persons)


def _binding(measures: Measures) -> Iterator[str]:
    load = measures[measures.bottleneck].load
    if load:
        yield _row("applicants a day that it can bear", load.largest_intake)
        yield _row("more, for one more served a day", load.one_more)


def _missing(measures: Measures) -> Iterator[str]:
    if measures.contradictions:
        steps = ", ".join(measures.contradictions)
        yield from _told(f"The shares of {steps} do not sum to one and count as not known.")
    if not measures.missing:
        return
    count = Counter(one.datum for one in measures.missing)
    told = ", ".join(
        f"{count[datum]} {words[count[datum] > 1]}"
        for datum, words in _WORDS.items()
        if count[datum]
    )
    yield from _told(f"A ? is not known, and its lowest value is a least one. Missing: {told}.")
    fields = [one.field for one in measures.missing if "share" in one.datum]
    yield from (f"    {field}" for field in fields[:_MOST_FIELDS])
    if len(fields) > _MOST_FIELDS:
        yield f"    and {len(fields) - _MOST_FIELDS} more shares; --format json lists all"


def _row(label: str, of: Bounds, places: int = 1) -> str:
    return _line(f"  {label}", *(_number(n, places) for n in (of.low, of.likeliest, of.high)))


def _number(value: float | None, places: int) -> str:
    return "?" if value is None else f"{value:,.{places}f}"


def _line(label: str, *cells: str) -> str:
    """Return a label and its cells; a label too long for them stands above."""
    row = "".join(f"{cell:>{_WIDTH}}" for cell in cells)
    room = _COLUMNS - len(row)
    return f"{label:<{room}}{row}" if len(label) < room else f"{label}\n{row:>{_COLUMNS}}"


def _told(text: str) -> list[str]:
    return textwrap.wrap(
        text, _COLUMNS, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )
