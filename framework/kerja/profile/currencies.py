"""Amounts of money: reckoned in the profile's currency, converted by its rate, written in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kerja.profile.facts import Money
from kerja.profile.profile import Profile

DOLLAR = "USD"

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_USUAL_DIGITS = 2
_DIGITS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_PAID_WHOLE = "IDR KHR MNT"
_DIGITS_OF = {code: digits for digits, codes in _DIGITS.items() for code in codes.split()}
_DIGITS_OF |= dict.fromkeys(_PAID_WHOLE.split(), 0)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money. `currency` is an ISO 4217 code, or "" if the profile names none."""

    number: float
    currency: str

    def __str__(self) -> str:
        return written(self.number, self.currency)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An amount reckoned from several figures, some of which may not be known.

    `at_least` is reckoned from those that are known; `lacks` holds the dotted paths of the others.
    """

    at_least: Amount
    lacks: tuple[str, ...] = ()

    @property
    def amount(self) -> Amount | None:
        """The amount, or None while a figure is lacking: unknown is never taken as zero."""
        return None if self.lacks else self.at_least


def digits(currency: str) -> int:
    """Return how many decimals an amount has when it is paid.

    ISO 4217 minor units; rupiah, riel and tögrög have two on paper and are paid whole.

    >>> digits("IDR"), digits("THB"), digits("KWD")
    (0, 2, 3)
    """
    return _DIGITS_OF.get(currency, _USUAL_DIGITS)


def own_currency(profile: Profile) -> str:
    """Return the ISO 4217 code that bare amounts of the profile are in; "" if it names none.

    As `country.currency` says, else the one that all amounts of the package state: a model speaks
    of no country. What a country takes over from its model does not say in what it pays itself.

    >>> from kerja.profile import Profile
    >>> benefits = [{"id": "a", "amount": "IDR 600_000"}, {"id": "b", "amount": "IDR 50_000"}]
    >>> own_currency(Profile.model_validate({"programme": {"benefits": benefits}}))
    'IDR'
    """
    return profile.country.currency or _shared_currency(profile)


def dollar_rate(profile: Profile) -> float | None:
    """Return units of the profile's currency for one US dollar; None if not known.

    The figure may be bare ("4072.397"), or name its two currencies in either order.
    """
    own = own_currency(profile)
    if own == DOLLAR:
        return 1.0
    figure = profile.economy.exchange_rate
    if figure is None or not figure.number or figure.number <= 0:
        return None
    quantity = figure.chosen.value
    unit = quantity.unit if quantity is not None else ""
    if unit in ("", f"{own}/{DOLLAR}"):
        return float(figure.number)
    if unit == f"{DOLLAR}/{own}":
        return 1 / figure.number
    return None


def convert(amount: float, currency: str | None, profile: Profile) -> float | None:
    """Return an amount in the profile's own currency; None if no rate is known.

    Args:
        amount: in units of `currency`.
        currency: ISO 4217 code, or None for the profile's own.
        profile: whose `economy.exchange_rate` converts US dollars. There is no other rate.

    >>> from kerja.profile import Profile
    >>> cambodia = Profile.model_validate(
    ...     {"country": {"currency": "KHR"}, "economy": {"exchange_rate": "4072.397 KHR/USD"}}
    ... )
    >>> convert(100, "USD", cambodia), convert(280_000, None, cambodia)
    (407239.7, 280000)
    >>> convert(600_000, "IDR", cambodia) is None
    True
    """
    if currency is None or currency == own_currency(profile):
        return amount
    rate = dollar_rate(profile)
    if currency == DOLLAR and rate is not None:
        return amount * rate
    return None


def own_number(money: Money | None, profile: Profile) -> float | None:
    """Return the number of an amount in the profile's currency; None if it is not known."""
    if money is None or money.number is None:
        return None
    return convert(money.number, money.currency, profile)


def half_step(money: Money, profile: Profile) -> float:
    """Return half a unit of the last written digit of an amount, in the profile's currency."""
    return convert(money.step / 2, money.currency, profile) or 0.0


def written(number: float, currency: str) -> str:
    """Write an amount as a profile would, to four digits.

    >>> written(4_370_000_000_000, "IDR"), written(280_000, "KHR"), written(12.5, "USD")
    ('IDR 4.37 trillion', 'KHR 280_000', 'USD 12.5')
    """
    return f"{currency} {_four_digits(number)}".strip()


def _shared_currency(profile: Profile) -> str:
    amounts = list(_amounts_of_package(profile))
    stated = {amount.currency for amount in amounts}
    if len(stated) != 1 or any(_is_taken_over(amount, profile) for amount in amounts):
        return ""
    return stated.pop() or ""


def _amounts_of_package(profile: Profile) -> Iterator[Money]:
    place = profile.costs.training_place
    for benefit in profile.programme.benefits.items:
        amounts = (benefit.amount, place if benefit.kind == "free-place" else None)
        known = [one for one in amounts if one is not None and one.number is not None]
        yield from known[:1]


def _is_taken_over(amount: Money, profile: Profile) -> bool:
    """True if the amount is a model's and the profile builds on that model for a place."""
    kinds = profile.origin.kinds
    file = amount.place.file if amount.place is not None else ""
    return kinds.get(file) == "model" and not {"country", "area"}.isdisjoint(kinds.values())


def _four_digits(number: float) -> str:
    for scale, word in _SCALES:
        # 999,960 in four digits is a million: the next scale is meant.
        if abs(number) >= scale * 0.99995:
            return f"{_plain(number / scale)} {word}"
    return _plain(number)


def _plain(number: float) -> str:
    if number == round(number) or abs(number) >= 1000 or abs(number) < 0.001:
        return f"{number:_.0f}"
    return f"{number:.4g}"
