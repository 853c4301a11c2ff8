"""From the workflow section of a profile to a workflow."""

from __future__ import annotations

from kerja.profile import Assumption, Profile, Range, point, range_of_assumption, range_of_figure
from kerja.profile.evidence import Assumptions
from kerja.profile.facts import Number
from kerja.profile.journey import StepDeadline, StepText
from kerja.profile.journey import Way as WayText
from kerja.profile.programme import Deadlines
from kerja.workflow.step import Deadline, Step, Way
from kerja.workflow.workflow import Workflow


def build_workflow(profile: Profile) -> Workflow:
    """Return the journey that a profile describes, empty if it describes none.

    Days that a step takes from programme.deadlines and shares that a way takes from assumptions
    are looked up there. References to what does
    not exist stay as they are written; the proofs report them.
    """
    return Workflow(tuple(_step(text, profile) for text in profile.workflow.steps))


def _step(text: StepText, profile: Profile) -> Step:
    deadlines = profile.programme.deadlines
    return Step(
        id=text.id,
        name=text.name,
        kind=text.kind,
        lane=text.lane,
        phase=text.phase,
        needs=text.needs,
        gives=text.gives,
        ways=tuple(_way(way, profile.assumptions) for way in text.next),
        deadline=_deadline(text.deadline, deadlines) if text.deadline else None,
        service_days=range_of_figure(text.service_days),
        capacity_day=_number(text.capacity_day),
        unit_cost=text.unit_cost.number if text.unit_cost else None,
        currency=(text.unit_cost.currency or "") if text.unit_cost else "",
        pays=text.pays or "",
    )


def _way(text: WayText, assumptions: Assumptions) -> Way:
    return Way(
        to=text.to,
        when=text.when or "",
        share=_share(text, assumptions),
        share_of=text.share_from or "",
        counted_in=text.counted_in or "",
        at_most=text.at_most,
        then=text.then or "",
    )


def _share(text: WayText, assumptions: Assumptions) -> Range | None:
    if text.counted_in is not None:
        return point(0.0)
    if text.share is not None:
        return range_of_figure(text.share)
    name = text.share_from
    held = getattr(assumptions, name) if name in Assumptions.model_fields else None
    return range_of_assumption(held) if isinstance(held, Assumption) else None


def _deadline(text: StepDeadline, deadlines: Deadlines) -> Deadline:
    days = text.days
    if days is None and text.days_from in Deadlines.model_fields:
        held = getattr(deadlines, text.days_from)
        days = held if isinstance(held, Number) else None
    return Deadline(
        days=_number(days),
        then=text.then or "",
        since=text.since or "",
        field=text.days_from or "",
    )


def _number(figure: Number | None) -> float | None:
    return figure.number if figure is not None else None
