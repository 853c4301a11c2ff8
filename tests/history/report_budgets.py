"""The section on budgets: people × package, what offices left over, January 2023."""

from __future__ import annotations

from tests.history.beyond import FUNDED
from tests.history.budgets import (
    COUNTED,
    by_share,
    left_over,
    not_drawn,
    not_spent,
    packages,
    with_office,
)
from tests.history.ours import budget_line, each, in_period, indonesia, payable, year
from tests.history.saying import billion, prose, said, table, trillion
from tests.history.statistic import Band

_FACES = 5_500
"""Comparing faces, IDR a person, as proposed in 2020 (tempo-2020)."""
_OTHER_BUDGET_2023 = 4.6e12
"""Budget of 2023 as Antara gave it in September of that year, in IDR."""


def budgets() -> list[str]:
    """Return the section."""
    return [*_identities(), *_misses(), *_january()]


def _identities() -> list[str]:
    rows, faces = [], _with_faces()
    for number in COUNTED:
        whole, left = budget_line(f"{number}-revised"), left_over(number)
        people = in_period(f"year-{number}", "accepted")
        spent = not_spent(number)
        rows.append(
            (
                f"{number}", trillion(whole), f"{people:,.0f}", trillion(packages(number)),
                f"{whole / each('total'):,.0f}", billion(left), f"{left / whole:.1%}",
                billion(spent), billion(None if spent is None else left - spent),
                billion(not_drawn(number)),
            )
        )  # fmt: skip
    head = (
        "year", "budget, trillion", "recipients", "× package, trillion", "budget ÷ package",
        "left over, billion", "of the budget", "of it not spent", "of it unexplained",
        "incentives not drawn, billion",
    )  # fmt: skip
    return [
        "## Budgets of years against people × package",
        "",
        *prose(
            "An identity: nothing here is predicted, as recipients are known. What is left over is"
            " what the office cost, a reserve, and what was not spent, less what recipients did"
            " not draw. Of the four only money not spent was published and, to December 2021, the"
            " incentives paid. Amounts in rupiah."
        ),
        *table(head, rows, right="1 2 3 4 5 6 7 8 9"),
        *prose(
            f"Only one cost of the office was found: comparing faces, IDR {_FACES:,} a person as"
            f" proposed in 2020. For the people that the budget of that year pays for it is IDR"
            f" {billion(faces * _FACES)} billion, and the budget then pays for {faces:,.0f}"
            f" persons: it explains {faces * _FACES / left_over(2020):.0%} of what was left over."
        ),
    ]


def _misses() -> list[str]:
    package, second = indonesia("package.total"), budget_line("2023-top-up")
    topped = budget_line("2023-approved") + second
    more = indonesia("budget.lines[2023-top-up].people")
    total, planned = budget_line("2024-approved"), indonesia("budget.lines[2024-approved].people")
    return [
        *prose(
            "What earlier years left over is kept back as an amount, and not as a share of the"
            " budget: Kerja takes an office to cost so much a year. It mends 2022, does not mend"
            " 2021, and makes 2023 and 2024 worse. There nothing was left over, and the package is"
            " no longer what a place costs:"
        ),
        *prose(
            f"- 2023: the budget of IDR {trillion(topped)} trillion pays for"
            f" {topped / package:,.0f} places, and about 1,085,000 persons became recipients."
            f" Antara gave IDR {trillion(_OTHER_BUDGET_2023)} trillion, which would pay for"
            f" {_OTHER_BUDGET_2023 / package:,.0f}. The top-up of June is IDR"
            f" {second / more / 1e6:.2f} million for each of its {more:,.0f} persons, against a"
            f" package of {package / 1e6:.1f} million. Not explained.",
            indent="  ",
        ),
        *prose(
            f"- 2024: the budget was for {planned:,.0f} persons, IDR {total / planned / 1e6:.2f}"
            " million each. About 1.4 million became recipients by October (a difference of two"
            f" rounded counts: 1.3 to 1.5), which is IDR {total / 1.4e6 / 1e6:.2f} million each."
            " Either money was added or balances of training were not used; what is not used"
            " returns to the treasury, but neither amount was published. Not explained.",
            indent="  ",
        ),
        *prose(
            "- The forecasts of both years give the places announced (1.0 and 1.2 million) less"
            " those taken back too late to be offered again, and in some worlds of 2024 the last"
            " round, whose places the money left does not cover. More became recipients than had"
            " been announced: no input says so.",
            indent="  ",
        ),
        "",
    ]


def _january() -> list[str]:
    whole, kept = payable(year("idn-2023-01")), with_office("idn-2023-01-forecast")
    assert isinstance(kept, Band)
    total, package = budget_line("2023-approved"), indonesia("package.total")
    set_aside = total - FUNDED * package
    low, high = by_share("idn-2023-01-forecast")
    left = [left_over(number) for number in COUNTED]
    rows = [
        ("announced", f"{FUNDED:,}", f"{FUNDED / 1e6:.1%}", billion(set_aside), "the answer"),
        ("budget ÷ package", f"{whole:,.0f}", f"{whole / 1e6:.1%}", "0", "at most"),
        (
            "(budget - what earlier years left over) ÷ package", said(kept),
            f"{kept.middle / 1e6:.1%} ({kept.low / 1e6:.1%} to {kept.high / 1e6:.1%})",
            f"{billion(sum(left) / len(left))} ({billion(min(left))} to {billion(max(left))})",
            "prediction A",
        ),
        (
            "the same, as a share of the budget", f"{low:,.0f} to {high:,.0f}",
            f"{low / 1e6:.1%} to {high / 1e6:.1%}",
            f"{billion(total - high * package)} to {billion(total - low * package)}",
            "for comparison",
        ),
    ]  # fmt: skip
    return [
        "## January 2023: 595,000 funded of a million",
        "",
        *prose(
            f"IDR {trillion(total)} trillion were approved, a place costs IDR"
            f" {package / 1e6:.1f} million, and a million places were promised. Places funded ="
            " (budget - administration) ÷ package. The announced number leaves IDR"
            f" {billion(set_aside)} billion, {set_aside / total:.1%} of the budget, for the office,"
            " a reserve, and what else: that amount is read off the answer, and so an identity that"
            " explains nothing."
        ),
        *table(
            ("how", "places", "of a million", "kept back, billion", "what it is"),
            rows,
            right="1 2 3",
        ),
        *prose(
            f"IDR {billion(set_aside)} billion lie between the least and the most of earlier years"
            " as an amount, and beyond them as a share of the budget. An amount is how Kerja counts"
            " an office; but what came of both was known when it was chosen. That the middle is"
            f" {1 - kept.middle / FUNDED:.1%} too low, and how the amount divides into office,"
            " reserve and the rest, remains unexplained."
        ),
    ]


def _with_faces() -> float:
    return budget_line("2020-revised") / (each("total") + _FACES)
