"""Small programmes in which something is scarce: a desk, places, money, time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kerja.forecast.draws import salt_of
from kerja.forecast.scheme import (
    Arrivals,
    Branch,
    Calendar,
    FiscalPart,
    Group,
    Household,
    Law,
    Method,
    Milestone,
    Node,
    Payment,
    Rounds,
    Scheme,
)
from kerja.profile.journey import StepKind

DAYS = 182


def node(name: str, kind: StepKind, *ways: Branch, late: Branch | None = None) -> Node:
    """Return a node that takes no time; the first ways are the usual ones."""
    return Node(name, name, kind, ways, late, salt=salt_of(name))


def calendar(ceiling: float | None = None, days: int = DAYS) -> Calendar:
    """Return half a year of two fiscal years, each with the same money."""
    return Calendar(
        "2027-01-01", days, ("a", "b", "c"), (0, 60, 120),
        (FiscalPart("first", 0, ceiling), FiscalPart("second", 100, ceiling)),
    )  # fmt: skip


def case(nodes: Sequence[Node], *, people: float, weeks: int = 12, **rest: object) -> Scheme:
    """Return a scheme of nodes to which people come over the first weeks."""
    arrivals = Arrivals(people, (1 / weeks,) * weeks)
    base = Scheme(tuple(nodes), arrivals, calendar())
    return replace(base, **rest)  # type: ignore[arg-type]


def desk(*, people: float = 300) -> Scheme:
    """One desk with a daily pace below what comes, and a second look for some."""
    return case(
        [
            node("start", "start", Branch(1)),
            replace(
                node("desk", "manual", Branch(2, 0.8), Branch(3)),
                pace=people / 110, law=Law("lognormal", 0.5, 1.0), unit_cost=2.0,
            ),
            node("done", "end"),
            replace(
                node("again", "person", Branch(1, 0.5, at_most=1, used_up=2), Branch(2)),
                law=Law("exponential", 4.0),
            ),
        ],
        people=people,
    )  # fmt: skip


def seats(*, people: float = 300) -> Scheme:
    """A class with few seats, from which people turn away after three weeks."""
    return case(
        [
            node("start", "start", Branch(1, 0.7), Branch(2)),
            replace(
                node("class", "manual", Branch(3, 0.9), Branch(4), late=Branch(2, 0.0)),
                servers=max(1, round(people / 15)), patience=21.0, law=Law("pert", 5.0, 12.0, 40.0),
            ),
            replace(
                node("online", "person", Branch(3, 0.6), late=Branch(4, None)),
                law=Law("gamma", 2.5, 9.0), deadline=30.0,
            ),
            replace(node("pay", "payment", Branch(4)), run_days=7.0),
            node("leave", "end"),
        ],
        people=people,
        payments=(Payment(3, 10.0, "cash"), Payment(3, 5.0, "survey", delay=30.0)),
        milestones=(Milestone("certified", (3,)),),
    )  # fmt: skip


def places(*, people: float = 400, ceiling: float | None = 6_000.0, loop: bool = False) -> Scheme:
    """Places drawn every other week, a deadline to take them, money that may end."""
    lose = (Branch(5, None, at_most=2, used_up=6),) if loop else ()
    return case(
        [
            replace(node("start", "start", Branch(1, 0.8), Branch(6)), law=Law("uniform", 0, 9)),
            replace(
                node("draw", "draw", Branch(2, 0.5), *lose, late=Branch(6, 0.0)),
                deadline=None if loop else 45.0,
            ),
            replace(
                node("choose", "person", Branch(3), late=Branch(6, 0.0)),
                law=Law("gamma", 2.0, 6.0), deadline=10.0,
            ),
            replace(node("learn", "person", Branch(4, 0.85), Branch(6)), law=Law("pert", 1, 7, 45)),
            replace(
                node("pay", "payment", Branch(6, 0.9), Branch(4, None, at_most=2, used_up=6)),
                run_days=7.0, law=Law("constant", 1.5),
            ),
            replace(node("join", "person", Branch(1)), law=Law("exponential", 3.0)),
            node("leave", "end"),
        ],
        people=people,
        rounds=Rounds((14, 28, 42, 56, 70, 84, 98, 112), 40.0, ("ranking", "lottery"), 35.0),
        payments=(Payment(3, 20.0, "training"), Payment(4, 15.0, "cash")),
        milestones=(Milestone("selected", (1,)), Milestone("paid", (4,))),
        calendar=calendar(ceiling),
    )  # fmt: skip


def taken_back(*, people: float = 400, ceiling: float | None = None) -> Scheme:
    """Few places; who does not take theirs within days loses it, and it is offered again."""
    return case(
        [
            replace(node("start", "start", Branch(1)), law=Law("uniform", 0, 9)),
            node("draw", "draw", Branch(2), Branch(5, None, at_most=5, used_up=4)),
            replace(
                node("choose", "person", Branch(4), late=Branch(3, None)),
                law=Law("gamma", 2.0, 4.0), deadline=9.0,
                ways=(Branch(4, 0.6),),
            ),
            replace(node("take back", "service", Branch(4)), law=Law("exponential", 2.0)),
            node("leave", "end"),
            replace(node("again", "person", Branch(1)), law=Law("exponential", 3.0)),
        ],
        people=people,
        rounds=Rounds(
            (14, 28, 42, 56, 70, 84, 98, 112), people / 20, ("lottery", "first-come"), 35.0,
            freed_at=(3,),
        ),
        payments=(Payment(2, 20.0, "training"),),
        milestones=(Milestone("selected", (1,)),),
        calendar=calendar(ceiling),
    )  # fmt: skip


def apart(*, people: float = 400) -> Scheme:
    """Places drawn apart for women and men, in the country and in town."""
    scheme = taken_back(people=people)
    rounds = replace(scheme.rounds, methods=("lottery",), strata=(0, 1))
    return replace(scheme, rounds=rounds, groups=(Group("women", 0.7), Group("rural", 0.2)))


def homes(
    *, people: float = 400, cap: int = 1, applicants: float = 2.0, methods: tuple[Method, ...] = ()
) -> Scheme:
    """Few places, of which no household is given more than one."""
    scheme = taken_back(people=people)
    household = Household(cap, applicants)
    rounds = replace(
        scheme.rounds, quota=people / 16, household=household,
        methods=methods or ("lottery", "first-come"),
    )  # fmt: skip
    return replace(scheme, rounds=rounds)


def side_by_side(*, people: float = 200) -> Scheme:
    """Two things at the same time, one of them in a line, and a date since another step."""
    return case(
        [
            replace(node("start", "start", Branch(1)), law=Law("exponential", 2.0)),
            node("fork", "fork", Branch(2), Branch(3)),
            replace(node("desk", "manual", Branch(4)), pace=2.0, law=Law("constant", 1.0)),
            replace(node("form", "person", Branch(4)), law=Law("lognormal", 6.0, 0.8)),
            replace(node("join", "join", Branch(5)), leads_in=2),
            replace(
                node("sign", "person", Branch(6), late=Branch(6, 0.0)),
                law=Law("exponential", 5.0), deadline=20.0, since=0,
            ),
            node("leave", "end"),
        ],
        people=people,
        milestones=(Milestone("signed", (5,)),),
        payments=(Payment(5, 7.0, "cash"),),
    )  # fmt: skip
