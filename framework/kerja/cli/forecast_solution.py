"""The answer to a question asked backwards as text on a terminal, with what proves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerja.cli.forecast_inputs import inputs_text
from kerja.cli.lines import wrapped
from kerja.forecast import Ground, Scheme, Solution, What, base_values

_SOUGHT: dict[What, str] = {
    "quota": "the largest number of places of a round",
    "benefit": "the largest cash benefit of a person, all payments together",
    "budget": "the smallest budget of a fiscal year",
    "seats": "the smallest number of seats in training at one time",
}
_IS_MONEY = ("benefit", "budget")


def solution_text(
    solution: Solution, scheme: Scheme, resting: Sequence[Ground], *, title: str
) -> str:
    """Write the answer, the chance at it and just beyond it, or why there is none."""
    lines = [
        *wrapped("", f"{title}: {_SOUGHT[solution.what]}", indent=0),
        *wrapped(
            "", f"that is safe in at least {solution.confidence:.1%} of {_worlds(solution)}: "
            f"{solution.condition}", indent=0,
        ),
        "",
        *(_none(solution, scheme) if solution.answer is None else _answer(solution, scheme)),
        *inputs_text(scheme, base_values(scheme), resting),
    ]  # fmt: skip
    return "\n".join(lines)


def _answer(solution: Solution, scheme: Scheme) -> Iterator[str]:
    yield _row("answer", solution.answer, solution.chance, solution, scheme)
    if solution.beyond is None:
        yield "  nothing lies beyond"
    else:
        yield _row("just beyond", solution.beyond, solution.chance_beyond, solution, scheme)
    yield from _now(solution, scheme)
    yield ""
    yield from wrapped(
        "", "Both were run in every world; the worlds are the same, only this number differs.",
        indent=0,
    )  # fmt: skip


def _none(solution: Solution, scheme: Scheme) -> Iterator[str]:
    yield from wrapped("  ", f"There is none: {solution.reason}.", indent=2)
    yield from _now(solution, scheme)


def _now(solution: Solution, scheme: Scheme) -> Iterator[str]:
    if solution.now is None:
        yield f"  {'now':12}{'not one number':>30}"
    else:
        yield f"  {'now':12}{_number(solution.now, solution, scheme):>30}"


def _row(
    name: str, value: float | None, chance: float | None, solution: Solution, scheme: Scheme
) -> str:
    shown = "" if value is None else _number(value, solution, scheme)
    share = "" if chance is None else f"   safe in {chance:.1%} of {_worlds(solution)}"
    return f"  {name:12}{shown:>30}{share}"


def _number(value: float, solution: Solution, scheme: Scheme) -> str:
    if solution.what in _IS_MONEY:
        places = 2 if solution.step < 1 else 0
        return f"{scheme.currency} {value:,.{places}f}".strip()
    return f"{value:,.0f}"


def _worlds(solution: Solution) -> str:
    return f"{solution.worlds} world{'s' if solution.worlds != 1 else ''}"
