"""kerja power: what an evaluation by lottery can see, and how many persons it needs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kerja.cli.arguments import profiles_option
from kerja.cli.power_text import power_text
from kerja.cli.soundness import sound
from kerja.forecast.power import power_of
from kerja.forecast.power_as_json import to_json


@click.command("power")
@click.argument("name", metavar="PROFILE")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@profiles_option
def command(*, name: str, form: str, profiles: Path | None) -> None:
    """Tell what an evaluation by lottery can see, beside the published effects.

    The smallest effect on work and income that the draw can show, the persons it needs, and what
    take-up, lost interviews, groups and a second try of those not drawn do to both.
    """
    profile = sound(name, profiles, with_options=False).examination.profile
    found = power_of(profile)
    if form == "json":
        click.echo(json.dumps({"profile": name} | to_json(found), ensure_ascii=False, indent=1))
    else:
        title = profile.title or profile.country.name or name
        click.echo(power_text(found, title, profile.country.currency or ""))
