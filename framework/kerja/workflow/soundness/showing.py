"""Telling in steps what a marking of the net shows: who waits where, and what never came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kerja.workflow.soundness.net import SINK, Net
from kerja.workflow.soundness.states import Game
from kerja.workflow.soundness.verdict import Failure
from kerja.workflow.workflow import Workflow


def show(workflow: Workflow, net: Net, game: Game, *, moves: Sequence[int]) -> Failure:
    """Return what is wrong in the marking to which these moves of the net lead.

    Where no end was reached and no place holds two tokens while things go on, it is taken to be a
    marking from which no end can be reached.
    """
    path = tuple(done for move in moves if (done := net.transitions[move].done))
    marking = game.play(moves)
    marked = game.marked(marking)
    ends = marked.pop(SINK, 0)
    waiting = _waiting(workflow, net, marked)
    if ends > 1:
        return Failure("proper completion", path[-1:], path, "an end is reached twice")
    if ends:
        are = "is" if len(waiting) == 1 else "are"
        reason = f"an end is reached before {_listed(waiting)} {are} done"
        return Failure("proper completion", waiting, path, reason)
    twice = _waiting(workflow, net, [place for place, count in marked.items() if count > 1])
    if twice and any(True for _ in game.next(marking)):
        reason = f"{_listed(twice)} under way twice at the same time"
        return Failure("proper completion", twice, path, reason)
    return Failure("option to complete", waiting, path, _stuck(workflow, net, set(marked), path))


def _waiting(workflow: Workflow, net: Net, places: Iterable[str]) -> tuple[str, ...]:
    """Return the steps that are under way or to be begun, in the order of the workflow."""
    steps = {net.flow_at[p].target if p in net.flow_at else p for p in places}
    return tuple(dict.fromkeys(step.id for step in workflow if step.id in steps))


def _stuck(workflow: Workflow, net: Net, marked: set[str], path: tuple[str, ...]) -> str:
    joins = {t.takes for t in net.transitions if len(t.takes) > 1 and t.takes & marked}
    held = {place for takes in joins for place in takes}
    parts: list[str] = []
    if joins:
        parts.append(f"waiting at {_listed(_waiting(workflow, net, held))}")
    missing = {net.flow_at[place].source for place in held - marked}
    never = [step.id for step in workflow if step.id in missing - set(path)]
    elsewhere = [step.id for step in workflow if step.id in missing & set(path)]
    if never:
        parts.append(f"{_listed(never)} never started")
    if elsewhere:
        parts.append(f"{_listed(elsewhere)} led elsewhere")
    others = _waiting(workflow, net, marked - held)
    if others:
        parts.append(f"no end can be reached from {_listed(others)}")
    return "; ".join(parts)


def _listed(steps: Iterable[str]) -> str:
    return ", ".join(steps)
