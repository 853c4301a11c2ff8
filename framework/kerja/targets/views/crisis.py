"""What is said of options for a crisis: who declares it, its bounds, what was paid before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kerja.costing import Crisis, Option
from kerja.profile import Knowledge, Money
from kerja.register.bounded import CEILING, FACTOR, own_key
from kerja.targets.printing import UNKNOWN, Printer, Sentence
from kerja.targets.views.design import fact_word

Text = str | Markup


@dataclass(frozen=True, slots=True)
class CrisisRow:
    """What bounds one option for a crisis; `reach` says where the ceiling stops it."""

    id: str
    title: str
    trigger: str
    ceiling: Text
    reach: Markup
    is_partial: bool
    factor: Text
    precedents: tuple[Markup, ...]
    exit_rule: str


def crisis_rows(options: Sequence[Option], printer: Printer) -> tuple[CrisisRow, ...]:
    """Return the options that are the programme in a crisis."""
    return tuple(_row(one, one.crisis, printer) for one in options if one.crisis is not None)


def _row(option: Option, bounds: Crisis, printer: Printer) -> CrisisRow:
    return CrisisRow(
        id=option.id,
        title=option.title,
        trigger=fact_word(bounds.trigger, printer),
        ceiling=_ceiling(option, printer),
        reach=_reach(option, bounds, printer),
        is_partial=bounds.stops is False and bool(option.package.total.lacks),
        factor=_factor(option, printer),
        precedents=tuple(_precedents(printer)),
        exit_rule=fact_word(bounds.exit_rule, printer),
    )


def _ceiling(option: Option, printer: Printer) -> Text:
    key = own_key(option.id, CEILING, printer.register)
    if printer.has(key):
        return printer.figure(key)
    return printer.escape(printer.say(_state(option)))


def _state(option: Option) -> str:
    """Say what kind of not knowing the ceiling is."""
    asked = option.crisis.asked if option.crisis is not None else None
    return "to be decided" if asked is Knowledge.TO_DECIDE else UNKNOWN


def _reach(option: Option, bounds: Crisis, printer: Printer) -> Markup:
    """Say where the ceiling stops the option, or that what is known of its cost stays below."""
    start = f"options[{option.id}].crisis"
    people = printer.figure(f"{start}.people")
    cost = printer.figure(f"{start}.cost")
    if bounds.people_at_most is None:
        return printer.escape(printer.say("not known before ceiling and benefits are"))
    if bounds.stops is False:
        said = "stays below the ceiling: {cost} for all"
        return printer.sentence(Sentence(said, {"cost": cost}))
    if bounds.stops is None:
        return printer.sentence(
            Sentence("stops at the ceiling: at most {people} people", {"people": people})
        )
    return printer.sentence(
        Sentence(
            "stops at the ceiling: at most {people} people; all would cost {cost}",
            {"people": people, "cost": cost},
        )
    )


def _factor(option: Option, printer: Printer) -> Text:
    key = own_key(option.id, FACTOR, printer.register)
    if printer.has(key):
        return printer.figure(key)
    return printer.escape(printer.say("none stated: benefits as they are written"))


def _precedents(printer: Printer) -> Iterator[Markup]:
    """Yield what was paid in earlier crises, each with its months."""
    for number, earlier in enumerate(printer.profile.shock.precedents):
        key = f"shock.precedents[{number}].amount"
        parts = [printer.escape(earlier.what)]
        if isinstance(earlier.amount, Money) and printer.has(key):
            parts.append(printer.figure(key))
        if earlier.months:
            months = printer.language.count(earlier.months)
            parts.append(printer.sentence(Sentence("{count} months", {"count": months})))
        yield printer.escape(", ").join(parts)
