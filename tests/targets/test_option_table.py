"""The options stand side by side on the page: the same criteria, every figure with its source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kerja.checks import examine
from kerja.outputs import Order, draft, examine_options
from kerja.resources import shipped
from kerja.targets import Draft
from kerja.targets.page import page_files
from kerja.targets.provenance import anchor

ROOT = Path(__file__).parents[2]
FOLDERS = (shipped("country_profiles"),)
EXAMPLES = ("examples/cambodia", "examples/thailand")
ASKED = (
    "People",
    "Persons who finish in a year",
    "Years to the announced target",
    "Cost of all years",
    "Cash by fiscal year",
    "Cost of a year, by payer",
    "Cost per person who finishes",
    "What binds",
    "Risks",
    "Who must agree",
    "Decisions sought",
    "What is to be obtained",
)


@dataclass
class Table(HTMLParser):
    """The table of options: heads of columns, and by criterion the text and links of each cell."""

    columns: list[str] = field(default_factory=list)
    rows: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    spans: dict[str, list[str]] = field(default_factory=dict)
    caption: str = ""
    _open: str = ""
    _name: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "th":
            self._open = named["scope"]
            self._name = ""
            if self._open == "col":
                self.columns.append("")
        elif tag == "td":
            self._open = "td"
            self.rows[self._name].append("")
            self.spans[self._name].append(named.get("colspan", "1"))
        elif tag == "caption":
            self._open = tag
        elif tag == "a" and self._open == "td":
            self.links[self._name].append(named["href"])
        elif tag == "span" and self._open == "row":
            self._open = "note"

    def handle_endtag(self, tag: str) -> None:
        if tag == "th" and self._name:
            self._name = self._name.strip()
            for kept in (self.rows, self.links, self.spans):
                kept[self._name] = []
        if tag in ("th", "td", "caption"):
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "col":
            self.columns[-1] += data
        elif self._open == "row":
            self._name += data
        elif self._open == "caption":
            self.caption += data
        elif self._open == "td":
            self.rows[self._name][-1] += data

    def says(self, criterion: str) -> list[str]:
        """Return what the cells of a row say, spaces made even."""
        return [" ".join(text.split()) for text in self.rows[criterion]]


def drafted(path: Path, language: str = "en") -> Draft:
    examination = examine(str(path), folders=FOLDERS)
    scenarios = examine_options(examination, path=path, folders=FOLDERS)
    return draft(examination, scenarios, Order(languages=(language,)), folders=FOLDERS)


@cache
def example(name: str) -> Draft:
    return drafted(ROOT / name)


def table_of(draft: Draft) -> Table:
    text = page_files(draft)["index.html"].decode()
    section = text.split('<section id="options"', 1)[1].split("</section>", 1)[0]
    table = Table()
    table.feed(section.split("<table", 1)[1].split("</table>", 1)[0].split(">", 1)[1])
    return table


def row_of(key: str) -> str:
    return f"#{anchor('fig', key)}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_option_is_a_column_and_every_question_a_row(name: str) -> None:
    draft = example(name)
    table = table_of(draft)
    titles = [option.title for option in draft.options]
    assert len(titles) >= 3
    assert table.columns == ["Option", *titles]
    assert set(ASKED) <= set(table.rows)
    assert table.caption


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_row_says_something_of_every_option(name: str) -> None:
    draft = example(name)
    table = table_of(draft)
    for criterion, spans in table.spans.items():
        assert sum(map(int, spans)) == len(draft.options), criterion
        assert all(table.says(criterion)), criterion


def test_the_costs_lead_to_the_rows_of_the_register_that_the_annex_prints() -> None:
    draft = example("examples/cambodia")
    table = table_of(draft)
    for option in draft.options:
        start = f"costs[{option.id}]"
        for criterion, key in (
            ("Cost of all years", "total"),
            ("Cost of a year, by payer", "payers[state]"),
            ("Cost per person who finishes", "per_completer"),
            ("Persons who finish in a year", "drivers[completed]"),
        ):
            cases = {row_of(f"{start}.{key}.{case}") for case in ("low", "base", "high")}
            assert cases <= set(table.links[criterion])
        for year in option.costing.phasing.years:
            key = row_of(f"{start}.fiscal_years[{year.name}].need.base")
            assert key in table.links["Cash by fiscal year"]


def test_the_lowest_of_the_cases_stands_before_the_highest() -> None:
    each = table_of(example("examples/cambodia")).says("Cost per person who finishes")[0]
    assert each.endswith("KHR\u00a01.12\u00a0million–KHR\u00a02.16\u00a0million") or each.endswith(
        "KHR 1.12 million–KHR 2.16 million"
    )


def test_a_sum_with_a_part_missing_is_called_partial_wherever_it_stands() -> None:
    draft = example("examples/cambodia")
    table = table_of(draft)
    assert all(option.costing.is_partial for option in draft.options)
    for criterion in (
        "Cost of all years",
        "Cost of a year, by payer",
        "Cost per person who finishes",
    ):
        assert all(" partial" in cell for cell in table.says(criterion)), criterion
    for option, cell in zip(draft.options, table.says("Cash by fiscal year"), strict=True):
        assert cell.count("partial") == len(option.costing.phasing.years)


def test_what_is_unknown_says_what_is_to_be_obtained_and_is_never_zero() -> None:
    table = table_of(example("examples/thailand"))
    for criterion in (
        "Persons who finish in a year",
        "Years to the announced target",
        "Cost of all years",
        "Cash by fiscal year",
        "Cost of a year, by payer",
        "Cost per person who finishes",
    ):
        for cell in table.says(criterion):
            assert cell.startswith("unknown to be obtained: "), criterion
        assert table.links[criterion] == []
    assert set(table.says("People")) == {"to be decided"}


def test_a_limit_binds_the_options_that_ask_for_more_places() -> None:
    announced, _, cards = table_of(example("examples/cambodia")).says("What binds")
    assert announced.startswith("demand: 78,496 known: binds")
    assert cards.startswith("no known limit is below the places of a year accounts: 25,904")
    assert set(table_of(example("examples/thailand")).says("What binds")) == {"no limit is known"}


def test_places_offered_once_and_too_few_never_reach_the_target() -> None:
    announced, pace, cards = table_of(example("examples/cambodia")).says(
        "Years to the announced target"
    )
    assert (announced, pace) == ("4", "16.69")
    assert cards.startswith("not reached")


def test_what_all_options_share_stands_once() -> None:
    table = table_of(example("examples/cambodia"))
    assert table.spans["Decisions sought"] == ["3"]
    assert table.links["Decisions sought"][0] == "#D-01"
    assert table.spans["Risks"] == ["1", "1", "1"]


def test_the_decisions_that_the_cost_waits_for_come_first() -> None:
    first = table_of(example("examples/thailand")).links["Decisions sought"][0]
    draft = example("examples/thailand")
    points = {f"#{point.id}": point.path for point in draft.blueprint.points}
    assert points[first] == "programme.quota"


SHARED = """\
kerja: 1
kind: scenario
extends: ../profile.yaml
scenario: {{title: {title}, years: 1}}
costs: {{payers: {{cash: {payer}}}}}
programme:
  quota: {{people: {{value: {people}, year: 2025, status: assumption}}, every: year}}
