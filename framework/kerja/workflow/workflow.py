"""The journey of a participant as a frozen graph of steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import get_args

from kerja.profile.journey import Lane, Phase
from kerja.workflow.step import Step


@dataclass(frozen=True, slots=True)
class Workflow:
    """Steps in the order in which they were written; the first is the start.

    Two workflows are equal if their steps are. A way may name a step that does not exist: the
    proofs report it, nothing fails on it.
    """

    steps: tuple[Step, ...] = ()
    _by_id: dict[str, Step] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        by_id: dict[str, Step] = {}
        for step in self.steps:
            by_id.setdefault(step.id, step)
        object.__setattr__(self, "_by_id", by_id)

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def __contains__(self, step: str) -> bool:
        return step in self._by_id

    def __getitem__(self, step: str) -> Step:
        return self._by_id[step]

    def get(self, step: str) -> Step | None:
        """Return the step with this id, or None."""
        return self._by_id.get(step)

    @property
    def start(self) -> str:
        """Id of the first step; "" for an empty workflow."""
        return self.steps[0].id if self.steps else ""

    @property
    def ends(self) -> tuple[str, ...]:
        """Ids of the steps with which a journey ends."""
        return tuple(step.id for step in self.steps if step.kind == "end")

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Who acts, applicant first; only those who do."""
        used = {step.lane for step in self.steps}
        return tuple(lane for lane in get_args(Lane) if lane in used)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Phases of the delivery chain that have steps, in order."""
        used = {step.phase for step in self.steps}
        return tuple(phase for phase in get_args(Phase) if phase in used)

    def successors(self, step: str) -> tuple[str, ...]:
        """Return the known steps that may follow, the usual one first."""
        found = self.get(step)
        return tuple(t for t in found.targets if t in self) if found else ()

    def predecessors(self, step: str) -> tuple[str, ...]:
        """Return the steps from which this one may follow, in order."""
        return tuple(other.id for other in self.steps if step in other.targets)


def reading_order(workflow: Workflow) -> tuple[Step, ...]:
    """Return each step once, in the order in which the journey is told.

    The usual journey runs from the start along the usual ways; a step beside it follows the one
    that it was written after; the ends come last.
    """
    main: list[str] = []
    here = workflow.start
    while here and here not in main and here in workflow:
        main.append(here)
        usual = workflow[here].usual
        here = usual.to if usual else ""
    told = list(main)
    before = ""
    for step in workflow:
        if step.id not in told:
            told.insert(told.index(before) + 1 if before else 0, step.id)
        before = step.id
    last = [step for step in told if workflow[step].kind == "end"]
    first = [step for step in told if workflow[step].kind != "end"]
    return tuple(workflow[step] for step in (*first, *last))
