"""A plan as plain data for JSON."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum

from kerja.comparison.plan import DecisionChange, Difference, Plan
from kerja.findings import Place


def to_json(plan: Plan) -> dict[str, object]:
    """Return a plan as maps and lists; empty lists say that nothing differs.

    A place is file, line and column; a difference has its `ratio`, a decision its `effect`.
    """
    return {field.name: _plain(getattr(plan, field.name)) for field in fields(plan)}


def _plain(value: object) -> object:
    if isinstance(value, Place):
        return {"file": value.file, "line": value.line, "column": value.column}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        own = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return own | _reckoned(value)
    return value


def _reckoned(value: object) -> dict[str, object]:
    if isinstance(value, Difference):
        return {"ratio": value.ratio}
    return {"effect": value.effect} if isinstance(value, DecisionChange) else {}
