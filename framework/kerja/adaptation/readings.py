"""The same profile with another measurement computing, one figure at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kerja.profile import Figure, Listed, Profile, Section, facts


@dataclass(frozen=True, slots=True)
class Reading:
    """A profile in which the figure at `path` is read from its measurement `measurement`."""

    path: str
    measurement: str
    profile: Profile

    @property
    def name(self) -> str:
        """The reading in a list: path and measurement."""
        return f"{self.path}[{self.measurement}]"


def readings(profile: Profile) -> tuple[Reading, ...]:
    """Return a reading for each known measurement of a figure that has several."""
    found = []
    for path, fact in facts(profile):
        if not isinstance(fact, Figure):
            continue
        for measurement in fact.measurements:
            if measurement.id and measurement.number is not None:
                read = fact.model_copy(update={"use": measurement.id})
                changed = _with(profile, _steps(path), read)
                assert isinstance(changed, Profile)
                found.append(Reading(path, measurement.id, changed))
    return tuple(found)


def _steps(path: str) -> list[str]:
    """Split a dotted path: "wallets.rails[a].fee" into wallets, rails, [a], fee."""
    return path.replace("[", ".[").split(".")


def _with(value: Any, steps: list[str], new: Figure[Any]) -> object:
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if step.startswith("["):
        items = tuple(
            _with(item, rest, new) if step == f"[{getattr(item, 'id', None) or index}]" else item
            for index, item in enumerate(value.items if isinstance(value, Listed) else value)
        )
        return value.model_copy(update={"items": items}) if isinstance(value, Listed) else items
    if isinstance(value, dict):
        return {**value, step: _with(value[step], rest, new)}
    assert isinstance(value, Section)
    return value.model_copy(update={step: _with(getattr(value, step), rest, new)})
