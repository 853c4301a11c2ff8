"""Readiness side by side: the level of each dimension, and the raw values under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerja.comparison.statements import exact, told
from kerja.comparison.tables.comparison import Ground, ReadinessRow, Standing
from kerja.comparison.tables.figures import held
from kerja.comparison.tables.side import Side
from kerja.feasibility import DIMENSIONS, Condition, Level, Readiness, readiness
from kerja.feasibility.ladder import simple
from kerja.profile import Fact, Figure

_OF_NO_COUNTRY = "a model speaks of no country"
_BESIDE = "shown beside"
_SHARES = "readiness."


def readiness_rows(sides: Sequence[Side]) -> tuple[ReadinessRow, ...]:
    """Return every dimension with where each side stands on it. There is no average."""
    of_sides = [_standings(side) for side in sides]
    return tuple(
        ReadinessRow(
            name=dimension.name,
            title=dimension.title,
            levels=dimension.rungs,
            cells=tuple(standings[row] for standings in of_sides),
        )
        for row, dimension in enumerate(DIMENSIONS)
    )


def _standings(side: Side) -> list[Standing]:
    if side.is_model:
        return [Standing("", None, None, note=_OF_NO_COUNTRY)] * len(DIMENSIONS)
    return [_standing(one, side) for one in readiness(side.profile)]


def _standing(one: Readiness, side: Side) -> Standing:
    errors = side.soundness.behind(one.looked_at)
    if errors:
        said = side.leave_out(f"readiness: {one.dimension.title}", errors)
        return Standing("", None, None, note=said)
    return Standing(
        level=_level(one.level),
        low=one.level.low,
        high=one.level.high,
        grounds=tuple(_grounds(one, side)),
        lacks=one.lacks,
        note="; ".join(_notes(one)),
    )


def _level(level: Level) -> str:
    if level.known is not None:
        return f"R{level.known}"
    return f"R{level.low} to R{level.high}"


def _notes(one: Readiness) -> Iterator[str]:
    for name, level in one.alternatives.items():
        yield f"{_level(level)} by {name}"
    if one.near:
        named = ", ".join(dict.fromkeys(condition.path for condition in one.near))
        yield f"close to turning: {named}"


def _grounds(one: Readiness, side: Side) -> Iterator[Ground]:
    for condition in dict.fromkeys(simple(one.conditions)):
        yield Ground(condition.path, _found(condition, side), _asks(condition), condition.holds)
    for path in one.dimension.beside:
        text = _told(path, side)
        if text:
            yield Ground(path, text, _BESIDE, None)


def _found(condition: Condition, side: Side) -> str:
    """Say what is known: the fact as it is written, or what was computed or counted."""
    found = condition.found
    if found is None:
        return ""
    text = _told(condition.path, side)
    if text:
        return text
    if isinstance(found, tuple):
        return " to ".join(_number(end, condition.path) for end in dict.fromkeys(found))
    if isinstance(found, bool):
        return "yes" if found else "no"
    return _number(found, condition.path) if isinstance(found, float | int) else str(found)


def _number(number: float, path: str) -> str:
    return exact(number, "share" if path.startswith(_SHARES) else "number")


def _told(path: str, side: Side) -> str:
    """Say what the profile holds, with the year of a figure."""
    fact = held(side.profile, path)
    text = told(fact)
    chosen = fact.chosen if isinstance(fact, Figure) else fact
    year = chosen.year if isinstance(chosen, Fact) else None
    return f"{text} ({year})" if text and year is not None else text


def _asks(condition: Condition) -> str:
    wanted = condition.wanted
    if isinstance(wanted, tuple):
        return f"{condition.asks.value} {', '.join(wanted)}"
    if wanted is None:
        return condition.asks.value
    unit = "share" if 0 < wanted < 1 or condition.path.startswith(_SHARES) else "number"
    return f"{condition.asks.value} {exact(wanted, unit)}"
