"""Honouring `# kerja: ignore[CODE] reason`: an accepted finding stays visible, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kerja.findings import Finding
from kerja.source import Ignore, fault


def accept(findings: Iterable[Finding], ignores: Sequence[Ignore]) -> tuple[Finding, ...]:
    """Mark the findings that a comment accepts, and report the comments that accept nothing."""
    used: set[tuple[Ignore, str]] = set()
    marked = [_marked(finding, ignores, used) for finding in findings]
    unused = [
        fault(
            "unused-acceptance", f"nothing on line {ignore.line} is found as {code}", ignore.place
        )
        for ignore in ignores
        for code in ignore.codes
        if (ignore, code) not in used
    ]
    return (*marked, *unused)


def _marked(finding: Finding, ignores: Sequence[Ignore], used: set[tuple[Ignore, str]]) -> Finding:
    for ignore in ignores:
        here = (ignore.file, ignore.line) == (finding.place.file, finding.place.line)
        for code in ignore.codes:
            if here and code in (finding.code, finding.name):
                used.add((ignore, code))
                return replace(finding, accepted=ignore.reason)
    return finding
