"""kerja forecast: people, queues and cash over the years, and what breaks first."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kerja.blueprint import adapt
from kerja.cli.arguments import deliver, output_option, profiles_option
from kerja.cli.forecast_text import forecast_text
from kerja.cli.soundness import sound
from kerja.forecast import RUNS, SEED, forecast, to_json


@click.command("forecast")
@click.argument("name", metavar="PROFILE")
@click.option(
    "--runs",
    type=click.IntRange(min=1),
    default=RUNS,
    show_default=True,
    help="How often to repeat it with other luck.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=SEED,
    show_default=True,
    help="Seed of the luck: the same seed gives the same forecast.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@output_option
@profiles_option
def command(
    *, name: str, runs: int, seed: int, form: str, output: Path | None, profiles: Path | None
) -> None:
    """Forecast who comes, waits and is paid, and what it costs month by month."""
    profile = sound(name, profiles, with_options=False).examination.profile
    found = forecast(adapt(profile), runs=runs, seed=seed)
    if form == "json":
        deliver(json.dumps(to_json(found), ensure_ascii=False, indent=1), output)
    else:
        title = f"{profile.country.name or profile.origin.name}: the forecast"
        deliver(forecast_text(found, title=title), output)
