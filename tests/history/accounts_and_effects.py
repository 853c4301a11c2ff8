"""Rows 19 to 32 of the published list: accounts, surveys, effects, audits, courses."""

from __future__ import annotations

from tests.history.ours import assumed, audited, cash_out, estimates, indonesia
from tests.history.statistic import Part, Statistic

ROWS = (
    Statistic(
        "19", "e-wallets among the accounts paid to",
        "held as `wallets.e_wallet_choice`, with both figures of the same event",
        (Part("2020", 0.765, (0.72, 0.81), lambda: indonesia("wallets.e_wallet_choice")),),
    ),
    Statistic(
        "20", "had no account before",
        "1 - assumption `linked_accounts` of each model",
        (
            Part("2020", 0.13, (0.11, 0.15), lambda: 1 - assumed("linked_accounts")),
            Part(
                "2023", 0.28, (0.25, 0.31),
                lambda: 1 - assumed("linked_accounts", model="prakerja-2023"),
            ),
        ),
    ),
    Statistic(
        "21", "newly identified at a provider, of recipients",
        "stands in a note only",
    ),
    Statistic(
        "22", "days from certificate and review to the money",
        "the published figure is the rule, 1 day and 3 to 5 working days (8 days at most, a weekend"
        " counted), and Kerja holds the rule as the time that a payment takes. What people waited"
        " was not published, nor how many payments a day a provider makes (one instruction of OVO"
        " held 100,000), nor how long a failed one takes: there is nothing to compute the queue"
        " from and nothing to hold it against",
    ),
    Statistic(
        "23", "cash out at once",
        "held as `wallets.cash_out_dominant`",
        (Part("2022", "most", None, cash_out),),
    ),
    Statistic("24", "say that their skills improved", "an opinion; not held"),
    Statistic("25", "used the incentive for daily needs, for business", "not held"),
    Statistic(
        "26", "working before, and two months after",
        "before and after, not a cause; held as text and never computed with",
        (
            Part(
                "2024", "shown", None,
                lambda: estimates("39%", "55%", model="prakerja-2023"),
            ),
        ),
    ),
    Statistic(
        "27", "effect on work",
        "the null estimate and the favourable one, both held and always shown together",
        (
            Part(
                "2020 cohort", "shown", None,
                lambda: estimates("not detectable", "+4.7", model="prakerja-2020"),
            ),
        ),
    ),
    Statistic(
        "28", "effect on income",
        "matching on the survey of 2023, beside the null one",
        (
            Part(
                "2023", "shown", None,
                lambda: estimates("not detectable", "+3.3%", model="prakerja-2023"),
            ),
        ),
    ),
    Statistic(
        "29", "women, persons with a disability",
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
        "30", "not entitled among recipients, as audited",
        "persons in the audit ÷ recipients; the recipients of all 2023 were not published",
        (Part("2021", 0.02, (0.01, 0.06), audited),),
    ),
    Statistic(
        "31", "courses that pass the assessment",
        "published counts divided",
        (
            Part(
                "second half of 2021", 0.275, (0.20, 0.35),
                lambda: indonesia("training.courses_accepted")
                / indonesia("training.courses_proposed"),
            ),
        ),
    ),
    Statistic("32", "courses that nobody took", "stands in notes only"),
)  # fmt: skip
