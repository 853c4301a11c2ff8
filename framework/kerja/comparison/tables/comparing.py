"""Comparing profiles: from what was read of each to all of them side by side."""

from __future__ import annotations

from collections.abc import Sequence

from kerja.comparison.tables.comparison import Comparison
from kerja.comparison.tables.design import design_rows
from kerja.comparison.tables.entrant import Entrant
from kerja.comparison.tables.figures import evidence, publication, publications
from kerja.comparison.tables.journeys import journeys
from kerja.comparison.tables.levels import readiness_rows
from kerja.comparison.tables.party import Missing, Party
from kerja.comparison.tables.rows import indicator_groups
from kerja.comparison.tables.side import Side, side
from kerja.comparison.tables.stating import statements
from kerja.profile.currencies import own_currency


def compare_profiles(entrants: Sequence[Entrant]) -> Comparison:
    """Return profiles side by side, in the order given.

    Each takes part where what is compared is sound. Results of a programme are what has happened,
    else what is expected in closed form: no forecast is run.
    """
    sides = [side(entrant) for entrant in entrants]
    groups = indicator_groups(sides)
    readiness = readiness_rows(sides)
    design = design_rows(sides)
    travelled = journeys(sides)
    # Last: only now is it known which figures the cells name, and what was left out.
    parties = tuple(_party(one, entrant) for one, entrant in zip(sides, entrants, strict=True))
    return Comparison(parties, groups, readiness, design, travelled, statements(sides, parties))


def _party(one: Side, entrant: Entrant) -> Party:
    profile = one.profile
    figures = evidence(profile, one.used)
    model = entrant.model
    return Party(
        name=one.name,
        title=profile.title or profile.country.name or "",
        kind=profile.kind,
        code="" if one.is_model else profile.country.code or "",
        currency=own_currency(profile),
        as_of=profile.as_of or "",
        languages=_languages(one),
        relation=profile.reference.relation or "",
        claimed_by=tuple(_publisher(one, key) for key in profile.reference.claimed_by),
        model=model.origin.name if model is not None else "",
        faults=one.soundness.faults,
        left_out=tuple(
            f"{', '.join(dict.fromkeys(what))} ({errors})" for errors, what in one.withheld.items()
        ),
        evidence=figures,
        missing={
            path: Missing(lack.path, lack.state, lack.ask, lack.published)
            for path, lack in sorted(one.lacking.items())
        },
        publications=publications(profile, figures.values()),
    )


def _languages(one: Side) -> tuple[str, ...]:
    fact = one.profile.country.languages
    return tuple(fact.value or ()) if fact is not None else ()


def _publisher(one: Side, key: str) -> str:
    """Name a claim by its publisher, else its title, else its key."""
    found = publication(one.profile, key)
    return found.publisher or found.title or key
