"""Kerja held against the history of Kartu Prakerja; only predictions are scored."""

from __future__ import annotations

import pytest
from tests.conftest import ROOT, Golden
from tests.history.audits import AUDITS, AuditRow, adapted, answers, fired, gates
from tests.history.ours import costed, year
from tests.history.people_and_money import OFFICE, SHARES, WHOLE
from tests.history.published import BEYOND, STATISTICS
from tests.history.report import history_page
from tests.history.statistic import (
    Label,
    Statistic,
    is_met,
    labels,
    number,
    ours,
)

from kerja.adaptation import Gate, Outcome, data_to_obtain
from kerja.blueprint import adapt
from kerja.costing import options
from kerja.feasibility import Standing, binding, could_bind, deciding
from kerja.register import register
from kerja.workflow import prove, unproven_payments

PREDICTIONS = [row for row in STATISTICS if row.label is Label.PREDICTION]
OTHERS = [row for row in STATISTICS if row.label is not Label.PREDICTION]


def test_all_32_rows_are_there_and_each_has_one_label() -> None:
    assert [row.row for row in STATISTICS] == [f"{n}" for n in range(1, 33)]
    assert list(labels()) == [row.row for row in (*STATISTICS, *BEYOND)]
    assert all(row.label is Label.PREDICTION for row in BEYOND)


def test_only_a_prediction_has_a_way_and_a_verdict() -> None:
    assert all(not part.way for row in OTHERS for part in row.parts)
    assert all(part.way for row in (*PREDICTIONS, *BEYOND) for part in row.parts)


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: f"{row.row}-{row.label}")
def test_what_is_held_or_derived_agrees_with_what_was_published(row: Statistic) -> None:
    for part in row.parts:
        assert is_met(part), f"{row.name}, {part.name}: {ours(part)}"


@pytest.mark.parametrize("row", PREDICTIONS, ids=lambda row: row.row)
def test_a_prediction_is_within_a_quarter_of_what_happened(row: Statistic) -> None:
    for part in row.parts:
        if part.way in (SHARES, WHOLE, OFFICE):
            assert abs(number(ours(part)) / number(part.published) - 1) < 0.25


def test_the_page_on_history_says_what_was_met_and_what_was_missed(golden: Golden) -> None:
    golden(history_page(), ROOT / "docs" / "history.md")


def test_in_january_2023_the_promise_exceeds_the_budget() -> None:
    found = adapt(year("idn-2023-01"))
    (decision,) = [d for d in found.decisions if d.rule == "BUD-01"]
    assert decision.outcome is Outcome.FIRED
    assert decision.gate is Gate.CLOSED
    assert decision.change is not None
    assert decision.change.proposals == (
        "fewer people: at most 635,714 places at the same package",
        "a smaller package: at most IDR 2.67 million a person for 1,000,000 people",
        "more money: at least IDR 1.53 trillion more",
    )
    assert "KB301" in {finding.code for finding in found.findings}
    assert "BUD-01" in {point.rule for point in found.points}


def test_topped_up_by_1_7_trillion_the_budget_of_2023_pays_for_the_promise() -> None:
    found = adapt(year("idn-2023"))
    (decision,) = [d for d in found.decisions if d.rule == "BUD-01"]
    assert decision.outcome is Outcome.UNKNOWN
    assert decision.lacks == ("costs.administration.fixed_year",)


YEARS = [
    "idn-2020", "idn-2020-bpk", "idn-2020-kpk", "idn-2021", "idn-2021-bpk", "idn-2022",
    "idn-2023", "idn-2023-01", "idn-2023-bpk", "khm-2023", "idn-2020-forecast",
    "idn-2021-forecast", "idn-2022-forecast", "idn-2023-01-forecast", "idn-2023-forecast",
    "idn-2024-forecast", "khm-2023-pace", "khm-2023-borrowed",
]  # fmt: skip


