"""Finding what a key means in a profile: a figure of the register, or a fact that is no figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kerja.comparison import told
from kerja.findings import Place
from kerja.profile import Fact, Figure, Listed, OpenSection, Profile, Section, facts
from kerja.register import Entry
from kerja.targets import Draft

_OF_OPTIONS = ("options", "costs")
"""Parts of the register that have a set of figures for each option."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a key means.

    `path` is its dotted path in `profile`, which is that of the option for a key of an option;
    `entry` its figure in the register; `fact` what the profile says there. Nothing is said where
    both are None and `text` is "".
    """

    key: str
    profile: Profile
    path: str
    entry: Entry | None = None
    fact: Fact | OpenSection | None = None
    text: str = ""
    place: Place | None = None


def look_up(key: str, draft: Draft) -> Subject:
    """Find a key of the register, or a path of the profile; see `Subject`.

    A labour-force figure may be asked for without its measurement: the one that computes is meant.
    """
    profile, path = _holder(key, draft)
    subject = Subject(key, profile, path, entry=draft.register.get(key))
    for candidate in (path, _measured(path, profile)):
        own = key.replace(path, candidate)
        entry = draft.register.get(own)
        # The fact itself, or the one whose part is meant: an end of an assumption, a group.
        found = [_fact(profile, part) for part in (candidate, candidate.rpartition(".")[0])]
        if found[0] is not None or entry is not None:
            fact = found[0] or found[1]
            return replace(subject, key=own, path=candidate, entry=entry, fact=fact)
    return _said(subject, profile, path)


def all_facts(profile: Profile) -> Mapping[str, Fact]:
    """Return every fact of a profile by its dotted path."""
    return dict(facts(profile))


def _holder(key: str, draft: Draft) -> tuple[Profile, str]:
    """Return the profile that a key speaks of and the path in it."""
    root, bracket, rest = key.partition("[")
    name, closing, path = rest.partition("].")
    if root in _OF_OPTIONS and bracket and closing:
        for scenario in draft.blueprint.scenarios:
            if scenario.origin.name == name:
                return scenario, path
    return draft.blueprint.profile, key


def _measured(path: str, profile: Profile) -> str:
    section, _, name = path.partition(".")
    if section != "labour_force" or not profile.labour_force.use:
        return path
    return f"{section}.measurements[{profile.labour_force.use}].{name}"


def _fact(profile: Profile, path: str) -> Fact | None:
    value: object = profile
    for step in steps(path):
        value = _part(value, step)
    return value if isinstance(value, Fact) else None


def _said(subject: Subject, profile: Profile, path: str) -> Subject:
    """Fill in what the profile says at a path that holds no fact: a word, a missing section."""
    value: object = profile
    here = ""
    for step in steps(path):
        value = _part(value, step)
        here += step if step.startswith("[") or not here else f".{step}"
        if isinstance(value, OpenSection) and not value.is_known:
            return replace(subject, fact=value, place=value.place or profile.place(here))
    if value is None or value is profile or _is_unwritten(value):
        return subject
    return replace(subject, text=told(value), place=profile.place(path))


def _is_unwritten(value: object) -> bool:
    return isinstance(value, Section) and not value.model_fields_set


def steps(path: str) -> list[str]:
    """Split a dotted path: "wallets.rails[a].fee" into wallets, rails, [a], fee."""
    return [step for step in path.replace("[", ".[").split(".") if step]


def _part(value: object, step: str) -> object:
    if step.startswith("["):
        items = value.items if isinstance(value, Listed) else value
        listed = items if isinstance(items, tuple) else ()
        labelled = ((f"[{getattr(i, 'id', None) or at}]", i) for at, i in enumerate(listed))
        return next((item for label, item in labelled if label == step), None)
    if isinstance(value, dict):
        return value.get(step)
    if not isinstance(value, Section):
        return None
    for name, field in type(value).model_fields.items():
        if step in (name, field.alias):
            written = name in value.model_fields_set or isinstance(getattr(value, name), Section)
            return getattr(value, name) if written else None
    return None


def beside(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Yield the other measurements of the same figure, with their paths."""
    fact, path = subject.fact, subject.path
    if isinstance(fact, Figure):
        yield from ((f"{path}.measurements[{m.id}]", m) for m in fact.others)
    section, _, rest = path.partition(".")
    if section == "labour_force":
        name = rest.partition("].")[2] if rest.startswith("measurements[") else rest
        for other, known in all_facts(subject.profile).items():
            is_same = other == f"labour_force.{name}" or other.endswith(f"].{name}")
            if other != path and other.startswith("labour_force.") and is_same:
                yield other, known
