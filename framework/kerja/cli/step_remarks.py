"""What is measured of a step, in a few words beside it: who ever comes there, how busy it is."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.workflow import Workflow, reading_order
from kerja.workflow.measures import Bounds, Measures, StepMeasure


def step_remarks(workflow: Workflow, measures: Measures) -> dict[str, str]:
    """Return a short remark on steps by id.

    Nothing is said where all come or nothing is known, nor again where it is the same as for the
    step that is told before.

    >>> from kerja.workflow.measures import measure
    >>> step_remarks(Workflow(), measure(Workflow()))
    {}
    """
    found = {one.step: one for one in measures.steps}
    remarks: dict[str, str] = {}
    before = ""
    for step in reading_order(workflow):
        told = ", ".join(_told(found[step.id])) if step.id in found else ""
        if told and told != before:
            remarks[step.id] = told
        before = told
    return remarks


def _told(measured: StepMeasure) -> Iterator[str]:
    reach = _reach(measured.reach)
    if reach:
        yield f"reached by {reach}"
    busy = _span(measured.load.utilisation) if measured.load and measured.load.utilisation else ""
    if busy:
        yield f"busy to {busy}"


def _reach(of: Bounds) -> str:
    """Say a share of persons; "" where it is all of them or may be anything."""
    if of.high is not None and of.high < 1:
        return _span(of)
    return f"at least {of.low:.0%}" if 0 < of.low < 1 else ""


def _span(of: Bounds) -> str:
    low = f"{of.low:.0%}"
    if of.high is None:
        return f"at least {low}" if of.low > 0 else ""
    high = f"{of.high:.0%}"
    if low == high:
        return low
    return f"{low[:-1]}–{high}" if of.low > 0 else f"at most {high}"
