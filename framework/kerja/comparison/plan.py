"""The plan: everything that differs between two versions, and what the difference does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kerja.adaptation import Outcome
from kerja.findings import Place


class Kind(StrEnum):
    """How a value differs."""

    REPLACED = "replaced"
    BECAME_KNOWN = "became known"
    NO_LONGER_KNOWN = "no longer known"
    STILL_MISSING = "still missing"
    RESTATED = "same value, other source or note"
    ONLY_OLD = "only in the old"
    ONLY_NEW = "only in the new"


class Presence(StrEnum):
    """In which of the two versions something is."""

    ONLY_OLD = "only in the old"
    ONLY_NEW = "only in the new"
    BOTH = "in both"


@dataclass(frozen=True, slots=True)
class Said:
    """What one version says at a path, where, and on whose authority.

    `text` is the value as written, "unknown", or "TODO(human) …"; `when` the date of the figure
    (2024, 2024 Q2, 2025-08); `source` a key of the profile's `sources`. Empty where not given.
    """

    text: str
    place: Place
    missing: bool = False
    when: str = ""
    source: str = ""
    status: str = ""
    confidence: str = ""
    definition: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value that differs; None on the side that says nothing."""

    path: str
    kind: Kind
    old: Said | None
    new: Said | None


@dataclass(frozen=True, slots=True)
class Level:
    """A result in words, and its number where it is one.

    `unit` is count, share, rate or number, or the ISO 4217 code of money; "" for words.
    """

    text: str
    number: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One named result before and after; None where there is none."""

    name: str
    old: Level | None
    new: Level | None

    @property
    def ratio(self) -> float | None:
        """The change as a fraction of the old number; None unless both are numbers of one unit."""
        if self.old is None or self.new is None or self.old.unit != self.new.unit:
            return None
        if not self.old.number or self.new.number is None:
            return None
        return self.new.number / self.old.number - 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a rule in one version, and the figures that it went by or lacked."""

    outcome: Outcome
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """One rule that is judged otherwise, or that fires in both and changes other things."""

    rule: str
    name: str
    title: str
    old: Verdict
    new: Verdict

    @property
    def effect(self) -> str:
        """What it does to the design: fires, ceases, acts otherwise; else only judged otherwise."""
        before, after = (v.outcome is Outcome.FIRED for v in (self.old, self.new))
        if before and after:
            return "acts otherwise"
        if before or after:
            return "fires" if after else "ceases"
        return "judged otherwise"


@dataclass(frozen=True, slots=True)
class StepChange:
    """A step of the journey that was added, removed or changed; `rule` brought it in, if any."""

    id: str
    name: str
    presence: Presence
    rule: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionChange:
    """An option whose people or cost differ. `id` is "" for the design of the profile itself."""

    id: str
    title: str
    presence: Presence
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that stands in one version only: a point to decide, or a finding."""

    key: str
    text: str
    presence: Presence
    place: Place


@dataclass(frozen=True, slots=True)
class Plan:
    """What differs between `old` and `new`, from the values to what they do.

    `binds` is the tightest known limit of each, also where it is the same; all other members hold
    differences only.
    """

    old: str
    new: str
    values: tuple[ValueChange, ...]
    decisions: tuple[DecisionChange, ...]
    settings: tuple[Difference, ...]
    steps: tuple[StepChange, ...]
    points: tuple[Notice, ...]
    findings: tuple[Notice, ...]
    package: tuple[Difference, ...]
    options: tuple[OptionChange, ...]
    computed: tuple[Difference, ...]
    limits: tuple[Difference, ...]
    readiness: tuple[Difference, ...]
    binds: Difference

    @property
    def is_empty(self) -> bool:
        """True if nothing differs."""
        design = (self.decisions, self.settings, self.steps, self.points, self.findings)
        results = (self.package, self.options, self.computed, self.limits, self.readiness)
        return not any((self.values, *design, *results))
