"""kerja new: a profile of a country or area to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from kerja.blank import Territory, blank_profile, territory
from kerja.cli.arguments import folders, output_option, profiles_option
from kerja.errors import KerjaError
from kerja.source import shipped_names


@click.command("new")
@click.argument("code", metavar="CODE")
@output_option
@profiles_option
def command(*, code: str, output: Path | None, profiles: Path | None) -> None:
    """Write a profile to fill in.

    CODE is a country of ISO 3166-1 (KEN, KE) or an area of ISO 3166-2 (MY-13), in any case. What
    ISO and CLDR say is filled in; every other field is a commented line that says what belongs
    there and where such figures are published. It is printed, or written to a new file.
    """
    place = territory(code)
    beside = () if output is None else (output.absolute().parent,)
    text = blank_profile(place, parent=_parent(place, (*beside, *folders(profiles))))
    if output is None:
        click.echo(text.rstrip("\n"))
        return
    _write(text, output)
    click.echo(f"wrote {output}: fill in its slots, then kerja check {output}", err=True)


def _parent(place: Territory, looked_in: tuple[Path, ...]) -> str:
    """Return the name of a profile that there is of the country, "" if there is none."""
    name = place.country.alpha_3.lower()
    return name if name in shipped_names(looked_in) else ""


def _write(text: str, output: Path) -> None:
    try:
        with output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise KerjaError(
            f'"{output}" is there already and is left as it is', "choose another file with -o"
        ) from None
    except OSError as problem:
        raise KerjaError(
            f'cannot write "{output}": {problem.strerror}', "choose another file with -o"
        ) from None
