"""Measures as a table and as data: what is not known is shown as such."""

from __future__ import annotations

import json

from tests.workflow.measures.journeys import step, way

from kerja.profile import Range
from kerja.workflow import Workflow, to_json, to_text
from kerja.workflow.measures import measure, measures_to_json, measures_to_text

COURSE = Workflow(
    (
        step("apply", way("draw"), kind="start"),
        step(
            "draw",
            way("learn", Range(0.2, 0.25, 0.5), share_of="accepted"),
            way("leave"),
            gives=("selected",),
            days=3,
            capacity=40,
            cost=1_000,
        ),
        step("learn", way("pay"), gives=("certificate",), days=Range(10, 20, 30), cost=90_000),
        step("pay", way("leave", 0.9), way("leave", 0.1), kind="payment", capacity=5),
        step("leave"),
    )
)


def cells(text: str, label: str) -> list[str]:
    (line,) = (line for line in text.splitlines() if line.strip().startswith(label))
    return line.strip().removeprefix(label).split()


def test_the_table_shows_lowest_likeliest_and_highest() -> None:
    text = measures_to_text(measure(COURSE))
    assert cells(text, "of 100 applicants, get the certificate") == ["20.0", "25.0", "50.0"]
    assert cells(text, "of 100 applicants, are paid") == ["18.0", "22.5", "45.0"]
    assert cells(text, "of 100 given a place, get the certificate") == ["100.0"] * 3
    assert max(len(line) for line in text.splitlines()) <= 80


def test_what_is_not_known_is_a_question_mark_and_never_nothing() -> None:
    text = measures_to_text(measure(COURSE))
    assert cells(text, "days of an applicant") == ["5.0", "?", "?"]
    assert cells(text, "days to the certificate") == ["13.0", "23.0", "33.0"]
    assert cells(text, "cost of an applicant, KHR") == ["19,000", "?", "?"]
    assert cells(text, "cost of a graduate, KHR") == ["92,000", "?", "?"]
    assert "Missing: 1 time, 1 cost, 1 capacity." in " ".join(text.split())


def test_the_bottleneck_is_told_with_what_it_can_bear() -> None:
    text = measures_to_text(measure(COURSE))
    assert "The bottleneck is pay." in text
    assert cells(text, "applicants a day that it can bear") == ["10.0", "20.0", "25.0"]


def test_the_table_follows_the_steps() -> None:
    text = to_text(COURSE, measures=measure(COURSE))
    assert text.index("\n\nMEASURES") > text.index("leave")
    assert text.endswith("\n")
    assert to_text(Workflow(), measures=measure(Workflow())) == ""


def test_json_holds_every_measure_and_survives_a_round_trip() -> None:
    found = measure(COURSE, intake_day=8)
    data = to_json(COURSE, measures=found)
    assert json.loads(json.dumps(data)) == data
    assert data["measures"] == measures_to_json(found)
    assert "measures" not in to_json(COURSE)
    measures = measures_to_json(found)
    assert measures["intake_day"] == 8
    assert measures["days_to_certificate"] == {"low": 13.0, "likeliest": 23.0, "high": 33.0}
    assert {"field": "workflow.steps[pay].unit_cost", "step": "pay", "datum": "cost"} in (
        measures["missing"] or []  # type: ignore[operator]
    )
