"""Every workflow written as process files of every dialect, each with its decision table."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.verify.bpmn.environments import BUILD
from tests.verify.bpmn.journeys import SHIPPED, Case, drawn, shipped

from kerja.workflow import Workflow
from kerja.workflow.bpmn import DecisionTable, eligibility_table, to_bpmn, to_dmn

SEED = 20261124
RANDOM = 12
DIALECTS = ("plain", "spiffworkflow", "camunda7", "camunda8")


_DESIGNED = (*SHIPPED, "examples")


@dataclass(frozen=True, slots=True)
class Written:
    """A workflow with its table, and the folder that holds its files."""

    name: str
    workflow: Workflow
    table: DecisionTable
    folder: Path

    @property
    def is_random(self) -> bool:
        """True for a workflow that nobody designed."""
        return not self.name.startswith(_DESIGNED)

    def process(self, dialect: str) -> Path:
        """Return the file of the process."""
        return self.folder / f"{dialect}.bpmn"

    def decision(self, dialect: str) -> Path:
        """Return the file of the decision table."""
        return self.folder / f"{dialect}.dmn"


@cache
def everything() -> tuple[Written, ...]:
    """Write all workflows that there are to verify, and return where they are."""
    return tuple(_written(case) for case in (*_shipped(), *itertools.islice(drawn(SEED), RANDOM)))


@cache
def different() -> tuple[Written, ...]:
    """Return the first of those whose workflows are equal: running one again shows nothing."""
    found: dict[Workflow, Written] = {}
    for written in everything():
        found.setdefault(written.workflow, written)
    return tuple(found.values())


@cache
def tables() -> tuple[Written, ...]:
    """Return the first of those whose tables decide alike, whatever their notes say."""
    found: dict[object, Written] = {}
    for written in everything():
        found.setdefault((written.table.inputs, written.table.rules), written)
    return tuple(found.values())


def model() -> Written:
    """Return the model of 2020, whose rules on eligibility are decided and have all parts."""
    return everything()[0]


@cache
def _shipped() -> tuple[Case, ...]:
    return tuple(shipped())


def _written(case: Case) -> Written:
    table = eligibility_table(case.profile)
    written = Written(case.name, case.workflow, table, BUILD / "files" / case.name)
    written.folder.mkdir(parents=True, exist_ok=True)
    for dialect in DIALECTS:
        process = to_bpmn(case.workflow, name=case.name, dialect=dialect)
        written.process(dialect).write_text(process, encoding="utf-8")
        written.decision(dialect).write_text(to_dmn(table, dialect=dialect), encoding="utf-8")
    return written
