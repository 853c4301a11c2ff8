"""How Kerja arrives at the statistics of Kartu Prakerja, from the shipped profiles."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.countries import country, read_file

from kerja.costing import Costing, cost, funnel, options
from kerja.feasibility import binding
from kerja.profile import Assumption, Count, Profile
from kerja.profile.packages import package
from kerja.register import Register, register
from kerja.workflow import build_workflow


@cache
def year(name: str) -> Profile:
    """Read the profile of a year that stands beside this module."""
    return read_file(Path(__file__).parent / f"{name}.yaml")


@cache
def _figures(name: str) -> Register:
    profile = country(name)
    return register(profile, options(()), binding(profile))


def indonesia(key: str) -> float:
    """Return a figure of the register of Indonesia."""
    return _figures("idn")[key].number


def in_period(period: str, stage: str) -> float:
    """Return a count of one year or batch in the history of the programme."""
    return indonesia(f"programme.history[{period}].{stage}")


def budget_line(name: str) -> float:
    """Return the amount of a budget line."""
    return indonesia(f"budget.lines[{name}].amount")


def assumed(name: str, *, model: str = "prakerja-2020") -> float:
    """Return the likeliest value of an assumption of a model."""
    return _figures(model)[f"assumptions.{name}.mode"].number


def days(model: str, step: str) -> float:
    """Return the days of a step's deadline."""
    deadline = build_workflow(country(model))[step].deadline
    assert deadline is not None
    assert deadline.days is not None
    return deadline.days


def payable(profile: Profile) -> float:
    """Return the persons that the budget of the year pays for, at most."""
    (limit,) = [limit for limit in binding(profile).limits if limit.name == "budget"]
    assert limit.persons is not None
    return limit.persons


def paid_of_purchased() -> float:
    """Return the share of those who took a course who are paid, by the funnel."""
    found = funnel(country("prakerja-2020"), 1_000_000)
    paid, purchased = found.people("paid"), found.people("purchased")
    assert paid is not None
    assert purchased is not None
    assert paid.mode is not None
    assert purchased.mode is not None
    return paid.mode / purchased.mode


def each(name: str) -> float:
    """Return a sum of the package of one person in 2020: `total` or `cash_total`."""
    amount = getattr(package(year("idn-2020")), name).amount
    assert amount is not None
    return float(amount.number)


def benefits_of_budget(number: int) -> float:
    """Return recipients × package as a share of the budget of a year."""
    recipients = in_period(f"year-{number}", "accepted")
    return recipients * each("total") / budget_line(f"{number}-revised")


def benefits_of_lines(*names: str) -> float:
    """Return persons × package of the normal scheme as a share of budget lines."""
    persons = sum(indonesia(f"budget.lines[{name}].people") for name in names)
    return persons * indonesia("package.total") / sum(budget_line(name) for name in names)


def costed(name: str, people: int) -> Costing:
    """Cost a year of Indonesia in which everybody uses everything."""
    profile = year(name)
    quota = profile.programme.quota.model_copy(update={"people": Count.model_validate(people)})
    everybody = Assumption.model_validate({"low": "100%", "mode": "100%", "high": "100%"})
    shares = dict.fromkeys(("purchase", "completion", "paid", "survey_response"), everybody)
    return cost(
        profile.model_copy(
            update={
                "programme": profile.programme.model_copy(update={"quota": quota}),
                "assumptions": profile.assumptions.model_copy(update=shares),
            }
        )
    )


def estimates(*wanted: str, model: str) -> str:
    """Say whether a model shows all of these published estimates, the null one among them."""
    shown = " ".join(effect.effect or "" for effect in country(model).evaluation.effects)
    return "shown" if all(words in shown for words in wanted) else "not all shown"


def reoffered() -> str:
    """Say whether every place that is taken back is offered again."""
    usual = build_workflow(country("prakerja-2020"))["revoke_on_deadline"].usual
    return "all" if usual is not None and usual.to == "reallocate_quota" else "not all"


def audited() -> float:
    """Return the persons of an audit as a share of the recipients of the year."""
    found = indonesia("institutions.audit_findings[bpk-2021-wage].people")
    return found / in_period("year-2021", "accepted")


def cash_out() -> str:
    """Say whether most people take their money out at once."""
    fact = country("idn").wallets.cash_out_dominant
    return "most" if fact is not None and fact.value else "unknown"
