"""The workflow whose proof is timed: twelve branches of five steps side by side, 64 steps."""

from __future__ import annotations

from kerja.profile.journey import StepKind
from kerja.workflow import Step, Way, Workflow, dead_ends, prove, unreachable

_BRANCHES = 12
_LENGTH = 5


def many_branches() -> Workflow:
    """Return a start, a fork, its branches, their join and an end: 6^12 states and more."""
    names = [[f"step_{b}_{k}" for k in range(_LENGTH)] for b in range(_BRANCHES)]
    steps = [
        _step(name, following)
        for branch in names
        for name, following in zip(branch, [*branch[1:], "join"], strict=True)
    ]
    return Workflow(
        (
            _step("start", "fork", kind="start"),
            _step("fork", *(branch[0] for branch in names), kind="fork"),
            *steps,
            _step("join", "leave", kind="join"),
            _step("leave", kind="end"),
        )
    )


def proof(workflow: Workflow) -> None:
    """Prove it; a benchmark of a wrong answer would be worth nothing."""
    if prove(workflow).status != "sound":
        raise AssertionError("the workflow of the benchmark is sound")


def look(workflow: Workflow) -> None:
    """Do what a look at the graph can do: is every step reached from the start, and left."""
    if unreachable(workflow) or dead_ends(workflow):
        raise AssertionError("every step of the benchmark is reached and left")


def _step(name: str, *following: str, kind: StepKind = "service") -> Step:
    ways = tuple(Way(target) for target in following)
    return Step(name, name, kind, "programme-office", "enrol", ways=ways)
