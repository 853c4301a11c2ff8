"""What one participant gets: the benefits of a profile added up per person, in its own currency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kerja.profile.currencies import DOLLAR, Amount, Reckoned, own_currency, own_number
from kerja.profile.facts import Count
from kerja.profile.profile import Profile
from kerja.profile.programme import Benefit

_DAYS_OF_LONGEST_MONTH = 31
_VOUCHERS = ("voucher", "free-place")


@dataclass(frozen=True, slots=True)
class Part:
    """One benefit, per person.

    `path` is its dotted name in the profile, `purpose` what it is for (as written; else training
    for vouchers and free places, survey for what is paid by the survey), `payments` the highest
    number of payments, or None.
    """

    path: str
    id: str
    kind: str | None
    purpose: str | None
    every: str
    through: str | None
    payment: Reckoned
    payments: int | None

    @property
    def total(self) -> Reckoned:
        """All payments to one person."""
        lacks = self.payment.lacks
        if self.payments is None:
            lacks = (*lacks, f"{self.path}.at_most")
        return Reckoned(_times(self.payment.at_least, self.payments or 1), lacks)

    @property
    def month(self) -> Reckoned:
        """The most that one person can get of it in a month; nothing if it is paid less often."""
        if self.every == "month":
            return self.payment
        if self.every != "day":
            return Reckoned(_times(self.payment.at_least, 0))
        days = min(self.payments or _DAYS_OF_LONGEST_MONTH, _DAYS_OF_LONGEST_MONTH)
        return Reckoned(_times(self.payment.at_least, days), self.payment.lacks)


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that one participant can get, at most.

    Every sum is `Reckoned`: `.amount` is None while an amount in it is unknown, `.lacks` names
    those amounts, and `.at_least` is the sum of the others. `lacks` holds "programme.benefits"
    if the benefits as a whole are not given.
    """

    currency: str
    parts: tuple[Part, ...]
    lacks: tuple[str, ...] = ()

    @property
    def total(self) -> Reckoned:
        """Value of all benefits: what the programme spends on one person who uses everything."""
        return self._added(part.total for part in self.parts)

    @property
    def cash_total(self) -> Reckoned:
        """All cash to one person."""
        return self._added((part.total for part in self.cash), self._without_kind)

    @property
    def cash_share(self) -> float | None:
        """The part of the total that is cash, as a fraction; None while either is not known."""
        cash, whole = self.cash_total.amount, self.total.amount
        return cash.number / whole.number if cash and whole and whole.number else None

    @property
    def voucher_total(self) -> Reckoned:
        """Vouchers and free places of one person."""
        vouchers = (part.total for part in self.parts if part.kind in _VOUCHERS)
        return self._added(vouchers, self._without_kind)

    @property
    def largest_payment(self) -> Reckoned:
        """The largest single payment of cash."""
        return self._largest((part.payment for part in self.cash), self._without_kind)

    @property
    def monthly_cash(self) -> Reckoned:
        """Cash that comes month by month: the stipend, without what is paid once or by survey."""
        return self._added((part.month for part in self.cash), self._without_kind)

    @property
    def cash_in_a_month(self) -> Reckoned:
        """The most cash that can come in one month: monthly payments and the largest other one."""
        others = (part.payment for part in self.cash if part.every in ("once", "survey"))
        return self._added((self.monthly_cash, self._largest(others)))

    def of(self, purpose: str) -> Reckoned:
        """Return the value of the benefits for one purpose: training, stipend, survey, …"""
        return self._added(part.total for part in self.parts if part.purpose == purpose)

    def through(self, rail: str) -> Package:
        """Return the benefits that the rail of that id may pay: its own, and those of no rail."""
        parts = tuple(part for part in self.parts if part.through in (None, rail))
        return Package(self.currency, parts, self.lacks)

    @property
    def cash(self) -> tuple[Part, ...]:
        """The benefits that reach the person as money."""
        return tuple(part for part in self.parts if part.kind == "cash")

    @property
    def _without_kind(self) -> tuple[str, ...]:
        return tuple(f"{part.path}.kind" for part in self.parts if part.kind is None)

    def _added(self, sums: Iterable[Reckoned], lacks: tuple[str, ...] = ()) -> Reckoned:
        listed = tuple(sums)
        return self._reckoned(sum(one.at_least.number for one in listed), listed, lacks)

    def _largest(self, sums: Iterable[Reckoned], lacks: tuple[str, ...] = ()) -> Reckoned:
        listed = tuple(sums)
        largest = max((one.at_least.number for one in listed), default=0)
        return self._reckoned(largest, listed, lacks)

    def _reckoned(
        self, number: float, sums: tuple[Reckoned, ...], lacks: tuple[str, ...]
    ) -> Reckoned:
        names = (*self.lacks, *lacks, *(name for one in sums for name in one.lacks))
        return Reckoned(Amount(number, self.currency), tuple(dict.fromkeys(names)))


