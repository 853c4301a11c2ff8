"""The BPMN target: the journey as a process that engines execute, eligibility as a table."""

from __future__ import annotations

from kerja.targets.registry import Draft, Files
from kerja.workflow.bpmn import (
    DIALECTS,
    contract,
    eligibility_table,
    to_dmn,
    to_process,
    write_process,
)


def bpmn_files(draft: Draft) -> Files:
    """Return the plain process and table, each again for every engine, and what they wait for.

    A profile without a workflow has only the table.

    Raises:
        KerjaError: the workflow is not sound.
    """
    profile, workflow = draft.blueprint.profile, draft.blueprint.workflow
    table = eligibility_table(profile, on=draft.date)
    files = {
        f"{_folder(dialect)}/eligibility.dmn": to_dmn(table, dialect=dialect)
        for dialect in DIALECTS
    }
    if workflow.steps:
        country = profile.country.name or profile.origin.name
        process = to_process(workflow, name=f"{country}: the journey of a participant")
        written = write_process(process)
        files |= {f"{_folder(name)}/workflow.bpmn": text for name, text in written.items()}
        files["configuration/README.md"] = contract(process, table)
    return {path: text.encode() for path, text in files.items()}


def _folder(dialect: str) -> str:
    return "workflow" if dialect == "plain" else f"configuration/{dialect}"
