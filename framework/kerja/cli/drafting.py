"""From the PROFILE on a command line to everything that is computed from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kerja.cli.soundness import sound
from kerja.outputs import Order, draft
from kerja.targets import Draft


def drafted(name: str, profiles: Path | None) -> Draft:
    """Read, check and compute a profile and its options, to look at and not to print.

    Raises:
        KerjaError: there is no such profile, or it has errors; they are printed before.
    """
    found = sound(name, profiles)
    # The date stands on papers; what is only looked at may do without.
    undated = date.min if found.examination.profile.as_of is None else None
    return draft(found.examination, found.options, Order(date=undated), folders=found.folders)
