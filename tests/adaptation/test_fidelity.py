"""How a design stands to the model: silence is unknown, removal is not used, nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.countries import blueprint, country, read_text

from kerja.adaptation import Feature, Likeness, fidelity
from kerja.profile import Profile

HEAD = "kerja: 1\nkind: country\nextends: prakerja-2023\ncountry: {code: KHM, currency: KHR}\n"


def features(profile: Profile) -> dict[str, Feature]:
    return {feature.path: feature for feature in fidelity(profile, country("prakerja-2023"))}


def likeness(profile: Profile) -> dict[str, Likeness]:
    return {path: feature.likeness for path, feature in features(profile).items()}


def test_cambodia_stands_to_the_model_as_its_sources_say() -> None:
    found = likeness(country("examples/cambodia"))
    assert found == {
        "programme.channels": Likeness.SAME,
        "programme.eligibility": Likeness.DIFFERENT,
        "programme.household_cap": Likeness.UNKNOWN,
        "programme.selection": Likeness.UNKNOWN,
        "programme.batches": Likeness.UNKNOWN,
        "programme.benefits[training]": Likeness.DIFFERENT,
        "programme.benefits[stipend]": Likeness.DIFFERENT,
        "programme.benefits[incentive]": Likeness.NOT_USED,
        "programme.benefits[survey]": Likeness.NOT_USED,
        "programme.deadlines": Likeness.UNKNOWN,
        "programme.modality": Likeness.DIFFERENT,
        "programme.unused_balance": Likeness.UNKNOWN,
        "wallets.paid_through": Likeness.UNKNOWN,
        "workflow.steps": Likeness.DIFFERENT,
    }


def test_a_proposal_in_which_everything_is_open_is_like_nothing_yet() -> None:
    assert set(likeness(country("examples/thailand")).values()) == {Likeness.UNKNOWN}


def test_the_country_of_the_model_is_the_same_where_it_says_the_same() -> None:
    found = features(country("idn"))
    assert found["programme.selection"].likeness is Likeness.SAME
    assert found["workflow.steps"].likeness is Likeness.SAME
    assert not any(feature.inherited for feature in found.values())


def test_silence_is_unknown_and_marked_as_inherited(tmp_path: Path) -> None:
    found = features(read_text(HEAD, tmp_path))
    assert {feature.likeness for feature in found.values()} == {Likeness.UNKNOWN}
    assert all(feature.inherited for feature in found.values())


def test_saying_the_same_as_the_model_is_the_same_and_a_decision(tmp_path: Path) -> None:
    found = features(read_text(HEAD + "programme: {selection: {method: lottery}}\n", tmp_path))
    assert found["programme.selection"].likeness is Likeness.SAME
    assert not found["programme.selection"].inherited


def test_no_benefits_at_all_means_that_none_of_the_model_is_used(tmp_path: Path) -> None:
    found = likeness(read_text(HEAD + "programme: {benefits: none}\n", tmp_path))
    for name in ("training", "incentive", "survey"):
        assert found[f"programme.benefits[{name}]"] is Likeness.NOT_USED


def test_no_household_cap_is_a_choice_and_not_silence(tmp_path: Path) -> None:
    found = likeness(read_text(HEAD + "programme: {household_cap: none}\n", tmp_path))
    assert found["programme.household_cap"] is Likeness.NOT_USED


def test_a_journey_with_another_way_is_different_by_design(tmp_path: Path) -> None:
    text = HEAD + "workflow: {steps: [{id: survey_1, next: [{to: job_matching}]}]}\n"
    assert likeness(read_text(text, tmp_path))["workflow.steps"] is Likeness.DIFFERENT


@pytest.mark.parametrize("name", ["prakerja-2020", "prakerja-2023"])
def test_a_model_is_not_compared_with_itself(name: str) -> None:
    assert fidelity(country(name), country(name)) == ()


def test_without_a_model_there_is_nothing_to_compare() -> None:
    assert fidelity(country("khm"), None) == ()


def test_every_feature_of_a_blueprint_has_a_name_for_people() -> None:
    for feature in blueprint("examples/cambodia").features:
        assert feature.name[0].isupper()
        assert "." not in feature.name
