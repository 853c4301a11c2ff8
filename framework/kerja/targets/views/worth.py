"""Rows of costs beside benefits: each published effect, favourable or null, in three accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kerja.costing import Appraisal, Option
from kerja.costing.estimates import OFFERED
from kerja.targets.printing import Printer

Text = str | Markup


@dataclass(frozen=True, slots=True)
class WorthRow:
    """One estimate against the cost of a year of one option."""

    estimate: str
    estimand: str
    participant: Text
    government: Text
    economy: Text
    job: Text


@dataclass(frozen=True, slots=True)
class WorthOfOption:
    """Every estimate against one option."""

    title: str
    rows: tuple[WorthRow, ...]


def worth_rows(options: Iterable[Option], printer: Printer) -> tuple[WorthOfOption, ...]:
    """Return the options that have estimates; what is not known or not defined says so."""
    return tuple(
        WorthOfOption(
            option.title, tuple(_row(option.id, one, printer) for one in option.appraisals)
        )
        for option in options
        if option.appraisals
    )


def _row(option: str, appraisal: Appraisal, printer: Printer) -> WorthRow:
    start = f"costs[{option}].appraisals[{appraisal.estimate.id}].{appraisal.estimand}."
    is_null = appraisal.estimate.is_null
    null = (printer.say("no detectable effect"),) if is_null else ()
    offered = appraisal.estimand == OFFERED
    job = f"{start}cost_of_a_job"
    return WorthRow(
        estimate="; ".join((appraisal.estimate.outcome, *null)),
        estimand=printer.say("all who are offered a place" if offered else "those who take it up"),
        participant=printer.figure(f"{start}participant"),
        government=printer.figure(f"{start}government"),
        economy=printer.figure(f"{start}economy"),
        # Without an effect nobody more is at work: the cost of one is not a number.
        job=printer.escape(printer.say("not defined")) if is_null else printer.figure(job),
    )
