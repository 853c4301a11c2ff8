"""Rules on what it costs to be on line, and what the platform must carry (DIG)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change, ExtraCost, SettingValue
from kerja.adaptation.looking import Comparison, LacksError, Look, gather
from kerja.adaptation.registry import rule
from kerja.profile.currencies import Amount, own_currency, own_number

_DEAR_DATA = 0.02
_GB_PER_DAY = 0.25
_CODES = 4
_HEAVY = 0.01
_MANY_AT_ONCE = 500_000
_TESTED_SHARE = 0.2
_APPLICANTS = "programme.expected_applicants"
_MESSAGE = "digital.otp_sms_cost"
_BUDGET = "budget.total"


@rule("DIG-04", "mobile-data-dear", threshold="share")
def mobile_data_dear(look: Look) -> Change | None:
    """A gigabyte costs more than 2 % of monthly income

    Why: On-line training that people cannot afford to open is not free. The target for an
        affordable entry-level connection is below 2 % of monthly income per head; it is a target
        for a basket of data, held here against one gigabyte.
    Evidence: UN Broadband Commission, affordability target, recalled.
    Basis: sourced
    Asks: Does the regulator allow pages of the programme to be free of charge, and who pays?
    Owner: telecommunications regulator
    """
    path = "digital.data_price_share"
    if not look.exceeds(Comparison(path, look.number(path), _DEAR_DATA, judged=False)):
        return None
    return Change(
        settings={
            "training.zero_rating": "required, if the regulator allows it",
            "training.max_mb_per_hour": 60,
        },
        costs=(
            ExtraCost(
                line="mobile data for training",
                formula="places × data of one course in GB × price of one GB",
                needs=("programme.quota.people", "training.course_data_gb", "costs.data_1gb"),
            ),
        ),
        proposals=(
            _allowance(look),
            "no allowance: pages of the programme are free of charge for participants",
            "no allowance: training where people can go, with a connection of the provider",
        ),
        documents=(
            Addition(
                "tor-payment-partner",
                "Annex, agreement with network operators: pages and courses of the programme are "
                "free of charge for participants, if the regulator allows it.",
            ),
            Addition(
                "accreditation-guideline",
                "An on-line course uses at most 60 MB an hour, and can be followed off line.",
            ),
        ),
    )


def _allowance(look: Look) -> str:
    """Say what a quarter of a gigabyte a day would cost for one person, where that is known."""
    price = own_number(look.profile.costs.data_1gb, look.profile)
    days = look.profile.programme.training_days or look.profile.training.course_days
    if price is None or days is None or days.number is None:
        return "an allowance for data: a quarter of a gigabyte for each day of training"
    amount = Amount(price * _GB_PER_DAY * days.number, own_currency(look.profile))
    return f"an allowance for data: {amount} a person, a quarter of a gigabyte a day of training"


@rule("DIG-05", "messages-weigh-on-the-budget", threshold="share")
def messages_weigh_on_the_budget(look: Look) -> Change | None:
    """Codes by text message cost more than 1 % of the budget

    Why: Messages are paid for every applicant, not for every participant. One-time codes were
        32.62 % of what Prakerja spent on technology, about 13 % of its operating cost. Four codes
        for an applicant and one in a hundred of the budget are Kerja's judgement.
    Evidence: Kabarbursa, 15 May 2024 (32.62 %); the 13 % is derived from it.
    Basis: judgement
    Asks: At what tariff do operators carry messages of the government?
    Owner: telecommunications regulator
    """
    applicants, message, budget = gather(
        lambda: look.number(_APPLICANTS),
        lambda: look.amount(_MESSAGE),
        lambda: look.amount(_BUDGET),
    )
    if not look.exceeds(_weighed(look, applicants * _CODES * message, budget)):
        return None
    return Change(
        settings={
            "auth.otp": ("missed call", "messaging app", "code generator"),
            "auth.otp_per_applicant_max": 3,
        },
        documents=(
            Addition(
                "budget-annex",
                "One-time codes and messages are a line of their own: they follow the number of "
                "applicants, not of participants.",
            ),
            Addition(
                "tor-payment-partner",
                "Annex, agreement with network operators: a tariff for messages of the government.",
            ),
        ),
    )


def _weighed(look: Look, cost: float, budget: float) -> Comparison:
    """Hold the cost of codes against its share of the budget, both as amounts."""
    own = look.threshold
    limit = budget * (_HEAVY if own is None else own)
    return Comparison(
        _MESSAGE, cost, limit, own is None, own is not None, what="cost of one-time codes in a year"
    )


@rule("DIG-07", "many-applicants-at-once", threshold="number")
def many_applicants_at_once(look: Look) -> Change | None:
    """More than 500,000 people are expected in one round

    Why: People come on the first day. In 2020, 3.5 million applied within 24 hours for the 800,000
        places of one round of Prakerja. A waiting room, a round that stays open for days and a
        test under load keep the door from closing on those who come late. The limit is Kerja's
        judgement.
    Evidence: Bisnis.com, 18 September 2020 (3.5 million in 24 hours).
    Basis: judgement
    Asks: How long may people wait before they can apply?
    Owner: programme office
    """
    applicants, rounds = gather(
        lambda: look.number(_APPLICANTS), lambda: look.number("programme.batches.per_year")
    )
    if not rounds:
        raise LacksError("programme.batches.per_year")
    each = applicants / rounds
    crowd = Comparison(_APPLICANTS, each, _MANY_AT_ONCE, judged=True, what="applicants in a round")
    if not look.exceeds(crowd):
        return None
    settings: dict[str, SettingValue] = {
        "platform.waiting_room": True,
        "platform.load_test_users": round(each * _TESTED_SHARE),
        "batch.registration_days_min": 5,
    }
    return Change(
        settings=settings,
        documents=(
            Addition(
                "procurement-plan",
                "The platform is tested under load before each round: a fifth of the applicants "
                "of a round at the same time.",
            ),
            Addition(
                "operations-manual",
                "A round stays open for at least five days. Who comes while the platform is full "
                "waits in line and keeps the place.",
            ),
        ),
    )
