"""Reading figures on behalf of one rule: what it read, what it compared, what it lacked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from kerja.profile import Figure, Money, Profile, Rate, Share, Words, YesNo
from kerja.profile.currencies import own_number
from kerja.profile.packages import yearly_quota

Unit = Literal["share", "number"]
"""What a threshold is: a part of a whole, or a number of persons, things, months or years."""

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
    `what` says what was reckoned from the figure at `path`, "" if the figure itself is compared.
    """

    path: str
    number: float
    threshold: float
    judged: bool
    overridden: bool = False
    what: str = ""

    @property
    def is_near(self) -> bool:
        """True if a judged threshold is within 10 %: too close to act on."""
        return self.judged and abs(self.number - self.threshold) < NEAR * abs(self.threshold)


@dataclass(slots=True)
class Look:
    """A profile as one rule sees it.

    `threshold` is what the country set in place of one that Kerja judged, and `unit` what that one
    is. The comparisons of the paths in `against` are read the other way: so a rule is asked whether
    they matter.
    """

    profile: Profile
    threshold: float | None = None
    unit: Unit = "share"
    against: frozenset[str] = frozenset()
    read: list[str] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)

    def number(self, path: str) -> float:
        """Return the number of a figure.

        Raises:
            LacksError: it is absent or its number is not known.
        """
        return self._figure(path)[1]

    def amount(self, path: str) -> float:
        """Return an amount of money in the profile's own currency.

        Raises:
            LacksError: it is absent or unknown, or no exchange rate is known for its currency.
        """
        figure, _ = self._figure(path)
        own = own_number(figure, self.profile) if isinstance(figure, Money) else None
        if own is None:
            raise LacksError("economy.exchange_rate")
        return own

    def below(self, path: str, threshold: float, *, is_settable: bool = True) -> bool:
        """Tell whether a figure is below a judged threshold, and remember the comparison.

        `is_settable` is false for the second of two thresholds: the country sets the first.
        """
        figure, number = self._figure(path)
        # A country overrides a share; the counts that the same rule may read are no shares.
        unit: Unit = "share" if isinstance(figure, Share | Rate) else "number"
        own = self.threshold if unit == self.unit and is_settable else None
        limit = threshold if own is None else own
        self.comparisons.append(Comparison(path, number, limit, own is None, own is not None))
        return (number < limit) != (path in self.against)

    def gap(self, path: str) -> float:
        """Return by how much the figure of men is above that of women, in the unit of the figure.

        Raises:
            LacksError: one of the two is not known.
        """
        figure = at(self.profile, path)
        chosen = figure.chosen if isinstance(figure, Figure) else None
        men, women = getattr(chosen, "men", None), getattr(chosen, "women", None)
        if men is None or women is None:
            parts = {f"{path}.men": men, f"{path}.women": women}
            raise LacksError(*(name for name, part in parts.items() if part is None))
        self.read.append(path)
        # Shares are written to a digit: 0.85 - 0.8 must not be more than 0.05.
        return round(float(men.number - women.number), 9)

    def exceeds(self, reckoned: Comparison, *, is_settable: bool = True) -> bool:
        """Tell whether what was reckoned from facts is above its threshold, and remember it.

        The country's own threshold takes the place of one of the same unit, if the rule did not
        reckon with it already. `is_settable` is false for the second of two thresholds.
        """
        unit: Unit = "share" if 0 < reckoned.threshold < 1 else "number"
        is_own = unit == self.unit and is_settable and not reckoned.overridden
        own = self.threshold if is_own else None
        if own is not None:
            reckoned = replace(reckoned, threshold=own, judged=False, overridden=True)
        self.comparisons.append(reckoned)
        return (reckoned.number > reckoned.threshold) != (reckoned.path in self.against)

    def anew(
        self, *, profile: Profile | None = None, against: frozenset[str] = frozenset()
    ) -> Look:
        """Return a fresh look with the same threshold, at another reading or the other way."""
        return Look(profile or self.profile, self.threshold, self.unit, against)

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
