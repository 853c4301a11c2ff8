"""Rows of costs beside benefits: each published effect, favourable or null, in three accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kerja.costing import Appraisal, Option, Verdict
from kerja.costing.estimates import ESTIMANDS, OFFERED
from kerja.targets.printing import Printer, Say, Sentence

Text = str | Markup


@dataclass(frozen=True, slots=True)
class WorthRow:
    """One estimate against the cost of a year of one option.

    `ratio` counts cash as a transfer, `ratio_to_spending` as if it were used up. `gain` is that of
    a month, and `years` the time, at which the economy's account is zero.
    """

    estimate: str
    estimand: str
    participant: Text
    government: Text
    economy: Text
    job: Text
    ratio: Text
    ratio_to_spending: Text
    gain: Text
    years: Text


@dataclass(frozen=True, slots=True)
class WorthOfOption:
    """Every estimate against one option.

    `incomes` are the rows of estimates that speak of income, `jobs` of those that speak of work; a
    null one may be in both. `readings` say the switching values that could be computed. While
    `is_partial`, ratios are too high and switching values too low.
    """

    title: str
    incomes: tuple[WorthRow, ...]
    jobs: tuple[WorthRow, ...]
    readings: tuple[Markup, ...]
    is_partial: bool


def worth_rows(options: Iterable[Option], printer: Printer) -> tuple[WorthOfOption, ...]:
    """Return the options that have estimates; what is not known or not defined says so."""
    return tuple(_option(option, printer) for option in options if option.appraisals)


def _option(option: Option, printer: Printer) -> WorthOfOption:
    rows = tuple((one, _row(option.id, one, printer)) for one in option.appraisals)
    return WorthOfOption(
        title=option.title,
        incomes=tuple(row for one, row in rows if one.estimate.speaks_of_income),
        jobs=tuple(row for one, row in rows if one.estimate.points is not None),
        readings=_readings(option, printer),
        is_partial=option.costing.is_partial,
    )


def _row(option: str, appraisal: Appraisal, printer: Printer) -> WorthRow:
    start = _start(option, appraisal)
    null = (printer.say("no detectable effect"),) if appraisal.estimate.is_null else ()
    return WorthRow(
        estimate="; ".join((appraisal.estimate.outcome, *null)),
        estimand=printer.say(_who(appraisal.estimand)),
        participant=printer.figure(f"{start}participant"),
        government=printer.figure(f"{start}government"),
        economy=printer.figure(f"{start}economy"),
        job=_job(f"{start}cost_of_a_job", appraisal, printer),
        ratio=_verdict(f"{start}ratio", appraisal.ratio, printer),
        ratio_to_spending=_verdict(
            f"{start}ratio_to_spending", appraisal.ratio_to_spending, printer
        ),
        gain=_verdict(f"{start}switching_gain", appraisal.switching_gain, printer),
        years=_verdict(f"{start}switching_years", appraisal.switching_years, printer),
    )


def _start(option: str, appraisal: Appraisal) -> str:
    return f"costs[{option}].appraisals[{appraisal.estimate.id}].{appraisal.estimand}."


def _who(estimand: str) -> str:
    return "all who are offered a place" if estimand == OFFERED else "those who take it up"


# Without an effect there is no number, however large: it is never printed as infinity.
_UNDEFINED = {
    "not defined: without a gain no time is long enough": "undefined: no effect",
    "not defined: no effect on work was detectable": "undefined: no effect",
    "not defined: others lose all that is gained": "undefined: others lose all that is gained",
    "not defined: the gain fades before it is worth its cost": "undefined: the gain fades too soon",
    "not defined: nothing is used up": "undefined: nothing is used up",
}


def _verdict(key: str, verdict: Verdict, printer: Printer) -> Markup:
    """Print a number, or in words why there is none."""
    if verdict.value is not None or verdict.why.startswith("not known"):
        return printer.figure(key)
    return printer.escape(printer.say(_UNDEFINED.get(verdict.why, verdict.why)))


def _job(key: str, appraisal: Appraisal, printer: Printer) -> Markup:
    if appraisal.estimate.points is None:
        return printer.escape("")
    return _verdict(key, appraisal.cost_of_a_job, printer)


def _readings(option: Option, printer: Printer) -> tuple[Markup, ...]:
    """Say what must hold for the programme to pay for itself, as far as that is computed."""
    gains = [
        next(
            (one for one in option.appraisals if one.estimand == each and one.switching_gain.value),
            None,
        )
        for each in ESTIMANDS
    ]
    lasting = [one for one in option.appraisals if one.switching_years.value]
    return (
        *(_gain(option.id, one, printer) for one in gains if one is not None),
        *(_years(option.id, one, printer) for one in lasting),
    )


def _gain(option: str, appraisal: Appraisal, printer: Printer) -> Markup:
    sentence = Sentence(
        "Taken as the effect on {who}: the programme pays for itself only if the income of each "
        "of them rises by at least {gain} a month in the first year.",
        {
            "who": _who(appraisal.estimand),
            "gain": Say(_start(option, appraisal) + "switching_gain"),
        },
    )
    return printer.sentence(sentence)


def _years(option: str, appraisal: Appraisal, printer: Printer) -> Markup:
    sentence = Sentence(
        "Taken as the effect on {who}: the programme pays for itself only if the effect "
        "“{effect}” lasts at least {years} years.",
        {
            "who": _who(appraisal.estimand),
            "effect": printer.escape(appraisal.estimate.outcome),
            "years": Say(_start(option, appraisal) + "switching_years"),
        },
    )
    return printer.sentence(sentence)