@pytest.mark.parametrize("row", AUDITS, ids=lambda row: f"{row.who}-{row.of}-{row.answer}")
def test_what_an_auditor_found_is_said_by_a_rule_or_a_check(row: AuditRow) -> None:
    assert answers(row) if row.answer else row.why


def test_indonesia_in_2020_is_deployable_with_adaptations() -> None:
    found = adapted("idn-2020")
    assert "PAY-01" in {decision.rule for decision in fired("idn-2020")}
    assert "cash_paid" in found.workflow
    assert prove(found.workflow).status == "sound"
    assert unproven_payments(found.workflow) == ()
    assert found.conflicts == ()


def test_no_gate_is_closed_in_2020_that_history_contradicts() -> None:
    assert gates("idn-2020", Gate.CLOSED) == ()
    assert {"INS-01", "LEG-01", "LEG-04", "PAY-13"} <= set(gates("idn-2020", Gate.OPEN))


def test_in_june_2020_the_partnership_is_not_cleared_and_by_the_end_of_the_year_it_is() -> None:
    assert "LEG-04" in gates("idn-2020-kpk", Gate.CLOSED)
    assert "LEG-04" in gates("idn-2020", Gate.OPEN)


def test_cambodia_in_2023_has_demand_and_places_as_candidates_and_an_unknown_budget() -> None:
    profile, found = year("khm-2023"), adapted("khm-2023")
    limits = binding(profile)
    standing = {limit.name: limit.standing for limit in limits.limits}
    assert standing["budget"] is Standing.UNKNOWN
    assert standing["places"] is Standing.INDICATION
    lacking = [(limit.name, limit.lacks) for limit in limits.unknown]
    gaps = data_to_obtain(profile, found.decisions, lacking)
    data = deciding(profile, gaps, decisions=found.decisions, limits=limits)
    candidates = could_bind(data)
    assert {"demand", "places"} <= set(candidates)
    assert "budget" not in candidates
    assert candidates["demand"] == ("programme.expected_applicants",)
    assert set(candidates["places"]) == {"training.seats_year", "training.enrolled"}


def test_what_is_known_of_accounts_in_cambodia_in_2023_leaves_cash_to_a_human() -> None:
    (decision,) = [d for d in adapted("khm-2023").decisions if d.rule == "PAY-02"]
    assert decision.outcome is Outcome.SENSITIVE


@pytest.mark.parametrize("name", YEARS)
def test_the_profile_of_a_year_is_adapted_without_conflict(name: str) -> None:
    assert adapted(name).conflicts == ()
    assert unproven_payments(adapted(name).workflow) == ()


@pytest.mark.parametrize("name", YEARS)
def test_the_profile_of_a_year_reads_without_a_finding(name: str) -> None:
    assert year(name).origin.name == name


@pytest.mark.parametrize(
    ("name", "people", "published"),
    [
        ("idn-2020", 5_509_055, 0.978), ("idn-2021", 5_931_574, 0.993),
        ("idn-2022", 4_984_790, 0.984), ("idn-2023-01", 595_000, 0.936),
        ("idn-2023", 1_045_000, 1.004),
    ],
)  # fmt: skip
def test_the_lines_of_cost_of_a_year_are_the_published_part_of_its_budget(
    name: str, people: int, published: float
) -> None:
    found, total = costed(name, people), year(name).budget.total
    assert found.year is not None
    assert total is not None
    assert found.year.base / (total.number or 0) == pytest.approx(published, abs=0.0005)
    assert {"training", "cash", "survey"} == {ln.id for ln in found.counted if ln.known}


def test_in_january_2023_the_budget_pays_for_595_000_of_the_million_promised() -> None:
    profile = year("idn-2023-01")
    found = register(profile, options(()), binding(profile))
    funded = found["derived.funded_of_places"]
    assert funded.number == 0.595
    assert [found[key].number for key in funded.inputs] == [595_000, 1_000_000]


def test_topped_up_by_a_second_line_the_funded_share_is_not_guessed() -> None:
    profile = year("idn-2023")
    assert "derived.funded_of_places" not in register(profile, options(()), binding(profile))
