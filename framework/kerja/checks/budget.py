"""Checks of the budget against the design (KB): what it pays for, and what it leaves unused."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.budget_slips import slip_in_total
from kerja.checks.planned_cost import Plan, plan_of_total, plans_of_lines
from kerja.checks.registry import Hit, NotKnownError, check
from kerja.findings import Kind, Severity
from kerja.profile import Profile
from kerja.profile.administration import administration_cost
from kerja.profile.currencies import half_step, own_currency, own_number, written
from kerja.profile.packages import package, yearly_quota

_SHORT = 0.90
_USED = 0.60
_LEAST_ADMINISTRATION = 0.005
_MOST_ADMINISTRATION = 0.15
_HEAVY_ADMINISTRATION = 0.25
_LARGEST_SCALE = 2**20


@check("KB301", "cost-exceeds-budget", Severity.ERROR, kind=Kind.FEASIBILITY)
def cost_exceeds_budget(profile: Profile) -> Iterator[Hit]:
    """The budget pays for the places: persons times package, and the cost of running it.

    The total is compared with the places of a year, a line with the persons it names. Below 90 %
    of the cost it weighs as an error, below 100 % as a warning. A cost that is not known is not
    taken as zero: what is known may already exceed the budget.

    Why: Promises beyond the appropriation become debts to people. In January 2023 Prakerja had
    IDR 2.67 trillion, which paid 595,000 of the 1.0 million places that were wished for.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: IDR 2.67 trillion, stage: approved}
        programme:
          quota: {people: 1 million, every: year}
          benefits:
            - {id: training, kind: voucher, amount: IDR 4.2 million}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: IDR 2.67 trillion, stage: approved}
        programme:
          quota: {people: 595_000, every: year}
          benefits:
            - {id: training, kind: voucher, amount: IDR 4.2 million}

    Source: arithmetic; real ratios of budget to benefits were 0.95 to 1.07 (Prakerja 2020-24).
    """
    if slip_in_total(profile) is not None:
        return
    plans = list(plans_of_lines(profile))
    if profile.budget.total is not None or not plans:
        total = plan_of_total(profile)
        # A line that repeats the total is the same money.
        plans = [p for p in plans if (p.money, p.people) != (total.money, total.people)]
        plans.append(total)
    for plan in plans:
        yield from _short(plan)
    lacks = [name for plan in plans for name in plan.lacks]
    if lacks:
        raise NotKnownError(list(dict.fromkeys(lacks)))


def _short(plan: Plan) -> Iterator[Hit]:
    cost = plan.cost
    if plan.money + plan.rounding >= cost.number:
        return
    ratio = (plan.money + plan.rounding) / cost.number
    running = plan.administration.at_least if plan.administration else None
    extra = f" and {running} to run it" if running and running.number else ""
    least = "at least " if plan.lacks else ""
    left = plan.money - (running.number if running else 0)
    pays = max(0, int(left // plan.each.at_least.number)) if plan.each.at_least.number else 0
    yield Hit(
        plan.where,
        f"{plan.people:_} places cost {least}{cost} ({plan.each.at_least} each{extra}), and "
        f"{written(plan.money, cost.currency)} pays for {ratio:.0%} of it",
        f"{pays:_} places, a smaller package, or "
        f"{written(cost.number - plan.money, cost.currency)} more",
        also=(plan.people_at, "programme.benefits"),
        severity=Severity.ERROR if ratio < _SHORT else Severity.WARNING,
    )


@check("KB302", "budget-underused", Severity.WARNING, kind=Kind.FEASIBILITY)
def budget_underused(profile: Profile) -> Iterator[Hit]:
    """The design uses at least 60 % of the budget. The limit is Kerja's judgement.

    Why: Money that the design cannot spend goes back to the treasury, and the next budget is cut.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: IDR 20 trillion, stage: approved}
        programme:
          quota: {people: 1 million, every: year}
          benefits:
            - {id: training, kind: voucher, amount: IDR 4.2 million}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: IDR 4.37 trillion, stage: revised}
        programme:
          quota: {people: 1 million, every: year}
          benefits:
            - {id: training, kind: voucher, amount: IDR 4.2 million}

    Source: arithmetic; Prakerja spent 99 % of its budgets of 2020 and 2022.
    """
    if slip_in_total(profile) is not None:
        return
    plan = plan_of_total(profile)
    if plan.each.lacks:
        raise NotKnownError(plan.each.lacks)
    if not plan.money or plan.cost.number >= _USED * plan.money:
        return
    counted = "" if plan.administration and plan.administration.amount else ", administration apart"
    each = plan.each.at_least.number
    more = f"it would pay for {int(plan.money // each):_} places" if each else "a complete package?"
    yield Hit(
        "budget.total",
        f"{plan.people:_} places cost {plan.cost}{counted}: "
        f"{plan.cost.number / plan.money:.0%} of {written(plan.money, plan.cost.currency)}",
        f"{more}; Kerja's judgement: at least {_USED:.0%}",
        also=(plan.people_at, "programme.benefits"),
    )


@check("KB305", "administration-out-of-scale", Severity.WARNING, kind=Kind.FEASIBILITY)
def administration_out_of_scale(profile: Profile) -> Iterator[Hit]:
    """At the planned number of places, administration costs 0.5 % to 15 % of everything.

    Reckoned from the cost curve and shown at half and twice the scale; above 25 % it weighs as an
    error. The limits are Kerja's judgement.

    Why: A small programme costs more to run per head than a large one: the share of another
    country says nothing without its scale.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        costs:
          administration:
            fixed_year: IDR 188 billion
            step_people: 25_000
            step_cost: IDR 5 billion
            per_applicant: IDR 0
            per_recipient: IDR 0
        programme:
          quota: {people: 100_000, every: year}
          benefits:
            - {id: training, kind: voucher, amount: IDR 4.2 million}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        costs:
          administration:
            fixed_year: IDR 188 billion
            step_people: 25_000
            step_cost: IDR 5 billion
            per_applicant: IDR 0
            per_recipient: IDR 0
        programme:
          quota: {people: 1 million, every: year}
          benefits:
            - {id: training, kind: voucher, amount: IDR 4.2 million}

    Source: Prakerja 0.9 % over 2020-23, at 4 million people a year; Thailand's community courses
    of 2022 10.2 %, at 700,000.
    """
    people = yearly_quota(profile)
    if not people:
        raise NotKnownError(["programme.quota.people"])
    share = _administration_share(profile, people, 1)
    if _LEAST_ADMINISTRATION <= share <= _MOST_ADMINISTRATION:
        return
    judgement = f"{_LEAST_ADMINISTRATION:.1%} to {_MOST_ADMINISTRATION:.0%}"
    cure = (
        _scale_that_carries(profile, people)
        if share > _MOST_ADMINISTRATION
        else "are staff, contact centre, checks and audit all in it?"
    )
    half, double = (_administration_share(profile, people, scale) for scale in (0.5, 2))
    yield Hit(
        "costs.administration",
        f"administration takes {share:.1%} of the cost at {people:_} places "
        f"({half:.1%} at half, {double:.1%} at twice as many)",
        f"{cure}; Kerja's judgement: {judgement}",
        also=("programme.quota",),
        severity=Severity.ERROR if share > _HEAVY_ADMINISTRATION else None,
    )


def _administration_share(profile: Profile, people: int, scale: float) -> float:
    """Return administration as a share of the whole cost; applicants grow with the places."""
    expected = profile.programme.expected_applicants
    applicants = expected.number if expected is not None else None
    running = administration_cost(
        profile,
        recipients=people * scale,
        applicants=applicants * scale if applicants is not None else None,
    )
    each = package(profile).total
    lacks = (*running.lacks, *each.lacks)
    if lacks:
        raise NotKnownError(lacks)
    whole = running.at_least.number + people * scale * each.at_least.number
    return running.at_least.number / whole if whole else 0.0


def _scale_that_carries(profile: Profile, people: int) -> str:
    scale = 2
    while scale <= _LARGEST_SCALE:
        if _administration_share(profile, people, scale) <= _MOST_ADMINISTRATION:
            return f"at {people * scale:_} places it would be below {_MOST_ADMINISTRATION:.0%}"
        scale *= 2
    return f"no scale brings it below {_MOST_ADMINISTRATION:.0%}: the cost of each person is high"


@check("KB310", "ceiling", Severity.ERROR, kind=Kind.FEASIBILITY)
def ceiling(profile: Profile) -> Iterator[Hit]:
    """The total is within what the ministry may spend in the year.

    Why: Money above the ceiling is not appropriated, whatever was announced.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: IDR 4.37 trillion, ceiling: IDR 2.67 trillion, stage: proposed}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: IDR 2.67 trillion, ceiling: IDR 2.67 trillion, stage: proposed}

    Source: the appropriation law of the year.
    """
    budget = profile.budget
    total, most = own_number(budget.total, profile), own_number(budget.ceiling, profile)
    if budget.total is None or budget.ceiling is None or total is None or most is None:
        given = {"budget.total": total, "budget.ceiling": most}
        raise NotKnownError([path for path, number in given.items() if number is None])
    rounding = half_step(budget.total, profile) + half_step(budget.ceiling, profile)
    if total > most and total - rounding >= most:
        currency = own_currency(profile)
        yield Hit(
            "budget.total",
            f"{written(total, currency)} is above the ceiling of {written(most, currency)}",
            f"{written(total - most, currency)} less, or a higher ceiling",
            also=("budget.ceiling",),
        )
