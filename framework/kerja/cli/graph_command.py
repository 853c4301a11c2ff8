"""kerja graph: the programme's workflow as text, Mermaid, DOT, JSON or SVG."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kerja.blueprint import Blueprint, adapt
from kerja.cli.arguments import deliver, output_option, profiles_option
from kerja.cli.soundness import sound
from kerja.workflow import to_dot, to_json, to_mermaid, to_svg, to_text


@click.command("graph")
@click.argument("name", metavar="PROFILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "mermaid", "dot", "svg", "json"]),
    default="text",
    show_default=True,
)
@output_option
@profiles_option
def command(*, name: str, form: str, output: Path | None, profiles: Path | None) -> None:
    """Draw the workflow of a profile, adapted to its country."""
    found = sound(name, profiles, with_options=False)
    deliver(_drawn(adapt(found.examination.profile), form), output)


def _drawn(blueprint: Blueprint, form: str) -> str:
    workflow = blueprint.workflow
    if form == "json":
        return json.dumps(to_json(workflow), ensure_ascii=False, indent=1)
    if form == "svg":
        country = blueprint.profile.country.name or blueprint.profile.origin.name
        return to_svg(workflow, title=f"{country}: the journey of a participant")
    writers = {"text": to_text, "mermaid": to_mermaid, "dot": to_dot}
    return writers[form](workflow)
