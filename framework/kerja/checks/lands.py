"""Countries and areas of ISO 3166; the lists are loaded only when one is looked up."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

_ALIKE = 0.75
_SHORTEST_PART = 5
# Codes of the Olympic Committee, FIFA and the European Union that are taken for ISO's. What ISO
# itself withdrew or reserves comes from CLDR.
_MISTAKEN = {
    "CAM": "KHM", "EL": "GRC", "INA": "IDN", "MAS": "MYS", "MGL": "MNG", "PHI": "PHL",
    "ROM": "ROU", "VIE": "VNM",
}  # fmt: skip

_ALSO_CALLED = {
    "burma": "MM", "czechrepublic": "CZ", "easttimor": "TL", "ivorycoast": "CI", "swaziland": "SZ",
}  # fmt: skip
"""Names that are in use and in neither list."""


class Land(NamedTuple):
    """A country of ISO 3166-1."""

    alpha_2: str
    alpha_3: str
    name: str


class Subdivision(NamedTuple):
    """An area of ISO 3166-2."""

    code: str
    name: str


def land(code: str) -> Land | None:
    """Return the country with this alpha-2 or alpha-3 code, written in capitals.

    >>> land("KHM"), land("UK")
    (Land(alpha_2='KH', alpha_3='KHM', name='Cambodia'), None)
    """
    import pycountry

    if not code.isupper():
        return None
    countries = pycountry.countries
    found = countries.get(alpha_2=code) if len(code) == 2 else countries.get(alpha_3=code)
    return _land(found) if found is not None else None


def land_meant(code: str, name: str | None = None) -> tuple[Land, ...]:
    """Return what a code that is none may mean: other case, withdrawn, reserved, or by the name.

    >>> [found.alpha_3 for code in ("UK", "TP", "EL", "khm") for found in land_meant(code)]
    ['GBR', 'TLS', 'GRC', 'KHM']
    """
    from babel.core import get_global

    written = code.upper()
    found = land(written) or land(_MISTAKEN.get(written, ""))
    if found is not None:
        return (found,)
    replaced = [land(new) for new in get_global("territory_aliases").get(written, ())]
    named = land_called(name) if name else None
    return tuple(land for land in replaced if land) or ((named,) if named else ())


def land_called(name: str) -> Land | None:
    """Return the country that has exactly this English name, spelling aside."""
    code = _names().get(_squeezed(name))
    return land(code) if code is not None else None


def resembles(name: str, land: Land) -> bool:
    """True if a name may be meant for the country.

    >>> niger = land("NER")
    >>> resembles("Niger", niger), resembles("Republic of the Niger", niger)
    (True, True)
    >>> resembles("Nigeria", niger)
    False
    """
    import pycountry

    squeezed = _squeezed(name)
    own = {_squeezed(one) for one in _names_of(pycountry.countries.get(alpha_2=land.alpha_2))}
    if squeezed in own:
        return True
    named = _names().get(squeezed)
    if named is not None:
        return named == land.alpha_2
    own |= {one for one, code in _names().items() if code == land.alpha_2}
    return any(_alike(squeezed, one) for one in own)


def subdivision(code: str) -> Subdivision | None:
    """Return the area with this ISO 3166-2 code.

    >>> subdivision("MY-13")
    Subdivision(code='MY-13', name='Sarawak')
    """
    country, _, _ = code.partition("-")
    return next((area for area in _areas(country) if area.code == code), None)


def subdivision_called(name: str, alpha_2: str) -> Subdivision | None:
    """Return the area of a country that has exactly this name, spelling aside."""
    wanted = _squeezed(name)
    return next((area for area in _areas(alpha_2) if _squeezed(area.name) == wanted), None)


def _areas(alpha_2: str) -> tuple[Subdivision, ...]:
    import pycountry

    # Typed in a part of its versions only.
    subdivisions: Any = pycountry.subdivisions
    found = subdivisions.get(country_code=alpha_2) or ()
    return tuple(sorted(Subdivision(one.code, one.name) for one in found))


def _land(found: Any) -> Land:
    return Land(found.alpha_2, found.alpha_3, getattr(found, "common_name", "") or found.name)


def _names_of(found: object) -> Iterator[str]:
    for field in ("name", "common_name", "official_name"):
        name = getattr(found, field, None)
        if name:
            yield name


@cache
def _names() -> dict[str, str]:
    """Return the alpha-2 code by English name without spelling, of ISO and of CLDR."""
    import pycountry
    from babel import Locale

    codes = {one.alpha_2: one for one in pycountry.countries}
    found = {
        _squeezed(name): code for code, name in Locale("en").territories.items() if code in codes
    }
    for code, one in codes.items():
        found |= {_squeezed(name): code for name in _names_of(one)}
    return _ALSO_CALLED | found


def _squeezed(name: str) -> str:
    """Return the letters of a name without accents, case, spaces and points."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("&", "and")
    return "".join(sign for sign in plain if sign.isalpha())


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _SHORTEST_PART and shorter in longer:
        return True
    return difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE
