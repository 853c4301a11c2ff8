"""What stands in a profile because its model, or the country of an area, says so."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.profile import Profile

INHERITED = "from the model, not measured here"
"""Note on a figure or a result that rests on the model's value."""

NATIONAL = "national figure"
"""Note on a figure that an area takes over from its country."""

_DESIGN = "programme."
_ABOUT = frozenset({
    "value", "low", "high", "year", "quarter", "month", "date", "source", "confidence", "status",
    "definition", "note", "via", "valid_from", "from",
})  # fmt: skip


def is_inherited(profile: Profile, path: str) -> bool:
    """Tell whether the value at a path was written in a model and not in the profile of a country.

    The country of the model itself inherits nothing: the model describes it.
    """
    if profile.kind == "model" or profile.reference.relation == "origin":
        return False
    return profile.kind_of_origin(path) == "model"


def is_national(profile: Profile, path: str) -> bool:
    """Tell whether the value at a path is the country's, in the profile of an area of it."""
    return "area" in profile.origin.kinds.values() and profile.kind_of_origin(path) == "country"


def taken_over(profile: Profile, path: str) -> str:
    """Return the note on a value that was written for elsewhere; empty for the profile's own."""
    if is_inherited(profile, path):
        return INHERITED
    return NATIONAL if is_national(profile, path) else ""


def inherited_design(profile: Profile) -> Iterator[str]:
    """Yield the paths of the design that a country takes over: money, eligibility, deadlines.

    Only what was written there: `programme.deadlines.payment_days`, not its year or its source.
    """
    for path in profile.origin.places:
        name = path.rpartition(".")[2]
        if path.startswith(_DESIGN) and name not in _ABOUT and is_inherited(profile, path):
            yield path


def inherited_steps(profile: Profile) -> int:
    """Return how many steps of the journey a country takes over as the model has them."""
    steps = (f"workflow.steps[{step.id}]" for step in profile.workflow.steps)
    return sum(is_inherited(profile, path) for path in steps)
