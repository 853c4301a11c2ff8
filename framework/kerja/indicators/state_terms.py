"""Terms of what stands around a programme: commitment, civil society, other programmes."""

from __future__ import annotations

from collections.abc import Iterable

from kerja.costing.cases import of_figure, point
from kerja.costing.cases import total as added
from kerja.indicators.derived import Derived
from kerja.indicators.subject import Subject
from kerja.indicators.term import Input, Term, bare_input, input_of, missing
from kerja.profile import Count, Profile

LEVELS = ("none", "statement", "plan", "statute")
"""How far a government has bound itself, weakest first."""

_TRACKS = "programme.tracks"
_OTHERS = "existing_programmes"
_BODIES = "stakeholders"


def _commitment(subject: Subject) -> Term:
    profile, path = subject.profile, "institutions.commitment"
    fact = profile.institutions.commitment
    if fact is None or fact.value is None:
        return missing(path)
    number = float(LEVELS.index(fact.value))
    return Term(point(number), (input_of(profile, path, fact),), source=path)


def _open_access(subject: Subject) -> Term:
    """Add the licences of all ways beside the main one."""
    profile = subject.profile
    counts = [(f"{_TRACKS}[{one.id}].people", one.people) for one in profile.programme.tracks]
    if not counts:
        return missing(f"{_TRACKS}.people")
    return _summed(profile, counts)


def _already_trained(subject: Subject) -> Term:
    """Add the persons of all programmes that train already."""
    profile = subject.profile
    listed = profile.existing_programmes
    if not listed.is_known or _OTHERS not in profile.model_fields_set:
        return missing(_OTHERS)
    training = [one for one in listed.items if "training" in (one.kind or "")]
    if not training:
        return Term(why_not="no programme that trains is named")
    return _summed(profile, [(f"{_OTHERS}[{one.id}].people", one.people) for one in training])


def _summed(profile: Profile, counts: Iterable[tuple[str, Count | None]]) -> Term:
    listed = [(path, count, of_figure(count, profile)) for path, count in counts]
    lacks = tuple(path for path, _, cases in listed if cases is None)
    if lacks:
        return missing(*lacks)
    inputs: tuple[Input, ...] = tuple(
        input_of(profile, path, count) for path, count, _ in listed if count is not None
    )
    return Term(
        added(cases for _, _, cases in listed if cases is not None), inputs,
        source=inputs[0].path, nature="flow",
    )  # fmt: skip


def _civil_society(subject: Subject) -> Term:
    """Count the bodies of civil society with a channel; that none is named is no zero."""
    profile = subject.profile
    bodies = [body for body in profile.stakeholders if body.kind == "civil-society"]
    found = [body for body in bodies if body.channel]
    if not found:
        return missing(f"{_BODIES}.channel" if bodies else f"{_BODIES}.kind")
    return Term(point(float(len(found))), (bare_input(profile, _BODIES),), source=_BODIES)


STATE_TERMS = (
    Derived(
        "commitment", "0 none, 1 statement, 2 plan, 3 statute",
        ("institutions.commitment",), _commitment,
    ),
    Derived("open_access", "licences of the ways beside the main one",
            (f"{_TRACKS}.people",), _open_access),
    Derived(
        "already_trained", "persons of the existing programmes that train",
        (f"{_OTHERS}.people", f"{_OTHERS}.kind"), _already_trained,
    ),
    Derived(
        "civil_society", "bodies of civil society with a channel",
        (f"{_BODIES}.kind", f"{_BODIES}.channel"), _civil_society,
    ),
)  # fmt: skip
