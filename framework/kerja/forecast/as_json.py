"""A forecast as plain data."""

from __future__ import annotations

from kerja.forecast.breaking import breaks
from kerja.forecast.forecasting import Forecast

Plain = str | int | float | None | list["Plain"] | dict[str, "Plain"]


def to_json(forecast: Forecast) -> dict[str, Plain]:
    """Return a forecast as data that a JSON writer takes: persons and money are means of the runs.

    Money is in units of `currency`.
    """
    scheme = forecast.scheme
    return {
        "first": scheme.calendar.first,
        "days": scheme.calendar.days,
        "currency": scheme.currency,
        "seed": forecast.seed,
        "runs": len(forecast.runs),
        "persons_a_simulated_one_stands_for": forecast.each,
        "world": [
            {"input": one.key, "value": float(value), "is_unknown": one.is_unknown}
            for one, value in zip(scheme.inputs, forecast.world.values, strict=True)
        ],
        "funnel": [
            {
                "stage": stage.name,
                "people": stage.people,
                "least": stage.least,
                "most": stage.most,
                "groups": dict(stage.groups),
            }
            for stage in forecast.stages
        ],
        "steps": [
            {
                "step": node.id,
                "begun": _mean([run.reached[at] for run in forecast.runs]),
                "usual": _mean([run.usual[at] for run in forecast.runs]),
                "late": _mean([run.late[at] for run in forecast.runs]),
            }
            for at, node in enumerate(scheme.nodes)
        ],
        "waits": dict(forecast.waits()),
        "rounds": _rounds(forecast),
        "cash_by_month": {month: dict(cash) for month, cash in forecast.cash_of_months().items()},
        "cash_by_fiscal_year": {
            name: dict(cash) for name, cash in forecast.cash_of_years().items()
        },
        "breaks": [
            {"day": one.day, "date": one.date.isoformat(), "what": one.what, "said": one.said}
            for one in breaks(forecast)
        ],
        "unknown": [
            {"path": one.path, "what": one.what, "taken": one.taken} for one in scheme.unknowns
        ],
        "assumed": list(scheme.assumed),
    }


def _rounds(forecast: Forecast) -> Plain:
    return [
        {
            "day": day,
            "opened": _mean([float(run.opened[number]) for run in forecast.runs]),
            "waiting": _mean([run.waiting[number] for run in forecast.runs]),
            "given": _mean([run.given[number] for run in forecast.runs]),
        }
        for number, day in enumerate(forecast.scheme.rounds.days)
    ]


def _mean(values: list[float]) -> float:
    return float(sum(values)) / len(values)
