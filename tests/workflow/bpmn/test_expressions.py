"""One expression, three languages: each means what the tree means."""

import ast
import operator
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerja.workflow.bpmn.expressions import (
    Between,
    Comparison,
    Constant,
    Every,
    Expression,
    Given,
    Later,
    OneOf,
    Some,
    Sum,
    Test,
    Variable,
    evaluate,
    iso_duration,
    subject,
)
from kerja.workflow.bpmn.printing import feel, feel_cell, juel, python, python_cell

NUMBER, TEXT = Variable("number"), Variable("text")
IS_A = Comparison(TEXT, "=", Constant("a"))
SMALL = Comparison(NUMBER, "<", Constant(3))


@pytest.mark.parametrize(
    ("expression", "in_feel", "in_python", "in_juel"),
    [
        (IS_A, 'text = "a"', 'text == "a"', 'text == "a"'),
        (SMALL, "number < 3", "number < 3", "number < 3"),
        (
            Every((IS_A, SMALL)),
            'text = "a" and number < 3',
            'text == "a" and number < 3',
            'text == "a" and number < 3',
        ),
        (
            Every((Some((IS_A, SMALL)), SMALL)),
            '(text = "a" or number < 3) and number < 3',
            '(text == "a" or number < 3) and number < 3',
            '(text == "a" or number < 3) and number < 3',
        ),
        (
            OneOf(TEXT, ("a", "b")),
            'text = "a" or text = "b"',
            'text in ("a", "b",)',
            'text == "a" or text == "b"',
        ),
        (
            Between(NUMBER, 1, 2),
            "number >= 1 and number <= 2",
            "1 <= number <= 2",
            "number >= 1 and number <= 2",
        ),
        (Sum(NUMBER, Constant(1)), "number + 1", "number + 1", "number + 1"),
        (
            Later(15),
            'now() + duration("P15D")',
            "(datetime.now().astimezone() + timedelta(minutes=21600)).isoformat()",
            "dateTime().plusMinutes(21600).toDate()",
        ),
        (Constant('say "no"'), r'"say \"no\""', r'"say \"no\""', r'"say \"no\""'),
    ],
)
def test_an_expression_is_written_in_each_language(
    expression: Expression, in_feel: str, in_python: str, in_juel: str
) -> None:
    assert (feel(expression), python(expression), juel(expression)) == (
        in_feel,
        in_python,
        in_juel,
    )


@pytest.mark.parametrize(
    ("test", "in_feel", "in_python"),
    [
        (None, "-", "-"),
        (IS_A, '"a"', '? == "a"'),
        (SMALL, "< 3", "? is not None and ? < 3"),
        (OneOf(TEXT, ("a", "b")), '"a","b"', '? in ("a", "b",)'),
        (Between(NUMBER, 18, 64), "[18..64]", "? is not None and 18 <= ? <= 64"),
    ],
)
def test_a_cell_is_written_in_each_language(
    test: Test | None, in_feel: str, in_python: str
) -> None:
    assert (feel_cell(test), python_cell(test)) == (in_feel, in_python)


texts = st.sampled_from(["a", "b", "it's", 'say "no"', "", "?", "\\", "ខ្មែរ"])
numbers = st.integers(-5, 5)
comparisons = st.one_of(
    st.builds(Comparison, st.just(TEXT), st.just("="), st.builds(Constant, texts)),
    st.builds(
        Comparison,
        st.just(NUMBER),
        st.sampled_from(["=", "<", "<=", ">", ">="]),
        st.builds(Constant, numbers),
    ),
    st.builds(OneOf, st.just(TEXT), st.lists(texts, min_size=1).map(tuple)),
    st.builds(Between, st.just(NUMBER), numbers, numbers),
)
expressions: st.SearchStrategy[Expression] = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.builds(Every, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Some, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


@given(expression=expressions, text=texts, number=numbers)
def test_python_means_what_the_tree_means(expression: Expression, text: str, number: int) -> None:
    values: dict[str, Given] = {"text": text, "number": number}
    assert computed(python(expression), values) == evaluate(expression, values)


@given(test=comparisons, text=st.none() | texts, number=st.none() | numbers)
def test_a_python_cell_means_what_the_test_means(
    test: Test, text: str | None, number: int | None
) -> None:
    values: dict[str, Given] = {"text": text, "number": number}
    asked = values[subject(test)]
    # The engine puts a name where a question mark stands outside quotes.
    head, mark, tail = python_cell(test).partition("?")
    cell = f"{head}x{tail.replace(' ? ', ' x ')}" if mark else head
    assert computed(cell, {"x": asked}) == evaluate(test, values)


@given(test=comparisons)
def test_what_is_missing_meets_no_test(test: Test) -> None:
    assert evaluate(test, {}) is False
    assert evaluate(test, {"text": None, "number": None}) is False


def test_a_moment_lies_so_many_days_later() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert evaluate(Later(1.5), {}, now=now) == now + timedelta(hours=36)


@pytest.mark.parametrize(
    ("days", "text"), [(0, "P0D"), (15, "P15D"), (0.5, "PT720M"), (1.5, "P1DT720M")]
)
def test_days_are_an_iso_duration(days: float, text: str) -> None:
    assert iso_duration(days) == text


_COMPARED: dict[type, Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda a, b: a in b,
    ast.IsNot: operator.is_not,
}


def computed(text: str, values: Mapping[str, object]) -> object:
    """Compute the few forms of Python that are printed, and nothing else."""
    return _computed(ast.parse(text, mode="eval").body, values)


def _computed(node: ast.expr, values: Mapping[str, object]) -> Any:
    match node:
        case ast.Constant(value):
            return value
        case ast.UnaryOp(ast.USub(), operand):
            return -_computed(operand, values)
        case ast.Name(name):
            return values[name]
        case ast.Tuple(parts):
            return tuple(_computed(part, values) for part in parts)
        case ast.BoolOp(ast.And(), parts):
            return all(_computed(part, values) for part in parts)
        case ast.BoolOp(ast.Or(), parts):
            return any(_computed(part, values) for part in parts)
        case ast.Compare(left, how, rights):
            return _chain(left, how, rights, values)
    raise AssertionError(ast.dump(node))


def _chain(
    left: ast.expr, how: list[ast.cmpop], rights: list[ast.expr], values: Mapping[str, object]
) -> bool:
    here = _computed(left, values)
    for one, right in zip(how, rights, strict=True):
        there = _computed(right, values)
        if not _COMPARED[type(one)](here, there):
            return False
        here = there
    return True
