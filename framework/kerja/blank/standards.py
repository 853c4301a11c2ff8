"""What ISO and CLDR say of a country: names, languages, currency, digits, calendar, week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from kerja.checks.languages import language_meant
from kerja.checks.tender import tender

if TYPE_CHECKING:
    from babel import Locale

_NATIONAL = ("official", "de_facto_official")
_OF_A_PART = "official_regional"
# calendarPreferenceData of CLDR, which Babel does not carry (UTS 35, part 4). Elsewhere the first
# calendar is the common one, or one that the profile language has no word for.
_CALENDARS = {"TH": "buddhist"}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Standards:
    """What the standards say of a country; what they do not say is empty.

    `languages` are BCP 47 tags of the official languages, the most spoken first; `of_a_part` those
    that are official in a part of the country. `own_names` has the country's name by language.
    `currency` is the legal tender (ISO 4217) if CLDR leaves no choice, `tenders` all there are.
    `digits` and `native_digits` are numbering systems of the first language.
    """

    languages: tuple[str, ...]
    of_a_part: tuple[str, ...]
    own_names: Mapping[str, str]
    currency: str
    tenders: tuple[str, ...]
    digits: str
    native_digits: str
    calendar: str
    week_starts: str


def standards(alpha_2: str) -> Standards:
    """Return what the standards say of the country with an alpha-2 code."""
    languages = _languages(alpha_2, _NATIONAL)
    first = next(_locales(languages[:1], alpha_2), None)
    tenders = tender(alpha_2)
    return Standards(
        languages=languages,
        of_a_part=_languages(alpha_2, (_OF_A_PART,)),
        own_names=_own_names(languages, alpha_2),
        currency=_currency(tenders, alpha_2),
        tenders=tenders,
        digits=str(first.default_numbering_system) if first else "",
        native_digits=str(first.other_numbering_systems.get("native", "")) if first else "",
        calendar=_CALENDARS.get(alpha_2, ""),
        week_starts=_DAYS[first.first_week_day] if first else "",
    )


def release() -> str:
    """Return the release of CLDR."""
    from babel.core import get_cldr_version

    return get_cldr_version()


def carriers() -> tuple[str, str]:
    """Return the packages through which ISO's lists and CLDR are read, with their versions."""
    return f"pycountry {version('pycountry')}", f"Babel {version('babel')}"


def _languages(alpha_2: str, statuses: tuple[str, ...]) -> tuple[str, ...]:
    from babel.core import get_global

    known: Mapping[str, Mapping[str, Any]] = get_global("territory_languages").get(alpha_2, {})
    official = [
        (-float(said["population_percent"]), code)
        for code, said in known.items()
        if said["official_status"] in statuses
    ]
    tags = (language_meant(code) for _, code in sorted(official))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _own_names(languages: tuple[str, ...], alpha_2: str) -> Mapping[str, str]:
    found = {}
    for tag in languages:
        for locale in _locales((tag,), alpha_2):
            name = locale.territories.get(alpha_2)
            if name:
                found[tag] = str(name)
    return found


def _locales(tags: tuple[str, ...], alpha_2: str) -> Iterator[Locale]:
    """Yield the locale of each language that CLDR has, as spoken in the country if it has that."""
    from babel import Locale, UnknownLocaleError

    for tag in tags:
        for name in (f"{tag}-{alpha_2}", tag):
            try:
                yield Locale.parse(name, sep="-")
            except UnknownLocaleError:
                continue
            break


def _currency(tenders: tuple[str, ...], alpha_2: str) -> str:
    """Return the only tender, or among several the one that bears the code of the country."""
    own = [code for code in tenders if code.startswith(alpha_2)]
    if len(own) == 1:
        return own[0]
    return tenders[0] if len(tenders) == 1 else ""
