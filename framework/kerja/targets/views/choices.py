"""Rows of what can be chosen: options, limits, amounts near the programme, what was achieved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kerja.adaptation.sheet import words
from kerja.costing import Option
from kerja.feasibility import Limit
from kerja.profile import Profile
from kerja.targets.printing import Printer

Text = str | Markup


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year of an option."""

    number: str
    people: Text
    cost: Text


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option."""

    id: str
    title: str
    summary: str
    people: Text
    cost: Text
    dollars: Text
    who: str
    risks: str
    years: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One limit; `width` is its length in a bar chart, in percent of the longest."""

    name: str
    persons: Text
    standing: str
    note: str
    formula: str
    lifts: str
    lacks: str
    width: float


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of what was achieved."""

    name: str
    people: Text


@dataclass(frozen=True, slots=True)
class AmountRow:
    """Money near the programme."""

    what: str
    amount: Text
    years: str
    stage: str


def option_rows(options: Iterable[Option], printer: Printer) -> tuple[OptionRow, ...]:
    """Return the options as a table shows them."""
    return tuple(_option(option, printer) for option in options)


def _option(option: Option, printer: Printer) -> OptionRow:
    start = f"options[{option.id}]"
    people: Text = printer.figure(f"{start}.people")
    if option.people is None:
        people = printer.escape(printer.say("to be decided"))
    elif option.period == "year":
        people = people + type(people)("\u00a0") + printer.escape(printer.say("a year"))
    return OptionRow(
        id=option.id,
        title=option.title,
        summary=option.summary,
        people=people,
        cost=printer.figure(f"{start}.ceiling"),
        dollars=printer.figure(f"{start}.ceiling_usd"),
        who=", ".join(option.who_must_agree) or printer.say("to be decided"),
        risks="; ".join(option.risks),
        years=tuple(
            YearRow(
                printer.language.count(year.number),
                printer.figure(f"{start}.people_year"),
                printer.figure(f"{start}.ceiling_year"),
            )
            for year in option.by_year
        ),
    )


def partial_note(options: Iterable[Option], printer: Printer) -> str:
    """Say what keeps the cost of the options from being whole; empty if nothing does."""
    lacks = dict.fromkeys(path for option in options for path in option.lacks)
    if not lacks:
        return ""
    return (
        printer.say("These costs are partial. Still to be obtained")
        + ": "
        + "; ".join(printer.say(words(path)) for path in lacks)
        + "."
    )


@dataclass(frozen=True, slots=True)
class ReachRow:
    """What an option would reach: persons of each stage, from the lowest to the highest."""

    title: str
    places: Text
    purchased: Text
    completed: Text
    paid: Text


def reach_rows(options: Iterable[Option], printer: Printer) -> tuple[ReachRow, ...]:
    """Return the expected funnel of each option whose places are known."""
    return tuple(
        ReachRow(
            option.title,
            printer.figure(f"options[{option.id}].people"),
            *(_from_to(f"options[{option.id}].{stage}", printer) for stage in _FUNNEL),
        )
        for option in options
        if option.people is not None
    )


_FUNNEL = ("purchased", "completed", "paid")


def _from_to(key: str, printer: Printer) -> Markup:
    if not printer.has(f"{key}.low"):
        return printer.escape(printer.say("unknown"))
    ends = [printer.about(f"{key}.{end}") for end in ("low", "high")]
    return ends[0] + printer.escape("–") + ends[1]


def limit_rows(limits: Iterable[Limit], printer: Printer) -> tuple[LimitRow, ...]:
    """Return the limits as a table shows them."""
    listed = tuple(limits)
    longest = max((limit.persons or 0 for limit in listed), default=0) or 1
    return tuple(
        LimitRow(
            name=limit.name,
            persons=printer.figure(f"limits.{limit.name}"),
            standing=limit.standing.value,
            note=limit.note,
            formula=limit.formula,
            lifts=limit.lifts,
            lacks="; ".join(printer.say(words(path)) for path in limit.lacks),
            width=round(100 * (limit.persons or 0) / longest, 1),
        )
        for limit in listed
    )


def _years(text: str, printer: Printer) -> str:
    """Write the years of "2021-2025" in the calendar of the language."""
    return re.sub(r"\b[12][0-9]{3}\b", lambda y: printer.language.year(int(y[0])), text)


_STAGES = (
    "registered", "applied", "eligible", "accepted", "purchased", "studying", "completed",
    "graduated", "paid", "employed",
)  # fmt: skip


def stage_rows(printer: Printer) -> tuple[StageRow, ...]:
    """Return what was achieved so far, stage by stage."""
    start = "programme.actual."
    return tuple(
        StageRow(name, printer.figure(start + name))
        for name in _STAGES
        if printer.has(start + name)
    )


def context_rows(profile: Profile, printer: Printer) -> tuple[AmountRow, ...]:
    """Return the amounts near the programme that do not belong to it."""
    return tuple(
        AmountRow(
            what=item.what,
            amount=printer.figure(f"budget.context[{index}].amount"),
            years=_years(item.years or "", printer),
            stage=printer.say(item.stage or "not stated"),
        )
        for index, item in enumerate(profile.budget.context)
    )
