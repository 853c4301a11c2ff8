"""Ratios and switching values are printed as a hand calculation gives them, or say what lacks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.conftest import ROOT

from kerja.checks import examine
from kerja.documents.tree import BulletList, Paragraph, Table, plain
from kerja.outputs import Order, draft, examine_options
from kerja.resources import shipped
from kerja.source import locate
from kerja.targets import Draft
from kerja.targets.documents import compose, printer_of
from kerja.targets.labels import labels
from kerja.targets.page import page_files
from kerja.targets.papers import DOCUMENTS
from kerja.targets.views import worth_lack_rows, worth_rows

FOLDERS = (shipped("country_profiles"),)
ANNEX = next(kind for kind in DOCUMENTS if kind.name == "budget-annex")
PROFILE = """\
kerja: 1
kind: country
as_of: 2026-01-01
title: A test of costs beside benefits
country: {code: KHM, name: Cambodia, currency: KHR}
programme:
  name: {value: Test, source: test}
  benefits:
  - {id: training, kind: voucher, amount: 1_000_000, source: test}
  - {id: stipend, kind: cash, purpose: stipend, amount: 500_000, source: test}
costs:
  administration:
    fixed_year: {value: 0, source: test}
    step_people: {value: 1, source: test}
    step_cost: {value: 0, source: test}
    per_applicant: {value: 0, source: test}
    per_recipient: {value: 0, source: test}
  transport: {value: 0, source: test}
budget:
  contingency_share: {value: 0%, source: test}
  price_basis: nominal
economy:
  inflation: {value: 0%, source: test}
wallets:
  fee_fixed: {value: 0, source: test}
  account_ownership: {value: 100%, source: test}
evaluation:
  effects:
  - {id: nothing, outcome: nothing found, estimand: offered, points: 0%, rise: 0%, source: test}
  - {id: offer, outcome: gain of the offered, estimand: offered, rise: 10%, source: test}
  - {id: course, outcome: gain of takers, estimand: took-up, income_month: 150_000, source: test}
  - {id: work, outcome: work, estimand: offered, points: 5%, source: test}
assumptions:
  eligible: {low: 100%, high: 100%, source: test}
  purchase: {low: 50%, high: 50%, source: test}
  completion: {low: 100%, high: 100%, source: test}
  paid: {low: 100%, high: 100%, source: test}
  effect_years: {low: 2, high: 2, source: test}
  effect_decay: {low: 20%, high: 20%, source: test}
  discount_rate: {low: 10%, high: 10%, source: test}
  displacement: {low: 25%, high: 25%, source: test}
  cost_of_public_funds: {low: 1.2, high: 1.2, source: test}
  base_income_month: {low: 600_000, high: 600_000, source: test}
  effective_tax: {low: 5%, high: 5%, source: test}
  forgone_income: {low: 0, high: 0, source: test}
options: [only.yaml]
sources:
  test: {publisher: nobody, title: figures of a test}
"""
OPTION = """\
kerja: 1
kind: scenario
extends: ../profile.yaml
scenario:
  title: The only option
  years: 1
programme:
  quota: {people: 1_000, every: year, source: test}
