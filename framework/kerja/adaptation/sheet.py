"""The decision sheet: every point that only a person can decide, who decides, and what waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kerja.adaptation.change import Conflict, Decision, Outcome
from kerja.adaptation.fidelity import JOURNEY, Feature, describe, value_at
from kerja.adaptation.gaps import missing
from kerja.adaptation.inheritance import inherited_design, inherited_steps
from kerja.adaptation.wording import words as words
from kerja.findings import Place
from kerja.profile import Fact, Knowledge, Profile, Section

HUMAN = "TODO(human)"


@dataclass(frozen=True, slots=True)
class Point:
    """One point to decide.

    `origin` says where it comes from: open (TODO(human) in the profile), rule, inherited (taken
    over from the model, not decided), conflict. `owner` and `due` are TODO(human) until somebody
    names them; `waits` says what cannot go on before.
    """

    id: str
    question: str
    origin: str
    owner: str
    due: str
    waits: str
    path: str
    rule: str
    place: Place


def decision_sheet(
    profile: Profile,
    decisions: Iterable[Decision],
    conflicts: Iterable[Conflict],
    features: Iterable[Feature],
) -> tuple[Point, ...]:
    """Gather every human decision.

    What is open in the profile comes first, in the order in which a programme is decided; then
    what the rules ask, what is taken over from the model, and what the rules do not agree on.
    """
    drafts = [
        *sorted(_open_points(profile), key=lambda draft: _turn(draft[5])),
        *_from_rules(profile, decisions),
        *_inherited(profile, tuple(features)),
        *(_conflict(profile, conflict) for conflict in conflicts),
    ]
    return tuple(Point(f"D-{number:02d}", *draft) for number, draft in enumerate(drafts, start=1))


_Draft = tuple[str, str, str, str, str, str, str, Place]

_WAITING = {
    "programme.owner": "every other decision",
    "legal": "regulation",
    "programme.eligibility": "regulation and registration form",
    "programme.quota": "cost of the options",
    "programme.benefits": "cost of the package",
    "budget": "number of people that can be paid for",
    "programme.target": "announcement",
    "programme.household_cap": "selection",
    "programme.selection": "regulation and selection",
    "programme.batches": "calendar of rounds",
    "programme.deadlines": "operations manual",
    "workflow": "operations manual",
    "programme.channels": "operations manual",
    "programme.modality": "operations manual",
    "wallets": "payment agreement",
}
"""What waits for a point, by where it stands in the profile; in the order of deciding."""


def _turn(path: str) -> int:
    """Return the place of a point in the order of deciding."""
    starts = tuple(_WAITING)
    return next((n for n, start in enumerate(starts) if path.startswith(start)), len(starts))


def _waiting(path: str) -> str:
    return next(
        (waits for start, waits in _WAITING.items() if path.startswith(start)),
        "the figures that rest on it",
    )


def _open_points(profile: Profile) -> Iterable[_Draft]:
    for path, state, note in missing(profile):
        if state is Knowledge.TO_DECIDE:
            question = f"Decide {words(path)}" + (f": {note}" if note else "")
            yield (
                question, "open", _owner(profile), HUMAN, _waiting(path),
                path, "", profile.place(path),
            )  # fmt: skip


def _from_rules(profile: Profile, decisions: Iterable[Decision]) -> Iterable[_Draft]:
    waiting = {
        Outcome.FIRED: "the change is in the draft; the point stays open",
        Outcome.ADVISED: "nothing was changed: the figure is within 10 % of the threshold",
        Outcome.SENSITIVE: "nothing was changed: the measurements disagree",
    }
    for decision in decisions:
        if decision.outcome in waiting and decision.question:
            path = decision.comparisons[0].path if decision.comparisons else ""
            yield (
                decision.question, "rule", decision.owner or HUMAN, HUMAN,
                _asked_only(decision) or waiting[decision.outcome],
                path, decision.rule, profile.place(path),
            )  # fmt: skip


def _asked_only(decision: Decision) -> str:
    """Say that a rule which acts changed nothing in the draft; "" if it did."""
    change = decision.change
    if decision.outcome is not Outcome.FIRED or change is None:
        return ""
    changed = change.workflow or change.settings or change.costs
    return "" if changed else "nothing was changed: the draft waits for the decision"


def _inherited(profile: Profile, features: tuple[Feature, ...]) -> Iterable[_Draft]:
    """Ask for each feature that the model decided, wholly or in part."""
    parts = list(inherited_design(profile))
    for feature in features:
        taken = feature.model if feature.inherited else _taken(profile, feature.path, parts)
        if feature.path == JOURNEY and (steps := inherited_steps(profile)):
            taken = f"{steps} of {len(profile.workflow.steps)} steps"
        parts = [path for path in parts if not path.startswith(feature.path)]
        if taken:
            yield _taken_over(profile, feature.name, feature.path, taken)
    for path in parts:
        if isinstance(value := value_at(profile, path), Fact) and value.is_known:
            yield _taken_over(profile, words(path), path, describe(value))


def _taken(profile: Profile, start: str, parts: Iterable[str]) -> str:
    """Describe the parts of a feature that come from the model while others do not."""
    found = []
    for path in parts:
        value = value_at(profile, path)
        holds_others = isinstance(value, Section) and not isinstance(value, Fact)
        if path.startswith(f"{start}.") and not holds_others and (text := describe(value)):
            found.append(f"{path.removeprefix(f'{start}.').replace('_', ' ')} {text}")
    return ", ".join(found)


def _taken_over(profile: Profile, name: str, path: str, what: str) -> _Draft:
    return (
        f"{name}: inherited from the model, not decided ({what})",
        "inherited", _owner(profile), HUMAN, _waiting(path), path, "", profile.place(path),
    )  # fmt: skip


def _conflict(profile: Profile, conflict: Conflict) -> _Draft:
    return (
        conflict.message, "conflict", _owner(profile), HUMAN,
        "the setting is left open", conflict.key, ", ".join(conflict.rules), profile.place(""),
    )  # fmt: skip


def _owner(profile: Profile) -> str:
    owner = profile.programme.owner
    return owner.value if owner is not None and owner.value else HUMAN
