"""All indicators, by group and number."""

from __future__ import annotations

from functools import cache

from kerja.indicators.budget import BUDGET
from kerja.indicators.cost import COST
from kerja.indicators.coverage import COVERAGE
from kerja.indicators.evaluation import EVALUATION
from kerja.indicators.generosity import GENEROSITY
from kerja.indicators.indicator import Indicator
from kerja.indicators.labour import LABOUR
from kerja.indicators.operations import OPERATIONS
from kerja.indicators.readiness import READINESS
from kerja.indicators.training import TRAINING


def indicators() -> tuple[Indicator, ...]:
    """Return every indicator, in the order in which a comparison shows them."""
    return (
        *LABOUR, *READINESS, *TRAINING, *GENEROSITY, *COVERAGE, *BUDGET, *COST, *OPERATIONS,
        *EVALUATION,
    )  # fmt: skip


def indicator(name: str) -> Indicator:
    """Return the indicator of an id.

    Raises:
        KeyError: there is none.
    """
    return _by_id()[name]


@cache
def _by_id() -> dict[str, Indicator]:
    return {one.id: one for one in indicators()}
