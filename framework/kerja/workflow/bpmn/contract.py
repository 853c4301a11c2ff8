"""The page that tells people and services which variables a process waits for."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.workflow.bpmn.dialects import HISTORY
from kerja.workflow.bpmn.process import PROCESS, Process
from kerja.workflow.bpmn.table import DecisionTable

_HEAD = f"""# What the process waits for

Each folder holds the same process (`{PROCESS}`) and the same decision (`eligibility`):

- `spiffworkflow/` for SpiffWorkflow from release 3.2.0; older ones lose timers in loops. The script
  engine must provide `datetime` and `timedelta`. A service is called as `kerja/<step>`.
- `camunda7/` for Camunda 7, Operaton, CIB seven. A service is the external task `kerja.<step>`.
  The answer of the decision is the variable `decision`.
  Finished cases are kept for {HISTORY}: TODO(human) decide how long.
- `camunda8/` for Camunda 8.7. A service is the job `kerja.<step>`, a form has the reference
  `kerja/<step>`.

A task has the id of its step, and its lane says who does it. Whoever completes a step that is
named below sets its outcome, each time anew. An outcome that is not in the list grants nothing.
"""


def contract(process: Process, table: DecisionTable) -> str:
    """Return the page as Markdown: variables, messages, inputs of the decision, open points."""
    return "\n".join((_HEAD, *_variables(process), *_messages(process), *_decision(table)))


def _variables(process: Process) -> Iterator[str]:
    yield "## Variables\n\n| variable | holds | set by | values |\n|---|---|---|---|"
    for one in process.variables:
        setter = f"whoever completes `{one.set_by}`" if one.set_by in process.by_id else one.set_by
        values = ", ".join(f"`{value}`" for value in one.values)
        yield f"| `{one.name}` | {one.holds} | {setter} | {values} |"


def _messages(process: Process) -> Iterator[str]:
    waiting = [node for node in process.nodes if node.message]
    if waiting:
        yield "\n## Messages\n\n| message | ends | note |\n|---|---|---|"
    for node in waiting:
        yield f"| `{node.message}` | {node.host or node.id} | {node.note} |"


def _decision(table: DecisionTable) -> Iterator[str]:
    yield "\n## Inputs of the decision\n\nWhat is not given counts as not shown, and refuses.\n"
    yield "| input | holds | meaning |\n|---|---|---|"
    for one in table.inputs:
        yield f"| `{one.name}` | {one.holds} | {one.meaning} |"
    yield ""
    yield from (f"- {note}" for note in table.notes)
    yield ""
