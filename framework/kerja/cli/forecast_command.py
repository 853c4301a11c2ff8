"""kerja forecast: people, queues and cash over the years, and what breaks first."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kerja.blueprint import Blueprint, adapt
from kerja.cli.arguments import deliver, output_option, profiles_option
from kerja.cli.forecast_progress import progress
from kerja.cli.forecast_solution import solution_text
from kerja.cli.forecast_text import forecast_text
from kerja.cli.soundness import sound
from kerja.forecast import (
    SEED,
    WORLDS,
    Executor,
    What,
    compile_scheme,
    executor_at,
    forecast,
    grounds,
    solution_to_json,
    solve,
    to_json,
)
from kerja.profile import Profile

_CONFIDENCE = 0.95


@click.command("forecast")
@click.argument("name", metavar="PROFILE")
@click.option(
    "--runs",
    type=click.IntRange(min=1),
    default=WORLDS,
    show_default=True,
    help="How many worlds to run, each with other values of what is uncertain: the first points of "
    "one design, best balanced at powers of two.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=SEED,
    show_default=True,
    help="Seed of worlds and luck: the same seed gives the same forecast.",
)
@click.option(
    "--solve",
    "what",
    type=click.Choice(["quota", "benefit", "budget", "seats"]),
    help="Find the largest quota or benefit, or the smallest budget or number of seats, that is "
    "safe enough.",
)
@click.option(
    "--confidence",
    type=click.FloatRange(0, 1, min_open=True),
    help=f"Share of worlds in which what --solve finds has to be safe.  [default: {_CONFIDENCE:g}]",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Who does the work: processes, processes:4, or the address of a dask scheduler, "
    "tcp://host:8786. The result is the same.  [default: this process]",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@output_option
@profiles_option
def command(*, name: str, runs: int, seed: int, what: What | None, confidence: float | None,
            scheduler: str | None, form: str, output: Path | None,
            profiles: Path | None) -> None:  # fmt: skip
    """Forecast who comes, waits and is paid, and what it costs month by month.

    What is not certain is drawn in many worlds; luck alone is shown apart, in runs of the base
    world. With --solve, one number is found that is safe in enough worlds.
    """
    if confidence is not None and what is None:
        raise click.UsageError("--confidence means nothing without --solve")
    blueprint = adapt(sound(name, profiles, with_options=False).examination.profile)
    with (
        progress("solving" if what else "forecasting") as tell,
        executor_at(scheduler, tell=tell) as executor,
    ):
        if what is None:
            text = _forecast(blueprint, executor, form, worlds=runs, seed=seed)
        else:
            text = _solution(
                blueprint, executor, form, what=what, worlds=runs,
                seed=seed, confidence=_CONFIDENCE if confidence is None else confidence,
            )  # fmt: skip
    deliver(text, output)


def _forecast(
    blueprint: Blueprint, executor: Executor, form: str, *, worlds: int, seed: int
) -> str:
    found = forecast(blueprint, worlds=worlds, seed=seed, executor=executor)
    if form == "json":
        return json.dumps(to_json(found), ensure_ascii=False, indent=1)
    return forecast_text(found, title=f"{_title(blueprint.profile)}: the forecast")


def _solution(
    blueprint: Blueprint, executor: Executor, form: str, *,
    what: What, worlds: int, seed: int, confidence: float,
) -> str:  # fmt: skip
    scheme = compile_scheme(blueprint)
    found = solve(scheme, what, confidence, worlds=worlds, seed=seed, executor=executor)
    resting = grounds(blueprint.profile, scheme)
    if form == "json":
        return json.dumps(solution_to_json(found, scheme, resting), ensure_ascii=False, indent=1)
    return solution_text(found, scheme, resting, title=_title(blueprint.profile))


def _title(profile: Profile) -> str:
    return profile.country.name or profile.origin.name
