"""Whom to ask for a missing datum, and where such a figure is published."""

from __future__ import annotations

from collections.abc import Mapping

from kerja.adaptation import Gap, Rule
from kerja.profile import Knowledge, Profile

PROGRAMME_OFFICE = "programme office"

ASKED = {
    "assumptions": PROGRAMME_OFFICE,
    "budget": "ministry of finance",
    "costs": PROGRAMME_OFFICE,
    "country": "national statistics office",
    "digital": "telecommunications regulator",
    "economy": "national statistics office",
    "economy.exchange_rate": "central bank",
    "economy.inflation": "national statistics office",
    "economy.minimum_wage_day": "ministry of labour",
    "economy.minimum_wage_month": "ministry of labour",
    "economy.policy_rate": "central bank",
    "evaluation": "independent evaluator",
    "existing_programmes": "ministry of social affairs",
    "grievance": PROGRAMME_OFFICE,
    "identity": "identity authority",
    "institutions": PROGRAMME_OFFICE,
    "job_matching": "public employment service",
    "labour_force": "national statistics office",
    "legal": "law officers",
    "migration": "national statistics office",
    "population": "national statistics office",
    "programme": PROGRAMME_OFFICE,
    "registry": "owner of the social registry",
    "shock": "disaster management authority",
    "training": "ministry in charge of vocational training",
    "wallets": "central bank",
}
"""Who holds the figures of a section of the profile, or of one field."""

_FINDEX = "World Bank Global Findex"
_ITU = "ITU DataHub"
_LABOUR = "ILOSTAT; labour force survey"
_OUTLOOK = "IMF World Economic Outlook"
_WDI = "World Bank World Development Indicators"
_INTERNET = "labour force or household survey; CIA World Factbook"

PUBLISHED = {
    "budget.total": "budget law of the year",
    "digital.coverage_4g": _ITU,
    "digital.data_price_share": "price baskets of the Broadband Commission",
    "digital.electricity": _WDI,
    "digital.internet_use": _INTERNET,
    "digital.internet_use.men": _INTERNET,
    "digital.internet_use.women": _INTERNET,
    "digital.phone_ownership": _ITU,
    "digital.skills_basic": _ITU,
    "economy.debt_to_gdp": _OUTLOOK,
    "economy.exchange_rate": "CIA World Factbook; statistics of the central bank",
    "economy.gdp": _OUTLOOK,
    "economy.gdp_ppp": _OUTLOOK,
    "economy.government_spending": _OUTLOOK,
    "economy.inflation": "consumer price index of the statistics office",
    "economy.ppp_rate": _WDI,
    "identity.coverage_adults": "World Bank ID4D",
    "labour_force.agriculture_share": _LABOUR,
    "labour_force.employed": _LABOUR,
    "labour_force.informal_share": _LABOUR,
    "labour_force.labour_force": _LABOUR,
    "labour_force.neet_rate": _LABOUR,
    "labour_force.participation_rate": _LABOUR,
    "labour_force.participation_rate.men": _LABOUR,
    "labour_force.participation_rate.women": _LABOUR,
    "labour_force.standard": "ILOSTAT; notes of the labour force survey",
    "labour_force.unemployed": _LABOUR,
    "labour_force.unemployment_rate": _LABOUR,
    "labour_force.youth_unemployment_rate": _LABOUR,
    "population.adult_literacy": "UNESCO Institute for Statistics",
    "population.adults_15plus": "UN World Population Prospects",
    "population.poverty_share": _WDI,
    "population.refugee_migrant_share": "UNHCR; UN International Migrant Stock",
    "population.rural_share": _WDI,
    "population.total": "UN World Population Prospects",
    "training.seats_year": "annual report of the authority for vocational training",
    "wallets.account_ownership": _FINDEX,
    "wallets.account_ownership.men": _FINDEX,
    "wallets.account_ownership.women": _FINDEX,
    "wallets.agents_per_100k_adults": "IMF Financial Access Survey",
}
"""Where figures of the kind are published; that this country's is there is not said."""

_OTHERWISE = PROGRAMME_OFFICE


def whom_to_ask(gap: Gap, profile: Profile, rules: Mapping[str, Rule]) -> str:
    """Return who can give a datum.

    What is to be decided goes to the owner of the programme; a datum that only rules of one owner
    wait for to that owner; any other to the holder of the figures of its section.
    """
    owner = profile.programme.owner
    named = owner.value if owner is not None and owner.value else ""
    if gap.state == Knowledge.TO_DECIDE.value:
        return named or PROGRAMME_OFFICE
    waiting = {rules[name].owner if name in rules else "" for name in gap.unlocks}
    if len(waiting) == 1 and "" not in waiting:
        return waiting.pop()
    return _holder(gap.path, profile, named)


def _holder(path: str, profile: Profile, owner: str) -> str:
    section = path.partition(".")[0]
    authority = profile.training.authority
    if section == "training" and authority is not None and authority.value:
        return authority.value
    asked = ASKED.get(path) or ASKED.get(section, _OTHERWISE)
    return owner if asked == PROGRAMME_OFFICE and owner else asked


def where_published(path: str) -> str:
    """Return where such a figure is published, "" if not known."""
    return PUBLISHED.get(path, "")
