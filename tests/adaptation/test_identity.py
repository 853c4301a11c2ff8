"""Rules on identity: nobody is shut out, nobody applies twice, and every branch comes back."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts
from tests.countries import country, written

from kerja.adaptation import Outcome
from kerja.blueprint import adapt
from kerja.profile.journey import WorkflowText
from kerja.workflow import Workflow


def identity(**facts: Any) -> dict[str, Any]:
    return {"identity": facts}


CASES = [
    Case(
        "IDN-01",
        identity(coverage_adults="60%"),
        identity(coverage_adults="97%"),
        identity(coverage_adults="unknown"),
        ("identity.coverage_adults",),
    ),
    Case(
        "IDN-02",
        identity(online_verification="no"),
        identity(online_verification="yes"),
        {},
        ("identity.online_verification",),
    ),
    Case(
        "IDN-03",
        identity(unique_number="no"),
        identity(unique_number="yes"),
        identity(unique_number="TODO(human)"),
        ("identity.unique_number",),
    ),
    Case(
        "IDN-04",
        identity(biometric_lawful="no"),
        identity(biometric_lawful="yes", liveness_available="yes"),
        identity(biometric_lawful="yes"),
        ("identity.liveness_available",),
    ),
    Case(
        "IDN-05",
        identity(coverage_adults={"value": "80%", "men": "88%", "women": "72%"}),
        identity(coverage_adults={"value": "80%", "men": "80%", "women": "81%"}),
        identity(coverage_adults={"value": "80%", "men": "88%"}),
        ("identity.coverage_adults.women",),
    ),
]
FEW, BY_FILE, DOUBLED, NO_FACES = (case.fires["identity"] for case in CASES[:4])
SETS = [
    {name: fact for facts in chosen for name, fact in facts.items()}
    for chosen in product(*(({}, facts) for facts in (FEW, BY_FILE, DOUBLED, NO_FACES)))
]


def usual(workflow: Workflow, start: str, end: str) -> list[str]:
    """Return the usual way from one step to another."""
    found = [start]
    while found[-1] != end:
        way = workflow[found[-1]].usual
        assert way is not None
        found.append(way.to)
    return found


@pytest.mark.parametrize("facts", SETS, ids=lambda facts: "+".join(facts) or "none")
@pytest.mark.parametrize("journey", ["prakerja-2023", "khm"])
def test_whatever_is_known_of_identity_the_journey_stands(
    facts: dict[str, Any], journey: str
) -> None:
    profile = written(identity=facts)
    steps = country(journey).workflow
    found = adapt(profile.model_copy(update={"workflow": steps}))
    assert found.conflicts == ()
    assert is_proven(found.workflow)


@pytest.mark.parametrize("facts", SETS, ids=lambda facts: "+".join(facts) or "none")
def test_no_path_to_eligibility_passes_by_the_search_for_double_applications(
    facts: dict[str, Any],
) -> None:
    workflow = adapted({"identity": facts}).workflow
    before = workflow.predecessors("eligibility_check")
    expected = "deduplicate_fuzzy"
    assert (before == (expected,)) == ("unique_number" in facts)


def test_who_has_no_document_is_attested_numbered_and_referred() -> None:
    workflow = adapted(identity(**FEW)).workflow
    assert usual(workflow, "choose_alternative_document", "eligibility_check") == [
        "choose_alternative_document",
        "local_authority_attestation",
        "provisional_programme_id",
        "id_enrolment_referral",
        "eligibility_check",
    ]
    refused = workflow["local_authority_attestation"].ways[1]
    assert (refused.to, refused.when) == ("appeal", "not attested")


def test_proofs_that_the_country_accepts_are_named_before_usual_ones() -> None:
    usual_proofs = change("IDN-01", identity(**FEW)).settings["identity.accepted"]
    assert usual_proofs == (
        "identity document", "birth certificate with attestation", "refugee card", "voter card",
    )  # fmt: skip
    own = identity(**FEW, document="Khmer identity card", alternatives=["family book"])
    accepted = change("IDN-01", own).settings["identity.accepted"]
    assert accepted == ("Khmer identity card", "family book")


@pytest.mark.parametrize(("share", "reserve"), [("60%", "15%"), ("92%", "8%")])
def test_places_for_people_without_a_document_are_proposed_and_not_reserved(
    share: str, reserve: str
) -> None:
    made = change("IDN-01", identity(coverage_adults=share) | own_threshold("IDN-01", "95%"))
    assert not any(key.startswith("selection.") for key in made.settings)
    assert reserve in made.proposals[0]
    assert "legal opinion" in made.proposals[0]


def own_threshold(rule: str, share: str) -> dict[str, Any]:
    return {"overrides": [{"rule": rule, "threshold": share, "reason": "decided in the council"}]}


def test_a_file_takes_the_place_of_the_check_and_keeps_its_refusal() -> None:
    workflow = adapted(identity(**BY_FILE)).workflow
    assert "verify_identity" not in workflow
    step = workflow["verify_identity_batch_file"]
    assert step.gives == ("identity",)
    assert [(way.when, way.to) for way in step.ways] == [
        ("", "verify_liveness"),
        ("not confirmed", "appeal"),
        ("unclear match", "review_identity_match"),
    ]
    assert [(way.when, way.to) for way in workflow["review_identity_match"].ways] == [
        ("", "verify_liveness"),
        ("not confirmed", "appeal"),
    ]


def test_the_way_for_people_without_a_document_hangs_on_the_check_by_file() -> None:
    workflow = adapted(identity(**FEW, **BY_FILE)).workflow
    leads = {way.when: way.to for way in workflow["verify_identity_batch_file"].ways}
    assert leads["no identity document"] == "choose_alternative_document"


def test_without_faces_the_holder_of_the_account_is_compared_twice_at_most() -> None:
    workflow = adapted(identity(**NO_FACES)).workflow
    assert "verify_liveness" not in workflow
    differs = workflow["wallet_kyc_as_second_factor"].ways[1]
    assert (differs.to, differs.at_most, differs.then) == ("link_account", 2, "appeal")
    linked = workflow["link_account"].usual
    assert linked is not None
    assert linked.to == "wallet_kyc_as_second_factor"


def test_a_journey_that_compares_no_faces_has_nothing_to_remove() -> None:
    profile = written(identity=NO_FACES)
    steps = country("prakerja-2023").workflow.steps
    text = [step for step in steps if step.id != "verify_liveness"]
    moved = [
        step.model_copy(update={"next": (way, *step.next[1:])})
        if step.next and step.next[0].to == "verify_liveness"
        else step
        for step in text
        for way in [_past_faces(step)]
    ]
    journey = WorkflowText(steps=tuple(moved))
    found = adapt(profile.model_copy(update={"workflow": journey}))
    assert found.conflicts == ()
    assert is_proven(found.workflow)


def _past_faces(step: Any) -> Any:
    return step.next[0].model_copy(update={"to": "eligibility_check"}) if step.next else None


def test_a_journey_without_a_check_of_identity_is_a_reported_conflict() -> None:
    facts = {name: fact for case in CASES[:3] for name, fact in case.fires["identity"].items()}
    profile = written(identity=facts)
    steps = country("prakerja-2023").workflow.steps
    text = tuple(step for step in steps if step.id != "verify_identity")
    found = adapt(profile.model_copy(update={"workflow": WorkflowText(steps=text)}))
    assert {conflict.message for conflict in found.conflicts} >= {"no step is verify_identity"}
    assert not {step.rule for step in found.workflow} & {"IDN-01", "IDN-02"}


@pytest.mark.parametrize(
    ("women", "outcome"),
    [
        ("76%", Outcome.NOT_FIRED),
        ("75.4%", Outcome.ADVISED),
        ("75%", Outcome.ADVISED),
        ("74.6%", Outcome.ADVISED),
        ("74%", Outcome.FIRED),
    ],
)
def test_a_gap_within_a_tenth_of_five_points_is_advised(women: str, outcome: Outcome) -> None:
    facts = identity(coverage_adults={"value": "78%", "men": "80%", "women": women})
    decision = decided("IDN-05", facts)
    assert decision.outcome is outcome
    assert decision.comparisons[0].what == "identity document: men less women"


def test_a_country_sets_its_own_gap() -> None:
    facts = identity(coverage_adults={"value": "78%", "men": "80%", "women": "78.5%"})
    decision = decided("IDN-05", facts | own_threshold("IDN-05", "1%"))
    assert decision.outcome is Outcome.FIRED
    assert decision.override == "decided in the council"


def test_measurements_of_the_gap_that_differ_make_it_sensitive() -> None:
    two = [
        {"id": "a", "value": "78%", "men": "88%", "women": "68%"},
        {"id": "b", "value": "80%", "men": "80%", "women": "80%"},
    ]
    facts = identity(coverage_adults={"use": "a", "measurements": two})
    assert decided("IDN-05", facts).outcome is Outcome.SENSITIVE


def test_a_measurement_without_men_and_women_disputes_no_gap() -> None:
    two = [{"id": "a", "value": "78%", "men": "88%", "women": "68%"}, {"id": "b", "value": "80%"}]
    decision = decided("IDN-05", identity(coverage_adults={"use": "a", "measurements": two}))
    assert decision.outcome is Outcome.FIRED
    assert decision.alternatives == {"identity.coverage_adults[a]": True}


def test_women_first_is_proposed_and_not_applied() -> None:
    made = change("IDN-05", CASES[4].fires)
    assert set(made.settings) == {"identity.female_registration_agents", "me.disaggregate"}
    assert "legal opinion" in made.proposals[0]
    assert "women" in texts(made, "communication-plan")
