"""Good files broken in ways that people break them, each with the reader that must notice."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass

from tests.verify.bpmn import faults, readers
from tests.verify.bpmn.corpus import Written
from tests.verify.bpmn.environments import BUILD
from tests.verify.bpmn.readers import Executable, File


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A way to break a file, who must notice, and a word of what they must say."""

    spoil: Callable[[ET.Element], None]
    reader: str
    word: str
    dialect: str = "plain"
    kind: str = "bpmn"


SPOILED = (
    Spoiled(faults.without_ends, "linters", "no-implicit"),
    Spoiled(faults.without_diagram, "linters", "no-bpmndi"),
    Spoiled(faults.without_diagram, "drawing", "no diagram to display"),
    Spoiled(faults.without_a_shape, "linters", "no-bpmndi"),
    Spoiled(faults.without_an_edge, "linters", "no-bpmndi"),
    Spoiled(faults.without_drawn_lanes, "linters", "no-bpmndi"),
    Spoiled(faults.with_the_plane_of_the_process, "drawing", "no pool is drawn"),
    Spoiled(faults.with_a_label_over_a_task, "drawing", "stands over"),
    Spoiled(faults.with_an_unknown_node_in_a_lane, "schemas", "nobody"),
    Spoiled(faults.with_a_flow_to_nowhere, "schemas", "nowhere"),
    Spoiled(faults.with_one_id_twice, "schemas", "duplicate"),
    Spoiled(faults.with_children_out_of_order, "schemas", "Unexpected child"),
    Spoiled(faults.with_an_edge_of_one_point, "schemas", "not complete"),
    Spoiled(faults.with_a_bare_condition, "linters", "FEEL", "camunda8"),
    Spoiled(faults.with_a_deadline_in_words, "linters", "timer", "camunda8"),
    Spoiled(faults.without_the_extensions, "linters", "camunda-compat", "camunda8"),
    Spoiled(faults.with_a_node_in_no_lane, "spiffworkflow", "is in lane None", "spiffworkflow"),
    Spoiled(faults.with_a_flow_to_nowhere, "spiffworkflow", "nowhere", "spiffworkflow"),
    Spoiled(faults.without_a_default, "spiffworkflow", "", "spiffworkflow"),
    Spoiled(faults.with_a_condition_of_another_engine, "spiffworkflow", "$", "spiffworkflow"),
    Spoiled(faults.with_conditions_that_nobody_reads, "spiffworkflow", "", "spiffworkflow"),
    Spoiled(faults.with_two_flows_exchanged, "spiffworkflow", "visit", "spiffworkflow"),
    Spoiled(faults.without_counting, "spiffworkflow", "visit", "spiffworkflow"),
    Spoiled(faults.with_a_deadline_that_stops_nothing, "spiffworkflow", "", "spiffworkflow"),
    Spoiled(faults.with_two_flows_exchanged, "bpmn_engine", "visit"),
    Spoiled(faults.without_counting, "bpmn_engine", "visit"),
    Spoiled(faults.with_a_deadline_that_stops_nothing, "bpmn_engine", ""),
    Spoiled(faults.with_a_list_of_feel, "tables", "Python", "spiffworkflow", "dmn"),
    Spoiled(faults.with_a_bound_moved, "tables", "Python", "plain", "dmn"),
)
"""Each fault before the reader that is relied on to find it."""


def missed(written: Written) -> list[str]:
    """Break files of a workflow and return what was not noticed by whom, with what they said."""
    found = []
    for number, spoiled in enumerate(SPOILED):
        says = _says(spoiled, written, number)
        if not any(spoiled.word in said for said in says):
            name = (spoiled.spoil.__doc__ or "").strip()
            found.append(f"{spoiled.reader} ({spoiled.dialect}) does not notice: {name} {says[:3]}")
    return found


def _says(spoiled: Spoiled, written: Written, number: int) -> list[str]:
    process = written.process(spoiled.dialect)
    decision = written.decision(spoiled.dialect)
    source = process if spoiled.kind == "bpmn" else decision
    broken = BUILD / "spoiled" / f"{number:02}.{spoiled.kind}"
    broken.parent.mkdir(parents=True, exist_ok=True)
    broken.write_text(_broken(source.read_text(encoding="utf-8"), spoiled), encoding="utf-8")
    if spoiled.reader in _OF_FILES:
        said = _OF_FILES[spoiled.reader]([File(broken, spoiled.dialect)])
        return said[str(broken)]
    if spoiled.kind == "bpmn":
        executable = Executable(written, spoiled.dialect, broken, decision)
    else:
        executable = Executable(written, spoiled.dialect, process, broken)
    if spoiled.reader == "tables":
        return readers.tables(executable)
    return _OF_RUNS[spoiled.reader]([executable])[0]


_OF_FILES = {
    "schemas": readers.schemas,
    "linters": readers.linters,
    "drawing": readers.drawing,
}
_OF_RUNS = {"spiffworkflow": readers.spiffworkflow, "bpmn_engine": readers.bpmn_engine}


def _broken(text: str, spoiled: Spoiled) -> str:
    for _, (prefix, uri) in ET.iterparse(io.StringIO(text), events=("start-ns",)):
        ET.register_namespace(prefix, uri)
    root = ET.fromstring(text)
    before = ET.tostring(root, encoding="unicode")
    spoiled.spoil(root)
    after = ET.tostring(root, encoding="unicode")
    assert after != before, f"there is nothing to break: {spoiled.spoil.__doc__}"
    return after
