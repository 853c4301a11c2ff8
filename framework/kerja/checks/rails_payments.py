"""Checks of payments on the rails (KW): limits, names, and money that comes back."""

from __future__ import annotations

import math
from collections.abc import Iterator

from kerja.checks.rails import active_rails
from kerja.checks.registry import Hit, NotKnownError, check
from kerja.findings import Kind, Severity
from kerja.profile import Fact, Knowledge, Profile, Rail, Words
from kerja.profile.currencies import own_number, written
from kerja.profile.openness import NONE
from kerja.profile.packages import Package, package

_LOW_TIERS = ("none", "simplified")
_CASH = ("cash", "post")


@check("KW203", "limit-below-benefit", Severity.ERROR, kind=Kind.FEASIBILITY)
def limit_below_benefit(profile: Profile) -> Iterator[Hit]:
    """One payment of each cash benefit fits under the rail's limits per payment and balance.

    Where recipients hold accounts of a low tier and the rail gives no balance limit, the highest
    balance of the lowest tier in the country counts. Cash and post offices have none.

    Why: A payment above the limit is refused, or sits at the provider until the account is
    upgraded.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        programme:
          benefits:
            - {id: incentive, kind: cash, amount: IDR 2.5 million, after: rate_and_review}
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, kyc: simplified, balance_limit: IDR 2 million}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        programme:
          benefits:
            - {id: incentive, kind: cash, amount: IDR 600_000, after: rate_and_review}
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, kyc: simplified, balance_limit: IDR 2 million}

    Source: the regulator's limits; in Morocco a wallet of the first level holds MAD 200.
    """
    whole = package(profile)
    lacks: list[str] = []
    for path, rail in active_rails(profile):
        payable = whole.through(rail.id)
        largest = payable.largest_payment
        if rail.kind in _CASH or (not payable.cash and not payable.lacks):
            continue
        for where, limit in _payment_limits(path, rail, profile):
            if limit is None:
                lacks.append(where)
            elif largest.at_least.number > limit:
                yield _too_much(where, payable, limit, rail)
            else:
                lacks += largest.lacks
    if lacks:
        raise NotKnownError(list(dict.fromkeys(lacks)))


def _payment_limits(path: str, rail: Rail, profile: Profile) -> list[tuple[str, float | None]]:
    balance_at, balance = f"{path}.balance_limit", rail.balance_limit
    if balance is None and rail.kyc in _LOW_TIERS:
        balance_at, balance = "wallets.low_tier_max_balance", profile.wallets.low_tier_max_balance
    return [
        (f"{path}.per_transaction_limit", own_number(rail.per_transaction_limit, profile)),
        (balance_at, own_number(balance, profile)),
    ]


def _too_much(where: str, payable: Package, limit: float, rail: Rail) -> Hit:
    part = max(payable.cash, key=lambda p: p.payment.at_least.number)
    payment = part.payment.at_least
    times = math.ceil(payment.number / limit) if limit > 0 else 0
    parts = f"pay in {times} instalments of at most {written(limit, payment.currency)}"
    tier = ", or ask for full due diligence" if rail.kyc != "full" else ""
    return Hit(
        where,
        f'"{part.id}" pays {payment} at once, and "{rail.id}" takes '
        f"{written(limit, payment.currency)}",
        (parts if times else "choose another rail") + tier,
        also=(f"{part.path}.amount",),
    )


