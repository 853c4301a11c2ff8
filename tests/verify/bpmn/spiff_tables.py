"""Evaluate decision tables in SpiffWorkflow.

Task: [{"file": path, "grid": [inputs, ...]}]. Answer: [[outputs or {"error": text}, ...], ...].
Runs in the Python of the consumers.
"""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace
from typing import Any

from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine  # type: ignore[import-not-found]
from SpiffWorkflow.spiff.parser import SpiffBpmnParser  # type: ignore[import-not-found]


def main() -> None:
    """Read the task, print the answer."""
    json.dump([_answers(table) for table in json.load(sys.stdin)], sys.stdout)


def _answers(table: dict[str, Any]) -> list[dict[str, Any]]:
    parser = SpiffBpmnParser()
    parser.add_dmn_file(table["file"])
    (name,) = parser.dmn_parsers
    engine = parser.get_engine(name, None)
    workflow = SimpleNamespace(script_engine=PythonScriptEngine())
    return [_answer(engine, workflow, inputs) for inputs in table["grid"]]


def _answer(engine: Any, workflow: Any, inputs: dict[str, Any]) -> dict[str, Any]:
    try:
        return dict(engine.result(SimpleNamespace(data=dict(inputs), workflow=workflow)))
    except Exception as error:  # an engine's refusal is part of the answer
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    main()
