"""What can be asked of a forecast backwards: a number to find, and the condition it has to meet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Literal

from kerja.errors import KerjaError
from kerja.forecast.outcomes import Outcomes
from kerja.forecast.scheme import Scheme, Slot
from kerja.forecast.uncertainty import observe, stage_names
from kerja.forecast.world import settle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]
    Judge = Callable[[Outcomes, Ints], Flags]

What = Literal["quota", "benefit", "budget", "seats"]
"""Places of a round; cash that a person gets in all; money of every fiscal year; seats at once."""

_ENOUGH = 0.99
_CLOSE = 1e-9
_FINE = 1000
_HOLDS = "the budget holds"


@dataclass(frozen=True, slots=True)
class Target:
    """At least so many persons who reach a stage of the funnel within the time."""

    stage: str
    people: float


@dataclass(frozen=True, slots=True)
class Question:
    """A scheme for every number of steps, and which way more of them pushes.

    `near` is a number close to which the answer may be, where the scheme has none now.
    """

    scheme: Callable[[int], Scheme]
    judge: Judge
    condition: str
    least: int
    most: int
    step: float
    now: float | None
    more_is_safer: bool
    near: int | None = None


def question(scheme: Scheme, what: What, values: Floats, *, target: Target | None) -> Question:
    """Return the question for one number of a scheme.

    Args:
        scheme: the compiled plan.
        what: the number to find.
        values: of the inputs in each world: [worlds, inputs].
        target: what to reach, instead of a budget that holds.

    Raises:
        KerjaError: the question has no meaning for this scheme.
    """
    makers = {
        "quota": lambda: _of_quota(scheme, values),
        "benefit": lambda: _of_benefit(scheme),
        "budget": lambda: _of_budget(scheme, values, target),
        "seats": lambda: _of_seats(scheme, values, target),
    }
    return makers[what]()


def _budget_holds(outcomes: Outcomes, chosen: Ints) -> Flags:
    import numpy as np

    return np.ones(len(chosen), dtype=np.bool_) if outcomes.holds is None else outcomes.holds


def _of_quota(scheme: Scheme, values: Floats) -> Question:
    _need_ceiling(scheme)
    if not any(node.kind == "draw" for node in scheme.nodes) or not scheme.rounds.days:
        raise KerjaError("there is no quota to solve for", "the journey has no draw with rounds")
    quota = scheme.rounds.quota
    return Question(
        scheme=lambda n: replace(scheme, rounds=replace(scheme.rounds, quota=float(n))),
        judge=_budget_holds,
        condition=_HOLDS,
        least=0,
        most=_most_people(scheme, values),
        step=1.0,
        now=None if isinstance(quota, Slot) else quota,
        more_is_safer=False,
    )


def _of_benefit(scheme: Scheme) -> Question:
    _need_ceiling(scheme)
    now = _cash_of_a_person(scheme)
    if not now:
        raise KerjaError("there is no cash benefit to solve for", "fill in programme.benefits")
    step = _step(now)

    def paying(number: int) -> Scheme:
        times = number * step / now
        payments = tuple(
            replace(one, amount=one.amount * times) if one.kind == "cash" else one
            for one in scheme.payments
        )
        package = max(0.0, scheme.rounds.package + (times - 1) * now)
        return replace(
            scheme, payments=payments, rounds=replace(scheme.rounds, package=package)
        )  # fmt: skip

    return Question(
        scheme=paying,
        judge=_budget_holds,
        condition=_HOLDS,
        least=0,
        # A hundred times what is planned: beyond, the benefit is not what limits the programme.
        most=ceil(100 * now / step),
        step=step,
        now=now,
        more_is_safer=False,
    )


def _of_budget(scheme: Scheme, values: Floats, target: Target | None) -> Question:
    free = observe(_with_ceiling(scheme, None), values)
    paid = float(free.years.max())
    step = _step(paid)
    known = {year.ceiling for year in scheme.calendar.years}
    return Question(
        scheme=lambda n: _with_ceiling(scheme, n * step),
        judge=_budget_holds if target is None else _reaches(scheme, target),
        condition=_HOLDS if target is None else _said(target),
        least=0,
        most=ceil((float(free.kinds.sum(axis=1).max()) + _promised(scheme, values)) / step) + 1,
        step=step,
        now=known.pop() if len(known) == 1 else None,
        more_is_safer=True,
        near=round(paid / step),
    )


def _promised(scheme: Scheme, values: Floats) -> float:
    """Return more money than all rounds together can commit in any world."""
    import numpy as np

    world = settle(scheme, values)
    places = np.where(np.isfinite(world.quota), world.quota, world.people)
    return float(places.max()) * scheme.rounds.package * len(scheme.rounds.days)


def _of_seats(scheme: Scheme, values: Floats, target: Target | None) -> Question:
    at = _seated(scheme)
    most = _most_people(scheme, values)

    def seating(number: int) -> Scheme:
        nodes = list(scheme.nodes)
        nodes[at] = replace(nodes[at], servers=number, pace=0.0)
        return replace(scheme, nodes=tuple(nodes))

    condition = f"{_ENOUGH:.0%} of those who pass {scheme.nodes[at].id} with a seat for everybody"
    return Question(
        scheme=seating,
        judge=_as_many(seating(most), at, values) if target is None else _reaches(scheme, target),
        condition=condition if target is None else _said(target),
        least=1,
        most=most,
        step=1.0,
        now=float(scheme.nodes[at].servers) or None,
        more_is_safer=True,
    )


def _as_many(ideal: Scheme, at: int, values: Floats) -> Judge:
    enough = observe(ideal, values).usual[:, at] * _ENOUGH - _CLOSE
    return lambda outcomes, chosen: outcomes.usual[:, at] >= enough[chosen]


def _reaches(scheme: Scheme, target: Target) -> Judge:
    names = stage_names(scheme)
    if target.stage not in names:
        raise KerjaError(f"there is no stage {target.stage!r}", f"one of {', '.join(names)}")
    column, people = names.index(target.stage), target.people
    return lambda outcomes, _: outcomes.stages[:, column] >= people * (1 - _CLOSE)


def _said(target: Target) -> str:
    return f"at least {target.people:,.0f} persons {target.stage}"


def _seated(scheme: Scheme) -> int:
    """Return the node with seats: that which has some, else that which ends the training."""
    found = [at for at, node in enumerate(scheme.nodes) if node.servers]
    found += [at for stage in scheme.milestones if stage.name == "completed" for at in stage.nodes]
    if not found:
        raise KerjaError("no step of the journey needs a seat", "fill in training.seats")
    return found[0]


def _cash_of_a_person(scheme: Scheme) -> float:
    """Return the cash that a place commits. Steps that pay the same benefit are alternatives."""
    sums: dict[str, dict[int, float]] = {}
    for one in scheme.payments:
        if one.kind == "cash":
            by_node = sums.setdefault(one.benefit, {})
            by_node[one.node] = by_node.get(one.node, 0.0) + one.amount
    return sum(max(by_node.values()) for by_node in sums.values())


def _with_ceiling(scheme: Scheme, ceiling: float | None) -> Scheme:
    calendar = scheme.calendar
    years = tuple(replace(year, ceiling=ceiling) for year in calendar.years)
    return replace(scheme, calendar=replace(calendar, years=years))


def _need_ceiling(scheme: Scheme) -> None:
    if not scheme.has_ceiling:
        raise KerjaError("there is no budget that could hold", "fill in budget.total")


def _most_people(scheme: Scheme, values: Floats) -> int:
    return max(1, ceil(float(settle(scheme, values).people.max())))


def _step(number: float) -> float:
    """Return a power of ten of which a number has a thousand to ten thousand."""
    return 10.0 ** (floor(log10(number)) + 1) / (10 * _FINE) if number > 0 else 1.0
