"""A mark: something that makes a reading, or two side by side, less than comparable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Flaw(StrEnum):
    """What can keep numbers from being compared."""

    YEARS_APART = "years-apart"
    DATES_DIFFER = "dates-differ"
    DEFINITIONS = "definitions-differ"
    NATURE = "flow-against-stock"
    OUTCOME = "target-against-actual"
    STAGE = "announced-against-budgeted"
    AGES = "age-bands-differ"
    COVERAGE = "coverage-differs"
    DESIGNS = "two-designs-under-one-name"
    PROGRAMME = "programme-stage-differs"
    NATIONAL = "national-figure-for-an-area"
    UNVERIFIED = "recalled-or-claimed"
    INHERITED = "from-the-model"
    OVERLAP = "ranges-overlap"


_WARNS_ONLY = frozenset({Flaw.YEARS_APART, Flaw.DATES_DIFFER})
"""Within one reading these warn; between two readings every flaw forbids a rank."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One flaw of a reading, or of two side by side, in a sentence."""

    flaw: Flaw
    said: str
    is_between: bool = False

    @property
    def forbids_rank(self) -> bool:
        """True if what bears the mark is not ranked."""
        return self.is_between or self.flaw not in _WARNS_ONLY
