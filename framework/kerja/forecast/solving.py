"""The largest quota or benefit, the smallest budget or number of seats, that is safe enough."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isqrt
from typing import TYPE_CHECKING, get_args

from kerja.errors import KerjaError
from kerja.forecast.executors import Executor, InProcess
from kerja.forecast.questions import Question, Target, What, question
from kerja.forecast.scheme import Scheme
from kerja.forecast.uncertainty import SEED, WORLDS, design, observe

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

_CLOSE = 1e-9


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


def solve(
    scheme: Scheme,
    what: What,
    confidence: float,
    *,
    target: Target | None = None,
    worlds: int = WORLDS,
    seed: int = SEED,
    executor: Executor | None = None,
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
        worlds: at least 1; chances are counted in steps of one world.
        seed: of the design; the same seed gives the same answer.
        executor: who does the work; None is this process. It changes no result.

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
    asked = question(scheme, what, values, target=target)
    search = _Search(asked, values, confidence, executor or InProcess())
    return _solution(what, found=search, seed=seed)


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

    asked: Question
    values: Floats
    confidence: float
    executor: Executor
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
        # From where the programme stands, in strides that double: the edge is often near, and to
        # halve all that is possible would run every world at many values that are far from it.
        place, stride = self._start(), 0
        is_safe = self._is_safe(place)
        towards = other if is_safe else safest
        while place != towards:
            stride = 2 * stride or max(1, place // 8)
            following = _stepped(place, towards, stride)
            if self._is_safe(following) != is_safe:
                return self._halved(*((place, following) if is_safe else (following, place))), ""
            place = following
        at = place * asked.step
        if not is_safe:
            return None, f"not in enough worlds even at {at:,.0f}"
        if asked.more_is_safer:
            return place, ""
        return None, f"still safe at {at:,.0f}: it is not what limits people"

    def _start(self) -> int:
        """Return the number that the scheme has now, else one near, else one in the middle.

        The middle is that of the logarithms.
        """
        asked = self.asked
        start = asked.near if asked.now is None else round(asked.now / asked.step)
        if start is None:
            start = isqrt(max(1, asked.least) * asked.most)
        return min(max(asked.least, start), asked.most)

    def _halved(self, safe: int, other: int) -> int:
        """Return the last safe number between one that is safe and one that is not."""
        while abs(other - safe) > 1:
            middle = (safe + other) // 2
            if self._is_safe(middle):
                safe = middle
            else:
                other = middle
        return safe

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
        outcomes = observe(self.asked.scheme(number), self.values[chosen], executor=self.executor)
        return self.asked.judge(outcomes, chosen)


def _stepped(place: int, towards: int, stride: int) -> int:
    """Return the number a stride further, not beyond `towards`."""
    return min(place + stride, towards) if towards > place else max(place - stride, towards)
