"""The country or area that a code of ISO 3166 means, in any case; or what was likely meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kerja.checks.lands import Land, Subdivision, land, land_meant, subdivision
from kerja.errors import KerjaError

_MOST_NEAR = 3
_MOST_LIKE = 12
_LONGEST = 60
_MOST_AREAS = 8
_CODE = 3
"""Letters of the longest code of a country; what is longer is taken for a name."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A country of ISO 3166-1, or an area of ISO 3166-2.

    `code` is alpha-3 for a country (KEN), the full code for an area (MY-13); `country` is the
    country that it is or belongs to, `name` its short English name.
    """

    code: str
    name: str
    country: Land

    @property
    def is_area(self) -> bool:
        """True for a part of a country."""
        return self.code != self.country.alpha_3


def territory(code: str) -> Territory:
    """Return the country or area that a code means.

    >>> territory("ke").code, territory("my-13").name
    ('KEN', 'Sarawak')

    Raises:
        KerjaError: no such code; the hint names the nearest.
    """
    written = code.strip()
    if "-" in written:
        return _area(written)
    found = land(written.upper())
    if found is None:
        raise KerjaError(f'no country has the code "{written[:40]}"', _countries_near(written))
    return Territory(found.alpha_3, short_name(found), found)


def short_name(country: Land) -> str:
    """Return the short English name of a country as it is said, not as it is sorted.

    >>> short_name(Land("CD", "COD", "Congo, The Democratic Republic of the"))
    'The Democratic Republic of the Congo'
    """
    from babel import Locale

    first, comma, rest = country.name.partition(", ")
    if not comma or " and " in rest:
        return country.name
    if rest.endswith((" of", " of the")):
        return f"{rest} {first}"
    return str(Locale("en").territories.get(country.alpha_2, country.name))


def _area(written: str) -> Territory:
    first, _, rest = written.upper().partition("-")
    country = land(first)
    if country is None:
        raise KerjaError(
            f'"{first[:40]}" in "{written[:40]}" is no country', _countries_near(first)
        )
    found = subdivision(f"{first}-{rest}")
    if found is None:
        raise KerjaError(
            f'"{written[:40]}" is no area of {short_name(country)}', _areas_near(rest, country)
        )
    return Territory(found.code, found.name, country)


def _countries_near(written: str) -> str:
    meant = land_meant(written, written)
    if meant:
        return "did you mean " + _listed({one.alpha_3: short_name(one) for one in meant}) + "?"
    known = _codes() if len(written) <= _CODE else _names()
    near = _nearest(written.upper(), known)
    lands = [one for one in (land(known[key]) for key in near) if one is not None]
    if not lands:
        return "a code of ISO 3166: KEN, KE, or MY-13 for an area"
    return "did you mean " + _listed({one.alpha_3: short_name(one) for one in lands}) + "?"


def _areas_near(rest: str, country: Land) -> str:
    areas = {area.code: area.name for area in _areas(country)}
    own = f"{country.alpha_2}-{rest}"
    if own in areas:
        return f"did you mean {own} ({areas[own]})?"
    if not areas:
        return f"{short_name(country)} has no areas in ISO 3166-2"
    by_name = {name.upper(): code for code, name in areas.items()}
    near = [by_name[name] for name in _nearest(rest, by_name)] or list(areas)
    shown = {code: areas[code] for code in near[:_MOST_AREAS]}
    more = ", …" if len(near) > _MOST_AREAS else ""
    return f"areas of {short_name(country)}: {_listed(shown)}{more}"


def _areas(country: Land) -> Iterable[Subdivision]:
    import pycountry

    # Typed in a part of its versions only.
    lists: Any = pycountry.subdivisions
    codes = sorted(one.code for one in lists.get(country_code=country.alpha_2) or ())
    return [found for found in map(subdivision, codes) if found is not None]


def _nearest(written: str, known: Mapping[str, str]) -> list[str]:
    """Return the known words most like a written one, those of the same letters first."""
    near = difflib.get_close_matches(written[:_LONGEST], list(known), n=_MOST_LIKE, cutoff=0.6)
    return sorted(near, key=lambda word: sorted(word) != sorted(written))[:_MOST_NEAR]


def _listed(names: Mapping[str, str]) -> str:
    return ", ".join(f"{code} ({name})" for code, name in names.items())


@cache
def _codes() -> dict[str, str]:
    import pycountry

    return {one.alpha_3: one.alpha_3 for one in pycountry.countries}


@cache
def _names() -> dict[str, str]:
    found = {}
    for code in _codes():
        country = land(code)
        if country is not None:
            found[short_name(country).upper()] = code
    return found
