"""Examining one profile: read it, check it, and honour what was accepted in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kerja.checks.acceptance import accept
from kerja.checks.registry import NotEvaluated, all_checks, run, run_on_workflow
from kerja.findings import Finding, in_reading_order
from kerja.profile import Profile
from kerja.profile.reading import read_profile
from kerja.source import Document, locate
from kerja.workflow import build_workflow


@dataclass(frozen=True, slots=True)
class Examination:
    """A profile with everything that was found in its text, its shape and its content."""

    profile: Profile
    document: Document
    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]

    @property
    def is_sound(self) -> bool:
        """True if nothing stops a build."""
        return not any(finding.stops_build for finding in self.findings)


def examine(name: str, *, folders: Sequence[Path]) -> Examination:
    """Read and check a profile.

    Args:
        name: a file, a folder with profile.yaml, or the name of a profile in `folders`.
        folders: where names and parents are looked for, nearest first.

    Raises:
        KerjaError: there is no such profile, or it is not a text file.
    """
    path = locate(name, folders=folders)
    profile, document, findings = read_profile(path, folders=folders)
    checked = run(profile, all_checks())
    on_workflow = run_on_workflow(build_workflow(profile), profile, all_checks())
    found = (*findings, *checked.findings, *on_workflow.findings)
    return Examination(
        profile=profile,
        document=document,
        findings=in_reading_order(accept(found, document.ignores)),
        not_evaluated=(*checked.not_evaluated, *on_workflow.not_evaluated),
    )
