"""What a lottery can show: detectable effect, power and sample of a design, in closed form."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from statistics import NormalDist

DRAW = "draw"
OFFERED = "offered"
TOOK_UP = "took-up"
SCALES = (DRAW, OFFERED, TOOK_UP)
"""Of what an effect speaks: the difference that the draw leaves at the last interview, an offer
(against none at all, ITT), or taking part (LATE)."""

LEAST_CLUSTERS = 6
"""With fewer groups in a comparison no closed form is trusted."""

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Design:
    """A draw among applicants, and the interviews that follow.

    `sample` persons are interviewed first and `attrition` of them are lost by chance alone.
    `treated_share` is offered a place, in `arms` - 1 equal parts; each part is compared with those
    not offered. Of those not offered `wins_later` win a later round before the last interview and
    then take part as the offered do. `clusters` is None where persons are drawn one by one; else so
    many groups of one size are drawn, with the `correlation` of the outcome within a group.
    """

    sample: float
    treated_share: float = 0.5
    take_up_treated: float = 1.0
    take_up_control: float = 0.0
    attrition: float = 0.0
    wins_later: float = 0.0
    clusters: float | None = None
    correlation: float = 0.0
    arms: float = 2
    significance: float = 0.05
    power: float = 0.8

    @property
    def answers(self) -> float:
        """Persons with a last interview."""
        return self.sample * (1 - self.attrition)

    @property
    def contaminated(self) -> float:
        """Share of those not offered who take part: s + w (c - s)."""
        return self.take_up_control + self.wins_later * (
            self.take_up_treated - self.take_up_control
        )

    def contrast(self, scale: str) -> float:
        """Return what part of an effect on this scale the draw still shows.

        An offer: 1 - w, with w the share that wins later. Taking part: (1 - w)(c - s), with c and s
        the take-up of both arms (Imbens and Angrist 1994; Bloom 1984).
        """
        kept = 1 - self.wins_later
        taking = max(0.0, self.take_up_treated - self.take_up_control)
        return {DRAW: 1.0, OFFERED: kept, TOOK_UP: kept * taking}[scale]

    @property
    def parts(self) -> tuple[float, float]:
        """Shares of the sample in one offered arm and in the arm not offered."""
        offered = self.treated_share / (self.arms - 1) if self.arms >= 2 else 0.0
        return offered, 1 - self.treated_share

    @property
    def design_effect(self) -> float:
        """Rise of the variance by drawing groups: 1 + (m - 1) rho (Kish 1965; Donner, Klar 2000).

        m is the number of answers in a group.
        """
        if self.clusters is None:
            return 1.0
        return 1 + max(0.0, self.answers / self.clusters - 1) * self.correlation

    @property
    def freedom(self) -> float | None:
        """Degrees of freedom of a comparison: its groups less two; None if persons are drawn."""
        return None if self.clusters is None else self.clusters * sum(self.parts) - 2

    @property
    def is_possible(self) -> bool:
        """True if there are persons in each arm, and groups enough for the closed form."""
        enough = self.freedom is None or self.freedom + 2 >= LEAST_CLUSTERS
        return self.answers > 0 and min(self.parts) > 0 and enough

    @property
    def critical(self) -> float:
        """Quantile that a test must pass; split over the comparisons (Bonferroni)."""
        return quantile(1 - self.significance / (self.arms - 1) / 2, self.freedom)

    @property
    def multiplier(self) -> float:
        """Smallest effect in standard errors: t(1 - alpha/2) + t(power) (Bloom 1995)."""
        return self.critical + quantile(self.power, self.freedom)


@dataclass(frozen=True, slots=True)
class ShareOutcome:
    """An outcome that a person has or has not, such as work; `base` without the programme."""

    base: float


@dataclass(frozen=True, slots=True)
class MeanOutcome:
    """An amount, such as a month's income; `deviation` between persons, the same in both arms."""

    deviation: float


Outcome = ShareOutcome | MeanOutcome


