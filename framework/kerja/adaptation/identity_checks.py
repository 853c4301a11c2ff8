"""Rules on how identity is checked: on line or by file, double applications, faces (IDN).

IDN-01 to IDN-04 change one part of the journey. IDN-02 puts another step in the place of
`verify_identity`; the branch of IDN-01 then hangs on that step. Every path, branches included,
passes the search of IDN-03 before eligibility is checked. Who has no card is not compared with one.
"""

from __future__ import annotations

from dataclasses import replace

from kerja.adaptation.anchors import is_denied, refusal, stands, usual_next
from kerja.adaptation.cash import is_cash_only
from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Look, either
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import (
    DEDUPLICATE_FUZZY,
    REVIEW_IDENTITY_MATCH,
    VERIFY_IDENTITY_BATCH_FILE,
    WALLET_KYC_AS_SECOND_FACTOR,
)
from kerja.workflow import Way
from kerja.workflow.operations import (
    AddBranch,
    InsertAfter,
    InsertBefore,
    Operation,
    Remove,
    Replace,
)

CHECK = "verify_identity"
"""The step in which identity is checked in the reference journey."""

_FACE = "verify_liveness"


def after_faces(look: Look) -> str:
    """Return where a branch comes back that passes by the comparison of faces."""
    searched = is_denied(look, "identity.unique_number")
    return DEDUPLICATE_FUZZY.id if searched else _after_checks(look)


@rule("IDN-02", "no-online-identity-check")
def no_online_identity_check(look: Look) -> Change | None:
    """Identity cannot be checked on line

    Why: Of 43 million who had registered for Prakerja by November 2020, 19 million were verified.
        Without an on-line check numbers are compared by file at night, what is unclear is looked
        at by a person, and rounds stand far enough apart. Prakerja checked on line; the fourteen
        days are Kerja's judgement.
    Evidence: Sindonews, 23 November 2020 (43 and 19 million).
    Basis: judgement
    Asks: How many false matches, and how many missed ones, are acceptable?
    Owner: identity authority
    """
    if not look.denies("identity.online_verification"):
        return None
    return Change(
        workflow=_by_file(look),
        settings={
            "identity.mode": "compared by file every night",
            "select.hold_until_match": True,
            "batch.min_interval_days": 14,
        },
        costs=(
            ExtraCost(
                line="identity checks by hand",
                formula="applicants × share checked by hand × cost of checking one identity",
                needs=(
                    "programme.expected_applicants",
                    "costs.manual_check_share",
                    "costs.manual_check",
                ),
            ),
        ),
        documents=(
            Addition(
                "operations-manual",
                "Numbers go to the identity authority in a file every night. Nobody enters a draw "
                "before the answer is back; an unclear match is looked at by a person.",
            ),
            Addition(
                "dpia",
                "Annex, exchange of files with the identity authority: encryption, quality of "
                "matches, and the list of cases that a person looks at.",
            ),
        ),
    )


def _by_file(look: Look) -> tuple[Operation, ...]:
    """Compare by file in place of on line; who is unclear is looked at, then goes on as others."""
    refused = Way(refusal(look, CHECK), "not confirmed")
    compares = usual_next(look, CHECK) == _FACE and not _compares_no_faces(look)
    return (
        Replace(rule="IDN-02", step=CHECK, steps=(VERIFY_IDENTITY_BATCH_FILE,)),
        AddBranch(
            rule="IDN-02",
            at=VERIFY_IDENTITY_BATCH_FILE.id,
            when="unclear match",
            steps=(replace(REVIEW_IDENTITY_MATCH, ways=(refused,)),),
            rejoins=_FACE if compares else after_faces(look),
        ),
    )


@rule("IDN-03", "no-unique-number")
def no_unique_number(look: Look) -> Change | None:
    """One person may have several identity numbers

    Why: A number that is not unique lets one person apply twice. Even with one, a person claimed
        to have registered with five numbers in Indonesia. Records that look alike are compared;
        a person decides, not the score.
    Evidence: Tempo, 20 June 2020 (one person with five numbers).
    Basis: judgement
    Asks: Which data may lawfully be compared to find one person behind two applications?
    Owner: data protection authority
    """
    if not look.denies("identity.unique_number"):
        return None
    doubled = Way(refusal(look, CHECK), "applied twice")
    return Change(
        workflow=(
            InsertBefore(
                rule="IDN-03",
                before=_after_checks(look) or CHECK,
                steps=(replace(DEDUPLICATE_FUZZY, ways=(doubled,)),),
            ),
        ),
        settings={
            "dedup.keys": ("phone", "name and date of birth by sound", "account", "device"),
            "dedup.manual_review_threshold": 0.85,
        },
        documents=(
            Addition(
                "dpia",
                "Search for double applications: which data are compared, on what legal basis, "
                "how long they are kept, and that a person decides on each pair found.",
            ),
        ),
    )


@rule("IDN-04", "no-comparison-of-faces")
def no_comparison_of_faces(look: Look) -> Change | None:
    """Faces may not, or cannot, be compared with the card

    Why: In 2020 Indonesia's anti-corruption commission called the comparison of faces, at IDR
        5,500 a person, excessive, and asked to check the number only. An account that must be in
        the same identity as the application catches a borrowed one when it is linked.
    Evidence: Tempo, 19 June 2020 (KPK); Tribun Madura, 21 March 2021 (linking fails if the
        identity differs).
    Basis: sourced
    Asks: Who accepts the risk that remains of one person standing in for another?
    Owner: programme office
    """
    if not either(
        lambda: look.denies("identity.biometric_lawful"),
        lambda: look.denies("identity.liveness_available"),
    ):
        return None
    differs = Way("link_account", "another identity", at_most=2, then=refusal(look, CHECK))
    second = InsertAfter(
        rule="IDN-04",
        after="link_account",
        steps=(replace(WALLET_KYC_AS_SECOND_FACTOR, ways=(differs,)),),
    )
    gone = (Remove(rule="IDN-04", step=_FACE),) if stands(look, _FACE) else ()
    # Where nobody links an account (PAY-13), identity is shown again before each payment in cash.
    return Change(
        workflow=gone if is_cash_only(look) else (*gone, second),
        settings={"identity.second_factor": "the account is in the identity of the application"},
        documents=(
            Addition(
                "dpia",
                "Biometrics: the comparison of faces was considered and is not used. The account "
                "that is linked must be in the same identity as the application.",
            ),
        ),
    )


def _after_checks(look: Look) -> str:
    """Return the step that follows once identity was checked, the comparison of faces included."""
    return usual_next(look, CHECK, but=_FACE)


def _compares_no_faces(look: Look) -> bool:
    """Tell whether IDN-04 acts."""
    paths = ("identity.biometric_lawful", "identity.liveness_available")
    return any(is_denied(look, path) for path in paths)
