"""Where a person goes after a step: its ways as flows with conditions, one of them the default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kerja.workflow.bpmn.expressions import (
    Comparison,
    Constant,
    Expression,
    Variable,
    all_of,
    any_of,
)
from kerja.workflow.bpmn.variables import ELIGIBLE, outcome, outcome_codes, taken
from kerja.workflow.step import Step, Way


@dataclass(frozen=True, slots=True)
class Choice:
    """A way out of a step: to the step `to`, past a counter if `counted` names a way.

    `condition` is None for the one that is taken if no other holds.
    """

    to: str
    name: str
    condition: Expression | None
    ways: tuple[tuple[str, Way], ...]
    counted: int | None = None


def choices(step: Step, *, by_rule: bool) -> tuple[Choice, ...]:
    """Return the ways out of a step, the usual one first.

    Ways that lead to the same step are one, unless they are counted. The default is a refusal
    where there is one: an outcome that nobody understands grants nothing.
    """
    grouped: dict[tuple[str, int | None], list[_Case]] = {}
    for case in _cases(step, by_rule=by_rule):
        grouped.setdefault((case.to, case.counted), []).append(case)
    default: tuple[str, int | None] = (_default(step), None)
    if default not in grouped:
        default = next(iter(grouped))
    return tuple(
        Choice(
            to=to,
            name=" / ".join(dict.fromkeys(case.name for case in cases)),
            condition=None
            if (to, counted) == default
            else any_of(tuple(case.condition for case in cases)),
            ways=tuple(case.way for case in cases if case.way is not None),
            counted=counted,
        )
        for (to, counted), cases in grouped.items()
    )


def branches(step: Step) -> tuple[Choice, ...]:
    """Return the ways out of a fork, all taken together; two that lead to one step are one."""
    found: Mapping[str, list[tuple[str, Way]]] = {way.to: [] for way in step.ways}
    for code, way in zip(outcome_codes(step), step.ways, strict=True):
        found[way.to].append((code, way))
    return tuple(Choice(to, "", None, tuple(ways)) for to, ways in found.items())


@dataclass(frozen=True, slots=True)
class _Case:
    to: str
    name: str
    condition: Expression
    way: tuple[str, Way] | None
    counted: int | None = None


def _cases(step: Step, *, by_rule: bool) -> Iterator[_Case]:
    codes = outcome_codes(step)
    for position, (code, way) in enumerate(zip(codes, step.ways, strict=True)):
        usual_by_rule = by_rule and position == 0
        name = way.when or (ELIGIBLE if usual_by_rule else code)
        asked = _asked(step, code, usual_by_rule=usual_by_rule)
        if way.at_most is None:
            yield _Case(way.to, name, asked, (code, way))
            continue
        times = Variable(taken(step.id, position))
        limit = Constant(way.at_most)
        chosen = () if len(step.ways) == 1 else (asked,)
        free = all_of((*chosen, Comparison(times, "<", limit)))
        spent = all_of((*chosen, Comparison(times, ">=", limit)))
        yield _Case(way.to, name, free, (code, way), position)
        yield _Case(step.used_up(way), f"{name}: no try left", spent, None)


def _asked(step: Step, code: str, *, usual_by_rule: bool) -> Expression:
    if usual_by_rule:
        return Comparison(Variable(ELIGIBLE), "=", Constant("yes"))
    return Comparison(Variable(outcome(step.id)), "=", Constant(code))


def _default(step: Step) -> str:
    """Return the step to which an outcome leads that is none of those known."""
    refusals = (way.to for way in step.ways[1:] if way.at_most is None)
    counted = (*step.ways[1:], *step.ways[:1])
    used_up = (step.used_up(way) for way in counted if way.at_most is not None)
    return next(refusals, "") or next(used_up, "") or step.ways[0].to
