"""Measure a workflow: who comes how far, how long it takes, what it costs, where it is tight."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kerja.workflow.measures.bounds import Bounds
from kerja.workflow.measures.capacity import binding, loads, on_the_way
from kerja.workflow.measures.chain import Unfolding
from kerja.workflow.measures.critical import critical_paths
from kerja.workflow.measures.expecting import CERTIFICATE, Expected, expect
from kerja.workflow.measures.graduating import days_until, spread
from kerja.workflow.measures.lacking import missing
from kerja.workflow.measures.layers import tabulate
from kerja.workflow.measures.result import Cost, Expectation, Measures, StepMeasure
from kerja.workflow.measures.shares import contradicts
from kerja.workflow.measures.timing import Timing
from kerja.workflow.workflow import Workflow

_NOTHING = Expectation(None, None, Bounds(0.0, 0.0, 0.0), ())


def measure(workflow: Workflow, *, intake_day: float | None = None) -> Measures:
    """Return the measures of a workflow in closed form; each lowest, likeliest and highest.

    Lowest and highest are taken over all shares consistent with what is known: a share given as a
    range lies within it, one not known in [0, 1], and those of a step sum to one. They may differ
    from try to try, as those who are refused twice are not those who are refused once. Where all
    shares are known points, the three are one exact number. Loops that `at_most` bounds are
    counted out; of steps done at the same time, time is that of the longest way and cost the sum.

    A time or cost that is not known counts as at least nothing: the lowest value stands, and there
    is no highest one. Every unknown that matters is listed under `missing`.

    **Who is counted.** A graduate is a person who takes the usual way of a step that gives
    "certificate"; a place is given on the usual way of a step that gives "selected". A draw hands
    out a fixed number of places, so that the share of those drawn falls when more people apply: it
    is no property of the workflow. Measures per applicant hold for the share that the profile
    states; measures per person given a place do not depend on it, but for those who come to a
    second draw after losing their place. The person given a place is counted from the first time
    on, on average over the tries that it took.

    Sources: Kemeny & Snell, Finite Markov Chains (1960), chapter 3; Givan, Leach & Dean (2000)
    for bounds; Doob (1957) for those who graduate; Dumas et al. (2018), chapter 7, for blocks and
    capacity; Little (1961) for persons on the way. Each is cited where it is used.

    Args:
        workflow: what is measured; a way to a step that does not exist leads nowhere.
        intake_day: applicants a day, for utilisation and persons on the way.

    Raises:
        KerjaError: the tries that have to be counted make more than 20,000 states.
    """
    if not workflow.steps:
        return _empty(intake_day)
    unfolding = Unfolding(workflow)
    table = tabulate(unfolding.chain())
    timing = Timing(unfolding)
    times = timing.of_branches(table)
    steps = unfolding.steps
    currencies = tuple(sorted({s.currency for s in steps if s.unit_cost is not None}))
    expected = expect(table, times, currencies)
    at_start, (placed, per_graduate) = expected.at_start(), expected.over_events()
    visits = {s.id: at_start[len(steps) + i] for i, s in enumerate(steps)}
    reached = [step for step in steps if visits[step.id].high != 0]
    found = loads(reached, visits, intake_day)
    applicant = _expectation(expected, at_start[expected.first :], currencies)
    bottleneck, could_bind = binding(table, found)
    sd = math.nan if timing.at_least else spread(table, times[:, 1], expected.days)
    return Measures(
        steps=tuple(
            StepMeasure(s.id, reach, visits[s.id], found.get(s.id))
            for s, reach in zip(steps, at_start, strict=False)
        ),
        per_applicant=applicant,
        per_placed=_expectation(expected, placed, currencies) if placed else None,
        cost_per_graduate=_costs(currencies, per_graduate),
        days_to_certificate=days_until(table, expected.certified, times),
        spread_days=None if math.isnan(sd) else sd,
        critical_paths=critical_paths(workflow),
        intake_day=intake_day,
        bottleneck=bottleneck,
        could_bind=could_bind,
        persons=on_the_way(reached, found, applicant.days, intake_day),
        contradictions=tuple(step.id for step in reached if contradicts(step)),
        at_least_forks=tuple(step.id for step in steps if step.id in timing.at_least),
        missing=missing(reached),
    )


def _expectation(
    expected: Expected, values: Sequence[Bounds], currencies: Sequence[str]
) -> Expectation:
    certificate, payment, days, *costs = values
    steps = expected.table.chain.steps
    return Expectation(
        certificate=certificate if any(CERTIFICATE in step.gives for step in steps) else None,
        payment=payment if any(step.pays_person for step in steps) else None,
        days=days,
        costs=_costs(currencies, costs),
    )


def _costs(currencies: Sequence[str], amounts: Sequence[Bounds]) -> tuple[Cost, ...]:
    return tuple(
        Cost(currency, amount) for currency, amount in zip(currencies, amounts, strict=False)
    )


def _empty(intake_day: float | None) -> Measures:
    return Measures(
        steps=(),
        per_applicant=_NOTHING,
        per_placed=None,
        cost_per_graduate=(),
        days_to_certificate=None,
        spread_days=None,
        critical_paths=(),
        intake_day=intake_day,
        bottleneck="",
        could_bind=(),
        persons=None,
        contradictions=(),
        at_least_forks=(),
        missing=(),
    )
