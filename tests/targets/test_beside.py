"""Tracks, options for a crisis and the question on literacy in the page and in the papers."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from tests.conftest import ROOT

from kerja.checks import examine
from kerja.outputs import Order, draft, examine_options
from kerja.resources import shipped
from kerja.targets import Draft
from kerja.targets.data import data_files
from kerja.targets.documents import DOCUMENTS, compose
from kerja.targets.page import page_files
from kerja.targets.provenance import anchor

FOLDERS = (shipped("country_profiles"),)
PROFILE = """\
kerja: 1
kind: country
extends: khm
title: A test
programme:
  tracks:
    - {id: open-access, what: Library of courses, people: 5_000, paid_by: a platform, paid_in: USD, open_to: [students, alumni]}
    - {id: television, what: Lessons on television}
evaluation: {literacy_item: yes}
options: [crisis.yaml, usual.yaml]
"""  # noqa: E501
USUAL = """\
kerja: 1
kind: scenario
extends: ../profile.yaml
scenario: {title: Usual, years: 1}
programme: {quota: {people: 6_000, every: once}}
"""
CRISIS = """\
kerja: 1
kind: scenario
extends: ../profile.yaml
scenario: {title: In a crisis, mode: crisis, years: 1}
shock: {trigger: the council declares it, ceiling: KHR 20 billion, exit_rule: "TODO(human)"}
programme: {quota: {people: 60_185, every: once}}
"""
KEY = "options[crisis].crisis.people"


def drafted(folder: Path, crisis: str = CRISIS) -> Draft:
    """Return the draft of the profile above with its two options."""
    (folder / "options").mkdir()
    (folder / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "options" / "usual.yaml").write_text(USUAL, encoding="utf-8")
    (folder / "options" / "crisis.yaml").write_text(crisis, encoding="utf-8")
    return of_profile(folder / "profile.yaml")


def of_profile(path: Path) -> Draft:
    examination = examine(str(path), folders=FOLDERS)
    scenarios = examine_options(examination, path=path, folders=FOLDERS)
    order = Order(languages=("en",), documents=tuple(kind.name for kind in DOCUMENTS))
    return draft(examination, scenarios, order, folders=FOLDERS)


def said(markup: str) -> str:
    """Return what a reader sees of a piece of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def page(of: Draft) -> str:
    return page_files(of)["index.html"].decode()


def section(text: str, name: str) -> str:
    found = re.search(rf'<section class="page" id="{name}".*?</section>', text, re.S)
    return said(found[0]) if found else ""


def paper(of: Draft, name: str) -> str:
    (kind,) = [kind for kind in DOCUMENTS if kind.name == name]
    return repr(compose(of, kind, "en").blocks)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    return drafted(tmp_path_factory.mktemp("beside"))


def test_tracks_stand_on_the_page_with_payer_ceiling_and_currency(made: Draft) -> None:
    shown = section(page(made), "tracks")
    assert "Library of courses a platform students, alumni 5,000" in shown
    assert "paid in USD: the price in KHR moves with the exchange rate" in shown
    assert "Lessons on television not stated not stated not stated" in shown
    assert "Who uses such a track is no participant" in shown


@pytest.mark.parametrize("name", ["policy-brief", "operations-manual"])
def test_tracks_stand_in_the_papers(made: Draft, name: str) -> None:
    text = paper(made, name)
    assert "Beside the main way" in text
    assert "Library of courses" in text
    assert "5,000" in text


def test_a_programme_without_tracks_has_no_empty_section() -> None:
    of = of_profile(ROOT / "country_profiles" / "khm.yaml")
    assert section(page(of), "tracks") == ""
    assert 'href="#tracks"' not in page(of)
    assert "Beside the main way" not in paper(of, "policy-brief")


def test_the_payer_that_a_track_lacks_is_a_point_to_decide(made: Draft) -> None:
    questions = [point.question for point in made.blueprint.points]
    assert any("who pays when the licences run out" in question for question in questions)


def test_licences_are_in_no_figure_that_counts_people(made: Draft) -> None:
    resting = [
        entry.key for entry in made.register.values() if any("tracks" in i for i in entry.inputs)
    ]
    assert resting == []
    assert [option.people for option in made.options] == [60_185, 6_000]


def test_the_page_says_where_the_ceiling_of_a_crisis_stops_an_option(made: Draft) -> None:
    text = page(made)
    shown = said(text)
    assert "stops at the ceiling: at most 17,857 people; all would cost KHR 67.4 billion" in shown
    assert "the council declares it" in shown
    assert "Crisis: when it ends to be decided not for a crisis" in shown
    assert f'href="#{anchor("fig", KEY)}"' in text
    assert f'id="{anchor("fig", KEY)}"' in text


def test_precedents_stand_beside_an_empty_factor(made: Draft) -> None:
    shown = said(page(made))
    assert (
        "none stated: benefits as they are written cash transfers in the pandemic, "
        "USD 1.36 billion , 46 months" in shown
    )


def test_the_brief_says_what_bounds_a_crisis(made: Draft) -> None:
    text = paper(made, "policy-brief")
    assert "17,857" in text
    assert "the council declares it" in text


def test_only_an_option_for_a_crisis_carries_its_bounds_as_data(made: Draft) -> None:
    text = data_files(made)["data/options.json"].decode()
    assert text.count('"crisis": {') == 1
    assert '"people_at_most": 17857' in text


def test_options_without_a_crisis_say_nothing_of_one() -> None:
    of = of_profile(ROOT / "examples" / "cambodia" / "profile.yaml")
    assert "Crisis:" not in page(of)
    assert '"crisis"' not in data_files(of)["data/options.json"].decode()


@pytest.mark.parametrize(
    ("ceiling", "word"), [("unknown", "unknown"), ('"TODO(human)"', "to be decided")]
)
def test_an_open_ceiling_reads_as_what_it_is(tmp_path: Path, ceiling: str, word: str) -> None:
    of = drafted(tmp_path, CRISIS.replace("KHR 20 billion", ceiling))
    shown = said(page(of))
    assert (
        f"Crisis: most that may be spent {word} not known before ceiling and benefits are" in shown
    )


def test_the_manual_says_whether_financial_literacy_is_asked(made: Draft) -> None:
    assert "The survey asks about financial literacy: yes" in paper(made, "operations-manual")
    silent = of_profile(ROOT / "country_profiles" / "khm.yaml")
    assert "The survey asks about financial literacy: not stated" in paper(
        silent, "operations-manual"
    )


def test_an_evaluation_of_the_model_is_not_said_to_be_planned_here(made: Draft) -> None:
    manual = paper(made, "operations-manual")
    assert "An evaluation is planned: inherited from the model, not decided" in manual


def test_a_commitment_stands_on_the_page_with_its_source(made: Draft) -> None:
    readiness = section(page(made), "readiness")
    assert "how far the government has bound itself: statement (APP and Xinhua)" in readiness
