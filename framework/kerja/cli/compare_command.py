"""kerja compare: profiles side by side, on the terminal or in one file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click

from kerja.cli.arguments import deliver, folders, profiles_option
from kerja.comparison.tables import Comparison, compare_profiles, to_json
from kerja.comparison.tables.entering import enter
from kerja.errors import KerjaError


def _json(comparison: Comparison) -> bytes:
    text = json.dumps(to_json(comparison), ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def _html(comparison: Comparison) -> bytes:
    from kerja.comparison.pages import to_html

    return to_html(comparison).encode()


def _csv(comparison: Comparison) -> bytes:
    from kerja.comparison.tables.as_csv import to_csv

    return to_csv(comparison).encode()


def _xlsx(comparison: Comparison) -> bytes:
    from kerja.comparison.tables.as_xlsx import to_xlsx

    return to_xlsx(comparison)


_FILES: dict[str, Callable[[Comparison], bytes]] = {
    ".html": _html, ".xlsx": _xlsx, ".csv": _csv, ".json": _json,
}  # fmt: skip


def _file(_: click.Context, __: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and value.suffix.lower() not in _FILES:
        known = ", ".join(_FILES)
        raise click.BadParameter(f'"{value}" ends in none of what can be written: {known}')
    return value


@click.command("compare")
@click.argument("names", metavar="PROFILE...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), callback=_file,
    help="Write to this file: .html, .xlsx, .csv or .json.",
)  # fmt: skip
@profiles_option
def command(
    *, names: tuple[str, ...], form: str, output: Path | None, profiles: Path | None
) -> None:
    """Show profiles side by side: indicators, readiness, design, journey.

    Each takes part where it is sound. A value that cannot be compared is marked; a rank stands
    only where it says something; there is no composite index.
    """
    compared = compare_profiles(enter(names, folders=folders(profiles)))
    if output is not None:
        _write(_FILES[output.suffix.lower()](compared), output)
    elif form == "json":
        deliver(_json(compared).decode(), None)
    else:
        from kerja.cli.compare_text import compare_text

        deliver(compare_text(compared), None)


def _write(content: bytes, output: Path) -> None:
    try:
        output.write_bytes(content)
    except OSError as problem:
        raise KerjaError(
            f'cannot write "{output}": {problem.strerror}', "choose another file with -o"
        ) from None
