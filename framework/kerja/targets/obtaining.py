"""Missing data and limits as plain data: what each would change, whom to ask, what would lift."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kerja.feasibility import Bound, Deciding, Lever, Limit, Turned
from kerja.feasibility.credible import Credible, text_of
from kerja.register import Register

Data = Mapping[str, object]


def data_to_obtain(found: Iterable[Deciding]) -> list[Data]:
    """Return the missing data in their order, those first that could change most."""
    return [_datum(one) for one in found]


def limit_data(limits: Iterable[Limit], levers: Iterable[Lever], register: Register) -> list[Data]:
    """Return the limits, the unknown ones included, with the figures they rest on."""
    ways = tuple(levers)
    return [
        {
            "name": limit.name,
            "standing": limit.standing.value,
            "persons": limit.persons,
            "formula": limit.formula,
            "inputs": list(limit.inputs),
            "terms": list(_terms(limit, register)),
            "lacks": list(limit.lacks),
            "lifts": limit.lifts,
            "levers": [_lever(way) for way in ways if way.limit == limit.name],
            "note": limit.note,
        }
        for limit in limits
    ]


def _datum(one: Deciding) -> Data:
    return {
        "path": one.gap.path,
        "state": one.gap.state,
        "unlocks": list(one.gap.unlocks),
        "tried": _tried(one.tried) if one.tried is not None else None,
        "changes": [*map(_bound, one.bounds), *map(_turned, one.turned)],
        "ask": one.ask,
        "published": one.published,
    }


def _tried(tried: Credible) -> Data:
    if tried.ends is None:
        return {"values": [text_of(value) for value in tried.values], "reason": tried.reason}
    low, high = tried.ends
    return {"low": low, "high": high, "unit": tried.unit, "reason": tried.reason}


def _bound(bound: Bound) -> Data:
    low, high = bound.people
    return {
        "what": "binding",
        "limits": list(bound.names),
        "people": {"low": low, "high": high},
        **({"only_together_with": bound.together} if bound.together else {}),
    }


def _turned(turned: Turned) -> Data:
    return {
        "what": turned.weight.name.lower(),
        "rule": turned.rule,
        "outcomes": [outcome.value for outcome in turned.outcomes],
    }


def _terms(limit: Limit, register: Register) -> Iterator[Data]:
    for path in limit.inputs:
        entry = register.get(path) or register.get(f"{path}.mode")
        if entry is not None:
            money = {"currency": entry.currency} if entry.currency else {}
            yield {"path": path, "number": entry.number, "unit": entry.unit, **money}


def _lever(way: Lever) -> Data:
    return {
        "raises": way.path,
        "unit": way.unit,
        "people": way.people,
        "until": way.until,
        "room": way.room,
        "cost_of_one_person": way.each,
        "cost": way.cost,
        "price": way.price,
    }
