"""Reading figures on behalf of one rule: what it read, what it compared, what it lacked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kerja.profile import Figure, Profile, Share, Words, YesNo
from kerja.profile.packages import yearly_quota

NEAR = 0.10
"""Within this part of a judged threshold a rule advises and does not act."""


class LacksError(Exception):
    """Facts that the rule needs are absent, unknown or wait for a decision."""

    def __init__(self, *paths: str) -> None:
        super().__init__(", ".join(paths))
        self.paths = tuple(dict.fromkeys(paths))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure held against a threshold.

    `judged` is true for a threshold that Kerja chose, `overridden` for one that the country set.
    """

    path: str
    number: float
    threshold: float
    judged: bool
    overridden: bool = False

    @property
    def is_near(self) -> bool:
        """True if a judged threshold is within 10 %: too close to act on."""
        return self.judged and abs(self.number - self.threshold) < NEAR * abs(self.threshold)


@dataclass(slots=True)
class Look:
    """A profile as one rule sees it.

    `threshold` is what the country set in place of a share that Kerja judged. The comparisons of
    the paths in `against` are read the other way: so a rule is asked whether they matter.
    """

    profile: Profile
    threshold: float | None = None
    against: frozenset[str] = frozenset()
    read: list[str] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)

    def number(self, path: str) -> float:
        """Return the number of a figure.

        Raises:
            LacksError: it is absent or its number is not known.
        """
        return self._figure(path)[1]

    def below(self, path: str, threshold: float) -> bool:
        """Tell whether a figure is below a judged threshold, and remember the comparison."""
        figure, number = self._figure(path)
        # A country overrides a share; the counts that the same rule may read are no shares.
        own = self.threshold if isinstance(figure, Share) else None
        limit = threshold if own is None else own
        self.comparisons.append(Comparison(path, number, limit, own is None, own is not None))
        return (number < limit) != (path in self.against)

    def denies(self, path: str) -> bool:
        """Tell whether a yes-or-no fact is "no".

        Raises:
            LacksError: it is absent or unknown.
        """
        value = at(self.profile, path)
        if not isinstance(value, YesNo) or value.value is None:
            raise LacksError(path)
        self.read.append(path)
        return not value.value

    def word(self, path: str) -> str:
        """Return a fact in words or a word from a list.

        Raises:
            LacksError: it is absent or unknown.
        """
        value = at(self.profile, path)
        text = value.value if isinstance(value, Words) else value
        if not isinstance(text, str):
            raise LacksError(path)
        self.read.append(path)
        return text

    def quota(self) -> int:
        """Return the places that the design offers in a year.

        Raises:
            LacksError: the quota, or what turns it into one of a year, is not known.
        """
        people = yearly_quota(self.profile)
        if people is not None:
            return people
        quota = self.profile.programme.quota
        if quota.people is None or quota.people.number is None:
            raise LacksError("programme.quota.people")
        raise LacksError(
            "programme.batches.per_year" if quota.every == "batch" else "programme.ends"
        )

    def _figure(self, path: str) -> tuple[Figure[Any], float]:
        value = at(self.profile, path)
        if not isinstance(value, Figure) or value.number is None:
            raise LacksError(path)
        self.read.append(path)
        return value, value.number


def at(profile: Profile, path: str) -> object:
    """Return the value at a dotted path of fields, None where a part is absent."""
    value: object = profile
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


def either(*conditions: Callable[[], bool]) -> bool:
    """Three-valued "or": true if one is true, unknown if none is and one is unknown.

    Raises:
        LacksError: what keeps the unknown ones from being judged.
    """
    answers, lacks = _asked(conditions)
    if not any(answers) and lacks:
        raise LacksError(*lacks)
    return any(answers)


def both(*conditions: Callable[[], bool]) -> bool:
    """Three-valued "and": false if one is false, unknown if none is and one is unknown.

    Raises:
        LacksError: what keeps the unknown ones from being judged.
    """
    answers, lacks = _asked(conditions)
    if all(answers) and lacks:
        raise LacksError(*lacks)
    return all(answers)


def gather(*readings: Callable[[], float]) -> tuple[float, ...]:
    """Return all numbers, or say at once everything that is lacking.

    Raises:
        LacksError: the paths of all that are not known.
    """
    numbers: list[float] = []
    lacks: list[str] = []
    for reading in readings:
        try:
            numbers.append(reading())
        except LacksError as problem:
            lacks += problem.paths
    if lacks:
        raise LacksError(*lacks)
    return tuple(numbers)


def _asked(conditions: tuple[Callable[[], bool], ...]) -> tuple[list[bool], list[str]]:
    answers: list[bool] = []
    lacks: list[str] = []
    for condition in conditions:
        try:
            answers.append(condition())
        except LacksError as problem:
            lacks += problem.paths
    return answers, lacks
