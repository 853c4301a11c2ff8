"""Settings of several rules: one value, a value by policy, or a conflict that is reported."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kerja.adaptation import Change, Decision, Outcome, SettingValue, settle


def decision(rule: str, **settings: SettingValue) -> Decision:
    keyed = {name.replace("__", "."): value for name, value in settings.items()}
    return Decision(
        rule=rule, name=rule, title="", theme="", outcome=Outcome.FIRED, why="", evidence="",
        basis="judgement", question="", owner="", change=Change(settings=keyed),
    )  # fmt: skip


def test_a_setting_on_which_rules_agree_names_them_all() -> None:
    settings, conflicts = settle([decision("B-1", a__b=True), decision("A-1", a__b=True)])
    assert [(s.key, s.value, s.rules) for s in settings] == [("a.b", True, ("A-1", "B-1"))]
    assert conflicts == ()


def test_the_tightest_cap_and_the_longest_deadline_win() -> None:
    settings, conflicts = settle(
        [
            decision("A-1", rollout__quota_cap=900, payment__link_deadline_days=45),
            decision("B-1", rollout__quota_cap=400, payment__link_deadline_days=90),
        ]
    )
    assert {s.key: s.value for s in settings} == {
        "payment.link_deadline_days": 90, "rollout.quota_cap": 400,
    }  # fmt: skip
    assert conflicts == ()


def test_without_a_policy_nobody_wins_and_the_conflict_is_reported() -> None:
    settings, conflicts = settle([decision("A-1", x__y="one"), decision("B-1", x__y="two")])
    assert settings == ()
    assert [(c.key, c.rules) for c in conflicts] == [("x.y", ("A-1", "B-1"))]
    assert "A-1: one, B-1: two" in conflicts[0].message


def test_yes_and_one_are_two_things() -> None:
    _, conflicts = settle([decision("A-1", x__y=True), decision("B-1", x__y=1)])
    assert len(conflicts) == 1


def test_a_rule_that_only_advises_sets_nothing() -> None:
    advised = decision("A-1", x__y=1)
    object.__setattr__(advised, "outcome", Outcome.ADVISED)
    assert settle([advised]) == ((), ())


@given(st.permutations([
    decision("A-1", rollout__quota_cap=900, x__y="one", p__q=1),
    decision("B-1", rollout__quota_cap=400, x__y="two"),
    decision("C-1", rollout__quota_cap=700, p__q=1),
]))  # fmt: skip
def test_the_order_of_the_decisions_does_not_matter(decisions: list[Decision]) -> None:
    settings, conflicts = settle(decisions)
    assert [(s.key, s.value) for s in settings] == [("p.q", 1), ("rollout.quota_cap", 400)]
    assert [c.key for c in conflicts] == ["x.y"]
