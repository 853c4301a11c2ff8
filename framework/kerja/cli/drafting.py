"""From the PROFILE on a command line to everything that is computed from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kerja.checks import examine
from kerja.cli.arguments import folders
from kerja.cli.soundness import insist_on_soundness
from kerja.outputs import Order, draft, examine_options
from kerja.source import locate
from kerja.targets import Draft


def drafted(name: str, profiles: Path | None) -> Draft:
    """Read, check and compute a profile and its options, to look at and not to print.

    Raises:
        KerjaError: there is no such profile, or it has errors; they are printed before.
    """
    looked_in = folders(profiles)
    examination = examine(name, folders=looked_in)
    path = locate(name, folders=looked_in)
    scenarios = examine_options(examination, path=path, folders=looked_in)
    for one in (examination, *scenarios):
        insist_on_soundness(one)
    # The date stands on papers; what is only looked at may do without.
    undated = date.min if examination.profile.as_of is None else None
    return draft(examination, scenarios, Order(date=undated), folders=looked_in)
