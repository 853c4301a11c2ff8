"""Rules on who holds a proof of identity, and who is left out (IDN)."""

from __future__ import annotations

from dataclasses import replace

from kerja.adaptation.anchors import refusal
from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.identity_checks import CHECK, after_faces
from kerja.adaptation.looking import Comparison, Look
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import (
    CHOOSE_ALTERNATIVE_DOCUMENT,
    ID_ENROLMENT_REFERRAL,
    LOCAL_AUTHORITY_ATTESTATION,
    PROVISIONAL_PROGRAMME_ID,
)
from kerja.workflow import Way
from kerja.workflow.operations import AddBranch

_FEW_DOCUMENTS = 0.85
_WIDE_GAP = 0.05
_MOST_RESERVED = 0.15
_OTHER_PROOFS = ("birth certificate with attestation", "refugee card", "voter card")


@rule("IDN-01", "few-identity-documents", threshold="share")
def few_identity_documents(look: Look) -> Change | None:
    """Fewer than 85 % of adults hold the identity document

    Why: A document asked for as the only gateway shuts out the poorest and women first. ID4D
        estimated 850 million people without official identity. Who has none shows another
        document, is attested by the local authority, and is referred to registration.
    Evidence: World Bank, ID4D and G2Px Annual Report 2022 (global estimate of people without ID).
    Basis: judgement
    Asks: Who may attest, what may be paid before the full document is shown, and up to what amount?
    Owner: identity authority
    """
    if not look.below("identity.coverage_adults", _FEW_DOCUMENTS):
        return None
    without = 1 - look.number("identity.coverage_adults")
    refused = Way(refusal(look, CHECK), "not attested")
    return Change(
        workflow=(
            AddBranch(
                rule="IDN-01",
                at=CHECK,
                when="no identity document",
                steps=(
                    CHOOSE_ALTERNATIVE_DOCUMENT,
                    replace(LOCAL_AUTHORITY_ATTESTATION, ways=(refused,)),
                    PROVISIONAL_PROGRAMME_ID,
                    ID_ENROLMENT_REFERRAL,
                ),
                rejoins=after_faces(look),
            ),
        ),
        settings={
            "identity.accepted": _accepted(look),
            "identity.provisional_validity_months": 12,
        },
        costs=(
            ExtraCost(
                line="identity registration",
                formula="places × (1 - identity coverage) × cost of registering one person",
                needs=("programme.quota.people", "identity.coverage_adults", "costs.id_enrolment"),
            ),
        ),
        documents=(
            Addition(
                "operations-manual",
                "Who has no identity document shows another one and is attested by the local "
                "authority. The number given is provisional, for twelve months; until the document "
                "is shown, payments stay below a ceiling that a person decides.",
            ),
            Addition(
                "dpia",
                "Annex, agreement with the identity authority: days of mobile registration follow "
                "the calendar of rounds.",
            ),
        ),
        proposals=(
            f"keep up to {min(_MOST_RESERVED, without):.0%} of the places for people without the "
            "document; needs a legal opinion",
        ),
    )


def _accepted(look: Look) -> tuple[str, ...]:
    """Return the document that the programme asks for and the other proofs, as the country has."""
    asked, others = look.profile.identity.document, look.profile.identity.alternatives
    document = asked.value if asked is not None and asked.value else "identity document"
    return (document, *((others.value if others is not None else None) or _OTHER_PROOFS))


@rule("IDN-05", "fewer-women-hold-the-document", threshold="share")
def fewer_women_hold_the_document(look: Look) -> Change | None:
    """Women hold the identity document less often than men

    Why: Where women lack the document, a programme that asks for it reaches men. To put women
        first is one of the principles of responsible digital payments. The gap of five
        percentage points is Kerja's judgement.
    Evidence: UN Principles for Responsible Digital Payments (2021).
    Basis: judgement
    Asks: Which women's organisations help with registration, and in which districts first?
    Owner: programme office
    """
    path = "identity.coverage_adults"
    gap = Comparison(
        path, look.gap(path), _WIDE_GAP, judged=True, what="identity document: men less women"
    )
    if not look.exceeds(gap):
        return None
    return Change(
        settings={"identity.female_registration_agents": True, "me.disaggregate": ("sex",)},
        documents=(
            Addition(
                "communication-plan",
                "Women are told how and where to get the identity document; women register them, "
                "with women's organisations, before a round opens.",
            ),
            Addition("me-framework", "Holders of the identity document are counted by sex."),
        ),
        proposals=(
            "open the first round for women, or days of registration for women only; needs a "
            "legal opinion",
        ),
    )
