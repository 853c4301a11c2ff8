"""For which place a value holds: an area takes over some figures of its country, and not others."""

from __future__ import annotations

from kerja.profile import Count, Fact, Money, Profile

_MONEY_OF_A_PLACE = (
    "budget", "economy.gdp", "economy.gdp_ppp", "economy.government_spending",
    "economy.government_revenue",
)  # fmt: skip


def of_one_place(profile: Profile, *paths: str) -> bool:
    """True unless some of the values are of an area and others of its country.

    What an area took over from its country is not compared with figures of its own.
    """
    if "area" not in profile.origin.kinds.values():
        return True
    return len({profile.kind_of_origin(path) == "country" for path in paths}) < 2


def is_of_a_place(path: str, fact: Fact) -> bool:
    """True for a known figure that holds for one place only: a count, output, a budget.

    A rate, a wage, a price, a wallet's limit or a yes may hold in an area as in its country.
    """
    if isinstance(fact, Money):
        return fact.is_known and f"{path}.".startswith(tuple(f"{at}." for at in _MONEY_OF_A_PLACE))
    return isinstance(fact, Count) and fact.is_known
