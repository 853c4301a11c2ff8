"""A workflow as plain data with stable keys, ready to be written as JSON."""

from __future__ import annotations

from kerja.profile import Range
from kerja.workflow.measures import Json as Json
from kerja.workflow.measures import Measures, measures_to_json
from kerja.workflow.step import Deadline, Step, Way
from kerja.workflow.telling import numbers
from kerja.workflow.workflow import Workflow


def to_json(workflow: Workflow, *, measures: Measures | None = None) -> dict[str, Json]:
    """Return {start, ends, lanes, phases, steps}; what is not known is null.

    `measures` are added under their name if they are given.
    """
    numbered = numbers(workflow)
    measured = {"measures": measures_to_json(measures)} if measures else {}
    return {
        "start": workflow.start,
        "ends": list(workflow.ends),
        "lanes": list(workflow.lanes),
        "phases": list(workflow.phases),
        "steps": [_step(step, numbered[step.id]) for step in workflow],
        **measured,
    }


def _step(step: Step, number: int) -> dict[str, Json]:
    return {
        "id": step.id,
        "number": number,
        "name": step.name,
        "kind": step.kind,
        "lane": step.lane,
        "phase": step.phase,
        "needs": list(step.needs),
        "gives": list(step.gives),
        "ways": [_way(way) for way in step.ways],
        "deadline": _deadline(step.deadline),
        "service_days": _range(step.service_days),
        "capacity_day": step.capacity_day,
        "unit_cost": step.unit_cost,
        "currency": step.currency,
        "pays": step.pays,
        "rule": step.rule,
    }


def _way(way: Way) -> Json:
    return {
        "to": way.to,
        "when": way.when,
        "share": _range(way.share),
        "share_of": way.share_of,
        "counted_in": way.counted_in,
        "at_most": way.at_most,
        "then": way.then,
    }


def _range(given: Range | None) -> Json:
    return None if given is None else {"low": given.low, "mode": given.mode, "high": given.high}


def _deadline(deadline: Deadline | None) -> Json:
    if deadline is None:
        return None
    return {
        "days": deadline.days,
        "then": deadline.then,
        "since": deadline.since,
        "field": deadline.field,
    }
