"""A published statistic, what Kerja says of it, and the verdict on the two."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

TOO_WIDE = 0.95
"""A band wider than this part of its middle is not clearly narrower than the middle itself.

It could hardly be wrong, and is not scored. Of 256 worlds the width is known to 5 points.
"""


class Label(StrEnum):
    """What a comparison with a published statistic can show. Only a prediction is scored."""

    INPUT = "input"
    IDENTITY = "identity"
    PREDICTION = "prediction"


class Verdict(StrEnum):
    """How a prediction came out."""

    MET = "met"
    MISSED = "missed"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True)
class Band:
    """What Kerja says with a width: of a forecast, what 5, 50 and 95 of 100 worlds stay below."""

    low: float
    middle: float
    high: float

    @property
    def width(self) -> float:
        """Width as a share of the middle."""
        return (self.high - self.low) / self.middle


Value = float | str


@dataclass(frozen=True, slots=True)
class Part:
    """One published value, and what Kerja says of it.

    `accept` are the ends within which one number of ours is taken as the same; a band of ours has
    to hold the published value instead. `way` says how a prediction was made.
    """

    name: str
    published: Value
    accept: tuple[float, float] | None
    compute: Callable[[], Value | Band]
    way: str = ""


@dataclass(frozen=True, slots=True)
class Statistic:
    """One row. Without parts there is nothing to compare, and `how` says why."""

    row: str
    name: str
    how: str
    parts: tuple[Part, ...] = ()

    @property
    def label(self) -> Label:
        """The label of the committed table, which was written before anything was computed."""
        return labels()[self.row][0]


@cache
def labels() -> dict[str, tuple[Label, str]]:
    """Return label and reason of every row, from labels.tsv."""
    text = (Path(__file__).parent / "labels.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {row["row"]: (Label(row["label"]), row["why"]) for row in rows}


@cache
def ours(part: Part) -> Value | Band:
    """Return what Kerja says of a part, computed once."""
    return part.compute()


def near(published: float, tolerance: float) -> tuple[float, float]:
    """Return the ends that lie so far on both sides of a published value."""
    return published * (1 - tolerance), published * (1 + tolerance)


def verdict(part: Part) -> Verdict:
    """Say how a part came out."""
    found = ours(part)
    if isinstance(found, Band) and found.width > TOO_WIDE:
        return Verdict.NOT_COMPARABLE
    return Verdict.MET if is_met(part) else Verdict.MISSED


def is_met(part: Part) -> bool:
    """Tell whether our number lies within what is accepted, or our band holds the published one."""
    found = ours(part)
    if isinstance(found, Band):
        return found.low <= number(part.published) <= found.high
    if isinstance(found, str) or part.accept is None:
        return found == part.published
    low, high = part.accept
    return low <= found <= high


def missed_by(part: Part) -> float:
    """Return how far our number, or the nearer end of our band, lies from the published one.

    A share of the published number; less than zero if ours is too low, zero within a band.
    """
    found, published = ours(part), number(part.published)
    if isinstance(found, Band):
        nearest = min(max(published, found.low), found.high)
        return nearest / published - 1
    return number(found) / published - 1


def number(value: Value | Band) -> float:
    """Return a value that is a number, or the middle of a band."""
    if isinstance(value, Band):
        return value.middle
    assert not isinstance(value, str)
    return float(value)
