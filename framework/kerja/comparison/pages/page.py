"""What the page of a comparison shows, in words and numbers, before it becomes HTML.

The members of groups are also what the script of the page reads, under the same names; it finds
nothing where a member is None or "".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

STATED = "stated"
"""The measure under which a value stands in the unit of its indicator."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A way to state values: as they are, or divided by something."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """One profile, as it heads a column or a line: `heading` names its country, `name` its file.

    `lacks` says of each missing field, by path, why it is missing and whom to ask.
    """

    name: str
    heading: str
    title: str
    kind: str
    currency: str
    as_of: str
    relation: str
    languages: str
    faults: tuple[str, ...]
    lacks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Remark:
    """A mark on a value: its `name` in two or three words, and what it says in a sentence."""

    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A value under one measure: `text` for the table, `exact` in full; or `why` there is none.

    `text` is "n/a" without any number. `number` is None where only a range is known. `marks` and
    `inputs` are those that this measure adds to the ones of the value as stated.
    """

    text: str
    exact: str
    unit: str
    number: float | None = None
    low: float | None = None
    high: float | None = None
    why: str = ""
    marks: tuple[Remark, ...] = ()
    inputs: tuple[int, ...] = ()

    @property
    def is_known(self) -> bool:
        """True if there is a number or an end of a range."""
        return any(number is not None for number in (self.number, self.low, self.high))


@dataclass(frozen=True, slots=True)
class Box:
    """One indicator of one profile.

    `shown` holds a value by the id of each measure that has a meaning here. `rank` is "" where a
    rank says nothing, and `unranked` says why. `missing` are paths; `inputs` are positions in the
    inputs of the page.
    """

    shown: Mapping[str, Shown]
    rank: str
    unranked: str
    basis: str
    note: str
    marks: tuple[Remark, ...]
    missing: tuple[str, ...]
    inputs: tuple[int, ...]

    @property
    def mark_names(self) -> tuple[str, ...]:
        """The names of the marks, each once."""
        return tuple(dict.fromkeys(mark.name for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator, with a cell for each profile. `reads` says which way is better."""

    id: str
    name: str
    unit: str
    reads: str
    formula: str
    reference: str
    caveat: str
    unranked: str
    tier: int
    measures: tuple[str, ...]
    cells: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Remarks:
    """All marks on one value, in sentences."""

    of: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """Indicators that stand in one table."""

    id: str
    name: str
    rows: tuple[Line, ...]
    remarks: tuple[Remarks, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One figure behind a value, with where it was read.

    `party` is the position of its profile, `name` says its path in words.
    """

    party: int
    path: str
    name: str
    value: str
    year: str
    source: str
    address: str
    status: str
    confidence: str
    definition: str
    remarks: str

    @property
    def is_linked(self) -> bool:
        """True if the address is one of the web; a profile may hold anything in its place."""
        return self.address.lower().startswith(("https://", "http://"))

    @property
    def standing(self) -> str:
        """Status and confidence together."""
        return ", ".join(part for part in (self.status, self.confidence) if part)


@dataclass(frozen=True, slots=True)
class Words:
    """A cell of words: a short `head` such as a level, lines beneath it, and what is missing."""

    head: str = ""
    lines: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SideLine:
    """One line of a table of words, with a cell for each profile."""

    name: str
    cells: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SideTable:
    """Something side by side in words: a column for each profile."""

    id: str
    title: str
    what: str
    note: str
    lines: tuple[SideLine, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    parties: tuple[Column, ...]
    statements: tuple[str, ...]
    measures: tuple[Measure, ...]
    groups: tuple[Theme, ...]
    inputs: tuple[Source, ...]
    tables: tuple[SideTable, ...]
