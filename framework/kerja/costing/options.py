"""Options side by side: people, the known part of the cost, years, who must agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kerja.adaptation.change import Decision
from kerja.costing.appraisal import Appraisal, appraise
from kerja.costing.cases import Cases
from kerja.costing.costing import Costing, cost
from kerja.costing.crisis import Crisis, crisis
from kerja.costing.funnel import Funnel, funnel
from kerja.profile import Profile
from kerja.profile.currencies import DOLLAR, Amount, dollar_rate
from kerja.profile.packages import Package, package, yearly_quota


@dataclass(frozen=True, slots=True)
class Years:
    """The cost of one year of an option: the year counted from its start, persons and ceiling."""

    number: int
    people: float
    ceiling: Amount


@dataclass(frozen=True, slots=True)
class Horizon:
    """Years until the target that was announced is reached.

    `by_places` counts places offered, `by_completers` persons who finish, in the three cases: few
    finish in the low one, so it takes longest. None while something is not known, or if the
    design ends before; `why` says which.
    """

    by_places: float | None
    by_completers: Cases | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One design that a cabinet could choose.

    `people` are offered places in a `period` ("year" or "once"), None if that is still to be
    decided; a quota by round is counted over the rounds of a year. `ceiling` is people times the
    package as far as its amounts are known; `in_dollars` the same at the profile's exchange rate.
    `lacks` names what keeps that ceiling and administration from being whole. `costing` is the
    expected cost, line by line; it has its own `lacks`. `to_target` is the time to the number
    that was announced. `appraisals` set each estimate of the effect against that cost. `crisis`
    bounds an option for a crisis; None for any other.
    """

    id: str
    title: str
    summary: str
    people: float | None
    period: str
    years: int | None
    package: Package
    ceiling: Amount | None
    in_dollars: Amount | None
    by_year: tuple[Years, ...]
    funnel: Funnel | None
    who_must_agree: tuple[str, ...]
    risks: tuple[str, ...]
    lacks: tuple[str, ...]
    costing: Costing
    to_target: Horizon
    appraisals: tuple[Appraisal, ...]
    crisis: Crisis | None = None

    @property
    def is_partial(self) -> bool:
        """True if the cost lacks a part that is not known."""
        return bool(self.lacks)


def options(
    scenarios: Iterable[Profile], *, decisions: Iterable[Decision] = ()
) -> tuple[Option, ...]:
    """Return the options of a blueprint, in the order of its scenarios.

    Args:
        scenarios: the profiles of the options.
        decisions: of the adaptation rules, on the country; those that act may add costs.
    """
    listed = tuple(decisions)
    return tuple(_option(profile, cost(profile, decisions=listed)) for profile in scenarios)


def _option(profile: Profile, costed: Costing) -> Option:
    scenario = profile.scenario
    people, period = _offer(profile)
    whole = package(profile)
    ceiling = _times(whole, people) if people is not None else None
    years = scenario.years if scenario else None
    return Option(
        id=profile.origin.name,
        title=scenario.title if scenario else profile.origin.name,
        summary=(scenario.summary or "") if scenario else "",
        people=people,
        period=period,
        years=years,
        package=whole,
        ceiling=ceiling,
        in_dollars=_dollars(ceiling, profile),
        by_year=_by_year(people, period, years, whole),
        funnel=funnel(profile, people) if people is not None else None,
        who_must_agree=scenario.who_must_agree if scenario else (),
        risks=scenario.risks if scenario else (),
        lacks=_lacks(profile, whole, people),
        costing=costed,
        to_target=_horizon(profile, people if period == "once" else None, costed),
        appraisals=appraise(profile, costed),
        crisis=crisis(profile, _in_all(people, period, years)),
    )


def _in_all(people: float | None, period: str, years: int | None) -> float | None:
    """Return the persons of all years; None where the places of a year have no number of years."""
    if people is None or period == "once":
        return people
    return people * years if years is not None else None


def _horizon(profile: Profile, once: float | None, costed: Costing) -> Horizon:
    """Return the years to the target.

    Args:
        profile: with `programme.target`.
        once: places of a design that offers them once; None if it offers them every year.
        costed: with the places and the persons who finish of one year.
    """
    target = profile.programme.target.people
    wanted = target.number if target is not None else None
    if not wanted or not costed.people:
        path = "programme.quota.people" if wanted else "programme.target.people"
        return Horizon(None, None, f"not known: {path}")
    if once is not None and once < wanted:
        return Horizon(None, None, "the places are offered once and are fewer than the target")
    finishing = costed.driver("completed").cases
    if once is not None:
        return Horizon(wanted / costed.people, None, "not all who are offered a place finish")
    by_completers = None
    if finishing is not None and all(finishing):
        by_completers = Cases(*(wanted / persons for persons in finishing))
    return Horizon(wanted / costed.people, by_completers)


def _offer(profile: Profile) -> tuple[float | None, str]:
    quota = profile.programme.quota
    if quota.every == "batch":
        return yearly_quota(profile), "year"
    return quota.people.number if quota.people is not None else None, quota.every


def _times(whole: Package, people: float) -> Amount | None:
    """People times what is known of the package; None where no amount of it is known."""
    each = whole.total.at_least
    return Amount(people * each.number, each.currency) if each.number else None


def _dollars(ceiling: Amount | None, profile: Profile) -> Amount | None:
    rate = dollar_rate(profile)
    if ceiling is None or rate is None or ceiling.currency == DOLLAR:
        return None
    return Amount(ceiling.number / rate, DOLLAR)


def _by_year(
    people: float | None, period: str, years: int | None, whole: Package
) -> tuple[Years, ...]:
    """Spread the people over the years that the option states: evenly, as it says nothing else."""
    if people is None or years is None:
        return ()
    in_a_year = people if period == "year" else people / years
    amount = _times(whole, in_a_year)
    if amount is None:
        return ()
    return tuple(Years(number, in_a_year, amount) for number in range(1, years + 1))


_ADMINISTRATION = ("fixed_year", "step_people", "step_cost", "per_applicant", "per_recipient")


def _lacks(profile: Profile, whole: Package, people: float | None) -> tuple[str, ...]:
    curve = profile.costs.administration
    missing = [
        f"costs.administration.{name}"
        for name in _ADMINISTRATION
        if (figure := getattr(curve, name)) is None or figure.number is None
    ]
    places = [] if people is not None else [_lacking_places(profile)]
    return (*places, *whole.total.lacks, *missing)


def _lacking_places(profile: Profile) -> str:
    quota = profile.programme.quota
    known = quota.people is not None and quota.people.number is not None
    return "programme.batches.per_year" if known else "programme.quota.people"
