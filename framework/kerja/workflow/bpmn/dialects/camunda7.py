"""The dialect of Camunda 7, which Operaton and CIB seven read too: expressions are JUEL."""

from __future__ import annotations

from kerja.workflow.bpmn.dialects.dialect import Detail, Dialect
from kerja.workflow.bpmn.elements import Attributes, element
from kerja.workflow.bpmn.expressions import Expression
from kerja.workflow.bpmn.inputs import DECISION, INPUTS
from kerja.workflow.bpmn.printing import juel
from kerja.workflow.bpmn.process import Node
from kerja.workflow.bpmn.variables import ELIGIBLE, REASON

HISTORY = "P365D"
"""How long the engine keeps finished cases. The engine demands a value; people decide on it."""

_RESULT = "decision"
_PATHS = {name: f"{_RESULT}.{name}" for name in (ELIGIBLE, REASON)}


class Camunda7(Dialect):
    """Services are external tasks; the answer of a decision is one variable with two entries."""

    name = "camunda7"
    prefixes = ("camunda", "modeler")

    def definitions(self) -> Attributes:
        """Return the platform, which tells tools which rules hold."""
        return {
            "modeler:executionPlatform": "Camunda Platform",
            "modeler:executionPlatformVersion": "7.23.0",
        }

    def process(self) -> Attributes:
        """Return how long finished cases are kept."""
        return {"camunda:historyTimeToLive": HISTORY}

    def condition(self, expression: Expression) -> str:
        """Return JUEL."""
        return f"${{{juel(expression, _PATHS)}}}"

    def moment(self, variable: str) -> str:
        """Return the variable as JUEL."""
        return f"${{{variable}}}"

    def task(self, node: Node) -> Detail:
        """Return who takes a task, the topic of a service, or the decision."""
        if node.kind == "user":
            return Detail({"camunda:candidateGroups": node.lane})
        if node.kind == "service":
            return Detail({"camunda:type": "external", "camunda:topic": f"kerja.{node.id}"})
        if node.kind == "rule":
            return _decision()
        return Detail()

    def script(self, node: Node) -> Detail:
        """Return a service that evaluates an expression: only there a date can be reckoned."""
        sets = "".join(_set(one.variable, juel(one.value, _PATHS)) for one in node.sets)
        return Detail({"camunda:expression": sets}, tag="serviceTask")


def _decision() -> Detail:
    """Call the decision. What was never given becomes null, so that the process does not stop."""
    given = "".join(_set(name, f"execution.getVariable('{name}')") for name in INPUTS)
    listener = element("camunda:executionListener", {"event": "start", "expression": given})
    attributes = {
        "camunda:decisionRef": DECISION,
        "camunda:mapDecisionResult": "singleResult",
        "camunda:resultVariable": _RESULT,
    }
    return Detail(attributes, [listener])


def _set(variable: str, value: str) -> str:
    return f"${{execution.setVariable('{variable}', {value})}}"
