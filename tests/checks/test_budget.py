"""Tests of the checks of the budget."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerja.checks import Checked, all_checks, run
from kerja.findings import Finding, Kind, Place, Severity
from kerja.profile import Origin, Profile

UNITS = {2020: 3_550_000, 2021: 3_550_000, 2022: 3_550_000, 2023: 4_200_000, 2024: 4_200_000}


def profile(**sections: Any) -> Profile:
    return Profile.model_validate({"country": {"code": "IDN", "currency": "IDR"}, **sections})


def checked(**sections: Any) -> Checked:
    return run(profile(**sections), [c for c in all_checks() if c.family == "budget"])


def found(code: str, **sections: Any) -> list[Finding]:
    return list(run(profile(**sections), [c for c in all_checks() if c.code == code]).findings)


def lacking(code: str, **sections: Any) -> list[str]:
    return [
        name for one in checked(**sections).not_evaluated if one.code == code for name in one.lacks
    ]


def design(people: int, unit: int, **programme: Any) -> dict[str, Any]:
    grant = {"id": "training", "kind": "voucher", "amount": f"IDR {unit}"}
    return {"quota": {"people": people, "every": "year"}, "benefits": [grant], **programme}


def cost_findings(people: int, total: int | str, unit: int = 4_200_000) -> list[Severity]:
    hits = found("KB301", budget={"total": f"IDR {total}"}, programme=design(people, unit))
    return [hit.severity for hit in hits]


def test_a_profile_without_a_budget_has_no_finding() -> None:
    assert checked().findings == ()


def test_january_2023_pays_for_595_000_and_not_for_a_million() -> None:
    assert cost_findings(595_000, "2.67 trillion") == []
    (finding,) = found(
        "KB301",
        budget={"total": "IDR 2.67 trillion"},
        programme=design(1_000_000, 4_200_000),
    )
    assert finding.severity is Severity.ERROR
    assert finding.kind is Kind.FEASIBILITY
    assert not finding.stops_build
    assert "635_714 places" in finding.hint


@pytest.mark.parametrize(
    ("year", "people", "total", "severity"),
    [
        (2020, 5_509_055, "20 trillion", None),
        (2021, 5_931_574, "21.2 trillion", None),
        (2022, 4_984_790, "17.99 trillion", None),
        (2023, 595_000, "2.67 trillion", None),
        (2023, 1_045_000, "4.37 trillion", Severity.WARNING),
        (2024, 1_200_000, "4.8 trillion", Severity.WARNING),
    ],
)
def test_no_real_budget_of_prakerja_is_an_error(
    year: int, people: int, total: str, severity: Severity | None
) -> None:
    assert cost_findings(people, total, UNITS[year]) == ([severity] if severity else [])


def test_rounding_of_the_written_total_passes() -> None:
    assert cost_findings(1_043_000, "4.38 trillion") == []
    assert cost_findings(1_043_000, 4_380_000_000_000) == [Severity.WARNING]


def test_administration_that_is_not_known_is_asked_for_and_not_taken_as_zero() -> None:
    names = lacking(
        "KB301", budget={"total": "IDR 2.67 trillion"}, programme=design(595_000, 4_200_000)
    )
    assert names == ["costs.administration"]


def test_a_known_administration_counts() -> None:
    curve = {
        "fixed_year": "IDR 188 billion", "step_cost": "IDR 0",
        "per_applicant": "IDR 0", "per_recipient": "IDR 0",
    }  # fmt: skip
    hits = found(
        "KB301",
        budget={"total": "IDR 2.67 trillion"},
        programme=design(595_000, 4_200_000),
        costs={"administration": curve},
    )
    assert [hit.severity for hit in hits] == [Severity.WARNING]


def test_what_is_known_of_a_package_may_already_exceed_the_budget() -> None:
    # Cambodia: the stipend alone of 1.5 million persons is KHR 1.68 trillion.
    sections = {
        "country": {"code": "KHM", "currency": "KHR"},
        "programme": {
            "quota": {"people": "1.5 million", "every": "year"},
            "benefits": [
                {"id": "training", "kind": "free-place", "amount": "unknown"},
                {
                    "id": "stipend",
                    "kind": "cash",
                    "amount": "KHR 280_000",
                    "every": "month",
                    "at_most": 4,
                },
            ],
        },
    }
    (finding,) = found("KB301", budget={"total": "KHR 1 trillion"}, **sections)
    assert "at least KHR 1.68 trillion" in finding.message
    assert not found("KB301", budget={"total": "KHR 2 trillion"}, **sections)
    assert "programme.benefits[training].amount" in lacking(
        "KB301", budget={"total": "KHR 2 trillion"}, **sections
    )


def test_the_top_up_of_2023_paid_less_than_the_package() -> None:
    def line(name: str, year: str, amount: str, persons: int) -> dict[str, Any]:
        written = {"id": name, "year": year, "stage": "revised"}
        return {**written, "amount": f"IDR {amount} trillion", "people": persons}

    lines = [
        line("first", "2023", "2.67", 595_000),
        line("top-up", "2023", "1.7", 450_000),
        line("old", "2021", "1", 5_931_574),
    ]
    hits = found("KB301", budget={"lines": lines}, programme=design(1_045_000, 4_200_000))
    assert [(h.path, h.severity) for h in hits] == [
        ("budget.lines[top-up].amount", Severity.WARNING)
    ]


def test_a_line_that_repeats_the_total_is_not_found_twice() -> None:
    line = {"id": "a", "year": "2024", "amount": "IDR 4.8 trillion", "people": 1_200_000}
    hits = found(
        "KB301",
        budget={"total": "IDR 4.8 trillion", "lines": [line]},
        programme=design(1_200_000, 4_200_000),
    )
    assert [hit.path for hit in hits] == ["budget.total"]


people = st.integers(1_000, 10_000_000)
totals = st.integers(10**9, 10**14)
units = st.integers(100, 20_000).map(lambda thousand: thousand * 1_000)


@given(people, totals, units, st.integers(2, 50))
def test_scaling_people_and_budget_together_changes_nothing(
    quota: int, total: int, unit: int, factor: int
) -> None:
    before = cost_findings(quota, total, unit)
    assert cost_findings(quota * factor, total * factor, unit) == before


@given(people, totals, units, st.integers(0, 10**14))
def test_a_higher_budget_never_adds_a_finding(quota: int, total: int, unit: int, more: int) -> None:
    # A total that is off by a thousand is a slip, and no statement on the design.
    if not found("KB303", budget={"total": f"IDR {total}"}, programme=design(quota, unit)):
        before, after = cost_findings(quota, total, unit), cost_findings(quota, total + more, unit)
        assert len(after) <= len(before)


def test_a_slip_of_the_scale_word_is_named_once_with_its_cure() -> None:
    sections = {"budget": {"total": "IDR 4.37 billion"}, "programme": design(1_000_000, 4_200_000)}
    (finding,) = checked(**sections).findings
    assert finding.code == "KB303"
    assert finding.hint == "write IDR 4.37 trillion"


def test_a_total_in_dollars_under_the_label_of_rupiah_is_named_once() -> None:
    (finding,) = checked(
        budget={"total": "IDR 264_900_000"},
        programme=design(1_000_000, 4_200_000),
        economy={"exchange_rate": "15_855 IDR/USD"},
    ).findings
    assert (finding.code, finding.hint) == ("KB304", "USD 264.9 million?")


def test_an_amount_in_rupiah_under_the_label_of_dollars_is_named() -> None:
    (finding,) = found(
        "KB304",
        economy={
            "exchange_rate": "15_855 IDR/USD",
            "average_wage_month": "IDR 3_267_618",
            "minimum_wage_month": "USD 2_036_947",
        },
    )
    assert finding.path == "economy.minimum_wage_month"
    assert finding.hint == "IDR 2.037 million?"


@pytest.mark.parametrize(
    ("currency", "rate", "average", "minimum"),
    [
        ("IDR", "15_855 IDR/USD", "IDR 3_267_618", "IDR 5_067_381"),
        ("IDR", "15_855 IDR/USD", "IDR 3_267_618", "IDR 2_036_947"),
        ("USD", "1 USD/USD", "USD 252.2", "USD 115"),
        ("MNT", "3_390 MNT/USD", "MNT 2.4 million", "MNT 660_000"),
    ],
)
def test_wages_of_the_dossier_are_not_confused(
    currency: str, rate: str, average: str, minimum: str
) -> None:
    economy = {
        "exchange_rate": rate, "average_wage_month": average, "minimum_wage_month": minimum,
    }  # fmt: skip
    assert not found("KB304", country={"currency": currency}, economy=economy)


def test_administration_is_judged_at_its_scale() -> None:
    curve = {
        "fixed_year": "IDR 188 billion", "step_cost": "IDR 0",
        "per_applicant": "IDR 0", "per_recipient": "IDR 0",
    }  # fmt: skip

    def at(places: int) -> list[Severity]:
        costs = {"administration": curve}
        hits = found("KB305", programme=design(places, 4_200_000), costs=costs)
        return [hit.severity for hit in hits]

    assert at(1_000_000) == []
    assert at(200_000) == [Severity.WARNING]
    assert at(100_000) == [Severity.ERROR]


def test_shares_pass_within_rounding_and_a_missing_share_is_not_zero() -> None:
    def shares(**parts: str) -> dict[str, Any]:
        return {"budget": {"composition": parts}}

    thirds = shares(benefits="33%", training="33%", administration="1%", contingency="33%")
    assert not found("KB306", **thirds)
    assert found("KB306", **shares(benefits="60%", training="50%"))
    assert "budget.composition.contingency" in lacking("KB306", **shares(benefits="60%"))


@pytest.mark.parametrize(
    ("code", "budget", "cure"),
    [
        ("IND", {"fiscal_year": "2023"}, "2023-24"),
        ("IDN", {"fiscal_year": "2023-24", "fiscal_year_starts": "01-01"}, "write 2023"),
        ("THA", {"fiscal_year": "2568"}, "write 2025"),
        ("IDN", {"fiscal_year": "2021-2025"}, "one budget line for each year"),
        ("IDN", {"lines": [{"id": "a", "year": "this year"}]}, "2023-24"),
    ],
)
def test_a_fiscal_year_of_the_wrong_form_says_what_to_write(
    code: str, budget: dict[str, Any], cure: str
) -> None:
    (finding,) = found("KB307", country={"code": code}, budget=budget)
    assert cure in finding.hint


@pytest.mark.parametrize(
    ("code", "budget"),
    [
        ("IDN", {"fiscal_year": "2023", "fiscal_year_starts": "01-01"}),
        ("THA", {"fiscal_year": "2025", "fiscal_year_starts": "10-01"}),
        ("IND", {"fiscal_year": "2023-24"}),
        ("MAR", {"fiscal_year": "2023"}),
    ],
)
def test_fiscal_years_as_their_countries_write_them_pass(code: str, budget: dict[str, Any]) -> None:
    assert not found("KB307", country={"code": code}, budget=budget)


def test_a_programme_beyond_its_money_is_a_feasibility_finding() -> None:
    budget = {"fiscal_year": "2025"}
    thailand = {"country": {"code": "THA", "currency": "THB"}}
    inside = {"starts": "2024-10-01", "ends": "2025-09"}
    assert not found("KB308", budget=budget, programme=inside, **thailand)
    (late,) = found("KB308", budget=budget, programme={**inside, "ends": "2025-10"}, **thailand)
    assert late.kind is Kind.FEASIBILITY
    promised = {**budget, "multi_year": "yes"}
    assert not found("KB308", budget=promised, programme={"ends": "2026"}, **thailand)


def test_a_running_programme_may_have_started_before_the_year() -> None:
    budget = {"fiscal_year": "2023", "fiscal_year_starts": "01-01"}
    assert not found(
        "KB308", budget=budget, programme={"starts": "2020-04-11", "status": "running"}
    )
    assert found("KB308", budget=budget, programme={"starts": "2020-04-11"})


def test_a_reserve_that_is_not_stated_is_asked_for() -> None:
    assert lacking("KB309") == ["budget.contingency_share"]
    assert [f.severity for f in found("KB309", budget={"contingency_share": "25%"})] == [
        Severity.INFO
    ]


@pytest.mark.parametrize(
    ("total", "gdp", "rate"),
    [
        ("IDR 17.99 trillion", "USD 1.396 trillion", "15_855 IDR/USD"),
        ("IDR 4.8 trillion", "USD 1.396 trillion", "15_855 IDR/USD"),
        ("THB 175 billion", "USD 526.411 billion", "35.294 THB/USD"),
        ("KHR 1.68 trillion", "USD 46.353 billion", "4072.397 KHR/USD"),
    ],
)
def test_shares_of_output_of_the_dossier_pass(total: str, gdp: str, rate: str) -> None:
    economy = {"gdp": gdp, "exchange_rate": rate}
    country = {"currency": total[:3]}
    assert not found("KB311", country=country, budget={"total": total}, economy=economy)


def test_sources_in_another_currency_pass_within_the_rate() -> None:
    funding = [
        {"who": "Treasury", "form": "domestic", "amount": "KHR 600 billion"},
        {"who": "Bank", "form": "loan", "amount": "USD 100 million"},
    ]
    sections = {
        "country": {"code": "KHM", "currency": "KHR"},
        "economy": {"exchange_rate": "4072.397 KHR/USD"},
    }
    assert not found("KB312", budget={"total": "KHR 1 trillion", "funding": funding}, **sections)
    assert found("KB312", budget={"total": "KHR 1.2 trillion", "funding": funding}, **sections)


def test_a_loan_states_its_currency() -> None:
    loan = {"who": "Bank", "form": "loan", "amount": 1_000_000_000}
    hits = found("KB312", budget={"total": "IDR 1 billion", "funding": [loan]})
    assert [h.path for h in hits] == ["budget.funding[0].amount"]


def test_money_that_was_spent_needs_no_price_basis() -> None:
    def lines(stage: str) -> list[dict[str, str]]:
        return [
            {"id": "a", "year": "2020", "stage": stage, "amount": "IDR 19.98 trillion"},
            {"id": "b", "year": "2022", "stage": stage, "amount": "IDR 17.84 trillion"},
        ]

    assert not found("KB313", budget={"lines": lines("realised")})
    assert found("KB313", budget={"lines": lines("approved")})
    assert found("KB313", budget={"price_basis": "real"})
    assert not found("KB313", budget={"price_basis": "real", "base_year": 2020})


def test_bare_amounts_are_one_finding_that_names_them() -> None:
    (finding,) = found(
        "KB314", budget={"total": 4_370_000_000_000, "ceiling": 4_370_000_000_000, "lines": []}
    )
    assert "2 amounts" in finding.message
    assert [r.message for r in finding.related] == ["budget.ceiling"]


def in_cambodia(amount: Any) -> Profile:
    """A country that took its benefit over from a model: the amount stands in the model's file."""
    benefit = {"id": "incentive", "kind": "cash", "amount": amount}
    given = Profile.model_validate(
        {"country": {"code": "KHM", "currency": "KHR"}, "programme": {"benefits": [benefit]}}
    )
    origin = Origin(
        name="khm",
        kinds={"khm.yaml": "country", "prakerja.yaml": "model"},
        places={
            "extends": Place("khm.yaml", 3, 1),
            "programme.benefits[incentive].amount": Place("prakerja.yaml", 40, 9),
        },
    )
    return given.model_copy(update={"origin": origin})


