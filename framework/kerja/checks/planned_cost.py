"""What a design would cost, beside each amount of the budget that is meant to pay for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kerja.checks.registry import NotKnownError
from kerja.profile import Money, Profile
from kerja.profile.administration import administration_cost
from kerja.profile.currencies import Amount, Reckoned, half_step, own_number
from kerja.profile.packages import package, yearly_quota


@dataclass(frozen=True, slots=True)
class Plan:
    """An amount of the budget, and what the persons that it is for would cost.

    `where` and `people_at` are dotted paths; `each` is the package of one person, `administration`
    the cost of running it, where the amount has to pay for that too.
    """

    where: str
    money: float
    rounding: float
    people_at: str
    people: int
    each: Reckoned
    administration: Reckoned | None

    @property
    def benefits(self) -> Amount:
        """Persons times what is known of the package."""
        return Amount(self.people * self.each.at_least.number, self.each.at_least.currency)

    @property
    def cost(self) -> Amount:
        """Benefits and what is known of administration: the least that the design costs."""
        extra = self.administration.at_least.number if self.administration else 0
        return Amount(self.benefits.number + extra, self.benefits.currency)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What keeps the cost from being whole."""
        return (*self.each.lacks, *(self.administration.lacks if self.administration else ()))


def plan_of_total(profile: Profile) -> Plan:
    """Return the plan behind `budget.total`: the places of a year.

    Raises:
        NotKnownError: the total or the number of places is not known.
    """
    total = profile.budget.total
    people = yearly_quota(profile)
    money = own_number(total, profile)
    unknown = {"budget.total": money, "programme.quota.people": people}
    if total is None or money is None or people is None:
        raise NotKnownError([path for path, number in unknown.items() if number is None])
    expected = profile.programme.expected_applicants
    return Plan(
        where="budget.total",
        money=money,
        rounding=half_step(total, profile),
        people_at="programme.quota",
        people=people,
        each=package(profile).total,
        administration=administration_cost(
            profile, recipients=people, applicants=expected.number if expected else None
        ),
    )


def plans_of_lines(profile: Profile) -> Iterator[Plan]:
    """Yield the plan of each budget line of the year that says for how many persons it is.

    Lines of other years were for another package, and money that was spent is no plan.
    """
    lines = profile.budget.lines.items
    year = profile.budget.fiscal_year or max((line.year or "" for line in lines), default="")
    for line in lines:
        people = line.people.number if line.people else None
        money = own_number(line.amount, profile)
        if line.year != year or line.stage == "realised" or not people or money is None:
            continue
        path = f"budget.lines[{line.id}]"
        yield Plan(
            where=f"{path}.amount",
            money=money,
            rounding=_rounding(line.amount, profile),
            people_at=f"{path}.people",
            people=round(people),
            each=package(profile).total,
            administration=None,
        )


def _rounding(money: Money | None, profile: Profile) -> float:
    return half_step(money, profile) if money is not None else 0.0
