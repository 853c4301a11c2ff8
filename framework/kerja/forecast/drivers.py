"""Which uncertain input drives the cash and the people of a forecast, from runs made anyway."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.forecast.scheme import Scheme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_NO_SPREAD = 1e-9
_COSINES = 2


@dataclass(frozen=True, slots=True)
class Driver:
    """How much of the spread of total cash and of persons paid comes from one input.

    `cash` and `paid` are first-order indices, the share of the variance that would go if the input
    were known, 0 to 1; `cash_rank` and `paid_rank` rank correlations, -1 to 1: their sign says
    which way the input pushes.
    """

    key: str
    is_unknown: bool
    cash: float
    cash_rank: float
    paid: float
    paid_rank: float


def drivers_of(scheme: Scheme, values: Floats, *, cash: Floats, paid: Floats) -> tuple[Driver, ...]:
    """Return what each uncertain input explains, that which drives the cash most first.

    Args:
        scheme: with the inputs.
        values: of the inputs in each world: [worlds, inputs].
        cash: all cash paid, [worlds].
        paid: persons paid, [worlds].
    """
    open_ = [at for at, one in enumerate(scheme.inputs) if not one.range.is_point]
    if not open_:
        return ()
    given = values[:, open_]
    cash_parts, paid_parts = _first_order(given, cash), _first_order(given, paid)
    found = [
        Driver(
            scheme.inputs[at].key,
            scheme.inputs[at].is_unknown,
            float(cash_parts[column]),
            _rank_correlation(given[:, column], cash),
            float(paid_parts[column]),
            _rank_correlation(given[:, column], paid),
        )
        for column, at in enumerate(open_)
    ]
    return tuple(sorted(found, key=lambda one: (-one.cash, -one.paid, one.key)))


def _first_order(given: Floats, response: Floats) -> Floats:
    """Return the first-order index of every input from runs that were made anyway: [inputs].

    The variance of the response's expectation given the input, over the whole variance (Sobol
    1993), the expectation being a sum of the lowest cosines of the input's rank (Plischke 2012,
    Environmental Modelling & Software 35: 188-191). A straight response loses 1.4 % that way.
    """
    import numpy as np
    from scipy import stats

    number, inputs = given.shape
    if _is_constant(response):
        return np.zeros(inputs)
    # Fitted to all inputs at once: two columns of a Sobol design of few worlds are so regular that
    # alone, an input without effect may explain most of what comes from another.
    terms = _COSINES if 2 * _COSINES * inputs <= number else 1
    place = (stats.rankdata(given, axis=0) - 0.5) / number
    waves = np.stack([np.cos(np.pi * (term + 1) * place) for term in range(terms)], axis=1)
    waves -= waves.mean(axis=0)
    weights = np.linalg.lstsq(waves.reshape(number, -1), response - response.mean(), rcond=None)[0]
    parts = (waves * weights.reshape(terms, inputs)).sum(axis=1)
    found: Floats = np.minimum(parts.var(axis=0) / response.var(), 1.0)
    return found


def _rank_correlation(given: Floats, response: Floats) -> float:
    """Return the rank correlation (Spearman 1904, American Journal of Psychology 15: 72-101)."""
    import numpy as np
    from scipy import stats

    if _is_constant(response):
        return 0.0
    return float(np.corrcoef(stats.rankdata(given), stats.rankdata(response))[0, 1])


def _is_constant(values: Floats) -> bool:
    return float(values.max() - values.min()) <= _NO_SPREAD * max(1.0, float(abs(values).max()))
