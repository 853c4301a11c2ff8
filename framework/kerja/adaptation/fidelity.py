"""How the country's design stands to the model's, feature by feature."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kerja.adaptation.inheritance import is_inherited
from kerja.profile import Fact, Figure, Listed, OpenSection, Profile, Section
from kerja.profile.journey import StepText


class Likeness(StrEnum):
    """Same, different by design, not used, or unknown. Silence is unknown, never "dropped"."""

    SAME = "same"
    DIFFERENT = "different by design"
    NOT_USED = "not used"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of the model beside the country's.

    `inherited` is true where the country did not say anything and the model's value stands until
    somebody decides.
    """

    path: str
    name: str
    model: str
    country: str
    likeness: Likeness
    inherited: bool


JOURNEY = "workflow.steps"

_FEATURES = {
    "programme.channels": "Application",
    "programme.eligibility": "Who may take part",
    "programme.household_cap": "Members of one household",
    "programme.selection": "Selection",
    "programme.batches": "Rounds",
    "programme.benefits[training]": "Training",
    "programme.benefits[stipend]": "Stipend during training",
    "programme.benefits[incentive]": "Incentive after training",
    "programme.benefits[survey]": "Paid surveys",
    "programme.deadlines": "Deadlines",
    "programme.modality": "Way of training",
    "programme.unused_balance": "Unused money",
    "wallets.paid_through": "Choice of account",
    JOURNEY: "Journey",
}


def fidelity(profile: Profile, model: Profile | None) -> tuple[Feature, ...]:
    """Compare a profile with the model that it starts from; empty for a model or without one."""
    if model is None or profile.kind == "model":
        return ()
    features = (_feature(path, name, profile, model) for path, name in _FEATURES.items())
    return tuple(f for f in features if f.model or f.country)


def _feature(path: str, name: str, profile: Profile, model: Profile) -> Feature:
    here, there = value_at(profile, path), value_at(model, path)
    own, others = describe(here), describe(there)
    is_same = _content(here) == _content(there)
    inherited = bool(own) and is_same and is_inherited(profile, path)
    likeness = Likeness.UNKNOWN if inherited else _likeness(here, there, is_same=is_same)
    return Feature(path, name, others, own, likeness, inherited)


def _likeness(here: object, there: object, *, is_same: bool) -> Likeness:
    own, others = describe(here), describe(there)
    if here is _REMOVED or own == _NONE:
        return Likeness.NOT_USED if others and others != _NONE else Likeness.SAME
    if not own or _is_missing(here) or _TO_DECIDE in own:
        return Likeness.UNKNOWN
    return Likeness.SAME if is_same else Likeness.DIFFERENT


def _is_missing(value: object) -> bool:
    return isinstance(value, Fact | OpenSection) and not value.is_known


def _content(value: object) -> object:
    """Return what is compared: what a reader sees, and of a journey the steps and their ways."""
    if isinstance(value, tuple) and all(isinstance(item, StepText) for item in value):
        return tuple((step.id, step.kind, tuple(way.to for way in step.next)) for step in value)
    return describe(value)


_REMOVED = object()
"""A benefit that the model has and that is not among those the country gives."""
_NONE = "none"
_TO_DECIDE = "to be decided"


def value_at(profile: Profile, path: str) -> object:
    """Return the value at a dotted path, items by id or position; None where a part is absent."""
    value: object = profile
    for step in path.replace("]", "").split("."):
        name, _, key = step.partition("[")
        holder, value = value, getattr(value, name, None)
        if key and isinstance(value, Listed):
            found = [
                item
                for index, item in enumerate(value.items)
                if key in (getattr(item, "id", None), str(index))
            ]
            value = found[0] if found else _without(holder, name, value)
    return value


def _without(holder: object, name: str, listed: Listed[Any]) -> object:
    """Tell an item that a written list leaves out from one of a list that nobody wrote."""
    written = isinstance(holder, Section) and name in holder.model_fields_set
    return _REMOVED if written and listed.is_known else None


def describe(value: object) -> str:
    """Say in a few words what a section or fact holds; empty where it says nothing."""
    if isinstance(value, Figure):
        return value.chosen.value.written if value.chosen.value is not None else _absence(value)
    if isinstance(value, Fact | OpenSection) and not value.is_known:
        return _absence(value)
    if isinstance(value, tuple) and value and isinstance(value[0], StepText):
        return f"{len(value)} steps"
    writers: dict[type, Callable[[object], str]] = {
        str: _spoken, int: str, bool: _yes, tuple: _several,
    }  # fmt: skip
    for kind, writer in writers.items():
        if type(value) is kind:
            return writer(value)
    if isinstance(value, Fact):
        return describe(getattr(value, "value", None))
    if isinstance(value, Listed):
        return "; ".join(filter(None, (describe(item) for item in value.items)))
    if isinstance(value, Section):
        return _section(value)
    return ""


_BETWEEN_WORDS = re.compile("(?<=[a-z])[-_](?=[a-z])")


def _spoken(value: object) -> str:
    """Say a name of the language as words: free-place, rate_and_review."""
    return _BETWEEN_WORDS.sub(" ", str(value))


_NOT_DESCRIBED = (
    "id",
    "source",
    "confidence",
    "status",
    "note",
    "place",
    "knowledge",
    "valid_from",
)


def _section(section: Section) -> str:
    if getattr(section, "applies", True) is False:
        return _NONE
    parts = []
    for name, value in section:
        if name in _NOT_DESCRIBED or name == "applies":
            continue
        text = describe(value)
        if text and value != type(section).model_fields[name].default:
            parts.append(f"{name.replace('_', ' ')} {text}")
    return ", ".join(parts)


def _several(value: object) -> str:
    return ", ".join(describe(item) for item in value) if isinstance(value, tuple) else ""


def _yes(value: object) -> str:
    return "yes" if value else "no"


def _absence(value: Fact | OpenSection) -> str:
    return _TO_DECIDE if value.knowledge == "to-decide" else "unknown"
