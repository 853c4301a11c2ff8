"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kerja.resources import shipped

profiles_option: Callable[[Any], Any] = click.option(
    "--profiles",
    "profiles",
    envvar="KERJA_PROFILES",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder of your own profiles, looked in before the shipped ones.",
)

output_option: Callable[[Any], Any] = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file."
)


def folders(profiles: Path | None) -> tuple[Path, ...]:
    """Return the folders in which a profile's name is looked for, nearest first."""
    return (*((profiles,) if profiles else ()), shipped("country_profiles"))


def paint() -> Callable[[str, str], str]:
    """Return the painter for standard output: colours on a terminal only, none with NO_COLOR."""
    import os
    import sys

    from kerja.findings import plain_paint

    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return plain_paint
    return _coloured


_COLOURS = {
    "error": "red",
    "warning": "yellow",
    "info": "cyan",
    "place": "blue",
    "hint": "green",
    "caret": "red",
}


def _coloured(role: str, text: str) -> str:
    return click.style(text, fg=_COLOURS.get(role), bold=role in ("error", "caret"))


def deliver(text: str, output: Path | None) -> None:
    """Print a result, or write it to the file that the user named."""
    from kerja.errors import KerjaError

    if output is None:
        click.echo(text.rstrip("\n"))
        return
    try:
        output.write_text(text if text.endswith("\n") else text + "\n", encoding="utf-8")
    except OSError as problem:
        raise KerjaError(
            f'cannot write "{output}": {problem.strerror}', "choose another file with -o"
        ) from None
