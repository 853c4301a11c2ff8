"""Rows 1 to 18 of the published list: applicants, recipients, batches, payments, budgets."""

from __future__ import annotations

from tests.countries import country
from tests.history.budgets import with_office
from tests.history.foreseen import accepted_of_registrants, recipients
from tests.history.ours import (
    assumed,
    benefits_of_budget,
    benefits_of_lines,
    budget_line,
    days,
    each,
    in_period,
    indonesia,
    paid_of_purchased,
    payable,
    reoffered,
    year,
)
from tests.history.statistic import Part, Statistic, near

SHARES = "shares of the batch before"
WHOLE = "whole budget ÷ package"
OFFICE = "less what earlier years left over"
FORECAST = "forecast"


def _yearly(number: int, published: float) -> tuple[Part, ...]:
    """Return the parts of a year of the first scheme. Before 2020 no year left anything over."""
    accept, name = near(published, 0.01), f"idn-{number}"
    return (
        Part(f"{number}", published, accept, lambda: payable(year(name)), way=WHOLE),
        *(
            [Part(f"{number}", published, accept, lambda: with_office(f"{name}-forecast"), OFFICE)]
            if number > 2020
            else []
        ),
        Part(f"{number}", published, accept, lambda: recipients(number), way=FORECAST),
    )


def _normal(
    period: str, published: float, accept: tuple[float, float], *, name: str
) -> tuple[Part, ...]:
    number = int(name[-4:])
    whole = country("idn") if number == 2024 else year(name)
    return (
        Part(period, published, accept, lambda: payable(whole), way=WHOLE),
        Part(period, published, accept, lambda: with_office(f"{name}-forecast"), way=OFFICE),
        Part(period, published, accept, lambda: recipients(number), way=FORECAST),
    )


