"""Rules on the law behind the programme (LEG)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Look
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import PRIVACY_NOTICE
from kerja.workflow.operations import InsertBefore


@rule("LEG-05", "no-data-protection-law")
def no_data_protection_law(look: Look) -> Change | None:
    """No general law protects personal data

    Why: The programme must then carry its own privacy rules: purpose, retention, and who answers.
    Evidence: SPIAC-B and GIZ, guide on data protection in social protection (2022, updated 2024).
    Basis: judgement
    Asks: Who is the data controller, and where can people complain?
    Owner: law officers
    """
    if not look.denies("legal.data_protection_law"):
        return None
    return Change(
        workflow=(InsertBefore(rule="LEG-05", before="register_account", steps=(PRIVACY_NOTICE,)),),
        settings={
            "privacy.basis": "rules of the programme",
            "privacy.retention_months_max": 60,
            "privacy.biometric_storage": "prohibited",
            "privacy.sharing": "agreements bound to a purpose",
        },
        documents=(
            Addition(
                "operations-manual",
                "Before registering, every person is told which data are kept, why, for how long "
                "and where to complain. Biometric data are not stored.",
            ),
        ),
    )
