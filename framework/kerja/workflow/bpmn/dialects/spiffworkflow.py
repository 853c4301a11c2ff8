"""The dialect of SpiffWorkflow, from release 3.2.0: expressions are Python."""

from __future__ import annotations

from kerja.workflow.bpmn.dialects.dialect import Detail, Dialect
from kerja.workflow.bpmn.elements import Attributes, element
from kerja.workflow.bpmn.expressions import Constant, Expression, iso_duration
from kerja.workflow.bpmn.inputs import DECISION, INPUTS
from kerja.workflow.bpmn.printing import python
from kerja.workflow.bpmn.process import Assignment, Node
from kerja.workflow.bpmn.variables import is_count


class SpiffWorkflow(Dialect):
    """Timers are evaluated as Python too, so a duration stands in quotes."""

    name = "spiffworkflow"
    prefixes = ("spiffworkflow",)

    def definitions(self) -> Attributes:
        """Return nothing: the engine knows but one language."""
        return {}

    def condition(self, expression: Expression) -> str:
        """Return Python."""
        return python(expression, _value)

    def duration(self, days: float) -> str:
        """Return a Python text."""
        return f'"{iso_duration(days)}"'

    def task(self, node: Node) -> Detail:
        """Return the operator of a service, or the decision with what makes missing input None."""
        if node.kind == "service":
            operator = {"id": f"kerja/{node.id}", "resultVariable": f"{node.id}_result"}
            parameters = element("spiffworkflow:parameters")
            called = element("spiffworkflow:serviceTaskOperator", operator, [parameters])
            return Detail(extensions=[called])
        if node.kind == "rule":
            given = element("spiffworkflow:preScript", text="\n".join(map(_given, INPUTS)))
            decision = element("spiffworkflow:calledDecisionId", text=DECISION)
            return Detail(extensions=[given, decision])
        return Detail()

    def script(self, node: Node) -> Detail:
        """Return Python statements."""
        script = element("bpmn:script", text="\n".join(map(_statement, node.sets)))
        return Detail({"scriptFormat": "python"}, body=[script])


def _statement(one: Assignment) -> str:
    """Return the statement that sets a variable; a count is kept in a second one too.

    Branches that run at the same time have copies of all variables, and a join keeps for each the
    copy of the branch that came last, but unites what dictionaries hold. So tries are entries of
    one, and none is forgotten.
    """
    if not is_count(one.variable):
        return f"{one.variable} = {python(one.value)}"
    tries = f"{one.variable}_tries"
    if isinstance(one.value, Constant):
        return f"{tries} = {{}}\n{one.variable} = 0"
    grown = f"{{**{tries}, str(len({tries}) + 1): True}}"
    return f"{tries} = {grown}\n{one.variable} = len({tries})"


def _value(variable: str) -> str:
    return f"len({variable}_tries)" if is_count(variable) else variable


def _given(variable: str) -> str:
    return f"try:\n    {variable}\nexcept NameError:\n    {variable} = None"
