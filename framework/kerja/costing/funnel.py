"""The expected funnel: how many of the places offered end in a certificate and a payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kerja.adaptation import INHERITED, is_inherited
from kerja.profile import Assumption, Profile


class Range(NamedTuple):
    """Lowest credible, likeliest and highest credible value; `mode` is None where nobody says."""

    low: float
    mode: float | None
    high: float

    def times(self, other: Range) -> Range:
        """Multiply two ranges of positive numbers, end by end.

        The ends assume that all shares are low, or high, at once: the widest that is possible.
        """
        mode = None if self.mode is None or other.mode is None else self.mode * other.mode
        return Range(self.low * other.low, mode, self.high * other.high)

    @property
    def is_point(self) -> bool:
        """True if low and high are the same."""
        return self.low == self.high


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
    stages = [Stage("places", Range(people, people, people), "programme.quota.people")]
    lacks: list[str] = []
    for name, assumption in _SHARES:
        share = _range(getattr(profile.assumptions, assumption))
        path = f"assumptions.{assumption}"
        if share is None:
            lacks.append(path)
        elif not lacks:
            note = INHERITED if is_inherited(profile, path) else stages[-1].note
            stages.append(Stage(name, stages[-1].people.times(share), path, note))
    return Funnel(tuple(stages), tuple(lacks))


def _range(assumption: Assumption | None) -> Range | None:
    if assumption is None or assumption.low is None or assumption.high is None:
        return None
    mode = float(assumption.mode.number) if assumption.mode is not None else None
    return Range(float(assumption.low.number), mode, float(assumption.high.number))
