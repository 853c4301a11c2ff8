"""kerja diff: what differs between two profiles, and what the difference does."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kerja.cli.arguments import profiles_option
from kerja.cli.drafting import drafted
from kerja.cli.plan_text import plan_text
from kerja.comparison import Version, diff, to_json


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@profiles_option
def command(*, old: str, new: str, form: str, profiles: Path | None) -> None:
    """Show what changes from OLD to NEW: values, rules, journey, people, cost, limits.

    Both are profiles: files, folders or shipped names. An option file is one as well.
    """
    plan = diff(_version(old, profiles), _version(new, profiles))
    if form == "json":
        click.echo(json.dumps(to_json(plan), ensure_ascii=False, indent=1))
    else:
        click.echo(plan_text(plan))


def _version(name: str, profiles: Path | None) -> Version:
    found = drafted(name, profiles)
    return Version(name, found.blueprint, found.options, found.limits, found.register)
