"""The page of a comparison: what it shows, where it comes from, and what can never get into it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.comparison.paged import HOSTILE, comparison, hostile

from kerja.comparison.pages import to_html
from kerja.comparison.pages.numbers import exact, short
from kerja.comparison.tables import Comparison, compare_profiles
from kerja.comparison.tables.entering import enter
from kerja.resources import shipped

NAMES = ("Aland", "Beland", "Celand")


class _Reader(HTMLParser):
    """What a browser finds: elements with attributes, and the text of each cell and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.cells: dict[tuple[str, str], str] = {}
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self._cell: tuple[str, str] | None = None
        self._within = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.elements.append((tag, held))
        self._within = tag
        if tag == "script":
            self.scripts.append("")
        if tag in ("td", "th"):
            place = (held.get("data-row"), held.get("data-party"))
            self._cell = (place[0] or "", place[1] or "") if all(place) else None

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "script":
            self.scripts[-1] += data
        elif self._within != "style" and data.strip():
            self.texts.append(data.strip())
        if self._cell is not None:
            self.cells[self._cell] = self.cells.get(self._cell, "") + data

    @property
    def structure(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(tag, tuple(held)) for tag, held in self.elements]

    @property
    def data(self) -> Any:
        return json.loads(self.scripts[0])

    def links(self) -> list[str]:
        return [held["href"] or "" for tag, held in self.elements if tag == "a"]


def _read(compared: Comparison) -> _Reader:
    return _Reader(to_html(compared))


def _words(text: str) -> str:
    return " ".join(text.split())


def test_every_value_stands_in_the_plain_table_with_its_range_rank_and_marks() -> None:
    cells = _read(comparison()).cells
    assert _words(cells["LAB02", "0"]) == "4.5 (2.25 to 9) rank 1 of 2 definitions differ"
    assert _words(cells["LAB02", "1"]) == "5.5 rank 2 of 2"


def test_what_is_not_known_is_na_with_what_is_missing() -> None:
    cells = _read(comparison()).cells
    assert _words(cells["LAB02", "2"]) == (
        "n/a missing: labour force: total, budget of the year and 1 more"
    )
    assert _words(cells["SKL01", "0"]) == "n/a nothing of Aland"


def test_an_amount_in_a_column_of_several_currencies_names_its_own() -> None:
    cells = _read(comparison()).cells
    assert _words(cells["GEN01", "1"]).startswith("BBB 7 million")
    assert "LCU" not in " ".join(_read(comparison()).texts)


def test_every_figure_behind_a_value_is_listed_with_year_source_and_standing() -> None:
    (row,) = re.findall(
        r"<tr>(?:(?!</tr>).)*labour_force\.unemployed(?:(?!</tr>).)*Beland.*?</tr>",
        to_html(comparison()),
    )
    for said in ("2 Beland", "2024", "https://example.org/1", "Survey of Beland, Office, 2025",
                 "actual, official", "icls-13"):  # fmt: skip
        assert said in row


def test_the_script_knows_the_values_of_each_measure_and_the_figures_behind_them() -> None:
    data = _read(comparison()).data
    assert [one["id"] for one in data["measures"]] == ["stated", "ppp", "usd"]
    cell = data["groups"][0]["rows"][1]["cells"][0]
    assert cell["shown"]["ppp"]["number"] == 700
    assert [data["inputs"][n]["path"] for n in cell["inputs"]] == ["labour_force.unemployed"]
    assert [data["inputs"][n]["path"] for n in cell["shown"]["usd"]["inputs"]] == ["economy.gdp"]
    other = data["groups"][0]["rows"][1]["cells"][1]
    assert other["shown"]["ppp"] == {
        "text": "n/a", "exact": "n/a", "unit": "international dollars (PPP)", "marks": [],
        "inputs": [], "why": "no PPP rate is known",
    }  # fmt: skip


def test_what_is_missing_tells_the_script_whom_to_ask() -> None:
    data = _read(comparison()).data
    (cell,) = data["groups"][0]["rows"][0]["cells"][2:]
    said = data["parties"][2]["lacks"][cell["missing"][0]]
    assert said == "labour force: total: not published; ask the statistics office; " + (
        "published in: yearbook"
    )


def test_readiness_shows_raw_values_and_what_would_settle_the_level() -> None:
    texts = _read(comparison()).texts
    assert "R2 to R3" in texts
    assert any("act of Aland (asked: an act: met)" in text for text in texts)
    assert "1 missing" in texts


