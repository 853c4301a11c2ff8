"""kerja build: everything that a country needs to decide on, in one folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kerja.cli.arguments import profiles_option
from kerja.cli.soundness import sound
from kerja.forecast import SEED
from kerja.outputs import Order, build, draft, replaced, write
from kerja.targets.documents import offered_languages
from kerja.targets.papers import chosen


@click.command("build")
@click.argument("name", metavar="PROFILE")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder to write."
)
@click.option(
    "--lang", default="en", show_default=True, metavar="en,km", help="Languages of the documents."
)
@click.option(
    "--only", default="", metavar="TARGET,...", help="Build these targets and keep the others."
)
@click.option("--templates", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="Folder of your own templates, looked in before the shipped ones.")  # fmt: skip
@click.option("--documents", metavar="NAMES|all", help="Which documents; three by default.")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Date of the papers, instead of as_of."
)
@click.option("--seed", type=click.IntRange(min=0), default=SEED, show_default=True,
              help="Seed of the forecast: the same seed gives the same figures.")  # fmt: skip
@profiles_option
def command(*, name: str, output: Path, lang: str, only: str, templates: Path | None, seed: int,
            documents: str | None, day: date | None, profiles: Path | None) -> None:  # fmt: skip
    """Build the blueprint of PROFILE into a folder.

    A profile with errors builds nothing and leaves an earlier build as it was.
    """
    order = Order(
        languages=offered_languages(_listed(lang), templates),
        only=_listed(only),
        date=date(day.year, day.month, day.day) if day else None,
        templates=templates,
        documents=chosen(documents),
        seed=seed,
    )
    found = sound(name, profiles)
    drafted = draft(found.examination, found.options, order, folders=found.folders)
    write(build(drafted, found.all, order), output, replacing=replaced(order))
    built = found.examination.profile.origin.name
    click.echo(f"built {built} into {output}: open {output / 'index.html'}", err=True)


def _listed(option: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in option.split(",") if part.strip()))
