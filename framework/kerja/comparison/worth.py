"""What differs in the package: everything that one person can get, and how much of it is cash."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.comparison.plan import Difference, Level
from kerja.comparison.statements import exact
from kerja.profile import Profile
from kerja.profile.currencies import Reckoned
from kerja.profile.packages import Package, package

_SUMS = {
    "all benefits": "total",
    "cash": "cash_total",
    "vouchers and free places": "voucher_total",
    "cash of a month": "monthly_cash",
}


def package_changes(old: Profile, new: Profile) -> Iterator[Difference]:
    """Yield the sums of the packages that differ, and the share of cash.

    A sum of which a part is not known says "at least" and has no number: two such sums are not
    compared.
    """
    before, after = package(old), package(new)
    for name, key in _SUMS.items():
        levels = [_sum(getattr(one, key)) for one in (before, after)]
        if levels[0] != levels[1]:
            yield Difference(name, levels[0], levels[1])
    shares = [_share(one) for one in (before, after)]
    if shares[0] != shares[1]:
        yield Difference("share of cash", shares[0], shares[1])


def _sum(reckoned: Reckoned) -> Level:
    amount = reckoned.at_least
    if reckoned.lacks:
        return Level(f"at least {amount}" if amount.number else "not known")
    return Level(str(amount) if amount.number else "none", amount.number, amount.currency)


def _share(whole: Package) -> Level:
    share = whole.cash_share
    return Level("not known") if share is None else Level(exact(share, "share"), share, "share")
