"""The budget annex and the slide print the costing's own figures, and say what is not known."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pptx
import pytest

from kerja.checks import examine
from kerja.errors import KerjaError
from kerja.outputs import Order, draft, examine_options
from kerja.resources import shipped
from kerja.source import locate
from kerja.targets import Draft
from kerja.targets.documents import compose, document_files, printer_of
from kerja.targets.page import page_files
from kerja.targets.papers import DOCUMENTS, KINDS, SLIDE, chosen
from kerja.targets.slide import compose_slide
from kerja.targets.views import cost_rows, lack_rows, money_points

ROOT = Path(__file__).parents[2]
FOLDERS = (shipped("country_profiles"),)
PROFILES = ("examples/cambodia", "examples/thailand", "idn")
ANNEX = next(kind for kind in DOCUMENTS if kind.name == "budget-annex")


@cache
def drafted(profile: str, *documents: str) -> Draft:
    name = str(ROOT / profile) if "/" in profile else profile
    examination = examine(name, folders=FOLDERS)
    scenarios = examine_options(examination, path=locate(name, folders=FOLDERS), folders=FOLDERS)
    order = Order(languages=("en",), documents=documents)
    return draft(examination, scenarios, order, folders=FOLDERS)


def test_three_documents_are_the_default_and_all_means_all() -> None:
    assert chosen(None) == ("policy-brief", "cabinet-memo", "operations-manual")
    assert chosen("all") == tuple(kind.name for kind in KINDS)
    assert chosen("cabinet-slide,budget-annex") == ("budget-annex", "cabinet-slide")
    with pytest.raises(KerjaError, match='no document is called "budget-anex"'):
        chosen("budget-anex")


def test_documents_stand_in_the_order_of_the_approval_path() -> None:
    names = [kind.name for kind in KINDS]
    assert names == [
        "policy-brief", "budget-annex", "cabinet-memo", "cabinet-slide", "operations-manual",
    ]  # fmt: skip


@pytest.mark.parametrize("profile", PROFILES)
def test_the_annex_is_written_for_every_country(profile: str) -> None:
    document = compose(drafted(profile), ANNEX, "en")
    assert document.title.startswith("Budget annex: ")
    assert document.blocks


def test_the_annex_prints_the_register_and_every_option() -> None:
    cambodia = drafted("examples/cambodia")
    printer = printer_of(cambodia, "en", None)
    rows = cost_rows(cambodia.options, printer)
    assert [row.title for row in rows] == [option.title for option in cambodia.options]
    for row, option in zip(rows, cambodia.options, strict=True):
        assert row.total == printer.figure(f"costs[{option.id}].total.base")
        assert len(row.lines) == len(option.costing.counted)
        assert len(row.fiscal) == len(option.costing.phasing.years)


def test_years_that_are_alike_stand_together() -> None:
    cambodia = drafted("examples/cambodia")
    row = cost_rows(cambodia.options, printer_of(cambodia, "en", None))[0]
    assert [paid.years for paid in row.paid] == ["1–4"]


def test_an_unknown_cost_is_never_nothing() -> None:
    thailand = drafted("examples/thailand")
    for row in cost_rows(thailand.options, printer_of(thailand, "en", None)):
        assert not row.is_known
        assert row.total == "unknown"
        assert {line.standing for line in row.lines} == {"to be obtained"}


def test_what_most_lines_wait_for_comes_first() -> None:
    thailand = drafted("examples/thailand")
    lacks = lack_rows(thailand.options, printer_of(thailand, "en", None))
    counts = [len(lack.lines.split(", ")) for lack in lacks]
    assert lacks[0].name == "number of places offered"
    assert counts[0] == max(counts)
    needed = {path for option in thailand.options for path in option.costing.lacks}
    assert len(lacks) == len(needed)


def test_points_on_money_are_those_of_the_decision_sheet() -> None:
    points = drafted("examples/thailand").blueprint.points
    found = money_points(points)
    assert set(found) < set(points)
    assert {"programme.quota.people", "budget.total"} & {point.path for point in found}


@pytest.mark.parametrize("profile", PROFILES)
def test_the_slide_holds_the_answer_the_options_and_three_decisions(profile: str) -> None:
    found = drafted(profile)
    slide = compose_slide(found, printer_of(found, "en", None))
    assert 1 <= len(slide.answer) <= 3
    assert len(slide.rows) == len(found.options)
    expected = [point.id for point in found.blueprint.points[:3]]
    assert [line.split()[0] for line in slide.panels[1].lines] == expected


def test_only_what_is_built_is_linked() -> None:
    found = drafted("examples/cambodia", SLIDE.name)
    files = document_files(found)
    assert set(files) == {"documents/en/cabinet-slide.pptx"}
    assert len(pptx.Presentation(io.BytesIO(files["documents/en/cabinet-slide.pptx"])).slides) == 1
    page = page_files(found)["index.html"].decode()
    assert 'href="documents/en/cabinet-slide.pptx"' in page
    assert "budget-annex" not in page
