"""The section on Cambodia since the launch of November 2023."""

from __future__ import annotations

from tests.history.beyond import APPLIED, GRADUATED, first_pace
from tests.history.foreseen import in_cambodia, pushes
from tests.history.saying import prose, said, table

_STAGES = ("applied", "eligible", "selected", "started", "completed", "certified")
_FORECASTS = {
    "khm-2023-counted": "applicants held",
    "khm-2023-borrowed": "applicants fitted",
    "khm-2023-pace": "and completion 0% to 100%",
}
_SHOWN = 4
_KINDS = {
    "assumptions.accepted": "over all that is possible",
    "assumptions.demand_year": "fitted",
}


def cambodia() -> list[str]:
    """Return the section."""
    rows = [
        (
            stage, *(said(in_cambodia(name, stage)) for name in _FORECASTS),
            _happened(stage),
        )
        for stage in _STAGES
    ]  # fmt: skip
    driven = [
        (f"`{driver.key}`", _KINDS.get(driver.key, "borrowed"), f"{driver.paid:.0%}")
        for driver in pushes("khm-2023-borrowed")[:_SHOWN]
    ]
    return [
        "## Cambodia from November 2023",
        "",
        *prose(
            "On the day of the launch (khm-2023) there is no forecast: nobody had said how many"
            " would apply, and the announced 1.5 million are a target without a year. Kerja asks"
            " for `assumptions.demand_year` and stops."
        ),
        *prose(
            "One thing is therefore **fitted**: the pace at which people apply, from the counts of"
            " the first three months (11,610 by 10 December 2023, more than 27,000 in February"
            " 2024). **Borrowed** from Indonesia, whose courses were short and on line, are the"
            " shares found eligible, who take a course, who finish it, and who are paid. Taken"
            " **over all that is possible** is whether a place is given to whoever may have one;"
            " rounds are one a month, and there are places in training for all, as nothing was"
            " published of either. The rest is **predicted**, to 31 August 2025:"
        ),
        *table(("stage", *_FORECASTS.values(), "published"), rows, right="4"),
        *prose(
            "The count of graduates is held against `certified`. With the pace fitted, the band of"
            " graduates is about as wide as its middle: it holds the published number, and is not"
            " scored. With those who applied **held** as counted in August 2025 (khm-2023-counted),"
            " so that only what follows is predicted, it is narrower: it excludes that half of"
            " those who applied graduated, and that one in ten did. With nothing known of"
            " completion either, it says next to nothing."
        ),
        *prose(
            "Those who applied came to lie near the lower end of their band: the pace fell further."
            f" At that of the first 26 days alone {first_pace():,.0f} would have applied: one count"
            " cannot show that the first weeks were a rush."
        ),
        *prose(
            "What the spread of graduates with the pace fitted comes from, of the inputs that"
            " matter most (share of the variance that would go if the input were known). Whether"
            " places are rationed would narrow it more than anything else, and the programme knows:"
        ),
        *table(("input", "what it is", "of the spread"), driven, right="2"),
    ]


def _happened(stage: str) -> str:
    return {"applied": f"{APPLIED:,}", "certified": f"{GRADUATED:,}"}.get(stage, "")
