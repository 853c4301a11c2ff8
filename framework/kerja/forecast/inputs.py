"""The list that a compilation writes: uncertain inputs, what is not known, what was assumed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kerja.forecast.scheme import Input, Slot, Unknown, Value
from kerja.profile import Assumption, Profile, Range, facts

Shape = Literal["uniform", "triangular", "pert"]
Unit = Literal["share", "days", "persons", "money"]

EVERYTHING = Range(0.0, None, 1.0)
"""What a share may be of which nobody says anything."""


class Inputs:
    """Inputs, each once by its key; what is not known; what was assumed.

    `profile` says how values of an assumption spread, where it says so.
    """

    def __init__(self, profile: Profile) -> None:
        self._shapes = dict(_stated(profile))
        self._inputs: dict[str, Input] = {}
        self._unknowns: dict[str, Unknown] = {}
        self._assumed: dict[str, None] = {}

    @property
    def listed(self) -> tuple[Input, ...]:
        """The uncertain inputs in the order in which they were met."""
        return tuple(self._inputs.values())

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        """What is not known, each field once."""
        return tuple(self._unknowns.values())

    @property
    def assumed(self) -> tuple[str, ...]:
        """What was taken that nobody said, in sentences."""
        return tuple(self._assumed)

    def take(self, key: str, ends: Range, *, unit: Unit) -> Value:
        """Return a number of the scheme: the value itself if it is certain, else a slot."""
        if ends.is_point:
            return float(ends.low)
        shape = self._shapes.get(key) or ("uniform" if ends.mode is None else "pert")
        return self._slot(Input(key, ends, shape, unit))

    def take_unknown(self, key: str, ends: Range, *, unit: Unit, what: str) -> Slot:
        """Return a slot for what nobody knows: it is taken over all that is possible."""
        span = f"{ends.low:.0%} to {ends.high:.0%}" if unit == "share" else (
            f"{ends.low:g} to {ends.high:g} {unit}"
        )  # fmt: skip
        self.miss(key, what, f"taken over its whole range, {span}")
        return self._slot(Input(key, ends, "uniform", unit, is_unknown=True))

    def miss(self, path: str, what: str, taken: str) -> None:
        """Note what is not known, and what was done instead."""
        self._unknowns.setdefault(path, Unknown(path, what, taken))

    def assume(self, sentence: str) -> None:
        """Note what was taken that nobody said."""
        self._assumed.setdefault(sentence)

    def _slot(self, one: Input) -> Slot:
        self._inputs.setdefault(one.key, one)
        return Slot(list(self._inputs).index(one.key))


def _stated(profile: Profile) -> Iterator[tuple[str, Shape]]:
    for path, fact in facts(profile.assumptions, "assumptions"):
        if isinstance(fact, Assumption) and fact.shape is not None:
            yield path, fact.shape
