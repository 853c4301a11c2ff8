"""One limit on the persons of a fiscal year, and what binds of several."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How much a limit may be relied on."""

    KNOWN = "known"
    INDICATION = "indication"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit in persons of a fiscal year.

    `persons` is the limit if known, or the figure that hints at it (an indication never binds);
    `formula` says in words how it was computed, `inputs` from which fields; `lacks` names what
    would make it known; `lifts` what would raise it.
    """

    name: str
    standing: Standing
    persons: float | None
    formula: str
    inputs: tuple[str, ...]
    lacks: tuple[str, ...]
    lifts: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Binding:
    """What binds, of the limits that are known; and what is not known."""

    limits: tuple[Limit, ...]

    @property
    def known(self) -> tuple[Limit, ...]:
        """The limits that are known, tightest first."""
        known = [limit for limit in self.limits if limit.standing is Standing.KNOWN]
        return tuple(sorted(known, key=lambda limit: limit.persons or 0.0))

    @property
    def binds(self) -> Limit | None:
        """The tightest known limit."""
        return self.known[0] if self.known else None

    @property
    def indications(self) -> tuple[Limit, ...]:
        """Limits of which only a hint is known."""
        return tuple(limit for limit in self.limits if limit.standing is Standing.INDICATION)

    @property
    def unknown(self) -> tuple[Limit, ...]:
        """Limits of which nothing is known, and those with a hint only."""
        return tuple(limit for limit in self.limits if limit.standing is not Standing.KNOWN)
