"""The largest quota or benefit, the smallest budget or number of seats, that is safe enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Literal, get_args

from kerja.errors import KerjaError
from kerja.forecast.scheme import FiscalPart, Scheme, Slot
from kerja.forecast.uncertainty import SEED, Outcomes, design, observe, stage_names
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

WORLDS = 128
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
class Solution:
    """What was found, and the two runs that prove it.

    `answer` is the last value that is safe enough, in units of `step`, None if there is none (then
    `reason` says why). `chance` is the share of worlds in which `condition` is met there; `beyond`
    the next value, not safe enough any more, and `chance_beyond` its share; None where nothing lies
    beyond. `now` is the value of the scheme as it is, None if not one number.
    """

    what: What
    confidence: float
    condition: str
    answer: float | None
    chance: float | None
    beyond: float | None
    chance_beyond: float | None
    step: float
    now: float | None
    worlds: int
    seed: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Question:
    """A scheme for every number of steps, and which way more of them pushes."""

    scheme: Callable[[int], Scheme]
    judge: Judge
    condition: str
    least: int
    most: int
    step: float
    now: float | None
    more_is_safer: bool


def solve(
    scheme: Scheme,
    what: What,
    confidence: float,
    *,
    target: Target | None = None,
    worlds: int = WORLDS,
    seed: int = SEED,
) -> Solution:
    """Find how far one number may go so that a condition is met in enough worlds.

    The condition is that the budget holds (no round is stopped for money, no fiscal year pays more
    than it has), for a quota, a benefit, or a budget; with a `target`, for a budget or seats, that
    so many persons reach its stage; for seats without one, that as many pass the step as with a
    seat for everybody, but for 1 in 100. All values are tried in the same worlds, by halving; a
    world that is safe at one value is taken to be so at every safer one. The answer and the value
    next to it are then run in all worlds.

    Args:
        scheme: the compiled plan.
        what: the number to find.
        confidence: share of worlds in which the condition has to be met, above 0 to 1.
        target: what to reach; only for a budget or seats.
        worlds: a power of two; chances are counted in steps of one world.
        seed: of the design; the same seed gives the same answer.

    Raises:
        KerjaError: the question has no meaning for this scheme, or arguments are out of range.
    """
    if what not in get_args(What):
        raise KerjaError(f"{what!r} cannot be solved for", f"one of {', '.join(get_args(What))}")
    if not 0 < confidence <= 1:
        raise KerjaError(f"a confidence of {confidence:g} is none", "above 0, at most 1")
    if target is not None and what in ("quota", "benefit"):
        raise KerjaError(
            f"a larger {what} only helps to reach a target, so there is no largest",
            "solve for the budget or the seats",
        )
    values = design(scheme, worlds=worlds, seed=seed)
    makers = {
        "quota": lambda: _of_quota(scheme, values),
        "benefit": lambda: _of_benefit(scheme),
        "budget": lambda: _of_budget(scheme, values, target),
        "seats": lambda: _of_seats(scheme, values, target),
    }
    return _solution(what, found=_Search(makers[what](), values, confidence), seed=seed)


def _solution(what: What, *, found: _Search, seed: int) -> Solution:
    asked = found.asked
    answer, reason = found.edge()
    beyond = None if answer is None else found.beyond(answer)
    return Solution(
        what=what,
        confidence=found.confidence,
        condition=asked.condition,
        answer=None if answer is None else answer * asked.step,
        chance=None if answer is None else found.full(answer),
        beyond=None if beyond is None else beyond * asked.step,
        chance_beyond=None if beyond is None else found.full(beyond),
        step=asked.step,
        now=asked.now,
        worlds=len(found.values),
        seed=seed,
        reason=reason,
    )


@dataclass(slots=True)
class _Search:
    """The search for the edge between safe and not, with what is known of every world."""

    asked: _Question
    values: Floats
    confidence: float
    safe: Ints = field(init=False)
    unsafe: Ints = field(init=False)
    takes_for_granted: bool = field(init=False, default=True)
    seen: dict[int, float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        import numpy as np

        # Numbers are turned round where more is safer: then small is safe, large is not.
        self.safe = np.full(len(self.values), -(1 << 62), dtype=np.int64)
        self.unsafe = np.full(len(self.values), 1 << 62, dtype=np.int64)

    def edge(self) -> tuple[int | None, str]:
        """Return the last safe number, or None and why there is none."""
        found = self._edge()
        if not self._is_confirmed(found[0]):
            # A world that is not safe at a safer value: then every value is run in all worlds.
            self.takes_for_granted = False
            found = self._edge()
        return found

    def beyond(self, number: int) -> int | None:
        """Return the next number that is less safe, None if there is none."""
        found = number + (-1 if self.asked.more_is_safer else 1)
        return found if found >= self.asked.least else None

    def full(self, number: int) -> float:
        """Return the share of all worlds in which the condition is met, each of them run."""
        import numpy as np

        if number not in self.seen:
            everyone = np.arange(len(self.values), dtype=np.int64)
            self.seen[number] = float(self._met(number, everyone).mean())
        return self.seen[number]

    def _edge(self) -> tuple[int | None, str]:
        asked = self.asked
        safest, other = asked.least, asked.most
        if asked.more_is_safer:
            safest, other = other, safest
        if not self._is_safe(safest):
            return None, f"not in enough worlds even at {safest * asked.step:,.0f}"
        if self._is_safe(other):
            if asked.more_is_safer:
                return other, ""
            return None, f"still safe at {other * asked.step:,.0f}: it is not what limits people"
        while abs(other - safest) > 1:
            middle = (safest + other) // 2
            if self._is_safe(middle):
                safest = middle
            else:
                other = middle
        return safest, ""

    def _is_confirmed(self, number: int | None) -> bool:
        if number is None:
            return False
        beyond = self.beyond(number)
        is_last = beyond is None or not self._is_enough(self.full(beyond))
        return is_last and self._is_enough(self.full(number))

    def _is_safe(self, number: int) -> bool:
        import numpy as np

        if not self.takes_for_granted:
            return self._is_enough(self.full(number))
        at = -number if self.asked.more_is_safer else number
        chosen = np.flatnonzero((self.safe < at) & (at < self.unsafe))
        if chosen.size:
            met = self._met(number, chosen)
            self.safe[chosen[met]] = at
            self.unsafe[chosen[~met]] = at
        return self._is_enough(float((self.safe >= at).mean()))

    def _is_enough(self, chance: float) -> bool:
        return chance >= self.confidence - _CLOSE

    def _met(self, number: int, chosen: Ints) -> Flags:
        outcomes = observe(self.asked.scheme(number), self.values[chosen])
        return self.asked.judge(outcomes, chosen)


def _budget_holds(outcomes: Outcomes, chosen: Ints) -> Flags:
    import numpy as np

    return np.ones(len(chosen), dtype=np.bool_) if outcomes.holds is None else outcomes.holds


def _of_quota(scheme: Scheme, values: Floats) -> _Question:
    _need_ceiling(scheme)
    if not any(node.kind == "draw" for node in scheme.nodes) or not scheme.rounds.days:
        raise KerjaError("there is no quota to solve for", "the journey has no draw with rounds")
    quota = scheme.rounds.quota
    return _Question(
        scheme=lambda n: replace(scheme, rounds=replace(scheme.rounds, quota=float(n))),
        judge=_budget_holds,
        condition=_HOLDS,
        least=0,
        most=_most_people(scheme, values),
        step=1.0,
        now=None if isinstance(quota, Slot) else quota,
        more_is_safer=False,
    )


def _of_benefit(scheme: Scheme) -> _Question:
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

    return _Question(
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


def _of_budget(scheme: Scheme, values: Floats, target: Target | None) -> _Question:
    free = observe(_with_ceiling(scheme, None), values)
    paid = float(free.years.max())
    step = _step(paid)
    known = {year.ceiling for year in scheme.calendar.years}
    return _Question(
        scheme=lambda n: _with_ceiling(scheme, n * step),
        judge=_budget_holds if target is None else _reaches(scheme, target),
        condition=_HOLDS if target is None else _said(target),
        least=0,
        most=ceil((float(free.kinds.sum(axis=1).max()) + _promised(scheme, values)) / step) + 1,
        step=step,
        now=known.pop() if len(known) == 1 else None,
        more_is_safer=True,
    )


def _promised(scheme: Scheme, values: Floats) -> float:
    """Return more money than all rounds together can commit in any world."""
    import numpy as np

    world = settle(scheme, values)
    places = np.where(np.isfinite(world.quota), world.quota, world.people)
    return float(places.max()) * scheme.rounds.package * len(scheme.rounds.days)


def _of_seats(scheme: Scheme, values: Floats, target: Target | None) -> _Question:
    at = _seated(scheme)
    most = _most_people(scheme, values)

    def seating(number: int) -> Scheme:
        nodes = list(scheme.nodes)
        nodes[at] = replace(nodes[at], servers=number, pace=0.0)
        return replace(scheme, nodes=tuple(nodes))

    condition = f"{_ENOUGH:.0%} of those who pass {scheme.nodes[at].id} with a seat for everybody"
    return _Question(
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
    years = tuple(FiscalPart(year.name, year.first, ceiling) for year in calendar.years)
    return replace(scheme, calendar=replace(calendar, years=years))


def _need_ceiling(scheme: Scheme) -> None:
    if not scheme.has_ceiling:
        raise KerjaError("there is no budget that could hold", "fill in budget.total")


def _most_people(scheme: Scheme, values: Floats) -> int:
    return max(1, ceil(float(settle(scheme, values).people.max())))


def _step(number: float) -> float:
    """Return a power of ten of which a number has a thousand to ten thousand."""
    return 10.0 ** (floor(log10(number)) + 1) / (10 * _FINE) if number > 0 else 1.0
