"""The 32 published statistics of Kartu Prakerja, each labelled before it was computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tests.countries import country
from tests.history.ours import (
    assumed,
    audited,
    benefits_of_budget,
    benefits_of_lines,
    budget_line,
    cash_out,
    days,
    each,
    estimates,
    in_period,
    indonesia,
    paid_of_purchased,
    payable,
    reoffered,
    year,
)

Value = float | str


class Label(StrEnum):
    """What a comparison with a published statistic can show. Only a prediction is scored."""

    INPUT = "input"
    IDENTITY = "identity"
    PREDICTION = "prediction"
    SIMULATION = "needs simulation"
    SURVEY = "survey answer"


@dataclass(frozen=True, slots=True)
class Part:
    """One published value. `accept` are the ends within which ours is taken as the same."""

    name: str
    published: Value
    accept: tuple[float, float] | None
    ours: Callable[[], Value]


@dataclass(frozen=True, slots=True)
class Statistic:
    """One row of the list. Without parts there is nothing to compare, and `how` says why."""

    number: int
    name: str
    label: Label
    how: str
    parts: tuple[Part, ...] = ()


def _near(published: float, tolerance: float) -> tuple[float, float]:
    return published * (1 - tolerance), published * (1 + tolerance)


def _yearly(number: int, published: float) -> Part:
    return Part(
        f"{number}", published, _near(published, 0.01), lambda: payable(year(f"idn-{number}"))
    )


STATISTICS = (
    Statistic(
        1, "eligible of applicants, one batch", Label.INPUT,
        "assumption `eligible` of the model, taken from this batch",
        (Part("batch 19", 0.608, (0.55, 0.67), lambda: assumed("eligible")),),
    ),
    Statistic(
        2, "accepted of eligible, one batch", Label.INPUT,
        "assumption `accepted` of the model, taken from this batch",
        (Part("batch 19", 0.331, (0.28, 0.40), lambda: assumed("accepted")),),
    ),
    Statistic(
        3, "accepted of applicants, the next batch", Label.PREDICTION,
        "shares of batch 19 (eligible × accepted), held against batch 20",
        (
            Part(
                "batch 20", 0.163, (0.15, 0.25),
                lambda: assumed("eligible") * assumed("accepted"),
            ),
        ),
    ),
    Statistic(
        4, "accepted of registrants in a year", Label.IDENTITY,
        "two published counts divided; to foresee it, people who try again must be simulated",
        (
            Part(
                "2022", 0.516, (0.48, 0.55),
                lambda: in_period("year-2022", "accepted") / in_period("year-2022", "registered"),
            ),
        ),
    ),
    Statistic(
        5, "accepted of applications, all years together", Label.IDENTITY,
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
        6, "places taken back because no course was taken", Label.INPUT,
        "1 - assumption `purchase`, taken from 2020",
        (Part("2020", 0.066, (0.05, 0.13), lambda: 1 - assumed("purchase")),),
    ),
    Statistic(
        7, "places taken back that are offered again", Label.INPUT,
        "a rule of the programme, as the journey has it",
        (Part("batch 22", "all", None, reoffered),),
    ),
    Statistic(
        8, "days to take the first course", Label.INPUT,
        "a rule of the programme, as the deadline of the step `choose_course`",
        (
            Part("2020-2022", 30, (30, 30), lambda: days("prakerja-2020", "choose_course")),
            Part("2023-2024", 15, (15, 15), lambda: days("prakerja-2023", "choose_course")),
        ),
    ),
    Statistic(
        9, "recipients of a year", Label.PREDICTION,
        "budget limit of the year: budget ÷ package, before reserve and administration",
        (
            _yearly(2020, 5_509_055),
            _yearly(2021, 5_931_574),
            _yearly(2022, 4_984_790),
        ),
    ),
    Statistic(
        10, "recipients of three years", Label.IDENTITY, "published counts added",
        (
            Part(
                "2020-2022", 16_425_419, (16_425_419, 16_425_419),
                lambda: sum(in_period(f"year-{y}", "accepted") for y in (2020, 2021, 2022)),
            ),
        ),
    ),
    Statistic(
        11, "recipients of a year, normal scheme", Label.PREDICTION,
        "budget limit of the year: budget ÷ package, before reserve and administration",
        (
            Part(
                "2023", 1_085_000, (1.07e6 * 0.95, 1.1e6 * 1.05),
                lambda: payable(year("idn-2023")),
            ),
            Part(
                "2024, to 3 October", 1_400_000, _near(1.4e6, 0.05),
                lambda: payable(country("idn")),
            ),
        ),
    ),
    Statistic(
        12, "batches of a year", Label.INPUT, "published counts; 2023 and 2024 are recalled",
        tuple(
            Part(f"{y}", n, (n, n), lambda y=y: in_period(f"year-{y}", "batches"))  # type: ignore[misc]
            for y, n in ((2020, 11), (2021, 11), (2022, 25), (2023, 15), (2024, 9))
        ),
    ),
    Statistic(
        13, "finished of accepted, while many still study", Label.IDENTITY,
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
        14, "paid of finished", Label.INPUT,
        "assumption `paid` of the model, taken from these counts",
        (Part("September 2021", 0.950, (0.93, 0.97), lambda: assumed("paid")),),
    ),
    Statistic(
        15, "paid of accepted, once all are through", Label.IDENTITY,
        "funnel, paid ÷ purchased; the assumption `completion` was derived from this figure",
        (Part("late 2022", 0.93, (0.90, 0.96), paid_of_purchased),),
    ),
    Statistic(
        16, "mean incentive of the highest possible", Label.IDENTITY,
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
        17, "budget that was spent", Label.IDENTITY, "two budget lines divided",
        tuple(
            Part(
                f"{y}", share, (0.98, 1.0),
                lambda y=y: budget_line(f"{y}-realised") / budget_line(f"{y}-revised"),  # type: ignore[misc]
            )
            for y, share in ((2020, 0.999), (2022, 0.991))
        ),
    ),
    Statistic(
        18, "recipients × package of the budget", Label.IDENTITY,
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
    Statistic(
        19, "e-wallets among the accounts paid to", Label.SURVEY,
        "held as `wallets.e_wallet_choice`, with both figures of the same event",
        (Part("2020", 0.765, (0.72, 0.81), lambda: indonesia("wallets.e_wallet_choice")),),
    ),
    Statistic(
        20, "had no account before", Label.SURVEY, "1 - assumption `linked_accounts` of each model",
        (
            Part("2020", 0.13, (0.11, 0.15), lambda: 1 - assumed("linked_accounts")),
            Part(
                "2023", 0.28, (0.25, 0.31),
                lambda: 1 - assumed("linked_accounts", model="prakerja-2023"),
            ),
        ),
    ),
    Statistic(
        21, "newly identified at a provider, of recipients", Label.INPUT, "stands in a note only"
    ),
    Statistic(
        22, "days from certificate and review to the money", Label.SIMULATION,
        "the 95th of 100 needs the payment queue; the rule of 4 to 6 days is held as a deadline",
    ),
    Statistic(
        23, "cash out at once", Label.SURVEY, "held as `wallets.cash_out_dominant`",
        (Part("2022", "most", None, cash_out),),
    ),
    Statistic(24, "say that their skills improved", Label.SURVEY, "an opinion; not held"),
    Statistic(25, "used the incentive for daily needs, for business", Label.SURVEY, "not held"),
    Statistic(
        26, "working before, and two months after", Label.SURVEY,
        "before and after, not a cause; held as text and never computed with",
        (
            Part(
                "2024", "shown", None,
                lambda: estimates("39%", "55%", model="prakerja-2023"),
            ),
        ),
    ),
    Statistic(
        27, "effect on work", Label.INPUT,
        "the null estimate and the favourable one, both held and always shown together",
        (
            Part(
                "2020 cohort", "shown", None,
                lambda: estimates("not detectable", "+4.7", model="prakerja-2020"),
            ),
        ),
    ),
    Statistic(
        28, "effect on income", Label.INPUT, "matching on the survey of 2023, beside the null one",
        (
            Part(
                "2023", "shown", None,
                lambda: estimates("not detectable", "+3.3%", model="prakerja-2023"),
            ),
        ),
    ),
    Statistic(
        29, "women, persons with a disability", Label.INPUT,
        "published shares; the 212 poorest regencies are not held",
        (
            Part("women", 0.51, (0.50, 0.52), lambda: indonesia("programme.actual.women_share")),
            Part(
                "disability", 0.03, (0.02, 0.04),
                lambda: indonesia("programme.actual.disability_share"),
            ),
        ),
    ),
    Statistic(
        30, "not entitled among recipients, as audited", Label.IDENTITY,
        "persons in the audit ÷ recipients; the recipients of all 2023 were not published",
        (Part("2021", 0.02, (0.01, 0.06), audited),),
    ),
    Statistic(
        31, "courses that pass the assessment", Label.IDENTITY, "published counts divided",
        (
            Part(
                "second half of 2021", 0.275, (0.20, 0.35),
                lambda: indonesia("training.courses_accepted")
                / indonesia("training.courses_proposed"),
            ),
        ),
    ),
    Statistic(32, "courses that nobody took", Label.INPUT, "stands in notes only"),
)  # fmt: skip
"""All rows, in the order of the published list."""
