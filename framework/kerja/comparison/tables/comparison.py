"""Several profiles side by side: who they are, every indicator, readiness, design, journey."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.comparison.tables.party import Party
from kerja.comparison.tables.row import Group, Row


@dataclass(frozen=True, slots=True)
class Ground:
    """One fact that a level of readiness rests on: what was found, what the level asks.

    `found` is "" where it is not known; `holds` is None then.
    """

    path: str
    found: str
    asks: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one party stands on a dimension of readiness.

    `level` is R0 to R3, or "R1 to R3" where what is missing decides; `low` and `high` are its ends.
    `grounds` are the raw values; `lacks` the fields that would settle it. `note` says what else a
    reader must know, and why there is no level if `low` is None.
    """

    level: str
    low: int | None
    high: int | None
    grounds: tuple[Ground, ...] = ()
    lacks: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """One dimension of readiness across all parties; there is no average over dimensions."""

    name: str
    title: str
    levels: tuple[str, ...]
    cells: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """What one party says of one part of the design.

    `text` is "" where it says nothing; `likeness` is how it stands to its model (same, different
    by design, not used, unknown), "" where that was not asked. `note` says what is lacking, or
    that the model says it and nobody has decided. `inputs` are paths of the evidence of its party.
    """

    text: str
    likeness: str = ""
    note: str = ""
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DesignRow:
    """One part of the design across all parties.

    `group` is package, terms, cost, reach, or likeness.
    """

    name: str
    group: str
    cells: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class StepNote:
    """A step of a journey that one party has and the first has not, or the other way, or alters.

    `sign` is added, removed or changed; `said` are the differences in words.
    """

    sign: str
    id: str
    name: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Journey:
    """The journey of one party beside that of the first.

    `steps` is how many it has, `unchanged` how many are the same as those of the first. `note` says
    why there is nothing to compare.
    """

    party: str
    beside: str
    steps: int
    unchanged: int
    differences: tuple[StepNote, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Profiles side by side. There is no composite index anywhere.

    `statements` are what must be said of the whole before any number is read.
    """

    parties: tuple[Party, ...]
    groups: tuple[Group, ...]
    readiness: tuple[ReadinessRow, ...]
    design: tuple[DesignRow, ...]
    journeys: tuple[Journey, ...]
    statements: tuple[str, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every indicator, in the order of the groups."""
        return tuple(row for group in self.groups for row in group.rows)
