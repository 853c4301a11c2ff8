"""A forecast, or the answer to a question asked backwards, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from kerja.forecast.breaking import breaks
from kerja.forecast.forecasting import Forecast
from kerja.forecast.grounding import Ground
from kerja.forecast.scheme import Scheme
from kerja.forecast.solving import Solution
from kerja.forecast.swings import Swings
from kerja.forecast.uncertainty import Band, Bands
from kerja.forecast.world import base_values

Plain = str | int | float | None | list["Plain"] | dict[str, "Plain"]


def to_json(forecast: Forecast) -> dict[str, Plain]:
    """Return a forecast as data that a JSON writer takes.

    Money is in units of `currency`. `bands` and `swings` are of many worlds, None if there are
    none; all else are means of the runs in the base world.
    """
    scheme = forecast.scheme
    return {
        "first": scheme.calendar.first,
        "days": scheme.calendar.days,
        "currency": scheme.currency,
        "seed": forecast.seed,
        "runs": len(forecast.runs),
        "persons_a_simulated_one_stands_for": forecast.each,
        "world": _inputs(scheme, forecast.world.values, forecast.grounds),
        "bands": _bands(forecast.bands) if forecast.bands is not None else None,
        "swings": _swings(forecast.swings) if forecast.swings is not None else None,
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


def solution_to_json(
    solution: Solution, scheme: Scheme, resting: Sequence[Ground]
) -> dict[str, Plain]:
    """Return the answer to a question asked backwards as data, with the inputs it was found over.

    What is missing is None. `resting` says what each input of the scheme rests on.
    """
    return {
        **asdict(solution),
        "reason": solution.reason or None,
        "currency": scheme.currency,
        "world": _inputs(scheme, base_values(scheme), resting),
    }


def _inputs(scheme: Scheme, values: Iterable[float], resting: Sequence[Ground]) -> Plain:
    """Return every uncertain input: the value taken, its ends, and what they rest on."""
    grounds = {one.key: asdict(one) for one in resting}
    return [
        {
            "input": one.key,
            "value": float(value),
            "low": float(one.range.low),
            "mode": None if one.range.mode is None else float(one.range.mode),
            "high": float(one.range.high),
            "unit": one.unit,
            "shape": one.shape,
            "is_unknown": one.is_unknown,
            "ground": grounds.get(one.key),
        }
        for one, value in zip(scheme.inputs, values, strict=True)
    ]


def _bands(bands: Bands) -> dict[str, Plain]:
    return {
        "worlds": bands.worlds,
        "seed": bands.seed,
        "stages": _named(bands.stages),
        "in_line": _named(bands.in_line),
        "months": _named(bands.months),
        "years": _named(bands.years),
        "kinds": _named(bands.kinds),
        "total": _band(bands.total),
        "budget_holds": bands.budget_holds,
        "paid_stage": bands.paid_stage,
        "drivers": [asdict(one) for one in bands.drivers],
    }


def _swings(swings: Swings) -> Plain:
    return {
        "cash": swings.cash,
        "paid": swings.paid,
        "swings": [asdict(one) for one in swings.swings],
    }


def _named(bands: Mapping[str, Band]) -> Plain:
    return {name: _band(band) for name, band in bands.items()}


def _band(band: Band) -> Plain:
    return {"low": band.low, "middle": band.middle, "high": band.high}


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
