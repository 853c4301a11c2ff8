"""The files that a build writes for engines."""

from kerja.checks import examine
from kerja.outputs import Order, draft
from kerja.resources import shipped
from kerja.targets import Draft, Files
from kerja.targets.bpmn import bpmn_files


def drafted(name: str) -> Draft:
    folders = (shipped("country_profiles"),)
    return draft(examine(name, folders=folders), (), Order(), folders=folders)


def files(name: str) -> Files:
    return bpmn_files(drafted(name))


def test_a_build_has_a_process_and_a_table_for_every_engine() -> None:
    folders = (
        "workflow",
        *(f"configuration/{n}" for n in ("spiffworkflow", "camunda7", "camunda8")),
    )
    names = ("workflow.bpmn", "eligibility.dmn")
    wanted = {f"{folder}/{name}" for folder in folders for name in names}
    assert set(files("khm")) == {*wanted, "configuration/README.md"}


def test_the_page_names_every_variable_and_what_is_not_decided() -> None:
    page = files("khm")["configuration/README.md"].decode()
    assert "| `select_lottery_outcome` | text |" in page
    assert "`choose_course_late`" in page
    assert "Not decided: ages (unknown)." in page


def test_two_builds_are_equal() -> None:
    assert files("tha") == files("tha")
