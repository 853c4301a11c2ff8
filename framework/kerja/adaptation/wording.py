"""Fields of a profile in words, for people who will never open the file."""

from __future__ import annotations

_SAID = {
    "costs.administration": "cost of administration",
    "costs.administration.fixed_year": "administration: fixed cost of a year",
    "costs.administration.step_people": "administration: recipients that one office unit serves",
    "costs.administration.step_cost": "administration: cost of one office unit",
    "costs.administration.per_applicant": "administration: cost of one applicant",
    "costs.administration.per_recipient": "administration: cost of one recipient",
    "costs.training_place": "cost of one training place",
    "programme.target.people": "announced target",
    "programme.actual.applied": "applicants so far",
    "programme.actual.studying": "persons in training",
    "programme.actual.graduated": "graduates so far",
    "programme.actual.employed": "graduates employed afterwards",
    "programme.actual.equity_card": "applicants with an equity card",
    "labour_force.labour_force": "labour force",
    "programme.owner": "who answers for the programme",
    "programme.name": "name of the programme",
    "programme.target": "target to announce",
    "programme.eligibility": "who may take part",
    "programme.household_cap": "how many members of one household may take part",
    "programme.selection": "how people are selected",
    "programme.deadlines": "deadlines",
    "programme.batches": "rounds",
    "programme.channels": "ways to apply",
    "programme.repeat": "whether a person may take part again",
    "programme.excluded_with": "programmes whose recipients may not take part",
    "programme.training_days": "days of training",
    "programme.training_hours": "hours of training",
    "programme.unused_balance": "what happens to money that is not used",
    "programme.batches.registration_days": "days that a round stays open",
    "wallets.paid_through": "how people are paid, and who chooses",
    "migration.non_citizens": "whether non-citizens may take part",
    "programme.quota": "number of places offered",
    "programme.quota.people": "number of places offered",
    "programme.expected_applicants": "applicants expected in a year",
    "programme.batches.per_year": "rounds in a year",
    "programme.batches.quota": "places in a round",
    "programme.benefits": "benefits",
    "programme.ends": "last day of the programme",
    "budget.total": "budget of the year",
    "budget.contingency_share": "part of the budget kept in reserve",
    "economy.exchange_rate": "exchange rate",
    "training.seats": "training places that can be filled at one time",
    "training.cycles_year": "times that a training place is filled in a year",
    "training.seats_year": "training places in a year",
    "training.enrolled": "persons already enrolled outside the programme",
    "training.private_share": "share of training places at private providers",
    "training.accredited_providers": "number of accredited providers",
    "training.attendance_tracking": "whether attendance is recorded",
    "identity.coverage_adults": "share of adults who hold the identity document",
    "institutions.staff": "staff of the programme office",
    "registry.payroll_data": "whether payroll data can be checked",
    "registry.social_security_data": "whether social-security data can be checked",
    "legal.data_protection_law": "whether a law protects personal data",
    "grievance.appeal_before_batch_close": "whether appeals are decided before a round closes",
    "wallets.account_ownership": "share of adults who own an account",
    "wallets.target_account_ownership": "share of the target group who own an account",
    "wallets.agents_per_100k_adults": "agents for 100,000 adults",
    "wallets.agent_liquidity_risk": "risk that agents lack cash",
    "wallets.user_funds_safeguarded": "whether customers' money is protected if a provider fails",
    "digital.internet_use": "share of people who use the internet",
    "assumptions.demand_year": "assumption: applicants of a year",
    "assumptions.purchase": "assumption: share of accepted persons who take a course",
    "assumptions.completion": "assumption: share who finish the course",
    "assumptions.paid": "assumption: share of those who finish who are paid",
    "assumptions.onboarding": "assumption: share who open an account when helped",
}
_BENEFIT = "programme.benefits["
_OF_BENEFIT = {"amount": "amount", "at_most": "highest number of payments", "kind": "kind"}


def words(path: str) -> str:
    """Say a field's path in words.

    >>> words("programme.benefits[training].amount"), words("wallets.name_match")
    ('benefit training: amount', 'wallets: name match')
    >>> words("costs.administration.fixed_year")
    'administration: fixed cost of a year'
    """
    if path in _SAID:
        return _SAID[path]
    if path.startswith(_BENEFIT):
        name, _, what = path.removeprefix(_BENEFIT).partition("].")
        spoken = _OF_BENEFIT.get(what, what.replace("_", " "))
        return f"benefit {name}: {spoken}" if what else f"benefit {name.rstrip(']')}"
    section, _, rest = path.partition(".")
    spoken = rest.replace("[", ", ").replace("]", "").replace(".", ", ").replace("_", " ")
    return f"{section.replace('_', ' ')}: {spoken}" if spoken else section.replace("_", " ")
