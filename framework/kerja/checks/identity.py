"""Checks of identity (KI): codes of country, area, currency, language, and the name beside them."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.lands import (
    Land,
    land,
    land_called,
    land_meant,
    resembles,
    subdivision,
    subdivision_called,
)
from kerja.checks.languages import language_meant
from kerja.checks.places import of_one_place
from kerja.checks.registry import Hit, NotKnownError, check
from kerja.checks.tender import is_currency, successors, tender, was_currency
from kerja.findings import Severity
from kerja.profile import Money, Profile, facts

_CODE = "country.code"
_CURRENCY = "country.currency"


@check("KI001", "iso-country-unknown", Severity.ERROR)
def iso_country_unknown(profile: Profile) -> Iterator[Hit]:
    """The country's code is a current alpha-3 code of ISO 3166-1.

    Why: Prices, currency, holidays and the country's row in every comparison are found by it.

    Bad:
        country: {code: UK, name: United Kingdom, currency: GBP}

    Good:
        country: {code: GBR, name: United Kingdom, currency: GBP}

    Source: ISO 3166-1.
    """
    code = _code(profile)
    if _is_area(profile, code):
        return
    if "-" in code:
        country = land(code.partition("-")[0])
        hint = f"write {country.alpha_3}, or kind: area" if country else "write the alpha-3 code"
        yield Hit(_CODE, f'"{code}" is the code of an area, not of a country', hint)
    elif len(code) != 3 or land(code) is None:
        meant = " or ".join(one.alpha_3 for one in land_meant(code, profile.country.name))
        hint = f"write {meant}" if meant else "three letters of ISO 3166-1: KHM"
        yield Hit(_CODE, f'"{code}" is not an alpha-3 code of ISO 3166-1', hint)


@check("KI002", "currency-unknown", Severity.ERROR)
def currency_unknown(profile: Profile) -> Iterator[Hit]:
    """Every currency code is an active one of ISO 4217.

    An amount in a withdrawn currency is a warning: it may be of the years before.

    Why: An amount in no currency cannot be converted, compared or paid.

    Bad:
        country: {code: SLE, name: Sierra Leone, currency: SLL}

    Good:
        country: {code: SLE, name: Sierra Leone, currency: SLE}

    Source: ISO 4217, lists one and three.
    """
    for path, code in _currencies(profile):
        if is_currency(code):
            continue
        instead = successors(code)[:2]
        hint = f"write {' or '.join(instead)}" if instead else "three letters of ISO 4217: KHR"
        if was_currency(code):
            amount = path not in (_CURRENCY, "economy.benefit_currency")
            weight = Severity.WARNING if amount else None
            yield Hit(path, f'the currency "{code}" was withdrawn', hint, severity=weight)
        else:
            yield Hit(path, f'"{code}" is not a currency of ISO 4217', hint)


@check("KI003", "currency-not-tender", Severity.WARNING)
def currency_not_tender(profile: Profile) -> Iterator[Hit]:
    """The profile's currency is legal tender of the country.

    Why: Bare amounts are read in this currency, and benefits are paid in it.

    Bad:
        country: {code: IDN, name: Indonesia, currency: MYR}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR}

    Source: ISO 4217; Unicode CLDR, currencies by territory.
    """
    code, currency = _code(profile), profile.country.currency
    if currency is None:
        raise NotKnownError([_CURRENCY])
    if not of_one_place(profile, _CODE, _CURRENCY):
        return  # an area has the currency of its country
    country = _country_of(code)
    accepted = tender(country.alpha_2) if country else ()
    if country and accepted and is_currency(currency) and currency not in accepted:
        yield Hit(
            _CURRENCY,
            f"{currency} is not legal tender of {country.name}",
            f"write {' or '.join(accepted)}",
            also=(_CODE,),
        )


@check("KI004", "subdivision-parent", Severity.ERROR)
def subdivision_parent(profile: Profile) -> Iterator[Hit]:
    """An area's code is one of ISO 3166-2, and of the country whose profile it extends.

    Why: An area of another country would take over rates and law of a country it is not part of.

    Bad:
        country: {code: MYS, name: Malaysia, currency: MYR}
        ---
        kind: area
        extends: parent
        country: {code: ID-KT, name: Kalimantan Tengah}

    Good:
        country: {code: MYS, name: Malaysia, currency: MYR}
        ---
        kind: area
        extends: parent
        country: {code: MY-13, name: Sarawak}

    Source: ISO 3166-2.
    """
    code = _code(profile)
    if not _is_area(profile, code):
        return
    parent = profile.origin.parent
    above = _country_of(parent.country.code or "") if parent is not None else None
    country = land(code.partition("-")[0])
    named = subdivision_called(profile.country.name or "", (above or country or _NOWHERE).alpha_2)
    hint = f"write {named.code}" if named else "the code of ISO 3166-2: MY-13"
    if "-" not in code:
        yield Hit(_CODE, f'an area has a code of its own, and "{code}" is that of a country', hint)
    elif subdivision(code) is None:
        yield Hit(_CODE, f'"{code}" is not an area of ISO 3166-2', hint)
    elif above and country and above != country:
        yield Hit(_CODE, f"{code} is in {country.name}, but the profile extends {above.name}", hint)


@check("KI005", "name-code-mismatch", Severity.WARNING)
def name_code_mismatch(profile: Profile) -> Iterator[Hit]:
    """The name resembles that of the code.

    Why: Niger and Nigeria, Austria and Australia are exchanged by one letter of the code.

    Bad:
        country: {code: NER, name: Nigeria, currency: XOF}

    Good:
        country: {code: NER, name: Niger, currency: XOF}

    Source: ISO 3166-1, ISO 3166-2; Unicode CLDR, names of territories.
    """
    code, name = _code(profile), profile.country.name
    if name is None:
        return
    if _is_area(profile, code):
        yield from _area_name_hits(code, name)
        return
    country = land(code)
    if country is None or resembles(name, country):
        return
    other = land_called(name)
    hint = f"write code: {other.alpha_3}" if other else f"write name: {country.name}"
    yield Hit("country.name", f'{code} is {country.name}, not "{name}"', hint, also=(_CODE,))


@check("KI006", "language-tag", Severity.ERROR)
def language_tag(profile: Profile) -> Iterator[Hit]:
    """Languages are BCP 47 tags, the shortest there is.

    Why: Translations, fonts and the direction of writing are found by the tag.

    Bad:
        country: {code: IDN, name: Indonesia, currency: IDR, languages: [in]}

    Good:
        country: {code: IDN, name: Indonesia, currency: IDR, languages: [id]}

    Source: RFC 5646.
    """
    languages = profile.country.languages
    if languages is None or languages.value is None:
        raise NotKnownError(["country.languages"])
    for tag in languages.value:
        meant = language_meant(tag)
        if meant is None or meant.casefold() != tag.casefold():
            hint = f"write {meant}" if meant else "two or three letters of ISO 639: km"
            yield Hit("country.languages", f'"{tag}" is not a language tag of BCP 47', hint)


_NOWHERE = Land("", "", "")


def _code(profile: Profile) -> str:
    if profile.country.code is None:
        raise NotKnownError([_CODE])
    return profile.country.code


def _is_area(profile: Profile, code: str) -> bool:
    """True for an area, and for a scenario of one."""
    return profile.kind == "area" or (profile.kind == "scenario" and "-" in code)


def _country_of(code: str) -> Land | None:
    """Return the country of a code of ISO 3166-1 or 3166-2."""
    return land(code.partition("-")[0])


def _currencies(profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield each currency code once, with the path of the first value in it."""
    seen: set[str] = set()
    for path, code in _all_currencies(profile):
        if code not in seen:
            seen.add(code)
            yield path, code


def _all_currencies(profile: Profile) -> Iterator[tuple[str, str]]:
    if profile.country.currency:
        yield _CURRENCY, profile.country.currency
    if profile.economy.benefit_currency:
        yield "economy.benefit_currency", profile.economy.benefit_currency
    for path, figure in facts(profile):
        if isinstance(figure, Money) and figure.currency:
            yield path, figure.currency
    rate = profile.economy.exchange_rate
    pair = rate.chosen.value.unit if rate and rate.chosen.value else ""
    for code in pair.split("/") if "/" in pair else ():
        yield "economy.exchange_rate", code


def _area_name_hits(code: str, name: str) -> Iterator[Hit]:
    area, country = subdivision(code), _country_of(code)
    named = subdivision_called(name, country.alpha_2) if country else None
    if area is None or named is None or named.code == code:
        return  # areas go by many names: only that of another area is wrong
    message = f'{code} is {area.name}, not "{name}"'
    yield Hit("country.name", message, f"write code: {named.code}", also=(_CODE,))
