"""A workflow as text, data, Mermaid and Graphviz."""

import json
import re

from kerja.workflow import (
    InsertBefore,
    Step,
    Workflow,
    edit,
    numbers,
    to_dot,
    to_json,
    to_mermaid,
    to_text,
)

AWKWARD = 'Ask "who" (twice) <b> | #1 \\ `x` ជួយ'


def awkward(journey: Workflow) -> Workflow:
    step = Step("ask", AWKWARD, "manual", "province", "enrol")
    return edit(journey, [InsertBefore(rule="R-1", before="exit", steps=(step,))])[0]


def test_text_fits_eighty_columns(journey: Workflow) -> None:
    lines = to_text(awkward(journey)).splitlines()
    assert max(len(line) for line in lines) <= 80
    assert lines[0] == "ASSESS"


def test_text_tells_deadlines_refusals_and_payments(journey: Workflow) -> None:
    text = to_text(journey)
    assert "within 15 days after step 11, else -> 25 revoke_on_deadline" in text
    assert "not drawn: next batch -> 9 join_batch" in text
    assert "pays the person; needs identity, account, certificate, review" in text


def test_text_names_the_rule_that_brought_a_step_in(journey: Workflow) -> None:
    assert "brought in by R-1" in to_text(awkward(journey))


def test_an_empty_workflow_is_no_text() -> None:
    assert to_text(Workflow()) == ""


def test_steps_are_numbered_as_the_journey_is_told(journey: Workflow) -> None:
    numbered = numbers(journey)
    assert sorted(numbered.values()) == list(range(1, 29))
    assert numbered["release_provider_payment"] < numbered["rate_and_review"]
    assert numbered["exit"] == 28


def test_json_holds_every_step_and_survives_a_round_trip(journey: Workflow) -> None:
    data = to_json(journey)
    assert json.loads(json.dumps(data)) == data
    assert data["start"] == "outreach"
    assert data["ends"] == ["exit"]
    steps = data["steps"]
    assert isinstance(steps, list)
    assert len(steps) == 28


def test_mermaid_ids_are_never_reserved_words_and_labels_are_escaped(journey: Workflow) -> None:
    text = to_mermaid(awkward(journey))
    lines = text.splitlines()
    assert lines[0] == "flowchart TD"
    nodes = [line for line in lines if re.match(r"    n_\w+[\[({]", line)]
    assert len(nodes) == 29
    label = next(line for line in nodes if "n_ask[" in line)
    inner = label.split('"')[1]
    assert not set('()<>|`"') & set(inner.replace("<br/>", ""))
    assert len(label.split('"')) == 3


def test_mermaid_draws_deadlines_dotted(journey: Workflow) -> None:
    assert re.search(r"n_choose_course -\.->\|.+\| n_revoke_on_deadline", to_mermaid(journey))


def test_graphviz_text_has_balanced_braces_and_quoted_labels(journey: Workflow) -> None:
    text = to_dot(awkward(journey))
    bare = re.sub(r'"(\\.|[^"\\])*"', "", text)
    assert bare.count("{") == bare.count("}")
    assert '"' not in bare


def test_writing_twice_gives_the_same_bytes(journey: Workflow) -> None:
    for write in (to_text, to_mermaid, to_dot):
        assert write(journey) == write(Workflow(journey.steps))
