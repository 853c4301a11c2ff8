"""What is held against history beyond the list: January 2023, and Cambodia since its launch."""

from __future__ import annotations

from datetime import date

from tests.history.budgets import with_office
from tests.history.foreseen import LAST, in_cambodia
from tests.history.ours import payable, year
from tests.history.people_and_money import FORECAST, OFFICE, WHOLE
from tests.history.statistic import Part, Statistic, near

FIRST_COUNT = "pace of the first count"
COUNTED = "forecast, applicants held"
BORROWED = "forecast, applicants fitted"
OPEN = "forecast, applicants fitted, completion 0% to 100%"

FUNDED = 595_000
APPLIED = 140_981
GRADUATED = 56_682


def first_pace() -> float:
    """Return applicants to August 2025 if all came as fast as the 11,610 of the first weeks."""
    launch = date(2023, 11, 14)
    counted, last = date(2023, 12, 10), date.fromisoformat(LAST)
    return 11_610 / (counted - launch).days * ((last - launch).days + 1)


ROWS = (
    Statistic(
        "A", "places that the budget pays for",
        "held: budget, package, promise of a million places. Fitted on 2020-2022: what offices"
        " left over",
        (
            Part(
                "January 2023", FUNDED, near(FUNDED, 0.05),
                lambda: payable(year("idn-2023-01")), way=WHOLE,
            ),
            Part(
                "January 2023", FUNDED, near(FUNDED, 0.05),
                lambda: with_office("idn-2023-01-forecast"), way=OFFICE,
            ),
        ),
    ),
    Statistic(
        "B", "applied in Cambodia",
        "fitted: the pace at which people apply, on one count or on two. Predicted: the rest",
        (
            Part("August 2025", APPLIED, near(APPLIED, 0.05), first_pace, way=FIRST_COUNT),
            Part(
                "August 2025", APPLIED, None,
                lambda: in_cambodia("khm-2023-borrowed", "applied"), way=FORECAST,
            ),
        ),
    ),
    Statistic(
        "C", "graduated in Cambodia",
        "held: who applied; or fitted: the pace at which people apply, on two counts. Borrowed: the"
        " shares of Indonesia. Over all that is possible: who is given a place",
        (
            Part(
                "August 2025", GRADUATED, None,
                lambda: in_cambodia("khm-2023-counted", "certified"), way=COUNTED,
            ),
            Part(
                "August 2025", GRADUATED, None,
                lambda: in_cambodia("khm-2023-borrowed", "certified"), way=BORROWED,
            ),
            Part(
                "August 2025", GRADUATED, None,
                lambda: in_cambodia("khm-2023-pace", "certified"), way=OPEN,
            ),
        ),
    ),
)  # fmt: skip
