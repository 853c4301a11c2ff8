"""Programmes made at random: any kind of step, ways back, deadlines, lines, rounds, money."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.forecast.cases import calendar, case, node

from kerja.forecast.scheme import Branch, Law, Milestone, Node, Payment, Rounds, Scheme
from kerja.profile.journey import StepKind

_KINDS: tuple[StepKind, ...] = ("person", "service", "manual", "payment", "draw", "decision")


def random_case(seed: int, *, people: float = 150) -> Scheme:
    """Return a programme of six to ten steps, the same for the same seed."""
    chance = random.Random(seed)
    size = chance.randint(5, 9)
    end = size
    nodes = [_start(end)]
    has_draw = False
    for at in range(1, size):
        kind = chance.choice(_KINDS)
        kind = "person" if kind == "draw" and has_draw else kind
        has_draw = has_draw or kind == "draw"
        nodes.append(_step(at, kind, end, chance))
    nodes.append(node(f"step_{end}", "end"))
    middle = size // 2
    return case(
        nodes,
        people=people,
        weeks=chance.randint(4, 16),
        rounds=Rounds(tuple(range(20, 120, 20)), float(chance.randint(10, 40)), ("lottery",), 30.0),
        payments=(Payment(middle, 12.0, "cash", delay=chance.choice((0.0, 10.0))),),
        milestones=(Milestone("middle", (middle,)),),
        calendar=calendar(chance.choice((None, 1_500.0, 3_000.0))),
    )


def _start(end: int) -> Node:
    return node("step_0", "start", Branch(1, 0.9), Branch(end))


def _law(chance: random.Random) -> Law:
    return chance.choice(
        (
            Law(),
            Law("constant", 2.5),
            Law("exponential", 3.0),
            Law("uniform", 1.0, 9.0),
            Law("lognormal", 2.0, 0.8),
            Law("gamma", 1.7, 5.0),
            Law("pert", 1.0, 3.0, 20.0),
        )
    )


def _step(at: int, kind: StepKind, end: int, chance: random.Random) -> Node:
    usual = Branch(at + 1, chance.choice((0.6, 0.85, 0.95)))
    other = Branch(chance.choice((end, min(end, at + 2))))
    if kind == "draw":
        leaves = chance.random() < 0.5
        ways = (usual,) if leaves else (usual, Branch(at, None, at_most=3, used_up=end))
        late = Branch(end, 0.0) if leaves else None
        return replace(
            node(f"step_{at}", kind, *ways, late=late), deadline=50.0 if leaves else None
        )
    if chance.random() < 0.3:
        other = Branch(chance.randint(1, at), None, at_most=2, used_up=end)
    step = replace(node(f"step_{at}", kind, usual, other), law=_law(chance), unit_cost=0.5)
    if kind == "manual":
        desk = replace(step, pace=chance.uniform(1.0, 3.0)), replace(step, servers=8)
        step = chance.choice(desk)
        step = replace(step, patience=chance.choice((float("inf"), 15.0)))
    if kind == "payment":
        step = replace(step, run_days=7.0)
    if kind in ("person", "manual") and chance.random() < 0.5:
        late = Branch(end, chance.choice((0.0, 0.05)))
        step = replace(step, late=late, deadline=12.0, since=chance.choice((-1, at - 1)))
    return step
