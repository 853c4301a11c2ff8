"""Checks of the fees of payments (KW): who bears them, and whether they can be right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kerja.checks.rails import active_rails
from kerja.checks.registry import Hit, NotKnownError, check
from kerja.findings import Kind, Severity
from kerja.profile import Money, Profile, Share
from kerja.profile.currencies import digits, own_currency, own_number, written
from kerja.profile.packages import package
from kerja.profile.quantities import looks_grouped

_DEAR_FEE = 0.02
_MOST_PERCENT = 0.10
_MOST_OF_PAYMENT = 0.20


@check("KW208", "fee-borne-by-beneficiary", Severity.WARNING, kind=Kind.FEASIBILITY)
def fee_borne_by_beneficiary(profile: Profile) -> Iterator[Hit]:
    """The programme, not the recipient, bears the fee of a payment.

    A fee above 2 % of the smallest payment weighs as an error; that limit is Kerja's judgement.

    Why: The person gets less than the law promises, and the poorest, who get small amounts, lose
    most.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        programme:
          benefits:
            - {id: incentive, kind: cash, amount: IDR 600_000, after: rate_and_review}
        wallets:
          rails:
            - {id: bni, kind: bank, fee: {flat: IDR 6_500, paid_by: recipient}}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        programme:
          benefits:
            - {id: incentive, kind: cash, amount: IDR 600_000, after: rate_and_review}
        wallets:
          rails:
            - {id: bni, kind: bank, fee: {flat: IDR 6_500, paid_by: programme}}

    Source: Better Than Cash Alliance, guidance on government-to-person payments.
    """
    whole = package(profile)
    for path, rail in active_rails(profile):
        if rail.fee.paid_by != "recipient":
            continue
        flat = own_number(rail.fee.flat, profile)
        percent = rail.fee.percent.number if rail.fee.percent else None
        if flat is None and percent is None:
            raise NotKnownError([f"{path}.fee.flat"])
        if not flat and not percent:
            continue
        amounts = [p.payment.at_least.number for p in whole.through(rail.id).cash]
        smallest = min((amount for amount in amounts if amount > 0), default=0)
        share = (percent or 0) + ((flat or 0) / smallest if smallest else 0)
        yield Hit(
            f"{path}.fee",
            f'recipients bear the fee of "{rail.id}"' + _of_payment(share, smallest, profile),
            "paid_by: programme",
            severity=Severity.ERROR if share > _DEAR_FEE else None,
        )


def _of_payment(share: float, smallest: float, profile: Profile) -> str:
    if not share:
        return ""
    of = f" of {written(smallest, own_currency(profile))}" if smallest else ""
    return f": {share:.1%}{of}"


class _Price(NamedTuple):
    """What one payment costs, with the dotted paths of both ways to say it."""

    flat_at: str
    flat: Money | None
    percent_at: str
    percent: Share | None
    rail: str | None


@check("KW209", "fee-unit", Severity.ERROR)
def fee_unit(profile: Profile) -> Iterator[Hit]:
    """A fee is a payable amount below 20 % of the payment, or a share below 10 % of it.

    Why: Above that the unit is wrong: a flat fee written as a share, thousands lost to a decimal
    point, another currency.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, fee: {flat: IDR 1.500, paid_by: programme}}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, fee: {flat: IDR 1500, paid_by: programme}}

    Source: order of magnitude; ISO 4217 minor units.
    """
    whole = package(profile)
    for price in _prices(profile):
        percent = price.percent.number if price.percent else None
        if percent is not None and percent > _MOST_PERCENT:
            yield Hit(
                price.percent_at,
                f"a fee of {percent:.1%} of each payment",
                f"a decimal point? {percent / 10:.2%}; or a flat fee?",
            )
        if price.flat is None or price.flat.number is None:
            continue
        if not _is_payable(price.flat, profile):
            yield _unpayable(price.flat_at, price.flat, profile)
            continue
        flat = own_number(price.flat, profile)
        payable = whole.through(price.rail) if price.rail else whole
        largest = payable.largest_payment.at_least
        if flat is not None and 0 < _MOST_OF_PAYMENT * largest.number < flat:
            yield Hit(
                price.flat_at,
                f"a fee of {written(flat, largest.currency)} on payments of at most {largest}",
                "thousands too many, or another currency?",
            )


def _prices(profile: Profile) -> list[_Price]:
    wallets = profile.wallets
    usual = _Price(
        "wallets.fee_fixed", wallets.fee_fixed, "wallets.fee_percent", wallets.fee_percent, None
    )
    own = [
        _Price(
            f"wallets.rails[{rail.id}].fee.flat", rail.fee.flat,
            f"wallets.rails[{rail.id}].fee.percent", rail.fee.percent, rail.id,
        )
        for rail in wallets.rails.items
    ]  # fmt: skip
    return [usual, *own]


def _is_payable(money: Money, profile: Profile) -> bool:
    smallest = 10.0 ** digits(money.currency or own_currency(profile))
    units = (money.number or 0) * smallest
    return abs(units - round(units)) < 1e-6


def _unpayable(where: str, money: Money, profile: Profile) -> Hit:
    currency = money.currency or own_currency(profile)
    as_written = money.chosen.value.written if money.chosen.value else ""
    figure = as_written.replace(currency, "").strip()
    meant = f"write {currency} {figure.replace('.', '')}" if looks_grouped(figure) else ""
    return Hit(
        where,
        f"{currency} {figure} cannot be paid: {currency} has {digits(currency) or 'no'} decimals",
        meant or f"an amount that {currency} can be paid in",
    )
