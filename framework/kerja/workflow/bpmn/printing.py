"""The text of an expression in FEEL, Python and JUEL, and of a cell of a decision table."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from kerja.workflow.bpmn.expressions import (
    Between,
    Comparison,
    Constant,
    Every,
    Expression,
    Later,
    OneOf,
    Scalar,
    Some,
    Sum,
    Test,
    Variable,
    iso_duration,
    subject,
)

Printer = Callable[[Expression], str]
"""Prints an expression for one language."""

_MINUTES = 24 * 60


def feel(expression: Expression) -> str:
    """Return FEEL (DMN 1.3, chapter 10).

    >>> feel(Every((Comparison(Variable("a"), "=", Constant("x")), Between(Variable("n"), 1, 2))))
    'a = "x" and (n >= 1 and n <= 2)'
    """
    match expression:
        case Comparison(left, how, right):
            return f"{feel(left)} {how} {feel(right)}"
        case Later(days):
            return f'now() + duration("{iso_duration(days)}")'
        case _:
            return _shared(expression, feel)


def python(expression: Expression, named: Callable[[str], str] = str) -> str:
    """Return Python, for an environment that provides `datetime` and `timedelta` as names.

    A date is ISO 8601 text with the offset of the machine, which a timer can read. `named` says
    how the value of a variable is found.
    """

    def printed(part: Expression) -> str:
        match part:
            case Variable(name):
                return named(name)
            case Comparison(left, how, right):
                return f"{printed(left)} {_python_operator(how)} {printed(right)}"
            case OneOf(Variable(name), values):
                return f"{named(name)} in ({' '.join(f'{_text(value)},' for value in values)})"
            case Between(Variable(name), low, high):
                return f"{low} <= {named(name)} <= {high}"
            case Later(days):
                minutes = round(days * _MINUTES)
                return f"(datetime.now().astimezone() + timedelta(minutes={minutes})).isoformat()"
            case _:
                return _shared(part, printed)

    return printed(expression)


def juel(expression: Expression, paths: Mapping[str, str] | None = None) -> str:
    """Return JUEL without `${}` around it; `paths` says where a variable is found otherwise."""

    def printed(part: Expression) -> str:
        match part:
            case Variable(name):
                return (paths or {}).get(name, name)
            case Comparison(left, how, right):
                return f"{printed(left)} {_python_operator(how)} {printed(right)}"
            case Later(days):
                return f"dateTime().plusMinutes({round(days * _MINUTES)}).toDate()"
            case _:
                return _shared(part, printed)

    return printed(expression)


def feel_cell(test: Test | None) -> str:
    """Return a unary test of FEEL; "-" for a cell that asks nothing."""
    match test:
        case None:
            return "-"
        case OneOf(_, values):
            return ",".join(_text(value) for value in values)
        case Between(_, low, high):
            return f"[{low}..{high}]"
        case Comparison(_, how, Constant(value)):
            return _text(value) if how == "=" else f"{how} {_text(value)}"
        case _:
            raise ValueError(test)


def python_cell(test: Test | None) -> str:
    """Return a cell for SpiffWorkflow, where `?` is the input.

    Of the forms of FEEL it takes a list or `not()` without an error and gets them wrong, and a
    comparison with a missing value ends the process; so each cell is a whole Python condition.
    """
    match test:
        case None:
            return "-"
        case OneOf(_, values):
            return f"? in ({' '.join(f'{_text(value)},' for value in values)})"
        case Between(_, low, high):
            return f"? is not None and {low} <= ? <= {high}"
        case Comparison(_, "=", Constant(value)):
            return f"? == {_text(value)}"
        case Comparison(_, how, Constant(value)):
            return f"? is not None and ? {how} {_text(value)}"
        case _:
            raise ValueError(test)


def sentence(test: Test) -> str:
    """Return in words what a cell asks.

    >>> sentence(Comparison(Variable("took_part_before"), "=", Constant("no")))
    'took part before: no'
    """
    asked = subject(test).replace("_", " ")
    match test:
        case OneOf(_, values):
            return f"{asked}: {' or '.join(str(value) for value in values)}"
        case Between(_, low, high):
            return f"{asked}: {low} to {high}"
        case Comparison(_, "=", Constant(value)):
            return f"{asked}: {value}"
        case Comparison(_, how, Constant(value)):
            return f"{asked}: {_WORDS[how]} {value}"
        case _:
            raise ValueError(test)


_WORDS = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"}


def _shared(expression: Expression, printed: Printer) -> str:
    """Print what FEEL, Python and JUEL write alike."""
    match expression:
        case Variable(name):
            return name
        case Constant(value):
            return _text(value)
        case Every(parts):
            return " and ".join(_enclosed(part, printed) for part in parts)
        case Some(parts):
            return " or ".join(_enclosed(part, printed) for part in parts)
        case OneOf(asked, values):
            return printed(Some(tuple(Comparison(asked, "=", Constant(v)) for v in values)))
        case Between(asked, low, high):
            ends = (Comparison(asked, ">=", Constant(low)), Comparison(asked, "<=", Constant(high)))
            return printed(Every(ends))
        case Sum(left, right):
            return f"{printed(left)} + {printed(right)}"
        case _:
            raise ValueError(expression)


def _enclosed(part: Expression, printed: Printer) -> str:
    text = printed(part)
    return f"({text})" if isinstance(part, Every | Some | OneOf | Between) else text


def _python_operator(how: str) -> str:
    return "==" if how == "=" else how


def _text(value: Scalar) -> str:
    """Return a text in double quotes, which all three languages read, or a number."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
