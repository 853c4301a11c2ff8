"""The profiles of a comparison as the page heads its columns and lines with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kerja.checks.lands import land, subdivision
from kerja.comparison.pages.naming import named
from kerja.comparison.pages.page import Column
from kerja.comparison.tables import Missing, Party

_STATES = {
    "absent": "not looked for",
    "unknown": "not published",
    "to-decide": "somebody must decide",
}


def columns(parties: Sequence[Party]) -> tuple[Column, ...]:
    """Return each profile under the name of its country or area; two of one bear their own too.

    A model speaks of no country: it is called by its own name.
    """
    lands = [_land(party) for party in parties]
    number = Counter(lands)
    return tuple(
        _column(party, f"{name} ({party.name})" if number[name] > 1 else name)
        for party, name in zip(parties, lands, strict=True)
    )


def _land(party: Party) -> str:
    found = land(party.code) or subdivision(party.code) if party.code else None
    return found.name if found is not None else party.name


def _column(party: Party, heading: str) -> Column:
    claims = f" (as said by {', '.join(party.claimed_by)})" if party.claimed_by else ""
    faults = (f"{fault.at}: {fault.message} ({fault.code})" for fault in party.faults)
    return Column(
        name=party.name,
        heading=heading,
        title=party.title,
        kind=party.kind,
        currency=party.currency,
        as_of=party.as_of,
        relation=f"{party.relation}{claims}" if party.relation else "",
        languages=", ".join(party.languages),
        faults=(*party.left_out, *faults),
        lacks={path: _lack(one) for path, one in party.missing.items()},
    )


def _lack(one: Missing) -> str:
    parts = (
        _STATES.get(one.state, one.state),
        f"ask the {one.ask}" if one.ask else "",
        f"published in: {one.published}" if one.published else "",
    )
    return f"{named(one.path)}: {'; '.join(part for part in parts if part)}"
