"""Run people through process files in SpiffWorkflow, on a clock that only this file moves.

Task: [{"bpmn": path, "dmn": path, "steps": {step: {"usual": code, "pays": bool}}, "decision": step,
"inputs": {"yes": data, "no": data}, "people": [{"outcomes": {step: [code, ...]}}, ...]}].
Answer: [{"error": text, "lanes": {step: lane}, "runs": [{"visits": [[step, code], ...],
"end": step, "payments": [step, ...], "error": text}, ...]}]. Runs in the Python of the consumers.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter
from typing import Any

import SpiffWorkflow.bpmn.specs.event_definitions.timer as timers  # type: ignore[import-not-found]
from SpiffWorkflow.bpmn import BpmnEvent, BpmnWorkflow
from SpiffWorkflow.bpmn.script_engine import (  # type: ignore[import-not-found]
    PythonScriptEngine,
    TaskDataEnvironment,
)
from SpiffWorkflow.spiff.parser import SpiffBpmnParser  # type: ignore[import-not-found]
from SpiffWorkflow.spiff.specs.event_definitions import (  # type: ignore[import-not-found]
    MessageEventDefinition,
)
from SpiffWorkflow.util.task import TaskState  # type: ignore[import-not-found]

_START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
_MOST_TASKS = 5_000


class _Clock(datetime.datetime):
    """The time that the engine reads."""

    current = _START

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return cls.current


timers.datetime = _Clock
_OPEN = TaskState.READY | TaskState.WAITING


def main() -> None:
    """Read the task, print the answer."""
    json.dump([_answer(process) for process in json.load(sys.stdin)], sys.stdout)


def _answer(process: dict[str, Any]) -> dict[str, Any]:
    try:
        spec, subprocesses = _loaded(process)
    except Exception as error:  # whatever a broken file makes the engine say is the answer
        return {"runs": [], "lanes": {}, "error": f"{type(error).__name__}: {error}"}
    lanes = {task.bpmn_id: task.lane for task in spec.task_specs.values() if task.lane}
    runs = [_Run(process, person).to_end(spec, subprocesses) for person in process["people"]]
    return {"runs": runs, "lanes": lanes, "error": ""}


def _loaded(process: dict[str, Any]) -> tuple[Any, Any]:
    parser = SpiffBpmnParser()
    parser.add_dmn_file(process["dmn"])
    parser.add_bpmn_file(process["bpmn"])
    (name,) = parser.get_process_ids()
    return parser.get_spec(name), parser.get_subprocess_specs(name)


_NAMES = {"datetime": _Clock, "timedelta": datetime.timedelta}


class _Environment(TaskDataEnvironment):  # type: ignore[misc]
    """Services that answer at once; what they did is in the data already."""

    def call_service(self, context: Any, **operation: Any) -> str:
        return json.dumps({"operation": operation["operation_name"]})


class _Run:
    """One person under way: each step is done as drawn, or left until its time is up."""

    def __init__(self, process: dict[str, Any], person: dict[str, Any]) -> None:
        self._process = process
        self._outcomes = person["outcomes"]
        self._times: Counter[str] = Counter()
        self._seen: dict[Any, tuple[str, str]] = {}
        self._tasks: list[Any] = []

    def to_end(self, spec: Any, subprocesses: Any) -> dict[str, Any]:
        _Clock.current = _START
        workflow = BpmnWorkflow(
            spec, subprocesses, script_engine=PythonScriptEngine(_Environment(_NAMES))
        )
        error = ""
        try:
            self._go(workflow)
        except Exception as stopped:  # an engine's refusal is part of the answer
            error = f"{type(stopped).__name__}: {stopped}"
        if not error and not workflow.completed:
            error = f"stuck at {[t.task_spec.name for t in workflow.get_tasks(state=_OPEN)]}"
        visits = [self._visit(task) for task in self._tasks]
        paid = [step for step, code in visits if self._paid(step, code)]
        end = visits[-1][0] if visits else ""
        return {"visits": visits, "end": end, "payments": paid, "error": error}

    def _go(self, workflow: Any) -> None:
        """Do what is ready; if all that is left must be late, let time or a message end it."""
        for _ in range(_MOST_TASKS):
            workflow.refresh_waiting_tasks()
            if workflow.completed:
                return
            task = next(filter(self._may_go_on, workflow.get_tasks(state=_OPEN)), None)
            if task is not None and task.state == TaskState.READY:
                task.run()
            elif task is not None:
                _receive(task)
            elif not (self._is_told(workflow) or _advance(workflow)):
                return

    def _may_go_on(self, task: Any) -> bool:
        """Set what happens in this visit; a task whose deadline is to be missed is left alone."""
        step = task.task_spec.bpmn_id
        if step not in self._process["steps"]:
            return bool(task.state == TaskState.READY)
        if task.state == TaskState.WAITING and not _is_message(task):
            return False
        if task.id not in self._seen:
            self._begin(task, step)
        return self._seen[task.id][1] != "late"

    def _begin(self, task: Any, step: str) -> None:
        codes = self._outcomes.get(step, [])
        code = codes[self._times[step]] if self._times[step] < len(codes) else ""
        self._times[step] += 1
        self._seen[task.id] = (step, code)
        self._tasks.append(task)
        if step == self._process["decision"]:
            usual = self._process["steps"][step]["usual"]
            task.data.update(self._process["inputs"]["yes" if code == usual else "no"])
        if code:
            task.data[f"{step}_outcome"] = code

    def _is_told(self, workflow: Any) -> bool:
        """Send the message that a time is up, for a step that has no timer; false without."""
        late = {step for step, code in self._seen.values() if code == "late"}
        for task in workflow.get_tasks(state=TaskState.WAITING):
            host = task.task_spec.bpmn_id.removeprefix("Late_")
            if _is_message(task) and host in late and host != task.task_spec.bpmn_id:
                _receive(task)
                return True
        return False

    def _visit(self, task: Any) -> tuple[str, str]:
        """Return the step and its outcome as the engine has it: interrupted is late."""
        step, code = self._seen[task.id]
        return step, "late" if task.state == TaskState.CANCELLED else code

    def _paid(self, step: str, code: str) -> bool:
        told = self._process["steps"][step]
        return bool(told["pays"] and code == told["usual"])


def _is_message(task: Any) -> bool:
    definition = getattr(task.task_spec, "event_definition", None)
    return isinstance(definition, MessageEventDefinition)


def _receive(task: Any) -> None:
    """Let the message arrive that a task waits for."""
    task.workflow.send_event(BpmnEvent(task.task_spec.event_definition, {}))


def _advance(workflow: Any) -> bool:
    """Move the clock just past the next time that something waits for; false if nothing does."""
    waiting = workflow.get_tasks(state=TaskState.WAITING)
    values = [task._get_internal_data("event_value") for task in waiting]
    due = [timers.TimerEventDefinition.get_datetime(v) for v in values if isinstance(v, str)]
    if not due:
        return False
    _Clock.current = max(_Clock.current, min(due)) + datetime.timedelta(seconds=1)
    return True


if __name__ == "__main__":
    main()
