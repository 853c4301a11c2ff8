"""Rules on training supply: places, the market of providers, proof of attendance (TRN)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Comparison, Look, either, gather
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import ATTENDANCE_EVIDENCE, SEAT_RESERVATION
from kerja.workflow.operations import InsertBefore

_WEAK_PRIVATE_SHARE = 0.30
_FEW_PROVIDERS = 30


@rule("TRN-01", "places-below-quota")
def places_below_quota(look: Look) -> Change | None:
    """Free training places are fewer than the places promised

    Why: A voucher without a place in reach is a promise that fails. Free places of a year are
        seats × cycles, less the persons already enrolled; graduates are output, not places.
        Announced 1.5 million, Cambodia had 56,682 graduates after 21 months; whether places or
        demand held it back, the published figures do not say.
    Evidence: The Star and Phnom Penh Post, 26 September 2025.
    Basis: derived
    Asks: Are places added, is the number of participants lowered, or is training bought on line?
    Owner: ministry of labour
    """
    flow, enrolled, quota = gather(
        lambda: _places_of_a_year(look), lambda: look.number("training.enrolled"), look.quota
    )
    places = max(0.0, flow - enrolled)
    look.comparisons.append(Comparison("training.seats_year", places, quota, judged=False))
    if places >= quota:
        return None
    return Change(
        workflow=(InsertBefore(rule="TRN-01", before="issue_voucher", steps=(SEAT_RESERVATION,)),),
        settings={
            "rollout.quota_cap": int(places),
            "rollout.ramp": "the number of participants grows with certified places",
        },
        documents=(
            Addition(
                "operations-manual",
                "A place is reserved before a voucher is issued. The number of participants grows "
                "with certified places, by district and field.",
            ),
        ),
    )


def _places_of_a_year(look: Look) -> float:
    training = look.profile.training
    if training.seats is None and training.cycles_year is None:
        return look.number("training.seats_year")
    if training.seats_year is not None and training.seats_year.number is not None:
        return look.number("training.seats_year")
    seats, cycles = gather(
        lambda: look.number("training.seats"), lambda: look.number("training.cycles_year")
    )
    return seats * cycles


@rule("TRN-02", "weak-private-market")
def weak_private_market(look: Look) -> Change | None:
    """Private providers are few

    Why: Money on the side of demand without supply raises prices or is not spent. In Kenya's
        voucher scheme providers captured a large part, and many left when the subsidy ended.
    Evidence: Hallberg, Small Enterprise Development 17(2), 2006.
    Basis: judgement
    Asks: Will public institutes accept payment per head, and when is the market opened?
    Owner: ministry of labour
    """
    if not either(
        lambda: look.below("training.private_share", _WEAK_PRIVATE_SHARE),
        lambda: look.below("training.accredited_providers", _FEW_PROVIDERS),
    ):
        return None
    return Change(
        settings={
            "training.market_model": "public institutes first, paid per head",
            "training.price": "administered",
            "platform.marketplace": "one catalogue of the government",
        },
        documents=(
            Addition(
                "operations-manual",
                "Public institutes are paid per head first. Private providers join by open call, "
                "accredited for twelve months; the market opens in stages.",
            ),
        ),
    )


@rule("TRN-05", "attendance-not-tracked")
def attendance_not_tracked(look: Look) -> Change | None:
    """Attendance is not recorded

    Why: Paying for purchase pays for courses nobody attended. Auditors found IDR 125.93 billion
        paid for training not followed or not finished in 2020, and weak attendance control again
        in 2023.
    Evidence: BPK audit reports on 2020 and 2023, as reported in the press.
    Basis: sourced
    Asks: Which part of the provider's payment is due at start, at the certificate, and later?
    Owner: programme office
    """
    if not look.denies("training.attendance_tracking"):
        return None
    return Change(
        workflow=(
            InsertBefore(
                rule="TRN-05", before="release_provider_payment", steps=(ATTENDANCE_EVIDENCE,)
            ),
        ),
        settings={
            "attendance.min_share": 0.8,
            "attendance.method": ("code by message at each session", "random quiz", "spot visit"),
        },
        documents=(
            Addition(
                "operations-manual",
                "Providers are paid for proven attendance and certificates, not for purchases. "
                "Attendance is proven by a code at each session, a random quiz or a visit.",
            ),
        ),
    )
