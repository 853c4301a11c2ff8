"""Checks of agents and users of the payment rails (KW), counted against the adults."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.rails import active_rails
from kerja.checks.registry import Hit, NotKnownError, check, known
from kerja.findings import Kind, Severity
from kerja.profile import Count, Profile, Rail

_FEW_AGENTS = 50
_MANY_REGISTRATIONS = 2.5
_HAVE_AGENTS = ("agent", "post", "cash", "mobile-money")
_USERS = ("users", "active_users")


@check("KW215", "agent-density", Severity.INFO, kind=Kind.FEASIBILITY)
def agent_density(profile: Profile) -> Iterator[Hit]:
    """There are 50 cash-in, cash-out agents for 100,000 adults.

    Looked at where a rail pays out through agents. The limit is Kerja's judgement.

    Why: With few agents people travel far, queue long and find no cash on payment days.

    Bad:
        population: {adults_15plus: 200 million}
        wallets:
          rails:
            - {id: t-cash, kind: mobile-money, agents: 900}

    Good:
        population: {adults_15plus: 200 million}
        wallets:
          rails:
            - {id: t-cash, kind: mobile-money, agents: 240_000}

    Source: IMF Financial Access Survey, mobile money agents per 100,000 adults.
    """
    rails = [(path, rail) for path, rail in active_rails(profile) if rail.kind in _HAVE_AGENTS]
    if not rails:
        return
    stated = profile.wallets.agents_per_100k_adults
    if stated is not None and stated.number is not None:
        density, where = stated.number, "wallets.agents_per_100k_adults"
    else:
        counted = [(path, rail.agents.number) for path, rail in rails if rail.agents]
        numbers = [number for _, number in counted if number is not None]
        if not numbers:
            raise NotKnownError(["wallets.agents_per_100k_adults"])
        adults = _adults(profile)
        density, where = sum(numbers) / adults * 100_000, f"{counted[0][0]}.agents"
    if density < _FEW_AGENTS:
        yield Hit(
            where,
            f"{density:.3g} agents for 100,000 adults",
            f"plan payment days and cash points by district; Kerja's judgement: {_FEW_AGENTS}",
        )


@check("KW216", "registrations-are-not-users", Severity.ERROR)
def registrations_are_not_users(profile: Profile) -> Iterator[Hit]:
    """The users of a rail are not more than the adults; registrations that are, carry a note.

    Users above the adults are an error. Accounts, wallets and registrations may exceed them:
    above 2.5 times with a warning, above once with an information unless a `note` says so.

    Why: One person may hold several accounts; whoever plans with accounts plans for people who
    do not exist.

    Bad:
        population: {adults_15plus: 12.13 million}
        wallets:
          rails:
            - {id: bakong, kind: fast-payment-system, users: 30 million}

    Good:
        population: {adults_15plus: 12.13 million}
        wallets:
          rails:
            - id: bakong
              kind: fast-payment-system
              wallets_reached: {value: 30 million, note: above the population; not users}

    Source: identity; Bakong 2024 (30 million wallets, 642,500 accounts), PromptPay 2023.
    """
    adults = _adults(profile)
    for rail in profile.wallets.rails.items:
        for name, figure in _head_counts(rail):
            number = figure.number or 0
            hit = _above(name, number / adults, figure) if number - figure.step > adults else None
            if hit is not None:
                path = f"wallets.rails[{rail.id}].{name}"
                yield hit._replace(where=path, also=("population.adults_15plus",))


def _head_counts(rail: Rail) -> list[tuple[str, Count]]:
    names = (*_USERS, "accounts", "registrations", "wallets_reached", "registered")
    return [(name, count) for name in names if (count := getattr(rail, name)) is not None]


def _above(name: str, ratio: float, figure: Count) -> Hit | None:
    said = f"{ratio:.2f} times the adults"
    if name in _USERS:
        return Hit("", f"{said}: users are different persons", "as accounts or registrations?")
    if ratio > _MANY_REGISTRATIONS:
        return Hit("", said, "test the figure; they are not users", severity=Severity.WARNING)
    if figure.note is None:
        return Hit("", said, 'add note: "above the adults; not users"', severity=Severity.INFO)
    return None


def _adults(profile: Profile) -> float:
    (adults,) = known(profile, "population.adults_15plus")
    if not adults:
        raise NotKnownError(["population.adults_15plus"])
    return adults
