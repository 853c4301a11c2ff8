"""Cases for rules: what makes one fire, rest, or unable to be judged, and what it does then."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.countries import with_journey, written

from kerja.adaptation import Change, Decision, all_rules, decide
from kerja.blueprint import Blueprint, adapt
from kerja.workflow import (
    Workflow,
    dead_ends,
    prove,
    unbounded_loops,
    unknown_targets,
    unmet_needs,
    unproven_payments,
    unreachable,
)

PROOFS = (
    unreachable, dead_ends, unknown_targets, unbounded_loops, unproven_payments, unmet_needs,
)  # fmt: skip


class Case(NamedTuple):
    """Facts under which a rule fires, rests, and cannot be judged; what it then lacks."""

    rule: str
    fires: dict[str, Any]
    rests: dict[str, Any]
    unknown: dict[str, Any]
    lacks: tuple[str, ...]


def decided(code: str, sections: dict[str, Any]) -> Decision:
    """Return what one rule makes of a small country."""
    (decision,) = [d for d in decide(written(**sections), all_rules()) if d.rule == code]
    return decision


def change(code: str, sections: dict[str, Any]) -> Change:
    """Return the change that one rule makes or would make."""
    made = decided(code, sections).change
    assert made is not None
    return made


def adapted(sections: dict[str, Any]) -> Blueprint:
    """Adapt a small country that has the reference journey."""
    return adapt(with_journey(written(**sections)))


def is_proven(workflow: Workflow) -> bool:
    """Tell whether a workflow is sound, and nothing in it lost, endless or paid without proof."""
    sound = prove(workflow).status == "sound"
    return sound and all(proof(workflow) == () for proof in PROOFS)


def texts(made: Change, document: str) -> str:
    """Return what a change adds to a document."""
    return " ".join(a.text for a in made.documents if a.document == document)
