"""Sections and lists that may be missing as a whole: unknown, or waiting for a decision."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field, model_validator

from kerja.profile.facts import Confidence, Knowledge, Status, opened
from kerja.profile.section import Position, Section

NONE = "none"
Item = TypeVar("Item")


class OpenSection(Section):
    """A section that may be written `unknown` or `TODO(human)` in place of its fields."""

    knowledge: Annotated[Knowledge, Field(exclude=True)] = Knowledge.KNOWN
    """Set by the reader; not written in a profile."""
    place: Position = None
    """Where the section stands; set by the reader."""
    note: str | None = None
    """What a reader must know."""

    @property
    def is_known(self) -> bool:
        """True if the section is given."""
        return self.knowledge is Knowledge.KNOWN

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, given: Any) -> Any:
        return opened(given, "value")


class Listed(OpenSection, Generic[Item]):
    """A list, or `none` (there are none), `unknown`, `TODO(human)`."""

    items: tuple[Item, ...] = ()
    """The entries."""

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, given: Any) -> Any:
        if isinstance(given, list | tuple):
            return {"items": tuple(given)}
        whole = opened(given, "items")
        return {**whole, "items": ()} if whole.get("items") == NONE else whole


class Sourced(Section):
    """An entry of a list that carries its own provenance."""

    place: Position = None
    """Where the entry stands; set by the reader."""
    source: str | None = None
    """Key of an entry in `sources`."""
    confidence: Confidence | None = None
    """How good the statement is."""
    status: Status | None = None
    """Announced, approved, actual …"""
    note: str | None = None
    """What a reader must know."""
