"""Sections that say which country or area the profile is of and how it stands to the model."""

from __future__ import annotations

from typing import Literal

from kerja.profile.dates import IsoDate
from kerja.profile.facts import Count, WordList, Words
from kerja.profile.openness import Sourced
from kerja.profile.section import Section


class Country(Section):
    """The country or area of the profile."""

    code: str | None = None
    """ISO 3166-1 alpha-3 code (KHM), or ISO 3166-2 for an area (MY-13)."""
    name: str | None = None
    """Short English name."""
    currency: str | None = None
    """ISO 4217 code of the currency that bare amounts are in."""
    languages: WordList | None = None
    """Languages of the documents, BCP 47 tags, the most used first: [km], [ms, en]."""
    number_system: Literal["latn", "khmr", "thai", "arab", "mymr", "laoo"] | None = None
    """Digits of the national language, CLDR numbering system."""
    calendar: Literal["gregorian", "buddhist"] | None = None
    """Calendar of official papers: buddhist counts years from 543 before the common era."""


class Event(Sourced):
    """A dated event in the relation to the model."""

    date: IsoDate | None = None
    """ISO 8601 date."""
    what: str
    """What happened, in one sentence."""


class Reference(Section):
    """How the country stands to the model it is compared with, as claimed and by whom.

    Studying a design is not adopting it; a contact is neither.
    """

    relation: Literal["replicated", "studied", "exchange", "contact", "origin"] | None = None
    """What is claimed: replicated, studied, exchange, contact; origin for the model's country."""
    claimed_by: tuple[str, ...] = ()
    """Keys of `sources` that make the claim."""
    events: tuple[Event, ...] = ()
    """Visits, announcements, launches, in order of date."""
    meetings: Count | None = None
    """Number of meetings on the model."""
    counterpart: Words | None = None
    """Office that met."""
    interest: WordList | None = None
    """What the country wished to learn."""
    programme_status: Literal["none", "proposed", "piloting", "running", "stopped"] | None = None
    """State of the country's own programme."""
