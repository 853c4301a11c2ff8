"""Conditions and values of a process as one tree, from which every dialect is printed."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

Scalar = str | int | float
Given = str | int | float | datetime | None
Operator = Literal["=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Variable:
    """The value that a variable has."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A text or a number. Yes and no are texts: each dialect writes truth in its own way."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Comparison:
    """`left` compared with `right`; there is no "not equal", which a missing value would meet."""

    left: Expression
    operator: Operator
    right: Expression


@dataclass(frozen=True, slots=True)
class OneOf:
    """The subject is one of the values."""

    subject: Variable
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The subject is from `low` to `high`, both included."""

    subject: Variable
    low: int | float
    high: int | float


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """Two numbers added."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Later:
    """The moment of evaluation and so many days, as a date with time."""

    days: float


Expression = Variable | Constant | Comparison | OneOf | Between | Every | Some | Sum | Later
Test = Comparison | OneOf | Between
"""What a cell of a decision table can ask of one variable."""

_HOLDS: Mapping[Operator, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def evaluate(
    expression: Expression, values: Mapping[str, Given], *, now: datetime | None = None
) -> Given | bool:
    """Return the value of an expression.

    What is missing, or of another type than it is compared with, meets no condition.

    >>> evaluate(Comparison(Variable("age"), "<", Constant(18)), {"age": None})
    False
    """
    match expression:
        case Variable(name):
            return values.get(name)
        case Constant(value):
            return value
        case Every(parts):
            return all(evaluate(part, values, now=now) for part in parts)
        case Some(parts):
            return any(evaluate(part, values, now=now) for part in parts)
        case OneOf(Variable(name), allowed):
            return any(_holds(values.get(name), "=", one) for one in allowed)
        case Between(Variable(name), low, high):
            return _holds(values.get(name), ">=", low) and _holds(values.get(name), "<=", high)
        case Comparison(left, how, right):
            return _holds(evaluate(left, values, now=now), how, evaluate(right, values, now=now))
        case Sum(left, right):
            return _sum(evaluate(left, values, now=now), evaluate(right, values, now=now))
        case Later(days):
            return None if now is None else now + timedelta(days=days)


def subject(test: Test) -> str:
    """Return the name of the variable that a cell asks about."""
    asked = test.left if isinstance(test, Comparison) else test.subject
    assert isinstance(asked, Variable)
    return asked.name


def any_of(parts: tuple[Expression, ...]) -> Expression:
    """Return an expression that holds if one of the parts does; a single part is itself."""
    return parts[0] if len(parts) == 1 else Some(parts)


def all_of(parts: tuple[Expression, ...]) -> Expression:
    """Return an expression that holds if all parts do; a single part is itself."""
    return parts[0] if len(parts) == 1 else Every(parts)


def iso_duration(days: float) -> str:
    """Return days as an ISO 8601 duration, whole days as such, parts of them in minutes.

    >>> iso_duration(15), iso_duration(1.5)
    ('P15D', 'P1DT720M')
    """
    whole = int(days)
    minutes = round((days - whole) * 24 * 60)
    date = f"{whole}D" if whole or not minutes else ""
    return f"P{date}T{minutes}M" if minutes else f"P{date}"


def _holds(left: object, how: Operator, right: object) -> bool:
    if left is None or right is None or _type(left) is not _type(right):
        return False
    return _HOLDS[how](left, right)


def _type(value: object) -> type:
    return float if isinstance(value, int) and not isinstance(value, bool) else type(value)


def _sum(left: object, right: object) -> Given:
    if isinstance(left, int | float) and isinstance(right, int | float):
        return left + right
    return None
