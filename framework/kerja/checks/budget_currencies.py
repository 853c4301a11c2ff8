"""Checks of the currency of amounts (KB): those that name none, and those of another country."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.registry import Hit, check
from kerja.findings import Kind, Severity
from kerja.profile import Money, Profile, facts
from kerja.profile.currencies import DOLLAR, convert, own_currency

_MOST_NAMED = 4


@check("KB314", "money-without-currency", Severity.INFO)
def money_without_currency(profile: Profile) -> Iterator[Hit]:
    """Every amount names its currency.

    A bare amount is read in the profile's currency. One that was written in a model and is read in
    the currency of the country that extends it weighs as a warning.

    Why: An amount travels: into a table of several countries, into another profile. What it is in
    must travel with it.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: 4_370_000_000_000, stage: revised}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}
        budget: {total: IDR 4.37 trillion, stage: revised}

    Source: ISO 4217.
    """
    own = own_currency(profile)
    bare = [(path, money) for path, money in _written_amounts(profile) if not money.currency]
    own_bare = [(p, m) for p, m in bare if not _is_of_the_model(p, profile)]
    models = [(p, m) for p, m in bare if _is_of_the_model(p, profile)]
    if own_bare:
        yield Hit(
            own_bare[0][0],
            f"{_counted(own_bare)} without a currency"
            + (f", read as {own}: " if own else ", and the profile names none: ")
            + _named(own_bare),
            f"write {own or 'the ISO 4217 code'} before the number",
            also=tuple(path for path, _ in own_bare[1:]),
        )
    if models:
        yield Hit(
            "extends",
            f"{_counted(models)} of the model without a currency, read as {own}: {_named(models)}",
            "name the currency in the model, or give amounts of this country",
            also=tuple(path for path, _ in models),
            severity=Severity.WARNING,
        )


@check("KB315", "money-from-the-model", Severity.WARNING, kind=Kind.FEASIBILITY)
def money_from_the_model(profile: Profile) -> Iterator[Hit]:
    """What people get and what things cost here is decided here, in the country's own money.

    Looked at are the amounts of the programme, its costs and the total: those in a currency that
    is neither the profile's nor convertible, and those that a country took over from a model in
    another currency.

    Why: The rupiah of Prakerja mean nothing in riel: an amount that was inherited was not decided.

    Bad:
        programme:
          benefits:
            - {id: incentive, kind: cash, amount: IDR 600_000, after: rate_and_review}

    Good:
        programme:
          benefits:
            - {id: incentive, kind: cash, amount: KHR 160_000, after: rate_and_review}

    Source: Kerja's judgement.
    """
    if profile.kind == "model":
        return
    own = own_currency(profile)
    foreign = [
        (path, money)
        for path, money in _written_amounts(profile)
        if money.currency
        and money.currency not in (own, profile.economy.benefit_currency)
        and path.startswith(("programme.", "costs.", "budget.total", "budget.ceiling"))
    ]
    taken_over = [(p, m) for p, m in foreign if _is_of_the_model(p, profile)]
    stray = [
        (path, money)
        for path, money in foreign
        if (path, money) not in taken_over
        and money.currency != DOLLAR
        and convert(1, money.currency, profile) is None
    ]
    if taken_over:
        yield Hit(
            "extends",
            f"{_counted(taken_over)} of the model, not decided here: {_named(taken_over)}",
            f"amounts in {own}, TODO(human) while nobody has decided, or remove the entry",
            also=tuple(path for path, _ in taken_over),
        )
    if stray:
        yield Hit(
            stray[0][0],
            f"{_counted(stray)} in the money of another country: {_named(stray)}",
            f"amounts in {own}, or TODO(human) while nobody has decided",
            also=tuple(path for path, _ in stray[1:]),
        )


def _written_amounts(profile: Profile) -> list[tuple[str, Money]]:
    """Return every amount of the profile that is not zero, with its dotted path."""
    return [
        (path, fact)
        for path, fact in facts(profile)
        if isinstance(fact, Money) and fact.value is not None and fact.value.number
    ]


def _is_of_the_model(path: str, profile: Profile) -> bool:
    return profile.kind != "model" and profile.kind_of_origin(path) == "model"


def _counted(amounts: list[tuple[str, Money]]) -> str:
    return "an amount" if len(amounts) == 1 else f"{len(amounts)} amounts"


def _named(amounts: list[tuple[str, Money]]) -> str:
    shown = [f"{path} ({money.value.written})" for path, money in amounts if money.value]
    more = f" and {len(shown) - _MOST_NAMED} more" if len(shown) > _MOST_NAMED else ""
    return ", ".join(shown[:_MOST_NAMED]) + more
