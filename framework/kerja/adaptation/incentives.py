"""Rules on how much cash a participant gets, held against the minimum wage (PRG)."""

from __future__ import annotations

from collections.abc import Iterable

from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Comparison, LacksError, Look
from kerja.adaptation.registry import rule
from kerja.profile.currencies import Amount, Reckoned
from kerja.profile.packages import package

_MUCH = 0.50
_LITTLE = 0.10
_DAYS_OF_A_MONTH = 30
_WAGE = "economy.minimum_wage_month"
_CASH = "programme.benefits"


@rule("PRG-03", "cash-near-a-wage", threshold="share")
def cash_near_a_wage(look: Look) -> Change | None:
    """Cash of one month is more than half of the minimum wage

    Why: Some then come for the cash alone. From 2020 to 2022 Prakerja paid IDR 2.4 million in cash
        beside IDR 1.0 million of training, as help in the pandemic; in 2023 it turned to 0.6
        beside 3.5 million. Either may be right, and what it does is not to be reported as one.
        Half a wage is Kerja's judgement.
    Evidence: Okezone, 13 October 2022 (2020 to 2022); Fortune Indonesia, 5 January 2023 (2023).
    Basis: judgement
    Asks: Is this social assistance, or a programme of skills?
    Owner: cabinet
    """
    wage = _wage(look)
    cash = package(look.profile).cash_in_a_month
    limit = _part_of(look, wage, _MUCH)
    if not look.exceeds(_cash(look, cash.at_least, limit, what="cash in a month")):
        if cash.lacks:
            raise LacksError(*cash.lacks)
        return None
    return Change(
        settings={"programme.incentive_review": True},
        proposals=(
            f"skills first: at most {Amount(limit, cash.at_least.currency)} in cash a month, and "
            "more for training",
            "social assistance with training: said so, and paid by the budget for it",
            "the amount stays, and is paid only after a course is finished",
        ),
        documents=(
            Addition(
                "policy-brief",
                "Cash of one month is more than half of the minimum wage. Whether the aim is help "
                "or skills is decided before amounts are announced.",
            ),
            Addition(
                "me-framework",
                "What cash does and what training does is reported apart, as far as it can be "
                "told.",
            ),
        ),
    )


@rule("PRG-04", "cash-below-cost-of-attending", threshold="share")
def cash_below_cost_of_attending(look: Look) -> Change | None:
    """Cash is less than a tenth of the minimum wage over the course

    Why: Who learns all day earns nothing that day, and pays for the way and a meal. Cambodia pays
        280,000 riel a month for it. Days of training are counted from the first lesson to the
        last, thirty to a month; cash for surveys is not counted. A tenth is Kerja's judgement.
    Evidence: APP, as reported by UrduPoint, 14 November 2023 (280,000 riel a month).
    Basis: judgement
    Asks: How much is paid towards transport and meals, and to whom?
    Owner: programme office
    """
    wage, days = _wage(look), _days(look)
    cash = _without_surveys(look)
    limit = _part_of(look, wage, _LITTLE) * days / _DAYS_OF_A_MONTH
    said = _cash(look, cash.at_least, limit, what="cash of one person, without surveys")
    if look.exceeds(said):
        return None
    if cash.lacks:
        raise LacksError(*cash.lacks)
    missing = Amount(limit - cash.at_least.number, cash.at_least.currency)
    return Change(
        settings={"programme.transport_and_meal_allowance": "under review"},
        costs=(
            ExtraCost(
                line="transport to training",
                formula="places × transport of one person",
                needs=("programme.quota.people", "costs.transport"),
            ),
        ),
        proposals=(
            f"an allowance for transport and meals: {missing} more a person reach a tenth of the "
            "minimum wage",
            "shorter courses, or lessons in the evening and at weekends",
            "no more cash: training is near where people live, with a meal",
        ),
        documents=(
            Addition(
                "budget-annex",
                "Beside the benefits stands what attending costs a participant: wages not earned, "
                "transport and meals.",
            ),
        ),
    )


def _cash(look: Look, cash: Amount, limit: float, *, what: str) -> Comparison:
    own = look.threshold is not None
    return Comparison(_CASH, cash.number, limit, not own, own, what=what)


def _part_of(look: Look, wage: float, judged: float) -> float:
    return wage * (judged if look.threshold is None else look.threshold)


def _wage(look: Look) -> float:
    """Return the minimum wage of a month, or that of a day times the days that its source takes.

    Raises:
        LacksError: neither is known.
    """
    economy = look.profile.economy
    if economy.minimum_wage_month is not None and economy.minimum_wage_month.number is not None:
        return look.amount(_WAGE)
    day = economy.minimum_wage_day
    days = day.days_per_month if day is not None else None
    if day is None or day.number is None or days is None or days.number is None:
        raise LacksError(_WAGE)
    return look.amount("economy.minimum_wage_day") * days.number


def _days(look: Look) -> float:
    """Return the days from first to last lesson, of the programme or of the usual course."""
    usual = look.profile.training.course_days
    own = look.profile.programme.training_days
    if (own is None or own.number is None) and usual is not None and usual.number is not None:
        return look.number("training.course_days")
    return look.number("programme.training_days")


def _without_surveys(look: Look) -> Reckoned:
    """Add up the cash of one person, but for surveys; what is unknown of it is named."""
    found = package(look.profile)
    sums = [part.total for part in found.cash if part.purpose != "survey"]
    kinds = (f"{part.path}.kind" for part in found.parts if part.kind is None)
    lacks = (*found.lacks, *kinds, *_lacking(sums))
    total = sum(one.at_least.number for one in sums)
    return Reckoned(Amount(total, found.currency), tuple(dict.fromkeys(lacks)))


def _lacking(sums: Iterable[Reckoned]) -> tuple[str, ...]:
    return tuple(path for one in sums for path in one.lacks)
