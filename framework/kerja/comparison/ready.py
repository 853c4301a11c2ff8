"""What differs in readiness: levels of dimensions, and the grade of payments."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.comparison.plan import Difference, Level
from kerja.feasibility import checklist, readiness
from kerja.feasibility.ladder import Level as Rung
from kerja.profile import Profile


def readiness_changes(old: Profile, new: Profile) -> Iterator[Difference]:
    """Yield the dimensions whose level differs, then the grade of payments if it does."""
    before, after = ({one.dimension.name: one for one in readiness(p)} for p in (old, new))
    for name, one in before.items():
        other = after[name]
        if one.level != other.level:
            yield Difference(one.dimension.title, _level(one.level), _level(other.level))
    grades = [checklist(profile).grade.known for profile in (old, new)]
    if grades[0] != grades[1]:
        yield Difference("Grade of payments", *(_grade(grade) for grade in grades))


def _level(level: Rung) -> Level:
    if level.known is not None:
        return Level(f"R{level.known}", level.known, "level")
    return Level(f"R{level.low} to R{level.high}, not known")


def _grade(grade: str | None) -> Level:
    return Level(grade or "not known")
