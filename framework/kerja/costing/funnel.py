"""The expected funnel: how many of the places offered end in a certificate and a payment."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.adaptation import INHERITED, is_inherited
from kerja.profile import Profile, Range, point, range_of_assumption


@dataclass(frozen=True, slots=True)
class Stage:
    """Persons who reach a stage.

    `rests_on` is the profile's path of the share used. `note` says if that share, or one before it
    in the chain, is the model's.
    """

    name: str
    people: Range
    rests_on: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Funnel:
    """The stages that can be computed, and the assumptions that are missing for the others."""

    stages: tuple[Stage, ...]
    lacks: tuple[str, ...]

    def people(self, name: str) -> Range | None:
        """Return the persons of a stage, None if it cannot be computed."""
        for stage in self.stages:
            if stage.name == name:
                return stage.people
        return None


_SHARES = (
    ("purchased", "purchase"),
    ("completed", "completion"),
    ("paid", "paid"),
)
"""Stages after a place was given, each with the assumption it needs, in order."""


def funnel(profile: Profile, people: float) -> Funnel:
    """Follow `people` places from the offer to the payment, in closed form.

    Each stage is the one before times a share of `assumptions`, multiplied end by end (a product
    of bounds, no distribution is assumed). The first share that is not known ends the chain: what
    comes after it cannot be computed. All that are not known are listed.
    """
    stages = [Stage("places", point(people), "programme.quota.people")]
    lacks: list[str] = []
    for name, assumption in _SHARES:
        share = range_of_assumption(getattr(profile.assumptions, assumption))
        path = f"assumptions.{assumption}"
        if share is None:
            lacks.append(path)
        elif not lacks:
            note = INHERITED if is_inherited(profile, path) else stages[-1].note
            stages.append(Stage(name, stages[-1].people.times(share), path, note))
    return Funnel(tuple(stages), tuple(lacks))
