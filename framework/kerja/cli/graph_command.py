"""kerja graph: the programme's workflow as text, Mermaid, DOT, JSON, SVG or BPMN."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from kerja.blueprint import Blueprint, adapt
from kerja.cli.arguments import deliver, output_option, profiles_option
from kerja.cli.soundness import sound
from kerja.cli.step_remarks import step_remarks
from kerja.errors import KerjaError
from kerja.workflow import (
    Workflow,
    changes_to_json,
    changes_to_text,
    to_dot,
    to_json,
    to_mermaid,
    to_svg,
    to_text,
)
from kerja.workflow.bpmn import to_bpmn
from kerja.workflow.measures import Measures, measure

_COMPARABLE = ("text", "mermaid", "dot", "svg", "json")


@click.command("graph")
@click.argument("name", metavar="PROFILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "mermaid", "dot", "svg", "bpmn", "json"]),
    default="text",
    show_default=True,
)
@click.option(
    "--against",
    metavar="OTHER",
    help="Show what PROFILE adds (+), removes (-) and changes (~) against this profile.",
)
@output_option
@profiles_option
def command(
    *, name: str, form: str, against: str | None, output: Path | None, profiles: Path | None
) -> None:
    """Draw the workflow of a profile, adapted to its country."""
    if against is not None and form not in _COMPARABLE:
        raise KerjaError(
            f"{form} has no way to show a comparison: it describes one workflow that runs",
            f"leave out --against, or choose --format {', '.join(_COMPARABLE)}",
        )
    blueprint = _adapted(name, profiles)
    if against is None:
        deliver(_drawn(blueprint, form), output)
    else:
        old = _adapted(against, profiles).workflow
        deliver(_compared(blueprint, old, form, between=(against, name)), output)


def _adapted(name: str, profiles: Path | None) -> Blueprint:
    return adapt(sound(name, profiles, with_options=False).examination.profile)


def _title(blueprint: Blueprint) -> str:
    country = blueprint.profile.country.name or blueprint.profile.origin.name
    return f"{country}: the journey of a participant"


def _drawn(blueprint: Blueprint, form: str) -> str:
    workflow = blueprint.workflow
    if form == "bpmn":
        return to_bpmn(workflow, name=_title(blueprint))
    measures = _measured(workflow)
    if form == "json":
        return json.dumps(to_json(workflow, measures=measures), ensure_ascii=False, indent=1)
    remarks = step_remarks(workflow, measures) if measures else {}
    writers: Mapping[str, Callable[[], str]] = {
        "text": lambda: to_text(workflow, remarks=remarks, measures=measures),
        "mermaid": lambda: to_mermaid(workflow, remarks=remarks),
        "dot": lambda: to_dot(workflow, remarks=remarks),
        "svg": lambda: to_svg(workflow, title=_title(blueprint), remarks=remarks),
    }
    return writers[form]()


def _measured(workflow: Workflow) -> Measures | None:
    try:
        return measure(workflow)
    except KerjaError as problem:
        click.echo(f"drawn without measures: {problem.message}", err=True)
        return None


def _compared(blueprint: Blueprint, old: Workflow, form: str, *, between: tuple[str, str]) -> str:
    new = blueprint.workflow
    title = f"{_title(blueprint)}, compared with {between[0]}"
    if form == "json":
        names = dict(zip(("old", "new"), between, strict=True))
        return json.dumps(names | changes_to_json(old, new), ensure_ascii=False, indent=1)
    writers: Mapping[str, Callable[[], str]] = {
        "text": lambda: f"{' -> '.join(between)}\n{changes_to_text(old, new)}",
        "mermaid": lambda: to_mermaid(new, against=old),
        "dot": lambda: to_dot(new, against=old),
        "svg": lambda: to_svg(new, title=title, against=old),
    }
    return writers[form]()
