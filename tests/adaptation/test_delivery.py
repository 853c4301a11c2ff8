"""Rules on who delivers beside the office: provinces, civil society, tracks, and what is asked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts
from tests.countries import country, with_journey, written

from kerja.adaptation import Outcome, all_rules, decide
from kerja.blueprint import adapt
from kerja.profile.packages import yearly_quota

ORGANISATION = {
    "who": "Youth Association",
    "role": "visits villages",
    "kind": "civil-society",
    "channel": "village meetings",
}
OFFICE = {"who": "MEF", "role": "budget", "kind": "government"}
TRACK = {"id": "open-access", "what": "a library of courses", "open_to": ["students", "alumni"]}
CASH = {"benefits": [{"id": "stipend", "kind": "cash", "amount": "KHR 280_000", "at_most": 1}]}
PAID = {
    "id": "pay", "name": "Pay", "kind": "payment", "lane": "finance", "phase": "provide",
    "needs": ["identity", "account"],
}  # fmt: skip


def tracks(**more: Any) -> dict[str, Any]:
    """Return a programme with one track."""
    return {"programme": {"tracks": [{**TRACK, **more}]}}


CASES = [
    Case(
        "INS-05",
        {"institutions": {"decentralised_delivery": "yes"}},
        {"institutions": {"decentralised_delivery": "no"}},
        {},
        ("institutions.decentralised_delivery",),
    ),
    Case(
        "INS-06",
        {"stakeholders": [OFFICE, ORGANISATION]},
        {"stakeholders": [OFFICE]},
        {},
        ("stakeholders",),
    ),
    Case(
        "INS-07",
        {"stakeholders": [OFFICE]},
        {"stakeholders": [OFFICE, ORGANISATION]},
        {},
        ("stakeholders",),
    ),
    Case(
        "LIT-01",
        {"programme": CASH, "workflow": {"steps": [PAID]}},
        {
            "programme": CASH,
            "workflow": {"steps": [PAID]},
            "evaluation": {"literacy_item": "yes"},
        },
        {"programme": CASH},
        ("workflow",),
    ),
    Case(
        "TRK-01",
        tracks(people=5_000),
        tracks(people=5_000, paid_by="a platform"),
        tracks(people="unknown", paid_by="TODO(human)"),
        ("programme.tracks[open-access].people", "programme.tracks[open-access].paid_by"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_whoever_delivers(case: Case) -> None:
    found = adapted({name: part for name, part in case.fires.items() if name != "workflow"})
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def test_a_province_takes_on_complaints_and_nothing_that_decides_or_pays() -> None:
    before = adapt(with_journey(written())).workflow
    after = adapted(CASES[0].fires).workflow
    moved = {step.id for step in after if step.lane != before[step.id].lane}
    assert moved == {"grievance"}
    assert after["grievance"].lane == "province"
    assert after["grievance"].ways == before["grievance"].ways
    assert after["grievance"].rule == "INS-05"


def test_what_else_a_province_could_do_is_proposed_and_asked() -> None:
    profile = with_journey(written(**CASES[0].fires))
    (decision,) = [d for d in decide(profile, all_rules()) if d.rule == "INS-05"]
    assert decision.change is not None
    assert any("Decide on the appeal" in text for text in decision.change.proposals)
    assert "who pays" in decision.question
    assert "who reports" in decision.question


def test_a_journey_whose_complaints_are_elsewhere_is_left_alone() -> None:
    made = change("INS-05", CASES[0].fires)
    assert made.workflow == ()
    assert not any("as well" in text for text in made.proposals)


def test_an_organisation_accompanies_those_who_ask_and_nobody_else() -> None:
    found = adapted(CASES[1].fires).workflow
    helped = found["accompany_applicants"]
    assert helped.lane == "civil-society"
    assert [way.to for way in found["outreach"].ways] == ["register_account", helped.id]
    assert [way.to for way in helped.ways] == ["register_account"]
    manual = texts(change("INS-06", CASES[1].fires), "operations-manual")
    assert "Youth Association: visits villages, channel village meetings" in manual


def test_an_organisation_without_a_channel_is_not_given_one() -> None:
    silent = {name: text for name, text in ORGANISATION.items() if name != "channel"}
    manual = texts(change("INS-06", {"stakeholders": [silent]}), "operations-manual")
    assert "channel to be named" in manual


def test_nobody_is_given_a_duty_where_no_organisation_is_named() -> None:
    made = change("INS-07", CASES[2].fires)
    assert made.workflow == ()
    assert made.settings == {}
    assert "accompany_applicants" not in adapted(CASES[2].fires).workflow


def test_a_track_says_what_is_not_written_and_asks_who_pays_then() -> None:
    decision = decided("TRK-01", CASES[4].fires)
    assert "who pays when the licences run out" in decision.question
    assert decision.change is not None
    assert "open-access (who pays)" in texts(decision.change, "operations-manual")
    neither = texts(change("TRK-01", tracks()), "operations-manual")
    assert "open-access (who pays and for how many)" in neither


def test_a_missing_payer_is_asked_for_though_the_number_is_unknown() -> None:
    assert decided("TRK-01", tracks(people="unknown")).outcome is Outcome.FIRED


def test_silence_on_tracks_is_unknown_and_an_empty_list_is_none() -> None:
    assert decided("TRK-01", {}).lacks == ("programme.tracks",)
    assert decided("TRK-01", {"programme": {"tracks": []}}).outcome is Outcome.NOT_FIRED


def test_who_uses_a_track_is_no_participant() -> None:
    places = {"quota": {"people": 1_000, "every": "year"}}
    assert yearly_quota(written(programme={**places, **tracks(people=5_000)["programme"]})) == 1_000
    assert yearly_quota(written(**tracks(people=5_000))) is None


@pytest.mark.parametrize("answer", ["no", "unknown", "TODO(human)"])
def test_a_question_that_somebody_has_thought_of_is_not_asked_again(answer: str) -> None:
    facts = {**CASES[3].fires, "evaluation": {"literacy_item": answer}}
    assert decided("LIT-01", facts).outcome is Outcome.NOT_FIRED


def test_where_no_cash_is_paid_no_account_teaches_anything() -> None:
    voucher = {"id": "training", "kind": "voucher", "amount": "KHR 280_000", "at_most": 1}
    assert decided("LIT-01", {"programme": {"benefits": [voucher]}}).outcome is Outcome.NOT_FIRED


def test_cash_without_an_account_teaches_nothing_of_accounts() -> None:
    at_agent = {**PAID, "needs": ["identity", "payment-code"]}
    facts = {"programme": CASH, "workflow": {"steps": [at_agent]}}
    assert decided("LIT-01", facts).outcome is Outcome.NOT_FIRED


@pytest.mark.parametrize("name", ["khm", "idn"])
def test_a_commitment_names_its_source(name: str) -> None:
    profile = country(name)
    commitment = profile.institutions.commitment
    assert commitment is not None
    assert commitment.source in profile.sources