def test_a_journey_stands_in_the_column_of_its_own_profile() -> None:
    made = comparison()
    # The first is what the others stand beside, so it may have no journey of its own.
    journeys = tuple(
        replace(one, party=party.name)
        for one, party in zip(made.journeys, made.parties, strict=True)
    )
    page = to_html(replace(made, journeys=journeys[1:]))
    (line,) = re.findall(r'<th scope="row">Added</th>.*?</tr>', page, re.DOTALL)
    cells = re.findall(r'<td data-party="(\d)">(.*?)</td>', line, re.DOTALL)
    assert [(party, _words(text)) for party, text in cells] == [
        ("0", ""), ("1", "Visit of Beland"), ("2", "Visit of Celand"),
    ]  # fmt: skip


def test_countries_go_by_their_names_and_two_of_one_by_their_files_too() -> None:
    made = comparison()
    codes = ("KHM", "KHM", "MY-13")
    parties = tuple(
        replace(party, code=code) for party, code in zip(made.parties, codes, strict=True)
    )
    data = _read(replace(made, parties=parties)).data
    assert [one["heading"] for one in data["parties"]] == [
        "Cambodia (p0)", "Cambodia (p1)", "Sarawak",
    ]  # fmt: skip


def test_a_single_profile_makes_a_page() -> None:
    assert _words(_read(comparison(("Aland",))).cells["LAB02", "0"]).startswith("4.5")


def test_the_page_asks_for_nothing() -> None:
    for tag, held in _read(comparison()).elements:
        assert not {"src", "srcset", "style", "action"} & set(held), tag
        assert tag not in ("link", "img", "iframe", "object", "embed", "base")


def test_only_the_shipped_script_and_style_may_run() -> None:
    reader = _read(comparison())
    policy = next(held["content"] or "" for _, held in reader.elements if "http-equiv" in held)
    script = hashlib.sha256(reader.scripts[1].encode()).digest()
    assert f"script-src 'sha256-{base64.b64encode(script).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_hostile_texts_leave_the_page_as_it_is() -> None:
    harmless = comparison([f"Land {number}" for number in range(len(HOSTILE))])
    titles = tuple(party.title for party in harmless.parties)
    statements = replace(harmless, statements=titles)
    reader = _read(hostile())
    assert _without_links(reader) == _without_links(_read(statements))
    assert [one["name"] for one in reader.data["parties"]] == list(HOSTILE)


def test_an_address_is_a_link_only_if_it_is_one_of_the_web() -> None:
    links = _read(hostile()).links()
    assert links
    assert all(link.startswith(("#", "https://")) for link in links)


@example("\x00")
@example("</SCRIPT >")
@given(st.text(max_size=30))
@settings(max_examples=25, deadline=None)
def test_no_text_changes_the_structure_of_the_page(text: str) -> None:
    reader = _read(comparison((f"a{text}", f"b{text}")))
    plain = _read(comparison(("a", "b")))
    assert _without_links(reader) == _without_links(plain)
    assert reader.data["groups"][0]["rows"][0]["cells"][0]["marks"][0]["said"].endswith(text)


def _without_links(reader: _Reader) -> list[str]:
    return [tag for tag, _ in reader.structure if tag != "a"]


def test_the_script_writes_text_and_never_markup() -> None:
    script = (shipped("templates") / "comparison" / "comparison.js").read_text(encoding="utf-8")
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|fetch\(", script
    )
    assert len(script.splitlines()) < 400
    assert not re.search(r"</script|<!--", script, re.IGNORECASE)


@given(st.floats(min_value=-1e14, max_value=1e14, allow_subnormal=False))
def test_a_short_number_is_the_number_to_three_digits(number: float) -> None:
    named = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
    digits, _, name = short(number).partition(" ")
    read = float(digits.replace(",", "")) * named.get(name, 1)
    assert abs(read - number) <= abs(number) * 0.005 + 1e-12


@given(st.floats(min_value=-1e14, max_value=1e14, allow_subnormal=False))
def test_an_exact_number_is_the_number_to_six_digits(number: float) -> None:
    read = float(exact(number).replace(",", ""))
    assert abs(read - number) <= abs(number) * 1e-5


def test_shipped_profiles_make_one_small_page_the_same_each_time() -> None:
    compared = compare_profiles(enter(_SHIPPED, folders=(shipped("country_profiles"),)))
    page = to_html(compared)
    assert page == to_html(compared)
    assert len(page.encode()) < 2_000_000
    _shows_everything(compared, _Reader(page).cells)


_SHIPPED = ("idn", "khm", "tha", "phl", "mys-13", "tls", "prakerja-2020", "prakerja-2023")


def _shows_everything(compared: Comparison, cells: dict[tuple[str, str], str]) -> None:
    for row in compared.rows:
        for number, cell in enumerate(row.cells):
            said = _words(cells[row.id, str(number)])
            assert said.startswith("n/a ") != cell.is_known, (row.id, number, said)
            assert all(_name(mark.flaw) in said for mark in cell.marks)


def _name(flaw: str) -> str:
    return flaw.replace("-", " ")
