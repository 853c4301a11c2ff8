"""What a rule changes in the design, and the decision that records it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kerja.adaptation.looking import Comparison
from kerja.workflow.operations import Operation

SettingValue = bool | int | float | str | tuple[str, ...]


class Outcome(StrEnum):
    """What became of a rule."""

    FIRED = "fired"
    ADVISED = "advised"
    SENSITIVE = "sensitive"
    NOT_FIRED = "not-fired"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"


class Gate(StrEnum):
    """State of a condition without which nothing should be paid; never a veto on documents."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ExtraCost:
    """A cost line that the change adds. `formula` is in words; `needs` the fields it reads."""

    line: str
    formula: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """What a document must say because of the change."""

    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule does when its condition holds."""

    workflow: tuple[Operation, ...] = ()
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    costs: tuple[ExtraCost, ...] = ()
    documents: tuple[Addition, ...] = ()
    proposals: tuple[str, ...] = ()

    @property
    def alters_design(self) -> bool:
        """True if journey, settings or costs become other than they were; else papers say more."""
        return bool(self.workflow or self.settings or self.costs)


@dataclass(frozen=True, slots=True)
class Decision:
    """One rule applied to one country, with its reasons.

    `change` is what was done (fired), or would be done if the condition held (advised, sensitive)
    or if no stronger rule stood in its place (superseded); None otherwise. `lacks` names what must
    be obtained before the rule can be judged. `alternatives` says which measurement gives which
    answer. `override` is the reason for a threshold that the country set, "" for none.
    """

    rule: str
    name: str
    title: str
    theme: str
    outcome: Outcome
    why: str
    evidence: str
    basis: str
    question: str
    owner: str
    comparisons: tuple[Comparison, ...] = ()
    change: Change | None = None
    lacks: tuple[str, ...] = ()
    alternatives: Mapping[str, bool] = field(default_factory=dict)
    gate: Gate | None = None
    override: str = ""

    @property
    def acts(self) -> bool:
        """True if the design was changed."""
        return self.outcome is Outcome.FIRED


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the delivery system and the rules that set it."""

    key: str
    value: SettingValue
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rules want different things and no policy settles it: a human must."""

    key: str
    rules: tuple[str, ...]
    message: str
