"""Comparisons for tests: of the shipped profiles, and of small ones written in place."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.conftest import ROOT

from kerja.comparison.tables import Cell, Comparison, Entrant, Row, compare_profiles
from kerja.comparison.tables.entering import enter
from kerja.profile import Profile

SHIPPED = ROOT / "country_profiles"
ALL = (
    "idn", "khm", "tha", "phl", "mys", "mys-13", "tls", "mar", "mng", "prakerja-2020",
    "prakerja-2023",
)  # fmt: skip


@cache
def entrant(name: str) -> Entrant:
    """Read a shipped profile once."""
    return enter([name], folders=[SHIPPED])[0]


@cache
def shipped(*names: str) -> Comparison:
    """Compare shipped profiles."""
    return compare_profiles([entrant(name) for name in names])


def small(**profiles: Profile) -> Comparison:
    """Compare profiles under the names given."""
    return compare_profiles([Entrant(name, one) for name, one in profiles.items()])


def row(name: str, comparison: Comparison) -> Row:
    """Return the row of an indicator."""
    return next(one for one in comparison.rows if one.id == name)


def cell(name: str, party: str, comparison: Comparison) -> Cell:
    """Return the cell of an indicator and a party."""
    index = [one.name for one in comparison.parties].index(party)
    return row(name, comparison).cells[index]


def file(folder: Path, name: str, text: str) -> str:
    """Write a profile that extends a shipped one, and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)
