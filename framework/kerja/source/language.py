"""The head of a profile: which version of the language it is written in, and what it describes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kerja.findings import Finding, Place
from kerja.source import nodes
from kerja.source.faults import fault
from kerja.source.nodes import Scalar
from kerja.source.spelling import closest

LANGUAGE = 1
"""The version of the profile language that this package reads."""

KINDS = ("model", "country", "area", "scenario")

MAY_EXTEND: Mapping[str, tuple[str, ...]] = {
    "model": ("model",),
    "country": ("model", "country"),
    "area": ("model", "country", "area"),
    "scenario": KINDS,
}
"""For each kind of profile, the kinds of parent it can have."""

Migration = Callable[[nodes.Mapping], nodes.Mapping]

MIGRATIONS: Mapping[int, Migration] = {}
"""For each older version, a pure function to the tree of the next one; it keeps the places."""


def in_this_language(
    root: nodes.Mapping, *, file: str, skipped: str = "", migrations: Mapping[int, Migration]
) -> tuple[nodes.Mapping, tuple[Finding, ...]]:
    """Return the tree in the present version of the language, and what is wrong with the head.

    `skipped` are the lines that could not be read: what may stand there is not called missing. A
    tree in a version that cannot be read comes back empty.
    """
    version, problem = _version(root, file, skipped)
    while problem is None and version < LANGUAGE and version in migrations:
        root = migrations[version](root)
        version += 1
    if problem is None and version != LANGUAGE:
        problem = _unreadable(root.entries["kerja"], version)
        return nodes.Mapping(root.place), (problem,)
    problems = [problem, _problem_of_kind(root, file, skipped)]
    return root, tuple(found for found in problems if found)


def kind_of(root: nodes.Mapping) -> str:
    """Return the kind of a profile, "" if it states none that is known."""
    kind = root.entries.get("kind")
    return kind.text if isinstance(kind, Scalar) and kind.text in KINDS else ""


def _version(root: nodes.Mapping, file: str, skipped: str) -> tuple[int, Finding | None]:
    given = root.entries.get("kerja")
    if given is None:
        if _may_stand_in("kerja", skipped):
            return LANGUAGE, None
        message = "the version of the profile language is missing"
        return LANGUAGE, fault("language-version-missing", message, Place(file, 1, 1))
    if isinstance(given, Scalar) and type(given.value) is int:
        return given.value, None
    written = given.text if isinstance(given, Scalar) else ""
    message = f'"{written[:40]}" is not a version of the profile language'
    return LANGUAGE, fault("language-version-unknown", message, given.place, path="kerja")


def _unreadable(given: nodes.Node, version: int) -> Finding:
    if version > LANGUAGE:
        message = f"the profile is written in version {version} of the language"
        hint = f"update kerja; this one reads version {LANGUAGE}"
        return fault("newer-language", message, given.place, hint=hint, path="kerja")
    message = f"there is no version {version} of the profile language"
    hint = f"write kerja: {LANGUAGE}"
    return fault("language-version-unknown", message, given.place, hint=hint, path="kerja")


def _problem_of_kind(root: nodes.Mapping, file: str, skipped: str) -> Finding | None:
    given = root.entries.get("kind")
    if given is None:
        if _may_stand_in("kind", skipped):
            return None
        return fault("kind-missing", "the kind of profile is missing", Place(file, 1, 1))
    if kind_of(root):
        return None
    written = given.text if isinstance(given, Scalar) else ""
    near = closest(written, KINDS)
    hint = f"did you mean {near}?" if near else None
    message = f'"{written[:40]}" is not a kind of profile' if written else "kind is one word"
    return fault("kind-unknown", message, given.place, hint=hint, path="kind")


def _may_stand_in(key: str, skipped: str) -> bool:
    return re.search(rf"(?m)^\s*{key}\b", skipped) is not None
