"""kerja build: everything that a country needs to decide on, in one folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kerja.checks import Examination, examine
from kerja.cli.arguments import folders, profiles_option
from kerja.cli.soundness import insist_on_soundness
from kerja.outputs import Order, build, draft, examine_options, replaced, write
from kerja.source import locate
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
@profiles_option
def command(*, name: str, output: Path, lang: str, only: str, templates: Path | None,
            documents: str | None, day: date | None, profiles: Path | None) -> None:  # fmt: skip
    """Build the blueprint of PROFILE into a folder.

    A profile with errors builds nothing and leaves an earlier build as it was.
    """
    looked_in = folders(profiles)
    order = Order(
        languages=offered_languages(_listed(lang), templates),
        only=_listed(only),
        date=date(day.year, day.month, day.day) if day else None,
        templates=templates,
        documents=chosen(documents),
    )
    examination = examine(name, folders=looked_in)
    scenarios = examine_options(
        examination, path=locate(name, folders=looked_in), folders=looked_in
    )
    examinations: list[Examination] = [examination, *scenarios]
    for one in examinations:
        insist_on_soundness(one)
    drafted = draft(examination, scenarios, order, folders=looked_in)
    write(build(drafted, examinations, order), output, replacing=replaced(order))
    click.echo(
        f"built {examination.profile.origin.name} into {output}: open {output / 'index.html'}",
        err=True,
    )


def _listed(option: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in option.split(",") if part.strip()))
