"""The time that it takes to write a workflow of 64 steps as processes for all engines."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

from kerja.profile import Profile
from kerja.workflow import Step, Way, Workflow
from kerja.workflow.bpmn import DIALECTS, eligibility_table, to_dmn, to_process, write_process

_BLOCKS = 12


def write_everything() -> None:
    """Write process and table in every dialect."""
    write_process(to_process(_WORKFLOW, name="64 steps"))
    table = eligibility_table(Profile())
    for dialect in DIALECTS:
        to_dmn(table, dialect=dialect)


def peer() -> Callable[[], None]:
    """Return a function that writes the same trees with ElementTree, and does nothing else."""
    process = write_process(to_process(_WORKFLOW, name="64 steps"))
    trees = [ElementTree.fromstring(text) for text in process.values()]

    def write() -> None:
        for tree in trees:
            ElementTree.tostring(tree)

    return write


def _workflow() -> Workflow:
    """Return twelve blocks of five steps with a refusal and a way back, and four more steps."""
    steps = [_step("begin", "start", Way("check_0"))]
    for block in range(_BLOCKS):
        following = f"check_{block + 1}" if block + 1 < _BLOCKS else "pay"
        steps += [
            _step(f"check_{block}", "service", Way(f"ask_{block}"), Way("leave", "refused")),
            _step(f"ask_{block}", "person", Way(f"look_{block}")),
            _step(f"look_{block}", "manual", Way(f"tell_{block}"), Way(f"mend_{block}", "mend")),
            _step(f"mend_{block}", "person", Way(f"check_{block}", at_most=2, then="leave")),
            _step(f"tell_{block}", "service", Way(following)),
        ]
    steps.append(_step("pay", "payment", Way("thank"), Way("leave", "payment fails")))
    return Workflow(
        (*steps, _step("thank", "service", Way("leave")), _step("leave", "end")),
    )


def _step(name: str, kind: str, *ways: Way) -> Step:
    lane = "applicant" if kind == "person" else "programme-office"
    return Step(name, name.replace("_", " "), kind, lane, "enrol", ways=ways)  # type: ignore[arg-type]


_WORKFLOW = _workflow()
