"""Rows of readiness and of the checklist: levels, what is known, what would move them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kerja.feasibility import (
    MEANINGS,
    Checklist,
    Grade,
    Level,
    Phase,
    Readiness,
    Score,
    bottlenecks,
)
from kerja.feasibility.ladder import simple
from kerja.targets.printing import UNKNOWN, Printer, Sentence
from kerja.targets.views.conditions import known_facts, lacked, one_more

Text = str | Markup


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One dimension of readiness.

    `state` is known, unknown or sensitive. `lacks` says what is missing beside what `moves` ask,
    `remarks` what disputes the level or is close to it.
    """

    name: str
    title: str
    level: Text
    state: str
    meaning: str
    facts: tuple[Markup, ...]
    moves: tuple[Markup, ...]
    lacks: str
    remarks: tuple[Markup, ...]
    why: str
    rungs: tuple[str, ...]
    basis: str
    source: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of the checklist; `words` say what its level is, `next` what the next one asks."""

    id: str
    question: str
    level: Text
    state: str
    words: str
    next: str
    lacks: str


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """One phase of the delivery chain."""

    name: str
    title: str
    lowest: Text
    unknown: str
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class GradeRow:
    """The generation of payments, and what is missing for the next."""

    grade: Text
    state: str
    missing: tuple[ItemRow, ...]


def readiness_rows(dimensions: Iterable[Readiness], printer: Printer) -> tuple[LevelRow, ...]:
    """Return the dimensions, the bottleneck first."""
    return tuple(_dimension(one, printer) for one in bottlenecks(dimensions))


def _dimension(one: Readiness, printer: Printer) -> LevelRow:
    known = one.level.known
    state = "sensitive" if one.is_sensitive else UNKNOWN if known is None else "known"
    return LevelRow(
        name=one.dimension.name,
        title=printer.say(one.dimension.title),
        level=_level(one.level, "R", printer),
        state=state,
        meaning="" if known is None else printer.say(MEANINGS[known]),
        facts=known_facts(one.looked_at, printer),
        moves=tuple(one_more(condition, printer) for condition in one.moves),
        lacks=lacked(_further(one), printer),
        remarks=tuple(_remarks(one, printer)),
        why=one.dimension.why,
        rungs=one.dimension.rungs,
        basis=_basis(one.dimension.basis, printer),
        source=one.dimension.source,
    )


def _further(one: Readiness) -> Iterable[str]:
    """Yield what is missing beside what the next level asks."""
    asked = {condition.path for condition in simple(one.moves)}
    return (path for path in one.lacks if path not in asked)


def _basis(basis: str, printer: Printer) -> str:
    return printer.say("Kerja’s judgement") if basis == "judgement" else basis


def _remarks(one: Readiness, printer: Printer) -> Iterable[Markup]:
    for name, level in one.alternatives.items():
        measured = name.partition("[")[2].rstrip("]")
        parts = {"measurement": measured, "level": _level(level, "R", printer)}
        yield printer.sentence(Sentence("by the measurement {measurement}: {level}", parts))
    for condition in one.near:
        near = {"condition": one_more(condition, printer)}
        yield printer.sentence(Sentence("close to a threshold: {condition}", near))


def phase_rows(checklist: Checklist, printer: Printer) -> tuple[PhaseRow, ...]:
    """Return the phases with their items; there is no mean over items or phases."""
    return tuple(_phase(phase, printer) for phase in checklist.phases)


def _phase(phase: Phase, printer: Printer) -> PhaseRow:
    lowest = [
        printer.sentence(
            Sentence(
                "{item} ({level})",
                {"item": Markup(score.item.id), "level": _level(score.level, "", printer)},
            )
        )
        for score in phase.lowest
    ]
    return PhaseRow(
        name=phase.name,
        title=printer.say(phase.title),
        lowest=Markup(", ").join(lowest) if lowest else printer.say(UNKNOWN),
        unknown=", ".join(score.item.id for score in phase.unknown),
        items=tuple(_item(score, printer) for score in phase.scores),
    )


def _item(score: Score, printer: Printer) -> ItemRow:
    known = score.level.known
    return ItemRow(
        id=score.item.id,
        question=score.item.question,
        level=_level(score.level, "", printer),
        state=UNKNOWN if known is None else "known",
        words="" if known is None else score.item.levels[known],
        next=score.next,
        lacks=lacked(score.lacks, printer),
    )


def grade_row(grade: Grade, printer: Printer) -> GradeRow:
    """Return the generation of payments."""
    ends = (grade.low, grade.high)
    return GradeRow(
        grade=grade.known or _between(*ends, ("1.0", "3.0"), printer),
        state="known" if grade.known else UNKNOWN,
        missing=tuple(_item(score, printer) for score in grade.missing),
    )


def _level(level: Level, letter: str, printer: Printer) -> Text:
    ends = (f"{letter}{level.low}", f"{letter}{level.high}")
    if level.known is not None:
        return ends[0]
    return _between(*ends, (f"{letter}0", f"{letter}3"), printer)


def _between(low: str, high: str, ends: tuple[str, str], printer: Printer) -> Text:
    if (low, high) == ends:
        return printer.say(UNKNOWN)
    if high == ends[1]:
        return printer.sentence(Sentence("unknown, at least {low}", {"low": Markup(low)}))
    if low == ends[0]:
        return printer.sentence(Sentence("unknown, at most {high}", {"high": Markup(high)}))
    parts: dict[str, str] = {"low": Markup(low), "high": Markup(high)}
    return printer.sentence(Sentence("unknown, from {low} to {high}", dict(parts)))
