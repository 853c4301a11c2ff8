"""One indicator across all parties: a cell each, with what keeps it from being compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kerja.indicators import Basis, Direction


class Normal(StrEnum):
    """What a number is divided by, so that large and small countries stand side by side."""

    LABOUR_FORCE = "per 1,000 of the labour force"
    GDP = "% of GDP"
    PPP = "international dollars (PPP)"
    USD = "US dollars"
    WAGE = "% of a month's minimum wage"


@dataclass(frozen=True, slots=True)
class CellMark:
    """Something that keeps a value from being compared, in a sentence.

    `flaw` is its name (definitions-differ, no-source, …); `against` names the parties that it
    stands between, none if the value bears it by itself.
    """

    flaw: str
    said: str
    against: tuple[str, ...] = ()
    forbids_rank: bool = True


@dataclass(frozen=True, slots=True)
class Normalised:
    """A value under one normalisation, or `why_not` in words if it cannot be given.

    `inputs` are the paths of the figures that it was divided by, of the evidence of its party;
    `marks` what is to be said beside the marks of the cell.
    """

    by: Normal
    value: float | None
    low: float | None
    high: float | None
    why_not: str = ""
    inputs: tuple[str, ...] = ()
    marks: tuple[CellMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of one indicator for one party, in `unit`, or what is missing.

    `value` is None where only a range is known, or nothing; `low` and `high` are the same as
    `value` if there is no range, and one of them is None where the range has no end. Without any
    number, `missing` names the fields, and `note` says why if it is not for want of a field, or
    `left_out` if an error of the profile is behind it.
    `basis` says whether it is what a profile states, what has happened, or what is expected.
    `year` is the newest of its inputs; `inputs` and `missing` are paths of its party. `rank` is
    None where a rank says nothing; `why_no_rank` then says why, unless the whole row has none.
    """

    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    basis: Basis = "profile"
    year: int | None = None
    normalised: tuple[Normalised, ...] = ()
    marks: tuple[CellMark, ...] = ()
    inputs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    note: str = ""
    left_out: str = ""
    rank: int | None = None
    why_no_rank: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """True if there is a value or at least an end of a range."""
        return any(number is not None for number in (self.value, self.low, self.high))

    @property
    def is_range(self) -> bool:
        """True if it is more than one number."""
        return self.is_known and (self.low is None or self.low != self.high)


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator across all parties; `cells` are in the order of the parties.

    `normals` are the normalisations that mean something for it. Tier 1 is shown, tier 2 on demand.
    `why_no_rank` says why nobody has a rank, "" if somebody has.
    """

    id: str
    name: str
    group: str
    unit: str
    direction: Direction
    normalisation: str
    reference: str
    caveat: str
    formula: str
    tier: int
    normals: tuple[Normal, ...]
    cells: tuple[Cell, ...]
    why_no_rank: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators of one theme."""

    name: str
    rows: tuple[Row, ...]
