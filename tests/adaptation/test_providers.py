"""Rules on providers: price, ownership, concentration, reach, quality, and who matches jobs."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adaptation.rulings import Case, adapted, change, decided, is_proven, texts

from kerja.adaptation import Gate, Outcome


def training(**facts: Any) -> dict[str, Any]:
    return {"training": facts}


def voucher(amount: str, price: str) -> dict[str, Any]:
    benefit = {"id": "v", "kind": "voucher", "amount": amount, "paid_to": "provider"}
    return {"programme": {"benefits": [benefit]}, "training": {"average_price": price}}


CASES = [
    Case("TRN-03", training(price_benchmark="no"),
         training(price_benchmark="yes", free_content_overlap="no"), training(),
         ("training.price_benchmark", "training.free_content_overlap")),
    Case("TRN-04", voucher("KHR 100_000", "KHR 300_000"), voucher("KHR 400_000", "KHR 300_000"),
         voucher("KHR 100_000", "unknown"), ("training.average_price",)),
    Case("TRN-06", training(platform_provider_ownership_link="yes"),
         training(platform_provider_ownership_link="no"), training(),
         ("training.platform_provider_ownership_link",)),
    Case("TRN-07", training(top_provider_share="45%"), training(top_provider_share="5%"),
         training(), ("training.top_provider_share",)),
    Case("TRN-08", training(districts_with_provider_share="30%"),
         training(districts_with_provider_share="95%"), training(),
         ("training.districts_with_provider_share",)),
    Case("TRN-09", training(quality_body="no"), training(quality_body="yes"), training(),
         ("training.quality_body",)),
    Case("TRN-10", {"job_matching": {"public_service": "no"}},
         {"job_matching": {"public_service": "yes"}}, {}, ("job_matching.public_service",)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_journey_stands_whoever_trains(case: Case) -> None:
    found = adapted(case.fires)
    assert found.conflicts == ()
    assert is_proven(found.workflow)


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("TRN-07", training(top_provider_share="21%")),
        ("TRN-08", training(districts_with_provider_share="58%")),
    ],
)
def test_close_to_a_judged_threshold_a_rule_advises(rule: str, facts: dict[str, Any]) -> None:
    assert decided(rule, facts).outcome is Outcome.ADVISED


def test_what_a_voucher_does_not_pay_for_has_three_ways_out_and_no_setting() -> None:
    made = change("TRN-04", voucher("KHR 100_000", "KHR 300_000"))
    assert len(made.proposals) == 3
    assert made.settings == {}
    assert "300" in made.proposals[0]


def test_the_order_of_price_and_voucher_decides_to_the_riel() -> None:
    even = voucher("KHR 300_000", "KHR 300_000")
    assert decided("TRN-04", even).outcome is Outcome.NOT_FIRED


def test_courses_that_repeat_what_is_free_are_refused_and_no_price_is_set_for_it() -> None:
    facts = training(free_content_overlap="yes")
    assert change("TRN-03", facts).settings == {"catalogue.duplicate_of_free_content": "refused"}
    assert decided("TRN-03", training(price_benchmark="yes")).outcome is Outcome.UNKNOWN


def test_a_free_place_needs_no_voucher_that_buys_a_course() -> None:
    place = {"id": "t", "kind": "free-place", "amount": "KHR 5"}
    facts = {"programme": {"benefits": [place]}, **training(average_price="KHR 300")}
    assert decided("TRN-04", facts).outcome is Outcome.NOT_FIRED


def test_several_vouchers_are_added_up() -> None:
    vouchers = [{"id": f"v{n}", "kind": "voucher", "amount": "KHR 200"} for n in range(2)]
    facts = {"programme": {"benefits": vouchers}, **training(average_price="KHR 300")}
    assert decided("TRN-04", facts).outcome is Outcome.NOT_FIRED


def test_common_ownership_closes_a_gate_and_stops_no_document() -> None:
    decision = decided("TRN-06", training(platform_provider_ownership_link="yes"))
    assert decision.gate is Gate.CLOSED
    assert "declared" in texts(change("TRN-06", CASES[2].fires), "accreditation-guideline")


def test_without_a_service_for_jobs_no_placement_is_promised() -> None:
    facts = {"job_matching": {"public_service": "no"}}
    workflow = adapted(facts).workflow
    assert "job_matching" not in workflow
    assert "job_board_link" in workflow
    assert change("TRN-10", facts).settings["outcomes.placement_claim"] == "none"
