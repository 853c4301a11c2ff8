"""From the steps of a workflow to the nodes of a scheme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kerja.forecast.draws import salt_of
from kerja.forecast.durations import Durations
from kerja.forecast.inputs import EVERYTHING, Inputs
from kerja.forecast.scheme import CASH_AT_LEAST, NOWHERE, Branch, Law, Node, Value
from kerja.profile import Profile, Range
from kerja.profile.currencies import convert
from kerja.workflow import Step, Way, Workflow
from kerja.workflow.walking import ways_into


@dataclass(frozen=True, slots=True)
class Terms:
    """What steps are compiled with. `servers` are places in training by step."""

    profile: Profile
    workflow: Workflow
    inputs: Inputs
    has_quota: bool
    servers: Mapping[str, int]


def nodes(terms: Terms) -> tuple[Node, ...]:
    """Return a node for every step, in order."""
    lasting = Durations(terms.workflow, terms.profile, terms.inputs)
    positions: dict[str, int] = {}
    for position, step in enumerate(terms.workflow):
        positions.setdefault(step.id, position)
    return tuple(_node(step, terms, lasting, positions) for step in terms.workflow)


def _node(step: Step, terms: Terms, lasting: Durations, positions: Mapping[str, int]) -> Node:
    law = lasting.law(step)
    by_time = _is_late_by_time(step, law, lasting)
    ways, late = _shares(step, terms, by_time=by_time)
    unsaid = _open_ways(step, by_time=by_time) if step.kind != "draw" or not terms.has_quota else ()
    deadline = step.deadline
    then = deadline.then if deadline is not None else ""
    if deadline is not None and deadline.days is None and step.ways:
        path = f"programme.deadlines.{deadline.field}" if deadline.field else (
            f"workflow.steps[{step.id}].deadline.days"
        )  # fmt: skip
        taken = "the late leave when others would be done"
        terms.inputs.miss(path, f"days within which to: {step.name}", taken)
    return Node(
        id=step.id,
        name=step.name,
        kind=step.kind,
        ways=tuple(
            Branch(
                positions.get(way.to, NOWHERE), share, way.at_most or 0,
                positions.get(step.used_up(way), NOWHERE) if way.at_most else NOWHERE,
                of_rest=position in unsaid,
            )
            for position, (way, share) in enumerate(zip(step.ways, ways, strict=True))
        ),
        late=Branch(positions.get(then, NOWHERE), late) if then else None,
        deadline=deadline.days if deadline is not None and then else None,
        since=positions.get(deadline.since, NOWHERE) if deadline is not None else NOWHERE,
        law=law,
        servers=terms.servers.get(step.id, 0),
        pace=(step.capacity_day or 0.0) if step.id not in terms.servers else 0.0,
        unit_cost=_cost(step, terms),
        leads_in=ways_into(terms.workflow, step.id) if step.kind == "join" else 1,
        salt=salt_of(step.id),
    )  # fmt: skip


def _is_late_by_time(step: Step, law: Law, lasting: Durations) -> bool:
    """Tell whether time alone says who misses the deadline: no share does, and both are known."""
    deadline = step.deadline
    if deadline is None or deadline.days is None or any(way.share_of for way in step.ways):
        return False
    if step.kind in ("draw", "wait") or step.capacity_day:
        return True
    given = step.service_days is not None and lasting.is_known(law)
    return given and all(way.share is None or way.counted_in for way in step.ways)


def _shares(step: Step, terms: Terms, *, by_time: bool) -> tuple[list[Value | None], Value | None]:
    """Return the share of each way and of the late; None is what the others leave."""
    if step.kind in ("fork", "end") or not step.ways:
        return [None] * len(step.ways), 0.0
    if step.kind == "draw" and terms.has_quota:
        return [None, *[0.0] * (len(step.ways) - 1)], 0.0
    late_is_rest = step.deadline is not None and step.deadline.then and not by_time
    unsaid = _open_ways(step, by_time=by_time)
    return [
        _unknown(step, i, way, terms) if i in unsaid else _share(step, i, way, terms)
        for i, way in enumerate(step.ways)
    ], None if late_is_rest else 0.0  # fmt: skip


def _open_ways(step: Step, *, by_time: bool) -> tuple[int, ...]:
    """Return the ways of whose share nothing is known and nothing follows from the others."""
    found = [i for i, way in enumerate(step.ways) if way.share is None]
    if step.kind in ("fork", "end") or not found:
        return ()
    if step.deadline is not None and step.deadline.then and not by_time:
        return tuple(found)
    unnamed = [i for i in found if not step.ways[i].share_of]
    found.remove((unnamed or found)[-1])
    return tuple(found)


def _share(step: Step, position: int, way: Way, terms: Terms) -> Value | None:
    if way.share is None:
        return None
    if way.counted_in:
        return 0.0
    key = f"assumptions.{way.share_of}" if way.share_of else _path(step, position)
    return terms.inputs.take(key, _within(way.share), unit="share")


def _unknown(step: Step, position: int, way: Way, terms: Terms) -> Value:
    key = f"assumptions.{way.share_of}" if way.share_of else _path(step, position)
    outcome = way.when or ("in time" if step.deadline else "the usual way")
    what = f"share of persons at {step.id} ({outcome})"
    return terms.inputs.take_unknown(key, EVERYTHING, unit="share", what=what)


def _path(step: Step, position: int) -> str:
    return f"workflow.steps[{step.id}].next[{position}].share"


def _within(share: Range) -> Range:
    return Range(max(0.0, share.low), share.mode, min(1.0, share.high))


def _cost(step: Step, terms: Terms) -> float:
    if step.unit_cost is None:
        return 0.0
    own = convert(step.unit_cost, step.currency or None, terms.profile)
    if own is None:
        terms.inputs.miss(
            f"workflow.steps[{step.id}].unit_cost",
            "the unit cost in the profile's own currency",
            f"left out; {CASH_AT_LEAST}",
        )
    return own or 0.0
