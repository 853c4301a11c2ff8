"""Rule on people who come home from work abroad: whether the programme is open to them (MIG)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Look, both
from kerja.adaptation.registry import rule

_EXPECTED = "migration.returnees.people"
_ELIGIBLE = "migration.returnees.eligible"


@rule("MIG-02", "closed-to-expected-returnees")
def closed_to_expected_returnees(look: Look) -> Change | None:
    """People return from work abroad, and the programme is not open to them

    Why: A rule written before they came decides on them without anybody having decided. Cambodia
        invited migrants who returned from Thailand in 2025, after the programme had begun for
        other groups. Who may take part is a question of law: nothing is opened by a rule.
    Evidence: The Star and Phnom Penh Post, 26 September 2025.
    Basis: derived
    Asks: May returnees take part, within the places of the year or beside them?
    Owner: legislator
    """
    if not both(lambda: look.number(_EXPECTED) > 0, lambda: look.denies(_ELIGIBLE)):
        return None
    return Change(
        proposals=(
            "open to them within the places of the year, by the same draw",
            "open to them beside the places of the year, with money and an end of its own",
            "closed to them, said so, and told which other office helps",
        ),
        documents=(
            Addition(
                "regulation-draft",
                "Drafting instructions: whether people who return from work abroad may take part "
                "is decided by name, with the proof of return that is accepted.",
            ),
        ),
    )
