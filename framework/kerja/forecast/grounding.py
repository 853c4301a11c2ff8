"""What the range of each uncertain input rests on: the source that the profile names for it."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.forecast.scheme import Scheme
from kerja.profile import Assumption, Fact, Profile, facts


@dataclass(frozen=True, slots=True)
class Ground:
    """What one input rests on; a text is empty and a year None where the profile says nothing.

    `source` is a key of the profile's `sources`, `named` its publisher or title; `rests_on` what
    an assumption was judged from; `is_inherited` true if the model says it and not the country.
    """

    key: str
    source: str = ""
    named: str = ""
    year: int | None = None
    confidence: str = ""
    rests_on: str = ""
    note: str = ""
    is_inherited: bool = False


def grounds(profile: Profile, scheme: Scheme) -> tuple[Ground, ...]:
    """Return what every input of a scheme rests on, in the order of `Scheme.inputs`."""
    found = dict(facts(profile))
    return tuple(_ground(profile, one.key, found.get(one.key)) for one in scheme.inputs)


def _ground(profile: Profile, key: str, fact: Fact | None) -> Ground:
    if fact is None:
        return Ground(key)
    source = profile.sources.get(fact.source or "")
    return Ground(
        key,
        source=fact.source or "",
        named=((source.publisher or source.title) if source is not None else "") or "",
        year=fact.year,
        confidence=fact.confidence or "",
        rests_on=(fact.rests_on if isinstance(fact, Assumption) else "") or "",
        note=fact.note or "",
        is_inherited=profile.kind != "model" and profile.kind_of_origin(key) == "model",
    )
