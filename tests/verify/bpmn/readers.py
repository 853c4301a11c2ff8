"""Each reader of process files as a function from files to what it objects to, by file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from tests.verify.bpmn.comparing import lane_faults, run_faults
from tests.verify.bpmn.corpus import SEED, Written, model
from tests.verify.bpmn.environments import in_node, in_python, packages
from tests.verify.bpmn.grids import Inputs, applicants, grid
from tests.verify.bpmn.legibility import drawing_faults
from tests.verify.bpmn.people import Person, as_data, codes, few_of, people

from kerja.workflow.bpmn import DecisionTable, to_dmn
from kerja.workflow.bpmn.variables import rule_step

Problems = dict[str, list[str]]

PEOPLE, OF_RANDOM = 200, 60
"""People sent through a workflow, and through one that nobody designed."""


@dataclass(frozen=True, slots=True)
class File:
    """A process (.bpmn) or a decision table (.dmn), and the dialect in which it is written."""

    path: Path
    dialect: str

    @property
    def kind(self) -> str:
        """What it is: "bpmn" or "dmn"."""
        return self.path.suffix[1:]

    def as_data(self) -> dict[str, str]:
        """Return the file as a runner wants it."""
        return {"file": str(self.path), "kind": self.kind, "dialect": self.dialect}


@dataclass(frozen=True, slots=True)
class Executable:
    """A process and its decision, with the workflow that they must carry out."""

    written: Written
    dialect: str
    process: Path
    decision: Path


def schemas(files: Sequence[File]) -> Problems:
    """Validate against the schemas of OMG."""
    xsd = {
        "bpmn": str(packages() / "bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd"),
        "dmn": str(packages() / "dmn-moddle/resources/dmn/xsd/DMN13.xsd"),
    }
    found: Problems = in_python(
        "schemas.py", {"schemas": xsd, "files": [file.as_data() for file in files]}
    )
    return found


def linters(files: Sequence[File]) -> Problems:
    """Read with moddle; ask bpmnlint, camunda-compat, dmnlint and the grammar of FEEL."""
    found: Problems = in_node("lint.mjs", [file.as_data() for file in files])
    return found


def drawing(files: Sequence[File]) -> Problems:
    """Draw with bpmn-js in Chromium and save a picture beside each file."""
    task = {
        "library": str(packages()),
        "chromium": shutil.which("chromium"),
        "files": [
            {"file": str(file.path), "picture": str(file.path.with_suffix(".png"))}
            for file in files
        ],
    }
    found = in_node("drawing.mjs", task)
    return {file: list(drawing_faults(drawn)) for file, drawn in found.items()}


def spiffworkflow(processes: Sequence[Executable]) -> list[list[str]]:
    """Run people in SpiffWorkflow and compare with the walk; lanes too. One list for each."""
    sent = [drawn_people(process.written) for process in processes]
    return _run(processes, sent, partial(in_python, "spiff.py"))


def bpmn_engine(processes: Sequence[Executable]) -> list[list[str]]:
    """Run people in bpmn-engine and compare with the walk. One list for each process.

    The engine takes a tenth of a second for a person, so those go who together meet everything.
    """
    sent = [few_people(process.written) for process in processes]
    return _run(processes, sent, partial(in_node, "engine.mjs"))


def tables(process: Executable) -> list[str]:
    """Compare the decisions of an engine with those of Python, on the whole grid."""
    asked = _asked(process.written.table)
    by_python = process.dialect == "spiffworkflow"
    run, script = (in_python, "spiff_tables.py") if by_python else (in_node, "tables.mjs")
    (answers,) = run(script, [{"file": str(process.decision), "grid": asked}])
    return [
        f"{inputs}: Python {ours}, {process.dialect} {theirs}"
        for inputs, ours, theirs in zip(
            asked, decisions(process.written.table), answers, strict=True
        )
        if ours != theirs
    ]


@cache
def decisions(table: DecisionTable) -> tuple[dict[str, str], ...]:
    """Return what Python decides on each applicant of the grid."""
    answers = (table.decide(inputs) for inputs in _asked(table))
    return tuple({"eligible": one.eligible, "reason": one.reason} for one in answers)


@cache
def drawn_people(written: Written) -> tuple[Person, ...]:
    """Return the people who are sent through the files of a workflow."""
    return people(written.workflow, OF_RANDOM if written.is_random else PEOPLE, SEED)


@cache
def few_people(written: Written) -> tuple[Person, ...]:
    """Return some of them, who together meet everything that any of them meets."""
    return few_of(drawn_people(written))


def _run(
    processes: Sequence[Executable],
    sent: Sequence[tuple[Person, ...]],
    engine: Callable[[object], Any],
) -> list[list[str]]:
    task = [_task(*pair) for pair in zip(processes, sent, strict=True)]
    return [
        [*run_faults(process.written.workflow, people_sent, answer),
         *lane_faults(process.written.workflow, answer["lanes"])]
        for process, people_sent, answer in zip(processes, sent, engine(task), strict=True)
    ]  # fmt: skip


def _task(process: Executable, sent: tuple[Person, ...]) -> dict[str, Any]:
    workflow = process.written.workflow
    table, decision = process.written.table, process.decision
    if all(answer["eligible"] == "no" for answer in decisions(table)):
        # Where nobody may take part yet, the rules of the model show whether the process works.
        table, decision = model().table, model().decision(process.dialect)
    return {
        "bpmn": str(process.process),
        "dmn": str(decision),
        "dialect": process.dialect,
        "steps": {
            step.id: {"usual": codes(step)[0] if step.ways else "", "pays": step.pays_person}
            for step in workflow
        },
        "decision": rule_step(workflow),
        "inputs": applicants(_asked(table), decisions(table)),
        "people": as_data(sent),
    }


@cache
def _asked(table: DecisionTable) -> tuple[Inputs, ...]:
    return tuple(grid(to_dmn(table, dialect="plain")))
