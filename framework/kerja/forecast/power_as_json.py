"""The power of an evaluation as plain data for JSON."""

from __future__ import annotations

import math
from dataclasses import fields, is_dataclass

from kerja.forecast.power import Power
from kerja.forecast.power_cases import Bound


def to_json(found: Power) -> dict[str, object]:
    """Return maps and lists; null where no effect can be seen or no sample is enough.

    A lean is "", "at least", "at most" (of an effect or of persons; a chance leans the other way)
    or "as if".
    """
    plain = {field.name: _plain(getattr(found, field.name)) for field in fields(found)}
    return plain | {"inputs": [_plain(one) for one in found.inputs.all]}


def _plain(value: object) -> object:
    if isinstance(value, Bound):
        return value.word
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        if names is not None:
            return {name: _plain(getattr(value, name)) for name in names}
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
