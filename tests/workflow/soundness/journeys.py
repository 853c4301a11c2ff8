"""Small journeys for the proofs, written in one line a step."""

from __future__ import annotations

from dataclasses import replace

from kerja.workflow import Step, Way, Workflow


def step(name: str, *ways: str | Way, **more: object) -> Step:
    """Return a step that leads to the steps named; an end if it leads nowhere."""
    plain = Step(
        id=name,
        name=name,
        kind="end" if not ways else "service",
        lane="programme-office",
        phase="manage",
        ways=tuple(way if isinstance(way, Way) else Way(way) for way in ways),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def journey(*steps: Step) -> Workflow:
    return Workflow(steps)


def with_step(workflow: Workflow, name: str, **more: object) -> Workflow:
    """Return the workflow with one step changed."""
    return Workflow(
        tuple(replace(s, **more) if s.id == name else s for s in workflow)  # type: ignore[arg-type]
    )
