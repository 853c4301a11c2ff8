"""The proof that a workflow is sound: every journey can end, ends once, and uses every step."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.workflow.soundness.net import SINK, Net, build_net
from kerja.workflow.soundness.reachability import (
    Nowhere,
    shortest_path,
    unreachable,
    ways_to_nowhere,
)
from kerja.workflow.soundness.reduction import Fused, reduce_net
from kerja.workflow.soundness.showing import show
from kerja.workflow.soundness.states import Game, Marking, Space, explore, improper, stuck
from kerja.workflow.soundness.verdict import Failure, Verdict
from kerja.workflow.workflow import Workflow

_SHOWN = 5_000


def prove(workflow: Workflow, *, limit: int = 20_000) -> Verdict:
    """Prove that a workflow is sound (van der Aalst 1997, Definition 7), or show why it is not.

    The net is reduced; the states of what is left are looked at one by one. Counters and shares
    are data: they are not looked at, and whoever may go round is taken to stop some time.

    Args:
        workflow: the journey. Without steps the answer is unknown.
        limit: number of states of the reduced net after which the answer is unknown.
    """
    if not workflow.steps:
        return Verdict("unknown", reason="there are no steps")
    lost = tuple(_lost(workflow, nowhere) for nowhere in ways_to_nowhere(workflow))
    net = build_net(workflow)
    residue = _Residue(reduce_net(net), limit=limit)
    if residue.is_faulty or unreachable(workflow):
        return Verdict("unsound", (*lost, *_failures(workflow, net, residue)))
    if lost:
        return Verdict("unsound", lost)
    if not residue.space.is_whole:
        return Verdict("unknown", reason=f"the journey has more than {limit} states")
    return Verdict("sound")


class _Residue:
    """The state space of the reduced net, and the nearest marking that shows a fault, if any."""

    def __init__(self, fused: tuple[Fused, ...], *, limit: int) -> None:
        self.fused = fused
        self.game = Game((f.takes, f.puts) for f in fused)
        self.space = explore(self.game, limit=limit, stop_when_unsafe=True)
        found = improper(self.game, self.space), stuck(self.game, self.space), self.space.unsafe
        self.faults = [marking for marking in found if marking is not None]

    @property
    def is_faulty(self) -> bool:
        dead = self.space.is_whole and len(self.space.made) < len(self.fused)
        return dead or bool(self.faults)

    def run(self, marking: Marking) -> tuple[int, ...]:
        """Return moves of the first net that lead to a marking."""
        return tuple(i for move in self.space.path(marking) for i in self.fused[move].run)


def _failures(workflow: Workflow, net: Net, residue: _Residue) -> Iterator[Failure]:
    """Yield what can be shown in the whole net, or else in the reduced one."""
    game = Game((t.takes, t.puts) for t in net.transitions)
    space = explore(game, limit=_SHOWN, stop_when_unsafe=False)
    found = [space.path(m) for m in (stuck(game, space), improper(game, space)) if m is not None]
    if not found and residue.faults:
        found = [_trimmed(game, residue.run(residue.faults[0]))]
    for moves in found:
        yield show(workflow, net, game, moves=moves)
    yield from _dead(workflow, net, space)


def _trimmed(game: Game, moves: tuple[int, ...]) -> tuple[int, ...]:
    """Return as much of some moves as is needed to show a fault."""
    for number in range(len(moves)):
        marking = game.play(moves[:number])
        if game.is_unsafe(marking) or (game.has_ended(marking) and marking != game.goal):
            return moves[:number]
    return moves


def _dead(workflow: Workflow, net: Net, space: Space) -> Iterator[Failure]:
    """Yield the steps that are never begun; where not all states were seen, those set apart."""
    begun = {p for i in space.made for p in net.transitions[i].puts}
    ended = {net.transitions[i].done for i in space.made if SINK in net.transitions[i].puts}
    dead = tuple(s.id for s in workflow if s.id not in begun | ended)
    steps = dead if space.is_whole else unreachable(workflow)
    if steps:
        yield Failure("no dead transitions", steps, (), f"{', '.join(steps)} never started")


def _lost(workflow: Workflow, nowhere: Nowhere) -> Failure:
    path = shortest_path(workflow, nowhere.step)
    return Failure("option to complete", (nowhere.step,), path, nowhere.reason)
