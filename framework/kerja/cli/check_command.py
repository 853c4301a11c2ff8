"""kerja check: every problem of a profile, with its place and its cure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from kerja.checks import Examination, examine
from kerja.cli.arguments import folders, paint, profiles_option
from kerja.cli.option_files import missing_options
from kerja.findings import (
    Finding,
    Kind,
    Severity,
    in_reading_order,
    summary,
    to_data,
    to_text,
)
from kerja.source import locate


@click.command("check")
@click.argument("names", metavar="PROFILE...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default="error",
    show_default=True,
    help="Leave with exit code 1 for faults of this weight or more.",
)
@click.option("--select", metavar="CODES", help="Only these: KL101, labour-identity, KL (commas).")
@click.option("--ignore", metavar="CODES", help="Leave these out.")
@click.option("-v", "--verbose", is_flag=True, help="List the checks that lack a figure.")
@profiles_option
def command(*, names: Sequence[str], form: str, fail_on: str, select: str | None,
            ignore: str | None, verbose: bool, profiles: Path | None) -> int:  # fmt: skip
    """Check profiles: files, folders or shipped names.

    A feasibility finding says that the design does not fit the country; it never fails a check.
    """
    examinations = [_examined(name, folders(profiles)) for name in names]
    found = [_filtered(e.findings, _codes(select), _codes(ignore)) for e in examinations]
    if form == "json":
        listed = [_data(*each) for each in zip(names, examinations, found, strict=True)]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=1))
    else:
        for name, examination, findings in zip(names, examinations, found, strict=True):
            _print(name, examination, findings, verbose=verbose)
    return int(any(_fails(f, Severity(fail_on)) for findings in found for f in findings))


def _examined(name: str, looked_in: tuple[Path, ...]) -> Examination:
    """Examine a profile, with the option files that it names and that are not there."""
    examination = examine(name, folders=looked_in)
    absent = missing_options(examination.profile, locate(name, folders=looked_in))
    return replace(examination, findings=in_reading_order((*examination.findings, *absent)))


def _codes(option: str | None) -> tuple[str, ...]:
    return tuple(code.strip() for code in (option or "").split(",") if code.strip())


def _filtered(
    findings: Iterable[Finding], select: tuple[str, ...], ignore: tuple[str, ...]
) -> tuple[Finding, ...]:
    return tuple(f for f in findings if (not select or _named(f, select)) and not _named(f, ignore))


def _named(finding: Finding, codes: tuple[str, ...]) -> bool:
    return any(finding.name == code or finding.code.startswith(code.upper()) for code in codes)


def _fails(finding: Finding, weight: Severity) -> bool:
    heavy = finding.severity.rank <= weight.rank
    return heavy and finding.kind is Kind.FAULT and not finding.accepted


def _data(name: str, examination: Examination, findings: Sequence[Finding]) -> dict[str, object]:
    return {
        "profile": name,
        "findings": to_data(findings),
        "not_evaluated": [
            {"code": n.code, "name": n.name, "lacks": list(n.lacks)}
            for n in examination.not_evaluated
        ],
    }


def _print(
    name: str, examination: Examination, findings: Sequence[Finding], *, verbose: bool
) -> None:
    # What does not fit the country comes first: it is what Kerja is for.
    ordered = sorted(findings, key=lambda f: f.kind is Kind.FAULT)
    if ordered:
        click.echo(to_text(ordered, examination.document.texts, paint=paint()) + "\n")
    lacking = examination.not_evaluated
    click.echo(f"{name}: {summary(findings)}" + _not_evaluated(len(lacking), verbose=verbose))
    if verbose:
        for one in lacking:
            click.echo(f"  {one.code} {one.name} lacks {', '.join(one.lacks)}")


def _not_evaluated(number: int, *, verbose: bool) -> str:
    if not number:
        return ""
    return f"; not evaluated for lack of figures: {number}" + (
        "" if verbose else " (-v lists them)"
    )
