"""The section on what each forecast takes: its uncertain inputs, their ranges and sources."""

from __future__ import annotations

from collections.abc import Iterator

from tests.history.foreseen import LAST, of_year, scheme_until
from tests.history.ours import year
from tests.history.saying import listed, prose, table

from kerja.forecast import Input, Scheme
from kerja.profile import Assumption, Profile

_CAMBODIA = ("khm-2023-pace", "khm-2023-borrowed", "khm-2023-counted")
_ASSUMED = "assumptions."
_QUOTA = "programme.batches.quota"


def inputs() -> list[str]:
    """Return the section."""
    forecasts = {f"idn-{n}-forecast": of_year(n) for n in (2020, 2021, 2022, 2023, 2024)}
    forecasts |= {name: scheme_until(name, LAST) for name in _CAMBODIA}
    rows = [row for name, scheme in forecasts.items() for row in _of(name, scheme)]
    return [
        "## What the forecasts take",
        "",
        *prose(
            "Beside the budget, the package and the rules of the programme. None was derived from"
            " the figure that the forecast is held against. Later than the year is knowledge that"
            " nobody had then: it makes a prediction easier than it was. Completion rests on all"
            " who had become recipients by late 2022."
        ),
        *table(("forecast", "input", "low, likeliest, high", "from"), rows),
        *prose(
            "The ceiling of a forecast is the whole budget: it keeps nothing back for an office. A"
            " round that the money does not cover in full is not opened, while history made the"
            " last round smaller. A place that is taken back is offered again in a later round of"
            " the year, as history did; what is taken back after the last is lost to the year."
        ),
        *prose(
            "Counted as no time, as nobody says how long it takes:"
            f" {listed(_timeless(forecasts['idn-2022-forecast']))}."
        ),
    ]


def _of(name: str, scheme: Scheme) -> Iterator[tuple[str, str, str, str]]:
    profile = year(name)
    for one in scheme.inputs:
        yield name, f"`{one.key}`", _range(one), _from(one, profile)
    yield name, "rounds in the time", f"{len(scheme.rounds.days)}", ""


def _range(one: Input) -> str:
    ends = [one.range.low, one.range.high]
    if one.range.mode is not None:
        ends.insert(1, one.range.mode)
    if one.unit == "share":
        return ", ".join(f"{end:.1%}" for end in ends)
    return ", ".join(f"{end:,.0f}" for end in ends)


def _from(one: Input, profile: Profile) -> str:
    if one.is_unknown:
        return "nobody says: over all that is possible"
    if one.key == _QUOTA and profile.programme.batches.quota is not None:
        quota = profile.programme.batches.quota
        return f"{quota.source or quota.confidence}, {quota.year}"
    given = getattr(profile.assumptions, one.key.removeprefix(_ASSUMED), None)
    if isinstance(given, Assumption):
        then = int((profile.as_of or "")[:4])
        later = " (later than the year)" if given.year is not None and given.year > then else ""
        return f"{given.source}, {given.year}{later}"
    if one.key == f"{_ASSUMED}demand_year":
        return "as many as the places of a year need"
    return "the model"


def _timeless(scheme: Scheme) -> Iterator[str]:
    for one in scheme.unknowns:
        if one.taken.startswith("counted as no time"):
            yield one.what.partition(": ")[2].lower()
