"""One number behind an indicator, with everything that its source says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kerja.adaptation import is_inherited, is_national
from kerja.costing.cases import Cases
from kerja.findings import Place
from kerja.indicators.indicator import Nature
from kerja.profile import Fact, Figure, Profile


@dataclass(frozen=True, slots=True)
class Input:
    """One figure of the profile that a value was reckoned from.

    `path` is its dotted path, `field` the same without the names of measurements and entries:
    what two profiles have in common. `is_inherited` says that it is the model's, `is_national`
    that it is a country's and stands for an area. `stage` is that of a budget.
    """

    path: str
    year: int | None = None
    date: str | None = None
    source: str | None = None
    status: str | None = None
    confidence: str | None = None
    definition: str | None = None
    ages: str | None = None
    of: str | None = None
    scope: str | None = None
    what: str | None = None
    stage: str | None = None
    note: str | None = None
    place: Place | None = None
    is_inherited: bool = False
    is_national: bool = False

    @property
    def field(self) -> str:
        """The field of the profile, whichever entry or measurement it is."""
        return without_entries(self.path)


@dataclass(frozen=True, slots=True)
class Term:
    """One number of a formula in its low, base and high case, or why there is none.

    `lacks` names the fields that are missing. Without a number and without `lacks`, `why_not` says
    why the number does not exist. Terms of one `source` are low, or high, together. `is_likely`
    is false where nobody says which value between the ends is the likeliest.
    """

    cases: Cases | None = None
    inputs: tuple[Input, ...] = ()
    lacks: tuple[str, ...] = ()
    why_not: str = ""
    source: str = ""
    is_likely: bool = True
    nature: Nature = ""
    note: str = ""


def without_entries(path: str) -> str:
    """Return a path without what names an entry of a list.

    >>> without_entries("labour_force.measurements[lfs-2019].unemployed")
    'labour_force.unemployed'
    """
    parts: list[str] = []
    for part in path.replace(".measurements[", "[").split("["):
        parts.append(part if not parts else part.partition("]")[2])
    return "".join(parts)


def input_of(profile: Profile, path: str, fact: Fact, stage: str | None = None) -> Input:
    """Return what the source of a figure or an assumption says of it."""
    chosen: Fact = fact.chosen if isinstance(fact, Figure) else fact
    said: Any = chosen if isinstance(chosen, Figure) else None
    return Input(
        path=path,
        year=_year(chosen),
        date=_date(chosen),
        source=chosen.source,
        status=chosen.status,
        confidence=chosen.confidence,
        definition=chosen.definition or _standard(profile, path),
        ages=said.ages if said is not None else None,
        of=said.of if said is not None else None,
        scope=said.scope if said is not None else None,
        what=said.what if said is not None else None,
        stage=stage,
        note=chosen.note,
        place=chosen.place or profile.place(path),
        is_inherited=is_inherited(profile, path),
        is_national=is_national(profile, path),
    )


def bare_input(profile: Profile, path: str) -> Input:
    """Return an input that is no figure of its own: a list, a word, a number without a source."""
    return Input(
        path,
        place=profile.place(path),
        is_inherited=is_inherited(profile, path),
        is_national=is_national(profile, path),
    )


def missing(*paths: str) -> Term:
    """Return a term of which these fields are missing."""
    return Term(lacks=tuple(dict.fromkeys(paths)))


def _standard(profile: Profile, path: str) -> str | None:
    return profile.labour_force.standard if path.startswith("labour_force.") else None


def _year(fact: Fact) -> int | None:
    return fact.year or (int(fact.date[:4]) if fact.date else None)


def _date(fact: Fact) -> str | None:
    if fact.date:
        return fact.date
    if fact.year and fact.month:
        return f"{fact.year}-{fact.month:02d}"
    return str(fact.year) if fact.year else None
