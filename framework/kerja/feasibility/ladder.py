"""A ladder of four levels: what each rung asks, what is found, and how high that leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

NEAR = 0.10
"""Within this part of a judged threshold a level is close to turning."""

TOP = 3
"""The highest level; the lowest is 0."""


class Asks(StrEnum):
    """What a condition asks of a fact."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    YES = "yes"
    NO = "no"
    WORD = "one of"
    STATED = "stated"
    SHOWN = "shown by a document"
    EITHER = "either"


Found = float | str | bool | tuple[float, float] | None
"""What is known: a number, a word, yes or no, or the ends between which a number lies."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a rung asks, and whether it holds: None while that is not known.

    `path` is the field, or the key of a computed figure; `wanted` the threshold or the words that
    satisfy; `judged` is true for a threshold that Kerja chose. `instead` holds the alternatives of
    which one is enough. `lacks` names what would have to be known.
    """

    path: str
    asks: Asks
    holds: bool | None
    found: Found = None
    wanted: float | tuple[str, ...] | None = None
    judged: bool = False
    lacks: tuple[str, ...] = ()
    instead: tuple[Condition, ...] = ()

    @property
    def is_near(self) -> bool:
        """True if a judged threshold is within 10 % of what was found."""
        if not self.judged or not isinstance(self.wanted, float) or not _is_number(self.found):
            return False
        assert isinstance(self.found, float | int)
        return abs(self.found - self.wanted) < NEAR * abs(self.wanted)

    @property
    def simple(self) -> Iterator[Condition]:
        """The condition itself, or the alternatives that it consists of."""
        if not self.instead:
            yield self
        for part in self.instead:
            yield from part.simple


Rung = tuple[Condition, ...]
"""What must hold, all of it, to stand on a rung."""

Rungs = tuple[Rung, Rung, Rung]
"""What levels 1, 2 and 3 ask, each beside what is asked below it."""


@dataclass(frozen=True, slots=True)
class Level:
    """The lowest and the highest level that is possible on what is known."""

    low: int
    high: int

    @property
    def known(self) -> int | None:
        """The level, if nothing that is missing can change it."""
        return self.low if self.low == self.high else None


def climb(rungs: Rungs) -> Level:
    """Return how high the rungs lead; a rung counts only with all that are below it.

    >>> yes, no, open_ = ((Condition("a", Asks.YES, holds),) for holds in (True, False, None))
    >>> climb((yes, open_, no)), climb((yes, no, yes)).known
    (Level(low=1, high=2), 1)
    """
    low = high = 0
    for rung in rungs:
        if any(condition.holds is False for condition in rung):
            break
        high += 1
        if low == high - 1 and all(condition.holds for condition in rung):
            low = high
    return Level(low, high)


def moves(rungs: Rungs, level: Level) -> Rung:
    """Return what the next rung still asks: what must rise, or become known."""
    if level.low == TOP:
        return ()
    return tuple(condition for condition in rungs[level.low] if not condition.holds)


def caps(rungs: Rungs, level: Level) -> Rung:
    """Return what keeps a level from being higher, whatever becomes known."""
    if level.high == TOP:
        return ()
    return tuple(condition for condition in rungs[level.high] if condition.holds is False)


def lacking(rungs: Rungs, level: Level) -> tuple[str, ...]:
    """Return what would have to be known to know the level."""
    open_ = (c for rung in rungs[level.low : level.high] for c in rung if c.holds is None)
    return tuple(dict.fromkeys(path for condition in open_ for path in condition.lacks))


def either(*parts: Condition) -> Condition:
    """Return the condition that one of the parts holds: unknown if none does and one is unknown."""
    answers = [part.holds for part in parts]
    holds = True if True in answers else None if None in answers else False
    lacks = (path for part in parts if part.holds is None for path in part.lacks)
    return Condition(
        parts[0].path, Asks.EITHER, holds, instead=parts,
        lacks=tuple(dict.fromkeys(lacks)) if holds is None else (),
    )  # fmt: skip


def simple(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Yield conditions with alternatives taken apart."""
    for condition in conditions:
        yield from condition.simple


def _is_number(found: Found) -> bool:
    return isinstance(found, float | int) and not isinstance(found, bool)
