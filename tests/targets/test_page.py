"""The page: the answer first, every figure linked to its source, nothing loaded from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from kerja.checks import examine
from kerja.outputs import Order, draft, examine_options
from kerja.targets import Draft
from kerja.targets.data import data_files
from kerja.targets.page import page_files
from kerja.targets.provenance import anchor
from kerja.targets.workflow import workflow_files

SHIPPED = (ROOT / "country_profiles",)
COUNTRIES = ("examples/cambodia", "examples/thailand", "khm", "idn")
_VOID = ("meta", "br", "img", "link", "hr", "input")


@dataclass
class _Page(HTMLParser):
    """What tests ask of a page: ids, links with their text and class, the text of cells."""

    ids: list[str] = field(default_factory=list)
    links: list[tuple[dict[str, str], str]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    text: str = ""
    _open: list[str] = field(default_factory=list)
    _anchor: dict[str, str] | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag not in _VOID:
            self._open.append(tag)
        if "id" in named:
            self.ids.append(named["id"])
        if tag == "a":
            self.links.append((named, ""))
        if tag == "th":
            self.headers.append(named)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        if "a" in self._open:
            named, text = self.links[-1]
            self.links[-1] = (named, text + data)
        if "td" in self._open or "th" in self._open:
            self.cells[-1] += data

    def figures(self) -> list[tuple[str, str]]:
        """Return (text, anchor) of every printed figure."""
        return [
            (t, n["href"].removeprefix("#")) for n, t in self.links if n.get("class") == "figure"
        ]

    def is_whole(self) -> bool:
        """Tell whether every element was closed."""
        return not self._open


@cache
def _draft(name: str, languages: tuple[str, ...] = ("en",)) -> Draft:
    return _drafted(
        ROOT / name if "/" in name else ROOT / "country_profiles" / f"{name}.yaml", languages
    )


def _drafted(
    path: Path, languages: tuple[str, ...] = ("en",), templates: Path | None = None
) -> Draft:
    examination = examine(str(path), folders=SHIPPED)
    scenarios = examine_options(examination, path=path, folders=SHIPPED)
    order = Order(languages=languages, templates=templates, documents=("policy-brief",))
    return draft(examination, scenarios, order, folders=SHIPPED)


def _text(drafted: Draft) -> str:
    return page_files(drafted)["index.html"].decode()


def _read(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    return page


@cache
def _written(name: str) -> str:
    return _text(_draft(name))


@cache
def _page(name: str) -> _Page:
    return _read(_written(name))


def _section(text: str, name: str) -> str:
    return text.split(f'<section id="{name}"', 1)[1].split("</section>", 1)[0]


@pytest.mark.parametrize("name", COUNTRIES)
def test_every_element_is_closed_and_every_id_stands_once(name: str) -> None:
    page = _page(name)
    assert page.is_whole()
    assert len(set(page.ids)) == len(page.ids)


@pytest.mark.parametrize("name", COUNTRIES)
def test_every_link_within_the_page_leads_somewhere(name: str) -> None:
    page = _page(name)
    wanted = {n["href"][1:] for n, _ in page.links if n["href"].startswith("#")}
    assert wanted <= set(page.ids)


@pytest.mark.parametrize("name", COUNTRIES)
def test_every_printed_figure_is_one_of_the_register_and_says_its_source(name: str) -> None:
    drafted = _draft(name)
    page = _page(name)
    rows = {anchor("fig", key) for key in drafted.register}
    assert {row for _, row in page.figures()} <= rows
    assert rows <= set(page.ids)
    assert all(n.get("title") for n, _ in page.links if n.get("class") == "figure")


@pytest.mark.parametrize("name", COUNTRIES)
def test_a_figure_reads_the_same_wherever_it_is_printed_in_full(name: str) -> None:
    forms: dict[str, set[str]] = {}
    for text, row in _page(name).figures():
        forms.setdefault(row, set()).add(text)
    several = {row for row, texts in forms.items() if len(texts) > 1}
    assert several <= {row for row in forms if row.startswith("fig-limits.")}


@pytest.mark.parametrize("name", COUNTRIES)
def test_no_cell_is_empty_and_every_header_has_a_scope(name: str) -> None:
    page = _page(name)
    assert all(cell.strip() for cell in page.cells)
    assert all(header.get("scope") in ("row", "col") for header in page.headers)


@pytest.mark.parametrize("name", COUNTRIES)
def test_the_page_loads_and_runs_nothing(name: str) -> None:
    text = _written(name)
    page = _page(name)
    assert "default-src 'none'" in text
    assert not {"script", "link", "iframe", "object", "img"} & set(page.tags)
    assert "url(" not in text
    assert "@import" not in text


def test_links_to_files_lead_to_what_the_other_targets_write() -> None:
    drafted = _draft("examples/cambodia")
    page = _read(_text(drafted))
    files = {n["href"] for n, _ in page.links if re.match(r"(data|workflow|documents)/", n["href"])}
    papers = {f"documents/en/policy-brief.{form}" for form in ("docx", "pdf", "html")}
    assert files == {*data_files(drafted), *workflow_files(drafted), *papers}


def test_the_answer_stands_before_the_options_and_all_else() -> None:
    text = _written("examples/cambodia")
    order = ["answer", "options", "binding", "due", "missing", "achieved", "findings", "figures"]
    places = [re.search(rf'<section[^>]* id="{name}"', text) for name in order]
    starts = [place.start() for place in places if place]
    assert len(starts) == len(order)
    assert starts == sorted(starts)


def test_an_unknown_limit_is_listed_and_has_no_bar() -> None:
    drafted = _draft("examples/cambodia")
    binding = _section(_text(drafted), "binding")
    unknown = [limit.name for limit in drafted.limits.limits if limit.standing == "unknown"]
    assert unknown
    assert binding.count('class="track"') == len(drafted.limits.limits) - len(unknown)
    assert all(name in binding.split('class="unknown"')[1] for name in unknown)


def test_a_country_of_which_no_limit_is_known_is_told_so() -> None:
    binding = _section(_written("examples/thailand"), "binding")
    assert "No limit is known yet." in binding
    assert 'class="track"' not in binding


def test_an_indication_is_drawn_otherwise_than_what_binds() -> None:
    binding = _section(_written("examples/cambodia"), "binding")
    assert 'class="known binds"' in binding
    assert 'class="indication"' in binding


def test_feasibility_findings_come_before_faults_of_the_profile() -> None:
    text = _written("examples/cambodia")
    assert text.index("coverage-gap") < text.index("name-match-policy")


def test_what_waits_for_a_person_is_said_in_words() -> None:
    page = _page("examples/thailand")
    assert "TODO(human)" not in page.text
    assert "to be named" in page.text
    assert "to be decided" in page.text


def test_the_page_is_the_same_each_time() -> None:
    drafted = _draft("examples/cambodia")
    assert page_files(drafted) == page_files(drafted)


def test_figures_are_printed_in_the_digits_of_the_first_language() -> None:
    text = _text(_draft("examples/cambodia", ("km", "en")))
    page = _read(text)
    assert '<html lang="km" dir="ltr">' in text
    assert page.figures()
    assert not [text for text, _ in page.figures() if re.search("[0-9]", text)]


def test_documents_are_linked_in_every_language() -> None:
    text = _text(_draft("examples/cambodia", ("km", "en")))
    assert 'href="documents/km/policy-brief.pdf"' in text
    assert 'href="documents/en/policy-brief.docx"' in text


HOSTILE = "<script>alert(1)</script>"


def _hostile(folder: Path) -> Draft:
    file = folder / "profile.yaml"
    file.write_text(
        f"""\
