"""Rules on who can reach an on-line programme (DIG)."""

from __future__ import annotations

from kerja.adaptation.anchors import usual_next
from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Comparison, Look, both
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import (
    GROUP_ORIENTATION_SESSION,
    PAPER_OR_TABLET_FORM,
    RECEIPT_WITH_REFERENCE,
    STORE_AND_FORWARD_SYNC,
    VISIT_SERVICE_POINT,
)
from kerja.workflow.operations import AddBranch, Replace

_HALF_ONLINE = 0.60
_FEW_ONLINE = 0.35
_FEW_SMARTPHONES = 0.50
_MANY_PHONES = 0.70
_WIDE_GAP = 0.08


@rule("DIG-01", "low-internet-use", threshold="share")
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
                rejoins=usual_next(look, "register_account"),
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


@rule("DIG-02", "very-low-internet-use", threshold="share")
def very_low_internet_use(look: Look) -> Change | None:
    """Fewer than 35 % of people use the internet

    Why: What is on line is then the exception. The design is kept, a voucher, choice, an incentive
        on conditions, a draw, and the channel is not: people apply at a service point, learn in a
        room, and hear by text, voice and radio. It comes on top of what DIG-01 changes.
    Evidence: Judgement of the field, recalled; no source was read.
    Basis: judgement
    Asks: Is a marketplace of courses meaningful here, and who introduces people to the programme?
    Owner: programme office
    """
    if not look.below("digital.internet_use", _FEW_ONLINE):
        return None
    return Change(
        workflow=(
            Replace(rule="DIG-02", step="onboarding_videos", steps=(GROUP_ORIENTATION_SESSION,)),
        ),
        settings={
            "programme.modality": "offline",
            "intake.primary": "service point",
            "notification.primary": ("radio", "text message", "voice call"),
        },
        documents=(
            Addition(
                "policy-brief",
                "Few people are on line: what remains of the model is the voucher, the choice of "
                "a course, the incentive on conditions and the draw; the on-line channel does not.",
            ),
            Addition(
                "operations-manual",
                "The introduction is a session in a group, near where people live. Results are "
                "told by text message, by voice and on the radio.",
            ),
        ),
    )


@rule("DIG-03", "basic-phones-more-than-smartphones", threshold="share")
def basic_phones_more_than_smartphones(look: Look) -> Change | None:
    """Most people have a phone, and fewer than half a smartphone

    Why: An application or a wallet that needs a smartphone is out of reach; a menu on a basic
        phone is not. Mobile money on basic phones is what made accounts grow in poorer
        economies. The thresholds, half and seven tenths, are Kerja's judgement.
    Evidence: World Bank, Development Talk, on Global Findex 2025.
    Basis: judgement
    Asks: Which short code does the regulator give, and in which languages is the menu?
    Owner: telecommunications regulator
    """
    if not both(
        lambda: look.below("digital.smartphone", _FEW_SMARTPHONES),
        lambda: not look.below("digital.phone_ownership", _MANY_PHONES, is_settable=False),
    ):
        return None
    return Change(
        settings={
            "intake.ussd": True,
            "notification.sms": True,
            "wallet.ussd_capable_required": True,
            "survey.mode": "by voice or by phone",
        },
        costs=(
            ExtraCost(
                line="sessions by basic phone",
                formula="applicants × sessions of one applicant × cost of one session",
                needs=(
                    "programme.expected_applicants",
                    "costs.ussd_sessions",
                    "costs.ussd_session",
                ),
            ),
        ),
        documents=(
            Addition(
                "tor-payment-partner",
                "The wallet works on a basic phone, by a menu in the languages of the country.",
            ),
            Addition(
                "operations-manual",
                "People apply, hear the result and answer surveys by basic phone, at no cost to "
                "them.",
            ),
        ),
    )


@rule("DIG-06", "fewer-women-use-the-internet", threshold="share")
def fewer_women_use_the_internet(look: Look) -> Change | None:
    """Women use the internet less often than men

    Why: A draw keeps the mix of those who apply: where women do not apply, a fair draw is unfair.
        Women are reached where they are, and counted at each step. A draw by sex or a floor is a
        question of law: nothing of the kind is applied. The gap of eight percentage points is
        Kerja's judgement.
    Evidence: Derived: the expected share of women drawn is their share of applicants.
    Basis: judgement
    Asks: Is there to be a draw by sex or a floor for women, and at which share?
    Owner: law officers
    """
    path = "digital.internet_use"
    gap = Comparison(
        path, look.gap(path), _WIDE_GAP, judged=True, what="use of the internet: men less women"
    )
    if not look.exceeds(gap):
        return None
    return Change(
        settings={"intake.womens_points": True, "me.disaggregate": ("sex",)},
        proposals=(
            "a draw in which women and men are drawn separately; needs a legal opinion",
            "a floor: the share of women among eligible persons; needs a legal opinion",
            "no rule in the draw, and more reach: women's points, women's organisations, hours",
        ),
        documents=(
            Addition(
                "me-framework",
                "Persons are counted by sex at each step, from application to payment, and "
                "published after each round.",
            ),
            Addition(
                "operations-manual",
                "Women can apply at points run by women, at hours that suit them.",
            ),
        ),
    )
