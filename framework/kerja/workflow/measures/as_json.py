"""Measures as plain data with stable keys, ready to be written as JSON."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from kerja.workflow.measures.result import Measures

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def measures_to_json(measures: Measures) -> dict[str, Json]:
    """Return the measures under the names of their fields; what is not known is null.

    Bounds are {low, likeliest, high}; a `high` of null means that nothing known bounds it.
    """
    return {field.name: _plain(getattr(measures, field.name)) for field in fields(measures)}


def _plain(value: object) -> Json:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, (int, float)) else str(value)
