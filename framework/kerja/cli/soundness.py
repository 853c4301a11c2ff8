"""Stopping before a profile with errors is built."""

from __future__ import annotations

import click

from kerja.checks import Examination
from kerja.errors import KerjaError
from kerja.findings import to_text


def insist_on_soundness(examination: Examination) -> None:
    """Go on only if nothing in the profile stops a build.

    Raises:
        KerjaError: after printing every fault that does, to standard error.
    """
    faults = [finding for finding in examination.findings if finding.stops_build]
    if not faults:
        return
    click.echo(to_text(faults, examination.document.texts) + "\n", err=True)
    number = len(faults)
    raise KerjaError(
        f"{number} error{'s' if number != 1 else ''} in the profile; nothing was written",
        "mend what is listed above; kerja explain CODE tells more",
    )
