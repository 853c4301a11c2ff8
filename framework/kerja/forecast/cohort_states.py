"""What the cohort engine tells apart of people: the step, and what of their past still matters.

A person who has taken a way twice, where three times are allowed, is in another state than one who
has not. Two people in one state have the same future, so it is enough to count them.
"""

from __future__ import annotations

from dataclasses import dataclass

from kerja.errors import KerjaError
from kerja.forecast.cohort_kernels import LATE
from kerja.forecast.plans import reach
from kerja.forecast.scheme import NOWHERE, Branch, Node, Scheme, Slot, Value

_MOST = 20_000

Taken = tuple[tuple[tuple[int, int], int], ...]


@dataclass(frozen=True, slots=True)
class State:
    """A step, how often bounded ways were taken, stages passed, and the time of day.

    `from_start` is true where people begin with the day (after a round or a pay run), not at
    some time of it.
    """

    at: int
    taken: Taken = ()
    passed: tuple[int, ...] = ()
    from_start: bool = False


@dataclass(frozen=True, slots=True)
class Exit:
    """Where an outcome leads: the number of a state, or `NOWHERE`; the stages it newly passes.

    `lead` tells at a join which of the ways into it this is.
    """

    target: int
    stages: tuple[int, ...] = ()
    lead: int = 0
    from_start: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """States treated at once: all of a step at which people meet, else a single one."""

    at: int
    states: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All states of a scheme, their exits by column, and the order in which to treat them.

    `stages` is a sequence of groups of units: each group comes after those that lead to it; a group
    of several units is a loop.
    """

    states: tuple[State, ...]
    exits: tuple[dict[int, Exit], ...]
    order: tuple[tuple[Unit, ...], ...]


def layout(scheme: Scheme) -> Layout:
    """Return the states of a scheme.

    Raises:
        KerjaError: there are too many to count.
    """
    maker = _Maker(scheme)
    maker.make()
    exits = tuple(maker.exits)
    return Layout(tuple(maker.states), exits, _ordered(scheme, maker.states, exits))


class _Maker:
    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.states: list[State] = []
        self.exits: list[dict[int, Exit]] = []
        self._numbers: dict[State, int] = {}
        self._joins: dict[int, int] = {}
        self._leads: dict[int, list[tuple[int, int, bool]]] = {}
        self._after = [{at, *reach(scheme, at)} for at in range(len(scheme.nodes))]
        self._repeated = [number for number in range(len(scheme.milestones)) if self._twice(number)]

    def make(self) -> None:
        self._number(State(0))
        done = 0
        while done < len(self.states):
            self.exits.append(self._exits(self.states[done]))
            done += 1

    def _exits(self, state: State) -> dict[int, Exit]:
        node = self.scheme.nodes[state.at]
        found = {column: self._exit(state, column, way) for column, way in enumerate(node.ways)}
        if node.late is not None:
            found[LATE] = self._exit(state, LATE, node.late)
        return found

    def _exit(self, state: State, column: int, branch: Branch) -> Exit:
        taken = dict(state.taken)
        target, is_used_up = branch.to, False
        if branch.at_most:
            times = taken.get((state.at, column), 0)
            is_used_up = times >= branch.at_most
            target = branch.used_up if is_used_up else branch.to
            taken[state.at, column] = min(times + 1, branch.at_most)
        new = self._stages(state, column)
        node = self.scheme.nodes[state.at]
        from_start = _ends_at_start(node, column, state)
        if target == NOWHERE:
            return Exit(NOWHERE, new, from_start=from_start)
        after = self._after[target]
        kept = tuple(sorted((key, times) for key, times in taken.items() if key[0] in after))
        passed = tuple(
            number for number in self._repeated
            if number in (*state.passed, *new) and self._nodes(number) & after
        )  # fmt: skip
        number = self._number(State(target, kept, passed, from_start))
        return Exit(number, new, self._lead(target, (state.at, column, is_used_up)), from_start)

    def _number(self, state: State) -> int:
        if self.scheme.nodes[state.at].kind == "join":
            number = self._joins.setdefault(state.at, len(self.states))
            if number < len(self.states):
                return number
        if state not in self._numbers:
            if len(self.states) >= _MOST:
                raise KerjaError(
                    f"the workflow has more than {_MOST} states to count people in",
                    hint="lower the limits of its ways back (at_most)",
                )
            self._numbers[state] = len(self.states)
            self.states.append(state)
        return self._numbers[state]

    def _lead(self, target: int, key: tuple[int, int, bool]) -> int:
        known = self._leads.setdefault(target, [])
        if key not in known:
            known.append(key)
        return known.index(key)

    def _stages(self, state: State, column: int) -> tuple[int, ...]:
        if column != 0:
            return ()
        return tuple(
            number for number, stage in enumerate(self.scheme.milestones)
            if state.at in stage.nodes and number not in state.passed
        )  # fmt: skip

    def _twice(self, number: int) -> bool:
        nodes = self._nodes(number)
        return any(reach(self.scheme, at) & nodes for at in nodes)

    def _nodes(self, number: int) -> set[int]:
        return set(self.scheme.milestones[number].nodes)


def _ends_at_start(node: Node, column: int, state: State) -> bool:
    """Tell whether people end a step with the day."""
    from_start = state.from_start
    if node.kind == "draw":
        from_start = column != LATE or from_start
        if column not in (0, LATE):
            return True
    if node.queues or node.kind == "join":
        return False
    if node.run_days:
        from_start = float(node.run_days).is_integer()
    if column == LATE and node.deadline is not None:
        return from_start and node.since == NOWHERE and _is_whole(node.deadline)
    held = node.deadline is None or node.late is None or node.late.share == 0.0
    return from_start and held and node.law.name == "constant" and _is_whole(node.law.a)


def _is_whole(value: Value) -> bool:
    return not isinstance(value, Slot) and float(value).is_integer()


def _ordered(
    scheme: Scheme, states: list[State], exits: tuple[dict[int, Exit], ...]
) -> tuple[tuple[Unit, ...], ...]:
    """Return the units in order. Whoever leads to more of them comes first."""
    together: dict[tuple[int, int], list[int]] = {}
    for number, state in enumerate(states):
        node = scheme.nodes[state.at]
        meets = node.is_cut or node.kind == "join"
        together.setdefault((state.at, -1 if meets else number), []).append(number)
    units = [Unit(key[0], tuple(found)) for key, found in together.items()]
    home = {number: position for position, unit in enumerate(units) for number in unit.states}
    leads = [
        {
            home[way.target]
            for number in unit.states
            for column, way in exits[number].items()
            if way.target != NOWHERE and (column == LATE or scheme.nodes[unit.at].kind != "draw")
        }
        for unit in units
    ]
    ahead = [_ahead(position, leads) for position in range(len(units))]
    order = sorted(range(len(units)), key=lambda one: (-len(ahead[one] | {one}), one))
    groups: list[list[int]] = []
    for one in order:
        last = groups[-1][0] if groups else None
        same = next((g for g in groups if one in ahead[g[0]] and g[0] in ahead[one]), None)
        if same is not None and last is not None:
            same.append(one)
        else:
            groups.append([one])
    return tuple(tuple(units[one] for one in group) for group in groups)


def _ahead(start: int, leads: list[set[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [start]
    while waiting:
        for target in leads[waiting.pop()]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def loops(group: tuple[Unit, ...], made: Layout) -> bool:
    """Tell whether a group of units leads back to itself."""
    inside = {number for unit in group for number in unit.states}
    return any(way.target in inside for number in inside for way in made.exits[number].values())
