"""The programme whose forecast is timed: checks, draw, course, exam, cash, surveys."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kerja.forecast.draws import salt_of
from kerja.forecast.scheme import (
    Arrivals,
    Branch,
    Calendar,
    FiscalPart,
    Law,
    Milestone,
    Node,
    Payment,
    Rounds,
    Scheme,
)
from kerja.profile.journey import StepKind

DAYS = 728
WEEKS = 78
NATIONAL = 1_500_000
"""Applicants for whom desks, places and money are sized; a smaller programme has its part."""
PACKAGE = 115.4
INCENTIVE, FEE, SURVEY = 15.1, 45.0, 5.0


@dataclass(frozen=True, slots=True)
class _Way:
    to: str
    share: float | None = None
    at_most: int = 0
    used_up: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    node: Node
    ways: tuple[_Way, ...]
    late: str = ""


def programme(people: int) -> Scheme:
    """Return the programme for so many applicants."""
    size = people / NATIONAL
    steps = [*_entry(size), *_place(), *_course(size), *_money(), *_end(size)]
    positions = {step.node.id: position for position, step in enumerate(steps)}
    nodes = tuple(_linked(step, positions) for step in steps)
    ceiling = FiscalPart("all", 0, 40e6 * size)
    payments = [
        Payment(positions["online"], FEE, "training"),
        Payment(positions["classroom"], FEE, "training"),
        *(Payment(positions[f"pay_{k}"], INCENTIVE, "cash") for k in range(4)),
        *(Payment(positions[f"survey_{k}"], SURVEY, "survey") for k in range(2)),
    ]
    return Scheme(
        nodes=nodes,
        arrivals=Arrivals(float(people), (1 / WEEKS,) * WEEKS),
        calendar=Calendar("2027-01-01", DAYS, ("all",), (0,), (ceiling,)),
        rounds=Rounds(
            tuple(28 + 14 * b for b in range(50)), 12_000 * size, ("ranking", "lottery"), PACKAGE
        ),
        payments=tuple(payments),
        milestones=(
            Milestone("selected", (positions["draw"],)),
            Milestone("certified", (positions["exam"],)),
        ),
    )


def _step(
    name: str,
    kind: StepKind,
    *ways: _Way,
    law: Law | None = None,
    late: str = "",
    cost: float = 0.0,
) -> _Step:
    node = Node(name, name, kind, law=law or Law(), unit_cost=cost, salt=salt_of(name))
    return _Step(node, ways, late)


def _linked(step: _Step, positions: dict[str, int]) -> Node:
    ways = tuple(
        Branch(positions[way.to], way.share, way.at_most, positions.get(way.used_up, -1))
        for way in step.ways
    )
    late = Branch(positions[step.late], 0.0) if step.late else None
    return replace(step.node, ways=ways, late=late)


def _with(step: _Step, **changes: object) -> _Step:
    return replace(step, node=replace(step.node, **changes))  # type: ignore[arg-type]


def _entry(size: float) -> list[_Step]:
    desk = _step(
        "manual", "manual", _Way("eligible", 0.9), _Way("exit"), law=Law("lognormal", 0.035, 0.5)
    )
    return [
        _step("arrive", "start", _Way("register")),
        _step(
            "register", "person", _Way("ekyc", 0.92), _Way("exit"), law=Law("lognormal", 0.5, 1.0)
        ),
        _step(
            "ekyc", "service", _Way("audit", 0.8), _Way("ekyc", None, 2, "manual"),
            law=Law("exponential", 1.0), cost=0.1,
        ),
        _step("audit", "decision", _Way("eligible", 0.8), _Way("manual")),
        _with(desk, servers=max(1, round(30 * size))),
        _step("eligible", "decision", _Way("test", 0.645), _Way("exit")),
        _step("test", "person", _Way("draw", 0.9), _Way("exit"), law=Law("pert", 0.1, 1.0, 14.0)),
    ]  # fmt: skip


def _place() -> list[_Step]:
    accept = _step(
        "accept", "person", _Way("wallet", 0.93), _Way("exit"),
        law=Law("lognormal", 1.5, 1.0), late="exit",
    )  # fmt: skip
    choose = _step("choose", "person", _Way("branch"), law=Law("gamma", 2.5, 9.0), late="exit")
    return [
        _with(_step("draw", "draw", _Way("notify"), late="exit"), deadline=180.0),
        _step("notify", "service", _Way("accept"), law=Law("exponential", 0.5), cost=0.05),
        _with(accept, deadline=7.0),
        _step(
            "wallet", "person", _Way("voucher", 0.85), _Way("wallet", None, 3, "exit"),
            law=Law("lognormal", 0.5, 0.8),
        ),
        _step("voucher", "service", _Way("choose"), law=Law("exponential", 0.2)),
        _with(choose, deadline=30.0),
    ]  # fmt: skip


def _course(size: float) -> list[_Step]:
    classroom = _step(
        "classroom", "manual", _Way("exam", 0.92), _Way("exit"),
        law=Law("pert", 5.0, 12.0, 40.0), late="online",
    )  # fmt: skip
    return [
        _step("branch", "decision", _Way("online", 0.6), _Way("classroom")),
        _with(classroom, servers=max(1, round(3300 * size)), patience=60.0),
        _step("online", "person", _Way("exam", 0.85), _Way("exit"), law=Law("pert", 1, 7, 45)),
        _step(
            "exam", "service", _Way("wait_0", 0.9), _Way("retake", None, 1, "exit"),
            law=Law("lognormal", 2.0, 0.5),
        ),
        _step("retake", "wait", _Way("exam"), law=Law("constant", 7.0)),
    ]  # fmt: skip


def _money() -> list[_Step]:
    found = []
    for k in range(4):
        after = f"wait_{k + 1}" if k < 3 else "survey_0"
        pay = _step(f"pay_{k}", "payment", _Way(after, 0.95), _Way(f"again_{k}", None, 2, after))
        found += [
            _step(f"wait_{k}", "wait", _Way(f"pay_{k}"), law=Law("constant", 30.0)),
            _with(pay, run_days=7.0),
            _step(f"again_{k}", "wait", _Way(f"pay_{k}"), law=Law("constant", 3.0)),
        ]
    return found


def _end(size: float) -> list[_Step]:
    call = _step("call", "manual", _Way("leave"), law=Law("gamma", 2.0, 0.03))
    return [
        _step("survey_0", "wait", _Way("survey_1", 0.85), _Way("survey_1"), law=Law(a=15.0)),
        _step("survey_1", "wait", _Way("asked", 0.85), _Way("asked"), law=Law(a=60.0)),
        _step("asked", "decision", _Way("leave", 0.8), _Way("call")),
        _with(call, servers=max(1, round(6 * size))),
        _step("leave", "end"),
        _step("exit", "end"),
    ]
