"""Deciding three-valued: measurements that differ, thresholds too near, overrides, precedence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.countries import blueprint, country, written

from kerja.adaptation import Decision, Gate, Outcome, all_rules, decide
from kerja.profile import Profile


def decisions(profile: Profile) -> dict[str, Decision]:
    return {decision.rule: decision for decision in decide(profile, all_rules())}


def measured(*values: str) -> dict[str, Any]:
    listed = [{"id": f"m{n}", "value": value} for n, value in enumerate(values)]
    return {"use": "m0", "measurements": listed}


def test_every_rule_has_one_decision_in_every_country() -> None:
    codes = [rule.code for rule in all_rules()]
    for name in ("examples/cambodia", "examples/thailand", "idn"):
        assert [decision.rule for decision in blueprint(name).decisions] == codes


def test_a_country_that_says_nothing_changes_nothing() -> None:
    found = decisions(written())
    assert {decision.outcome for decision in found.values()} == {Outcome.UNKNOWN}
    assert all(decision.lacks for decision in found.values())


def test_cambodia_opens_accounts_and_does_not_go_to_cash_in_silence() -> None:
    found = decisions(country("examples/cambodia"))
    assert found["PAY-01"].outcome is Outcome.FIRED
    assert set(found["PAY-01"].alternatives.values()) == {True}
    assert found["PAY-02"].outcome is Outcome.SENSITIVE
    assert found["PAY-02"].alternatives == {
        "wallets.account_ownership[findex-2021]": True,
        "wallets.account_ownership[tracker-2021]": False,
    }
    assert "payment.primary" not in {s.key for s in blueprint("examples/cambodia").settings}


def test_cambodia_is_advised_on_internet_use_that_is_close_to_the_threshold() -> None:
    decision = decisions(country("examples/cambodia"))["DIG-01"]
    assert decision.outcome is Outcome.ADVISED
    assert decision.change is not None
    assert not decision.acts


def test_thailand_with_96_per_cent_of_accounts_needs_no_help_with_them() -> None:
    assert decisions(country("examples/thailand"))["PAY-01"].outcome is Outcome.NOT_FIRED


@pytest.mark.parametrize(
    ("share", "outcome"),
    [
        ("53%", Outcome.FIRED),
        ("55%", Outcome.ADVISED),
        ("60%", Outcome.ADVISED),
        ("65%", Outcome.ADVISED),
        ("67%", Outcome.NOT_FIRED),
    ],
)
def test_within_a_tenth_of_a_judged_threshold_a_rule_advises(share: str, outcome: Outcome) -> None:
    assert decisions(written(digital={"internet_use": share}))["DIG-01"].outcome is outcome


def test_a_figure_too_near_does_not_matter_where_another_decides() -> None:
    wallets = {"agents_per_100k_adults": 149, "agent_liquidity_risk": "high"}
    assert decisions(written(wallets=wallets))["PAY-08"].outcome is Outcome.FIRED


def test_two_figures_too_near_are_advised_even_if_one_alone_would_not_matter() -> None:
    training = {"private_share": "29%", "accredited_providers": 29}
    assert decisions(written(training=training))["TRN-02"].outcome is Outcome.ADVISED


def test_measurements_that_agree_let_a_rule_act() -> None:
    wallets = {"account_ownership": measured("45%", "52%")}
    assert decisions(written(wallets=wallets))["PAY-01"].outcome is Outcome.FIRED


def test_measurements_of_the_budget_that_differ_make_its_gate_sensitive() -> None:
    stipend = {"id": "stipend", "kind": "cash", "amount": "KHR 280_000"}
    profile = written(
        budget={"total": measured("KHR 1 billion", "KHR 2 billion")},
        programme={"quota": {"people": 5_000, "every": "year"}, "benefits": [stipend]},
    )
    decision = decisions(profile)["BUD-01"]
    assert decision.outcome is Outcome.SENSITIVE
    assert decision.gate is Gate.UNKNOWN
    assert decision.change is not None


def test_measurements_of_a_benefit_count_for_the_budget_too() -> None:
    stipend = {"id": "stipend", "kind": "cash", "amount": measured("KHR 100_000", "KHR 400_000")}
    profile = written(
        budget={"total": "KHR 1 billion"},
        costs={"administration": {"fixed_year": "KHR 0"}},
        programme={"quota": {"people": 5_000, "every": "year"}, "benefits": [stipend]},
    )
    decision = decisions(profile)["BUD-01"]
    assert decision.outcome is Outcome.SENSITIVE
    assert decision.alternatives == {
        "programme.benefits[stipend].amount[m0]": False,
        "programme.benefits[stipend].amount[m1]": True,
    }


def test_an_override_moves_the_threshold_and_gives_its_reason() -> None:
    override = {"rule": "DIG-01", "threshold": "80%", "reason": "the poor are off line"}
    decision = decisions(written(digital={"internet_use": "75%"}, overrides=[override]))["DIG-01"]
    assert decision.outcome is Outcome.FIRED
    assert decision.override == "the poor are off line"
    assert [(c.threshold, c.judged, c.overridden) for c in decision.comparisons] == [
        (0.8, False, True)
    ]


def test_a_threshold_that_the_country_chose_is_never_too_near() -> None:
    override = {"rule": "DIG-01", "threshold": "62%", "reason": "decided in the council"}
    decision = decisions(written(digital={"internet_use": "61%"}, overrides=[override]))["DIG-01"]
    assert decision.outcome is Outcome.FIRED


def test_an_override_of_a_share_leaves_the_count_beside_it() -> None:
    override = {"rule": "TRN-02", "threshold": "50%", "reason": "providers sell on line"}
    training = {"private_share": "60%", "accredited_providers": 12}
    decision = decisions(written(training=training, overrides=[override]))["TRN-02"]
    assert decision.outcome is Outcome.FIRED
    assert [c.threshold for c in decision.comparisons] == [0.5, 30]


def test_a_rule_that_acts_takes_the_place_of_the_weaker_one() -> None:
    found = decisions(written(wallets={"account_ownership": "20%"}))
    assert found["PAY-02"].outcome is Outcome.FIRED
    assert found["PAY-01"].outcome is Outcome.SUPERSEDED
    assert not found["PAY-01"].acts


def test_a_rule_that_only_advises_leaves_the_weaker_one_in_force() -> None:
    found = decisions(written(wallets={"account_ownership": "39%"}))
    assert found["PAY-02"].outcome is Outcome.ADVISED
    assert found["PAY-01"].outcome is Outcome.FIRED


@given(rules=st.permutations(all_rules()), name=st.sampled_from(["examples/cambodia", "idn"]))
def test_the_order_of_the_rules_does_not_matter(rules: list[Any], name: str) -> None:
    assert decide(country(name), rules) == blueprint(name).decisions
