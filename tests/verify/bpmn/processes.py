"""What must hold of every process file: each verification returns how many things it looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.verify.bpmn import readers
from tests.verify.bpmn.comparing import nothing_found, some
from tests.verify.bpmn.corpus import DIALECTS, Written, different, everything, tables
from tests.verify.bpmn.environments import installed
from tests.verify.bpmn.readers import Executable, File
from tests.verify.bpmn.spoiling import SPOILED, missed


def the_readers_of_process_files_are_installed() -> int:
    """Install the pinned packages, unless they are there."""
    return installed()


def every_process_file_fits_the_schemas() -> int:
    """Validate BPMN and DMN against the schemas of OMG, with references.

    Workflows that people designed are validated in every dialect, random ones in one in turn.
    """
    files = [
        File(written.process(dialect), dialect)
        for number, written in enumerate(different())
        for dialect in (_one_in_turn(number) if written.is_random else DIALECTS)
    ]
    files += [File(w.decision(dialect), dialect) for w in tables() for dialect in DIALECTS]
    nothing_found(readers.schemas(files))
    return len(files)


def no_linter_objects_to_a_process_file() -> int:
    """Read every file with moddle; bpmnlint, camunda-compat, dmnlint and FEEL find nothing."""
    files = _files(everything())
    nothing_found(readers.linters(files))
    return len(files)


def every_process_is_drawn_whole_and_legibly() -> int:
    """Draw each with bpmn-js, without a warning: nothing too small for A3, cut off or covered."""
    files = [File(written.process("plain"), "plain") for written in different()]
    nothing_found(readers.drawing(files))
    return len(files)


def all_engines_decide_alike_on_eligibility() -> int:
    """Decide in FEEL, SpiffWorkflow and Python on every combination of boundary values."""
    number = 0
    for written in tables():
        for dialect in DIALECTS:
            differ = readers.tables(_executable(written, dialect))
            assert not differ, f"{written.name}: {some(differ)}"
            number += len(readers.decisions(written.table))
    return number


def spiffworkflow_takes_everybody_where_the_walk_does() -> int:
    """Run drawn people from start to end: path, end, payments, lanes; every step is visited."""
    return _run(readers.spiffworkflow, "spiffworkflow", different())


def bpmn_engine_takes_everybody_where_the_walk_does() -> int:
    """Run some of these people by FEEL, on files without a dialect and on those for Camunda 8.

    It is slow, so of those for Camunda 8 it has the workflows that people designed.
    """
    designed = [written for written in different() if not written.is_random]
    return _run(readers.bpmn_engine, "plain", different()) + _run(
        readers.bpmn_engine, "camunda8", designed
    )


def every_broken_file_is_refused() -> int:
    """Break good files in ways that people do; the reader that should notice does."""
    found = missed(everything()[0])
    assert not found, some(found)
    return len(SPOILED)


VERIFICATIONS: tuple[Callable[[], int], ...] = (
    the_readers_of_process_files_are_installed,
    every_process_file_fits_the_schemas,
    no_linter_objects_to_a_process_file,
    every_process_is_drawn_whole_and_legibly,
    all_engines_decide_alike_on_eligibility,
    spiffworkflow_takes_everybody_where_the_walk_does,
    bpmn_engine_takes_everybody_where_the_walk_does,
    every_broken_file_is_refused,
)


def _one_in_turn(number: int) -> tuple[str, ...]:
    return (DIALECTS[number % len(DIALECTS)],)


def _run(
    reader: Callable[[list[Executable]], list[list[str]]], dialect: str, some_of: Sequence[Written]
) -> int:
    assert any(_forks(written) for written in some_of) or dialect == "camunda8"
    found = reader([_executable(written, dialect) for written in some_of])
    nothing_found({f"{dialect} {w.name}": f for w, f in zip(some_of, found, strict=True)})
    return len(some_of)


def _forks(written: Written) -> int:
    return [step.kind for step in written.workflow].count("fork")


def _executable(written: Written, dialect: str) -> Executable:
    return Executable(written, dialect, written.process(dialect), written.decision(dialect))


def _files(all_written: tuple[Written, ...]) -> list[File]:
    return [
        File(path, dialect)
        for written in all_written
        for dialect in DIALECTS
        for path in (written.process(dialect), written.decision(dialect))
    ]
