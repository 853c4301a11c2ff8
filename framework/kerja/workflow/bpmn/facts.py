"""What a profile says of a step, in Kerja's own extension elements; what is unknown is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerja.profile import Range
from kerja.workflow.bpmn.elements import Attributes, Element, element
from kerja.workflow.bpmn.variables import ProcessVariable
from kerja.workflow.step import Step, Way


def step_facts(step: Step) -> Iterator[Element]:
    """Yield lane, phase, days, cost, capacity and proofs of a step."""
    yield element(
        "kerja:step",
        {
            "kind": step.kind,
            "lane": step.lane,
            "phase": step.phase,
            **_span("days", step.service_days),
            "capacityDay": step.capacity_day,
            "unitCost": step.unit_cost,
            "currency": step.currency,
            "pays": step.pays,
            "needs": " ".join(step.needs),
            "gives": " ".join(step.gives),
            "rule": step.rule,
        },
    )


def way_facts(code: str, way: Way) -> Element:
    """Return the outcome of a way, and the share of persons who take it."""
    return element(
        "kerja:way",
        {
            "outcome": code,
            **_span("share", way.share),
            "shareOf": way.share_of,
            "atMost": way.at_most,
        },
    )


def variable_facts(variables: Sequence[ProcessVariable]) -> Iterator[Element]:
    """Yield the variables of a process with who sets them."""
    for one in variables:
        yield element(
            "kerja:variable",
            {
                "name": one.name,
                "holds": one.holds,
                "setBy": one.set_by,
                "values": " ".join(one.values),
            },
        )


def _span(name: str, span: Range | None) -> Attributes:
    if span is None:
        return {}
    return {f"{name}Low": span.low, f"{name}Mode": span.mode, f"{name}High": span.high}
