"""Marks between readings of one indicator, found class by class: most readings are alike.

The same marks as `kerja.indicators.marks_between` gives pair by pair, which for a hundred profiles
would be asked half a million times.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from kerja.indicators import About, Flaw, Input, Reading, marks_between

Key = tuple[str, str]
"""A flaw and the sentence that tells it."""

Found = Mapping[Key, set[int]]
"""The marks of one reading, each with the positions of those that it stands between."""

_NOBODY = About("", "", "", ())
_A_DESIGN, _OTHER_DESIGN = (
    replace(_NOBODY, programme="a", design=((name, "", None, None),)) for name in ("one", "other")
)
_Class = TypeVar("_Class", bound=Hashable)


class Clashes:
    """Finds marks between readings; what was found for one indicator is known for the next."""

    def __init__(self) -> None:
        self._slots: dict[str, str] = {}
        self._of_programmes: dict[str, bool] = {}
        self._marks: dict[tuple[Hashable, Hashable], tuple[Key, ...]] = {}

    def between(self, readings: Sequence[Reading]) -> list[Found]:
        """Return the marks of each reading with the others; all are known and of one indicator."""
        found: list[dict[Key, set[int]]] = [defaultdict(set) for _ in readings]
        for sides, keys in (
            *self._by_figure(readings), *self._by_basis(readings), *self._by_design(readings),
            *self._by_year(readings), *_overlaps(readings),
        ):  # fmt: skip
            for here, there in (sides, sides[::-1]):
                for index in here:
                    for key in keys:
                        found[index][key] |= there - {index}
        return [{key: others for key, others in one.items() if others} for one in found]

    def _by_figure(self, readings: Sequence[Reading]) -> Iterator[_Between]:
        """Compare the figures of one field: of those that say the same, one is enough."""
        by_slot: dict[str, dict[Hashable, set[int]]] = defaultdict(lambda: defaultdict(set))
        examples: dict[Hashable, Input] = {}
        for index, reading in enumerate(readings):
            for one in reading.inputs:
                said = (
                    self._slot(one), one.year, one.definition, one.ages, one.of, one.scope,
                    one.what, one.stage, one.status,
                )  # fmt: skip
                by_slot[said[0]][said].add(index)
                examples.setdefault(said, one)
        for classes in by_slot.values():
            for left, right in combinations(classes, 2):
                pair = [_bare(readings[0], (examples[said],)) for said in (left, right)]
                yield (classes[left], classes[right]), self._asked((left, right), pair)

    def _by_basis(self, readings: Sequence[Reading]) -> Iterator[_Between]:
        classes = _classed((one.basis, one.nature) for one in readings)
        for one, other in combinations(classes, 2):
            pair = [
                replace(_bare(readings[0]), basis=basis, nature=nature)
                for basis, nature in (one, other)
            ]
            yield (classes[one], classes[other]), self._asked((one, other), pair)

    def _by_design(self, readings: Sequence[Reading]) -> Iterator[_Between]:
        """Compare programmes, where one of the two readings speaks of its programme."""
        speaking = {index for index, one in enumerate(readings) if self._speaks(one)}
        classes = _classed(_programmes(readings))
        for one, other in combinations(classes, 2) if speaking else ():
            pair = [
                replace(_bare(readings[0]), basis="actual", about=side) for side in (one, other)
            ]
            keys = tuple(_nameless(key, one) for key in self._asked((one, other), pair))
            here, there = classes[one], classes[other]
            yield (here & speaking, there), keys
            yield (here - speaking, there & speaking), keys

    def _by_year(self, readings: Sequence[Reading]) -> Iterator[_Between]:
        """Compare the newest years of readings that have no field in common."""
        classes = _classed((frozenset(map(self._slot, one.inputs)), one.year) for one in readings)
        for one, other in combinations(classes, 2):
            if one[0].isdisjoint(other[0]):
                here, there = (readings[min(classes[side])] for side in (one, other))
                keys = self._asked((one, other), [here, there])
                apart = tuple(key for key in keys if key[0] == Flaw.YEARS_APART)
                yield (classes[one], classes[other]), apart

    def _asked(self, names: tuple[Hashable, Hashable], pair: Sequence[Reading]) -> tuple[Key, ...]:
        if names not in self._marks:
            found = marks_between(*pair)
            self._marks[names] = tuple((mark.flaw.value, mark.said) for mark in found)
        return self._marks[names]

    def _slot(self, one: Input) -> str:
        """Return what figures must share to be compared: their field, or their very path."""
        if one.path not in self._slots:
            entry = replace(one, path=one.path.replace("]", "-other]"), definition="other")
            pair = [_of(side) for side in (replace(one, definition="one"), entry)]
            is_field = any(mark.flaw is Flaw.DEFINITIONS for mark in marks_between(*pair))
            self._slots[one.path] = one.field if is_field else one.path
        return self._slots[one.path]

    def _speaks(self, reading: Reading) -> bool:
        return reading.basis != "profile" or any(map(self._is_of_programme, reading.inputs))

    def _is_of_programme(self, one: Input) -> bool:
        if one.path not in self._of_programmes:
            pair = [replace(_of(one), about=about) for about in (_A_DESIGN, _OTHER_DESIGN)]
            flaws = {mark.flaw for mark in marks_between(*pair)}
            self._of_programmes[one.path] = Flaw.DESIGNS in flaws
        return self._of_programmes[one.path]


_Between = tuple[tuple[set[int], set[int]], tuple[Key, ...]]
"""Two classes of readings by position, and the marks between any of the one and of the other."""


def _of(one: Input) -> Reading:
    return Reading("", _NOBODY, None, None, None, "profile", inputs=(one,))


def _bare(reading: Reading, inputs: tuple[Input, ...] = ()) -> Reading:
    return Reading(reading.indicator, _NOBODY, None, None, None, "profile", inputs=inputs)


def _programmes(readings: Sequence[Reading]) -> Iterator[About]:
    """Yield what of a programme can clash: its status, and a design whose name others share."""
    names = Counter(one.about.programme for one in readings)
    for one in readings:
        about = replace(one.about, name="")
        is_shared = names[about.programme] > 1
        yield about if is_shared else replace(about, programme="", design=())


def _classed(names: Iterable[_Class]) -> dict[_Class, set[int]]:
    classes: dict[_Class, set[int]] = defaultdict(set)
    for index, name in enumerate(names):
        classes[name].add(index)
    return classes


def _nameless(key: Key, about: About) -> Key:
    """Tell two designs of one name without the parties: the mark itself names those."""
    if key[0] != Flaw.DESIGNS:
        return key
    return key[0], f"{about.programme} has other benefits"


def _overlaps(readings: Sequence[Reading]) -> Iterator[_Between]:
    """Compare the ends of ranges with one another, and with single values."""
    ends = [(_end(one.low, "-inf"), _end(one.high, "inf")) for one in readings]
    for index, one in enumerate(readings):
        if not one.is_range:
            continue
        low, high = ends[index]
        others = {
            other for other, (from_, to) in enumerate(ends) if from_ <= high and low <= to
        } - {index}
        if others:
            pair = (replace(one, inputs=()), replace(readings[min(others)], inputs=()))
            marks = (mark for mark in marks_between(*pair) if mark.flaw is Flaw.OVERLAP)
            yield ({index}, others), tuple((mark.flaw.value, mark.said) for mark in marks)


def _end(number: float | None, open_: str) -> float:
    return float(open_) if number is None else number
