"""Rules on who can reach an on-line programme (DIG)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Look
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import (
    PAPER_OR_TABLET_FORM,
    RECEIPT_WITH_REFERENCE,
    STORE_AND_FORWARD_SYNC,
    VISIT_SERVICE_POINT,
)
from kerja.workflow.operations import AddBranch

_HALF_ONLINE = 0.60


@rule("DIG-01", "low-internet-use")
def low_internet_use(look: Look) -> Change | None:
    """Fewer than 60 % of people use the internet

    Why: A door that is only digital selects the connected. Auditors in Indonesia asked for other
        ways to register; a study on the 2023 labour survey found gains for urban and formal
        workers and none for the poorest and rural.
    Evidence: KPK 2020 and BPK 2021, as reported in the press; Garuda document 5876993 (PSM on
        Sakernas 2023).
    Basis: judgement
    Asks: Which offices, post offices or associations take applications, and for what fee?
    Owner: programme office
    """
    if not look.below("digital.internet_use", _HALF_ONLINE):
        return None
    share = look.number("digital.internet_use")
    return Change(
        workflow=(
            AddBranch(
                rule="DIG-01",
                at="register_account",
                when="applies in person",
                steps=(
                    VISIT_SERVICE_POINT,
                    PAPER_OR_TABLET_FORM,
                    STORE_AND_FORWARD_SYNC,
                    RECEIPT_WITH_REFERENCE,
                ),
                rejoins="verify_contact",
            ),
        ),
        settings={
            "intake.channels": ("web", "basic phone", "service point"),
            "intake.offline_share": round(1 - share, 4),
            "batch.registration_days": 21,
            "selection.channel_strata": True,
        },
        costs=(
            ExtraCost(
                line="service points",
                formula="applicants × (1 - internet use) × cost of one assisted application",
                needs=(
                    "programme.expected_applicants",
                    "digital.internet_use",
                    "costs.assisted_intake",
                ),
            ),
        ),
        documents=(
            Addition(
                "operations-manual",
                "Applications are taken in person as well. Forms are sent on before the round "
                "closes, and the draw is made by way of application so that nobody is crowded out.",
            ),
        ),
    )
