"""Readiness, design and journey of a comparison in words, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerja.comparison.pages.naming import named
from kerja.comparison.pages.numbers import grouped
from kerja.comparison.pages.page import SideLine, SideTable, Words
from kerja.comparison.tables import (
    Comparison,
    DesignRow,
    Ground,
    Journey,
    ReadinessRow,
    Standing,
    StepNote,
    Term,
)
from kerja.feasibility.readiness import MEANINGS

_GROUPS = {
    "package": "Package",
    "terms": "Terms",
    "cost": "Cost and reach",
    "likeness": "Beside the model",
}
_BESIDE = "shown beside"
"""What the comparison says of a fact that no level asks for."""
_VERDICTS = {True: "met", False: "not met", None: "not known"}
_SIGNS = {"added": "Added", "removed": "Left out", "changed": "Changed"}


def side_tables(comparison: Comparison, *, first: str) -> tuple[SideTable, ...]:
    """Return the tables of words, in the order of the page; `first` names the first profile."""
    return (
        SideTable(
            "readiness", "Readiness by dimension", "Dimension",
            f"{_meanings()}. There is no average.",
            tuple(map(_readiness, comparison.readiness)),
        ),
        SideTable(
            "design", "Design", "Part of the design",
            "What each programme gives, asks, costs and reaches, and how it stands to its model.",
            tuple(map(_design, comparison.design)),
        ),
        SideTable(
            "workflow", "Journey of a participant", "Steps",
            f"Each journey beside that of {first}.",
            tuple(_journeys(comparison, first)),
        ),
    )  # fmt: skip


def _meanings() -> str:
    return ", ".join(f"R{level}: {meaning}" for level, meaning in enumerate(MEANINGS))


def _readiness(row: ReadinessRow) -> SideLine:
    return SideLine(row.title, tuple(map(_standing, row.cells)))


def _standing(one: Standing) -> Words:
    # What is not known stands once, under what is missing, and not beside each condition.
    known = [ground for ground in one.grounds if ground.found]
    found = {(ground.path, ground.found): None for ground in known}
    lines = (_facts(path, fact, known) for path, fact in found)
    notes = (one.note,) if one.note else ()
    return Words(one.level or "n/a", (*lines, *notes), tuple(map(named, one.lacks)))


def _facts(path: str, found: str, grounds: Sequence[Ground]) -> str:
    """Say a raw value once, with all that is asked of it."""
    asked = [
        f"{ground.asks}: {_VERDICTS[ground.holds]}"
        for ground in grounds
        if (ground.path, ground.found) == (path, found) and ground.asks != _BESIDE
    ]
    conditions = f" (asked: {'; '.join(asked)})" if asked else ""
    return grouped(f"{named(path)}: {found}{conditions}")


def _design(row: DesignRow) -> SideLine:
    group = _GROUPS.get(row.group, row.group)
    return SideLine(f"{group}: {row.name}", tuple(map(_term, row.cells)))


def _term(one: Term) -> Words:
    lines = (grouped(one.text) or "n/a", one.note)
    return Words(one.likeness, tuple(line for line in lines if line))


def _journeys(comparison: Comparison, first: str) -> Iterator[SideLine]:
    """Yield what of each journey differs; the first, or whoever has none, is said to have none."""
    held = {one.party: one for one in comparison.journeys}
    found = [held.get(party.name) for party in comparison.parties]
    yield SideLine("Steps", tuple(map(_count, found)))
    yield SideLine(f"The same as in {first}", tuple(map(_unchanged, found)))
    for sign, title in _SIGNS.items():
        yield SideLine(title, tuple(_steps(one, sign) for one in found))


def _count(journey: Journey | None) -> Words:
    return Words(lines=("the others stand beside it" if journey is None else str(journey.steps),))


def _unchanged(journey: Journey | None) -> Words:
    return Words(lines=(journey.note or str(journey.unchanged),) if journey else ())


def _steps(journey: Journey | None, sign: str) -> Words:
    if journey is None:
        return Words()
    found = tuple(_step(one) for one in journey.differences if one.sign == sign)
    return Words(lines=found or (("n/a",) if journey.note else ("none",)))


def _step(one: StepNote) -> str:
    return grouped(f"{one.name}: {'; '.join(one.said)}" if one.said else one.name)
