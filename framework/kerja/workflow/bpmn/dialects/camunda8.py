"""The dialect of Camunda 8: expressions are FEEL behind an equals sign."""

from __future__ import annotations

from collections.abc import Sequence

from kerja.workflow.bpmn.dialects.dialect import Detail, Dialect, context
from kerja.workflow.bpmn.elements import Attributes, Element, element
from kerja.workflow.bpmn.expressions import Expression
from kerja.workflow.bpmn.inputs import DECISION
from kerja.workflow.bpmn.printing import feel
from kerja.workflow.bpmn.process import Node
from kerja.workflow.bpmn.variables import ELIGIBLE, PARTICIPANT, REASON

_RESULT = "decision"
_SET = "set"


class Camunda8(Dialect):
    """Services are jobs; forms and task lists are the programme's own, named by a reference."""

    name = "camunda8"
    prefixes = ("zeebe", "modeler")

    def definitions(self) -> Attributes:
        """Return the platform, which tells tools which rules hold."""
        return {
            "modeler:executionPlatform": "Camunda Cloud",
            "modeler:executionPlatformVersion": "8.7.0",
        }

    def condition(self, expression: Expression) -> str:
        """Return FEEL as an expression; without the sign it would be a text."""
        return f"={feel(expression)}"

    def moment(self, variable: str) -> str:
        """Return the variable as an expression."""
        return f"={variable}"

    def message(self) -> Sequence[Element]:
        """Return the variable by which a message finds its case."""
        return [element("zeebe:subscription", {"correlationKey": f"={PARTICIPANT}"})]

    def task(self, node: Node) -> Detail:
        """Return the form and group of a person, the job of a service, or the decision."""
        if node.kind == "user":
            form = {"externalReference": f"kerja/{node.id}"}
            group = {"candidateGroups": node.lane}
            return Detail(
                extensions=[
                    element("zeebe:userTask"),
                    element("zeebe:formDefinition", form),
                    element("zeebe:assignmentDefinition", group),
                ]
            )
        if node.kind == "service":
            job = element("zeebe:taskDefinition", {"type": f"kerja.{node.id}"})
            return Detail(extensions=[job])
        if node.kind == "rule":
            called = {"decisionId": DECISION, "resultVariable": _RESULT}
            decision = element("zeebe:calledDecision", called)
            return Detail(extensions=[decision, _outputs(_RESULT, (ELIGIBLE, REASON))])
        return Detail()

    def script(self, node: Node) -> Detail:
        """Return a script whose entries become variables."""
        script = {"expression": f"={context(node.sets)}", "resultVariable": _SET}
        names = tuple(one.variable for one in node.sets)
        return Detail(extensions=[element("zeebe:script", script), _outputs(_SET, names)])


def _outputs(result: str, names: Sequence[str]) -> Element:
    outputs = [
        element("zeebe:output", {"source": f"={result}.{name}", "target": name}) for name in names
    ]
    return element("zeebe:ioMapping", {}, outputs)
