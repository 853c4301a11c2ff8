"""Costs beside benefits in three accounts: the participant's, the government's, the economy's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kerja.costing.accounts import (
    Account,
    Amounts,
    Verdict,
    accounts,
    amounts_of,
    kept,
    over,
    resources,
)
from kerja.costing.cases import of_assumption
from kerja.costing.costing import Costing
from kerja.costing.estimates import ESTIMANDS, OFFERED, Estimate, estimates
from kerja.costing.worth import Course
from kerja.profile import Profile


@dataclass(frozen=True, slots=True)
class Appraisal:
    """One estimate set against the cost of a year's persons, in the base case.

    `estimand` says whose effect it is taken as: of all who are offered a place, or of those who
    take it up; `people` are then that many. Where the source does not say which
    (`is_stated` false) both are computed, apart. `ratio` counts cash as a transfer;
    `ratio_to_spending` as if it were used up. `switching_gain` is the gain of a month, and
    `switching_years` the years, at which the economy's account is zero. `cost_of_a_job` is the
    cost of one more person at work. An estimate of work alone has no accounts. `lacks` keeps the
    present value from being known. While the costing is partial, ratios are too high and the cost
    of a job is too low.
    """

    estimate: Estimate
    estimand: str
    is_stated: bool
    people: float | None
    present_value: float | None
    accounts: tuple[Account, ...]
    ratio: Verdict
    ratio_to_spending: Verdict
    switching_gain: Verdict
    switching_years: Verdict
    cost_of_a_job: Verdict
    lacks: tuple[str, ...]

    def account(self, name: str) -> Account:
        """Return the account of a name: participant, government, economy.

        Raises:
            KeyError: there is none.
        """
        return {account.name: account for account in self.accounts}[name]


def appraise(profile: Profile, costed: Costing) -> tuple[Appraisal, ...]:
    """Set every estimate of a profile against the cost of its design.

    Cash is a transfer: the participant's gain and the government's expense, and no cost to the
    economy but for what raising it loses. Effects of the offered (ITT) are multiplied by places,
    those of the treated (LATE) by persons who take a course; the two are never mixed.
    """
    course, missing = _course(profile)
    amounts = amounts_of(profile, costed)
    settings = {one: _setting(one, costed, course, amounts=amounts) for one in ESTIMANDS}
    return tuple(
        _appraisal(estimate, settings[estimand], missing)
        for estimate in estimates(profile)
        for estimand in ((estimate.estimand,) if estimate.estimand else ESTIMANDS)
    )


class _Setting(NamedTuple):
    """Persons, how their gain goes on, and what it is set against."""

    estimand: str
    people: float | None
    lacks: tuple[str, ...]
    course: Course | None
    amounts: Amounts


def _setting(
    estimand: str, costed: Costing, course: Course | None, *, amounts: Amounts
) -> _Setting:
    driver = costed.driver("places" if estimand == OFFERED else "purchased")
    people = driver.cases.base if driver.cases is not None else None
    return _Setting(estimand, people, driver.lacks, course, amounts)


def _course(profile: Profile) -> tuple[Course | None, tuple[str, ...]]:
    given = profile.assumptions
    named = {
        "assumptions.effect_years": of_assumption(given.effect_years, profile),
        "assumptions.effect_decay": of_assumption(given.effect_decay, profile),
        "assumptions.discount_rate": of_assumption(given.discount_rate, profile),
    }
    missing = tuple(path for path, cases in named.items() if cases is None)
    if missing:
        return None, missing
    return Course(*(cases.base for cases in named.values() if cases is not None)), ()


def _appraisal(estimate: Estimate, setting: _Setting, missing: tuple[str, ...]) -> Appraisal:
    amounts = setting.amounts
    value = _present_value(estimate.gain, setting)
    unknown = () if value is not None else (*estimate.lacks, *setting.lacks, *missing)
    speaks = estimate.speaks_of_income
    gained = kept(value, amounts)
    return Appraisal(
        estimate=estimate,
        estimand=setting.estimand,
        is_stated=estimate.estimand is not None,
        people=setting.people,
        present_value=value,
        accounts=accounts(value, amounts, unknown) if speaks else (),
        ratio=over(gained, resources(amounts)),
        ratio_to_spending=over(gained, amounts.cost),
        switching_gain=_switching_gain(setting),
        switching_years=_switching_years(estimate.gain, setting),
        cost_of_a_job=_cost_of_a_job(estimate, setting),
        lacks=tuple(dict.fromkeys(unknown)) if speaks else (),
    )


def _present_value(gain: float | None, setting: _Setting) -> float | None:
    """Return today's value of what all gain.

    No gain is worth nothing, whatever the rate and however long it lasts.
    """
    if gain is None or setting.people is None:
        return None
    if not gain:
        return 0.0
    return setting.people * setting.course.present_value(gain) if setting.course else None


_MISSING = "not known: assumptions are missing"


def _switching_gain(setting: _Setting) -> Verdict:
    lost, used = setting.amounts.displacement, resources(setting.amounts)
    if not setting.people or setting.course is None or lost is None or used is None:
        return Verdict(None, _MISSING)
    worth = setting.course.present_value(1.0) * setting.people * (1 - lost)
    if worth <= 0:
        return Verdict(None, "not defined: others lose all that is gained")
    return Verdict(used / worth)


def _switching_years(gain: float | None, setting: _Setting) -> Verdict:
    if gain == 0:
        return Verdict(None, "not defined: without a gain no time is long enough")
    lost, used = setting.amounts.displacement, resources(setting.amounts)
    if gain is None or not setting.people or setting.course is None or lost is None:
        return Verdict(None, _MISSING)
    if used is None:
        return Verdict(None, _MISSING)
    years = setting.course.years_until(gain * setting.people * (1 - lost), used)
    if years is None:
        return Verdict(None, "not defined: the gain fades before it is worth its cost")
    return Verdict(years)


def _cost_of_a_job(estimate: Estimate, setting: _Setting) -> Verdict:
    if estimate.points is None:
        return Verdict(None, "the estimate does not speak of work")
    if estimate.points <= 0:
        return Verdict(None, "not defined: no effect on work was detectable")
    if not setting.people or setting.amounts.cost is None:
        return Verdict(None, "not known: the cost")
    return Verdict(setting.amounts.cost / (setting.people * estimate.points))
