"""Two hundred made-up countries to compare: variants of one, with other figures and years."""

from __future__ import annotations

from pathlib import Path

from kerja.comparison.tables import Entrant, compare_profiles
from kerja.comparison.tables.entering import enter
from kerja.resources import shipped

NUMBER = 200
_FOLDERS = (shipped("country_profiles"),)
_TEXT = """\
kerja: 1
kind: country
extends: khm
as_of: 2025-09-30
options: []
labour_force:
  labour_force: {{value: {labour:_}, year: {year}, definition: icls-19, source: made-up}}
  unemployed: {{value: {unemployed:_}, year: {year}, definition: icls-19, source: made-up}}
  employed: {{value: {employed:_}, year: {year}, definition: icls-19, source: made-up}}
wallets:
  account_ownership: {{value: {accounts}%, year: {year}, source: made-up}}
economy:
  gdp: {{value: KHR {gdp} trillion, year: {year}, source: made-up}}
programme: {{name: Card {number}}}
sources: {{made-up: {{title: figures of a benchmark, publisher: Kerja, date: 2025}}}}
"""


def write(folder: Path) -> list[str]:
    """Write the profiles into a folder; the same each time."""
    names = []
    for number in range(NUMBER):
        labour, unemployed = 9_000_000 + 1_000 * number, 30_000 + 700 * number
        text = _TEXT.format(
            number=number,
            labour=labour,
            unemployed=unemployed,
            employed=labour - unemployed,
            year=2015 + number % 10,
            accounts=20 + number % 70,
            gdp=150 + number,
        )
        path = folder / f"country-{number}.yaml"
        path.write_text(text, encoding="utf-8")
        names.append(str(path))
    return names


def load(names: list[str]) -> tuple[Entrant, ...]:
    """Read and check the profiles."""
    return enter(names, folders=_FOLDERS)


def compare(entrants: tuple[Entrant, ...]) -> None:
    """Compare them by every indicator, readiness, design and journey."""
    compare_profiles(entrants)
