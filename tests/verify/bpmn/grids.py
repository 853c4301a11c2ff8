"""Applicants for a decision table, at the values at which its answer can change."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

Value = str | int | float | None
Inputs = dict[str, Value]

_DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
_UNHEARD_OF = "something else"


def grid(dmn: str) -> list[Inputs]:
    """Return applicants on, just below and just above each number, and with each word.

    The whole product of all inputs, null and a word that the table does not know among them; of
    words that stand in the same cell, which the table cannot tell apart, one is taken. From
    somebody who is accepted every two inputs then vary through all of their words as well. The
    values are read from the file, not from what it was written from.
    """
    columns = _columns(dmn)
    alike = {name: _near([_one_word(cell) for cell in cells]) for name, cells in columns.items()}
    values = {name: _near(cells) for name, cells in columns.items()}
    accepted = _accepted(dmn, list(columns))
    whole = (dict(zip(alike, row, strict=True)) for row in product(*alike.values()))
    return [*whole, *_varied(accepted, values)]


def applicants(
    asked: Sequence[Inputs], answers: Sequence[Mapping[str, object]]
) -> dict[str, Inputs]:
    """Return inputs that are answered with yes and with no, where there are any."""
    found: dict[str, Inputs] = {}
    for inputs, given in zip(asked, answers, strict=True):
        found.setdefault(str(given["eligible"]), inputs)
    return found


def _varied(base: Inputs, values: Mapping[str, Sequence[Value]]) -> Iterator[Inputs]:
    yield base
    for one in values:
        yield from ({**base, one: value} for value in values[one])
    for one, other in combinations(values, 2):
        for a, b in product(values[one], values[other]):
            yield {**base, one: a, other: b}


def _accepted(dmn: str, names: Sequence[str]) -> Inputs:
    """Return an applicant on the first bound or word of each cell of a rule that says yes."""
    for rule in ET.fromstring(dmn).iter(f"{_DMN}rule"):
        if rule.findtext(f"{_DMN}outputEntry/{_DMN}text") == '"yes"':
            cells = [_text(entry) for entry in rule.iter(f"{_DMN}inputEntry")]
            found = [(*_words(cell), *_numbers(cell), None)[0] for cell in cells]
            return dict(zip(names, found, strict=True))
    return dict.fromkeys(names)


def _columns(dmn: str) -> dict[str, list[str]]:
    """Return the cells of each input."""
    (table,) = ET.fromstring(dmn).iter(f"{_DMN}decisionTable")
    rules = [
        [_text(e) for e in rule.iter(f"{_DMN}inputEntry")] for rule in table.iter(f"{_DMN}rule")
    ]
    names = [column.findtext(f".//{_DMN}text") or "" for column in table.iter(f"{_DMN}input")]
    return {name: [rule[k] for rule in rules] for k, name in enumerate(names)}


def _one_word(cell: str) -> str:
    """Leave the first word of a cell that lists several."""
    words = _words(cell)
    return f'"{words[0]}"' if words else cell


def _near(cells: Iterable[str]) -> tuple[Value, ...]:
    listed = list(cells)
    words = sorted({word for cell in listed for word in _words(cell)})
    numbers = {n + step for cell in listed for n in _numbers(cell) for step in (-1, 0, 1)}
    return (*words, *sorted(numbers), *((_UNHEARD_OF,) if words else ()), None)


def _words(cells: str) -> list[str]:
    return re.findall(r'"([^"]*)"', cells)


def _numbers(cells: str) -> list[int]:
    return [int(text) for text in re.findall(r"-?\d+", re.sub(r'"[^"]*"', "", cells))]


def _text(entry: ET.Element) -> str:
    return entry.findtext(f"{_DMN}text") or ""
