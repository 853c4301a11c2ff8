"""A finding: what is wrong or does not fit the country, where, and what would be right."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


class Kind(StrEnum):
    """A fault contradicts itself or the language; a feasibility finding is a misfit of the design.

    Errors that are faults stop a build. A feasibility finding never does: it is the answer.
    """

    FAULT = "fault"
    FEASIBILITY = "feasibility"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of text in a file. Lines and columns count from 1; `end_column` is exclusive."""

    file: str
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def in_short(self) -> str:
        """The file's own name and the line: outputs do not tell in which folder they were built."""
        return f"{PurePath(self.file).name}:{self.line}"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem.

    `path` is the dotted name of the value in the profile ("labour_force.employed"), empty where
    the text itself is broken. `accepted` holds the reason of a `# kerja: ignore[...]` comment.
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""
    path: str = ""
    kind: Kind = Kind.FAULT
    related: tuple[Related, ...] = ()
    accepted: str = ""

    @property
    def stops_build(self) -> bool:
        """True for a fault that is an error and was not accepted in place."""
        return self.kind is Kind.FAULT and self.severity is Severity.ERROR and not self.accepted


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted as a reader meets them in the files, without repetitions."""
    unique = dict.fromkeys(findings)
    return tuple(
        sorted(
            unique, key=lambda f: (f.place.file, f.place.line, f.place.column, f.code, f.message)
        )
    )


Paint = Callable[[str, str], str]
"""Takes a role ("error", "warning", "info", "place", "hint", "caret") and a text; colours it."""


def plain_paint(role: str, text: str) -> str:
    """Leave the text as it is."""
    return text


def to_text(
    findings: Iterable[Finding], texts: Mapping[str, str], *, paint: Paint = plain_paint
) -> str:
    """Print findings for people: message, place, the line with a caret, the hint.

    Args:
        findings: in the order to print.
        texts: text of each file by name, for the excerpt.
        paint: colours a part; see `Paint`.
    """
    lines = {name: text.splitlines() for name, text in texts.items()}
    return "\n\n".join(_one(f, lines.get(f.place.file, []), paint) for f in findings)


def _one(finding: Finding, lines: list[str], paint: Paint) -> str:
    weight = finding.severity.value
    if finding.kind is Kind.FEASIBILITY:
        weight = f"feasibility {weight}"
    head = paint(finding.severity.value, f"{weight}[{finding.code}]") + f" {finding.name}"
    out = [f"{head}: {finding.message}", f"  --> {paint('place', str(finding.place))}"]
    out += _excerpt(finding.place, lines, paint)
    out += [f"  also {paint('place', str(r.place))}: {r.message}" for r in finding.related]
    if finding.hint:
        out.append(f"  = {paint('hint', 'hint')}: {finding.hint}")
    if finding.accepted:
        out.append(f"  = accepted here: {finding.accepted}")
    return "\n".join(out)


_WIDEST = 100


def _excerpt(place: Place, lines: list[str], paint: Paint) -> list[str]:
    if not 0 < place.line <= len(lines):
        return []
    line = "".join(" " if unicodedata.category(c) == "Cc" else c for c in lines[place.line - 1])
    start = max(0, place.column - _WIDEST) if len(line) > _WIDEST else 0
    shown = line[start : start + _WIDEST]
    before = line[start : place.column - 1]
    marked = line[place.column - 1 : place.end_column - 1] if place.end_line == place.line else ""
    length = max(1, min(_width(marked), _WIDEST - _width(before)))
    number = str(place.line)
    return [
        f"{number} | {shown}",
        f"{' ' * len(number)} | {' ' * _width(before)}{paint('caret', '^' * length)}",
    ]


def _width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return wide - sum(1 for c in text if unicodedata.combining(c))


def to_data(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Return findings as plain data for JSON, with stable keys."""
    return [
        {
            "code": f.code,
            "name": f.name,
            "severity": f.severity.value,
            "kind": f.kind.value,
            "message": f.message,
            "hint": f.hint,
            "path": f.path,
            **_place_data(f.place),
            "related": [{"message": r.message, **_place_data(r.place)} for r in f.related],
            "accepted": f.accepted or None,
        }
        for f in findings
    ]


def _place_data(place: Place) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line or place.line,
        "end_column": place.end_column or place.column,
    }


def summary(findings: Iterable[Finding]) -> str:
    """Count findings in words: "2 errors, 1 warning; 1 feasibility finding".

    >>> summary([])
    'no findings'
    """
    listed = [f for f in findings if not f.accepted]
    faults = [f for f in listed if f.kind is Kind.FAULT]
    parts = [
        _counted(sum(f.severity is severity for f in faults), severity.value, "s")
        for severity in Severity
        if any(f.severity is severity for f in faults)
    ]
    misfits = len(listed) - len(faults)
    if misfits:
        parts.append(_counted(misfits, "feasibility finding", "s"))
    return ", ".join(parts) or "no findings"


def _counted(number: int, noun: str, plural: str) -> str:
    return f"{number} {noun}{plural if number != 1 else ''}"
