"""Rules on the budget (BUD)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Comparison, LacksError, Look, gather
from kerja.adaptation.registry import rule
from kerja.profile.currencies import Amount, own_number
from kerja.profile.packages import package


@rule("BUD-01", "benefits-exceed-budget", is_gate=True)
def benefits_exceed_budget(look: Look) -> Change | None:
    """The benefits promised exceed the year's budget

    Why: Promises beyond the appropriation become debts to people. Counted are the places of a year
        times what is known of the package, and the fixed cost of the office where it is known. In
        January 2023 Indonesia had funds for 595,000 of 1.0 million places.
    Evidence: IDX Channel and Okezone, 2023: IDR 2.67 trillion, then 1.7 trillion more.
    Basis: derived
    Asks: Fewer people, a smaller package, or more money?
    Owner: ministry of finance
    """
    quota, budget = gather(look.quota, lambda: _budget(look))
    each = package(look.profile).total
    fixed = own_number(look.profile.costs.administration.fixed_year, look.profile)
    promised = quota * each.at_least.number + (fixed or 0.0)
    if promised <= budget:
        # What is known fits; only when all is known is it known to fit.
        unknown = () if fixed is not None else ("costs.administration.fixed_year",)
        if each.lacks or unknown:
            raise LacksError(*each.lacks, *unknown)
        look.comparisons.append(Comparison("budget.total", budget, promised, judged=False))
        return None
    look.comparisons.append(Comparison("budget.total", budget, promised, judged=False))
    return Change(
        proposals=_ways_out(
            people=quota,
            each=each.at_least,
            budget=budget - (fixed or 0.0),
            missing=promised - budget,
        ),
        documents=(
            Addition(
                "cabinet-memo",
                "The benefits promised exceed the budget of the year. Three ways out are put to "
                "the cabinet: fewer people, a smaller package, or more money.",
            ),
        ),
    )


def _budget(look: Look) -> float:
    """Return the budget of the year in the profile's own currency."""
    look.number("budget.total")
    budget = own_number(look.profile.budget.total, look.profile)
    if budget is None:
        raise LacksError("economy.exchange_rate")
    return budget


def _ways_out(*, people: float, each: Amount, budget: float, missing: float) -> tuple[str, ...]:
    """Return the three ways out, in figures; a person chooses, so no setting follows from them."""
    more = f"more money: at least {Amount(missing, each.currency)} more"
    if budget <= 0 or not each.number:
        return (more,)
    return (
        f"fewer people: at most {int(budget // each.number):,} places at the same package",
        f"a smaller package: at most {Amount(budget / people, each.currency)} a person "
        f"for {people:,.0f} people",
        more,
    )
