"""Checks of the parts of a budget (KB): its composition, its reserve, its sources."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.registry import Hit, NotKnownError, check, known
from kerja.findings import Severity
from kerja.profile import Profile, Share
from kerja.profile.budget import Funding
from kerja.profile.currencies import half_step, own_currency, own_number, written

_SHARES_TOLERANCE = 0.005
_RESERVE = (0.03, 0.10)
_FUNDING_TOLERANCE = 0.001
_CONVERTED_TOLERANCE = 0.03


@check("KB306", "shares-sum", Severity.ERROR)
def shares_sum(profile: Profile) -> Iterator[Hit]:
    """The published shares of benefits, training, administration and reserve make up 100 %.

    Half a point passes, or the rounding of the written digits.

    Why: A sum above 100 % counts a part twice; below, a part of the money has no purpose.

    Bad:
        budget:
          composition: {benefits: 17%, training: 80%, administration: 1%, contingency: 5%}

    Good:
        budget:
          composition: {benefits: 17%, training: 77%, administration: 1%, contingency: 5%}

    Source: identity.
    """
    composition = profile.budget.composition
    if not composition.model_fields_set:
        return
    parts = {
        name: share
        for name in type(composition).model_fields
        if isinstance(share := getattr(composition, name), Share) and share.number is not None
    }
    total = sum(share.number or 0 for share in parts.values())
    rounding = sum(share.step / 2 for share in parts.values())
    lacking = [n for n in type(composition).model_fields if n not in parts]
    if lacking and total <= 1 + _SHARES_TOLERANCE:
        raise NotKnownError([f"budget.composition.{name}" for name in lacking])
    if abs(total - 1) > max(_SHARES_TOLERANCE, rounding):
        yield Hit(
            "budget.composition",
            f"the shares come to {100 * total:.4g}%: {', '.join(parts)}",
            f"{100 * abs(total - 1):.3g} points {'too many' if total > 1 else 'are missing'}",
            also=tuple(f"budget.composition.{name}" for name in parts),
        )


@check("KB309", "contingency", Severity.INFO)
def contingency(profile: Profile) -> Iterator[Hit]:
    """Three to ten per cent of the total is kept in reserve. The limits are Kerja's judgement.

    Why: Without a reserve the first surprise stops payments; a large one hides what the programme
    costs.

    Bad:
        budget: {contingency_share: 0%}

    Good:
        budget: {contingency_share: 5%}

    Source: PEFA framework (2016), PI-21, on predictability of resources.
    """
    for path in ("budget.contingency_share", "budget.composition.contingency"):
        try:
            (share,) = known(profile, path)
        except NotKnownError:
            continue
        if not _RESERVE[0] <= share <= _RESERVE[1]:
            hint = f"{_RESERVE[0]:.0%} to {_RESERVE[1]:.0%} by Kerja's judgement"
            yield Hit(path, f"a reserve of {share:.1%}", hint)
        return
    raise NotKnownError(["budget.contingency_share"])


@check("KB312", "funding-sources-sum", Severity.ERROR)
def funding_sources_sum(profile: Profile) -> Iterator[Hit]:
    """The sources of the money add up to the total, and a loan states its currency.

    Rounding passes; 3 % where an amount was converted.

    Why: What is above the sum is not funded. A loan is paid back in its own currency, whatever
    the rate does.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget:
          total: IDR 4.37 trillion
          stage: revised
          funding:
            - {who: Treasury, form: domestic, amount: IDR 2.67 trillion}
            - {who: Treasury reserve, form: domestic, amount: IDR 1.2 trillion}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget:
          total: IDR 4.37 trillion
          stage: revised
          funding:
            - {who: Treasury, form: domestic, amount: IDR 2.67 trillion}
            - {who: Treasury reserve, form: domestic, amount: IDR 1.7 trillion}

    Source: IMF, Government Finance Statistics Manual 2014.
    """
    funding = profile.budget.funding
    if not funding:
        return
    for at, source in enumerate(funding):
        if source.form == "loan" and source.amount and not source.amount.currency:
            yield Hit(
                _amount_at(at),
                f"the loan of {source.who} does not state its currency",
                f"write {own_currency(profile)} or the currency that it is paid back in",
            )
    yield from _unfunded(funding, profile)


def _unfunded(funding: tuple[Funding, ...], profile: Profile) -> Iterator[Hit]:
    total, currency = own_number(profile.budget.total, profile), own_currency(profile)
    if profile.budget.total is None or total is None:
        raise NotKnownError(["budget.total"])
    numbers = [own_number(source.amount, profile) for source in funding]
    lacking = [_amount_at(at) for at, number in enumerate(numbers) if number is None]
    added = sum(number for number in numbers if number is not None)
    moneys = [profile.budget.total, *(source.amount for source in funding if source.amount)]
    converted = any(money.currency not in (None, currency) for money in moneys)
    slack = _CONVERTED_TOLERANCE if converted else _FUNDING_TOLERANCE
    allowed = max(slack * total, sum(half_step(money, profile) for money in moneys))
    if lacking and added <= total + allowed:
        raise NotKnownError(lacking)
    if abs(added - total) > allowed:
        more = "more" if added > total else "less"
        yield Hit(
            "budget.funding",
            f"the sources come to {written(added, currency)}, "
            f"{written(abs(added - total), currency)} {more} than the total",
            "name the source that is missing" if added < total else "is one counted twice?",
            also=("budget.total",),
        )


def _amount_at(position: int) -> str:
    return f"budget.funding[{position}].amount"