kerja: 1
kind: country
extends: khm
as_of: 2025-09-30
title: "{HOSTILE}"
country: {{name: "{HOSTILE}"}}
population:
  total: {{value: 17 million, year: 2024, source: trap, note: "\\" onmouseover=x {HOSTILE}"}}
programme:
  owner: "'{HOSTILE}"
sources:
  trap: {{title: "{HOSTILE}", publisher: "{HOSTILE}", url: "javascript:alert(1)"}}
""",
        encoding="utf-8",
    )
    return _drafted(file)


def test_text_of_a_profile_never_becomes_markup(tmp_path: Path) -> None:
    text = _text(_hostile(tmp_path))
    page = _read(text)
    assert HOSTILE in page.text
    assert HOSTILE not in text
    assert "script" not in page.tags
    assert not [named for named, _ in page.links if "onmouseover" in named]


def test_only_a_web_address_becomes_a_link(tmp_path: Path) -> None:
    page = _read(_text(_hostile(tmp_path)))
    outward = [n for n, _ in page.links if ":" in n["href"] and not n["href"].startswith("#")]
    assert outward
    assert all(n["href"].startswith(("https://", "http://")) for n in outward)
    assert all(n["rel"] == "noreferrer" for n in outward)


def test_a_template_of_the_user_replaces_one_block_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    own = '{% extends "shipped/index.html" %}{% block footer %}<p>Our own words</p>{% endblock %}'
    (tmp_path / "page" / "index.html").write_text(own, encoding="utf-8")
    drafted = _draft("khm")
    text = _text(replace(drafted, templates=(tmp_path, *drafted.templates)))
    assert "Our own words" in text
    assert 'id="figures"' in text
    assert "<footer" not in text


@given(st.lists(st.text(alphabet="ab[]()~_. 7é", max_size=8), min_size=2, unique=True))
def test_different_keys_have_different_anchors(keys: list[str]) -> None:
    anchors = {anchor("fig", key) for key in keys}
    assert len(anchors) == len(keys)
    assert all(re.fullmatch(r"fig-[A-Za-z0-9._()~-]*", found) for found in anchors)


def test_a_country_is_told_into_which_of_its_languages_nothing_is_translated() -> None:
    assert "into which nothing is translated yet: Tetum, Portuguese." in _written("tls")
    assert "nothing is translated yet" not in _written("khm")
