"""Checks of labour statistics beside those of other sources and of earlier versions (KL)."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.labour_sets import best, number, written
from kerja.checks.places import of_one_place
from kerja.checks.registry import Hit, check
from kerja.findings import Severity
from kerja.profile import Count, LabourMeasurement, Profile

_GROWTH = 0.15
_DIFFERS = 0.10
_CONTRADICTS = 0.50
_SAME_TIME_YEARS = 2
_GROWING = ("working_age", "labour_force", "employed", "outside")


@check("KL119", "stale-by-growth", Severity.WARNING)
def stale_by_growth(profile: Profile) -> Iterator[Hit]:
    """A count differs by at most 15 % from the version of the country's profile that it extends.

    A `note` on the figure confirms it. The unemployed are left out: they do change that fast.

    Why: A new figure of another definition or unit is taken for progress.

    Bad:
        country: {code: KHM, name: Cambodia, currency: KHR}
        labour_force:
          basis: {year: 2023, definition: national}
          employed: 8.2 million
        ---
        extends: parent
        labour_force:
          basis: {year: 2024, definition: national}
          employed: 11.5 million

    Good:
        country: {code: KHM, name: Cambodia, currency: KHR}
        labour_force:
          basis: {year: 2023, definition: national}
          employed: 8.2 million
        ---
        extends: parent
        labour_force:
          basis: {year: 2024, definition: national}
          employed: 8.3 million

    Source: comparison with earlier data, ESS validation level 2; the bound is Kerja's judgement.
    """
    before = profile.origin.parent
    if before is None or {profile.kind, before.kind} != {"country"}:
        return
    if profile.country.code != before.country.code:
        return
    for path, new, old in _successors(profile, before):
        change = (new.number or 0) / old.number - 1 if old.number else 0.0
        if abs(change) > _GROWTH and not new.note:
            yield Hit(
                path,
                f"{path} was {written(old)}{_of_year(old)} and is {written(new)}{_of_year(new)}: "
                f"{change:+.0%}",
                "confirm it with a note:, or check unit and definition",
            )


@check("KL120", "sources-disagree", Severity.WARNING)
def sources_disagree(profile: Profile) -> Iterator[Hit]:
    """Two measurements of the labour force do not differ by more than 10 % unexplained.

    More than 50 % is an error. Where the definitions differ, or the years by more than two, the
    difference is expected and only reported.

    Why: A target in percent of the labour force moves with the source that is chosen.

    Bad:
        labour_force:
          use: survey-2024
          measurements:
            - id: survey-2024
              basis: {year: 2024, definition: national}
              labour_force: 147.71 million
            - id: register-2024
              basis: {year: 2024, definition: national}
              labour_force: 121.4 million

    Good:
        labour_force:
          use: survey-2024
          measurements:
            - id: survey-2024
              basis: {year: 2024, definition: national}
              labour_force: 147.71 million
            - id: register-2024
              basis: {year: 2024, definition: national}
              labour_force: 146.2 million

    Source: national surveys beside ILO-modelled series, 2024: Indonesia 6 % apart, Morocco 1 %,
    Thailand 1 %, Timor-Leste 150 %; the bounds are Kerja's judgement.
    """
    levels = [(m, level) for m in profile.labour_force.measurements if (level := _level(m))]
    levels.sort(key=lambda item: item[0].id != profile.labour_force.use)
    for other, level in levels[1:]:
        chosen, base = levels[0]
        paths = [f"labour_force.measurements[{m.id}]" for m in (other, chosen)]
        difference = max(level, base) / min(level, base) - 1
        if difference > _DIFFERS and of_one_place(profile, *paths):
            yield _disagreement(other, chosen, difference)


def _successors(profile: Profile, before: Profile) -> Iterator[tuple[str, Count, Count]]:
    pairs = [
        (f"population.{name}", getattr(profile.population, name), getattr(before.population, name))
        for name in ("total", "adults_15plus")
    ]
    for name in _GROWING:
        path, new = best(profile, name)
        pairs.append((path, new, best(before, name)[1]))
    for path, new, old in pairs:
        if new is not None and old is not None and new.number is not None:
            yield path, new, old


def _of_year(figure: Count) -> str:
    return f" in {figure.chosen.year}" if figure.chosen.year else ""


def _level(figures: LabourMeasurement) -> float | None:
    """Return the labour force, from men and women where no total is given."""
    total = number(figures, "labour_force")
    men, women = (number(sex, "labour_force") for sex in (figures.men, figures.women))
    return total if total is not None or men is None or women is None else men + women


def _disagreement(other: LabourMeasurement, chosen: LabourMeasurement, difference: float) -> Hit:
    of_other, of_chosen = _origin(other), _origin(chosen)
    definitions = {of_other[0], of_chosen[0]}
    years = [year for year in (of_other[1], of_chosen[1]) if year]
    explained = ""
    if len(definitions) == 2 and None not in definitions:
        explained = f"the definitions differ: {of_chosen[0]} and {of_other[0]}"
    elif len(years) == 2 and abs(years[0] - years[1]) > _SAME_TIME_YEARS:
        explained = f"the years differ: {years[1]} and {years[0]}"
    grave = Severity.ERROR if difference > _CONTRADICTS else Severity.WARNING
    return Hit(
        f"labour_force.measurements[{other.id}]",
        f"the labour force of {other.id} and of {chosen.id} are {difference:.0%} apart",
        explained or "check unit, ages and year; if both stand, say in note: what differs",
        also=(f"labour_force.measurements[{chosen.id}]",),
        severity=Severity.INFO if explained else grave,
    )


def _origin(figures: LabourMeasurement) -> tuple[str | None, int | None]:
    for figure in (figures.labour_force, figures.men.labour_force):
        if figure is not None:
            return figure.definition, figure.year
    return None, None
