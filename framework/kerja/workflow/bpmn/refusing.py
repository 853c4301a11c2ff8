"""The refusal of a workflow that an engine could not bring to an end."""

from __future__ import annotations

from kerja.errors import KerjaError
from kerja.workflow.soundness.proving import prove
from kerja.workflow.workflow import Workflow


def refuse_unsound(workflow: Workflow) -> None:
    """Refuse what must not be executed.

    Raises:
        KerjaError: the workflow is not sound, or could not be proven to be.
    """
    reason = _reason(workflow)
    if reason:
        raise KerjaError(
            f"the workflow cannot be executed: {reason}",
            "kerja check names the places in the profile; only a sound workflow is written as BPMN",
        )


def _reason(workflow: Workflow) -> str:
    verdict = prove(workflow)
    if verdict.status != "sound":
        return str(verdict.failures[0]) if verdict.failures else f"{verdict.reason}; not proven"
    for step in workflow:
        if step.kind == "end" and step.ways:
            return f'step "{step.id}" is an end and leads on'
        if any(way.at_most is not None and not step.used_up(way) for way in step.ways):
            return f'step "{step.id}" does not say where its last try leads'
    return ""
