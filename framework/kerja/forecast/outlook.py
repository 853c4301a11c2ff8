"""What a blueprint and each of its options may come to, or why nobody can say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from kerja.blueprint import Blueprint, adapt
from kerja.errors import KerjaError
from kerja.forecast.compiling import compile_scheme
from kerja.forecast.forecasting import SEED, Forecast, forecast
from kerja.forecast.scheme import Scheme
from kerja.forecast.swings import Swings, swings
from kerja.forecast.uncertainty import WORLDS, Bands, bands


@dataclass(frozen=True, slots=True)
class Found:
    """The forecast of the design as it stands, and its bands and swings, which are there."""

    forecast: Forecast
    bands: Bands
    swings: Swings


@dataclass(frozen=True, slots=True)
class Prospect:
    """What an option may come to; without `bands`, `why_not` says what is missing."""

    option: str
    scheme: Scheme | None
    bands: Bands | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the design, and each option, may come to; without `found`, `why_not` says why not."""

    found: Found | None
    options: tuple[Prospect, ...]
    why_not: str = ""


def outlook(blueprint: Blueprint, *, worlds: int = WORLDS, seed: int = SEED) -> Outlook:
    """Forecast a blueprint and its options.

    Args:
        blueprint: the design, with the profiles of its options.
        worlds: worlds of every band.
        seed: of worlds and luck.
    """
    options = tuple(
        _prospect(option.origin.name, adapt(option), worlds=worlds, seed=seed)
        for option in blueprint.scenarios
    )
    try:
        found = forecast(blueprint, seed=seed)
        spread, moved = _spread(found.scheme, worlds, seed)
    except KerjaError as error:
        return Outlook(None, options, _said(error))
    whole = replace(found, bands=spread, swings=moved)
    return Outlook(Found(whole, spread, moved), options)


def _prospect(name: str, blueprint: Blueprint, *, worlds: int, seed: int) -> Prospect:
    try:
        scheme = compile_scheme(blueprint)
        return Prospect(name, scheme, _spread(scheme, worlds, seed)[0])
    except KerjaError as error:
        return Prospect(name, None, None, _said(error))


@lru_cache(maxsize=32)
def _spread(scheme: Scheme, worlds: int, seed: int) -> tuple[Bands, Swings]:
    """Return bands and swings of a scheme; options that differ in words alone share them."""
    found = bands(scheme, worlds=worlds, seed=seed)
    return found, swings(scheme, paid_stage=found.paid_stage)


def _said(error: KerjaError) -> str:
    return f"{error.message}: {error.hint}" if error.hint else error.message
