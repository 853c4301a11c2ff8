"""Rows of what would change the answer: missing data, and what would lift the known limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from kerja.adaptation import words
from kerja.feasibility import Binding, Bound, Credible, Deciding, Lever, Weight
from kerja.profile.currencies import own_currency
from kerja.register import bound_key, lever_key
from kerja.targets.printing import Printer, Say, Sentence

IN_PLACE = "{limit} may bind in place of {now}: {low} to {high} persons a year"
MOVED = "{limit} may bind at another number: {low} to {high} persons a year"
FIRST = "{limit} would be known and bind: {low} to {high} persons a year"
TOGETHER = "only together with: {other}"
CHANGES = {
    Weight.GATE: "opens or closes a condition of payment",
    Weight.WORKFLOW: "may change the journey",
    Weight.SETTINGS: "may change settings, costs or documents",
}
ALONE = "nothing by itself"
MANY = "{limit} lacks {count} figures in all"
NOT_TRIED = "not tried: no single value can stand for it"
TRIED = "tried from {low} to {high}: {reason}"
UNTIL = "until {limit} binds"
UNTIL_ALL = "until all have it"
NO_OTHER = "no other limit is known"
NO_COST = "cost not known: to be obtained"
NO_MONEY = "no money: each person gets less"

SAID = (
    IN_PLACE, MOVED, FIRST, TOGETHER, *CHANGES.values(), ALONE, MANY, NOT_TRIED, TRIED, UNTIL,
    UNTIL_ALL, NO_OTHER, NO_COST, NO_MONEY,
)  # fmt: skip
"""Everything that these rows say."""

_A_PAIR = 2


@dataclass(frozen=True, slots=True)
class GapRow:
    """One missing figure: what it could change, in which range it was tried, whom to ask."""

    name: str
    path: str
    state: str
    unlocks: str
    changes: tuple[Markup, ...]
    tried: Markup
    ask: str
    published: str


@dataclass(frozen=True, slots=True)
class LeverRow:
    """One way to lift a known limit.

    `room` is empty where no other limit is known; `has_cost` tells whether `cost` is an amount.
    """

    limit: str
    unit: str
    people: Markup
    room: Markup
    until: Markup
    each: Markup
    cost: Markup
    has_cost: bool


def gap_rows(found: Iterable[Deciding], limits: Binding, printer: Printer) -> tuple[GapRow, ...]:
    """Return the missing figures, those first that could change most."""
    return tuple(
        GapRow(
            name=printer.say(words(one.gap.path)),
            path=one.gap.path,
            state=one.gap.state,
            unlocks=", ".join(printer.say(name) for name in one.gap.unlocks),
            changes=tuple(_changes(one, limits, printer)),
            tried=_tried(one.tried, printer),
            ask=printer.say(one.ask),
            published=printer.say(one.published) if one.published else "",
        )
        for one in found
    )


def _named(bound: Bound, limits: Binding, printer: Printer) -> str:
    now = limits.binds.name if limits.binds is not None else ""
    others = [name for name in bound.names if name != now] or [now]
    return ", ".join(printer.say(name) for name in others)


def _changes(one: Deciding, limits: Binding, printer: Printer) -> Iterator[Markup]:
    if one.tried is None:
        yield printer.escape(printer.say(NOT_TRIED))
        return
    for bound in one.bounds:
        if bound.together:
            yield printer.sentence(Sentence(TOGETHER, {"other": words(bound.together)}))
        yield _binding(one, bound, limits, printer)
    for weight, text in CHANGES.items():
        turned = [turn for turn in one.turned if turn.weight is weight]
        if turned:
            yield printer.escape(f"{printer.say(text)}: {', '.join(t.rule for t in turned)}")
    if not one.decides:
        yield printer.escape(printer.say(ALONE))
        yield from _shared(one, limits, printer)


def _binding(one: Deciding, bound: Bound, limits: Binding, printer: Printer) -> Markup:
    key = bound_key(one.gap.path, bound)
    parts: dict[str, str | Say] = {
        "limit": Markup(printer.escape(_named(bound, limits, printer))),
        "low": Say(f"{key}.low", about=True),
        "high": Say(f"{key}.high", about=True),
    }
    if limits.binds is None:
        return printer.sentence(Sentence(FIRST, parts))
    if set(bound.names) <= {limits.binds.name}:
        return printer.sentence(Sentence(MOVED, parts))
    return printer.sentence(Sentence(IN_PLACE, {**parts, "now": limits.binds.name}))


def _shared(one: Deciding, limits: Binding, printer: Printer) -> Iterator[Markup]:
    """Say which limits lack so many figures that none of them changes anything alone."""
    for limit in limits.limits:
        if one.gap.path in limit.lacks and len(limit.lacks) > _A_PAIR:
            count = Markup(printer.escape(printer.language.count(len(limit.lacks))))
            yield printer.sentence(Sentence(MANY, {"limit": limit.name, "count": count}))


def _tried(tried: Credible | None, printer: Printer) -> Markup:
    if tried is None:
        return Markup("")
    if tried.ends is None:
        return printer.escape(printer.say(tried.reason))
    low, high = (_number(end, tried.unit, printer) for end in tried.ends)
    return printer.sentence(Sentence(TRIED, {"low": low, "high": high, "reason": tried.reason}))


def _number(number: float, unit: str, printer: Printer) -> Markup:
    language = printer.language
    if unit in ("share", "rate"):
        text = language.percent(number, places=0)
    elif unit == "money":
        text = language.money_in_words(number, own_currency(printer.profile))
    else:
        text = language.decimal(number, places=0)
    return Markup(printer.escape(text))


def lever_rows(levers: Iterable[Lever], printer: Printer) -> tuple[LeverRow, ...]:
    """Return what would lift the known limits: the one that binds first, the cheapest first."""
    return tuple(_lever(lever, printer) for lever in levers)


def _lever(lever: Lever, printer: Printer) -> LeverRow:
    key = lever_key(lever)
    unknown = printer.escape(printer.say(NO_COST))
    free = printer.escape(printer.say(NO_MONEY))
    each = free if lever.each == 0 else printer.figure(f"{key}.each")
    return LeverRow(
        limit=lever.limit,
        unit=lever.unit,
        people=printer.figure(f"{key}.people"),
        room=printer.figure(f"{key}.room") if lever.room is not None else printer.escape(""),
        until=_until(lever, printer),
        each=unknown if lever.each is None else each,
        cost=free if lever.each == 0 else printer.figure(f"{key}.cost"),
        has_cost=printer.has(f"{key}.cost"),
    )


def _until(lever: Lever, printer: Printer) -> Markup:
    if lever.until:
        return printer.sentence(Sentence(UNTIL, {"limit": lever.until}))
    return printer.escape(printer.say(NO_OTHER if lever.room is None else UNTIL_ALL))
