"""The proof agrees with a plain search of every state, and with journeys that are walked."""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Iterator

import pytest
from tests.workflow.soundness.journeys import step

from kerja.workflow import (
    LATE,
    Deadline,
    Failure,
    Outcomes,
    Step,
    Verdict,
    Way,
    Workflow,
    prove,
    unbounded_loops,
    walk,
)

Token = tuple[str, str, str]
State = tuple[tuple[Token, int], ...]
KINDS = ("service", "service", "decision", "fork", "join", "person")
MOST = 1_500


def tokens(here: Step) -> list[list[Token]]:
    """Return what each outcome of a step brings about: tokens (from, outcome, to)."""
    if here.kind == "end":
        return [[(here.id, "", "END")]]
    usual = [(here.id, f"way {k}", way.to) for k, way in enumerate(here.ways)]
    if here.kind == "fork":
        return [usual]
    used_up = [
        (here.id, f"used up {k}", here.used_up(way))
        for k, way in enumerate(here.ways)
        if way.at_most is not None
    ]
    late = [(here.id, "late", here.deadline.then)] if here.deadline else []
    return [[token] for token in (*usual, *used_up, *late)]


def after(workflow: Workflow, state: State) -> Iterator[tuple[str, State]]:
    """Yield each step that can be done in a state, and the state that it leads to."""
    held = Counter(dict(state))
    for name in sorted({token[2] for token in held} - {"END"}):
        into: list[tuple[Token, ...]] = [(t,) for t in held if t[2] == name]
        if workflow[name].kind == "join":
            wanted = {t for s in workflow for o in tokens(s) for t in o if t[2] == name}
            into = [tuple(wanted)] if len(wanted) == len(into) else []
        for taken in into:
            for outcome in tokens(workflow[name]):
                new = held - Counter(taken) + Counter(outcome)
                yield name, tuple(sorted(new.items()))


def ended(state: State) -> int:
    return sum(count for token, count in state if token[2] == "END")


class Search:
    """Every state of a journey, by the fewest steps, unless there are too many to decide.

    Of a journey without bound not all states are looked at: it is unsound, and not `whole`.
    """

    def __init__(self, workflow: Workflow) -> None:
        first: State = ((("", "", workflow.start), 1),)
        self.depth = {first: 0}
        self.done: set[str] = set()
        before: dict[State, State] = {}
        back: dict[State, list[State]] = {}
        queue = deque([first])
        self.sound = self.decided = self.whole = False
        while queue:
            state = queue.popleft()
            if len(self.depth) > MOST:
                return
            if grows_on_the_way(state, before):
                self.decided = True
                return
            for name, target in after(workflow, state):
                self.done.add(name)
                back.setdefault(target, []).append(state)
                if target not in self.depth:
                    self.depth[target] = self.depth[state] + 1
                    before[target] = state
                    queue.append(target)
        self.decided = self.whole = True
        self.improper = [s for s in self.depth if ended(s) and sum(n for _, n in s) > 1]
        self.leaving = {s for s in self.depth if ended(s)}
        queue = deque(self.leaving)
        while queue:
            for state in back.get(queue.popleft(), ()):
                if state not in self.leaving:
                    self.leaving.add(state)
                    queue.append(state)
        alive = self.done == {s.id for s in workflow}
        self.sound = alive and not self.improper and len(self.leaving) == len(self.depth)


def grows_on_the_way(state: State, before: dict[State, State]) -> bool:
    """Return whether a state holds more than one it came from: then there is no bound."""
    here, now = state, Counter(dict(state))
    while here in before:
        here = before[here]
        earlier = Counter(dict(here))
        if earlier < now:
            return True
    return False


def by_chance(seed: int) -> Workflow:
    """Return a journey whose steps lead anywhere, forward more often than back."""
    luck = random.Random(seed)
    number = luck.randint(2, 7)
    names = [f"s{k}" for k in range(number)]
    steps = []
    for k, name in enumerate(names):
        kind = luck.choice(KINDS) if k else "start"
        width = luck.choice((1, 2, 2, 3) if kind in ("decision", "fork") else (1, 1, 2))
        near = [*names[max(1, k - 1) :], "leave", "leave"]
        ways = tuple(
            Way(luck.choice(near), str(w), at_most=luck.choice((None, None, 2)) if w else None)
            for w in range(width)
        )
        late = Deadline(days=1, then=luck.choice(near)) if luck.random() < 0.1 else None
        steps.append(step(name, *ways, kind=kind, deadline=late if kind != "fork" else None))
    return Workflow((*steps, step("leave")))


