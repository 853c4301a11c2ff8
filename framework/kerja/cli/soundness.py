"""Reading a profile for a command, and stopping before one with errors is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from kerja.checks import Examination, examine
from kerja.cli.arguments import folders
from kerja.cli.option_files import missing_options
from kerja.errors import KerjaError
from kerja.findings import Finding, to_text
from kerja.outputs import examine_options
from kerja.source import locate


@dataclass(frozen=True, slots=True)
class Sound:
    """A profile without errors, and those of its options; `folders` is where names were sought."""

    examination: Examination
    options: tuple[Examination, ...]
    folders: tuple[Path, ...]

    @property
    def all(self) -> tuple[Examination, ...]:
        """The profile, then its options."""
        return (self.examination, *self.options)


def sound(name: str, profiles: Path | None, *, with_options: bool = True) -> Sound:
    """Read and check a profile and its options; go on only if nothing stops a build.

    Args:
        name: PROFILE on the command line.
        profiles: the folder of the user's own profiles, if any.
        with_options: False where only the profile itself is used.

    Raises:
        KerjaError: there is no such profile; or it or an option has errors, after every one of
            them was printed to standard error.
    """
    looked_in = folders(profiles)
    examination = examine(name, folders=looked_in)
    path = locate(name, folders=looked_in)
    absent = missing_options(examination.profile, path) if with_options else ()
    _insist([examination], absent)
    options = examine_options(examination, path=path, folders=looked_in) if with_options else ()
    # An option inherits the errors of its profile, so its own are told when that has none.
    _insist(options)
    return Sound(examination, options, looked_in)


def _insist(examinations: Sequence[Examination], others: Sequence[Finding] = ()) -> None:
    faults = [*_faults(examinations), *others]
    if not faults:
        return
    texts = {name: text for one in examinations for name, text in one.document.texts.items()}
    click.echo(to_text(faults, texts) + "\n", err=True)
    number = len(faults)
    raise KerjaError(
        f"{number} error{'s' if number != 1 else ''} in the profile; nothing was written",
        "mend what is listed above; kerja explain CODE tells more",
    )


def _faults(examinations: Sequence[Examination]) -> Iterator[Finding]:
    found = (finding for one in examinations for finding in one.findings if finding.stops_build)
    yield from dict.fromkeys(found)
