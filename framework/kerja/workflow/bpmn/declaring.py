"""The variables of a process, with who sets each: the contract with people and services."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.workflow.bpmn.deadlines import Limit
from kerja.workflow.bpmn.variables import (
    ELIGIBLE,
    PARTICIPANT,
    REASON,
    ProcessVariable,
    due,
    outcome,
    outcome_codes,
    rule_step,
    taken,
)
from kerja.workflow.workflow import Workflow

PROCESS_ITSELF = "the process"


def variables(
    workflow: Workflow, limits: Mapping[str, Limit], reads: frozenset[str]
) -> tuple[ProcessVariable, ...]:
    """Return the variables in the order of the steps; `reads` are steps whose outcome is asked."""
    return tuple(_variables(workflow, limits, reads))


def _variables(
    workflow: Workflow, limits: Mapping[str, Limit], reads: frozenset[str]
) -> Iterator[ProcessVariable]:
    rule = rule_step(workflow)
    yield ProcessVariable(PARTICIPANT, "text", "whoever starts the process")
    for step in workflow:
        if step.id == rule:
            yield ProcessVariable(ELIGIBLE, "text", "the decision eligibility", ("yes", "no"))
            yield ProcessVariable(REASON, "text", "the decision eligibility")
        if step.id in reads:
            yield ProcessVariable(outcome(step.id), "text", step.id, outcome_codes(step))
        for position, way in enumerate(step.ways):
            if way.at_most is not None:
                yield ProcessVariable(taken(step.id, position), "number", PROCESS_ITSELF)
        if step.id in limits and limits[step.id].until:
            yield ProcessVariable(due(step.id), "date-time", PROCESS_ITSELF)
