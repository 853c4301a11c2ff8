"""Readiness and the checklist as plain data: levels, what they rest on, what would move them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kerja.feasibility import (
    Checklist,
    Condition,
    Level,
    Phase,
    Readiness,
    Score,
    bottlenecks,
)
from kerja.register import Register

Data = Mapping[str, object]

_NOTE = (
    "CGAP's ladder: 1.0 cash, 2.0 one digital channel, 3.0 choice. "
    "G2P 4.0 is the name of Indonesia's own roadmap and no rung of it."
)


def readiness_data(dimensions: Iterable[Readiness], register: Register) -> list[Data]:
    """Return the dimensions, those first that cannot be high. There is no average."""
    return [_dimension(one, register) for one in bottlenecks(dimensions)]


def _dimension(one: Readiness, register: Register) -> Data:
    described = one.dimension
    return {
        "name": described.name,
        "title": described.title,
        **_level(one.level, "R"),
        "sensitive": one.is_sensitive,
        "under_other_measurements": {
            name: _level(level, "R") for name, level in one.alternatives.items()
        },
        "near_a_threshold": [_condition(c, register) for c in one.near],
        "rests_on": [_condition(c, register) for c in one.conditions],
        "would_move_it": [_condition(c, register) for c in one.moves],
        "keeps_it_down": [_condition(c, register) for c in one.caps],
        "lacks": list(one.lacks),
        "levels": {f"R{n}": text for n, text in enumerate(described.rungs)},
        "basis_of_thresholds": described.basis,
        "why": described.why,
        "source": described.source,
    }


def checklist_data(checklist: Checklist, register: Register) -> Data:
    """Return the checklist by phase, and the generation of payments."""
    grade = checklist.grade
    return {
        "phases": [_phase(phase, register) for phase in checklist.phases],
        "g2p": {
            "grade": grade.known or "unknown",
            "at_least": grade.low,
            "at_most": grade.high,
            "missing": [
                {"item": score.item.id, "question": score.item.question, **_level(score.level, "")}
                for score in grade.missing
            ],
            "note": _NOTE,
        },
    }


def _phase(phase: Phase, register: Register) -> Data:
    return {
        "name": phase.name,
        "title": phase.title,
        "lowest": [score.item.id for score in phase.lowest],
        "unknown": [score.item.id for score in phase.unknown],
        "items": [_score(score, register) for score in phase.scores],
    }


def _score(score: Score, register: Register) -> Data:
    return {
        "id": score.item.id,
        "question": score.item.question,
        **_level(score.level, ""),
        "levels": list(score.item.levels),
        "rests_on": [_condition(c, register) for c in score.conditions],
        "would_move_it": [_condition(c, register) for c in score.moves],
        "keeps_it_down": [_condition(c, register) for c in score.caps],
        "lacks": list(score.lacks),
        "source": score.item.source,
    }


def _level(level: Level, letter: str) -> Data:
    known = "unknown" if level.known is None else _named(level.known, letter)
    return {
        "level": known,
        "at_least": _named(level.low, letter),
        "at_most": _named(level.high, letter),
    }


def _named(level: int, letter: str) -> str | int:
    return f"{letter}{level}" if letter else level


def _condition(condition: Condition, register: Register) -> Data:
    entry = register.get(condition.path)
    content: dict[str, object] = {
        "fact": condition.path,
        "asks": condition.asks.value,
        "wanted": condition.wanted,
        "found": condition.found,
        "holds": condition.holds,
        "judged": condition.judged or None,
        "source": entry.source if entry is not None else None,
        "lacks": list(condition.lacks) or None,
        "one_of": [_condition(part, register) for part in condition.instead] or None,
    }
    return {key: value for key, value in content.items() if value is not None or key == "holds"}
