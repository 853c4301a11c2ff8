"""Values that differ: each once, with both places and both sources; equal ones never."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.versions import change, plan
from tests.countries import country, read_text, written

from kerja.comparison import Kind, ValueChange
from kerja.comparison.values import value_changes

NAMES = [
    "khm", "tha", "idn", "prakerja-2020", "prakerja-2023", "examples/cambodia",
    "mys", "mys-13", "phl", "mar", "tls", "mng",
]  # fmt: skip
HEAD = "kerja: 1\nkind: country\nextends: khm\nas_of: 2025-09-30\n"


def changes(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Kind]:
    return {c.path: c.kind for c in value_changes(written(**old), written(**new))}


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_does_not_differ_from_itself(name: str) -> None:
    assert list(value_changes(country(name), country(name))) == []


@pytest.mark.parametrize("new", NAMES)
@pytest.mark.parametrize("old", NAMES)
def test_the_way_back_undoes_the_way_there(old: str, new: str) -> None:
    there = {_key(c) for c in value_changes(country(old), country(new))}
    back = {_key(_turned(c)) for c in value_changes(country(new), country(old))}
    assert there == back


def _turned(one: ValueChange) -> ValueChange:
    turned = {
        Kind.ONLY_OLD: Kind.ONLY_NEW,
        Kind.ONLY_NEW: Kind.ONLY_OLD,
        Kind.BECAME_KNOWN: Kind.NO_LONGER_KNOWN,
        Kind.NO_LONGER_KNOWN: Kind.BECAME_KNOWN,
    }
    return ValueChange(one.path, turned.get(one.kind, one.kind), one.new, one.old)


def _key(one: ValueChange) -> tuple[object, ...]:
    # Positions of nameless items differ between the two; what is said of them does not.
    return one.path.partition("[")[0], one.kind, one.old, one.new


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_a_profile_says_is_new_beside_one_that_says_nothing(name: str) -> None:
    found = list(value_changes(written(), country(name)))
    assert {c.kind for c in found} <= {Kind.ONLY_NEW, Kind.ONLY_OLD, Kind.REPLACED}
    assert all(c.new is None or c.new.text for c in found)


def test_a_replaced_figure_has_both_places_and_both_sources(tmp_path: Path) -> None:
    text = HEAD + "population:\n  total: {value: 17.6 million, year: 2026, source: nis-2026}\n"
    found = change(plan(country("khm"), read_text(text, tmp_path)), "population.total")
    assert found.kind is Kind.REPLACED
    assert found.old is not None
    assert found.new is not None
    assert (found.old.text, found.old.source, found.old.when) == ("17_230_333", "cia-2026", "2025")
    assert (found.new.text, found.new.source, found.new.when) == (
        "17.6 million", "nis-2026", "2026",
    )  # fmt: skip
    assert found.old.place.file == "khm.yaml"
    assert found.new.place.file.endswith("profile.yaml")
    assert found.new.place.line == 6


def test_an_unknown_that_became_known_says_where_it_was_unknown(tmp_path: Path) -> None:
    text = HEAD + "budget:\n  total: {value: USD 50 million, source: law-2026}\n"
    found = change(plan(country("khm"), read_text(text, tmp_path)), "budget.total")
    assert found.kind is Kind.BECAME_KNOWN
    assert found.old is not None
    assert found.old.text == "unknown"
    assert found.old.place.file == "khm.yaml"


def test_a_section_that_became_known_names_each_of_its_values(tmp_path: Path) -> None:
    text = HEAD + "programme:\n  quota: {people: 90_000, every: year}\n"
    found = plan(country("khm"), read_text(text, tmp_path))
    for path in ("programme.quota.people", "programme.quota.every"):
        assert change(found, path).kind is Kind.BECAME_KNOWN


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("1.5 million", "1_500_000", None),
        ("1.5 million", "1.6 million", Kind.REPLACED),
        ("unknown", "unknown", None),
        ("unknown", "TODO(human) the council", Kind.STILL_MISSING),
        ("12", "unknown", Kind.NO_LONGER_KNOWN),
        ({"value": 12, "source": "a"}, {"value": 12, "source": "b"}, Kind.RESTATED),
        ({"value": 12, "year": 2020}, {"value": 13, "year": 2021}, Kind.REPLACED),
        ({"value": 12, "women": 5}, {"value": 12, "women": 6}, Kind.REPLACED),
    ],
)
def test_a_figure_differs_by_what_it_says(old: object, new: object, kind: Kind | None) -> None:
    path = "programme.expected_applicants"
    before = {"programme": {"expected_applicants": old}}
    after = {"programme": {"expected_applicants": new}}
    assert changes(before, after) == ({path: kind} if kind else {})


def test_a_default_that_nobody_wrote_is_not_said() -> None:
    before = {"programme": {"quota": {"people": 5}}}
    after = {"programme": {"quota": {"people": 5, "every": "year"}}}
    assert changes(before, after) == {}


def test_items_are_paired_by_name_whatever_their_order() -> None:
    first, second = {"who": "MEF", "role": "budget"}, {"who": "NBC", "role": "rails"}
    other = {"who": "NBC", "role": "payment rails"}
    found = changes({"stakeholders": [first, second]}, {"stakeholders": [other, first]})
    assert found == {"stakeholders[1].role": Kind.REPLACED}


def test_two_items_of_one_name_are_both_compared() -> None:
    one, two = {"who": "MEF", "role": "budget"}, {"who": "MEF", "role": "debt"}
    assert changes({"stakeholders": [one, two]}, {"stakeholders": [one]}) == {
        "stakeholders[1]": Kind.ONLY_OLD
    }


def test_no_benefits_at_all_is_something_that_is_said() -> None:
    before: dict[str, Any] = {"programme": {"benefits": "unknown"}}
    assert changes(before, {"programme": {"benefits": "none"}}) == {
        "programme.benefits": Kind.BECAME_KNOWN
    }


def test_another_measurement_that_computes_is_a_replaced_figure_only() -> None:
    both = [{"id": "a", "value": "33%"}, {"id": "b", "value": "67%"}]
    before = {"wallets": {"account_ownership": {"use": "a", "measurements": both}}}
    after = {"wallets": {"account_ownership": {"use": "b", "measurements": both}}}
    assert changes(before, after) == {"wallets.account_ownership": Kind.REPLACED}


def test_a_measurement_beside_the_one_that_computes_is_compared_as_well() -> None:
    def ownership(other: str) -> dict[str, Any]:
        both = [{"id": "a", "value": "33%"}, {"id": "b", "value": other}]
        return {"wallets": {"account_ownership": {"use": "a", "measurements": both}}}

    path = "wallets.account_ownership.measurements[b]"
    assert changes(ownership("67%"), ownership("70%")) == {path: Kind.REPLACED}


COUNTS = st.one_of(st.integers(0, 10**9), st.sampled_from(["unknown", "TODO(human)"]))
FUNNELS = st.dictionaries(st.sampled_from(["applied", "studying", "graduated", "paid"]), COUNTS)


@given(FUNNELS, FUNNELS)
def test_exactly_what_differs_is_told(old: dict[str, Any], new: dict[str, Any]) -> None:
    found = changes({"programme": {"actual": old}}, {"programme": {"actual": new}})
    names = {name for name in (*old, *new) if old.get(name) != new.get(name)}
    assert {*found} == {f"programme.actual.{name}" for name in names}
