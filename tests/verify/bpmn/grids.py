"""Applicants for a decision table, at the values at which its answer can change."""

from __future__ import annotations

import random
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

Value = str | int | float | None
Inputs = dict[str, Value]

_DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
_UNHEARD_OF = "something else"
_RANDOM = 1_000


def grid(dmn: str) -> list[Inputs]:
    """Return applicants on, just below and just above each number, and with each word.

    From somebody who is accepted every two inputs vary through all of their values, null and a
    word that the table does not know among them; then come random ones. The values are read from
    the file, not from what it was written from.
    """
    columns = _columns(dmn)
    values = {name: _near(cells) for name, cells in columns.items()}
    accepted = _accepted(dmn, list(columns))
    found = list(_varied(accepted, values))
    chance = random.Random(0)
    found += [
        {name: chance.choice(column) for name, column in values.items()} for _ in range(_RANDOM)
    ]
    return found


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


def _columns(dmn: str) -> dict[str, str]:
    """Return the cells of each input, put together."""
    (table,) = ET.fromstring(dmn).iter(f"{_DMN}decisionTable")
    rules = [
        [_text(e) for e in rule.iter(f"{_DMN}inputEntry")] for rule in table.iter(f"{_DMN}rule")
    ]
    names = [column.findtext(f".//{_DMN}text") or "" for column in table.iter(f"{_DMN}input")]
    return {name: " ".join(rule[k] for rule in rules) for k, name in enumerate(names)}


def _near(cells: str) -> tuple[Value, ...]:
    words = sorted(set(_words(cells)))
    numbers = {n + step for n in _numbers(cells) for step in (-1, 0, 1)}
    return (*words, *sorted(numbers), *((_UNHEARD_OF,) if words else ()), None)


def _words(cells: str) -> list[str]:
    return re.findall(r'"([^"]*)"', cells)


def _numbers(cells: str) -> list[int]:
    return [int(text) for text in re.findall(r"-?\d+", re.sub(r'"[^"]*"', "", cells))]


def _text(entry: ET.Element) -> str:
    return entry.findtext(f"{_DMN}text") or ""
