"""Every name of the lists that Kerja started from has a place, and every place exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kerja.profile.profile import Profile
from kerja.profile.section import Section
from kerja.profile.shapes import shapes

_HERE = Path(__file__).parent
_NAMES = (_HERE / "list_fields.txt").read_text(encoding="utf-8").split()
_PAGE = (_HERE.parents[1] / "docs" / "fields.md").read_text(encoding="utf-8")
_ROWS = re.findall(r"^\| (?!name |-)(\S+) \| (.+) \|$", _PAGE, flags=re.MULTILINE)
_WHERE_ELSE = ("derived: ", "the forecast: ", "the document: ", "no field: ")


def _dotted_paths(cell: str) -> list[str]:
    return re.findall(r"`([a-z0-9_.]+)`", cell)


def _missing_part(path: str) -> str | None:
    """Return the first part of a path that the models do not have, or None."""
    model: type[Section] | None = Profile
    for part in path.split("."):
        shape = shapes(model).get(part) if model else None
        if shape is None:
            return part
        model = shape.model
    return None


def test_the_table_names_every_listed_field_once_and_no_other() -> None:
    assert [name for name, _ in _ROWS] == _NAMES
    assert len(set(_NAMES)) == len(_NAMES)


def test_the_146_names_of_the_rules_are_listed() -> None:
    of_rules = [name for name in _NAMES if not re.match(r"(sim|impact|evaluation)\.|doc:", name)]
    assert sum("." in name for name in of_rules) == 146


@pytest.mark.parametrize(("name", "cell"), _ROWS, ids=[name for name, _ in _ROWS])
def test_every_path_in_the_table_is_a_field_of_the_models(name: str, cell: str) -> None:
    paths = _dotted_paths(cell)
    assert paths or cell.startswith(_WHERE_ELSE), f"{name} leads nowhere"
    assert {path: _missing_part(path) for path in paths if _missing_part(path)} == {}
