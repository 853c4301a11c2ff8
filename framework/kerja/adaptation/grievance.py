"""Rules on complaints and appeals (GRM)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Look
from kerja.adaptation.registry import rule


@rule("GRM-02", "appeal-after-places-are-gone")
def appeal_after_places_are_gone(look: Look) -> Change | None:
    """An appeal is decided only after the places are gone

    Why: A remedy without a place is no remedy.
    Evidence: UN Principles for Responsible Digital Payments (2021), recourse; World Bank,
        Sourcebook on the Foundations of Social Protection Delivery Systems (2020).
    Basis: judgement
    Asks: Which body decides appeals, and how many places are kept for those it upholds?
    Owner: programme office
    """
    if not look.denies("grievance.appeal_before_batch_close"):
        return None
    return Change(
        settings={"appeal.reserve_share": 0.02, "appeal.window_days": 7},
        documents=(
            Addition(
                "operations-manual",
                "Two in a hundred places are kept until appeals are decided. An appeal may be made "
                "within seven days of the result.",
            ),
        ),
    )
