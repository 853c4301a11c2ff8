"""One profile that is compared: who it is, its errors, and every figure behind its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a figure was read; what is not stated is empty."""

    key: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure of a profile that a value was reckoned from, with all that is said of it.

    `path` is its dotted path; `written` its value as the profile writes it; `source` the key of a
    publication of its party. `at` is file and line. What is not stated is empty. `taken_over` says
    that it is the model's, or a country's in the profile of an area.
    """

    path: str
    written: str
    year: int | None = None
    date: str = ""
    source: str = ""
    status: str = ""
    confidence: str = ""
    definition: str = ""
    ages: str = ""
    of: str = ""
    scope: str = ""
    what: str = ""
    stage: str = ""
    note: str = ""
    at: str = ""
    taken_over: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that is missing: absent, unknown or to-decide; whom to ask, where it is published."""

    path: str
    state: str
    ask: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of a profile. `path` is the field that it speaks of, "" if none."""

    code: str
    path: str
    message: str
    at: str


@dataclass(frozen=True, slots=True)
class Party:
    """One profile that is compared.

    `name` is its own within the comparison. `kind` is model, country, area or scenario; `code` an
    ISO 3166 code, "" for a model; `currency` an ISO 4217 code. `relation` is how it is said to
    stand to the model (replicated, studied, exchange, contact, origin), `claimed_by` who says so,
    `model` the model that it starts from. `faults` are its errors; `left_out` says what of it is
    not compared because of them. `evidence` holds every figure behind its cells by path,
    `missing` every field that its cells lack, `publications` the sources by key.
    """

    name: str
    title: str
    kind: str
    code: str = ""
    currency: str = ""
    as_of: str = ""
    languages: tuple[str, ...] = ()
    relation: str = ""
    claimed_by: tuple[str, ...] = ()
    model: str = ""
    faults: tuple[Fault, ...] = ()
    left_out: tuple[str, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    missing: Mapping[str, Missing] = field(default_factory=dict)
    publications: Mapping[str, Publication] = field(default_factory=dict)