@pytest.mark.parametrize(
    ("amount", "code"), [("IDR 600_000", "KB315"), ("USD 40", "KB315"), (600_000, "KB314")]
)
def test_money_of_the_model_is_a_decision_of_the_country(amount: Any, code: str) -> None:
    findings = run(in_cambodia(amount), [c for c in all_checks() if c.code == code]).findings
    assert [(f.severity, f.place.file) for f in findings] == [(Severity.WARNING, "khm.yaml")]
    assert "programme.benefits[incentive].amount" in findings[0].message


def test_money_that_the_country_writes_itself_is_not_taken_over() -> None:
    assert not run(
        in_cambodia("KHR 160_000"), [c for c in all_checks() if c.family == "budget"]
    ).findings


amounts = st.sampled_from([0, "IDR 0", "IDR 1", "USD 1", "IDR 4.37 trillion", "unknown", "MYR 7"])
counts = st.sampled_from([0, 1, "1 million", "unknown", "TODO(human)"])


@settings(max_examples=50)
@given(st.data())
def test_no_amount_or_count_breaks_a_check(data: st.DataObject) -> None:
    def amount() -> Any:
        return data.draw(amounts)

    def count() -> Any:
        return data.draw(counts)

    checks = [c for c in all_checks() if c.family in ("budget", "rails")]
    stipend = {"id": "stipend", "kind": "cash", "amount": amount(), "every": "month", "at_most": 4}
    rail = {
        "id": "ovo", "kind": "mobile-money", "kyc": "simplified", "agents": count(),
        "users": count(), "balance_limit": amount(), "monthly_limit": amount(),
        "fee": {"flat": amount(), "paid_by": "recipient"},
    }  # fmt: skip
    line = {"id": "a", "year": "2023", "amount": amount(), "people": count()}
    curve = {
        "fixed_year": amount(), "step_people": count(), "step_cost": amount(),
        "per_applicant": amount(), "per_recipient": amount(),
    }  # fmt: skip
    given = profile(
        population={"adults_15plus": count()},
        wallets={"rails": [rail]},
        economy={"exchange_rate": count(), "gdp": amount(), "average_wage_month": amount()},
        budget={
            "total": amount(), "ceiling": amount(), "fiscal_year": "9999", "lines": [line],
            "funding": [{"who": "Treasury", "form": "loan", "amount": amount()}],
        },
        costs={"administration": curve},
        programme={
            "quota": {"people": count(), "every": "once"}, "expected_applicants": count(),
            "benefits": [stipend], "starts": "2023", "ends": "9999",
        },
    )  # fmt: skip
    for finding in run(given, checks).findings:
        assert finding.message
        assert finding.hint
