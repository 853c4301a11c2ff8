"""Which data would make the measures narrower, and the field of the profile to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerja.workflow.measures.days import TIMELESS
from kerja.workflow.measures.expecting import needs_cost
from kerja.workflow.measures.result import Missing
from kerja.workflow.measures.shares import contradicts, open_ways
from kerja.workflow.step import Step


def missing(steps: Sequence[Step]) -> tuple[Missing, ...]:
    """Return what is not known of steps: shares, days, costs, capacities, in order of steps.

    A share that an assumption holds is named there: `assumptions.accepted`.
    """
    found = (one for step in steps for one in (*_shares(step), *_step(step)))
    return tuple(dict.fromkeys(found))


def _shares(step: Step) -> Iterator[Missing]:
    unknown = range(len(step.ways)) if contradicts(step) else open_ways(step)
    for position in unknown:
        yield Missing(_share_field(step, position), step.id, "share")
    for position, way in enumerate(step.ways):
        if way.share is not None and way.share.mode is None and step.kind != "fork":
            yield Missing(_share_field(step, position), step.id, "likeliest share")


def _share_field(step: Step, position: int) -> str:
    way = step.ways[position]
    if way.share_of:
        return f"assumptions.{way.share_of}"
    alike = [other.to for other in step.ways].count(way.to) > 1
    return f"workflow.steps[{step.id}].next[{position if alike else way.to}].share"


def _step(step: Step) -> Iterator[Missing]:
    field = f"workflow.steps[{step.id}]"
    if step.service_days is None and step.kind not in TIMELESS:
        yield Missing(f"{field}.service_days", step.id, "days")
    if step.deadline and step.deadline.days is None:
        held = f"programme.deadlines.{step.deadline.field}"
        own = f"{field}.deadline.days"
        yield Missing(held if step.deadline.field else own, step.id, "days")
    if step.unit_cost is None and needs_cost(step):
        yield Missing(f"{field}.unit_cost", step.id, "cost")
    if step.capacity_day is None and step.traits.queues:
        yield Missing(f"{field}.capacity_day", step.id, "capacity")