def detectable(design: Design, outcome: Outcome, scale: str = DRAW) -> float:
    """Return the minimum detectable effect in the unit of the outcome; infinite if there is none.

    MDE = (t(1 - alpha/2) + t(power)) sqrt(DEFF / n (v_T / p_T + v_C / p_C)) / contrast, with n the
    answers and p, v the part of them and the variance of the outcome in each arm. With one variance
    it is Duflo, Glennerster and Kremer 2007, equation 7; there too the division by c - s. A share
    has its own variance in each arm at the effect itself, which makes the equation quadratic.

    >>> round(detectable(Design(2 * 1685), ShareOutcome(0.5875)), 4)
    0.047
    """
    contrast = design.contrast(scale)
    if not design.is_possible or design.contrast(TOOK_UP) <= 0:
        return math.inf
    constant, linear, square = _variance(design, outcome)
    precision = design.multiplier**2 * design.design_effect / design.answers
    a, b, c = 1 + precision * square, precision * linear, precision * constant
    found = (b + math.sqrt(b * b + 4 * a * c)) / (2 * a)
    return found / contrast if _is_within(design, outcome, found) else math.inf


def power(design: Design, outcome: Outcome, effect: float, *, scale: str = DRAW) -> float:
    """Return the chance of seeing a true effect, the far tail left out; 0 if it cannot show."""
    seen = effect * design.contrast(scale)
    if not _can_show(design, outcome, seen):
        return 0.0
    variance = _variance_at(design, outcome, seen) * design.design_effect / design.answers
    if variance <= 0:
        return 1.0
    return _chance(abs(seen) / math.sqrt(variance) - design.critical, design.freedom)


def sample_for(design: Design, outcome: Outcome, effect: float, *, scale: str = DRAW) -> float:
    """Return the persons to interview first so that an effect is seen with the design's power.

    The groups drawn stay as many as they are. Infinite if no number is enough: the effect is none,
    or members of a group are so alike that only more groups would help.
    """
    seen = effect * design.contrast(scale)
    if not _can_show(replace(design, sample=1.0), outcome, seen):
        return math.inf
    variance = _variance_at(design, outcome, seen)
    wanted = (seen / design.multiplier) ** 2
    answers = variance / wanted
    if design.clusters is not None and answers > design.clusters:
        left = wanted / variance - design.correlation / design.clusters
        answers = (1 - design.correlation) / left if left > 0 else math.inf
    return answers / (1 - design.attrition) if design.attrition < 1 else math.inf


def quantile(probability: float, freedom: float | None = None) -> float:
    """Return a quantile of the normal distribution, or of Student's t.

    Student's by its expansion in the degrees of freedom (Abramowitz and Stegun 1964, 26.7.5),
    right to three digits from four degrees on.

    >>> round(quantile(0.975), 3), round(quantile(0.975, 4), 2), round(quantile(0.975, 10), 3)
    (1.96, 2.78, 2.228)
    """
    return _stretched(_NORMAL.inv_cdf(probability), freedom)


def _stretched(z: float, freedom: float | None) -> float:
    if freedom is None:
        return z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom ** (place + 1) for place, term in enumerate(terms))


def _chance(margin: float, freedom: float | None) -> float:
    """Return the probability below a margin: the inverse of `quantile`, so that both agree."""
    low, high = -8.0, 8.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _stretched(middle, freedom) < margin else (low, middle)
    return _NORMAL.cdf(low)


def _leak(design: Design) -> float:
    """Return the rise of the mean of those not offered, in parts of what the draw shows."""
    return design.contaminated / design.contrast(TOOK_UP)


def _variance(design: Design, outcome: Outcome) -> tuple[float, float, float]:
    """Return A, B, C of the variance A + B d - C d² of a difference d, per answer."""
    treated, control = design.parts
    if isinstance(outcome, MeanOutcome):
        return outcome.deviation**2 * (1 / treated + 1 / control), 0.0, 0.0
    leak, base = _leak(design), outcome.base
    return (
        base * (1 - base) * (1 / treated + 1 / control),
        (1 - 2 * base) * ((1 + leak) / treated + leak / control),
        (1 + leak) ** 2 / treated + leak**2 / control,
    )


def _variance_at(design: Design, outcome: Outcome, seen: float) -> float:
    constant, linear, square = _variance(design, outcome)
    return constant + linear * seen - square * seen * seen


def _can_show(design: Design, outcome: Outcome, seen: float) -> bool:
    if not seen or not design.is_possible or design.contrast(TOOK_UP) <= 0:
        return False
    return _is_within(design, outcome, seen)


def _is_within(design: Design, outcome: Outcome, seen: float) -> bool:
    if isinstance(outcome, MeanOutcome):
        return True
    return 0 <= outcome.base + (1 + _leak(design)) * seen <= 1
