"""Checks of the choice of payment rails (KW): that there are some, in which currency, by whom."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.registry import Hit, NotKnownError, check
from kerja.findings import Kind, Severity
from kerja.profile import Money, Profile, Rail
from kerja.profile.currencies import convert, own_currency
from kerja.profile.packages import package

_MOST_BY_ONE = 0.80
_SHARES_TOLERANCE = 0.005
_WALLETS = ("e-wallet", "mobile-money")


def active_rails(profile: Profile) -> list[tuple[str, Rail]]:
    """Return the rails that the programme may use, each with its dotted path.

    Raises:
        NotKnownError: no list of rails is given.
    """
    listed = profile.wallets.rails
    if not listed.is_known or "rails" not in profile.wallets.model_fields_set:
        raise NotKnownError(["wallets.rails"])
    return [
        (f"wallets.rails[{rail.id}]", rail)
        for rail in listed.items
        if rail.active is None or rail.active.value is not False
    ]


@check("KW201", "no-rail", Severity.ERROR)
def no_rail(profile: Profile) -> Iterator[Hit]:
    """At least one payment rail is in use.

    Why: Without a rail nobody can be paid, and no test of limits, fees or reach says anything.

    Bad:
        wallets:
          rails: []

    Good:
        wallets:
          rails:
            - {id: post-office, kind: post}

    Source: World Bank, Sourcebook on the Foundations of Social Protection Delivery Systems (2020).
    """
    if active_rails(profile):
        return
    whole = package(profile)
    if not whole.lacks and all(part.kind == "in-kind" for part in whole.parts):
        return
    listed = len(profile.wallets.rails.items)
    said = f"none of the {listed} rails is active" if listed else "the list of rails is empty"
    yield Hit("wallets.rails", said, "add the bank, wallet, agent or post that could pay people")


@check("KW202", "rail-currency", Severity.ERROR)
def rail_currency(profile: Profile) -> Iterator[Hit]:
    """Fees and limits of a rail are in its own currency, or an exchange rate converts them.

    Why: A limit in one currency and a benefit in another cannot be compared.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, fee: {flat: USD 1, paid_by: programme}}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, fee: {flat: IDR 1500, paid_by: programme}}

    Source: ISO 4217.
    """
    for path, rail in active_rails(profile):
        expected = rail.currency or own_currency(profile)
        for name, money in _amounts(rail):
            given = money.currency
            if given in (None, expected) or not expected:
                continue
            if convert(1, given, profile) is None:
                yield Hit(
                    f"{path}.{name}",
                    f'an amount in {given} on the rail "{rail.id}", which pays in {expected}',
                    f"write it in {expected}, or give economy.exchange_rate if it is in US dollars",
                )


def _amounts(rail: Rail) -> list[tuple[str, Money]]:
    named = {
        "fee.flat": rail.fee.flat,
        "per_transaction_limit": rail.per_transaction_limit,
        "balance_limit": rail.balance_limit,
        "monthly_limit": rail.monthly_limit,
    }
    return [(name, money) for name, money in named.items() if money is not None]


@check("KW210", "single-provider", Severity.WARNING, kind=Kind.FEASIBILITY)
def single_provider(profile: Profile) -> Iterator[Hit]:
    """No single provider carries more than 80 % of the payments.

    A fast-payment system reaches accounts at many providers and does not count as one. The limit
    is Kerja's judgement.

    Why: If that provider fails, or raises its price, the whole programme stops paying.

    Bad:
        wallets:
          rails:
            - {id: wing, kind: mobile-money, share_of_payments: 92%}
            - {id: acleda, kind: bank, share_of_payments: 8%}

    Good:
        wallets:
          rails:
            - {id: wing, kind: mobile-money, share_of_payments: 60%}
            - {id: acleda, kind: bank, share_of_payments: 40%}

    Source: CPMI-IOSCO, Principles for Financial Market Infrastructures (2012), on concentration.
    """
    rails = [(p, rail) for p, rail in active_rails(profile) if rail.kind != "fast-payment-system"]
    for path, rail in rails:
        share = rail.share_of_payments.number if rail.share_of_payments else None
        if share is not None and share > _MOST_BY_ONE:
            yield Hit(
                f"{path}.share_of_payments",
                f'"{rail.id}" carries {share:.0%} of the payments',
                "a second rail that people can choose, and a plan for the day this one fails; "
                f"Kerja's judgement: at most {_MOST_BY_ONE:.0%}",
            )
            return
    used = {part.through for part in package(profile).cash}
    for path, rail in rails:
        if used == {rail.id}:
            yield Hit(path, f'every cash benefit is paid through "{rail.id}"', "add a second rail")
            return
    if any(rail.share_of_payments is None for _, rail in rails):
        raise NotKnownError([f"{path}.share_of_payments" for path, _ in rails])


@check("KW211", "not-interoperable", Severity.WARNING, kind=Kind.FEASIBILITY)
def not_interoperable(profile: Profile) -> Iterator[Hit]:
    """At least one e-wallet can send money to other providers.

    Why: Money that cannot leave its wallet is worth less than the amount paid: people spend it
    where the wallet is accepted, or lose a fee to get cash.

    Bad:
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, interoperable: no}
            - {id: dana, kind: e-wallet, interoperable: no}

    Good:
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, interoperable: yes}
            - {id: dana, kind: e-wallet, interoperable: no}

    Source: CPMI and World Bank, Payment Aspects of Financial Inclusion in the Fintech Era (2020).
    """
    rails = [(path, rail) for path, rail in active_rails(profile) if rail.kind in _WALLETS]
    if not rails:
        return
    together = profile.wallets.interoperable
    said = [rail.interoperable or together for _, rail in rails]
    if any(fact is not None and fact.value for fact in said):
        return
    if any(fact is None or fact.value is None for fact in said):
        raise NotKnownError(["wallets.interoperable"])
    where = [f"{path}.interoperable" for path, rail in rails if rail.interoperable]
    first, *others = where or ["wallets.interoperable"]
    yield Hit(
        first,
        f"none of the {len(rails)} e-wallets can pay another provider",
        "choose wallets on the fast-payment switch, or ask the central bank for a date",
        also=tuple(others),
    )


@check("KW217", "payment-shares-sum", Severity.ERROR)
def payment_shares_sum(profile: Profile) -> Iterator[Hit]:
    """The rails' shares of the payments make up 100 %.

    Why: A payment goes through exactly one rail; a sum above 100 % counts some twice.

    Bad:
        wallets:
          rails:
            - {id: wing, kind: mobile-money, share_of_payments: 78%}
            - {id: acleda, kind: bank, share_of_payments: 25%}

    Good:
        wallets:
          rails:
            - {id: wing, kind: mobile-money, share_of_payments: 75%}
            - {id: acleda, kind: bank, share_of_payments: 25%}

    Source: identity.
    """
    rails = active_rails(profile)
    given = [(path, rail.share_of_payments) for path, rail in rails if rail.share_of_payments]
    numbers = [share.number for _, share in given if share.number is not None]
    total = sum(numbers)
    rounding = sum(share.step / 2 for _, share in given)
    if not numbers:
        return
    complete = len(numbers) == len(rails)
    if not complete and total <= 1 + _SHARES_TOLERANCE:
        raise NotKnownError(
            [f"{p}.share_of_payments" for p, rail in rails if rail.share_of_payments is None]
        )
    if abs(total - 1) > max(_SHARES_TOLERANCE, rounding):
        first, *others = (f"{path}.share_of_payments" for path, _ in given)
        shares = " + ".join(f"{number:.4g}%" for number in (100 * n for n in numbers))
        yield Hit(
            first,
            f"the shares of payments come to {100 * total:.4g}%: {shares}",
            "take the shares of one month, and of the account that each person chose first",
            also=tuple(others),
        )
