"""Rows of what is open: points to decide, findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kerja.adaptation import Point
from kerja.adaptation.sheet import HUMAN
from kerja.findings import Finding, Kind
from kerja.targets.printing import Printer
from kerja.targets.views.design import grouped


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point that only a person can decide."""

    id: str
    question: str
    owner: str
    due: str
    waits: str
    rule: str
    place: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding; `accepted` holds the reason where somebody accepted it."""

    code: str
    name: str
    message: str
    hint: str
    place: str
    severity: str
    accepted: str


def point_rows(points: Iterable[Point], printer: Printer) -> tuple[PointRow, ...]:
    """Return the points to decide; nobody and no date yet is said in words."""
    return tuple(
        PointRow(
            id=point.id,
            question=point.question,
            owner=_named(point.owner, "to be named", printer),
            due=_named(point.due, "to be set", printer),
            waits=point.waits,
            rule=point.rule,
            place=point.place.in_short,
        )
        for point in points
    )


def _named(text: str, otherwise: str, printer: Printer) -> str:
    return printer.say(otherwise) if text == HUMAN else text


def finding_rows(findings: Iterable[Finding], printer: Printer) -> tuple[FindingRow, ...]:
    """Return findings as a table shows them."""
    return tuple(
        FindingRow(
            code=finding.code,
            name=finding.name,
            message=_told(finding, finding.message, printer),
            hint=_told(finding, finding.hint, printer),
            place=finding.place.in_short,
            severity=finding.severity.value,
            accepted=finding.accepted,
        )
        for finding in findings
    )


def _told(finding: Finding, text: str, printer: Printer) -> str:
    """A fault speaks of the text of the profile, which is quoted as it is written."""
    return grouped(text, printer) if finding.kind is Kind.FEASIBILITY else text
