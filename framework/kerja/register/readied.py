"""The shares that are computed for readiness, as entries of the register."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.feasibility import Share, computed_shares
from kerja.profile import Profile
from kerja.register.entry import Entry

_FORMULAS = {
    "readiness.budget_of_quota": "persons that the budget pays for ÷ places offered in a year",
    "readiness.places_of_quota": "free training places ÷ places offered in a year",
    "readiness.rules_checkable": "rules of eligibility with data to check them ÷ rules stated",
}


def readiness_entries(profile: Profile) -> Iterator[Entry]:
    """Yield each share, or the ends between which it lies: `.low` and `.high`."""
    for share in computed_shares(profile):
        low, high = share.ends
        if low == high:
            yield _entry(share, "", low)
        else:
            yield _entry(share, ".low", low)
            yield _entry(share, ".high", high)


def _entry(share: Share, part: str, number: float) -> Entry:
    return Entry(
        share.key + part, number, "share",
        status="indication" if part else "known",
        formula=_FORMULAS[share.key], inputs=share.inputs,
        note=f"while not known: {', '.join(share.lacks)}" if share.lacks else None,
    )  # fmt: skip