def package(profile: Profile) -> Package:
    """Return what one participant gets.

    A free place whose own amount is not known is worth `costs.training_place`. The currency is the
    profile's own; without one, that which all these amounts state. Amounts in US dollars are
    converted by `economy.exchange_rate`; in any other currency they count as unknown, because no
    rate is known.

    Prakerja in 2020: a voucher of one million, four monthly payments, three surveys.

    >>> from kerja.profile import Profile
    >>> training = {"id": "training", "kind": "voucher", "amount": "IDR 1 million"}
    >>> stipend = {"id": "stipend", "kind": "cash", "every": "month", "at_most": 4}
    >>> survey = {"id": "survey", "kind": "cash", "every": "survey", "at_most": 3}
    >>> benefits = [
    ...     training, {**stipend, "amount": "IDR 600_000"}, {**survey, "amount": "IDR 50_000"}
    ... ]
    >>> prakerja = package(Profile.model_validate(
    ...     {"country": {"currency": "IDR"}, "programme": {"benefits": benefits}}
    ... ))
    >>> str(prakerja.total.amount), str(prakerja.cash_total.amount)
    ('IDR 3.55 million', 'IDR 2.55 million')
    >>> str(prakerja.monthly_cash.amount), str(prakerja.of("survey").amount)
    ('IDR 600_000', 'IDR 150_000')

    Cambodia publishes the stipend and not what a place costs: the total is at least the stipend.

    >>> training = {"id": "training", "kind": "free-place", "amount": "unknown"}
    >>> benefits = [training, {**stipend, "amount": "KHR 280_000"}]
    >>> cambodia = package(Profile.model_validate(
    ...     {"country": {"currency": "KHR"}, "programme": {"benefits": benefits}}
    ... ))
    >>> cambodia.total.amount, cambodia.total.lacks
    (None, ('programme.benefits[training].amount',))
    >>> str(cambodia.total.at_least), str(cambodia.cash_total.amount)
    ('KHR 1.12 million', 'KHR 1.12 million')
    """
    listed = profile.programme.benefits
    given = listed.is_known and "benefits" in profile.programme.model_fields_set
    return Package(
        currency=own_currency(profile),
        parts=tuple(_part(benefit, profile) for benefit in listed.items),
        lacks=() if given else ("programme.benefits",),
    )


def yearly_quota(profile: Profile) -> int | None:
    """Return the places that the design offers in a year; None if they are not known.

    A quota by batch is multiplied by the batches of a year; a quota for the whole programme is
    spread over the years of the scenario, or from the first to the last calendar year.

    >>> from kerja.profile import Profile
    >>> programme = {"quota": {"people": 20_000, "every": "batch"}, "batches": {"per_year": 15}}
    >>> yearly_quota(Profile.model_validate({"programme": programme}))
    300000
    >>> yearly_quota(Profile()) is None
    True
    """
    quota = profile.programme.quota
    if quota.people is None:
        return _product(profile.programme.batches.quota, profile.programme.batches.per_year)
    if quota.every == "batch":
        return _product(quota.people, profile.programme.batches.per_year)
    people = quota.people.number
    if people is None or quota.every == "year":
        return _whole(people)
    years = _years(profile)
    return round(people / years) if years else None


def _part(benefit: Benefit, profile: Profile) -> Part:
    by_kind = "training" if benefit.kind in _VOUCHERS else None
    by_rhythm = "survey" if benefit.every == "survey" else None
    path = f"programme.benefits[{benefit.id}]"
    return Part(
        path=path,
        id=benefit.id,
        kind=benefit.kind,
        purpose=benefit.purpose or by_kind or by_rhythm,
        every=benefit.every,
        through=benefit.through,
        payment=_payment(benefit, path, profile),
        payments=benefit.payments,
    )


def _payment(benefit: Benefit, path: str, profile: Profile) -> Reckoned:
    number = own_number(benefit.amount, profile)
    if number is None and benefit.kind == "free-place":
        number = own_number(profile.costs.training_place, profile)
    lacks: tuple[str, ...] = ()
    if number is None:
        in_dollars = benefit.amount is not None and benefit.amount.currency == DOLLAR
        lacks = ("economy.exchange_rate",) if in_dollars else (f"{path}.amount",)
    return Reckoned(Amount(number or 0, own_currency(profile)), lacks)


def _times(amount: Amount, factor: float) -> Amount:
    return Amount(amount.number * factor, amount.currency)


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)


def _product(first: Count | None, second: Count | None) -> int | None:
    if first is None or second is None or first.number is None or second.number is None:
        return None
    return round(first.number * second.number)


def _years(profile: Profile) -> int | None:
    if profile.scenario is not None and profile.scenario.years is not None:
        return profile.scenario.years
    starts, ends = profile.programme.starts, profile.programme.ends
    if not starts or not ends or ends < starts:
        return None
    return int(ends[:4]) - int(starts[:4]) + 1
