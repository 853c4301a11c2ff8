"""The decision sheet and the data to obtain: nothing open is lost, and everything is in words."""

from __future__ import annotations

from pathlib import Path

from tests.countries import blueprint, country, read_text, written

from kerja.adaptation import (
    Conflict,
    all_rules,
    data_to_obtain,
    decide,
    decision_sheet,
    fidelity,
    words,
)
from kerja.profile import Knowledge, Profile, facts

HEAD = "kerja: 1\nkind: country\nextends: prakerja-2023\ncountry: {code: KHM, currency: KHR}\n"


def inherited(profile: Profile) -> dict[str, str]:
    features = fidelity(profile, country("prakerja-2023"))
    points = decision_sheet(profile, (), (), features)
    return {point.path: point.question for point in points if point.origin == "inherited"}


def test_every_point_has_an_owner_a_date_and_something_that_waits() -> None:
    for name in ("examples/cambodia", "examples/thailand", "idn"):
        points = blueprint(name).points
        assert points
        for point in points:
            assert all((point.question, point.owner, point.due, point.waits))
            assert point.origin in {"open", "rule", "inherited", "conflict"}


def test_points_are_numbered_in_the_order_of_deciding() -> None:
    points = blueprint("examples/thailand").points
    assert [point.id for point in points] == [f"D-{n:02d}" for n in range(1, len(points) + 1)]
    assert [point.path for point in points[:3]] == [
        "programme.owner", "programme.eligibility", "programme.quota",
    ]  # fmt: skip


def test_every_todo_of_a_profile_is_a_point() -> None:
    todo = {
        path
        for path, fact in facts(country("examples/thailand"))
        if fact.knowledge is Knowledge.TO_DECIDE
    }
    asked = {point.path for point in blueprint("examples/thailand").points}
    assert len(todo) > 10
    assert todo | {"programme.eligibility", "programme.quota"} <= asked


def test_the_owner_of_an_open_point_is_the_programme_or_still_to_be_named() -> None:
    assert blueprint("examples/cambodia").points[0].owner == "MLVT"
    assert blueprint("examples/thailand").points[0].owner == "TODO(human)"


def test_a_rule_that_acts_advises_or_is_sensitive_asks_its_question() -> None:
    asked = {p.rule: p.waits for p in blueprint("examples/cambodia").points if p.origin == "rule"}
    assert set(asked) == {"DIG-01", "EXI-01", "INS-07", "LIT-01", "PAY-01", "PAY-02", "PPL-03"}
    assert "measurements disagree" in asked["PAY-02"]
    assert "10 %" in asked["DIG-01"]


def test_what_a_country_takes_over_in_silence_goes_to_the_sheet(tmp_path: Path) -> None:
    asked = inherited(read_text(HEAD, tmp_path))
    for path in ("eligibility", "deadlines", "benefits[training]", "household_cap"):
        assert f"programme.{path}" in asked
    assert "workflow.steps" in asked


def test_a_part_of_a_section_that_is_taken_over_goes_to_the_sheet(tmp_path: Path) -> None:
    text = HEAD + "programme: {deadlines: {purchase_days: 30}}\n"
    asked = inherited(read_text(text, tmp_path))["programme.deadlines"]
    assert "payment days 6" in asked
    assert "purchase" not in asked


def test_the_steps_of_the_journey_that_are_taken_over_are_counted() -> None:
    asked = inherited(country("examples/cambodia"))
    assert asked["workflow.steps"].endswith("(21 of 26 steps)")


def test_money_beside_the_features_is_asked_for_too(tmp_path: Path) -> None:
    asked = inherited(read_text(HEAD, tmp_path))
    assert asked["programme.training_hours"].endswith("(15)")


def test_the_country_of_the_model_inherits_nothing() -> None:
    assert inherited(country("idn")) == {}


def test_a_conflict_is_a_point_that_names_the_rules() -> None:
    conflict = Conflict("payment.primary", ("A-1", "B-1"), "payment.primary is wanted differently")
    (point,) = decision_sheet(written(), (), (conflict,), ())
    assert (point.origin, point.rule, point.waits) == (
        "conflict", "A-1, B-1", "the setting is left open",
    )  # fmt: skip


def test_the_datum_that_settles_most_by_itself_comes_first() -> None:
    gaps = data_to_obtain(
        written(budget={"total": "unknown"}),
        decide(written(), [rule for rule in all_rules() if rule.code == "BUD-01"]),
        [("budget", ("budget.total",)), ("identity", ("identity.coverage_adults",))],
    )
    assert [(gap.path, gap.state, gap.unlocks) for gap in gaps] == [
        ("budget.total", "unknown", ("budget", "BUD-01")),
        ("identity.coverage_adults", "absent", ("identity",)),
        ("programme.quota.people", "absent", ("BUD-01",)),
    ]


def test_a_name_that_waits_twice_for_a_datum_counts_once() -> None:
    lacking = [("a", ("x",)), ("a", ("x",)), ("b", ("y",)), ("c", ("y",))]
    assert [gap.path for gap in data_to_obtain(written(), (), lacking)] == ["y", "x"]


def test_a_part_of_a_section_that_is_unknown_is_unknown_and_not_absent() -> None:
    profile = written(programme={"batches": "unknown", "quota": "TODO(human)"})
    lacking = [("calendar", ("programme.batches.per_year", "programme.quota.people"))]
    states = {gap.path: gap.state for gap in data_to_obtain(profile, (), lacking)}
    assert states == {
        "programme.batches.per_year": "unknown", "programme.quota.people": "to-decide",
    }  # fmt: skip


def test_everything_that_a_rule_can_lack_is_said_in_words() -> None:
    paths = {path for decision in decide(written(), all_rules()) for path in decision.lacks}
    for path in paths:
        said = words(path)
        assert ":" not in said
        assert "_" not in said
        assert "." not in said
