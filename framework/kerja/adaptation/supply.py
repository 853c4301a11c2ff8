"""Rules on training supply: places, the market of providers, proof of attendance (TRN)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Comparison, Look, at, either, gather
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import ATTENDANCE_EVIDENCE, SEAT_RESERVATION
from kerja.profile import Figure, Range, point, range_of_figure
from kerja.workflow.operations import InsertBefore

_WEAK_PRIVATE_SHARE = 0.30
_FEW_PROVIDERS = 30


@rule("TRN-01", "places-below-quota")
def places_below_quota(look: Look) -> Change | None:
    """Free training places are fewer than the places promised

    Why: A voucher without a place in reach is a promise that fails. Free places of a year are
        seats × cycles, less the persons already enrolled; graduates are output, not places. Where
        the figures are ranges and the number of participants lies within, nothing is changed.
        Announced 1.5 million, Cambodia had 56,682 graduates after 21 months; whether places or
        demand held it back, the published figures do not say.
    Evidence: The Star and Phnom Penh Post, 26 September 2025.
    Basis: derived
    Asks: Are places added, is the number of participants lowered, or is training bought on line?
    Owner: ministry of labour
    """
    _, _, quota = gather(
        lambda: _places_of_a_year(look).low, lambda: look.number("training.enrolled"), look.quota
    )
    free = _free(_places_of_a_year(look), _range(look, "training.enrolled"))
    places = free.mode or 0.0
    look.comparisons.append(Comparison("training.seats_year", places, quota, judged=False))
    if free.low >= quota:
        return None
    if free.high >= quota:
        return _undecided(free, int(quota))
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
            Addition(
                "roadmap",
                "Places are added by district and field, with a date and a cost for each.",
            ),
        ),
    )


def _undecided(free: Range, quota: int) -> Change:
    """Leave the design as it is where places suffice at one end of their range only."""
    between = f"{int(free.low):,} to {int(free.high):,} free places"
    return Change(
        proposals=(
            f"start with {int(free.low):,} participants, and add more as places are counted",
            "count seats, how often each is filled, and who is enrolled, before the first round",
            f"keep {quota:,} participants, with a reserve of places on line",
        ),
        documents=(
            Addition(
                "operations-manual",
                f"Whether there is a place for everybody is not known: {between} for {quota:,} "
                "participants. Places are counted before the first round.",
            ),
        ),
    )


def _free(flow: Range, enrolled: Range) -> Range:
    """Return the places that are left, fewest to most."""
    return Range(
        max(0.0, flow.low - enrolled.high),
        max(0.0, (flow.mode or 0.0) - (enrolled.mode or 0.0)),
        max(0.0, flow.high - enrolled.low),
    )


def _places_of_a_year(look: Look) -> Range:
    """Return places of a year with the range that the profile gives: a flow, else seats × cycles.

    Raises:
        LacksError: neither is known.
    """
    training = look.profile.training
    if training.seats is None and training.cycles_year is None:
        return _range(look, "training.seats_year")
    if training.seats_year is not None and training.seats_year.number is not None:
        return _range(look, "training.seats_year")
    gather(lambda: look.number("training.seats"), lambda: look.number("training.cycles_year"))
    return _range(look, "training.seats").times(_range(look, "training.cycles_year"))


def _range(look: Look, path: str) -> Range:
    number = look.number(path)
    figure = at(look.profile, path)
    return (range_of_figure(figure) if isinstance(figure, Figure) else None) or point(number)


@rule("TRN-02", "weak-private-market", threshold="share")
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
