"""Readiness and the checklist on the page, in the papers and as data: the same, with its source."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
from tests.conftest import ROOT

from kerja.checks import examine
from kerja.feasibility import DIMENSIONS, ITEMS
from kerja.outputs import Order, draft, examine_options
from kerja.resources import shipped
from kerja.source import locate
from kerja.targets import Draft
from kerja.targets.data import data_files
from kerja.targets.documents import DOCUMENTS, compose
from kerja.targets.page import page_files

FOLDERS = (shipped("country_profiles"),)
NAMES = (
    "khm", "tha", "idn", "prakerja-2023", "examples/cambodia", "examples/thailand",
    "mys", "mys-13", "phl", "mar", "tls", "mng",
)  # fmt: skip


@cache
def drafted(profile: str) -> Draft:
    name = str(ROOT / profile) if "/" in profile else profile
    examination = examine(name, folders=FOLDERS)
    scenarios = examine_options(examination, path=locate(name, folders=FOLDERS), folders=FOLDERS)
    order = Order(languages=("en",), documents=tuple(kind.name for kind in DOCUMENTS))
    return draft(examination, scenarios, order, folders=FOLDERS)


@cache
def page(profile: str) -> str:
    return page_files(drafted(profile))["index.html"].decode()


def data(profile: str, name: str) -> Any:
    return json.loads(data_files(drafted(profile))[f"data/{name}.json"])


def section(profile: str, name: str) -> str:
    found = re.search(rf'<section class="page" id="{name}".*?</section>', page(profile), re.S)
    assert found is not None
    return found[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_dimension_and_every_item_stands_on_the_page(name: str) -> None:
    ready, chain = section(name, "readiness"), section(name, "checklist")
    assert ready.count('<tr role="row" id="readiness-') == len(DIMENSIONS)
    assert chain.count('<tr role="row" id="item-') == len(ITEMS)


@pytest.mark.parametrize("name", NAMES)
def test_every_link_of_the_sections_leads_somewhere(name: str) -> None:
    both = section(name, "readiness") + section(name, "checklist")
    for target in re.findall(r'href="#([^"]+)"', both):
        assert f'id="{target}"' in page(name), target


def test_the_figures_link_to_the_register() -> None:
    assert 'href="#fig-wallets.account_ownership"' in section("examples/cambodia", "readiness")
    assert 'href="#fig-readiness.budget_of_quota.high"' in section("idn", "readiness")


def test_the_bottleneck_stands_first_and_disagreement_is_shown() -> None:
    ready = section("examples/cambodia", "readiness")
    assert re.findall(r'id="readiness-([a-z-]+)"', ready)[1] == "payment-rails"
    assert "unknown, at most R1" in ready
    assert "by the measurement tracker-2021: unknown, at most R2" in ready
    assert "(Kerja’s judgement)" in ready


def test_no_level_is_given_to_all_dimensions_or_to_a_phase() -> None:
    assert isinstance(data("idn", "readiness"), list)
    for phase in data("idn", "checklist")["phases"]:
        assert set(phase) == {"name", "title", "lowest", "unknown", "items"}


def test_readiness_as_data_names_facts_thresholds_and_sources() -> None:
    rails = next(d for d in data("examples/cambodia", "readiness") if d["name"] == "payment-rails")
    assert (rails["level"], rails["at_least"], rails["at_most"]) == ("unknown", "R0", "R1")
    assert rails["sensitive"]
    assert rails["lacks"] == ["wallets.integratable"]
    owned = next(c for c in rails["rests_on"] if c["fact"] == "wallets.account_ownership")
    assert owned == {
        "fact": "wallets.account_ownership",
        "asks": "at least",
        "wanted": 0.2,
        "found": 0.33,
        "holds": True,
        "judged": True,
        "source": "findex-2021",
    }
    assert set(rails["levels"]) == {"R0", "R1", "R2", "R3"}


def test_the_checklist_as_data_has_phases_items_and_the_grade() -> None:
    found = data("examples/cambodia", "checklist")
    assert [item["id"] for p in found["phases"] for item in p["items"]] == [i.id for i in ITEMS]
    assert found["g2p"]["grade"] == "unknown"
    assert [one["item"] for one in found["g2p"]["missing"]] == ["P1"]


def test_every_known_level_of_the_data_is_between_its_ends() -> None:
    for name in NAMES:
        for one in data(name, "readiness"):
            assert one["at_least"] <= one["at_most"]
            assert (one["level"] == "unknown") == (one["at_least"] != one["at_most"])


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("policy-brief", "What would move it one level"),
        ("operations-manual", "Lowest of what is known"),
    ],
)
def test_the_papers_have_a_short_table(paper: str, words: str) -> None:
    kind = next(kind for kind in DOCUMENTS if kind.name == paper)
    assert words in repr(compose(drafted("examples/cambodia"), kind, "en"))
