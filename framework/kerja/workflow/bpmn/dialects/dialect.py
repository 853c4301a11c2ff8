"""What every dialect of BPMN says alike; by itself the plain one, with FEEL and no vendor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kerja.workflow.bpmn.elements import FEEL, Attributes, Element, element
from kerja.workflow.bpmn.expressions import Expression, iso_duration
from kerja.workflow.bpmn.inputs import DECISION
from kerja.workflow.bpmn.printing import feel
from kerja.workflow.bpmn.process import Assignment, Node


@dataclass(frozen=True, slots=True)
class Detail:
    """What a dialect says of a task.

    `tag` replaces the usual element, `body` follows the flows, as the schema wants it.
    """

    attributes: Attributes = field(default_factory=dict)
    extensions: Sequence[Element] = ()
    body: Sequence[Element] = ()
    tag: str = ""


class Dialect:
    """The plain dialect, from which the others differ; it holds no state."""

    name = "plain"
    prefixes: tuple[str, ...] = ()
    """Prefixes beyond those of BPMN and of Kerja."""

    def definitions(self) -> Attributes:
        """Return attributes of the root."""
        return {"expressionLanguage": FEEL}

    def process(self) -> Attributes:
        """Return attributes of the process."""
        return {}

    def condition(self, expression: Expression) -> str:
        """Return the text of a condition."""
        return feel(expression)

    def duration(self, days: float) -> str:
        """Return the text of a timer that counts days."""
        return iso_duration(days)

    def moment(self, variable: str) -> str:
        """Return the text of a timer that ends at the moment that a variable holds."""
        return variable

    def message(self) -> Sequence[Element]:
        """Return extensions of a message."""
        return ()

    def task(self, node: Node) -> Detail:
        """Return what is said of a user, service, rule or receive task."""
        if node.kind == "rule":
            return Detail(extensions=[element("kerja:decision", {"id": DECISION})])
        return Detail()

    def script(self, node: Node) -> Detail:
        """Return what is said of the task that sets variables."""
        script = element("bpmn:script", text=context(node.sets))
        return Detail({"scriptFormat": FEEL}, body=[script])


def context(sets: Sequence[Assignment]) -> str:
    """Return a context of FEEL whose entries are the new values of variables."""
    return "{" + ", ".join(f"{one.variable}: {feel(one.value)}" for one in sets) + "}"
