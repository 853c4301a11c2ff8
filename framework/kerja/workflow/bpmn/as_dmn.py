"""A decision table as DMN 1.3, its cells in the language of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kerja.workflow.bpmn.dialects import HISTORY
from kerja.workflow.bpmn.elements import Element, element, serialised
from kerja.workflow.bpmn.expressions import Constant, Test
from kerja.workflow.bpmn.inputs import DECISION, Input
from kerja.workflow.bpmn.printing import feel, feel_cell, python_cell
from kerja.workflow.bpmn.table import Answer, DecisionTable, Rule
from kerja.workflow.bpmn.variables import ELIGIBLE, REASON

_TYPES = {"text": "string", "number": "number"}


def to_dmn(table: DecisionTable, *, dialect: str = "plain") -> str:
    """Return a table as a DMN 1.3 document with one decision.

    Args:
        table: the decision table.
        dialect: plain and camunda8 have FEEL alone; camunda7 says how long answers are kept;
            spiffworkflow has Python in its cells.
    """
    head = {"id": "Definitions", "name": table.name, "namespace": "urn:kerja:eligibility"}
    kept = {"camunda:historyTimeToLive": HISTORY} if dialect == "camunda7" else {}
    decision = element(
        "dmn:decision",
        {"id": DECISION, "name": table.name, **kept},
        [
            element("dmn:description", text="\n".join(table.notes)),
            element("dmn:variable", {"id": "Result", "name": DECISION}),
            *(_requirement(one) for one in table.inputs),
            _table(table, python_cell if dialect == "spiffworkflow" else feel_cell),
        ],
    )
    root = element("dmn:definitions", head, [decision, *map(_input_data, table.inputs)])
    return serialised(root, ("dmn", "camunda-dmn") if dialect == "camunda7" else ("dmn",))


def _requirement(one: Input) -> Element:
    required = element("dmn:requiredInput", {"href": f"#Data_{one.name}"})
    return element("dmn:informationRequirement", {"id": f"Requires_{one.name}"}, [required])


def _input_data(one: Input) -> Element:
    variable = {"id": f"Variable_{one.name}", "name": one.name, "typeRef": _TYPES[one.holds]}
    return element(
        "dmn:inputData",
        {"id": f"Data_{one.name}", "name": one.name},
        [element("dmn:description", text=one.meaning), element("dmn:variable", variable)],
    )


def _table(table: DecisionTable, cell: Callable[[Test | None], str]) -> Element:
    outputs = [
        element("dmn:output", {"id": f"Output_{name}", "name": name, "typeRef": "string"})
        for name in (ELIGIBLE, REASON)
    ]
    rules = [_rule(table, rule, number, cell) for number, rule in enumerate(table.rules, start=1)]
    return element(
        "dmn:decisionTable",
        {"id": "Table", "hitPolicy": "FIRST"},
        [*map(_input, table.inputs), *outputs, *rules],
    )


def _input(one: Input) -> Element:
    expression = {"id": f"Expression_{one.name}", "typeRef": _TYPES[one.holds]}
    return element(
        "dmn:input",
        {"id": f"Input_{one.name}", "label": one.name.replace("_", " ")},
        [element("dmn:inputExpression", expression, [element("dmn:text", text=one.name)])],
    )


def _rule(
    table: DecisionTable, rule: Rule, number: int, cell: Callable[[Test | None], str]
) -> Element:
    entries = [
        element(
            "dmn:inputEntry",
            {"id": f"Rule_{number}_{one.name}"},
            [element("dmn:text", text=cell(rule.test(one.name)))],
        )
        for one in table.inputs
    ]
    return element("dmn:rule", {"id": f"Rule_{number}"}, [*entries, *_answers(rule.answer, number)])


def _answers(answer: Answer, number: int) -> Iterator[Element]:
    for name, value in ((ELIGIBLE, answer.eligible), (REASON, answer.reason)):
        text = element("dmn:text", text=feel(Constant(value)))
        yield element("dmn:outputEntry", {"id": f"Rule_{number}_{name}"}, [text])
