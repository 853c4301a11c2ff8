"""One profile that takes part in a comparison, as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.findings import Finding
from kerja.profile import Profile


@dataclass(frozen=True, slots=True)
class Entrant:
    """A profile under the name that the reader gave it, with its findings.

    `model` is the model that it extends, to compare its design with; None for a model itself.
    """

    name: str
    profile: Profile
    findings: tuple[Finding, ...] = ()
    model: Profile | None = None
