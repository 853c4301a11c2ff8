"""The figures behind the numbers: as the profile writes them, with source and standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kerja.adaptation.inheritance import INHERITED, NATIONAL
from kerja.comparison.statements import told
from kerja.comparison.tables.party import Evidence, Publication
from kerja.indicators import Input
from kerja.indicators.term import input_of
from kerja.profile import Fact, Figure, Listed, Profile, Section, facts


def evidence(profile: Profile, inputs: Iterable[Input]) -> dict[str, Evidence]:
    """Return figures by path, sorted; of two of one path that which says more of itself."""
    found: dict[str, Evidence] = {}
    for one in inputs:
        if one.path not in found or (not found[one.path].source and one.source):
            found[one.path] = _evidence(profile, one)
    return dict(sorted(found.items()))


def _evidence(profile: Profile, one: Input) -> Evidence:
    return Evidence(
        path=one.path,
        written=told(held(profile, one.path)),
        year=one.year,
        date=one.date or "",
        source=one.source or "",
        status=one.status or "",
        confidence=one.confidence or "",
        definition=one.definition or "",
        ages=one.ages or "",
        of=one.of or "",
        scope=one.scope or "",
        what=one.what or "",
        stage=one.stage or "",
        note=one.note or "",
        at=one.place.in_short if one.place is not None else "",
        taken_over=INHERITED if one.is_inherited else NATIONAL if one.is_national else "",
    )


def publications(profile: Profile, figures: Iterable[Evidence]) -> dict[str, Publication]:
    """Return the publications that figures name, sorted by key."""
    keys = sorted({figure.source for figure in figures if figure.source})
    return {key: publication(profile, key) for key in keys}


def publication(profile: Profile, key: str) -> Publication:
    """Return what a profile says of a publication; of one that it does not list, only its key."""
    source = profile.sources.get(key)
    if source is None:
        return Publication(key)
    return Publication(
        key, source.title or "", source.publisher or "", source.date or "", source.url or ""
    )


def inputs_at(profile: Profile, paths: Iterable[str]) -> tuple[Input, ...]:
    """Return the figures that stand at these paths; a path without a known one is passed over."""
    found = ((path, held(profile, path)) for path in dict.fromkeys(paths))
    return tuple(
        input_of(profile, path, fact)
        for path, fact in found
        if isinstance(fact, Fact) and fact.is_known
    )


def facts_at(profile: Profile, path: str) -> tuple[str, ...]:
    """Return the paths of all facts of a section or a list."""
    return tuple(below for below, _ in _facts(held(profile, path), path))


def _facts(value: object, path: str) -> Iterator[tuple[str, Fact]]:
    items = value.items if isinstance(value, Listed) else value
    if isinstance(items, tuple):
        for index, item in enumerate(items):
            yield from _facts(item, f"{path}[{getattr(item, 'id', None) or index}]")
    elif isinstance(items, Section) and not isinstance(items, Fact):
        yield from facts(items, path)


def held(profile: Profile, path: str) -> object:
    """Return what a profile holds at a dotted path with entries in brackets; None for nothing.

    >>> profile = Profile.model_validate({"population": {"total": "5 million"}})
    >>> told(held(profile, "population.total")), held(profile, "population.adults_15plus")
    ('5 million', None)
    """
    value: object = profile
    for step in path.replace("]", "").replace("[", ".").split("."):
        value = _part(value, step)
    return value


def _part(value: object, step: str) -> object:
    holder = value.chosen if isinstance(value, Figure) and step != "measurements" else value
    items = holder.items if isinstance(holder, Listed) else holder
    if isinstance(items, dict):
        return items.get(step)
    if not isinstance(items, tuple):
        return getattr(holder, step, None)
    named = next((one for one in items if getattr(one, "id", None) == step), None)
    if named is None and step.isdigit() and int(step) < len(items):
        named = items[int(step)]
    return named