ROWS = (
    Statistic(
        "1", "eligible of applicants, one batch",
        "assumption `eligible` of the model, taken from this batch",
        (Part("batch 19", 0.608, (0.55, 0.67), lambda: assumed("eligible")),),
    ),
    Statistic(
        "2", "accepted of eligible, one batch",
        "assumption `accepted` of the model, taken from this batch",
        (Part("batch 19", 0.331, (0.28, 0.40), lambda: assumed("accepted")),),
    ),
    Statistic(
        "3", "accepted of applicants, the next batch",
        "fitted: shares of batch 19 (eligible × accepted). Predicted: batch 20",
        (
            Part(
                "batch 20", 0.163, (0.15, 0.25),
                lambda: assumed("eligible") * assumed("accepted"), way=SHARES,
            ),
        ),
    ),
    Statistic(
        "4", "accepted of registrants in a year",
        "held: registrants, budget and number of rounds of 2022. Fitted on other years: who is"
        " eligible, given a place, takes a course. People who are not drawn try again in every"
        " round. The same run as row 9",
        (
            Part(
                "2022", 0.516, (0.48, 0.55), lambda: accepted_of_registrants(2022), way=FORECAST
            ),
        ),
    ),
    Statistic(
        "5", "accepted of applications, all years together",
        "published counts divided",
        (
            Part(
                "to December 2021", 0.145, (0.12, 0.17),
                lambda: (
                    in_period("year-2020", "accepted") + in_period("year-2021", "accepted")
                ) / indonesia("programme.actual.applied"),
            ),
        ),
    ),
    Statistic(
        "6", "places taken back because no course was taken",
        "1 - assumption `purchase`, taken from 2020",
        (Part("2020", 0.066, (0.05, 0.13), lambda: 1 - assumed("purchase")),),
    ),
    Statistic(
        "7", "places taken back that are offered again",
        "a rule of the programme, as the journey has it",
        (Part("batch 22", "all", None, reoffered),),
    ),
    Statistic(
        "8", "days to take the first course",
        "a rule of the programme, as the deadline of the step `choose_course`",
        (
            Part("2020-2022", 30, (30, 30), lambda: days("prakerja-2020", "choose_course")),
            Part("2023-2024", 15, (15, 15), lambda: days("prakerja-2023", "choose_course")),
        ),
    ),
    Statistic(
        "9", "recipients of a year",
        "held: budget, package, number of rounds, published places of a round. Fitted on other"
        " years: what offices left over, who is eligible and takes a course",
        (*_yearly(2020, 5_509_055), *_yearly(2021, 5_931_574), *_yearly(2022, 4_984_790)),
    ),
    Statistic(
        "10", "recipients of three years",
        "published counts added",
        (
            Part(
                "2020-2022", 16_425_419, (16_425_419, 16_425_419),
                lambda: sum(in_period(f"year-{y}", "accepted") for y in (2020, 2021, 2022)),
            ),
        ),
    ),
    Statistic(
        "11", "recipients of a year, normal scheme",
        "held: budget, package, number of rounds, places announced. Fitted on other years: what"
        " offices left over, who is eligible and takes a course. The published numbers are"
        " differences of rounded ones; the whole of 2024 is held against its first nine months",
        (
            *_normal("2023", 1_085_000, (1.07e6 * 0.95, 1.1e6 * 1.05), name="idn-2023"),
            *_normal("2024, to 3 October", 1_400_000, near(1.4e6, 0.05), name="idn-2024"),
        ),
    ),
    Statistic(
        "12", "batches of a year",
        "published counts; 2023 and 2024 are recalled",
        tuple(
            Part(f"{y}", n, (n, n), lambda y=y: in_period(f"year-{y}", "batches"))  # type: ignore[misc]
            for y, n in ((2020, 11), (2021, 11), (2022, 25), (2023, 15), (2024, 9))
        ),
    ),
    Statistic(
        "13", "finished of accepted, while many still study",
        "published counts divided; also the lowest value of the assumption `completion`",
        (
            Part(
                "September 2021", 0.744, (0.70, 0.80),
                lambda: in_period("batches-12-19", "completed")
                / in_period("batches-12-19", "accepted"),
            ),
        ),
    ),
    Statistic(
        "14", "paid of finished",
        "assumption `paid` of the model, taken from these counts",
        (Part("September 2021", 0.950, (0.93, 0.97), lambda: assumed("paid")),),
    ),
    Statistic(
        "15", "paid of accepted, once all are through",
        "funnel, paid ÷ purchased; the assumption `completion` was derived from this figure",
        (Part("late 2022", 0.93, (0.90, 0.96), paid_of_purchased),),
    ),
    Statistic(
        "16", "mean incentive of the highest possible",
        "incentives ÷ persons paid ÷ cash of the package",
        (
            Part(
                "to September 2022", 0.933, (0.88, 0.96),
                lambda: in_period("to-2022-09", "spent")
                / in_period("to-2022-09", "paid")
                / each("cash_total"),
            ),
        ),
    ),
    Statistic(
        "17", "budget that was spent",
        "two budget lines divided",
        tuple(
            Part(
                f"{y}", share, (0.98, 1.0),
                lambda y=y: budget_line(f"{y}-realised") / budget_line(f"{y}-revised"),  # type: ignore[misc]
            )
            for y, share in ((2020, 0.999), (2022, 0.991))
        ),
    ),
    Statistic(
        "18", "recipients × package of the budget",
        "row 9 read the other way, and so not scored twice",
        (
            *(
                Part(f"{y}", share, (0.93, 1.0), lambda y=y: benefits_of_budget(y))  # type: ignore[misc]
                for y, share in ((2020, 0.978), (2021, 0.993), (2022, 0.984))
            ),
            Part(
                "2023, approved", 0.936, (0.931, 0.941),
                lambda: benefits_of_lines("2023-approved"),
            ),
            Part(
                "2023, topped up", 1.004, (0.999, 1.009),
                lambda: benefits_of_lines("2023-approved", "2023-top-up"),
            ),
            Part("2024", 1.05, (1.045, 1.055), lambda: benefits_of_lines("2024-approved")),
        ),
    ),
)  # fmt: skip