"""


def drafted(path: Path, languages: tuple[str, ...] = ("en",)) -> Draft:
    examination = examine(str(path), folders=FOLDERS)
    scenarios = examine_options(
        examination, path=locate(str(path), folders=FOLDERS), folders=FOLDERS
    )
    order = Order(languages=languages, documents=(ANNEX.name,))
    return draft(examination, scenarios, order, folders=FOLDERS)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    folder = tmp_path_factory.mktemp("worth")
    (folder / "options").mkdir()
    (folder / "options" / "only.yaml").write_text(OPTION, encoding="utf-8")
    (folder / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    return drafted(folder)


@cache
def cambodia() -> Draft:
    return drafted(ROOT / "examples/cambodia")


def cells(draft: Draft, head: str) -> list[list[str]]:
    """Return the rows, as text, of all tables of the annex that have a column of that name."""
    blocks = compose(draft, ANNEX, "en").blocks
    found = [b for b in blocks if isinstance(b, Table) and head in map(plain, b.header)]
    return [[plain(cell).replace("\u00a0", " ") for cell in row] for t in found for row in t.rows]


def words_of(draft: Draft) -> str:
    parts = []
    for block in compose(draft, ANNEX, "en").blocks:
        if isinstance(block, Paragraph):
            parts.append(plain(block.runs))
        if isinstance(block, BulletList):
            parts += [plain(b.runs) for item in block.items for b in item if hasattr(b, "runs")]
    return "\n".join(parts).replace("\u00a0", " ")


# By hand, in riel, apart from the code. 1,000 are offered a place, 500 take it up.
# A year costs 500 × 1,500,000 = 750 million, 250 million of it cash.
# It uses up (750 - 250) × 1.2 + 0.2 × 250 = 650 million.
USED, SPENT = 650e6, 750e6
# A riel a month for two years, the second of them 20 % less, at 10 %, paid in mid-year.
FIRST, SECOND = 12 / 1.1**0.5, 12 * 0.8 / 1.1**1.5
# 10 % of 600,000 for each of the offered; 150,000 for each who takes it up; a quarter is displaced.
OFFERED, TAKERS = 1_000 * 60_000, 500 * 150_000
KEPT = 0.75


def test_the_printed_ratios_are_those_of_a_hand_calculation(known: Draft) -> None:
    null, offered, takers = cells(known, "Ratio, cash as a transfer")
    assert null[2:4] == ["0", "0"]
    for row, gain in ((offered, OFFERED), (takers, TAKERS)):
        kept = KEPT * gain * (FIRST + SECOND)
        assert row[2:4] == [f"{kept / USED:.2f}", f"{kept / SPENT:.2f}"]
    assert [offered[2], offered[3], takers[2], takers[3]] == ["1.37", "1.19", "1.71", "1.48"]


def test_the_printed_switching_values_are_those_of_a_hand_calculation(known: Draft) -> None:
    null, offered, takers = cells(known, "Gain of a month that pays")
    of_all = USED / (KEPT * 1_000 * (FIRST + SECOND))
    of_takers = USED / (KEPT * 500 * (FIRST + SECOND))
    assert [null[4], offered[4]] == [f"KHR {of_all:,.0f}"] * 2 == ["KHR 43,854"] * 2
    assert takers[4] == f"KHR {of_takers:,.0f}" == "KHR 87,707"
    # The first year does not pay for it; a part of the second does.
    for row, gain in ((offered, OFFERED), (takers, TAKERS)):
        rest = USED - KEPT * gain * FIRST
        assert row[5] == f"{1 + rest / (KEPT * gain * SECOND):.2f}"
    assert [offered[5], takers[5]] == ["1.36", "1.01"]


def test_the_printed_accounts_and_the_cost_of_a_job_are_those_of_a_hand_calculation(
    known: Draft,
) -> None:
    _, offered, _ = cells(known, "Participants")
    # 1,185.8 million; with 250 million of cash; 5 % tax less 750; three quarters less 650.
    assert offered[2:] == ["KHR 1.44 billion", "KHR -691 million", "KHR 239 million"]
    null, work = cells(known, "Cost of one more at work")
    # 750 million for 5 % of 1,000 persons.
    assert work[2] == "KHR 15 million"
    assert null[2] == "undefined: no effect"


def test_the_offered_and_the_takers_stand_in_rows_of_their_own(known: Draft) -> None:
    rows = cells(known, "Ratio, cash as a transfer")
    assert [row[:2] for row in rows] == [
        ["nothing found; no detectable effect", "all who are offered a place"],
        ["gain of the offered", "all who are offered a place"],
        ["gain of takers", "those who take it up"],
    ]


def test_a_switching_value_is_read_out_in_plain_english(known: Draft) -> None:
    text = words_of(known)
    assert (
        "Taken as the effect on those who take it up: the programme pays for itself only if the "
        "income of each of them rises by at least KHR 87,707 a month in the first year."
    ) in text
    assert "only if the effect “gain of the offered” lasts at least 1.36 years." in text
    assert "these ratios are too high" in text


def test_nothing_is_to_be_obtained_where_all_is_stated(known: Draft) -> None:
    assert worth_lack_rows(known.options, printer_of(known, "en", None)) == ()


def test_the_page_prints_the_same_ratios(known: Draft) -> None:
    page = page_files(known)["index.html"].decode()
    part = page[page.index('id="worth"') : page.index('id="achieved"')]
    for figure in ("1.37", "1.19", "1.71", "1.48", "87,707", "1.36"):
        assert f">{figure}</a>" in part or f"\u00a0{figure}</a>" in part
    assert "undefined: no effect" in part


def test_what_no_shipped_profile_states_is_named_as_data_to_obtain() -> None:
    draft = cambodia()
    rows = {row.name: row for row in worth_lack_rows(draft.options, printer_of(draft, "en", None))}
    for name in (
        "discount rate", "effect years", "effect decay", "cost of public funds",
        "base income month", "displacement",
    ):  # fmt: skip
        assert rows[f"assumptions: {name}"].options == "all"
    assert rows["assumptions: discount rate"].waits == "all"
    assert rows["assumptions: effective tax"].waits == "Government"
    page = page_files(draft)["index.html"].decode()
    assert "assumptions: discount rate" in page[page.index('id="worth"') :]


def test_the_null_effect_stands_beside_the_favourable_ones_and_nothing_is_infinite() -> None:
    rows = cells(cambodia(), "Years that pay")
    assert any("no detectable effect" in row[0] for row in rows)
    assert any(row[5] == "undefined: no effect" for row in rows)
    assert any(row[5] == "unknown" for row in rows)
    assert not any(word in cell for row in rows for cell in row for word in ("inf", "nan", "∞"))


def test_no_switching_value_is_read_out_where_none_is_computed() -> None:
    rows = worth_rows(cambodia().options, printer_of(cambodia(), "en", None))
    assert {row.readings for row in rows} == {()}
    assert "pays for itself" not in words_of(cambodia())


def test_everything_that_can_be_undefined_has_a_label(tmp_path: Path) -> None:
    (tmp_path / "options").mkdir()
    (tmp_path / "options" / "only.yaml").write_text(OPTION, encoding="utf-8")
    displaced = PROFILE.replace("low: 25%, high: 25%", "low: 100%, high: 100%")
    (tmp_path / "profile.yaml").write_text(displaced, encoding="utf-8")
    rows = cells(drafted(tmp_path), "Gain of a month that pays")
    assert {row[4] for row in rows} == {"undefined: others lose all that is gained"}
    assert {row[5] for row in rows} <= set(labels())
