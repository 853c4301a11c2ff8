"""Data to obtain: what is missing, whether it was looked for, and what waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kerja.adaptation.change import Decision
from kerja.profile import Knowledge, Listed, OpenSection, Profile, Section, facts

ABSENT = "absent"
"""State of a figure that nobody has looked for."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing figure, the rules and limits that wait for it, and whether it was looked for.

    `state` is absent (not looked for), unknown (not published) or to-decide.
    """

    path: str
    state: str
    unlocks: tuple[str, ...]


# Where programmes of this kind have been seen to bind: Indonesia's budget of 2023, training places.
_BOUND_BEFORE = {"budget": 3.0, "places": 3.0}
_OF_A_LIMIT = 1.0
_OF_A_RULE = 0.5


def data_to_obtain(
    profile: Profile, decisions: Iterable[Decision], lacking: Iterable[tuple[str, tuple[str, ...]]]
) -> tuple[Gap, ...]:
    """List the missing figures, those first that by themselves settle most of what is unknown.

    A limit or cost that lacks four figures counts a quarter for each; a rule counts half as much
    as a limit, the limits that bound elsewhere three times.

    Args:
        profile: the profile.
        decisions: rules that could not be judged name what they lack.
        lacking: (name of a limit or cost, paths that it lacks).
    """
    waits: dict[str, dict[str, float]] = {}
    for name, paths in lacking:
        for path in paths:
            weight = _BOUND_BEFORE.get(name, _OF_A_LIMIT)
            waits.setdefault(path, {})[name] = weight / len(paths)
    for decision in decisions:
        for path in decision.lacks:
            waits.setdefault(path, {})[decision.rule] = _OF_A_RULE / len(decision.lacks)
    states = {path: state for path, state, _ in missing(profile)}
    ordered = sorted(waits.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return tuple(Gap(path, _state(path, states), tuple(names)) for path, names in ordered)


def missing(profile: Profile) -> Iterator[tuple[str, Knowledge, str]]:
    """Yield what is written as unknown or to be decided: (path, which of the two, note)."""
    for path, fact in facts(profile):
        if not fact.is_known:
            yield path, fact.knowledge, fact.note or ""
    for path, section in _open_sections(profile):
        if not section.is_known:
            yield path, section.knowledge, section.note or ""


def _state(path: str, states: Mapping[str, Knowledge]) -> str:
    """Return the state of a figure: its own, or that of the section written in its place."""
    while path:
        if path in states:
            return states[path].value
        path = path.rpartition(".")[0]
    return ABSENT


def _open_sections(section: Section, path: str = "") -> Iterator[tuple[str, OpenSection]]:
    for name, value in section:
        below = f"{path}.{name}" if path else name
        if isinstance(value, OpenSection):
            yield below, value
        if isinstance(value, Section) and not isinstance(value, Listed):
            yield from _open_sections(value, below)
