"""The difference of two workflows as plain data with stable keys, ready to be written as JSON."""

from __future__ import annotations

from kerja.workflow.as_json import Json, to_json
from kerja.workflow.comparing import StepDifference, compare
from kerja.workflow.workflow import Workflow


def changes_to_json(old: Workflow, new: Workflow) -> dict[str, Json]:
    """Return {added, removed, changed, unchanged}.

    Added and removed steps are whole; a changed one has under `parts` what differs, as it was in
    `old` and is in `new`. `unchanged` is a number of steps.
    """
    compared = compare(old, new)
    before, now = _by_id(old), _by_id(new)
    return {
        "added": [now[one.step.id] for one in compared.added],
        "removed": [before[one.step.id] for one in compared.removed],
        "changed": [
            _changed(one, before[one.step.id], now[one.step.id]) for one in compared.changed
        ],
        "unchanged": compared.unchanged,
    }


def _by_id(workflow: Workflow) -> dict[str, dict[str, Json]]:
    steps = to_json(workflow)["steps"]
    found = [step for step in steps if isinstance(step, dict)] if isinstance(steps, list) else []
    return {
        str(step["id"]): step | {"start": step["id"] == workflow.start} for step in reversed(found)
    }


def _changed(one: StepDifference, before: dict[str, Json], now: dict[str, Json]) -> Json:
    parts: dict[str, Json] = {
        part.key: {"old": before[part.key], "new": now[part.key]} for part in one.parts
    }
    return {"id": one.step.id, "number": now["number"], "name": one.step.name, "parts": parts}