"""


def test_every_payer_is_named_with_its_part_and_the_others_as_not_stated(tmp_path: Path) -> None:
    text = (ROOT / "examples/cambodia/profile.yaml").read_text(encoding="utf-8")
    (tmp_path / "profile.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "options").mkdir()
    names = [Path(option.id).stem for option in example("examples/cambodia").options]
    written = (("One", "donor", 1000), ("Two", "levy", 2000), ("Three", "state", 0))
    for name, (title, payer, people) in zip(names, written, strict=True):
        (tmp_path / "options" / f"{name}.yaml").write_text(
            SHARED.format(title=title, payer=payer, people=people), encoding="utf-8"
        )
    draft = drafted(tmp_path)
    table = table_of(draft)
    for option, cell in zip(draft.options, table.says("Cost of a year, by payer"), strict=True):
        paid = {one.payer for one in option.costing.by_payer}
        for payer in ("state", "donor", "employer", "levy", "provider"):
            assert payer in cell
            key = row_of(f"costs[{option.id}].payers[{payer}].base")
            assert (key in table.links["Cost of a year, by payer"]) == (payer in paid)
    nobody = dict(zip(table.columns[1:], table.says("Cost per person who finishes"), strict=True))
    assert nobody["Three"] == "undefined: nobody finishes"


def test_figures_stand_in_the_digits_of_the_language() -> None:
    table = table_of(drafted(ROOT / "examples/cambodia", "km"))
    cells = [cell for name in list(table.rows)[:9] for cell in table.says(name)]
    assert cells
    assert not [cell for cell in cells if re.search("[0-9]", cell)]