@check("KW204", "kyc-vs-amount", Severity.ERROR, kind=Kind.FEASIBILITY)
def kyc_vs_amount(profile: Profile) -> Iterator[Hit]:
    """The account tier of recipients takes what they can receive in a month.

    That is the monthly payments and the largest single one.

    Why: Simplified due diligence is allowed for small amounts only; above the limit the account
    is frozen or the payment returned.

    Bad:
        programme:
          benefits:
            - {id: stipend, kind: cash, amount: KHR 280_000, every: month, at_most: 4}
        wallets:
          rails:
            - {id: wing, kind: mobile-money, kyc: simplified, monthly_limit: KHR 200_000}

    Good:
        programme:
          benefits:
            - {id: stipend, kind: cash, amount: KHR 280_000, every: month, at_most: 4}
        wallets:
          rails:
            - {id: wing, kind: mobile-money, kyc: simplified, monthly_limit: KHR 400_000}

    Source: FATF Recommendation 10, and its guidance on financial inclusion (2017, 2025).
    """
    whole = package(profile)
    lacks: list[str] = []
    for path, rail in active_rails(profile):
        month = whole.through(rail.id).cash_in_a_month
        limit = own_number(rail.monthly_limit, profile)
        if limit is None:
            lacks += [f"{path}.monthly_limit"] if rail.kyc in _LOW_TIERS else []
        elif month.at_least.number > limit:
            low = rail.kyc in _LOW_TIERS
            yield Hit(
                f"{path}.monthly_limit",
                f'{month.at_least} can come in one month, and "{rail.id}" takes '
                f"{written(limit, month.at_least.currency)}",
                "kyc: full" if low else "pay over more months, or add a rail",
                also=(f"{path}.kyc",) if low else (),
            )
        else:
            lacks += month.lacks
    if lacks:
        raise NotKnownError(list(dict.fromkeys(lacks)))


@check("KW213", "name-match-policy", Severity.WARNING)
def name_match_policy(profile: Profile) -> Iterator[Hit]:
    """Before cash is paid it is settled how the account's name is compared with the register's.

    A programme that runs or is marked `production` must have settled it; a draft lists it as data
    to obtain.

    Why: Names are spelt differently in both. Without a rule the payment fails, or reaches
    somebody else: the official list of failure causes of Prakerja names the mismatch.

    Bad:
        programme:
          benefits:
            - {id: stipend, kind: cash, amount: KHR 280_000, every: month, at_most: 4}
        wallets: {name_match: none}

    Good:
        programme:
          benefits:
            - {id: stipend, kind: cash, amount: KHR 280_000, every: month, at_most: 4}
        wallets: {name_match: fuzzy}

    Source: Prakerja, causes of failed payments (Tribunnews, 3 May 2022).
    """
    if not package(profile).cash:
        return
    said = profile.wallets.name_match
    if _is_settled(said, profile, "wallets.name_match") and _words(said) != NONE:
        return
    yield Hit(
        "wallets.name_match",
        "nothing says how the account's name is compared with the register's",
        "name_match: exact, or fuzzy with the identity number exact",
    )


@check("KW214", "dormant-return", Severity.WARNING)
def dormant_return(profile: Profile) -> Iterator[Hit]:
    """Before cash is paid it is settled after how many days unclaimed money comes back.

    A programme that runs or is marked `production` must have settled it; a draft lists it as data
    to obtain.

    Why: Money that nobody claims stays with the provider, outside the accounts of the state.

    Bad:
        programme:
          benefits:
            - {id: stipend, kind: cash, amount: KHR 280_000, every: month, at_most: 4}
        wallets: {return_after_days: 0}

    Good:
        programme:
          benefits:
            - {id: stipend, kind: cash, amount: KHR 280_000, every: month, at_most: 4}
        wallets: {return_after_days: 30}

    Source: reconciliation of payments with the treasury's account; Kerja's judgement.
    """
    if not package(profile).cash:
        return
    said = profile.wallets.return_after_days
    settled = _is_settled(said, profile, "wallets.return_after_days")
    if settled and said is not None and (said.number or 0) > 0:
        return
    yield Hit(
        "wallets.return_after_days",
        "nothing says after how many days unclaimed money returns to the programme",
        "return_after_days: 30, agreed with each provider",
    )


def _is_settled(fact: Fact | None, profile: Profile, path: str) -> bool:
    """Return whether a decision is written; False only where it is already due.

    Raises:
        NotKnownError: it was asked for and is not published, or the programme is still a draft.
    """
    if fact is not None and fact.is_known:
        return True
    if fact is not None and fact.knowledge is Knowledge.UNKNOWN:
        raise NotKnownError([path])
    programme = profile.programme
    if programme.stage == "production" or programme.status in ("piloting", "running"):
        return False
    raise NotKnownError([path])


def _words(fact: Words | None) -> str | None:
    return fact.value if fact is not None else None
