"""The variables through which people, services and a process tell each other what happened."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow

DONE = "done"
"""Outcome of the usual way where it has no name."""

ELIGIBLE, REASON = "eligible", "reason"
"""What the decision `eligibility` answers: "yes" or "no", and why."""

PARTICIPANT = "participant_id"
"""Names the person; given at the start, and by it a message finds its case."""

RULE_STEP = "eligibility_check"


@dataclass(frozen=True, slots=True)
class ProcessVariable:
    """A variable: what it holds, who sets it, and the values that it can have, if they are few."""

    name: str
    holds: Literal["text", "number", "date-time"]
    set_by: str
    values: tuple[str, ...] = ()


def outcome_codes(step: Step) -> tuple[str, ...]:
    """Return the value of `<step>_outcome` for each way of the step, in order, all different.

    It is what stands behind `when`, in small letters and hyphens.
    """
    codes: list[str] = []
    for position, way in enumerate(step.ways):
        code = _slug(way.when) or (DONE if position == 0 and not way.when else f"way-{position}")
        codes.append(f"{code}-{position}" if code in codes else code)
    return tuple(codes)


def outcome(step: str) -> str:
    """Return the name of the variable that holds how a step ended."""
    return f"{step}_outcome"


def taken(step: str, way: int) -> str:
    """Return the name of the variable that counts how often a way was taken."""
    return f"{step}_taken_{way}"


def is_count(variable: str) -> bool:
    """Return whether a variable counts how often a way was taken."""
    return re.search(r"_taken_[0-9]+$", variable) is not None


def due(step: str) -> str:
    """Return the name of the variable that holds the last moment for a step."""
    return f"{step}_due"


def late(step: str) -> str:
    """Return the name of the message that says that the time for a step is up."""
    return f"{step}_late"


def rule_step(workflow: Workflow) -> str:
    """Return the step that applies the rules on eligibility, "" if there is none."""
    decisions = [step.id for step in workflow if step.kind == "decision"]
    return RULE_STEP if RULE_STEP in decisions else next(iter(decisions), "")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
