"""A workflow as a workflow net: what one person's journey may do, as a game of tokens.

There is a place for every flow and one for every step under way. A choice is one transition for
each outcome, the missed deadline and the used-up way included; a fork and a join are one
transition each. So each place has one transition that takes from it, or all that do take from
it alone: the net is free-choice by construction (Desel & Esparza 1995, chapter 4). How often a
way was taken is data, of which the net knows nothing: to be used up is one more choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kerja.workflow.soundness.flows import Flow, flows, once, taken
from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow

SOURCE = "<start>"
SINK = "<end>"

Places = frozenset[str]


@dataclass(frozen=True, slots=True)
class Transition:
    """What takes a token from each place of `takes` and puts one on each of `puts`.

    `done` is the step that it finishes, "" if it begins one.
    """

    takes: Places
    puts: Places
    done: str = ""


@dataclass(frozen=True, slots=True)
class Net:
    """A workflow net with one token on `SOURCE`, which is to end with one on `SINK` alone.

    `flow_at` names the flow of a place; every other place but the two is a step under way.
    """

    transitions: tuple[Transition, ...]
    flow_at: Mapping[str, Flow]


def build_net(workflow: Workflow) -> Net:
    """Return the net of a workflow. A way that leads nowhere is no way of it."""
    places = {flow: f"{flow.source}>{number}" for number, flow in enumerate(flows(workflow))}
    into: dict[str, list[str]] = {step.id: [] for step in workflow}
    out: dict[str, list[Flow]] = {step.id: [] for step in workflow}
    for flow, place in places.items():
        into[flow.target].append(place)
        out[flow.source].append(flow)
    transitions: list[Transition] = []
    for step in once(workflow):
        transitions += _beginnings(step, into[step.id], first=step.id == workflow.start)
        leaving = [places[flow] for flow in out[step.id] if taken(step, flow)]
        transitions += _outcomes(step, leaving)
    return Net(tuple(transitions), {place: flow for flow, place in places.items()})


def is_end(step: Step) -> bool:
    """Return whether the journey ends here. A step that is no end and leads nowhere is a trap."""
    return step.kind == "end" and not step.ways


def _beginnings(step: Step, into: list[str], *, first: bool) -> Iterator[Transition]:
    begun = frozenset({SINK if is_end(step) else step.id})
    done = step.id if is_end(step) else ""
    entries = [frozenset(into)] if step.kind == "join" and into else [frozenset({p}) for p in into]
    if first:
        entries.append(frozenset({SOURCE}))
    for entry in entries:
        yield Transition(entry, begun, done)


def _outcomes(step: Step, leaving: list[str]) -> Iterator[Transition]:
    running = frozenset({step.id})
    outcomes = [frozenset(leaving)] if step.kind == "fork" else [frozenset({p}) for p in leaving]
    for outcome in outcomes:
        if outcome:
            yield Transition(running, outcome, step.id)