def in_blocks(seed: int) -> Workflow:
    """Return a journey of nested blocks, sound, or with one or two errors put into it."""
    luck = random.Random(seed)
    steps: list[Step] = []
    first = block(luck, steps, "leave", depth=0)
    steps.insert(0, step("start", first, kind="start"))
    steps.append(step("leave"))
    for _ in range(luck.choice((0, 1, 1, 2))):
        place = luck.randrange(1, len(steps) - 1) if len(steps) > 2 else 0
        steps[place] = spoilt(luck, steps[place], [s.id for s in steps[1:]])
    return Workflow(tuple(steps))


def block(luck: random.Random, steps: list[Step], then: str, *, depth: int) -> str:
    """Add a block that leads to a step; return its first step."""
    kind = luck.choice(("step", "row", "choice", "both", "loop")) if depth < 3 else "step"
    name = f"s{len(steps)}"
    steps.append(step(name, then))
    place = len(steps) - 1
    if kind == "row":
        return block(luck, steps, name, depth=depth + 1)
    if kind == "loop":
        steps[place] = step(name, then, Way(block(luck, steps, name, depth=depth + 1), "again"))
    elif kind in ("choice", "both"):
        closing = {"choice": "service", "both": "join"}[kind]
        steps[place] = step(name, then, kind=closing)
        inner = [block(luck, steps, name, depth=depth + 1) for _ in range(2)]
        opening = {"choice": "decision", "both": "fork"}[kind]
        name = f"s{len(steps)}"
        steps.append(step(name, *(Way(way, str(k)) for k, way in enumerate(inner)), kind=opening))
    return name


def spoilt(luck: random.Random, here: Step, names: list[str]) -> Step:
    kinds = ("service", "decision", "fork", "join")
    ways = [way.to for way in here.ways]
    match luck.randrange(3):
        case 0:
            return step(here.id, *here.ways, kind=luck.choice(kinds))
        case 1:
            ways[luck.randrange(len(ways))] = luck.choice(names)
        case _:
            ways.append(luck.choice(names))
    return step(here.id, *(Way(w, str(k)) for k, w in enumerate(ways)), kind=here.kind)


JOURNEYS = [by_chance(seed) for seed in range(230)] + [in_blocks(seed) for seed in range(230)]


Judged = list[tuple[Workflow, Search, Verdict]]


@pytest.fixture(scope="module")
def judged() -> Judged:
    found = [(workflow, Search(workflow), prove(workflow)) for workflow in JOURNEYS]
    return [(workflow, search, verdict) for workflow, search, verdict in found if search.decided]


def test_the_proof_and_the_search_agree(judged: Judged) -> None:
    counts: Counter[str] = Counter()
    for workflow, search, verdict in judged:
        assert verdict.status == ("sound" if search.sound else "unsound"), workflow
        counts[verdict.status] += 1
    assert sum(counts.values()) >= 400
    assert min(counts["sound"], counts["unsound"]) >= 100


def test_every_path_shown_leads_to_the_fault(judged: Judged) -> None:
    shown = 0
    for workflow, search, verdict in judged:
        for failure in verdict.failures:
            if failure.path and search.whole:
                assert shows(workflow, search, failure), (workflow, failure)
                shown += 1
    assert shown >= 80


def shows(workflow: Workflow, search: Search, failure: Failure) -> bool:
    first = next(iter(search.depth))
    states = {first}
    for name in failure.path:
        states = {new for state in states for done, new in after(workflow, state) if done == name}
    if failure.property == "option to complete":
        return bool(failure.reason) and any(state not in search.leaving for state in states)
    nearest = min(search.depth[state] for state in search.improper)
    return any(s in search.improper for s in states) and len(failure.path) == nearest


def bounded(workflow: Workflow) -> Workflow:
    """Return the journey with every way back limited, as far as its shape allows."""
    for loop in unbounded_loops(workflow):
        here = workflow[loop[-2]]
        ways = tuple(
            Way(way.to, way.when, at_most=2 if way.to == loop[-1] else way.at_most)
            for way in here.ways
        )
        changed = step(here.id, *ways, kind=here.kind, deadline=here.deadline)
        workflow = Workflow(tuple(changed if s is here else s for s in workflow))
    return workflow


def test_a_sound_journey_without_endless_loops_always_ends() -> None:
    walked = 0
    for number, drawn in enumerate(JOURNEYS):
        workflow = bounded(drawn)
        if unbounded_loops(workflow) or prove(workflow).status != "sound":
            continue
        for seed in range(3):
            luck = random.Random(f"{number} {seed}")
            assert walk(workflow, by_luck(luck)).finished
            walked += 1
    assert walked >= 200


def by_luck(luck: random.Random) -> Outcomes:
    def outcome(here: Step, time: int) -> int:
        late = here.deadline is not None and luck.random() < 0.3
        return LATE if late else luck.randrange(len(here.ways))

    return outcome
